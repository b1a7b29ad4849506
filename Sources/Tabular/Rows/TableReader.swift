/// Reads a table of text row by row: CSV in its dialects.
///
/// What the file is, its encoding, separator and header are found from its content. Rows have as many cells as the
/// header; empty cells behind the last column and rows of blanks mean nothing.
package struct TableReader {
  package let encoding: TextEncoding
  package let separator: UInt8
  /// The names of the columns, without blanks around them.
  package let header: [String]
  package let headerLine: Int
  /// The rows above the header, cell by cell: titles, periods, names.
  package let above: [[String]]

  private var bytes: DecodedBytes
  private var scanner: RecordScanner
  private var chunk: [UInt8] = []
  private var position = 0
  private var hasEnded = false

  /// The row that `next` has read.
  package var record: Record { scanner.record }

  /// - Parameters:
  ///   - encoding: what somebody says the bytes are in; else they are looked at.
  ///   - separator: what parts its cells, where somebody says so.
  ///   - isHeader: knows the header by its names. Where no row is it, the first is, so that it can be told.
  package init(
    _ source: any ByteSource, as encoding: TextEncoding? = nil, separatedBy separator: UInt8? = nil,
    where isHeader: ([String]) -> Bool
  ) throws(Refusal) {
    let survey = try Survey(source)
    if survey.head.isEmpty { throw .empty }
    let (encoding, layout) = try Self.layout(of: survey, source, said: (encoding, separator), isHeader)
    (self.encoding, self.separator) = (encoding, layout.separator)
    (header, headerLine, above) = (layout.header, layout.headerLine, layout.above)
    bytes = try DecodedBytes(source, as: encoding)
    scanner = RecordScanner(separator: layout.separator)
    for _ in 0...layout.rowsAbove { _ = try nextRecord() }
  }

  /// How a row fits below the header.
  package enum Shape: Equatable, Sendable {
    case whole
    case short(found: Int)
    case long(found: Int)
  }

  /// Goes on to the next row that is not blank, whatever its cells; nil at the end of the table.
  package mutating func nextRow() throws(Refusal) -> Shape? {
    while try nextRecord() {
      if scanner.record.isBlank() { continue }
      let (found, expected) = (scanner.record.count, header.count)
      if found < expected { return .short(found: found) }
      return scanner.record.isBlank(from: expected) ? .whole : .long(found: found)
    }
    return nil
  }

  /// Goes on to the next row that is not blank; false at the end of the table. Cells never shift: rows that are too short
  /// or too long refuse the table.
  package mutating func next() throws(Refusal) -> Bool {
    guard let shape = try nextRow() else { return false }
    let (line, expected) = (scanner.record.line, header.count)
    switch shape {
    case .whole: return true
    case .short(let found): throw .tooFewCells(line: line, found: found, expected: expected)
    case .long(let found): throw .tooManyCells(line: line, found: found, expected: expected)
    }
  }

  private mutating func nextRecord() throws(Refusal) -> Bool {
    while !hasEnded {
      if try scanner.scan(chunk, from: &position) { return true }
      guard let next = try bytes.next() else {
        hasEnded = true
        return try scanner.finish()
      }
      (chunk, position) = (next, 0)
    }
    return false
  }

  private static func layout(
    of survey: Survey, _ source: any ByteSource, said: (encoding: TextEncoding?, separator: UInt8?),
    _ isHeader: ([String]) -> Bool
  ) throws(Refusal) -> (TextEncoding, Layout) {
    if let kind = ForeignKind(beginning: survey.head) { throw .foreign(kind) }
    let candidates = if let encoding = said.encoding { [encoding] } else { try TextEncoding.candidates(survey) }
    for encoding in candidates {
      if candidates.count > 1, try !DecodedBytes.allows(encoding, source) { continue }
      let text = try beginning(of: source, as: encoding, upTo: survey.isCut ? survey.head.count : .max)
      if let kind = ForeignKind(beginning: text) { throw .foreign(kind) }
      let samples = Layout.samples(of: text, isCut: survey.isCut).filter {
        said.separator == nil || $0.separator == said.separator
      }
      if let layout = Layout.finding(isHeader, in: samples) { return (encoding, layout) }
      // Only an encoding that is sure may name columns nobody asked for: of a wrong one they would be gibberish.
      if candidates.count == 1 {
        guard let layout = Layout.steadiest(of: samples) else { throw .noHeader }
        return (encoding, layout)
      }
    }
    let place = survey.firstInvalid ?? Survey.BytePlace(offset: 0, line: 1)
    throw .unknownEncoding(line: place.line, offset: place.offset)
  }

  /// At least so many bytes of the text, or all of it.
  private static func beginning(
    of source: any ByteSource, as encoding: TextEncoding, upTo count: Int
  ) throws(Refusal) -> [UInt8] {
    var bytes = try DecodedBytes(source, as: encoding)
    var text: [UInt8] = []
    while text.count < count, let next = try bytes.next() { text += next }
    return text
  }
}
