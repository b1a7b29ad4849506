import Foundation
import Language
import Scenarios
import Simulation
import Statistics
import Testing

/// Days on which rules and events fire in the plan of a shop whose every day is the same: 20 USD buy 20 clicks and 2
/// orders of 50 USD, whose goods cost 40; payouts come after 4 days.
@Suite("Rules and events in the plan of a plain shop") struct RuleTraceTests {
  private func shop(_ extra: String = "", supplier: String = "{}") throws -> Scenario {
    try scenario(
      """
      name: plain shop
      start: 2027-06-01
      months: 1
      cash: {budget: 1000}
      products:
        lamp: {price: 50, offers: {yiwu: {unit_cost: 20}}}
      stores:
        shop: {conversion: 10 %, payout_days: 4}
      ads:
        meta: {budget: 20 USD per day, cpc: 1}
      suppliers:
        yiwu: \(supplier)
      \(extra)
      """)
  }

  private func firings(_ extra: String, supplier: String = "{}") throws -> [Int] {
    Program(try shop(extra, supplier: supplier), seed: 1).tracePlan().map(\.day)
  }

  private func plan(_ extra: String, supplier: String = "{}") throws -> Outcome {
    Program(try shop(extra, supplier: supplier), seed: 1).plan()
  }

  @Test("a channel without a budget buys no creatives")
  func creatives() throws {
    var scenario = try shop()
    scenario.ads["meta"]?.creativeRefresh = 5
    scenario.ads["meta"]?.creativeCost = 30
    #expect(Program(scenario, seed: 1).plan().total(.otherPayments) == [150])
    scenario.ads["meta"]?.budget = 0
    #expect(Program(scenario, seed: 1).plan().total(.otherPayments) == [0])
  }

  @Test(
    "a rule fires on the mornings on which it holds",
    arguments: [
      ("day = 3", "", [3]), ("day >= 26", "", [26, 27, 28, 29]), ("day != 3 and day < 5", "", [0, 1, 2, 4]),
      ("day >= 20", "every 4 days", [20, 24, 28]), ("day >= 10 for 3 days", "every 30 days", [12]),
      ("day >= 10 and day < 12 for 3 days", "", []), ("month = 6 and day > 27", "", [28, 29]), ("month = 7", "", []),
      // The figures of the first day are known on the second.
      ("roas(7) > 4.9", "every 60 days", [1]), ("roas(7) > 5.1", "", []), ("roas(7) < 100", "every 60 days", [1]),
      ("orders(7) > 13", "every 60 days", [7]), ("orders(3) > 5", "every 60 days", [3]),
      ("ads.meta.orders(3) > 5", "every 60 days", [3]), ("products.lamp.orders(3) > 5", "every 60 days", [3]),
      ("stores.shop.revenue(4) > 399", "every 60 days", [4]), ("spend(5) >= 100", "every 60 days", [5]),
      ("products.lamp.spend(5) >= 100", "every 60 days", [5]), ("ads.meta.clicks(2) >= 40", "every 60 days", [2]),
      ("cpa(30) < 10.1 and day = 15", "", [15]), ("cpa(30) < 9.9", "", []), ("margin(7) > 39 % and day = 9", "", [9]),
      ("ads.meta.margin(7) > 41 %", "", []), ("ads.meta.margin(7) > 39 % and margin(7) < 41 %", "every 60 days", [1]),
      // Cash falls by 60 a day until the first payout of 100: 940, 880, 820, 760, 800, 840, …
      ("cash < 790", "", [4]), ("cash >= 1000", "every 60 days", [0]), ("roas(3) = roas(14)", "every 60 days", [1]),
      // Nothing was refunded; a ratio of nothing to nothing compares with nothing.
      ("refund_rate(30) = 0", "every 60 days", [1]), ("dispute_rate(30) > 0", "", []),
      ("suppliers.yiwu.open", "every 29 days", [0, 29]), ("not products.lamp.open", "", []),
      ("stores.shop.open and ads.meta.open", "every 60 days", [0]),
    ])
  func rules(when: String, every: String, days: [Int]) throws {
    let rule = "when \(when) then cash.credit_line = 5 USD \(every)"
    #expect(try firings("rules: [\"\(rule)\"]") == days, "\(rule)")
  }

