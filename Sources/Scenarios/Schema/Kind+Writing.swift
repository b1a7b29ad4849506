import Language
import Statistics

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
    case .opening(.holiday(let holiday, let offset)): holiday.words(offset: offset)
    case .chance(let chance): chance.share.percent + (chance.per.map { " per \($0.rawValue)" } ?? "")
    case .text(let text): text
    case .flag(let flag): flag ? "yes" : "no"
    case .date(let date): date.description
    case .uncertain(let uncertain): uncertain.words
    case .quoted(let value, let code): write(value, currency: code)
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
    case .measure(let measure): "\(number.plain) \(measure.rawValue)"
    case .count(let noun): "\(number.plain) \(number == 1 ? noun.singular : noun)"
    default: number.plain
    }
  }

  /// The unit in a word or two, for completion and the reference, in the language of the moment.
  package func unit(currency: String) -> String {
    switch self {
    case .money(nil): currency
    case .money(.thousandViews): say("\(currency)/1000 views")
    case .money(.some(let basis)): "\(currency)/\(basis.rawValue.said)"
    case .moneyPerDay: say("\(currency)/day")
    case .amount: say("\(currency) per day, month or year, or once")
    case .share, .size: say("share")
    case .rate(.month): say("per month")
    case .rate(.year): say("per year")
    case .days, .wholeDays, .lag: say("days")
    case .measure(let measure): measure.rawValue.said
    case .factor: say("number")
    case .count(let noun): noun.said
    case .season: say("12 factors")
    case .opening: say("day or date")
    case .condition: say("condition")
    case .actions: say("actions")
    case .chance: say("share, or share per month or year")
    case .text: say("text")
    case .currency: say("three letters")
    case .date: say("date")
    case .flag: say("yes or no")
    case .choice(let words): words.dropFirst().reduce(words.first ?? "") { say("\($0) or \($1)") }
    case .reference(let group): say("a name from \(group)")
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
    case .lognormal(let median, let sigma): range ?? "lognormal(\(median.plain), \(sigma.plain))"
    case .uniform(let low, let high): "uniform(\(low.plain), \(high.plain))"
    }
  }

  /// `3 to 30 days`, where a range with short ends reads back to this.
  private var range: String? {
    guard case .lognormal(let median, let sigma) = self else { return nil }
    let width = Elementary.exp(sigma * Normal.quantile(0.95))
    let ends = [median / width, median * width].map { ($0 * 1000).rounded() / 1000 }
    guard ends[0] > 0, ends[1] > ends[0], Lag(from: ends[0], to: ends[1]) == self else { return nil }
    return "\(ends[0].plain) to \(ends[1].plain) days"
  }
}

extension Holiday {
  /// `chinese-new-year - 2 days`.
  fileprivate func words(offset: Int) -> String {
    guard offset != 0 else { return rawValue }
    return "\(rawValue) \(offset < 0 ? "-" : "+") \(abs(offset) == 1 ? "1 day" : "\(abs(offset)) days")"
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
