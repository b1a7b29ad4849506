import Glibc
import Scenarios
import Simulation
import Testing

@Suite("The plan uses the mean")
struct PlanTests {
  /// What is typed for the start money, and the law's mean from its textbook.
  static let means: [(text: String, mean: Double)] = [
    ("lognormal(2000, 0.5)", 2000 * exp(0.125)), ("uniform(1000, 5000)", 3000), ("normal(5000, 300)", 5000),
    ("1000 to 3000 likely 1500", (1000 + 4 * 1500 + 3000) / 6), ("triangular(1000, 1500, 3500)", 2000),
    ("gamma(4, 500)", 2000), ("80%: 0 | 20%: uniform(1000, 4000)", 500), ("25% chance 3000", 750),
    (
      "1000 to 4000",
      2000 * exp(pow(log(4) / (2 * ClosedLaw.z95), 2) / 2)
    ),
  ]

  @Test("the plan begins with the mean of the start money", arguments: means)
  func startMoney(text: String, mean: Double) throws {
    let scenario = try Shop(["cash.budget": text]).scenario()
    #expect(abs(scenario.cash.budget - mean) < 1e-6 * mean)
    let plan = Program(scenario, seed: 1).plan()
    #expect(plan.monthly(.openingCash, month: 0) == [scenario.cash.budget])
  }

  @Test("whole days are planned as whole days")
  func wholeDays() throws {
    let scenario = try Shop(["stores.shop.payout_days": "uniform(2, 9)"]).scenario()
    #expect(scenario.stores["shop"]?.payoutDays == 6)
  }
}
