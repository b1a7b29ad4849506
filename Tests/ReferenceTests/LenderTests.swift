import Scenarios
import Simulation
import Testing

/// Borrowed money, worked out by hand posting by posting, in both simulators (model 9).
@Suite("Lenders, by hand") struct LenderTests {
  /// Two orders a day at 250, for goods at 20 and ads at 20: 500 of sales and 440 of profit.
  private static func shop(months: Int, _ more: String) throws -> Scenario {
    try scenario(
      """
      name: by hand
      start: 2027-06-01
      months: \(months)
      cash: {budget: 5000}
      products:
        product: {price: 250, offers: {supplier: {unit_cost: 20}}}
      stores:
        shop: {conversion: 5 %}
      ads:
        meta: {budget: 20, cpc: 0.5}
      suppliers:
        supplier: {}
      \(more)
      """)
  }

  /// 10,000 at a fee of 10 %: 11,000 are owed from the first day on, and 10 % of 500 leaves every evening. That is 220 days,
  /// of which June to December are 214.
  @Test("an advance is repaid on day 220") func advance() throws {
    let scenario = try Self.shop(
      months: 8, "advances: {capital: {amount: 10000, fee: 10 %, share: 10 %}}")
    let days: [Double] = [30, 31, 31, 30, 31, 30, 31, 31]
    let paid: [Double] = [1500, 1550, 1550, 1500, 1550, 1500, 1550, 300]
    var cash = 15_000.0
    let closing = zip(days, paid).map { days, paid in
      cash += days * 440 - paid
      return cash
    }
    expectPlans(
      scenario,
      [
        .borrowed: [10_000, 0, 0, 0, 0, 0, 0, 0], .financingCosts: [1000, 0, 0, 0, 0, 0, 0, 0], .repaid: paid,
        .owedToLenders: [9500, 7950, 6400, 4900, 3350, 1850, 300, 0], .closingCash: closing,
        .netProfit: [30 * 440 - 1000] + days.dropFirst().map { $0 * 440 }, .other: days.map { _ in 0 },
      ], worth: 5000 + 245 * 440 - 1000)

    let replay = Program(scenario, seed: 1).replayPlan().days
    #expect(replay[217].debts.first?.owed == 100 && replay[218].debts.first?.owed == 50)
    #expect(replay[219].debts.first?.owed == 0 && replay[219].debts.first?.paid == 50)
    #expect(replay[220].debts.isEmpty)
  }

  /// 1,200 for three months at 12 % a year and a fee of 2 %, from the middle of June on. An instalment is
  /// 1,200 · 0.01 / (1 − 1.01⁻³) = 408.026 534 15.
  ///
  ///     day       comes     interest       paid         owed
  ///     15 June   1,176     24 (fee)                    1,200
  ///     15 July             12             408.026534   803.973466
  ///     15 Aug.             8.039735       408.026534   403.986668
  ///     15 Sept.            4.039867       408.026534   0
  @Test("a loan is paid back in equal instalments") func loan() throws {
    let scenario = try Self.shop(
      months: 4, "loans: {bank: {amount: 1200, fee: 2 %, interest_rate: 12 % per year, months: 3, starts: 2027-06-15}}")
    let instalment = 408.026_534_15
    expectPlans(
      scenario,
      [
        .borrowed: [1176, 0, 0, 0], .repaid: [0, instalment, instalment, instalment],
        .financingCosts: [24, 12, 8.039_734_66, 4.039_866_67],
        .owedToLenders: [1200, 803.973_465_85, 403.986_666_36, 0],
        .netProfit: [30 * 440 - 24, 31 * 440 - 12, 31 * 440 - 8.039_734_66, 30 * 440 - 4.039_866_67],
      ], worth: 5000 + 122 * 440 - 48.079_601_33)
    let paid = Program(scenario, seed: 1).replayPlan().days.filter { $0.amounts[.repaid] != nil }.map(\.day)
    // June 15 is day 14.
    #expect(paid == [44, 75, 106])
  }

  @Test("a loan without interest, from the last of a month, has months of every length") func monthEnds() throws {
    let scenario = try Self.shop(months: 7, "loans: {family: {amount: 300, months: 3, starts: 2027-08-31}}")
    let days = Program(scenario, seed: 1).replayPlan().days.filter { $0.amounts[.repaid] != nil }
    #expect(days.map { "\(scenario.date(ofDay: $0.day))" } == ["2027-09-30", "2027-10-31", "2027-11-30"])
    #expect(days.map { $0.amounts[.repaid] } == [100, 100, 100])
  }

  @Test("what ends the business ends no debt, and no money comes after it") func afterTheEnd() throws {
    let scenario = try Self.shop(
      months: 4,
      """
      loans: {bank: {amount: 1200, months: 2}, late: {amount: 900, months: 3, starts: 40}}
      advances: {capital: {amount: 800, share: 10 %, starts: 3}}
      rules:
        - when day >= 5 then quit
      """)
    let paid = 600.0
    // The advance has its share of two days, and no sales after that.
    expectPlans(
      scenario,
      [.borrowed: [2000, 0, 0, 0], .repaid: [100, paid, paid, 0], .owedToLenders: [1900, 1300, 700, 700]],
      worth: 5000 + 5 * 440)
  }

  @Test("a loan of before the start is refused, and told where it belongs") func before() throws {
    var scenario = try Self.shop(months: 1, "loans: {bank: {amount: 1200}}")
    scenario.loans["bank"]?.starts = .day(-3)
    let issue = try #require(scenario.issues.first)
    #expect(issue.path == "loans.bank.starts")
    #expect(issue.help?.contains("owed: [{to: other") == true)
  }

  @Test("an advance names a store that is there") func store() throws {
    var scenario = try Self.shop(months: 1, "advances: {capital: {amount: 1200, share: 10 %}}")
    scenario.advances["capital"]?.store = "shpo"
    #expect(scenario.issues.map(\.path) == ["advances.capital.store"])
  }
}
