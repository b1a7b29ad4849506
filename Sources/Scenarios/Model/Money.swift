/// Money with a period (model 9): how much, and how often it is paid.
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
  package var interestRate = 0.0
  package init() {}
}

extension Cash: Described {
  package static let shape = Shape<Cash>(
    fields: [
      Field("budget", \.budget, .money(per: nil), 0...1e9, required: true, "Cash on the first day."),
      Field(
        "credit_line", \.creditLine, .money(per: nil), 0...1e9, live: true,
        "How far cash may fall below zero before the business is out of money."),
      Field(
        "interest_rate", \.interestRate, .rate(per: .year), 0...5, live: true,
        "Yearly interest on money drawn from the credit line; 1 ÷ 365 of it is charged each day."),
    ])
}

/// What the state takes of profit (model 9). VAT belongs to a store.
package struct Tax: Equatable, Sendable {
  package var rate = 0.0
  package var period = IncomeTaxPeriod.quarter
  package var vatPeriod = VATPeriod.month
  package init() {}

  package enum IncomeTaxPeriod: String, CaseIterable, Sendable {
    case month, quarter, year

    package var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .year: 12
      }
    }
  }

  package enum VATPeriod: String, CaseIterable, Sendable {
    case month, quarter

    package var months: Int { self == .month ? 1 : 3 }
  }
}

extension Tax: Described {
  package static let shape = Shape<Tax>(fields: [
    Field(
      "rate", \.rate, .share, 0...0.9, live: true,
      "Income tax on the positive net profit of each quarter (three months of the run; see period), paid on the first day of the next month."
    ),
    Field(
      "period", \.period, "How often income tax is due: at the end of each month, quarter or year of the run."),
    Field(
      "vat_period", \.vatPeriod,
      "How often VAT is due: at the end of each month (as with the EU's IOSS) or quarter (as with its OSS) of the run."),
  ])
}

/// A currency beside the scenario's own (model 2). Its name is its three letters.
package struct Currency: Equatable, Sendable {
  package var rate = 1.0
  package var volatility = 0.0
  package var correlation = 0.0
  package var spread = 0.0
  package init() {}
}

extension Currency: Described {
  package static let shape = Shape<Currency>(fields: [
    Field(
      "rate", \.rate, .factor, 1e-6...1e6, live: true, required: true,
      "What one unit of this currency costs in the scenario's currency on the first day."),
    Field(
      "volatility", \.volatility, .factor, 0...2,
      "How far the rate moves in a year: 0.05 is about ±5 % (standard deviation of its logarithm). It changes every day; on average, it stays the same."
    ),
    Field(
      "correlation", \.correlation, .factor, -1...1,
      "How closely this currency's rate follows that of the first currency under fx: 1 always together, 0 independently, -1 always the opposite way. Not used for the first currency itself."
    ),
    Field(
      "spread", \.spread, .share, 0...0.2,
      "The cost of converting money, as a share: payouts in this currency bring you that much less, and what you pay in it costs you that much more. A payout account has a spread of its own."
    ),
  ])
}

/// An account that collects what stores pay out, changes it into the scenario's currency and sends it home (model 9).
package struct PayoutAccount: Equatable, Sendable {
  package var fee = 0.0
  package var feeFixed = 0.0
  package var spread = 0.0
  package var days = 1.0
  package init() {}
}

extension PayoutAccount: Described {
  package static let shape = Shape<PayoutAccount>(fields: [
    Field("fee", \.fee, .share, 0...0.2, live: true, "The account's fee, as a share of what is withdrawn."),
    Field(
      "fee_fixed", \.feeFixed, .money(per: nil), 0...1000, live: true,
      "The account's fixed fee for each withdrawal; everything a store pays out in a day is one withdrawal."),
    Field(
      "spread", \.spread, .share, 0...0.2, live: true,
      "The cost of converting money into the scenario's currency, as a share of that money; none if the store is already paid in the scenario's currency."
    ),
    Field(
      "days", \.days, .wholeDays, 1...60, certain: true,
      "Days from the payout until the money is in your account; it is converted on the last of these days."),
  ])
}
