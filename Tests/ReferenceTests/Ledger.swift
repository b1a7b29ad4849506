import Simulation

/// The monthly figures of one path, from either simulator, and what must hold between them (model 10).
struct Ledger {
  let months: Int
  let budget: Double
  /// What a running business has on its way on the first morning, and orders of before.
  var openingWorth = 0.0
  var openingOrders = 0.0
  let figure: (Metric, Int) -> Double

  /// What is wrong, in words; empty when all is well.
  /// - Parameter orders: how exactly orders must be conserved, relative to their number.
  func faults(orders tolerance: Double) -> [String] {
    var faults: [String] = []
    var before = (cash: budget, owned: openingWorth)
    var orders = (accepted: openingOrders, settled: 0.0)
    for month in 0..<months {
      func value(_ metric: Metric) -> Double { figure(metric, month) }
      let rounding = 1e-6 * max(1, value(.revenue) + value(.supplierPayments))
      func check(_ distance: Double, _ what: String, within tolerance: Double) {
        // Written so that NaN is a fault.
        if !(abs(distance) <= tolerance) { faults.append("month \(month + 1): \(what) by \(distance)") }
      }
      let owned =
        value(.owedByProcessors) + value(.reserves) + value(.stock) - value(.owedToSuppliers) - value(.owedToState)
        - value(.owedToOthers) - value(.owedToLenders) + value(.adBalance)
      let earned = value(.netProfit) - (owned - before.owned) - value(.ownerDraws)
      check(earned - (value(.closingCash) - before.cash), "profit does not lead to cash", within: rounding)
      check(value(.openingCash) - before.cash, "opens with other cash than it closed", within: rounding)
      let paid = Self.payments.reduce(0) { $0 + value($1) }
      let flow = value(.openingCash) + value(.payouts) + value(.released) + value(.borrowed) - paid
      check(value(.closingCash) - flow, "cash flow does not add up", within: rounding)
      for metric in [Metric.reserves, .withheld, .stock, .owedToSuppliers, .owedToLenders] {
        check(min(0, value(metric)), "\(metric.name) below nothing", within: rounding)
      }
      check(max(0, value(.lowestCash) - value(.closingCash)), "lowest cash above closing cash", within: rounding)

      orders.accepted += value(.orders)
      orders.settled += Self.ends.reduce(0) { $0 + value($1) }
      let lost = orders.accepted - orders.settled - value(.openOrders)
      check(lost, "orders vanish", within: tolerance * max(1, orders.accepted))
      for metric in Metric.allCases where !value(metric).isFinite {
        faults.append("\(metric.name) is \(value(metric))")
      }
      before = (value(.closingCash), owned)
    }
    return faults
  }

  private static let payments: [Metric] = [
    .supplierPayments, .adPayments, .fixedPayments, .refundPayments, .taxPayments, .otherPayments, .repaid,
    .ownerDraws,
  ]
  private static let ends: [Metric] = [.well, .lost, .bad, .late, .unwanted, .fraud, .cancelledOrders]
}
