import Commands
import Language
import Reports
import Terminal

/// The interactive loop: a line edited, performed, answered.
struct Prompt {
  /// What findings call a line that was typed.
  static let sourceName = "<prompt>"

  private let editor: LineEditor

  init(_ editor: LineEditor) { self.editor = editor }

  /// Returns the exit code.
  func run(_ host: inout Host) -> Int32 {
    editor.pasteJoint = nil
    while true {
      let session = host.session
      // The language may have been set by the line before.
      if let code = session.tongue.speaking({ turn(&host, session) }) { return code }
    }
  }

  /// One line; the exit code if it was the last.
  private func turn(_ host: inout Host, _ session: Session) -> Int32? {
    editor.complete = { line, cursor in session.completions(of: line, at: cursor).forEditor }
    // An answer is one line, whatever quotes are in it.
    editor.isIncomplete = { line in
      !session.isInterviewing && (try? CommandLine(parsing: Fragment(line)))?.isIncomplete ?? false
    }
    editor.hint = host.showsHints ? { session.hint(after: $0) } : nil
    switch editor.readLine(prompt: text(session)) {
    case .line(let line):
      // Where something is asked, an empty line takes what is usual.
      if !session.isInterviewing {
        if line.allSatisfy(\.isWhitespace) { return nil }
        if let notice = editor.remember(line) { host.tell(notice) }
      }
      if host.perform(Source(name: Self.sourceName, text: line)) == .quit { return leave(&host) }
      if let signal = Interrupts.endingSignal { return end(&host, 128 + signal) }
      // Without a screen there is nobody to go on for.
      if let code = host.lostOutputCode { return end(&host, code) }
    case .interrupted(let atEmptyLine):
      if let notice = host.session.leaveInterview() {
        host.tell(notice)
      } else if atEmptyLine {
        host.tell(say("to leave, press Ctrl-D or type quit"))
      }
    case .endOfInput: return leave(&host)
    case .ended(let signal): return end(&host, 128 + signal)
    }
    return nil
  }

  /// The terminal may be gone: changes are kept without a word.
  private func end(_ host: inout Host, _ code: Int32) -> Int32 {
    do throws(Files.Problem) { _ = try host.session.leave() } catch { host.tellLost(error) }
    return code
  }

  /// Nobody is asked whether to save: changes are kept where they can be found.
  private func leave(_ host: inout Host) -> Int32 {
    do throws(Files.Problem) {
      if let notice = try host.session.leave() { host.tell(notice) }
    } catch {
      host.tellLost(error)
      return 1
    }
    return host.lostOutputCode ?? 0
  }

  private func text(_ session: Session) -> String {
    let name = session.prompt.escapedForDisplay
    return session.glyphs == .unicode ? "\(name)› " : "\(name)> "
  }
}

extension Completions {
  fileprivate var forEditor: Completion {
    Completion(
      replace: replace, candidates: candidates.map { .init($0.text, note: $0.note, isFinal: $0.isFinal) })
  }
}

/// Where typed lines are kept.
enum History {
  static var file: HistoryFile? {
    path.map { HistoryFile(path: $0) }
  }

  static var path: String? { StateDirectory.path.map { $0 + "/history" } }
}

/// Where settings are kept.
enum ConfigDirectory {
  static var path: String? {
    if let config = ProcessEnvironment.value("XDG_CONFIG_HOME"), config.hasPrefix("/") { return config + "/dropcast" }
    guard let home = ProcessEnvironment.value("HOME"), !home.isEmpty else { return nil }
    return home + "/.config/dropcast"
  }
}

/// Where runs of scenarios in folders that cannot be written are kept.
enum DataDirectory {
  static var path: String? {
    if let data = ProcessEnvironment.value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/dropcast" }
    guard let home = ProcessEnvironment.value("HOME"), !home.isEmpty else { return nil }
    return home + "/.local/share/dropcast"
  }
}

/// Where history and rescued changes are kept (XDG Base Directory Specification, which ignores relative paths).
enum StateDirectory {
  static var path: String? {
    if let state = ProcessEnvironment.value("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/dropcast" }
    guard let home = ProcessEnvironment.value("HOME"), !home.isEmpty else { return nil }
    return home + "/.local/state/dropcast"
  }
}
