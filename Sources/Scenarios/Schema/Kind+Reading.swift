package import Language
import Statistics

extension Kind {
  /// Reads a value as typed in a file, at the prompt or in an option.
  ///
  /// - Parameters:
  ///   - range: what the field allows, in its own unit.
  ///   - currency: the scenario's; amounts in another one are refused.
  package func read(
    _ text: Fragment, in range: ClosedRange<Double>?, currency: String
  ) throws(Fault) -> FieldValue {
    switch self {
    case .money(let basis): return .number(try checked(try text.money(per: basis, currency), text, range, currency))
    case .moneyPerDay: return .number(try checked(try text.moneyPerDay(currency), text, range, currency))
    case .amount:
      let amount = try text.amount(currency)
      _ = try checked(amount.value, text, range, currency)
      return .amount(amount)
    case .share: return .number(try checked(try text.share(), text, range, currency))
    case .rate(let period): return .number(try checked(try text.rate(per: period), text, range, currency))
    case .days: return .number(try checked(try text.days(), text, range, currency))
    case .wholeDays: return .number(try whole(try checked(try text.days(), text, range, currency), text))
    case .lag: return .lag(try text.lag(within: range))
    case .factor: return .number(try checked(try text.plainNumber(), text, range, currency))
    case .count(let unit): return .number(try checked(try text.count(of: unit), text, range, currency))
    case .season: return try season(text, in: range)
    case .text: return .text(text.text)
    case .currency: return .text(try text.currencyCode())
    case .date: return .date(try text.date())
    case .flag: return .flag(try text.flag())
    case .choice(let words): return .text(try text.choice(of: words))
    case .reference: return .text(text.text)
    }
  }

  package static let seasonHelp = "write [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.2, 1.2]"

  /// Checks twelve factors already read one by one.
  package static func season(_ factors: [Double], at span: SourceSpan) throws(Fault) -> FieldValue {
    guard factors.count == 12 else {
      throw Fault("twelve factors are expected, these are \(factors.count)", at: span, help: seasonHelp)
    }
    guard factors.contains(where: { $0 > 0 }) else { throw Fault("one factor at least is above 0", at: span) }
    return .list(factors)
  }

  private func season(_ text: Fragment, in range: ClosedRange<Double>?) throws(Fault) -> FieldValue {
    guard let list = text.insideBrackets("[", "]") else {
      throw Fault("twelve factors are expected, January to December", at: text.span, help: Self.seasonHelp)
    }
    var factors: [Double] = []
    for item in list.separatedByCommas(thousands: false) {
      let factor = try Kind.factor.read(item, in: range, currency: "")
      if case .number(let number) = factor { factors.append(number) }
    }
    return try Self.season(factors, at: text.span)
  }

  private func checked(
    _ value: Double, _ text: Fragment, _ range: ClosedRange<Double>?, _ currency: String
  ) throws(Fault) -> Double {
    guard let range, !range.contains(value) else { return value }
    let low = write(.number(range.lowerBound), currency: currency)
    let high = write(.number(range.upperBound), currency: currency)
    throw Fault("out of range", at: text.span, help: "allowed: \(low) to \(high)")
  }

  private func whole(_ value: Double, _ text: Fragment) throws(Fault) -> Double {
    guard value == value.rounded() else { throw Fault("whole days are expected", at: text.span) }
    return value
  }
}

extension Fragment {
  fileprivate func quantity() throws(Fault) -> Quantity { try Quantity(parsing: self) }

  /// An amount of money in the scenario's currency; what it is per is for the caller.
  private func money(_ currency: String) throws(Fault) -> Quantity {
    let quantity = try quantity()
    guard !quantity.isPercent else { throw Fault("money is expected, not a percentage", at: span) }
    if let other = quantity.currency, other != currency {
      throw Fault("wrong currency: this scenario is in \(currency)", at: span)
    }
    return quantity
  }

  fileprivate func money(per basis: Kind.Basis?, _ currency: String) throws(Fault) -> Double {
    let quantity = try money(currency)
    if let unit = quantity.unit { throw Fault("wrong unit: \(unit)", at: span, help: Self.example(currency, basis)) }
    if let per = quantity.per, !Self.matches(per, basis) {
      throw Fault("wrong unit: per \(per.unit)", at: span, help: Self.example(currency, basis))
    }
    return quantity.value
  }

