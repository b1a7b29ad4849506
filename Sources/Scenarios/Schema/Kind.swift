/// What a parameter's value means: how it is read, checked, shown, completed and described.
package enum Kind: Equatable, Sendable {
  /// Money in the scenario's currency, for one of something (nil: a plain sum).
  case money(per: Basis?)
  /// Money a day; `2000 USD per 30 days` is read as its daily part, not rounded.
  case moneyPerDay
  /// Money with a period of its own.
  case amount
  /// A share of one; `12 %` or `0.12`.
  case share
  /// A probability or growth per month or year; `2 % per month`.
  case rate(per: RatePeriod)
  /// Days, possibly fractional.
  case days
  /// Whole days.
  case wholeDays
  /// Days, or a distribution of days.
  case lag
  /// How heavy or how long something is, always with its unit: `350 g`, `30 cm`.
  case measure(Measure)
  /// A plain number: factors, exponents, standard deviations.
  case factor
  /// How many of something, for one of something else (`orders per day`).
  case count(of: String)
  /// Twelve factors, January to December.
  case season
  /// How large something is each time it happens: a number, or a distribution that is drawn anew for each.
  case size
  /// A day counted from the start, or a date.
  case opening
  /// What must be seen for something to be done: `roas(4) >= 1.4`.
  case condition
  /// What is to be done: `ads.meta.budget *= 0.8, pause ads.tiktok`.
  case actions
  /// A chance by the month or year, or one that is decided once: `2 % per month`, `40 %`.
  case chance
  case text
  case currency
  case date
  case flag
  case choice([String])
  /// The name of an entity of that group of the scenario.
  case reference(to: String)

  package enum Basis: String, Sendable {
    case click, order, unit, chargeback, creative, month, ticket, parcel
    case kilogram = "kg"
    case itemLine = "item-line"
    case thousandViews = "thousand views"
    case unitMonth = "unit-month"
    case cubicMetreDay = "cbm-day"
  }

  package enum RatePeriod: String, Sendable { case month, year }

  /// What is measured, by the unit in which it is kept.
  package enum Measure: String, Sendable {
    case weight = "g"
    case length = "cm"
  }
}

extension Kind {
  /// May it be calculated with?
  var hasNumbers: Bool {
    switch self {
    case .money, .moneyPerDay, .amount, .share, .rate, .days, .wholeDays, .lag, .measure, .factor, .count: true
    case .season, .size, .opening, .condition, .actions, .chance, .text, .currency, .date, .flag, .choice, .reference:
      false
    }
  }

  /// Is it an amount of money?
  package var isMoney: Bool {
    switch self {
    case .money, .moneyPerDay, .amount: true
    default: false
    }
  }

  /// Is `5 %` a value of it?
  var takesPercent: Bool {
    switch self {
    case .share, .rate, .factor: true
    default: false
    }
  }

  /// May its numbers be written in other units than the one they are kept in, such as weeks for days?
  var hasUnitOfItsOwn: Bool {
    switch self {
    case .moneyPerDay, .days, .wholeDays, .measure: true
    default: false
    }
  }

  /// Is it read by the parser of rules?
  var isSentence: Bool {
    switch self {
    case .condition, .actions: true
    default: false
    }
  }
}
