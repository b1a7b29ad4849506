import Foundation
import Language
import Scenarios
import Simulation
import Testing

/// The monthly profit table of how-to articles, shown by article-shop.yaml (model 10).
@Suite("The profit table of how-to articles")
struct ArticleTableTests {
  private func file() throws -> ScenarioFile {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "scenarios/article-shop.yaml"), encoding: .utf8)
    return try ScenarioFile(reading: Source(name: "article-shop.yaml", text: text))
  }

  private func plan(_ scenario: Scenario) -> Outcome { Program(scenario, seed: 1).plan() }

  private func firstMonth(_ outcome: Outcome, _ metric: Metric) -> Double { outcome.monthly(metric, month: 0)[0] }

  @Test("month 1 of the plan of article-shop.yaml is that table")
  func table() throws {
    let plan = plan(try file().scenario)
    let table: [(Metric, Double)] = [
      (.revenue, 10_000), (.goodsAndShipping, 4000), (.grossProfit, 6000), (.ads, 2000), (.platformAndTools, 300),
      (.other, 200), (.netProfit, 3500),
    ]
    for (metric, value) in table {
      #expect(abs(firstMonth(plan, metric) - value) < 0.005, "\(metric.name) \(firstMonth(plan, metric))")
    }
  }

  @Test("with the costs that the table leaves out, 2,272 are left of 3,500")
  func hiddenCosts() throws {
    let plan = plan(try #require(try file().scenario(under: "hidden_costs")))
    #expect(abs(firstMonth(plan, .netProfit) - 2272) < 1)
  }

  @Test(
    "the later the payout, the deeper the hole: lag · ((0.40 + 0.20) · revenue + fixed costs) a day",
    arguments: [(4, 866.67), (14, 3033.33), (21, 4550), (33, 7150)])
  func hole(payoutDays: Int, hole: Double) throws {
    var scenario = try file().scenario
    scenario.stores["shop"]?.payoutDays = Double(payoutDays)
    let lowest = plan(scenario).total(.lowestCash)[0]
    #expect(abs(lowest - (10_000 - hole)) < 0.01, "\(lowest)")
  }
}
