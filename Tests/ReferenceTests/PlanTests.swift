import Scenarios
import Simulation
import Testing

/// The plan of the shop of how-to articles, against the figures of model 10 and 15.
@Suite("The plan of the shop of how-to articles") struct PlanTests {
  @Test("earns what their profit table says") func monthlyTable() throws {
    let plan = Program(try shop(), seed: 1).plan()
    let table: [(Metric, Double)] = [
      (.revenue, 10_000), (.goodsAndShipping, 4_000), (.grossProfit, 6_000), (.ads, 2_000),
      (.platformAndTools, 300), (.other, 200), (.netProfit, 3_500),
    ]
    for (metric, expected) in table {
      #expect(abs(plan.monthly(metric, month: 0)[0] - expected) < 0.01, "\(metric.name)")
    }
  }

  @Test(
    "needs as much cash before the first payout as the payout lag says",
    arguments: [(4, 866.67), (14, 3_033.33), (21, 4_550), (33, 7_150)])
  func deepestHole(payoutDays: Double, hole: Double) throws {
    var shop = try shop()
    shop.stores["shop"]?.payoutDays = payoutDays
    let plan = Program(shop, seed: 1).plan()
    #expect(abs(plan.total(.lowestCash)[0] - (10_000 - hole)) < 0.01)
  }

  @Test("earns less once fees, returns and chargebacks are counted") func hiddenCosts() throws {
    var shop = try shop()
    shop.stores["shop"]?.paymentFee = 0.029
    shop.stores["shop"]?.paymentFeeFixed = 0.3
    shop.products["product"]?.returnRate = 0.08
    shop.returns.fraudRate = 0.006
    shop.returns.chargebackFee = 15
    // 3,500 less fees 350, refunds 800 and 1.2 chargebacks of 65.
    let plan = Program(shop, seed: 1).plan()
    #expect(abs(plan.monthly(.netProfit, month: 0)[0] - 2_272) < 1)
  }

  private func shop() throws -> Scenario {
    try scenario(
      """
      name: the article's shop
      start: 2027-06-01
      months: 2
      cash: {budget: 10000}
      costs:
        tools: {amount: 300 USD per 30 days}
        other: {amount: 200 USD per 30 days, row: other}
      products:
        product: {price: 50, offers: {supplier: {unit_cost: 20}}}
      stores:
        shop: {conversion: 10 %}
      ads:
        ads: {budget: 2000 USD per 30 days, cpc: 1}
      suppliers:
        supplier: {}
      """)
  }
}
