package import Language

extension Kind {
  /// Reads a value as typed in a file, at the prompt or in an option.
  ///
  /// - Parameters:
  ///   - range: what the field allows, in its own unit.
  ///   - currency: the scenario's; amounts in another one are refused.
  ///   - columns: gives the numbers of `from FILE.csv column NAME`.
  package func read(
    _ text: Fragment, in range: ClosedRange<Double>?, currency: String, columns: @escaping ColumnReader = noColumns
  ) throws(Fault) -> FieldValue {
    do throws(Fault) {
      if isNumber, let uncertain = try uncertain(text, range, currency, columns) { return .uncertain(uncertain) }
      return try value(of: text, range, currency)
    } catch {
      // A parser knows what it could not read, only the field knows what was wanted.
      throw Fault(error.message, at: error.span, help: error.help ?? say("expected: \(unit(currency: currency))"))
    }
  }

  private func value(
    of text: Fragment, _ range: ClosedRange<Double>?, _ currency: String
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
    case .measure(let measure):
      return .number(try checked(try text.quantity().measured(as: measure), text, range, currency))
    case .factor: return .number(try checked(try text.plainNumber(), text, range, currency))
    case .count(let unit): return .number(try checked(try text.count(of: unit), text, range, currency))
    case .season: return try season(text, in: range)
    case .size: return .size(try size(text, range, currency))
    case .opening: return .opening(try text.opening(within: range))
    case .condition:
      _ = try Trigger(parsing: text)
      return .text(try text.sentence())
    case .actions:
      _ = try Action.list(parsing: text)
      return .text(try text.sentence())
    case .chance: return .chance(try text.chance())
    case .text: return .text(try text.title())
    case .currency: return .text(try text.currencyCode())
    case .date: return .date(try text.date())
    case .flag: return .flag(try text.flag())
    case .choice(let words): return .text(try text.choice(of: words))
    case .reference: return .text(text.text)
    }
  }

  package static var seasonHelp: String { say("for example: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.2, 1.2]") }

  /// Checks twelve factors already read one by one.
  package static func season(_ factors: [Double], at span: SourceSpan) throws(Fault) -> FieldValue {
    guard factors.count == 12 else {
      throw Fault(say("expected twelve factors, found \(factors.count)"), at: span, help: seasonHelp)
    }
    guard factors.contains(where: { $0 > 0 }) else { throw Fault(say("at least one factor must be above 0"), at: span) }
    return .list(factors)
  }

  private func season(_ text: Fragment, in range: ClosedRange<Double>?) throws(Fault) -> FieldValue {
    guard let list = text.insideBrackets("[", "]") else {
      throw Fault(say("expected twelve factors, January to December"), at: text.span, help: Self.seasonHelp)
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
    throw Fault(say("out of range"), at: text.span, help: say("allowed: \(low) to \(high)"))
  }

  private func whole(_ value: Double, _ text: Fragment) throws(Fault) -> Double {
    guard value == value.rounded() else { throw Fault(say("expected a whole number of days"), at: text.span) }
    return value
  }
}
