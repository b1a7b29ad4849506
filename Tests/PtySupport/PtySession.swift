import CPty
package import Glibc

/// A program of the build on a pseudo-terminal of its own. Every wait has a time limit, and the program is killed with the
/// session, so that no failure can leave a test waiting.
package final class PtySession {
  private let master: Int32
  private let prompt: String
  private let child: pid_t
  private let rows: Int32
  private var exitCode: Int32?
  /// All bytes the program has written.
  package private(set) var raw: [UInt8] = []
  /// Where the search for the next awaited text begins.
  private var mark = 0
  /// The terminal's modes before the program changed them.
  package let modesBefore: TerminalModes

  /// - Parameters:
  ///   - program: the name of an executable of this package.
  ///   - prompt: what `waitForPrompt` waits for.
  ///   - rows: enough for any answer, so that no pager stops it.
  ///   - environment: all the program gets besides a terminal's name, a UTF-8 locale and a search path.
  package convenience init(
    _ program: String, _ arguments: [String] = [], prompt: String, columns: Int32 = 80, rows: Int32 = 100,
    environment: [String], terminal: String = "xterm-256color", in directory: String? = nil
  ) throws {
    try self.init(
      path: try BuiltProgram.path(program), arguments, prompt: prompt, columns: columns, rows: rows,
      environment: environment, terminal: terminal, in: directory)
  }

  /// The same for a program by its path.
  package init(
    path: String, _ arguments: [String] = [], prompt: String, columns: Int32 = 80, rows: Int32 = 100,
    environment: [String], terminal: String = "xterm-256color", in directory: String? = nil
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    guard cpty_open(&master, &slave, columns, rows) == 0 else { throw NotStarted(path: path) }
    // Before there is a program: a quick one has changed them when the next line of this one runs.
    let modesBefore = TerminalModes(master)
    let environment = ["TERM=\(terminal)", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"] + environment + keepingNothing
    let child = withCStrings([path] + arguments) { arguments in
      withCStrings(environment) { cpty_spawn(path, arguments, $0, directory, master, slave) }
    }
    guard child > 0 else {
      _ = close(master)
      throw NotStarted(path: path)
    }
    (self.master, self.child, self.modesBefore) = (master, child, modesBefore)
    self.prompt = prompt
    self.rows = rows
  }

  deinit {
    if exitCode == nil {
      _ = kill(child, SIGKILL)
      _ = try? waitForExit()
    }
    _ = close(master)
  }

  // MARK: Keys

  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      start += count
    }
  }

  package func signal(_ number: Int32) { _ = kill(child, number) }

  package func resize(columns: Int32) { _ = cpty_resize(master, columns, rows) }

  /// Is the terminal as a shell expects to find it: modes as before, marks of pasted text off?
  package var isRestored: Bool {
    let output = String(decoding: raw, as: UTF8.self)
    let (on, off) = ("\u{1B}[?2004h", "\u{1B}[?2004l")
    let lastOn = output.ranges(of: on).last?.lowerBound ?? output.startIndex
    let lastOff = output.ranges(of: off).last?.lowerBound ?? output.startIndex
    return modes == modesBefore && lastOff >= lastOn
  }

  package var modes: TerminalModes { TerminalModes(master) }

  // MARK: Waiting

  /// Waits for `text` after what was awaited before, and goes on from behind it.
  ///
  /// - Returns: what was skipped before it.
  @discardableResult
  package func wait(for text: String, seconds: Int = 10) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let shown = visible
      if let end = endOfFirst(wanted, in: shown[min(mark, shown.count)...]) {
        let skipped = shown[mark..<end - wanted.count]
        mark = end
        return String(decoding: skipped, as: UTF8.self)
      }
      guard ContinuousClock.now < deadline, readSome() else {
        throw TimedOut(awaited: text, seen: String(decoding: shown[min(mark, shown.count)...], as: UTF8.self))
      }
    }
  }

  /// Waits for the prompt, which tells that keys will be edited from now on.
  package func waitForPrompt() throws { try wait(for: prompt) }

  package func waitForExit() throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(10)
    while exitCode == nil {
      _ = readSome()
      let code = cpty_exit_code(child)
      if code >= 0 { exitCode = code }
      guard ContinuousClock.now < deadline else { throw TimedOut(awaited: "the end", seen: text) }
    }
    while readSome() {}
    return exitCode ?? -1
  }

  /// All that was written, without escape sequences.
  package var text: String { String(decoding: visible, as: UTF8.self) }

  private var visible: [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < raw.count {
      if raw[index] == 0x1B, index + 1 < raw.count, raw[index + 1] == UInt8(ascii: "[") {
        index += 2
        while index < raw.count, !(0x40...0x7E).contains(raw[index]) { index += 1 }
      } else if raw[index] == 0x1B, index + 1 < raw.count, raw[index + 1] == UInt8(ascii: "7") {
        // Between saving the cursor and restoring it stands what is no part of the line: a hint.
        while index < raw.count, !(raw[index] == UInt8(ascii: "8") && raw[index - 1] == 0x1B) { index += 1 }
      } else {
        result.append(raw[index])
      }
      index += 1
    }
    return result
  }

  private func endOfFirst(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var start = bytes.startIndex
    while start + wanted.count <= bytes.endIndex {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return start + wanted.count }
      start += 1
    }
    return nil
  }

  /// Reads what is there, waiting a little; false once the program has closed its terminal.
  private func readSome() -> Bool {
    var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, 50) > 0 else { return exitCode == nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    raw.append(contentsOf: buffer[..<count])
    return true
  }
}

/// No test leaves runs beside the scenarios it was given, unless it says so before: of two entries for a name the C library
/// takes the first.
package let keepingNothing = ["DROPCAST_RUNS=off"]

/// The modes of a terminal, comparable.
package struct TerminalModes: Equatable {
  package let input: tcflag_t
  package let output: tcflag_t
  package let local: tcflag_t

  init(_ descriptor: Int32) {
    var modes = termios()
    _ = tcgetattr(descriptor, &modes)
    input = modes.c_iflag
    output = modes.c_oflag
    local = modes.c_lflag
  }

  package var echoes: Bool { local & tcflag_t(ECHO) != 0 }
}

func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}

struct TimedOut: Error, CustomStringConvertible {
  let awaited: String
  let seen: String
  var description: String { "waited in vain for \(String(reflecting: awaited)); seen: \(String(reflecting: seen))" }
}
