import Language
import Tabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The bytes of a regular file, read as they are needed.
final class FileBytes: ByteSource {
  private let descriptor: Int32
  private var count = 0

  /// Larger files are no exports; and one that grows while it is read, or never ends, ends here.
  private static let mostBytes = 2 << 30

  init(_ path: String) throws(Files.Problem) {
    descriptor = try Files.openRegular(path).descriptor
  }

  deinit { close(descriptor) }

  func next(atMost most: Int) throws(ReadFailure) -> [UInt8] {
    guard count < Self.mostBytes else { throw ReadFailure(code: EFBIG) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      var got = -1
      repeat { got = read(descriptor, buffer.baseAddress, most) } while got < 0 && errno == EINTR
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    if failure != 0 { throw ReadFailure(code: failure) }
    count += bytes.count
    return bytes
  }

  /// What a failure of `next` means to people.
  static func reason(_ code: Int32, _ path: String) -> Files.Problem {
    guard code == EFBIG else { return Files.reason(code, path) }
    return Files.Problem(
      say("the file is larger than \(mostBytes >> 30) GiB"),
      help: say("this file is too large: name a smaller one"))
  }

  func rewind() throws(ReadFailure) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw ReadFailure(code: errno) }
    count = 0
  }
}
