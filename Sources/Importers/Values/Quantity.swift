/// How many, as research tools say it: exactly, within a range (`1,000 - 1万`, `1K – 10K`), or below a floor (`< 5`).
struct Quantity: Equatable {
  let low: Amount
  let high: Amount
  /// Is it only known to be less than what is written? It then counts as half of that.
  let isBelow: Bool

  var middle: Amount { Amount(millionths: (low.millionths + high.millionths) / 2) }

  private init(_ low: Amount, _ high: Amount, isBelow: Bool = false) {
    (self.low, self.high, self.isBelow) = (low, high, isBelow)
  }

  /// nil for what is no quantity.
  ///
  /// - Parameter number: reads a plain number, under the decimal mark of the file.
  init?(_ text: String, number: (ArraySlice<UInt8>) -> Amount?) {
    let plain = Heading.plain(text)
    if plain.first == "<" {
      guard let bound = Self.value(plain.dropFirst(), number) else { return nil }
      let half = Amount(millionths: bound.millionths / 2)
      self.init(half, half, isBelow: true)
      return
    }
    if let one = Self.value(plain[...], number) {
      self.init(one, one)
      return
    }
    // The hyphen of a range has digits or units before it, unlike a minus.
    let ends = plain.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: true)
    guard ends.count == 2, let low = Self.value(ends[0], number), let high = Self.value(ends[1], number),
      low <= high
    else { return nil }
    self.init(low, high)
  }

  private static let units: [Character: Int] = ["k": 1000, "m": 1_000_000, "万": 10_000, "亿": 100_000_000]

  private static func value(_ text: Substring, _ number: (ArraySlice<UInt8>) -> Amount?) -> Amount? {
    var text = text
    while text.last == " " { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    var factor = 1
    if let last = text.last, let unit = units[last] {
      factor = unit
      text.removeLast()
    }
    guard let amount = number(Array(text.utf8)[...].withoutBlanks), !amount.isNegative else { return nil }
    let value = amount.times(Amount(factor))
    return value > .limit ? nil : value
  }
}

extension Row {
  /// A number or range, nil where it is unknown.
  func quantity(_ column: Column) throws(RowFault) -> Quantity? {
    let cell = bytes(column)
    if Conventions.isUnknown(cell) { return nil }
    guard cell.count <= DecimalText.mostBytes, let quantity = quantity(text(column)) else {
      throw .refuse(.badNumber, Self.shown(cell), column: column.heading)
    }
    return quantity
  }

  private func quantity(_ text: String) -> Quantity? {
    Quantity(text) { conventions.number($0, line: line)??.amount }
  }
}
