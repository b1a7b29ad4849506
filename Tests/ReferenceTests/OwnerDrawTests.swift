import Scenarios
import Simulation
import Testing

/// Money that the owner takes out by rules, by hand in both simulators (model 11).
@Suite("Owner's draws, by hand") struct OwnerDrawTests {
  /// 440 of profit a day: 13,200 in June, 13,640 in July and in August.
  private static func shop(cash: Double = 5000, payout: Int = 0, rules: [String]) throws -> Scenario {
    try scenario(
      """
      name: by hand
      start: 2027-06-01
      months: 3
      cash: {budget: \(cash), credit_line: 9000}
      products:
        product: {price: 250, offers: {supplier: {unit_cost: 20}}}
      stores:
        shop: {conversion: 5 %, payout_days: \(payout)}
      ads:
        meta: {budget: 20, cpc: 0.5}
      suppliers:
        supplier: {}
      rules: [\(rules.joined(separator: ", "))]
      """)
  }

  private func expect(
    _ scenario: Scenario, draws: [Double], cash: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectPlans(
      scenario, [.ownerDraws: draws, .closingCash: cash], worth: scenario.cash.budget + 92 * 440,
      sourceLocation: sourceLocation)
  }

  @Test("a fifth of last month's profit is taken on the first of the month, and remains the owner's") func share()
    throws
  {
    expect(
      try Self.shop(rules: ["pay owner 20 % of profit monthly"]), draws: [0, 2640, 2728],
      cash: [18_200, 18_200 + 13_640 - 2640, 18_200 + 2 * 13_640 - 5368])
  }

  @Test("a fixed sum under a condition, by the month") func sum() throws {
    expect(
      try Self.shop(rules: ["when cash > 20000 then pay owner 1000 USD monthly"]), draws: [0, 0, 1000],
      cash: [18_200, 31_840, 44_480])
  }

  /// Goods and ads take 60 a day and sales come after 35 days: 1,800 less on 1 July than on 1 June.
  @Test("no more is taken than there is cash") func cashOnly() throws {
    expect(
      try Self.shop(cash: 2000, payout: 35, rules: ["pay owner 50 % of profit monthly"]), draws: [0, 200, 6820],
      cash: [200, -1860 + 26 * 500, -1860 + 26 * 500 - 6820 - 1860 + 31 * 500])
  }

  @Test(
    "what cannot be is told",
    arguments: [
      ("pay owner 20 % of profit", "a share of the profit is paid once a month"),
      ("pay owner 120 % of profit monthly", "expected a share of the profit, 0 to 100 %"),
      ("pay owner 20 of profit monthly", "expected a share of the profit, 0 to 100 %"),
      ("pay owner monthly", "expected an amount for the owner"),
      ("pay owner lots monthly", "lots"),
    ])
  func refused(rule: String, message: String) throws {
    var scenario = try Self.shop(rules: [])
    scenario.rules = [Rule(rule)]
    let issues = scenario.issues
    #expect(issues.count == 1 && issues[0].message.contains(message), "\(issues)")
  }

  @Test("an event cannot pay the owner") func event() throws {
    var scenario = try Self.shop(rules: [])
    var event = Event()
    event.name = "luck"
    event.from = .day(3)
    event.then = "pay owner 50"
    scenario.events = [event]
    #expect(scenario.issues.contains { $0.message.contains("only a rule can pay the owner") })
  }
}
