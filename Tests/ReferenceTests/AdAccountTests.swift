import Scenarios
import Simulation
import Testing

/// Ads that are paid after they run or before, worked out by hand in both simulators (model 9).
@Suite("Ad accounts, by hand") struct AdAccountTests {
  /// Two orders a day at 50, for goods at 20 and ads at 20: 40 of profit a day.
  private static func shop(months: Int = 2, cash: Double = 5000, payout: Int = 0, _ more: String) throws -> Scenario {
    try scenario(
      """
      name: by hand
      start: 2027-06-01
      months: \(months)
      cash: {budget: \(cash)}
      products:
        product: {price: 50, offers: {supplier: {unit_cost: 20}}}
      stores:
        shop: {conversion: 5 %, payout_days: \(payout)}
      ads:
        meta: {account: meta, budget: 20, cpc: 0.5}
      suppliers:
        supplier: {}
      \(more)
      """)
  }

  /// 20 a day reach 150 on the eighth day, which bills 160: on days 8, 16 and 24 of June, and what is left, 120, with the
  /// month's first day. July begins anew: days 8, 16 and 24, and 140 are left of its 31.
  @Test("a bill when enough was spent, and on a month's first day") func threshold() throws {
    let scenario = try Self.shop("ad_accounts: {meta: {pays: threshold, threshold: 150}}")
    expectPlans(
      scenario,
      [
        .ads: [600, 620], .adPayments: [480, 120 + 480], .adBalance: [-120, -140],
        .closingCash: [5000 + 30 * 60 - 480, 5000 + 61 * 60 - 1080], .netProfit: [1200, 1240],
      ])
    let paid = Program(scenario, seed: 1).replayPlan().days.filter { $0.amounts[.adPayments] != nil }
    #expect(paid.map(\.day) == [7, 15, 23, 30, 37, 45, 53])
    #expect(paid.map { $0.amounts[.adPayments] } == [160, 160, 160, 120, 160, 160, 160])
  }

  @Test("a bill for a month, due ten days later") func monthly() throws {
    let scenario = try Self.shop(months: 3, "ad_accounts: {meta: {pays: monthly, days: 10}}")
    expectPlans(scenario, [.ads: [600, 620, 620], .adPayments: [0, 600, 620], .adBalance: [-600, -620, -620]])
    let paid = Program(scenario, seed: 1).replayPlan().days.filter { $0.amounts[.adPayments] != nil }
    #expect(paid.map { "\(scenario.date(ofDay: $0.day))" } == ["2027-07-11", "2027-08-11"])
  }

  /// 100 are paid in on days 1, 6, 11 … and last five days each. The ban of the morning of 9 June takes half of the 40 that
  /// two days have left, and ends on the 12th, which the other 20 serve; from the 13th on it goes as before.
  @Test("a balance is topped up, and a ban takes it") func prepaid() throws {
    let scenario = try Self.shop(
      months: 1,
      """
      ad_accounts: {meta: {pays: prepaid, top_up: 100, lost_on_ban: 50 %}}
      events: [{name: ban, from: 2027-06-09, lasts: 3 days, then: pause ads.meta}]
      """)
    let days = Program(scenario, seed: 1).replayPlan().days
    #expect(days.filter { $0.amounts[.adPayments] != nil }.map(\.day) == [0, 5, 12, 17, 22, 27])
    #expect(days[7].adAccounts[0].balance == 40 && days[8].adAccounts[0].balance == 20)
    #expect(days[8].adAccounts[0].lost == 20 && days[8].amounts[.other] == 20)
    expectPlans(scenario, [.ads: [27 * 20], .adPayments: [600], .adBalance: [40], .other: [20]])
  }

  /// Goods take 40 a day, and nothing is paid out before day 40: the bill of day 4 meets 70 in the bank.
  @Test("a bill that cannot be paid stops the ads, and starves the shop") func unpaid() throws {
    let scenario = try Self.shop(
      cash: 230, payout: 40, "ad_accounts: {meta: {pays: threshold, threshold: 100}}")
    let replay = Program(scenario, seed: 1).replayPlan()
    // Goods of five days leave 30; 100 are billed that evening.
    #expect(replay.days[4].cash == 30 && replay.days[4].adAccounts[0].isStopped)
    #expect(replay.days[5].adAccounts[0].spent == 0 && replay.days[5].amounts[.orders] == nil)
    #expect(replay.ruinDay == 4 + 14 && replay.ruinCause == .starved)
    // The first payout, on day 40, pays it after the end.
    #expect(replay.days[39].adAccounts[0].isStopped && replay.days[40].adAccounts[0].paid == 100)
    let reference = ReferenceOutcome(planOf: scenario).worlds[0]
    #expect(reference.ruinDay == 18 && reference.ruinCause == .starved)
    expectPlans(scenario, [.ads: [100, 0], .adPayments: [0, 100]])
  }

  @Test("an account that is not there, or lacks its threshold, is told") func issues() throws {
    var scenario = try Self.shop("ad_accounts: {meta: {pays: threshold, threshold: 100}}")
    scenario.adAccounts["meta"]?.threshold = nil
    #expect(scenario.issues.map(\.path) == ["ad_accounts.meta"])
    scenario.adAccounts["meta"]?.pays = .monthly
    #expect(scenario.issues.isEmpty)
    scenario.ads["meta"]?.account = "google"
    #expect(scenario.issues.map(\.path) == ["ads.meta.account"])
  }
}
