import Language

/// Rows of a table as they are written, one behind the other in blocks of a mebibyte: a million rows take little more
/// memory than their file.
package struct RowStore: Sendable {
  package let kind: TableKind
  private var blocks: [[UInt8]] = []
  private(set) var rows: [Place] = []
  private var scratch = RowWriter()

  /// Where a row stands: its block, its bytes in it, and the end of its key.
  struct Place: Sendable {
    let block: UInt32
    let start: UInt32
    let key: UInt32
    let end: UInt32
  }

  private static let blockSize = 1 << 20

  package init(_ kind: TableKind) { self.kind = kind }

  package var count: Int { rows.count }

  package mutating func append(_ fill: (inout RowWriter) -> Void) {
    scratch.clear(keys: kind.keys)
    fill(&scratch)
    scratch.endRow()
    append(row: scratch.bytes, key: scratch.key)
  }

  mutating func append(row: [UInt8], key: Int) {
    if (blocks.last?.count ?? Self.blockSize) + row.count > Self.blockSize {
      var block: [UInt8] = []
      block.reserveCapacity(max(Self.blockSize, row.count))
      blocks.append(block)
    }
    let block = blocks.count - 1
    let start = blocks[block].count
    blocks[block].append(contentsOf: row)
    rows.append(
      Place(block: UInt32(block), start: UInt32(start), key: UInt32(start + key), end: UInt32(start + row.count)))
  }

  /// Adds all rows of another store behind its own.
  package mutating func append(contentsOf other: RowStore) {
    for place in other.rows { append(row: Array(other.bytes(place)), key: Int(place.key - place.start)) }
  }

  func bytes(_ place: Place) -> ArraySlice<UInt8> { blocks[Int(place.block)][Int(place.start)..<Int(place.end)] }

  /// Of the keys: -1, 0 or 1. Keys are compared as they are written, byte by byte.
  func compare(_ a: Place, _ b: Place) -> Int { Self.compare(self, a, self, b) }

  static func compare(_ one: RowStore, _ a: Place, _ other: RowStore, _ b: Place) -> Int {
    one.blocks[Int(a.block)].withUnsafeBufferPointer { first in
      other.blocks[Int(b.block)].withUnsafeBufferPointer { second in
        let (aCount, bCount) = (Int(a.key - a.start), Int(b.key - b.start))
        for place in 0..<min(aCount, bCount) {
          let (x, y) = (first[Int(a.start) + place], second[Int(b.start) + place])
          if x != y { return x < y ? -1 : 1 }
        }
        return aCount == bCount ? 0 : aCount < bCount ? -1 : 1
      }
    }
  }

  /// By key; rows of one key stay in their order.
  mutating func sort() {
    let isSorted = zip(rows, rows.dropFirst()).allSatisfy { compare($0, $1) <= 0 }
    if isSorted { return }
    let order = rows.indices.sorted { first, second in
      let order = compare(rows[first], rows[second])
      return order == 0 ? first < second : order < 0
    }
    rows = order.map { rows[$0] }
  }
}

/// Writes one row of a table.
package struct RowWriter: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where the key ends.
  private(set) var key = 0
  private var keys = 0
  private var cells = 0

  mutating func clear(keys: Int) {
    bytes.removeAll(keepingCapacity: true)
    (self.keys, key, cells) = (keys, 0, 0)
  }

  private mutating func begin() {
    if cells > 0 { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func end() {
    cells += 1
    if cells == keys { key = bytes.count }
  }

  mutating func endRow() { bytes.append(UInt8(ascii: "\n")) }

  /// Text of a stranger: what a spreadsheet would calculate is disarmed, controls are blanks.
  package mutating func text(_ text: some StringProtocol) { write(Array(text.utf8)[...], disarms: true) }

  mutating func text(_ cell: ArraySlice<UInt8>) { write(cell, disarms: true) }

  mutating func write(_ cell: ArraySlice<UInt8>, disarms: Bool) {
    begin()
    let isFormula = disarms && (cell.first.map { "=+-@".utf8.contains($0) } ?? false)
    let needsQuotes = cell.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in cell {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte)
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    end()
  }

  /// A word, number or date of our own, which needs no care.
  mutating func plain(_ text: String) {
    begin()
    bytes.append(contentsOf: text.utf8)
    end()
  }

  mutating func amount(_ amount: Amount?) { plain(amount?.text() ?? "") }

  mutating func count(_ count: Int?) { plain(count.map(String.init) ?? "") }

  /// A number that may have a fraction, without decimals where it has none.
  mutating func number(_ amount: Amount?) { plain(amount?.text(decimals: 0) ?? "") }

  mutating func day(_ moment: Moment?) { plain(moment?.day.description ?? "") }
}
