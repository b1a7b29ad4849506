import Language
import Reports
import Scenarios

/// An amount as it was answered. It keeps its currency; what is sensible, and what rules compare it with, is told in
/// dollars, in which starters are priced.
struct StartMoney {
  /// That of starters, and of a plain number.
  static let currency = "USD"
  /// Who says so where the answer does.
  static var yours: String { say("yours") }

  let amount: Double
  let currency: String
  let dollars: Double
  let span: SourceSpan
  private let period: UnitWord?

  /// As scenarios write it.
  var text: String { written(amount) }

  /// A part of it, as scenarios write it.
  func written(_ amount: Double) -> String {
    "\(((amount * 100).rounded() / 100).plain) \(currency)" + (period.map { " per \($0)" } ?? "")
  }

  /// - Parameters:
  ///   - range: what is sensible, in dollars.
  ///   - period: what an amount is for where it comes again and again.
  ///   - plain: the currency of a plain number.
  init(
    _ typed: Fragment, in range: ClosedRange<Double>, per period: UnitWord? = nil, plain: String = currency
  ) throws(Fault) {
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
    amount = quantity.value
    currency = quantity.currency ?? plain
    self.period = period
    span = typed.span
    guard let rate = Self.dollars(for: currency) else {
      throw Self.unknown(currency, at: span)
    }
    dollars = amount * rate
    guard range.contains(dollars) else {
      let format = NumberFormat()
      let (least, most) = (range.lowerBound / rate, range.upperBound / rate)
      throw Fault(
        say("\(format.text(amount, .number)) \(currency) is out of range"), at: typed.span,
        help: say("allowed: \(format.text(least, .number)) to \(format.text(most, .number)) \(currency)"))
    }
  }

  /// Refuses an amount that cannot be changed into the money of a scenario, in which starters need dollars.
  func check(in home: String) throws(Fault) {
    let needed = currency == home ? Self.currency : currency
    guard needed == home || Scenario.ratePreset(of: needed, in: home) != nil else {
      throw Self.unknown(currency, at: span)
    }
  }

  private static func unknown(_ currency: String, at span: SourceSpan) -> Fault {
    Fault(
      say("no exchange rate is known for \(currency.shortened(to: 10))"), at: span,
      help: say("known: \(currencies.joined(separator: ", "))"))
  }

  /// What one unit is in dollars; nil where no preset knows.
  private static func dollars(for code: String) -> Double? {
    if code == currency { return 1 }
    return Scenario.ratePreset(of: code, in: currency)?.exchangeRate?.rate
  }

  /// Those whose rate in dollars a preset knows, and in which dollars have one, so that it can be somebody's own.
  private static var currencies: [String] {
    let ending = "-in-\(currency.lowercased())"
    let codes = PresetCatalogue.presets(for: .fx).map(\.name).filter { $0.hasSuffix(ending) }
      .map { $0.dropLast(ending.count).uppercased() }
    return [currency] + codes.filter { Scenario.ratePreset(of: currency, in: $0) != nil }
  }
}
