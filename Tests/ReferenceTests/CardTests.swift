import Scenarios
import Simulation
import Testing

/// Cards, by hand in both simulators (model 9).
@Suite("Cards, by hand") struct CardTests {
  /// Two orders a day at 50 from June on, goods at 20 and ads at 20: 60 a day to be paid, 100 paid out after some days.
  private static func shop(
    cash: Double = 5000, payout: Int = 0, months: Int = 3, limit: Double, rate: String = "0 %"
  ) throws -> Scenario {
    try scenario(
      """
      name: by hand
      start: 2027-06-01
      months: \(months)
      cash: {budget: \(cash)}
      cards: {visa: {limit: \(limit), statement_day: 21, due_days: 15, interest_rate: \(rate) per year}}
      products:
        product: {price: 50, offers: {supplier: {unit_cost: 20}}}
      stores:
        shop: {conversion: 5 %, payout_days: \(payout)}
      ads:
        meta: {card: visa, budget: 20, cpc: 0.5}
      suppliers:
        supplier: {card: visa}
      """)
  }

  /// 60 a day go on the card. The statement of the morning of 21 June has the 20 days before it, 1,200, and is due on 6 July;
  /// that of 21 July has 30 days, 1,800, and is due on 5 August; that of 21 August has 31.
  @Test("a statement a month, due fifteen days later") func statements() throws {
    let scenario = try Self.shop(limit: 10_000)
    expectPlans(
      scenario,
      [
        .repaid: [0, 1200, 1800], .owedToLenders: [1800, 1800 + 1860 - 1200, 1800 + 2 * 1860 - 3000],
        .supplierPayments: [0, 0, 0], .adPayments: [0, 0, 0], .goodsAndShipping: [1200, 1240, 1240],
        .closingCash: [8000, 8000 + 3100 - 1200, 8000 + 6200 - 3000], .borrowed: [0, 0, 0], .financingCosts: [0, 0, 0],
      ])
    let days = Program(scenario, seed: 1).replayPlan().days.filter { $0.amounts[.repaid] != nil }
    #expect(days.map { "\(scenario.date(ofDay: $0.day))" } == ["2027-07-06", "2027-08-05"])
  }

  /// 600 are full after ten days; from then on 60 a day leave cash.
  @Test("what exceeds the limit is paid from cash") func limit() throws {
    let scenario = try Self.shop(months: 1, limit: 600)
    expectPlans(
      scenario,
      [
        .owedToLenders: [600], .supplierPayments: [20 * 40], .adPayments: [20 * 20],
        .closingCash: [5000 + 3000 - 1200],
      ])
  }

  /// Payouts come after 40 days. 1,200 are due on day 35, with 100 in the bank; the other 1,100 carry a thousandth a day,
  /// until day 40 pays 100 of them.
  @Test("what cannot be paid carries interest, and is paid as money comes") func interest() throws {
    let scenario = try Self.shop(cash: 100, payout: 40, limit: 100_000, rate: "36.5 %")
    let replay = Program(scenario, seed: 1).replayPlan()
    #expect(replay.days[35].amounts[.repaid] == 100 && replay.ruinDay == nil)
    var owed = 1100.0
    for day in 36...40 {
      #expect(abs((replay.days[day].amounts[.financingCosts] ?? 0) - owed / 1000) < 1e-9)
      owed *= 1.001
    }
    #expect(replay.days[40].amounts[.repaid] == 100)
    let plan = Program(scenario, seed: 1).plan()
    let metrics: [Metric] = [.financingCosts, .repaid, .owedToLenders, .closingCash]
    expectPlans(
      scenario,
      Dictionary(
        uniqueKeysWithValues: metrics.map { metric in (metric, (0..<3).map { plan.monthly(metric, month: $0)[0] }) }))
  }

  @Test("a card that is not there, or beside an ad account, is told") func issues() throws {
    var scenario = try Self.shop(limit: 100)
    scenario.suppliers["supplier"]?.card = "visas"
    #expect(scenario.issues.map(\.path) == ["suppliers.supplier.card"])
    scenario.suppliers["supplier"]?.card = ""
    var account = AdAccount()
    account.pays = .monthly
    scenario.adAccounts["meta"] = account
    scenario.ads["meta"]?.account = "meta"
    #expect(scenario.issues.map(\.path) == ["ads.meta.card"])
  }
}
