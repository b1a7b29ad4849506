import Language
import Statistics

/// How days, lags and dates are read.
extension Fragment {
  func days() throws(Fault) -> Double { try quantity().days() }

  /// A number of days, or how they are distributed.
  func lag(within range: ClosedRange<Double>?) throws(Fault) -> Lag {
    let allowed = range ?? 0...365
    func inside(_ quantity: Quantity) throws(Fault) -> Double {
      let days = try quantity.days()
      guard allowed.contains(days) else {
        throw Fault(
          say("out of range"), at: quantity.span,
          help: say("allowed: \(allowed.lowerBound.plain) to \(allowed.upperBound.plain) days"))
      }
      return days
    }
    switch try ValueExpression(parsing: self) {
    case .quantity(let quantity): return .fixed(try inside(quantity))
    case .range(let low, let high):
      let (low, high, span) = (try inside(low), try inside(high), low.span.joined(with: high.span))
      guard low > 0, high > low else {
        throw Fault(
          say("the range must start above 0 and run from low to high"), at: span,
          help: say("for example: 10 to 30 days"))
      }
      let lag = Lag(from: low, to: high)
      guard case .lognormal(_, let sigma) = lag, sigma <= 2 else {
        throw Fault(say("the range is too wide"), at: span, help: say("for example: 10 to 30 days"))
      }
      return lag
    case .call(let call): return try Self.lag(call, inside)
    case .rangeLikely, .percentiles, .mixture, .chance, .sample:
      throw Fault(
        say("write days as a number, a range, lognormal(…) or uniform(…)"), at: span,
        help: say("for example: 10 to 30 days"))
    }
  }

  private static func lag(
    _ call: ValueExpression.Call, _ inside: (Quantity) throws(Fault) -> Double
  ) throws(Fault) -> Lag {
    guard call.arguments.count == 2 else {
      throw Fault(
        say("expected two numbers"), at: call.span, help: say("for example: lognormal(24, 0.5) or uniform(3, 10)"))
    }
    let (first, second) = (call.arguments[0], call.arguments[1])
    switch call.name.text.lowercased() {
    case "lognormal":
      let median = try inside(first)
      guard median > 0 else { throw Fault(say("the median must be above 0"), at: first.span) }
      guard second.isPlainNumber, (0...2).contains(second.value) else {
        throw Fault(say("sigma must be a number from 0 to 2, without a unit"), at: second.span)
      }
      return second.value == 0 ? .fixed(median) : .lognormal(median: median, sigma: second.value)
    case "uniform":
      let (low, high) = (try inside(first), try inside(second))
      guard low <= high else { throw Fault(say("the first number is above the second"), at: call.span) }
      return low == high ? .fixed(low) : .uniform(low, high)
    default:
      throw Fault(
        say("no such distribution of days: \(call.name.text)"), at: call.name.span,
        help: say("available: lognormal(median, sigma) and uniform(from, to)"))
    }
  }

  /// A date, a day counted from the start, or days around a holiday.
  func opening(within range: ClosedRange<Double>?) throws(Fault) -> Opening {
    if let holiday = try holiday() { return holiday }
    let help = say("for example: 2027-03-01, 30 for 30 days after the first day, or chinese-new-year - 2 days")
    if text.first?.isLetter == true {
      let names = Holiday.allCases.map(\.rawValue)
      throw Fault(
        say("expected a date, a day of the run or a holiday"), at: span,
        help: Suggestion.text(for: text, among: names) ?? say("holidays: \(names.joined(separator: ", "))"))
    }
    if text.contains("-"), text.first != "-" { return .date(try date()) }
    let day = try days()
    guard day == day.rounded(), (range ?? 0...3650).contains(day) else {
      throw Fault(say("expected a date or a day of the run"), at: span, help: help)
    }
    return .day(day)
  }

  /// `chinese-new-year`, `golden-week + 3 days`, `春节 - 2 天`; nil where no holiday is named.
  private func holiday() throws(Fault) -> Opening? {
    let typed = text.lowercased()
    for holiday in Holiday.allCases {
      guard let name = holiday.names.first(where: { typed.hasPrefix($0) }) else { continue }
      let rest = slice(SourceSpan(start + name.utf8.count, span.end))
      let words = rest.text.drop(while: \.isWhitespace)
      guard let sign = words.first else { return .holiday(holiday, offset: 0) }
      let count = slice(SourceSpan(span.end - words.dropFirst().drop(while: \.isWhitespace).utf8.count, span.end))
      let help = say("for example: \(holiday.rawValue) - 2 days, or \(holiday.rawValue) + 3 days")
      guard "+-".contains(sign), !count.isEmpty else { throw Fault(say("cannot read this"), at: rest.span, help: help) }
      let days = try count.days()
      guard days == days.rounded(), (0...60).contains(days) else {
        throw Fault(say("expected 0 to 60 whole days"), at: count.span, help: help)
      }
      return .holiday(holiday, offset: sign == "-" ? -Int(days) : Int(days))
    }
    return nil
  }

  func date() throws(Fault) -> CalendarDate {
    let date = try CalendarDate(parsing: self)
    // Sixty months from there must still be dates.
    guard date.year <= 2190 else { throw Fault(say("years go up to 2190"), at: span) }
    return date
  }
}

extension Lag {
  /// A range of days: the 5th and 95th percentile of a lognormal, z = Φ⁻¹(0.95).
  init(from low: Double, to high: Double) {
    let sigma = Elementary.log(high / low) / (2 * Normal.quantile(0.95))
    self = .lognormal(median: (low * high).squareRoot(), sigma: sigma)
  }
}

extension Quantity {
  func days() throws(Fault) -> Double {
    let help = say("for example: 3 days, or 3")
    guard currency == nil, !isPercent, per == nil else {
      throw Fault(say("wrong unit: expected days"), at: span, help: help)
    }
    switch unit {
    case nil, .day: return value
    case .week: return value * 7
    case .some(let unit): throw Fault(say("wrong unit: \(unit)"), at: span, help: help)
    }
  }
}
