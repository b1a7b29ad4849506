/// Cuts a text into rows and cells, byte by byte: quotes, separators and line ends are ASCII in UTF-8, and no part of
/// another letter.
///
/// `"` quotes a cell only at its start; inside, two of them stand for one. Lines end with LF, CR LF or CR, mixed at will,
/// and may stand in quotes, where they are counted too.
struct RecordScanner {
  private(set) var record = Record()
  private let separator: UInt8
  private var state = State.start
  private var line = 1
  /// The line of the quote that is open.
  private var quoteLine = 1
  /// The last byte was CR: an LF now belongs to it.
  private var followsReturn = false
  /// The row has been handed over: the next byte begins another.
  private var isDone = false

  private enum State {
    /// Before the first byte of a cell.
    case start
    case plain
    case quoted
    /// Behind a quote that closes the cell, or is the first of two.
    case closed
  }

  private static let (feed, carriage, quote) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""))

  init(separator: UInt8) { self.separator = separator }

  /// Reads on in a chunk, from `position`, until a row is whole.
  ///
  /// - Returns: whether `record` is a row; if not, the chunk has ended.
  mutating func scan(_ chunk: [UInt8], from position: inout Int) throws(Refusal) -> Bool {
    beginIfDone()
    while position < chunk.count {
      let byte = chunk[position]
      let isSecondOfTwo = followsReturn && byte == Self.feed
      followsReturn = byte == Self.carriage
      if isSecondOfTwo {
        if state == .quoted { try append(byte) }
        position += 1
        continue
      }
      if state == .plain, byte != separator, byte != Self.feed, byte != Self.carriage {
        position = try appendRun(chunk, from: position)
        continue
      }
      position += 1
      if try take(byte) { return true }
    }
    return false
  }

  /// At the end of the text: whether `record` is a last row, one without a line end.
  mutating func finish() throws(Refusal) -> Bool {
    if state == .quoted { throw .openQuote(line: quoteLine) }
    beginIfDone()
    guard state != .start || record.count > 0 else { return false }
    try endRow()
    return true
  }

  private mutating func beginIfDone() {
    guard isDone else { return }
    isDone = false
    record.clear()
    record.line = line
  }

  /// - Returns: whether the row is whole.
  private mutating func take(_ byte: UInt8) throws(Refusal) -> Bool {
    let endsLine = byte == Self.feed || byte == Self.carriage
    if state == .quoted {
      if endsLine { line += 1 }
      if byte == Self.quote { state = .closed } else { try append(byte) }
      return false
    }
    if endsLine {
      line += 1
      try endRow()
      return true
    }
    switch state {
    case _ where byte == separator:
      try endCell()
    case .start where byte == Self.quote:
      (state, quoteLine) = (.quoted, line)
    case .closed where byte == Self.quote:
      try append(byte)
      state = .quoted
    case .closed:
      guard byte.isBlank else { throw .textBehindQuote(line: line) }
    default:
      try append(byte)
      state = .plain
    }
    return false
  }

  private mutating func append(_ byte: UInt8) throws(Refusal) {
    record.append(byte)
    try check()
  }

  /// Takes all bytes up to one that means something; gives its place.
  private mutating func appendRun(_ chunk: [UInt8], from start: Int) throws(Refusal) -> Int {
    var end = start
    while end < chunk.count, chunk[end] != separator, chunk[end] != Self.feed, chunk[end] != Self.carriage { end += 1 }
    record.append(chunk[start..<end])
    try check()
    return end
  }

  private func check() throws(Refusal) {
    if record.openCellSize > Limits.cellBytes { throw .cellTooLong(line: state == .quoted ? quoteLine : line) }
    if record.size > Limits.rowBytes { throw .rowTooLong(line: record.line) }
  }

  private mutating func endCell() throws(Refusal) {
    record.endCell()
    state = .start
    if record.count > Limits.columns { throw .tooManyColumns(line: record.line) }
  }

  private mutating func endRow() throws(Refusal) {
    try endCell()
    isDone = true
  }
}
