import Commands
import Language
import Terminal

/// The interactive loop: a line edited, performed, answered.
struct Prompt {
  private let editor: LineEditor

  init(_ editor: LineEditor) { self.editor = editor }

  /// Returns the exit code.
  func run(_ host: inout Host) -> Int32 {
    editor.isIncomplete = { (try? CommandLine(parsing: Fragment($0)))?.isIncomplete ?? false }
    while true {
      let session = host.session
      editor.complete = { line, cursor in session.completions(of: line, at: cursor).forEditor }
      switch editor.readLine(prompt: text(session)) {
      case .line(let line):
        if line.allSatisfy(\.isWhitespace) { continue }
        if let notice = editor.remember(line) { host.say(notice) }
        if host.perform(Source(name: "<prompt>", text: line)) == .quit { return leave(&host) }
        if let signal = Interrupts.endingSignal { return 128 + signal }
      case .interrupted: continue
      case .endOfInput: return leave(&host)
      case .ended(let signal):
        _ = host.session.rescue()
        return 128 + signal
      }
    }
  }

  /// Nobody is asked whether to save: changes are kept where they can be found.
  private func leave(_ host: inout Host) -> Int32 {
    if let notice = host.session.rescue() { host.say(notice) }
    return 0
  }

  private func text(_ session: Session) -> String {
    let name = session.prompt.escapedForDisplay
    return session.surroundings.usesUnicode ? "\(name)› " : "\(name)> "
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
    guard let home = ProcessEnvironment.value("HOME"), !home.isEmpty else { return nil }
    let state = ProcessEnvironment.value("XDG_STATE_HOME") ?? home + "/.local/state"
    return HistoryFile(path: state + "/dropcast/history")
  }
}
