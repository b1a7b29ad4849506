/// An exact decimal with six places: money, and whatever else a file counts with a fraction.
///
/// Never a `Double`: cents of a million rows must add up. 128 bits hold the sum of any file.
package struct Amount: Hashable, Comparable, Sendable {
  package var millionths: Int128

  package static let perUnit: Int128 = 1_000_000
  package static let zero = Amount(millionths: 0)
  /// Nothing in a file is larger (±10¹²).
  package static let limit = Amount(millionths: perUnit * 1_000_000_000_000)

  package init(millionths: Int128) { self.millionths = millionths }
  package init(_ whole: Int) { millionths = Int128(whole) * Self.perUnit }

  package static func < (a: Amount, b: Amount) -> Bool { a.millionths < b.millionths }
  package static func + (a: Amount, b: Amount) -> Amount { Amount(millionths: a.millionths + b.millionths) }
  package static func - (a: Amount, b: Amount) -> Amount { Amount(millionths: a.millionths - b.millionths) }
  package static prefix func - (a: Amount) -> Amount { Amount(millionths: -a.millionths) }
  package static func += (a: inout Amount, b: Amount) { a.millionths += b.millionths }
  package static func -= (a: inout Amount, b: Amount) { a.millionths -= b.millionths }

  package var magnitude: Amount { millionths < 0 ? -self : self }
  package var isNegative: Bool { millionths < 0 }

  /// This many of it; the numbers of a file are bounded, so that this has room.
  package func times(_ factor: Amount) -> Amount {
    let product = millionths.multipliedReportingOverflow(by: factor.millionths)
    return product.overflow ? self : Amount(millionths: product.partialValue / Self.perUnit)
  }

  /// With the decimals it has, but at least so many: `46.68`, `0.3125`, `19`.
  package func text(decimals least: Int = 2) -> String {
    let magnitude = millionths.magnitude
    var fraction = String(magnitude % UInt128(Self.perUnit))
    fraction = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    while fraction.utf8.count > least, fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = String(magnitude / UInt128(Self.perUnit))
    return (millionths < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// For a screen, which rounds; tables and sums keep the exact value.
  package var approximate: Double { Double(millionths) / 1e6 }
}

extension Amount {
  /// As tables of a folder write it, `1.08`; nil for what is no number.
  package init?(_ text: String) {
    guard let amount = DecimalText(Array(text.utf8)[...], assuming: .point)?.amount else { return nil }
    self = amount
  }
}
