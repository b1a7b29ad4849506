import Language
import Reports
import Scenarios

/// An amount as it was answered, in the currency of what `start` writes.
struct StartMoney {
  static let currency = "USD"
  /// Yuan for a dollar. Source: monthly averages of the Federal Reserve (FRED, DEXCHUS) to June 2026.
  private static let yuan = 6.776
  /// Who says so where the answer does.
  static var yours: String { say("yours") }

  let dollars: Double
  let note: String
  private let period: UnitWord?

  /// As scenarios write it.
  var text: String { Self.text(dollars) + (period.map { " per \($0)" } ?? "") }

  static func text(_ dollars: Double) -> String { "\(((dollars * 100).rounded() / 100).plain) \(currency)" }

  /// - Parameters:
  ///   - range: what is sensible, in dollars.
  ///   - period: what an amount is for where it comes again and again.
  init(_ typed: Fragment, in range: ClosedRange<Double>, per period: UnitWord? = nil) throws(Fault) {
    let quantity = try Quantity(parsing: typed.trimmed)
    let isPlain = !quantity.isPercent && quantity.unit == nil
    let hasPeriod = quantity.per.map { $0.count == 1 && $0.unit == period } ?? true
    guard isPlain, hasPeriod else {
      throw Fault(
        say("expected an amount of money"), at: typed.span,
        help: period == .day
          ? say("write an amount a day, such as 30")
          : period == .month ? say("write an amount a month, such as 60") : say("write an amount, such as 2000"))
    }
    switch quantity.currency {
    case nil, Self.currency?: (dollars, note) = (quantity.value, Self.yours)
    case "CNY"?:
      let format = NumberFormat()
      // To the cent where it is a price, else to the dollar: a rate is not known so well.
      let exact = quantity.value / Self.yuan
      dollars = exact < 200 ? (exact * 100).rounded() / 100 : exact.rounded()
      note = say(
        "yours: \(format.text(quantity.value, .number)) CNY at \(String(Self.yuan)) CNY per USD (FRED, June 2026)")
    case let other?:
      throw Fault(
        say("amounts in \(other) cannot be used here"), at: typed.span, help: say("write the amount in USD, or in CNY"))
    }
    self.period = period
    guard range.contains(dollars) else {
      let format = NumberFormat()
      throw Fault(
        say("\(format.text(dollars, .number)) USD is out of range"), at: typed.span,
        help: say(
          "allowed: \(format.text(range.lowerBound, .number)) to \(format.text(range.upperBound, .number)) USD"))
    }
  }
}
