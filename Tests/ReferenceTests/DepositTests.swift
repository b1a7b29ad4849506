import Scenarios
import Simulation
import Testing

/// Bulk purchases that are paid in two parts, by hand in both simulators (model 6).
@Suite("Deposits, by hand") struct DepositTests {
  /// Two units a day at 50 from 14 on hand; bought in the morning that finds 8 or less here and under way, which is that of
  /// day 3, at 10 a unit with 10 % duty; they come ten days later.
  private static func shop(_ terms: String, supplier: String = "") throws -> Scenario {
    try scenario(
      """
      name: by hand
      start: 2027-06-01
      months: 1
      cash: {budget: 5000}
      products:
        product: {price: 50, offers: {supplier: {unit_cost: 10, own_stock: {order_quantity: 60, reorder_point: 8, opening_units: 14, lead_days: 10, \(terms)}}}}
      stores:
        shop: {conversion: 5 %}
      ads:
        meta: {budget: 20, cpc: 0.5}
      suppliers:
        supplier: {duty_rate: 10 %\(supplier)}
      """)
  }

  private func payments(_ scenario: Scenario) -> [Int: Double] {
    let days = Program(scenario, seed: 1).replayPlan().days.compactMap { day in
      day.amounts[.supplierPayments].map { (day.day, $0) }
    }
    let reference = ReferenceOutcome(planOf: scenario)
    let paid = days.reduce(0) { $0 + $1.1 }
    #expect(abs(reference.monthly(.supplierPayments, month: 0)[0] - paid) < 1e-6)
    for metric in [Metric.stock, .owedToSuppliers, .closingCash, .netProfit] {
      let engine = Program(scenario, seed: 1).plan().monthly(metric, month: 0)[0]
      #expect(abs(reference.monthly(metric, month: 0)[0] - engine) < 1e-6, "\(metric)")
    }
    return Dictionary(days) { first, _ in first }.mapValues { ($0 * 1e6).rounded() / 1e6 }
  }

  /// 14 units at 11 on day 0; 60 at 11 are 660: 198 with the order, 462 when they are here.
  @Test("30 % with the order, 70 % on arrival") func arrival() throws {
    let scenario = try Self.shop("deposit: 30 %")
    #expect(payments(scenario) == [0: 154, 3: 198, 13: 462])
    let days = Program(scenario, seed: 1).replayPlan().days
    #expect(abs((days[3].balances[.owedToSuppliers] ?? 0) - 462) < 1e-9 && days[13].balances[.owedToSuppliers] == nil)
    // Six units are left in the evening of day 3, and 60 are under way.
    #expect(abs((days[3].balances[.stock] ?? 0) - 66 * 11) < 1e-9)
  }

  @Test("70 % before the goods are shipped, and terms after that") func shipment() throws {
    #expect(payments(try Self.shop("deposit: 30 %, balance_days: 6")) == [0: 154, 3: 198, 9: 462])
    #expect(
      payments(try Self.shop("deposit: 30 %, balance_days: 6", supplier: ", terms_days: 5")) == [
        0: 154, 3: 198, 14: 462,
      ])
  }

  @Test("no less is bought than the supplier's smallest order") func minimum() throws {
    #expect(payments(try Self.shop("minimum_order: 100")) == [0: 154, 3: 1100])
    #expect(payments(try Self.shop("minimum_order: 20")) == [0: 154, 3: 660])
  }
}
