import Scenarios
import Simulation
import Testing

@testable import Analysis

@Suite("More orders than are drawn")
struct OrderLimitTests {
  @Test("of 50,000 orders a day from one channel 20,000 are taken, and the others are lost sales")
  func lost() throws {
    var scenario = try scenario(plainShop)
    scenario.months = 1
    scenario.cash.budget = 1e9
    // 2.5 million clicks, 2 % of which buy.
    scenario.ads["meta"]?.budget = 1e6
    let plan = Program(scenario, seed: 1).plan()
    #expect(plan.total(.orders) == [31 * 20_000])
    #expect(abs(plan.total(.lostSales)[0] - 31 * 30_000) < 1)
  }
}
