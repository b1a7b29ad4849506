/// A number as written, with all that was written around it: `40 USD/day`, `2 % per month`, `2,000 USD per 30 days`.
///
/// What it means is for the field it is given to: this type converts nothing.
package struct Quantity: Hashable, Sendable {
  /// What a quantity is counted by: `per 30 days` is 30 of `.day`.
  package struct Per: Hashable, Sendable {
    package let count: Double
    package let unit: UnitWord

    package init(_ count: Double, _ unit: UnitWord) {
      self.count = count
      self.unit = unit
    }
  }

  /// Finite, as written: 45 for `45%`, 20,000 for `20k`.
  package let value: Double
  package let isPercent: Bool
  /// ISO 4217 code; `$` is USD, `¥` and `元` are CNY, `€` is EUR, `£` is GBP.
  package let currency: String?
  package let unit: UnitWord?
  package let per: Per?
  package let span: SourceSpan

  package init(
    _ value: Double, isPercent: Bool = false, currency: String? = nil, unit: UnitWord? = nil, per: Per? = nil,
    span: SourceSpan = SourceSpan(0, 0)
  ) {
    self.value = value
    self.isPercent = isPercent
    self.currency = currency
    self.unit = unit
    self.per = per
    self.span = span
  }

  /// The value with a percentage divided: 0.45 for `45%`, 45 for `45`.
  package var fraction: Double { isPercent ? value / 100 : value }

  /// Whether nothing stands beside the number.
  package var isPlainNumber: Bool { !isPercent && currency == nil && unit == nil && per == nil }

  /// Reads the whole fragment as a quantity.
  package init(parsing fragment: Fragment) throws(Fault) {
    var scanner = Scanner(fragment)
    self = try scanner.quantity(grouped: true)
    try scanner.finish()
  }

  /// Reads a quantity from the start of a fragment, and gives back what follows it, e.g. `on base`.
  package static func readPrefix(of fragment: Fragment) throws(Fault) -> (quantity: Quantity, rest: Fragment) {
    var scanner = Scanner(fragment)
    let quantity = try scanner.quantity(grouped: true)
    return (quantity, scanner.rest())
  }
}