  @Test("what is shut is seen the morning after")
  func shut() throws {
    let closed = "{closures: [{from: 2027-06-10, days: 3}]}"
    #expect(
      try firings("rules: [when not suppliers.yiwu.open then cash.credit_line = 5]", supplier: closed) == [10, 11, 12])
    #expect(
      try firings("rules: [when day = 8 then pause ads, when not ads.meta.open then resume ads]") == [8, 9])
  }

  @Test("a channel that spends nothing has no ratio to compare")
  func noSpend() throws {
    let rules = "rules: [when day = 0 then pause ads, when roas(3) < 1 then quit, when roas(3) != 1 then quit]"
    #expect(try firings(rules) == [0])
  }

  @Test(
    "an event happens on its day, and goes on while it lasts",
    arguments: [
      ("from: 2027-06-06", [5]), ("from: 5", [5]), ("from: 2027-06-06, lasts: 5 days", [5]),
      ("from: 2027-05-20", [0]), ("from: 2027-05-20, lasts: 20 days", [0]), ("from: 2027-05-20, lasts: 12 days", []),
      ("when: day >= 27", [27, 28, 29]), ("when: day >= 10, lasts: 3 days", [10, 14, 18, 22, 26]),
      ("when: day >= 10 for 3 days, from: 20, lasts: 7 days", [20, 28]),
      // By chance nothing happens in the plan.
      ("chance: 100 % per month", []), ("from: 3, chance: 100 %", []),
    ])
  func events(trigger: String, days: [Int]) throws {
    #expect(try firings("events: [{name: e, \(trigger), then: cash.credit_line = 5 USD}]") == days)
  }

  @Test(
    "by chance an event happens on the days on which its own luck is below the chance",
    arguments: [
      ("chance: 90 % per month", 1 - pow(0.1, 12.0 / 365), 1..<30),
      ("chance: 99 % per year", 1 - pow(0.01, 1.0 / 365), 1..<30),
      ("chance: 90 % per month, from: 12", 1 - pow(0.1, 12.0 / 365), 12..<30),
      ("chance: 90 % per month, when: day < 9", 1 - pow(0.1, 12.0 / 365), 1..<9),
      ("chance: 40 %, from: 7", 0.4, 7..<8),
    ])
  func chances(trigger: String, chance: Double, days: Range<Int>) throws {
    let program = Program(try shop("events: [{name: luck, \(trigger), then: cash.credit_line = 5 USD}]"), seed: 1)
    let luck = Stream(seed: 1, name: "events.luck")
    var happened = 0
    for path in 0..<40 {
      let wanted = days.filter { Uniform.double(luck.word(path: path, day: $0)) < chance }
      #expect(program.trace(path: path).map(\.day) == wanted, "world \(path)")
      happened += wanted.count
    }
    #expect(happened > 0)
  }

  @Test(
    "what is spent on ads follows the changes of a budget of 20 USD a day",
    arguments: [
      // Held within its bounds: 20, 10, 6, 6, …
      ("rules: [when day > 0 then ads.meta.budget *= 0.5 min 6]", 198.0),
      ("rules: [when day = 29 then ads.*.budget += 100 max 30]", 610),
      // Paused for good; paused and resumed.
      ("rules: [when day = 10 then pause ads]", 200),
      ("rules: [when day = 10 then pause ads.meta, when day = 20 then resume ads]", 400),
      ("rules: [when day = 10 then close stores.shop, when day = 20 then open stores]", 400),
      // An event lasts from its day on, and is undone to the cent.
      ("events: [{name: a, from: 5, lasts: 5 days, then: pause ads}]", 500),
      ("events: [{name: a, from: 5, lasts: 5 days, then: ads.meta.budget *= 0}]", 500),
      ("events: [{name: a, from: 2027-05-28, lasts: 10 days, then: pause ads}]", 480),
      // Of two that overlap both must end; and no decision opens what the world has shut.
      (
        """
        rules: [when day = 6 then resume ads]
        events:
          - {name: a, from: 5, lasts: 5 days, then: pause ads}
          - {name: b, from: 8, lasts: 5 days, then: pause ads.meta}
        """, 440
      ),
      // 5 days of 20, 5 of 10, 10 of 100, 10 of 30: a decision on day 12 waits beneath what lasts.
      (
        """
        cash: {budget: 10000}
        rules: [when day = 12 then ads.meta.budget += 10]
        events:
          - {name: a, from: 5, lasts: 10 days, then: ads.meta.budget *= 0.5}
          - {name: b, from: 10, lasts: 10 days, then: ads.meta.budget = 100}
        """, 1450
      ),
      // A decision under a lasting factor is felt by that factor, and whole when it ends: 5 of 20, 5 of 10, 5 of 20, 15 of 40.
      (
        """
        cash: {budget: 10000}
        rules: [when day = 10 then ads.meta.budget = 40]
        events: [{name: a, from: 5, lasts: 10 days, then: ads.meta.budget *= 0.5}]
        """, 850
      ),
    ])
  func budgets(extra: String, spend: Double) throws {
    let isRich = extra.contains("cash:")
    var scenario = try shop(isRich ? extra.split(separator: "\n").dropFirst().joined(separator: "\n") : extra)
    if isRich { scenario.cash.budget = 10_000 }
    let ads = Program(scenario, seed: 1).plan().total(.ads)[0]
    #expect(abs(ads - spend) < 1e-6, "\(ads)")
  }

  @Test("a closed store sells nothing, a closed supplier is down, and a closed product is off sale")
  func closed() throws {
    for part in ["stores.shop", "suppliers.yiwu", "products.lamp"] {
      let plan = try plan("rules: [when day = 10 then close \(part), when day = 15 then open \(part)]")
      #expect(abs(plan.total(.orders)[0] - 50) < 1e-4, "\(part)")
      #expect(plan.total(.supplierDownDays)[0] == (part.hasPrefix("suppliers") ? 5 : 0))
    }
  }

  @Test("prices, costs and rates that rules change are those of the day")
  func derived() throws {
    let plan = try plan(
      "rules: [\"when day = 10 then products.lamp.price = 60, products.lamp.offers.yiwu.unit_cost *= 2\"]")
    // 20 orders at 50 and, of 40, as many at 60 as the usual elasticity leaves; goods cost 20, and 40 from then on.
    let left = Elementary.pow(60 / 50, -2.62)
    #expect(abs(plan.total(.revenue)[0] - (1_000 + 2_400 * left)) < 1e-3)
    #expect(abs(plan.total(.goodsAndShipping)[0] - (400 + 1_600 * left)) < 1e-3)
  }

  @Test("who quits has no costs and no orders from then on, and is not ruined")
  func quit() throws {
    let plan = try plan(
      """
      rules: [when day = 10 then quit]
      costs: {plan: {amount: 3 USD per day}}
      """)
    #expect(plan.quitDay == [10])
    #expect(plan.ruinDay == [-1])
    #expect(abs(plan.total(.ads)[0] - 200) < 1e-9)
    #expect(abs(plan.total(.platformAndTools)[0] - 30) < 1e-9)
    #expect(abs(plan.total(.orders)[0] - 20) < 1e-4)
    // What was owed is still paid out.
    #expect(plan.total(.owedByProcessors)[0] < 1e-6)
  }

  @Test("a resumed channel learns anew")
  func learning() throws {
    var shop = try shop("rules: [when day = 10 then pause ads, when day = 20 then resume ads]")
    shop.ads["meta"]?.learningDays = 5
    shop.ads["meta"]?.learningFactor = 0.5
    // Ten days of orders twice, of each the first five by half.
    #expect(abs(Program(shop, seed: 1).plan().total(.orders)[0] - 30) < 1e-4)
  }
}

