import Glibc

/// Reads the rows of a script from a file descriptor in constant memory, without the line editor.
///
/// Rows end with LF or CR LF; the last one may end with the input. A byte order mark at the start is skipped. NUL
/// characters are kept: refusing them, with their column, is the language's part.
package struct ScriptReader: ~Copyable {
  package struct Row: Equatable, Sendable {
    /// From 1.
    package let number: Int
    package let text: Result<String, Problem>
  }

  /// What may be wrong with a row. The rows after it can be read, except after `unreadable`.
  package enum Problem: Error, Equatable, Sendable {
    /// `byte`, from 0, is the first that belongs to no character.
    case notUTF8(byte: Int)
    case tooLong(limit: Int)
    /// Reading failed with this `errno`.
    case unreadable(code: Int32)
  }

  /// Bytes in a row, without its end.
  package static let maximumRowLength = 1 << 20
  /// Bytes of a longer row that are passed over at most on the way to its end: behind these no row is looked for.
  package static let mostSkipped = 1 << 26

  private let descriptor: Int32
  private let shouldStop: () -> Bool
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var unread = 0..<0
  private var number = 0
  private var isAtEnd = false

  /// The descriptor stays the caller's: it is not closed here.
  /// - Parameter shouldStop: asked while nothing comes, a few times a second, and now and then in what never ends; true is
  ///   the end of the input.
  package init(descriptor: Int32, shouldStop: @escaping () -> Bool = { false }) {
    self.descriptor = descriptor
    self.shouldStop = shouldStop
  }

  /// The next row, or nil at the end. A row that is too long is told before its end has come: it may have none.
  package mutating func next() -> Row? {
    if isWithinLongRow { skipLongRow() }
    var bytes: [UInt8] = []
    var sawAny = false
    while let chunk = takeChunk() {
      sawAny = true
      if bytes.count + chunk.bytes.count > Self.maximumRowLength + 2 {
        isWithinLongRow = !chunk.endsRow
        return row(bytes, isTooLong: true)
      }
      bytes.append(contentsOf: chunk.bytes)
      if chunk.endsRow { return row(bytes) }
    }
    if let code = failure {
      failure = nil
      return Row(number: number + 1, text: .failure(.unreadable(code: code)))
    }
    return sawAny ? row(bytes) : nil
  }

  /// Has the last row been told before its end?
  private var isWithinLongRow = false

  private mutating func skipLongRow() {
    isWithinLongRow = false
    var skipped = 0
    while let chunk = takeChunk(), !chunk.endsRow {
      skipped += chunk.bytes.count
      if skipped > Self.mostSkipped {
        isAtEnd = true
        unread = 0..<0
      }
    }
  }

  private var failure: Int32?

  private mutating func row(_ bytes: [UInt8], isTooLong: Bool = false) -> Row {
    number += 1
    var content = bytes[...]
    if content.last == UInt8(ascii: "\n") { content.removeLast() }
    if content.last == UInt8(ascii: "\r") { content.removeLast() }
    if number == 1 && content.starts(with: [0xEF, 0xBB, 0xBF]) { content.removeFirst(3) }
    if isTooLong || content.count > Self.maximumRowLength {
      return Row(number: number, text: .failure(.tooLong(limit: Self.maximumRowLength)))
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      return Row(number: number, text: .failure(.notUTF8(byte: Self.validPrefixLength(content))))
    }
    return Row(number: number, text: .success(text))
  }

  /// What is buffered of the current row, with its newline if that is there; nil at the end or after a failure.
  private mutating func takeChunk() -> (bytes: ArraySlice<UInt8>, endsRow: Bool)? {
    if unread.isEmpty { fill() }
    guard !unread.isEmpty else { return nil }
    let newline = buffer[unread].firstIndex(of: UInt8(ascii: "\n"))
    let end = newline.map { $0 + 1 } ?? unread.upperBound
    defer { unread = end..<unread.upperBound }
    return (buffer[unread.lowerBound..<end], newline != nil)
  }

  private mutating func fill() {
    while !isAtEnd && unread.isEmpty {
      guard waitForInput() else {
        isAtEnd = true
        return
      }
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        unread = 0..<count
      } else if count == 0 {
        isAtEnd = true
      } else if errno != EINTR && errno != EAGAIN {
        failure = errno
        isAtEnd = true
      }
    }
  }

  /// Until there is something to read, an end or an error among it; false: nobody wants it any more.
  private func waitForInput() -> Bool {
    // What is no descriptor is never waited for; reading tells what is wrong.
    guard descriptor >= 0 else { return true }
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while !shouldStop() {
      let ready = poll(&wanted, 1, 100)
      if ready > 0 || ready < 0 && errno != EINTR { return true }
    }
    return false
  }

  private static func validPrefixLength(_ bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { length += UTF8.width(scalar) }
    return length
  }
}
