import Commands
import Glibc
import Language
import Terminal

extension Host {
  /// What `about` tells of the terminal.
  func terminalFacts(_ editor: LineEditor) -> () -> [(label: String, value: String)] {
    let editing = editor.isVi ? "vi" : "emacs"
    let history = options.noHistory ? "not kept" : History.path ?? "not kept"
    return {
      let info = TerminalInfo(descriptor: STDOUT_FILENO)
      let rows = info.size.rows.map { " x \($0)" } ?? ""
      return [
        ("terminal", say("\(ProcessEnvironment.value("TERM") ?? "-"), \(info.size.columns)\(rows) cells")),
        ("characters", info.isUTF8 ? "UTF-8" : "ASCII, because the system's language setting (locale) is not UTF-8"),
        ("colours", info.colour.words),
        ("editing", say("keys as in \(editing); to change them, edit ~/.editrc")),
        ("history", history),
        ("settings", ConfigDirectory.path ?? "not kept"),
      ]
    }
  }
}

extension ColourDepth {
  fileprivate var words: String {
    switch self {
    case .none: "none"
    case .ansi16: "16"
    case .ansi256: "256"
    case .trueColour: "24 bits"
    }
  }
}