extension SimulatorTests {
  @Suite("Rules and events in worlds") struct RuleWorldTests {
    /// All figures of a run, bit by bit.
    private func bits(_ outcome: Outcome) -> [UInt64] {
      let months = Metric.allCases.flatMap { metric in
        (0..<outcome.months).flatMap { outcome.monthly(metric, month: $0) }
      }
      return (months + outcome.ruinDay + outcome.ruinCause + outcome.quitDay).map(\.bitPattern)
    }

    @Test("a rule that never fires changes no bit, whatever it would change", arguments: OwnScenarios.all.map(\.name))
    func idleRules(_ name: String) throws {
      let scenario = try scenario(OwnScenarios.text(name))
      var ruled = scenario
      for slot in scenario.slots where slot.info.isLive {
        let change = slot.info.kind == .flag ? "= yes" : "*= 0.5"
        let rule = Rule("when day > 3000 and roas(7) < 1 then \(slot.path) \(change), quit")
        if scenario.faults(inRules: [Fragment(rule.text)]).isEmpty { ruled.rules.append(rule) }
      }
      for part in ["ads", "stores", "suppliers", "products", "traffic"] {
        ruled.rules.append(Rule("when day > 3000 and refund_rate(7) > 1 % then close \(part)"))
      }
      #expect(ruled.rules.count > 20)
      #expect(ruled.issues == [])
      #expect(
        bits(try engineWorlds(ruled, paths: 256, seed: 1)) == bits(try engineWorlds(scenario, paths: 256, seed: 1)))
      #expect(bits(Program(ruled, seed: 1).plan()) == bits(Program(scenario, seed: 1).plan()))
    }

