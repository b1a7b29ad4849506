import CPty
import Glibc

/// A program of this package as built beside the tests, run without a terminal.
package enum BuiltProgram {
  /// What a program that has ended left behind.
  package struct Result {
    package let exitCode: Int32
    package let output: String
    package let errors: String
  }

  /// The build folder is that of the running test program.
  package static func path(_ name: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let runner = String(decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let tests = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? runner
    let path = String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/" + name
    guard access(path, X_OK) == 0 else { throw NotStarted(path: path) }
    return path
  }

  /// Runs a program to its end, with `input` as its standard input. Output goes through files, so nothing can block.
  package static func run(
    _ name: String, _ arguments: [String], input: String = "", in directory: String, environment: [String]
  ) throws -> Result {
    try runFile(try path(name), arguments, input: input, in: directory, environment: environment)
  }

  /// The same for any program, by its path.
  package static func runFile(
    _ path: String, _ arguments: [String], input: String = "", in directory: String, environment: [String]
  ) throws -> Result {
    let folder = TemporaryFolder()
    folder.write(input.utf8, to: "input")
    let files = [
      open(folder.path("input"), O_RDONLY | O_CLOEXEC),
      open(folder.path("output"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
      open(folder.path("errors"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
    ]
    defer { for file in files { close(file) } }
    let process = try PlainProcess(path: path, arguments, files: files, in: directory, environment: environment)
    return Result(
      exitCode: try process.waitForExit(), output: folder.read("output"), errors: folder.read("errors"))
  }
}

/// A child whose standard streams are given descriptors. Killed with its owner.
package final class PlainProcess {
  private let child: pid_t
  private var exitCode: Int32?

  package convenience init(
    _ name: String, _ arguments: [String], files: [Int32], in directory: String, environment: [String]
  ) throws {
    try self.init(
      path: try BuiltProgram.path(name), arguments, files: files, in: directory, environment: environment)
  }

  package init(
    path: String, _ arguments: [String], files: [Int32], in directory: String, environment: [String]
  ) throws {
    child = withCStrings([path] + arguments) { arguments in
      withCStrings(environment) { cpty_spawn_plain(path, arguments, $0, directory, files) }
    }
    guard child > 0 else { throw NotStarted(path: path) }
  }

  deinit {
    guard exitCode == nil else { return }
    kill(child, SIGKILL)
    _ = try? waitForExit()
  }

  package func signal(_ number: Int32) { kill(child, number) }

  /// The most memory the process has had so far, in KiB; nil once it has ended.
  package var peakMemory: Int? {
    let folder = "/proc/\(child)/status"
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(descriptor, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    let row = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return row.flatMap { Int($0.filter(\.isNumber)) }
  }

  package func waitForExit(seconds: Int = 20) throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while exitCode == nil {
      let code = cpty_exit_code(child)
      if code >= 0 { exitCode = code } else { usleep(2000) }
      guard ContinuousClock.now < deadline else { throw TimedOut(awaited: "the end", seen: "") }
    }
    return exitCode ?? -1
  }
}

package struct NotStarted: Error {
  package let path: String
}
