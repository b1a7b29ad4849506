import Glibc

/// Writes text to a file descriptor, whole or not at all as far as the caller sees.
package struct Output: Sendable {
  package enum Failure: Error, Equatable, Sendable {
    /// The reader has gone, as `head` does: a reason to end quietly.
    case readerIsGone
    /// Writing failed with this `errno`.
    case failed(code: Int32)
  }

  package static let standard = Output(descriptor: STDOUT_FILENO)
  package static let standardError = Output(descriptor: STDERR_FILENO)

  package let descriptor: Int32

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes all of `text`, going on after interruptions and partial writes.
  ///
  /// `Interrupts.prepareProcess()` has to have been called, or a gone reader ends the process.
  package func write(_ text: String) throws(Failure) {
    var text = text
    let code = text.withUTF8 { writeAll(UnsafeRawBufferPointer($0)) }
    if code == EPIPE { throw .readerIsGone }
    if code != 0 { throw .failed(code: code) }
  }

  /// Does nobody read any more what is written to a pipe?
  package var hasLostReader: Bool {
    var wanted = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&wanted, 1, 0) > 0 && wanted.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0
  }

  /// 0 or an `errno`.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wanted, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
