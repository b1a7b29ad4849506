import Tabular

/// One row of a file, read by columns of its format.
struct Row {
  let record: Record
  let conventions: Conventions

  var line: Int { record.line }

  private static let mostKept = 256
  private static let mostOfID = 64

  /// The bytes of a cell without blanks around them; none where the column is not there.
  func bytes(_ column: Column) -> ArraySlice<UInt8> {
    guard let place = column.place else { return [] }
    return record[place].withoutBlanks
  }

  func isEmpty(_ column: Column) -> Bool { bytes(column).isEmpty }

  /// What a cell says, cut where it is too long to be kept.
  func text(_ column: Column) -> String {
    let bytes = bytes(column)
    guard bytes.count > Self.mostKept else { return String(decoding: bytes, as: UTF8.self) }
    return String(String(decoding: bytes, as: UTF8.self).prefix(Self.mostKept))
  }

  /// In lower case, to be compared with words of the platform.
  func word(_ column: Column) -> String { Heading.plain(text(column)) }

  /// A number, nil where it is unknown.
  func amount(_ column: Column) throws(RowFault) -> Amount? { try money(column)?.amount }

  /// A number with the currency that stands beside it or in the heading.
  func money(_ column: Column) throws(RowFault) -> (amount: Amount, currency: String?)? {
    guard let place = column.place else { return nil }
    let cell = record[place].withoutBlanks
    guard let number = conventions.number(cell, line: line) else {
      throw .refuse(.badNumber, Self.shown(cell), column: column.heading)
    }
    guard let (amount, currency) = number else { return nil }
    return (amount, currency ?? column.currency)
  }

  /// A whole number from 0; nil where it is unknown.
  func count(_ column: Column) throws(RowFault) -> Int? {
    guard let amount = try amount(column) else { return nil }
    guard amount.millionths % Amount.perUnit == 0, !amount.isNegative else {
      throw .refuse(.badNumber, Self.shown(bytes(column)), column: column.heading)
    }
    return Int(amount.millionths / Amount.perUnit)
  }

  /// A day, with its time where it has one; nil where the cell is empty.
  func moment(_ column: Column) throws(RowFault) -> Moment? {
    guard let place = column.place else { return nil }
    let cell = record[place].withoutBlanks
    if Conventions.isUnknown(cell) { return nil }
    guard let moment = conventions.moment(cell, column: place, line: line) else {
      throw .refuse(.badDate, Self.shown(cell), column: column.heading)
    }
    return moment
  }

  /// A day without which the row means nothing.
  func neededMoment(_ column: Column) throws(RowFault) -> Moment {
    guard let moment = try moment(column) else { throw .refuse(.badDate, "", column: column.heading) }
    return moment
  }

  func neededAmount(_ column: Column) throws(RowFault) -> Amount {
    guard let amount = try amount(column) else { throw .refuse(.badNumber, "", column: column.heading) }
    return amount
  }

  /// The number of an order, a payment or a payout, as text. What a spreadsheet has rounded is none.
  func id(_ column: Column) throws(RowFault) -> String {
    let cell = bytes(column)
    guard !Self.isRounded(cell) else { throw .refuse(.roundedID, Self.shown(cell), column: column.heading) }
    guard cell.count <= Self.mostOfID else { throw .refuse(.badNumber, Self.shown(cell), column: column.heading) }
    return String(decoding: cell, as: UTF8.self)
  }

  /// `5.77E+17`.
  private static func isRounded(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let e = cell.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }), cell.count > 4 else {
      return false
    }
    let (before, behind) = (cell[..<e], cell[(e + 1)...])
    return before.contains(UInt8(ascii: ".")) && behind.first == UInt8(ascii: "+")
      && before.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }
      && behind.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && behind.count > 1
  }

  /// The ISO letters in a cell.
  func currency(_ column: Column) -> String? {
    let cell = bytes(column)
    return cell.isEmpty ? nil : Currency.code(String(decoding: cell, as: UTF8.self))
  }

  /// Is one of the first cells a word with which rows of totals begin?
  func begins(with words: [String]) -> Bool {
    for place in 0..<min(record.count, 3) {
      let cell = record[place].withoutBlanks
      if cell.isEmpty { continue }
      let text = Heading.plain(String(decoding: cell.prefix(64), as: UTF8.self))
      return words.contains { text.hasPrefix($0) }
    }
    return false
  }

  static func shown(_ cell: ArraySlice<UInt8>) -> String {
    let text = String(decoding: cell.prefix(160), as: UTF8.self)
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks at its ends; the wide ones of spreadsheets only where one of their bytes is met.
  var withoutBlanks: ArraySlice<UInt8> {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start] <= 0x20 { start += 1 }
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    guard start < end, self[start] >= 0xC2 || self[end - 1] >= 0x80 else { return self[start..<end] }
    return self[start..<end].withoutWideBlanks
  }

  private var withoutWideBlanks: ArraySlice<UInt8> {
    var rest = self
    while true {
      if let blank = Self.wideBlanks.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(blank.count)
      } else if let blank = Self.wideBlanks.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
        rest = rest.dropLast(blank.count)
      } else if let first = rest.first, first <= 0x20 {
        rest = rest.dropFirst()
      } else if let last = rest.last, last <= 0x20 {
        rest = rest.dropLast()
      } else {
        return rest
      }
    }
  }

  private static let wideBlanks: [[UInt8]] = ["\u{A0}", "\u{202F}", "\u{3000}"].map { Array($0.utf8) }
}
