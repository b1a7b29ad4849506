/// One row of a table as it stands in the file: cells without their quotes.
///
/// Cells lie one behind the other in one run of bytes, which the next row reuses: a table of a million rows takes the
/// memory of one.
package struct Record {
  /// The line on which the row begins.
  package internal(set) var line = 1
  private var bytes: [UInt8] = []
  /// Behind the last byte of each cell that has ended.
  private var ends: [Int] = []

  package var count: Int { ends.count }

  /// The bytes of a cell; none behind the last.
  package subscript(cell: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(cell) else { return [] }
    return bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
  }

  package func text(_ cell: Int) -> String { String(decoding: self[cell], as: UTF8.self) }

  /// Is there nothing but blanks from this cell on?
  package func isBlank(from cell: Int = 0) -> Bool {
    guard cell < count else { return true }
    return bytes[(cell == 0 ? 0 : ends[cell - 1])...].allSatisfy(\.isBlank)
  }

  /// The cells as headings: without the blanks around them, and without empty ones at the end.
  var headings: [String] {
    var headings = (0..<count).map { String(decoding: self[$0].trimmed, as: UTF8.self) }
    while headings.last == "" { headings.removeLast() }
    return headings
  }

  // MARK: Filling

  var size: Int { bytes.count }
  var openCellSize: Int { bytes.count - (ends.last ?? 0) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }
  mutating func append(_ run: ArraySlice<UInt8>) { bytes.append(contentsOf: run) }
  mutating func endCell() { ends.append(bytes.count) }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}

extension UInt8 {
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension ArraySlice<UInt8> {
  /// Without blanks at either end; U+00A0 and U+202F, which spreadsheets write, are blanks too.
  var trimmed: ArraySlice<UInt8> {
    var rest = self
    while true {
      if let first = rest.first, first.isBlank {
        rest = rest.dropFirst()
      } else if let last = rest.last, last.isBlank {
        rest = rest.dropLast()
      } else if let blank = Self.wideBlanks.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(blank.count)
      } else if let blank = Self.wideBlanks.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
        rest = rest.dropLast(blank.count)
      } else {
        return rest
      }
    }
  }

  private static let wideBlanks: [[UInt8]] = ["\u{A0}", "\u{202F}"].map { Array($0.utf8) }
}