  private static func matches(_ per: Quantity.Per, _ basis: Kind.Basis?) -> Bool {
    switch basis {
    case nil: false
    case .month: per == Quantity.Per(1, .month)
    case .thousandViews: per == Quantity.Per(1000, .other("view"))
    case .some(let basis): per == Quantity.Per(1, .other(basis.rawValue))
    }
  }

  private static func example(_ currency: String, _ basis: Kind.Basis?) -> String {
    guard let basis else { return "write 40 \(currency)" }
    return "write 40 \(currency) per \(basis == .thousandViews ? "1000 views" : basis.rawValue)"
  }

  fileprivate func moneyPerDay(_ currency: String) throws(Fault) -> Double {
    let quantity = try money(currency)
    let help = "write 40 \(currency) per day, or 1200 \(currency) per 30 days"
    if let unit = quantity.unit { throw Fault("wrong unit: \(unit)", at: span, help: help) }
    guard let per = quantity.per else { return quantity.value }
    guard let days = per.days, days > 0 else { throw Fault("wrong unit: per \(per.unit)", at: span, help: help) }
    return quantity.value / days
  }

  fileprivate func amount(_ currency: String) throws(Fault) -> PeriodAmount {
    let quantity = try money(currency)
    let help = "write 39 \(currency) per month, per day, per 30 days, per year, or 150 \(currency) once"
    if quantity.unit == .other("once"), quantity.per == nil { return PeriodAmount(quantity.value, .once) }
    if let unit = quantity.unit { throw Fault("wrong unit: \(unit)", at: span, help: help) }
    switch quantity.per {
    case nil: throw Fault("how often is it paid?", at: span, help: help)
    case Quantity.Per(1, .day): return PeriodAmount(quantity.value, .day)
    case Quantity.Per(1, .month): return PeriodAmount(quantity.value, .month)
    case Quantity.Per(1, .year): return PeriodAmount(quantity.value, .year)
    case .some(let per):
      guard let days = per.days, days >= 1, days <= 3650 else {
        throw Fault("wrong period", at: span, help: help)
      }
      return PeriodAmount(quantity.value, .days(days))
    }
  }

  fileprivate func share() throws(Fault) -> Double {
    let quantity = try quantity()
    guard quantity.currency == nil, quantity.unit == nil, quantity.per == nil else {
      throw Fault("wrong unit: a share is expected", at: span, help: "write 12 % or 0.12")
    }
    if !quantity.isPercent, quantity.value > 1 {
      throw Fault("a share is at most 1", at: span, help: "write \(quantity.value.plain) % if that is meant")
    }
    return quantity.fraction
  }

  fileprivate func rate(per period: Kind.RatePeriod) throws(Fault) -> Double {
    let quantity = try quantity()
    let unit: UnitWord = period == .month ? .month : .year
    guard quantity.currency == nil, quantity.unit == nil, quantity.per.map({ $0 == Quantity.Per(1, unit) }) ?? true
    else { throw Fault("wrong unit: this is per \(period.rawValue)", at: span, help: "write 2 % per \(period.rawValue)") }
    return quantity.fraction
  }

  fileprivate func days() throws(Fault) -> Double { try Self.days(try quantity()) }

  private static func days(_ quantity: Quantity) throws(Fault) -> Double {
    let help = "write 3 days or 3"
    guard quantity.currency == nil, !quantity.isPercent, quantity.per == nil else {
      throw Fault("wrong unit: days are expected", at: quantity.span, help: help)
    }
    switch quantity.unit {
    case nil, .day: return quantity.value
    case .week: return quantity.value * 7
    case .some(let unit): throw Fault("wrong unit: \(unit)", at: quantity.span, help: help)
    }
  }

  fileprivate func plainNumber() throws(Fault) -> Double {
    let quantity = try quantity()
    guard quantity.isPlainNumber else { throw Fault("a plain number is expected", at: span, help: "write 1.2") }
    return quantity.value
  }

