import Analysis
import Commands
import PtySupport
import Scenarios
import Simulation
import Testing

@Suite("What is saved draws the same numbers when it is loaded")
struct SavingTests {
  private func outcome(_ desk: Desk) throws -> (paths: [String], draws: [[Double]], cash: [Double]) {
    try desk.succeed("run 64")
    let run = try #require(desk.session.lastRun)
    let outcome = try #require(run.summary?.outcome)
    return (run.uncertain, run.uncertain.indices.map(outcome.drawn), outcome.total(.closingCash))
  }

  @Test("every spelling, bit for bit, with the scenario and its fingerprint", arguments: Spelling.all)
  func everySpelling(_ spelling: Spelling) throws {
    let desk = Desk(spelling.plainShop)
    desk.folder.write(Spelling.csv.utf8, to: "past.csv")
    try desk.succeed("set \(spelling.path) = \(spelling.text)")
    let before = try outcome(desk)
    let (scenario, fingerprint) = (desk.session.scenario, desk.session.lastRun?.fingerprint)
    try desk.succeed("save copy.yaml; load copy.yaml")
    #expect(desk.session.scenario == scenario)
    #expect(try outcome(desk) == before)
    #expect(desk.session.lastRun?.fingerprint == fingerprint)
  }

  @Test("correlations, references and strategies with ranges, too")
  func together() throws {
    let shop = Shop(
      [
        "ads.meta.cpc": "0.60 to 1.40", "cash.budget": "80%: 3000 | 20%: 1000 to 4000",
        "stores.shop.conversion": "beta(3, 97)", "products.lamp.offers.yiwu.unit_cost": "same as products.lamp.price",
        "products.lamp.price": "p10 20 p50 30 p90 60",
      ],
      blocks: """
        correlations:
          ads.meta.cpc, stores.shop.conversion: crash together -0.4
          cash.budget, products.lamp.price: 0.3
        strategies:
          bold:
            ads.meta.budget: "50%: 30 | 50%: 40 to 90"

        """)
    let desk = Desk(shop)
    let before = try outcome(desk)
    try desk.succeed("run 64 --strategy bold")
    let bold = desk.session.lastRun?.summary?.outcome.drawn(2)
    try desk.succeed("save copy.yaml; load copy.yaml")
    #expect(try outcome(desk) == before)
    try desk.succeed("run 64 --strategy bold")
    #expect(bold != nil && desk.session.lastRun?.summary?.outcome.drawn(2) == bold)
  }
}