    @Test("an event is drawn with its chance, in its own luck")
    func chance() throws {
      let text = OwnScenarios.text("calm")
      let once = try engineWorlds(
        scenario(text + "\nevents: [{name: fork, from: 10, chance: 40 %, then: pause ads}]\n"), paths: 20_000, seed: 1)
      let full = once.total(.ads).max() ?? 0
      let paused = Double(once.total(.ads).count { $0 < full - 1 }) / 20_000
      #expect(abs(paused - 0.4) < 0.015)
      // Another event beside it changes nothing of its luck.
      let both = try engineWorlds(
        scenario(
          text + """

            events:
              - {name: other, from: 12, chance: 30 %, then: cash.credit_line = 0}
              - {name: fork, from: 10, chance: 40 %, then: pause ads}

            """), paths: 20_000, seed: 1)
      #expect(bits(both) == bits(once))
    }

    @Test("in the long run a lasting event goes on for p ÷ (p + q) of the days")
    func share() throws {
      var scenario = try scenario(OwnScenarios.text("calm"))
      scenario.months = 12
      scenario.cash.budget = 1e6
      var event = Event()
      event.name = "closed"
      event.chance = Chance(0.5, per: .month)
      event.lasts = .fixed(8)
      event.then = "close suppliers.yiwu"
      scenario.events = [event]
      let outcome = try engineWorlds(scenario, paths: 4_000, seed: 1)
      let down = outcome.total(.supplierDownDays).reduce(0, +) / 4_000 / Double(scenario.dayCount)
      let p = 1 - exp(log(0.5) * 12 / 365)
      // It is not drawn on the day it ends: 1/p open days follow eight shut ones. It begins open, which shifts it a little.
      #expect(abs(down - 8 / (8 + 1 / p)) < 0.01, "\(down)")
    }

    @Test("a traced world fires what the run fired")
    func trace() throws {
      let scenario = try scenario(OwnScenarios.text("thin cash") + "\nrules: [when cash < 300 then quit]\n")
      let program = Program(scenario, seed: 3)
      let outcome = try engineWorlds(scenario, paths: 200, seed: 3)
      for path in [0, 1, 31, 32, 100, 199] {
        let quit = program.trace(path: path).first?.day ?? -1
        #expect(outcome.quitDay[path] == Double(quit), "\(path)")
      }
      #expect(outcome.quitDay.contains { $0 >= 0 })
    }

    @Test("worlds with rules are the same for any number of threads and size of blocks")
    func blocks() throws {
      let text =
        OwnScenarios.text("suppliers") + """

          rules:
            - when roas(7) < 2 then ads.*.budget *= 0.9 min 5 every 3 days
            - when cash < 200 for 2 days then pause ads, products.*.price +5% max 90
          events:
            - {name: ban, chance: 10 % per month, lasts: 3 to 20 days, then: pause ads}
          """
      let scenario = try scenario(text)
      let wanted = bits(try engineWorlds(scenario, paths: 300, seed: 1))
      for size in [32, 96, 512] {
        var options = RunOptions()
        options.paths = 300
        options.blockSize = size
        options.threads = size % 5
        #expect(bits(try #require(try Program(scenario, seed: 1).run(options))) == wanted)
      }
    }
  }
}
