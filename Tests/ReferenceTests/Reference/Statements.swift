import Simulation

/// Postings summed by month, cash among them (model 10).
struct Books {
  private let months: Int
  private var rows: [Double]
  private var month = 0
  private(set) var cash: Double

  init(months: Int, cash: Double) {
    self.months = months
    self.cash = cash
    rows = [Double](repeating: 0, count: Metric.allCases.count * months)
  }

  mutating func open(_ month: Int) {
    self.month = month
    set(.openingCash, cash)
    set(.lowestCash, .infinity)
  }

  /// A count or a row of the profit and loss statement.
  mutating func post(_ metric: Metric, _ amount: Double) {
    rows[metric.rawValue * months + month] += amount
  }

  /// Money that comes in, in its row of the cash flow.
  mutating func receive(_ metric: Metric, _ amount: Double) {
    post(metric, amount)
    cash += amount
  }

  /// Money that goes out, in its row of the cash flow.
  mutating func pay(_ metric: Metric, _ amount: Double) {
    post(metric, amount)
    cash -= amount
  }

  mutating func closeDay() { set(.lowestCash, min(self[.lowestCash], cash)) }

  /// Of the month so far, with all that has been booked.
  var profit: Double {
    let costs: [Metric] = [
      .goodsAndShipping, .ads, .platformAndTools, .paymentFees, .refundsAndChargebacks, .other, .financingCosts,
    ]
    return costs.reduce(self[.revenue] + self[.exchange]) { $0 - self[$1] }
  }

  /// - Parameter balances: what stands in the books tonight.
  mutating func closeMonth(_ balances: [Metric: Double]) {
    set(.grossProfit, self[.revenue] - self[.goodsAndShipping])
    set(.netProfit, profit)
    set(.closingCash, cash)
    for (metric, amount) in balances { set(metric, amount) }
  }

  /// Of all months so far.
  func sum(_ metric: Metric) -> Double { (0..<months).reduce(0) { $0 + rows[metric.rawValue * months + $1] } }

  private subscript(_ metric: Metric) -> Double { rows[metric.rawValue * months + month] }

  private mutating func set(_ metric: Metric, _ value: Double) { rows[metric.rawValue * months + month] = value }

  /// Metric by metric, and in each month by month.
  var statements: [Double] { rows }
}
