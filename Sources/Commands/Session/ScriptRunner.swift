import Language

/// The rows of a script, one after the other, from wherever they come.
package struct ScriptRows {
  package enum Row {
    case text(String, number: Int)
    /// The row cannot be read, for this reason.
    case problem(String, number: Int)
  }

  package let next: () -> Row?

  package init(next: @escaping () -> Row?) { self.next = next }

  /// The rows of a text that is there as a whole.
  package init(text: String) {
    var rows = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)[...]
    if rows.last == "" { rows.removeLast() }
    var number = 0
    next = {
      guard let row = rows.popFirst() else { return nil }
      number += 1
      return .text(number == 1 && row.hasPrefix("\u{FEFF}") ? String(row.dropFirst()) : row, number: number)
    }
  }
}

/// Feeds a script to a session, row by row: joins rows until a command is whole.
package struct ScriptRunner {
  private let name: String
  private var pending = ""
  private var firstLine = 1
  /// What the rows so far lack.
  private var missing: CommandLine.Missing?

  package init(name: String) { self.name = name }

  /// Takes the next row of the script.
  package mutating func feed(
    _ line: String, number: Int, to session: inout Session, reply: (Reply) -> Void
  ) -> Session.Ending {
    if missing == nil {
      firstLine = number
      if number == 1, line.hasPrefix("#!") { return .done }
      pending = line
    } else {
      pending += "\n" + line
      // A block of many rows is not parsed anew for each of them.
      guard mayComplete(line) || pending.utf8.count >= Files.mostBytes else { return .done }
    }
    missing = (try? CommandLine(parsing: Fragment(pending)))?.missing
    if missing != nil, pending.utf8.count < Files.mostBytes { return .done }
    return flush(to: &session, reply: reply)
  }

  /// The script has ended: what is unfinished is performed, and so reported.
  package mutating func finish(_ session: inout Session, reply: (Reply) -> Void) -> Session.Ending {
    missing == nil ? .done : flush(to: &session, reply: reply)
  }

  /// Can this row end what is open?
  private func mayComplete(_ line: String) -> Bool {
    if case .line = missing { return true }
    return line.unicodeScalars.contains { ")]}\"'".unicodeScalars.contains(Fold.folded($0)) }
  }

  private mutating func flush(to session: inout Session, reply: (Reply) -> Void) -> Session.Ending {
    let source = Source(name: name, text: pending, firstLine: firstLine)
    pending = ""
    missing = nil
    return session.perform(source, reply: reply)
  }
}

extension Session {
  /// Performs a script. It stops at the first command that fails, or goes on to the end and then tells of the failure.
  ///
  /// - Returns: `.quit` when the script said so.
  package mutating func perform(
    _ rows: ScriptRows, named name: String, keepsGoing: Bool = false, reply: (Reply) -> Void
  ) -> Ending {
    let outer = self.keepsGoing
    self.keepsGoing = keepsGoing
    defer { self.keepsGoing = outer }
    var script = ScriptRunner(name: name)
    var failure: Int32 = 0
    while true {
      if surroundings.isInterrupted() { return stopped(reply) }
      let row = rows.next()
      // The input may end because nobody waits for more of it.
      if row == nil, surroundings.isInterrupted() { return stopped(reply) }
      let ending: Ending
      switch row {
      case .text(let text, let number): ending = script.feed(text, number: number, to: &self, reply: reply)
      case .problem(let words, let number):
        ending = fail(CommandFailure([Finding(.error, say("line \(number): \(words)"), source: name)]), reply)
      case nil: ending = script.finish(&self, reply: reply)
      }
      if case .failed(let code) = ending {
        guard keepsGoing, code != CommandFailure.Reason.interrupted.exitCode else { return ending }
        failure = CommandFailure.Reason.worse(failure, code)
      }
      if ending == .quit || row == nil { return failure == 0 ? ending : .failed(exitCode: failure) }
    }
  }

  /// Somebody has asked for an end between two commands.
  func stopped(_ reply: (Reply) -> Void) -> Ending {
    fail(CommandFailure([Finding(.error, say("stopped"), source: "")], reason: .interrupted), reply)
  }
}
