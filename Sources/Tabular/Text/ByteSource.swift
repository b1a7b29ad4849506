/// Bytes that are read from the beginning to the end, and again from the beginning.
package protocol ByteSource: AnyObject {
  /// The next bytes, at most so many; none at the end.
  func next(atMost count: Int) throws(ReadFailure) -> [UInt8]
  /// Goes back to the beginning.
  func rewind() throws(ReadFailure)
}

/// The system could not read on, for the reason of this `errno`.
package struct ReadFailure: Error, Equatable, Sendable {
  package let code: Int32

  package init(code: Int32) { self.code = code }
}

/// Bytes in memory.
package final class ByteArray: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  package func next(atMost count: Int) -> [UInt8] {
    let next = bytes[position...].prefix(count)
    position = next.endIndex
    return Array(next)
  }

  package func rewind() { position = 0 }
}

extension ByteSource {
  /// How much is read at a time.
  static var chunk: Int { 1 << 16 }

  /// Hands over all bytes from the beginning, a chunk at a time.
  func forEachChunk(_ body: ([UInt8]) -> Void) throws(Refusal) {
    do throws(ReadFailure) {
      try rewind()
      while true {
        let bytes = try next(atMost: Self.chunk)
        if bytes.isEmpty { return }
        body(bytes)
      }
    } catch {
      throw .unreadable(code: error.code)
    }
  }
}