  /// A whole or fractional count; its unit may be written.
  fileprivate func count(of noun: String) throws(Fault) -> Double {
    let quantity = try quantity()
    let words = noun.split(separator: " per ").map(String.init)
    let unit = UnitWord(words.first ?? noun)
    let per = words.count > 1 ? Quantity.Per(1, UnitWord(words[1])) : nil
    guard quantity.currency == nil, !quantity.isPercent, quantity.unit == nil || quantity.unit == unit,
      quantity.per == nil || quantity.per == per
    else { throw Fault("wrong unit: \(noun) are expected", at: span, help: "write 12 or 12 \(noun)") }
    guard quantity.value == quantity.value.rounded() || words.first == "visits" else {
      throw Fault("a whole number of \(noun) is expected", at: span)
    }
    return quantity.value
  }

  /// A number of days, or how they are distributed.
  fileprivate func lag(within range: ClosedRange<Double>?) throws(Fault) -> Lag {
    let allowed = range ?? 0...365
    func inside(_ quantity: Quantity) throws(Fault) -> Double {
      let days = try Self.days(quantity)
      guard allowed.contains(days) else {
        throw Fault(
          "out of range", at: quantity.span, help: "allowed: \(allowed.lowerBound.plain) to \(allowed.upperBound.plain) days")
      }
      return days
    }
    switch try ValueExpression(parsing: self) {
    case .quantity(let quantity): return .fixed(try inside(quantity))
    case .range(let low, let high):
      let (low, high, span) = (try inside(low), try inside(high), low.span.joined(with: high.span))
      guard low > 0, high > low else {
        throw Fault("the range must rise from above 0", at: span, help: "write 10 to 30 days")
      }
      // The 5th and 95th percentile of a lognormal: z = Φ⁻¹(0.95).
      let z = Normal.quantile(0.95)
      return .lognormal(median: (low * high).squareRoot(), sigma: Elementary.log(high / low) / (2 * z))
    case .call(let call): return try Self.lag(call, inside)
    }
  }

  private static func lag(
    _ call: ValueExpression.Call, _ inside: (Quantity) throws(Fault) -> Double
  ) throws(Fault) -> Lag {
    guard call.arguments.count == 2 else {
      throw Fault("two arguments are expected", at: call.span, help: "write lognormal(24, 0.5) or uniform(3, 10)")
    }
    let (first, second) = (call.arguments[0], call.arguments[1])
    switch call.name.text.lowercased() {
    case "lognormal":
      let median = try inside(first)
      guard median > 0 else { throw Fault("the median must be above 0", at: first.span) }
      guard second.isPlainNumber, (0...2).contains(second.value) else {
        throw Fault("sigma is a plain number from 0 to 2", at: second.span)
      }
      return second.value == 0 ? .fixed(median) : .lognormal(median: median, sigma: second.value)
    case "uniform":
      let (low, high) = (try inside(first), try inside(second))
      guard low <= high else { throw Fault("the first bound is above the second", at: call.span) }
      return low == high ? .fixed(low) : .uniform(low, high)
    default:
      throw Fault(
        "no such distribution of days: \(call.name.text)", at: call.name.span,
        help: "there are lognormal(median, sigma) and uniform(from, to)")
    }
  }

  fileprivate func currencyCode() throws(Fault) -> String {
    let code = text
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw Fault("a currency has three capital letters", at: span, help: "write USD")
    }
    return code
  }

  fileprivate func date() throws(Fault) -> CalendarDate {
    let date = try CalendarDate(parsing: self)
    // Sixty months from there must still be dates.
    guard date.year <= 2190 else { throw Fault("years go to 2190 here", at: span) }
    return date
  }

  fileprivate func flag() throws(Fault) -> Bool {
    switch text.lowercased() {
    case "yes", "true", "on": return true
    case "no", "false", "off": return false
    default: throw Fault("yes or no is expected", at: span)
    }
  }

  fileprivate func choice(of words: [String]) throws(Fault) -> String {
    let word = text.lowercased()
    guard words.contains(word) else {
      throw Fault("not one of the choices", at: span, help: "allowed: \(words.joined(separator: ", "))")
    }
    return word
  }
}

extension Quantity.Per {
  /// As days; nil where a unit has no fixed number of them.
  fileprivate var days: Double? {
    switch unit {
    case .day: count
    case .week: 7 * count
    default: nil
    }
  }
}
