/// What a running business has on its way on the first morning, as the plan sees it (model 17).
package struct OpeningSummary: Equatable, Sendable {
  package let cash: Double
  /// Less what is still to be taken off them.
  package let payouts: Double
  /// Payouts that have no date before delivery.
  package let claims: Double
  package let reserves: Double
  package let held: Double
  package let stock: Double
  package let owed: Double
  /// Orders that were placed before.
  package let orders: Double
  /// What these still cost, by month, less what open disputes bring.
  package let refundsAndChargebacks: [Double]
  /// How many of each are to come, of orders that a supplier has taken.
  package let refunds: Double
  package let chargebacks: Double

  /// Nothing but money.
  package init(cash: Double) {
    self.cash = cash
    (payouts, claims, reserves, held, stock, owed, orders) = (0, 0, 0, 0, 0, 0, 0)
    (refundsAndChargebacks, refunds, chargebacks) = ([], 0, 0)
  }

  fileprivate init(_ rows: OpeningRows, cash: Double, months: Int) {
    self.cash = cash
    (payouts, claims, reserves, held) = (rows.payouts[0], rows.claims[0], rows.reserves[0], rows.held[0])
    (stock, owed, orders) = (rows.stock[0], rows.owed[0], rows.orders[0])
    refundsAndChargebacks = (0..<months).map { rows.refunds[$0] }
    (refunds, chargebacks) = (rows.refundCount[0], rows.chargebackCount[0])
  }

  package var worth: Double { cash + payouts + claims + reserves + held + stock - owed }
}

extension Program {
  /// nil for a business that begins with nothing but its money.
  package func openingBalances() -> OpeningSummary? {
    guard opening != nil else { return nil }
    let kernel = Kernel<Double>(self, worlds: nil, lanes: 1)
    kernel.run(firstPath: 0)
    guard let rows = kernel.opening else { return nil }
    return OpeningSummary(rows, cash: kernel.row(budget)[0], months: months)
  }
}
