#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns the bytes of another encoding into UTF-8, a chunk at a time, by iconv(3).
final class Transcoder {
  private let encoding: TextEncoding
  private let handle: iconv_t
  /// The beginning of a letter whose other bytes are in the next chunk.
  private var rest: [UInt8] = []

  init(_ encoding: TextEncoding) throws(Refusal) {
    guard let handle = iconv_open(TextEncoding.utf8.rawValue, encoding.rawValue), handle != Self.none else {
      throw .encodingNotInstalled(encoding)
    }
    (self.encoding, self.handle) = (encoding, handle)
  }

  deinit { iconv_close(handle) }

  /// What iconv_open gives when it fails.
  private static var none: iconv_t? { iconv_t(bitPattern: -1) }

  /// The text of these bytes, as far as they are whole letters.
  func text(of bytes: [UInt8]) throws(Refusal) -> [UInt8] {
    var input = rest + bytes
    var used = 0
    var failure: Int32 = 0
    // No letter takes more than three times its bytes: one byte of Windows-1252 becomes three at most.
    let text = [UInt8](unsafeUninitializedCapacity: 3 * input.count + 8) { output, count in
      input.withUnsafeMutableBytes { input in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        output.withMemoryRebound(to: CChar.self) { output in
          var to = output.baseAddress
          var room = output.count
          if iconv(handle, &from, &left, &to, &room) == -1 { failure = errno }
          count = output.count - room
        }
        used = input.count - left
      }
    }
    rest = Array(input[used...])
    // EINVAL: the last letter is not whole yet.
    guard failure == 0 || failure == EINVAL else { throw .undecodable(encoding) }
    return text
  }

  /// Throws where the text ends within a letter.
  func finish() throws(Refusal) {
    if !rest.isEmpty { throw .undecodable(encoding) }
  }
}
