import PtySupport

typealias ProbeSession = PtySession

extension PtySession {
  /// The probe program, which edits lines and works on command.
  convenience init(
    columns: Int32 = 80, home: TemporaryFolder, history: String? = nil, terminal: String = "xterm-256color"
  ) throws {
    let environment = ["HOME=\(home.path)"] + (history.map { ["PROBE_HISTORY=\($0)"] } ?? [])
    try self.init("TerminalProbe", prompt: "probe› ", columns: columns, environment: environment, terminal: terminal)
  }
}
