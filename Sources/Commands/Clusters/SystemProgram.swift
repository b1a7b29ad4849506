#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What another program said, once it has ended.
package struct ProgramResult: Sendable {
  package var exitCode: Int32
  package var output: String
  package var errors: String

  package init(exitCode: Int32, output: String = "", errors: String = "") {
    (self.exitCode, self.output, self.errors) = (exitCode, output, errors)
  }
}

/// Programs of the system, found in the path.
enum SystemProgram {
  /// The exit code that shells give to a program that is not there.
  static let notFound: Int32 = 127

  /// Runs a program to its end. In a process group of its own: what is pressed here stops us, not what it is doing.
  static func run(_ words: [String]) -> ProgramResult {
    guard let name = words.first else { return ProgramResult(exitCode: notFound) }
    var (output, errors): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&output) == 0 else { return ProgramResult(exitCode: notFound, errors: reason(errno)) }
    defer { close(output[0]) }
    guard pipe(&errors) == 0 else {
      close(output[1])
      return ProgramResult(exitCode: notFound, errors: reason(errno))
    }
    defer { close(errors[0]) }
    // The other program gets the two ends as its streams, and nothing else of these.
    for descriptor in output + errors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var child: pid_t = 0
    let code = spawn(&child, name, words, output[1], errors[1])
    close(output[1])
    close(errors[1])
    guard code == 0 else { return ProgramResult(exitCode: notFound, errors: reason(code)) }
    let texts = read([output[0], errors[0]])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let exitCode = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return ProgramResult(exitCode: exitCode, output: texts[0], errors: texts[1])
  }

  private static func spawn(
    _ child: inout pid_t, _ name: String, _ words: [String], _ output: Int32, _ errors: Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What we ignore would be ignored there, too.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    return posix_spawnp(&child, name, &actions, &attributes, &arguments, environ)
  }

  /// What comes out of pipes until all are closed; none of them is left full.
  private static func read(_ descriptors: [Int32]) -> [String] {
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var bytes: [[UInt8]] = descriptors.map { _ in [] }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while polled.contains(where: { $0.fd >= 0 }) {
      guard poll(&polled, nfds_t(polled.count), -1) >= 0 || errno == EINTR else { break }
      for place in polled.indices where polled[place].fd >= 0 && polled[place].revents != 0 {
        #if canImport(Glibc)
          let count = Glibc.read(polled[place].fd, &buffer, buffer.count)
        #else
          let count = Musl.read(polled[place].fd, &buffer, buffer.count)
        #endif
        if count < 0 && errno == EINTR { continue }
        if count > 0 { bytes[place] += buffer.prefix(count) } else { polled[place].fd = -1 }
      }
    }
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func reason(_ code: Int32) -> String { Files.reason(code, "").message }
}
