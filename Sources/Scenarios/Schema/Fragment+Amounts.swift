import Language

/// How numbers with units are read; what they may be is for their fields.
extension Fragment {
  func quantity() throws(Fault) -> Quantity { try Quantity(parsing: self) }

  func money(per basis: Kind.Basis?, _ currency: String) throws(Fault) -> Double {
    try quantity().money(per: basis, currency)
  }

  func moneyPerDay(_ currency: String) throws(Fault) -> Double { try quantity().moneyPerDay(currency) }
  func share() throws(Fault) -> Double { try quantity().share() }
  func rate(per period: Kind.RatePeriod) throws(Fault) -> Double { try quantity().rate(per: period) }
  func plainNumber() throws(Fault) -> Double { try quantity().plainNumber() }

  /// A share, alone or by the month or year.
  func chance() throws(Fault) -> Chance {
    let quantity = try quantity()
    let help = say(
      "for example: 2 % per month, or 5 % per year; without a month or year (just 40 %), luck decides only once whether it happens"
    )
    guard quantity.currency == nil, quantity.unit == nil, (0...1).contains(quantity.fraction) else {
      throw Fault(say("a chance lies between 0 % and 100 %"), at: quantity.span, help: help)
    }
    switch quantity.per {
    case nil: return Chance(quantity.fraction, per: nil)
    case Quantity.Per(1, .month)?: return Chance(quantity.fraction, per: .month)
    case Quantity.Per(1, .year)?: return Chance(quantity.fraction, per: .year)
    default: throw Fault(say("wrong unit: a chance is per month or per year"), at: quantity.span, help: help)
    }
  }

  /// Money and how often it is paid.
  func amount(_ currency: String) throws(Fault) -> PeriodAmount {
    let (quantity, rest) = try Quantity.readPrefix(of: self)
    try quantity.check(isIn: currency)
    let help = say("for example: 39 \(currency) per month, per day, per 30 days, per year, or 150 \(currency) once")
    if let unit = quantity.unit { throw Fault(say("wrong unit: \(unit)"), at: span, help: help) }
    if quantity.per == nil, Fold.key(rest.text) == "once" { return PeriodAmount(quantity.value, .once) }
    guard rest.isEmpty else { throw Fault(say("unexpected \(rest.text.shortened)"), at: rest.span, help: help) }
    guard let per = quantity.per else { throw Fault(say("how often is it paid?"), at: span, help: help) }
    guard let period = PeriodAmount.Period(per) else { throw Fault(say("wrong period"), at: span, help: help) }
    return PeriodAmount(quantity.value, period)
  }

  /// A count; its noun may be written: `12`, `12 orders`, `12 orders per day`, `12/day`.
  func count(of noun: String) throws(Fault) -> Double {
    let (quantity, rest) = try Quantity.readPrefix(of: self)
    guard quantity.currency == nil, !quantity.isPercent, Self.nouns(quantity, rest, mean: noun) else {
      throw Fault(say("wrong unit: expected \(noun)"), at: span, help: say("for example: 12, or 12 \(noun)"))
    }
    guard quantity.value == quantity.value.rounded() || noun.hasPrefix("visits") else {
      throw Fault(say("expected a whole number of \(noun)"), at: span)
    }
    return quantity.value
  }

  /// Is this the noun of a count, in part or in full?
  func isNoun(_ noun: String) -> Bool {
    let expected = noun.split(separator: " ").map { UnitWord(String($0)) }
    let written = Fold.key(text).split { $0 == " " || $0 == "\t" }.map { UnitWord(String($0)) }
    return written == expected || written == Array(expected.prefix(1))
  }

  /// Whether what stands behind a count is its noun, in part or in full.
  private static func nouns(_ quantity: Quantity, _ rest: Fragment, mean noun: String) -> Bool {
    let expected = noun.split(separator: " ").map { UnitWord(String($0)) }
    var written = Fold.key(rest.text).split { $0 == " " || $0 == "\t" }.map { UnitWord(String($0)) }
    if let unit = quantity.unit { written.insert(unit, at: 0) }
    let per = expected.count > 1 ? Quantity.Per(1, expected[expected.count - 1]) : nil
    if let given = quantity.per { return given == per && written.isEmpty }
    return written.isEmpty || written == expected || written == Array(expected.prefix(1))
  }
}

/// What a number with its units means to a kind of field.
extension Quantity {
  /// Is it an amount of money in that currency?
  func check(isIn currency: String) throws(Fault) {
    guard !isPercent else { throw Fault(say("expected money, not a percentage"), at: span) }
    if let other = self.currency, other != currency {
      throw wrongCurrency(other, currency)
    }
  }

  func wrongCurrency(_ other: String, _ currency: String) -> Fault {
    Fault(
      say("wrong currency: \(other), but this is in \(currency)"), at: span,
      help: say(
        "convert it to \(currency); if the number is already in this currency, write: \(value.plain) \(currency)"))
  }

  func money(per basis: Kind.Basis?, _ currency: String) throws(Fault) -> Double {
    try check(isIn: currency)
    if let unit { throw Fault(say("wrong unit: \(unit)"), at: span, help: Self.example(currency, basis)) }
    if let per, !Self.matches(per, basis) {
      throw Fault(say("wrong unit: per \(per.unit)"), at: span, help: Self.example(currency, basis))
    }
    return value
  }

