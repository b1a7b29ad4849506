import Language

extension Kind {
  /// A value as this project writes it; what `read` reads back to the same value.
  package func write(_ value: FieldValue, currency: String) -> String {
    switch value {
    case .number(let number): write(number, currency)
    case .amount(let amount): "\(amount.value.plain) \(currency) \(amount.period.words)"
    case .lag(let lag): lag.words
    case .size(let size): size.text
    case .opening(.day(let day)): day.plain
    case .opening(.date(let date)): date.description
    case .chance(let chance): chance.share.percent + (chance.per.map { " per \($0.rawValue)" } ?? "")
    case .text(let text): text
    case .flag(let flag): flag ? "yes" : "no"
    case .date(let date): date.description
    case .uncertain(let uncertain): uncertain.words
    case .list(let list): "[" + list.map(\.plain).joined(separator: ", ") + "]"
    }
  }

  private func write(_ number: Double, _ currency: String) -> String {
    switch self {
    case .money(nil): "\(number.plain) \(currency)"
    case .money(.thousandViews): "\(number.plain) \(currency) per 1000 views"
    case .money(.some(let basis)): "\(number.plain) \(currency) per \(basis.rawValue)"
    case .moneyPerDay: "\(number.plain) \(currency) per day"
    case .share: number.percent
    case .rate(let period): "\(number.percent) per \(period.rawValue)"
    case .days, .wholeDays: number == 1 ? "1 day" : "\(number.plain) days"
    case .count(let noun): "\(number.plain) \(number == 1 ? noun.singular : noun)"
    default: number.plain
    }
  }

  /// The unit in a word or two, for completion and the reference.
  package func unit(currency: String) -> String {
    switch self {
    case .money(nil): currency
    case .money(.thousandViews): "\(currency)/1000 views"
    case .money(.some(let basis)): "\(currency)/\(basis.rawValue)"
    case .moneyPerDay: "\(currency)/day"
    case .amount: "\(currency) per period"
    case .share: "share"
    case .rate(let period): "per \(period.rawValue)"
    case .days, .wholeDays, .lag: "days"
    case .factor: "number"
    case .count(let noun): noun
    case .season: "12 factors"
    case .size: "share"
    case .opening: "day or date"
    case .condition: "condition"
    case .actions: "actions"
    case .chance: "share, or share per month or year"
    case .text: "text"
    case .currency: "three letters"
    case .date: "date"
    case .flag: "yes or no"
    case .choice(let words): words.joined(separator: " or ")
    case .reference(let group): "one of \(group)"
    }
  }
}

extension String {
  /// `visits per day` as `visit per day`.
  fileprivate var singular: String {
    var words = split(separator: " ").map(String.init)
    if let first = words.first, first.hasSuffix("s") { words[0] = String(first.dropLast()) }
    return words.joined(separator: " ")
  }
}

extension PeriodAmount.Period {
  fileprivate var words: String {
    switch self {
    case .day: "per day"
    case .days(let count): "per \(count.plain) days"
    case .month: "per month"
    case .year: "per year"
    case .once: "once"
    }
  }
}

extension Lag {
  fileprivate var words: String {
    switch self {
    case .fixed(let days): days == 1 ? "1 day" : "\(days.plain) days"
    case .lognormal(let median, let sigma): "lognormal(\(median.plain), \(sigma.plain))"
    case .uniform(let low, let high): "uniform(\(low.plain), \(high.plain))"
    }
  }
}

extension Double {
  /// The shortest decimal that reads back as this number, whole numbers without a point.
  package var plain: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
    return description
  }

  /// As a percentage where that reads back as this number and is about as short as the fraction. Neighbours of the
  /// product may do so too: 0.07 is `7 %`, though 0.07 · 100 is a little more; but 0.009 is no short percentage.
  fileprivate var percent: String {
    let percents = self * 100
    let exact = [percents, percents.nextDown, percents.nextUp].filter { $0 / 100 == self }.map(\.plain)
    guard let shortest = exact.min(by: { $0.utf8.count < $1.utf8.count }), shortest.utf8.count <= plain.utf8.count + 2
    else { return plain }
    return "\(shortest) %"
  }
}
