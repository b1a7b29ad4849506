import Glibc

/// A program of the build on a screen of tmux: what a person would see, wrapped and redrawn as terminals do it.
///
/// Every wait has a time limit, and the server goes with the object.
package final class Tmux {
  /// tmux is no part of the build: where it is missing its tests are left out.
  package static let isInstalled = executable != nil

  private static let places: [String] = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/bin/tmux"]
  private static let executable = places.first { place in access(place, X_OK) == 0 }
  private let folder = TemporaryFolder()
  private let directory: String
  private let environment: [String]

  /// - Parameters:
  ///   - environment: what the program gets besides a locale, a search path and the screen's `TERM`.
  ///   - isJob: whether a shell with the prompt `outer$` starts it, so that it can be stopped and continued.
  package init(
    _ program: String, _ arguments: [String] = [], columns: Int, rows: Int = 24, in directory: String,
    environment: [String], isJob: Bool = false
  ) throws {
    self.directory = directory
    let names = Set(environment.compactMap { $0.split(separator: "=").first })
    let usual = ["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "TERM=xterm-256color"] + keepingNothing
    self.environment = usual.filter { !names.contains($0.split(separator: "=")[0]) } + environment
    let command = [try BuiltProgram.path(program)] + arguments
    let line = command.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    // `cat` keeps the screen after the program has ended.
    let job = "PS1='outer$ ' exec bash --norc --noprofile -i"
    try run(
      "new-session", "-d", "-x", String(columns), "-y", String(rows),
      isJob ? job : line + "; echo ended with $?; exec cat")
    try run("set-option", "-g", "status", "off")
    try run("resize-window", "-x", String(columns), "-y", String(rows))
    if isJob { try type(line + "\r") }
  }

  deinit { _ = try? run("kill-server") }

  @discardableResult
  private func run(_ arguments: String...) throws -> String {
    guard let executable = Self.executable else { throw NotStarted(path: "tmux") }
    let result = try BuiltProgram.runFile(
      executable, ["-u", "-S", folder.path("socket"), "-f", "/dev/null"] + arguments, in: directory,
      environment: environment)
    return result.output
  }

  /// Types text as it is, escape sequences included.
  package func type(_ text: String) throws { try run("send-keys", "-l", "--", text) }

  /// Presses a key by tmux's name for it: `Enter`, `C-c`.
  package func press(_ key: String) throws { try run("send-keys", key) }

  package func resize(columns: Int, rows: Int = 24) throws {
    try run("resize-window", "-x", String(columns), "-y", String(rows))
  }

  /// The rows of the screen, without blanks at their ends and empty rows at the end.
  package var screen: [String] {
    get throws {
      var rows = try run("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while rows.last?.isEmpty == true { rows.removeLast() }
      return rows
    }
  }

  /// Column and row, from 0.
  package var cursor: String {
    get throws {
      String(try run("display-message", "-p", "#{cursor_x},#{cursor_y}").prefix { $0 != "\n" })
    }
  }

  /// Waits until the screen is as wanted.
  @discardableResult
  package func wait(_ what: String, seconds: Int = 10, until isReached: ([String]) -> Bool) throws -> [String] {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let screen = try screen
      if isReached(screen) { return screen }
      guard ContinuousClock.now < deadline else {
        throw TimedOut(awaited: what, seen: screen.joined(separator: "\n"))
      }
      usleep(5000)
    }
  }

  package func wait(for text: String) throws { try wait(text) { $0.contains { $0.contains(text) } } }

  /// Waits until the last row is this one and the cursor stands in that column.
  package func wait(forLastRow row: String, cursor column: Int) throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while true {
      let (screen, cursor) = (try screen, try cursor)
      if screen.last == row, cursor == "\(column),\(screen.count - 1)" { return }
      guard ContinuousClock.now < deadline else {
        throw TimedOut(
          awaited: "\(row) with the cursor in column \(column)",
          seen: screen.joined(separator: "\n") + "\ncursor \(cursor)")
      }
      usleep(5000)
    }
  }
}
