import Commands
import Language
import Scenarios
import Simulation
import Testing

/// Five kinds of shops that beginners open, each with seven products to try: how many are still there after a year, and
/// what they earn. The bands are what is known of real ones: 34 % of shops last a year (The Globe and Mail), and those
/// that sell keep 10 to 20 % of sales (TrueProfit, whose shops watch their profit day by day).
///
/// The owners are those of whom the first figure tells: they leave a shop open when nothing is left to try, and money
/// closes it. Who quits at once keeps that money, and is no less out of business.
@Suite("A pool of beginners")
struct PoolTests {
  static let shops = ["duty-free-end", "camping-gear", "small-appliances", "craft-tools", "tiktok-impulse"]

  /// Worlds that were neither ruined nor ended by choice; net profit over sales in those of them that sell at the end.
  private func pool() throws -> (survival: Double, margin: Double) {
    var (survivors, worlds) = (0, 0)
    var margins: [Double] = []
    for name in Self.shops {
      let file = try ScenarioFile.load(bundledScenarios + name + ".yaml")
      var scenario = try #require(file.scenario(under: "left_open"))
      _ = scenario.normalizeSeasons()
      var options = RunOptions()
      options.paths = 2_000
      let outcome = try #require(try Program(scenario, seed: 1).run(options))
      let (profit, revenue) = (outcome.total(.netProfit), outcome.total(.revenue))
      let last = (9..<12).map { outcome.monthly(.revenue, month: $0) }
      worlds += outcome.paths
      for path in 0..<outcome.paths where outcome.ruinDay[path] < 0 && outcome.quitDay[path] < 0 {
        survivors += 1
        if last.contains(where: { $0[path] > 0 }) { margins.append(profit[path] / revenue[path]) }
      }
    }
    margins.sort()
    return (Double(survivors) / Double(worlds), margins.isEmpty ? 0 : margins[margins.count / 2])
  }

  @Test("between a fifth and a half are there after a year, with 5 to 20 % of sales left in the middle")
  func bands() throws {
    let (survival, margin) = try pool()
    #expect((0.05...0.2).contains(margin), "\(margin)")
    #expect((0.2...0.5).contains(survival), "\(survival)")
  }
}