  private static func matches(_ per: Quantity.Per, _ basis: Kind.Basis?) -> Bool {
    switch basis {
    case nil: false
    case .month: per == Quantity.Per(1, .month)
    case .thousandViews: per == Quantity.Per(1000, .other("view"))
    case .some(let basis): per.count == 1 && basis.isCalled(per.unit)
    }
  }

  private static func example(_ currency: String, _ basis: Kind.Basis?) -> String {
    guard let basis else { return say("for example: 40 \(currency)") }
    return say("for example: 40 \(currency) per \(basis == .thousandViews ? "1000 views" : basis.rawValue)")
  }

  /// In the unit that such measures are kept in. A number alone is refused: 0.35 may be kilograms and 350 grams, and a
  /// wrong guess makes freight a thousand times cheaper.
  func measured(as measure: Kind.Measure) throws(Fault) -> Double {
    let help =
      measure == .weight
      ? say("for example: 350 g, 0.35 kg, or 12 oz") : say("for example: 30 cm, 300 mm, or 12 inches")
    guard currency == nil, !isPercent, per == nil else {
      throw Fault(measure == .weight ? say("expected a weight") : say("expected a length"), at: span, help: help)
    }
    guard let unit else { throw Fault(say("the unit is missing"), at: span, help: help) }
    guard let number = measure.number(value, of: unit) else {
      throw Fault(say("wrong unit: \(unit)"), at: span, help: help)
    }
    return number
  }

  func moneyPerDay(_ currency: String) throws(Fault) -> Double {
    try check(isIn: currency)
    let help = say("for example: 40 \(currency) per day, or 1200 \(currency) per 30 days")
    if let unit { throw Fault(say("wrong unit: \(unit)"), at: span, help: help) }
    guard let per else { return value }
    guard let days = per.days, days > 0 else { throw Fault(say("wrong unit: per \(per.unit)"), at: span, help: help) }
    return value / days
  }

  func share() throws(Fault) -> Double {
    guard currency == nil, unit == nil, per == nil else {
      throw Fault(say("wrong unit: expected a share"), at: span, help: say("for example: 12 % or 0.12"))
    }
    if !isPercent, value > 1 {
      throw Fault(say("a share is at most 1"), at: span, help: say("if you mean a percentage, write: \(value.plain) %"))
    }
    return fraction
  }

  func rate(per period: Kind.RatePeriod) throws(Fault) -> Double {
    let expected: UnitWord = period == .month ? .month : .year
    guard currency == nil, unit == nil, per.map({ $0 == Quantity.Per(1, expected) }) ?? true
    else {
      throw Fault(
        say("wrong unit: expected a share per \(period.rawValue)"), at: span,
        help: say("for example: 2 % per \(period.rawValue)"))
    }
    return fraction
  }

  /// A number without a unit, or with the one at the end of `orders per day`.
  func count(of noun: String) throws(Fault) -> Double {
    let words = noun.split(separator: " ")
    let isPer = words.count > 1 && per == words.last.map { Quantity.Per(1, UnitWord(String($0))) }
    guard isPer, currency == nil, !isPercent, unit == nil else { return try plainNumber() }
    return value
  }

  func plainNumber() throws(Fault) -> Double {
    guard isPlainNumber else {
      throw Fault(say("expected a number without a unit"), at: span, help: say("for example: 1.2"))
    }
    return value
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

extension Kind.Measure {
  /// So many of a unit in the unit of the measure; nil for units of something else.
  fileprivate func number(_ value: Double, of unit: UnitWord) -> Double? {
    guard case .other(let name) = unit else { return nil }
    switch (self, name) {
    case (.weight, "g"), (.weight, "gram"), (.weight, "克"): return value
    case (.weight, "kg"), (.weight, "kilogram"), (.weight, "公斤"), (.weight, "千克"): return value * 1000
    case (.weight, "斤"): return value * 500
    case (.weight, "lb"), (.weight, "pound"), (.weight, "磅"): return value * 453.59237
    case (.weight, "oz"), (.weight, "ounce"), (.weight, "盎司"): return value * 28.349523125
    case (.length, "cm"), (.length, "厘米"), (.length, "公分"): return value
    case (.length, "mm"), (.length, "毫米"): return value / 10
    case (.length, "inch"), (.length, "inche"), (.length, "英寸"): return value * 2.54
    default: return nil
    }
  }
}

extension Kind.Basis {
  /// Is this word its name, in English or as it is shown in Chinese?
  fileprivate func isCalled(_ unit: UnitWord) -> Bool {
    guard case .other(let name) = unit else { return false }
    return name == rawValue || chineseNames.contains(name)
  }

  private var chineseNames: [String] {
    switch self {
    case .click: ["点击", "次点击"]
    case .order: ["订单", "单"]
    case .unit: ["件"]
    case .chargeback: ["拒付", "笔拒付"]
    case .creative: ["素材", "条素材"]
    case .ticket: ["工单"]
    case .parcel: ["包裹", "个包裹"]
    case .itemLine: ["税目"]
    case .kilogram: ["公斤", "千克"]
    case .unitMonth: ["件-月"]
    case .cubicMetreDay: ["立方米-天"]
    case .month, .thousandViews: []
    }
  }
}

extension PeriodAmount.Period {
  /// nil where costs have no such period.
  init?(_ per: Quantity.Per) {
    switch per {
    case Quantity.Per(1, .day): self = .day
    case Quantity.Per(1, .month): self = .month
    case Quantity.Per(1, .year): self = .year
    default:
      guard let days = per.days, (1...3650).contains(days) else { return nil }
      self = .days(days)
    }
  }
}
