import Simulation

/// Section 10 of the model: postings summed by month, cash among them.
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

  mutating func closeMonth(owed: Double, reserved: Double, openOrders: Int) {
    set(.grossProfit, self[.revenue] - self[.goodsAndShipping])
    let costs: [Metric] = [.ads, .platformAndTools, .paymentFees, .refundsAndChargebacks, .other]
    set(.netProfit, costs.reduce(self[.grossProfit]) { $0 - self[$1] })
    set(.closingCash, cash)
    set(.owedByProcessors, owed)
    set(.reserves, reserved)
    set(.openOrders, Double(openOrders))
  }

  private subscript(_ metric: Metric) -> Double { rows[metric.rawValue * months + month] }

  private mutating func set(_ metric: Metric, _ value: Double) { rows[metric.rawValue * months + month] = value }

  /// Metric by metric, and in each month by month.
  var statements: [Double] { rows }
}
