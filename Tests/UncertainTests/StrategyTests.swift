import Analysis
import Commands
import Scenarios
import Simulation
import Testing

@Suite("Ranges in strategies and for one run")
struct StrategyTests {
  private let shop = Shop(
    ["ads.meta.cpc": "0.60 to 1.40", "cash.budget": "2k to 8k"],
    blocks: """
      strategies:
        bold:
          ads.meta.budget: 40 to 90 USD per day
        sure:
          ads.meta.cpc: 0.9
        risky:
          stores.shop.conversion: "80%: 1 % | 20%: 3 to 6 %"
          products.lamp.offers.yiwu.unit_cost: same as products.lamp.price

      """)

  private func draws(_ strategy: String) throws -> Draws {
    try Draws(try #require(try shop.file().scenario(under: strategy)), worlds: 10_000)
  }

  @Test("a strategy's range is drawn, and the base's draws stay")
  func drawn() throws {
    let (base, bold) = (try draws("base"), try draws("bold"))
    #expect(base.paths == ["cash.budget", "ads.meta.cpc"])
    #expect(bold.paths == ["cash.budget", "ads.meta.budget", "ads.meta.cpc"])
    #expect(kolmogorov(try bold.values("ads.meta.budget"), ClosedLaw.lognormal(from: 40, to: 90).cdf) < 1.95)
    for path in base.paths { #expect(try base.values(path) == bold.values(path)) }
    let law = ClosedLaw.mixture([(0.8, .certain(0.01)), (0.2, .lognormal(from: 0.03, to: 0.06))])
    #expect(kolmogorov(try draws("risky").values("stores.shop.conversion"), law.cdf) < 1.95)
  }

  @Test("a strategy may be sure of what the base is not")
  func sure() throws {
    #expect(try draws("sure").paths == ["cash.budget"])
  }

  @Test("--set for one run joins the strategy's ranges and leaves the scenario as it was")
  func set() throws {
    let desk = Desk(shop)
    let before = desk.session.scenario
    try desk.succeed("run 200 --strategy bold --set 'stores.shop.conversion = 1 to 4 %' --set months=2")
    let run = try #require(desk.session.lastRun)
    #expect(run.uncertain == ["cash.budget", "stores.shop.conversion", "ads.meta.budget", "ads.meta.cpc"])
    #expect(desk.session.scenario == before)
    let outcome = try #require(run.summary?.outcome)
    #expect(outcome.drawn(2) == Array(try draws("bold").values("ads.meta.budget").prefix(200)))
  }

  @Test("a bad range in a strategy is told at its place")
  func bad() {
    let desk = Desk(Shop(blocks: "strategies:\n  bold:\n    ads.meta.budget: 90 to 40 USD\n"))
    #expect(
      desk.complaints == """
        shop.yaml:27:22: error: ads.meta.budget: the upper bound is below the lower one
            ads.meta.budget: 90 to 40 USD
                             ^^^^^^^^^^^^
          write: 40 USD to 90
        """)
  }
}

@Suite("What is correlated may become certain")
struct CertainCorrelatedTests {
  private let shop = Shop(
    ["ads.meta.cpc": "0.60 to 1.40", "cash.budget": "2k to 8k", "stores.shop.conversion": "1 to 4 %"],
    blocks: """
      correlations:
        cash.budget, ads.meta.cpc, stores.shop.conversion: 0.6
      strategies:
        sure:
          ads.meta.cpc: 0.9

      """)

  @Test("under a strategy, for one run, or by set: the others stay correlated")
  func becomes() throws {
    let desk = Desk(shop)
    #expect(desk.complaints.isEmpty)
    for line in ["run 4000 --strategy sure", "run 4000 --set ads.meta.cpc=0.9", "set ads.meta.cpc = 0.9; run 4000"] {
      try desk.succeed(line)
      let run = try #require(desk.session.lastRun)
      #expect(run.uncertain == ["cash.budget", "stores.shop.conversion"])
      let outcome = try #require(run.summary?.outcome)
      #expect(abs(spearman(outcome.drawn(0), outcome.drawn(1)) - 0.6) < 0.04)
    }
  }

  @Test("what is saved then loads again, to the same draws")
  func saved() throws {
    let desk = Desk(shop)
    try desk.succeed("set ads.meta.cpc = 0.9; run 50")
    let before = try #require(desk.session.lastRun?.summary?.outcome)
    try desk.succeed("save sure.yaml; load sure.yaml; run 50")
    let after = try #require(desk.session.lastRun?.summary?.outcome)
    #expect(before.drawn(1) == after.drawn(1))
    try desk.succeed("set stores.shop.conversion = 2 %; save surer.yaml; load surer.yaml")
    #expect(desk.session.scenario.correlations.isEmpty)
  }
}
