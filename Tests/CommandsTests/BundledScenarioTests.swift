import Analysis
import Commands
import Language
import Scenarios
import Simulation
import Statistics
import Testing

/// What the bundled scenarios say they teach is what their runs show.
@Suite("What bundled scenarios teach")
struct BundledScenarioTests {
  private func summary(_ name: String, _ strategy: String, worlds: Int = 2_000) throws -> Summary {
    let file = try ScenarioFile.load(bundledScenarios + name + ".yaml")
    var scenario = try #require(file.scenario(under: strategy))
    _ = scenario.normalizeSeasons()
    var options = RunOptions()
    options.paths = worlds
    return Summary(try #require(try Program(scenario, seed: 1).run(options)))
  }

  private func ruin(_ name: String, _ strategy: String) throws -> Double {
    try summary(name, strategy).ruin.estimate
  }

  @Test("each supplier more takes risk away, the first most of it, and none takes all")
  func backups() throws {
    let alone = try ruin("backup-suppliers", "alone")
    let one = try ruin("backup-suppliers", "one_backup")
    let two = try ruin("backup-suppliers", "base")
    #expect(alone > one && one > two && two > 0)
    #expect(alone - one > one - two)
  }

  @Test("each rung of the ladder of disputes ruins more, and holds are why")
  func disputes() throws {
    let calm = try ruin("dispute-ladder", "base")
    let notice = try ruin("dispute-ladder", "notice")
    let excessive = try ruin("dispute-ladder", "excessive")
    #expect(calm < notice && notice < excessive)
    #expect(try ruin("dispute-ladder", "excessive_no_hold") < calm)
  }

  @Test("a winner dies of the reserve, not of its sales")
  func reserve() throws {
    #expect(try ruin("winner-in-q4", "without_reserve") < 0.1)
    #expect(try ruin("winner-in-q4", "base") > 0.4)
    #expect(try ruin("winner-in-q4", "all_held") > 0.9)
  }

  @Test("duty takes profit and ruins few that would have lived")
  func duty() throws {
    let with = try summary("duty-free-end", "base")
    let without = try summary("duty-free-end", "duty_free")
    #expect(with.total(.netProfit).mean < without.total(.netProfit).mean)
    let (few, more) = (Outlook(with).profit.estimate, Outlook(without).profit.estimate)
    #expect(few < more && more - few < 0.1)
  }

  @Test("the later Amazon pays, the more worlds end")
  func payouts() throws {
    let amazon = try ruin("amazon-local", "base")
    #expect(try ruin("amazon-local", "from_china") > amazon)
    #expect(try ruin("amazon-local", "paid_at_once") < amazon)
  }

  @Test("own stock of a product that sells earns more and ruins more often")
  func stock() throws {
    let own = try summary("hybrid-stock", "proven")
    let direct = try summary("hybrid-stock", "proven_china")
    #expect(own.total(.netProfit).p50 > direct.total(.netProfit).p50)
    #expect(own.ruin.estimate > direct.ruin.estimate)
  }

  @Test(
    "who never stops runs out of money, whatever he sells; who is careful keeps some of it",
    arguments: ["first-store", "duty-free-end", "tiktok-impulse", "small-appliances", "camping-gear", "craft-tools"])
  func owners(name: String) throws {
    let careful = try summary(name, "base")
    let endless = try summary(name, "never_stops")
    #expect(careful.ruin.estimate < 0.25 && endless.ruin.estimate > careful.ruin.estimate + 0.3)
    #expect(careful.total(.closingCash).p5 > endless.total(.closingCash).p5)
  }

  @Test("more ads do not make a small market larger")
  func smallMarket() throws {
    #expect(try ruin("craft-tools", "double_ads") > ruin("craft-tools", "base"))
  }
}
