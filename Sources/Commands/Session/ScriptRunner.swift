import Language

/// Feeds a script to a session, line by line: joins lines until a command is whole, and stops at the first failure.
package struct ScriptRunner {
  private let name: String
  private var pending = ""
  private var firstLine = 1

  package init(name: String) { self.name = name }

  /// Takes the next line of the script.
  package mutating func feed(
    _ line: String, number: Int, to session: inout Session, reply: (Reply) -> Void
  ) -> Session.Ending {
    if pending.isEmpty {
      firstLine = number
      if number == 1, line.hasPrefix("#!") { return .done }
      pending = line
    } else {
      pending += "\n" + line
    }
    if let parsed = try? CommandLine(parsing: Fragment(pending)), parsed.isIncomplete,
      pending.utf8.count < Files.mostBytes
    {
      return .done
    }
    return flush(to: &session, reply: reply)
  }

  /// The script has ended: what is unfinished is performed, and so reported.
  package mutating func finish(_ session: inout Session, reply: (Reply) -> Void) -> Session.Ending {
    pending.isEmpty ? .done : flush(to: &session, reply: reply)
  }

  private mutating func flush(to session: inout Session, reply: (Reply) -> Void) -> Session.Ending {
    let source = Source(name: name, text: pending, firstLine: firstLine)
    pending = ""
    return session.perform(source, reply: reply)
  }
}
