import CPty
import Glibc

/// A pseudo-terminal to be one stream of a program whose others are files.
package final class StandardErrorTerminal {
  /// What the program is given.
  package let descriptor: Int32
  private let master: Int32

  package init(columns: Int32 = 80) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    guard cpty_open(&master, &slave, columns, 24) == 0 else { throw NotStarted(path: "pseudo-terminal") }
    self.master = master
    descriptor = slave
  }

  deinit {
    close(master)
    close(descriptor)
  }

  /// Waits for text to have been written.
  package func wait(for text: String) throws -> String {
    var seen: [UInt8] = []
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 50) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 1 << 12)
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      seen += buffer[..<count]
      let output = String(decoding: seen, as: UTF8.self)
      if output.contains(text) { return output }
    }
    throw TimedOut(awaited: text, seen: String(decoding: seen, as: UTF8.self))
  }
}
