/// Money with a period (model section 9): how much, and how often it is paid.
package struct PeriodAmount: Equatable, Sendable {
  package enum Period: Equatable, Sendable {
    case day
    /// Spread evenly over so many days.
    case days(Double)
    /// On the first day of each reported month.
    case month
    /// On day 0 and every twelfth month after.
    case year
    /// On day 0.
    case once
  }

  package var value = 0.0
  package var period = Period.month

  package init() {}

  package init(_ value: Double, _ period: Period) {
    self.value = value
    self.period = period
  }
}

/// The operator's own money.
package struct Cash: Equatable, Sendable {
  package var budget = 0.0
  package var creditLine = 0.0
  package init() {}
}

extension Cash: Described {
  package static let shape = Shape<Cash>(
    fields: [
      Field("budget", \.budget, .money(per: nil), 0...1e9, required: true, "Cash on the first day."),
      Field(
        "credit_line", \.creditLine, .money(per: nil), 0...1e9, live: true,
        "How far below zero cash may go before the business is out of money."),
    ],
    notYet: ["interest_rate"])
}
