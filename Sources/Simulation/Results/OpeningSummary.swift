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

  package var worth: Double { cash + payouts + claims + reserves + held + stock - owed }
}

extension Program {
  /// nil for a business that begins with nothing but its money.
  package func openingBalances() -> OpeningSummary? {
    guard opening != nil else { return nil }
    let kernel = Kernel<Double>(self, worlds: nil, lanes: 1)
    kernel.run(firstPath: 0)
    guard let rows = kernel.opening else { return nil }
    return OpeningSummary(
      cash: kernel.row(budget)[0], payouts: rows.payouts[0], claims: rows.claims[0], reserves: rows.reserves[0],
      held: rows.held[0], stock: rows.stock[0], owed: rows.owed[0], orders: rows.orders[0],
      refundsAndChargebacks: (0..<months).map { rows.refunds[$0] })
  }
}
