import Analysis
import Scenarios
import Simulation
import Statistics
import Testing

@Suite("What is taken away from a run leaves everything else")
struct PinTests {
  /// Every kind of cause: drawn and correlated numbers, failures, stock-outs, slides, events, returns, reserves, holds.
  private static let busyShop = """
    name: busy shop
    currency: USD
    start: 2027-01-01
    months: 4
    cash: {budget: 2500 USD}
    market: {demand_sd: 0.2, fad_halflife: 200 days}
    products:
      lamp:
        price: 40 USD
        return_rate: 4 % to 9 %
        late_complaint: 20 %
        promised_days: 12
        offers:
          yiwu: {unit_cost: 10 to 14 USD, shipping_cost: 4 USD, stockout_rate: 10 % per month}
    stores:
      shop: {conversion: 1 % to 4 %, payment_fee: 3 %, payout_days: 5, reserve_rate: 10 %, hold_rate: 3 % per month}
    ads:
      meta:
        budget: 25 USD per day
        cpc: 0.30 to 0.90 USD
        price_sd: 0.2
        noise_sd: 0.1
        fatigue_halflife: 20 days
        creative_refresh: 30
        creative_cost: 20 USD
      google: {budget: 10 USD per day, cpc: 0.40 to 0.80 USD}
    suppliers:
      yiwu:
        failure_rate: 8 % per month
        handling_days: 2
        transit_days: lognormal(9, 0.3)
        lost_rate: 2 %
        defect_rate: 4 %
        slide_rate: 5 % per month
        closures:
          - {from: 2027-02-10, days: 7}
    returns: {fraud_rate: 1 %, dispute_share: 20 %, chargeback_fee: 15 USD}
    correlations:
      ads.meta.cpc, ads.google.cpc: 0.7
    events:
      - {name: ban, chance: 10 % per month, lasts: 10 days, then: pause ads.meta}
      - {name: suit, chance: 3 % per month, then: pay damages 500 USD}
    rules:
      - when cash < 300 then ads.meta.budget *= 0.5 min 5 every 5 days

    """

  private static let worlds = 256

  private func run(_ scenario: Scenario, _ pins: Pins = Pins(), paths: Int = worlds) throws -> Outcome {
    var options = RunOptions()
    options.paths = paths
    return try #require(try Program(scenario, seed: 5, pins: pins).run(options))
  }

  private func cause(_ id: String, of scenario: Scenario) throws -> Cause {
    try #require(Cause.all(of: scenario).first { $0.id == id }, "\(id)")
  }

  /// Every figure of some worlds, bit by bit.
  private func expectSame(_ a: Outcome, _ b: Outcome, in worlds: [Int], _ what: String) {
    for metric in Metric.allCases {
      for month in 0..<a.months {
        let (one, other) = (a.monthly(metric, month: month), b.monthly(metric, month: month))
        let isSame = worlds.allSatisfy { one[$0].bitPattern == other[$0].bitPattern }
        #expect(isSame, "\(what): \(metric.name) in month \(month + 1)")
      }
    }
  }

  @Test("a cause that is absent already changes no byte")
  func absent() throws {
    var shop = try scenario(Self.busyShop)
    let failures = try cause("failures", of: shop)
    shop = try scenario(Self.busyShop.replacing("failure_rate: 8 % per month", with: "failure_rate: 0 % per month"))
    #expect(!Cause.all(of: shop).contains { $0.id == "failures" })
    expectSame(try run(shop), try run(shop, failures.pins), in: Array(0..<Self.worlds), "failures")
    #expect(Cause.all(of: try scenario(plainShop)).map(\.id) == ["refunds", "chargebacks"])
  }

  @Test("worlds that no failure, stock-out, event or hold ever struck keep every figure")
  func untouched() throws {
    let shop = try scenario(Self.busyShop)
    let base = try run(shop)
    let program = Program(shop, seed: 5)
    var options = RunOptions()
    options.paths = Self.worlds
    let replays = (0..<Self.worlds).map { program.replay(path: $0, options) }
    func quiet(_ strikes: (WorldReplay) -> Bool) -> [Int] { replays.indices.filter { !strikes(replays[$0]) } }
    let untouched: [(String, [Int])] = [
      ("failures", quiet { $0.days.contains { $0.closed.contains(where: \.hasFailed) } }),
      ("stockouts", quiet { $0.days.contains { !$0.soldOut.isEmpty } }),
      ("event:ban", quiet { $0.firings.contains { $0.name == "ban" } }),
      ("event:suit", quiet { $0.firings.contains { $0.name == "suit" } }),
    ]
    for (id, worlds) in untouched {
      #expect(worlds.count > 20 && worlds.count < Self.worlds, "\(id)")
      let without = try run(shop, try cause(id, of: shop).pins)
      expectSame(base, without, in: worlds, id)
      #expect(base.gain != without.gain, "\(id)")
    }
  }

  @Test("a drawn number that is held leaves the bits of all others, and of its own draws")
  func otherDraws() throws {
    let shop = try scenario(Self.busyShop)
    let base = try run(shop)
    for id in ["input:ads.meta.cpc", "input:stores.shop.conversion", "input:ads.meta.cpc+ads.google.cpc"] {
      let held = try run(shop, try cause(id, of: shop).pins)
      for place in Program(shop, seed: 5).uncertain.indices {
        #expect(base.drawn(place).map(\.bitPattern) == held.drawn(place).map(\.bitPattern), "\(id)")
      }
      #expect(base.gain != held.gain, "\(id)")
    }
  }

  @Test("without refunds the chargebacks are the same, order by order; and the other way round")
  func fates() throws {
    let text = Self.busyShop.replacing("budget: 2500 USD", with: "budget: 900000 USD")
      .replacing(", hold_rate: 3 % per month", with: "")
      .replacing("rules:\n      - when cash < 300 then ads.meta.budget *= 0.5 min 5 every 5 days\n", with: "")
    let shop = try scenario(text)
    let base = try run(shop)
    let noRefunds = try run(shop, try cause("refunds", of: shop).pins)
    let noChargebacks = try run(shop, try cause("chargebacks", of: shop).pins)
    for month in 0..<base.months {
      #expect(base.monthly(.chargebacks, month: month) == noRefunds.monthly(.chargebacks, month: month))
      #expect(base.monthly(.refunds, month: month) == noChargebacks.monthly(.refunds, month: month))
      // Orders that no supplier could ship are still refunded.
      let (left, all) = (noRefunds.monthly(.refunds, month: month), base.monthly(.refunds, month: month))
      #expect(zip(left, all).allSatisfy { $0 <= $1 })
      #expect(noChargebacks.monthly(.chargebacks, month: month).allSatisfy { $0 == 0 })
    }
    let cancelled = noRefunds.total(.cancelledOrders)
    #expect(zip(noRefunds.total(.refunds), cancelled).allSatisfy { $0 <= $1 })
    #expect(noRefunds.total(.well).reduce(0, +) > base.total(.well).reduce(0, +))
  }

  @Test("the plan of a run without refunds has none either")
  func plan() throws {
    let shop = try scenario(Self.busyShop)
    let pins = try cause("refunds", of: shop).pins.union(try cause("chargebacks", of: shop).pins)
    let plan = Program(shop, seed: 5, pins: pins).plan()
    #expect(plan.total(.chargebacks) == [0])
    #expect(plan.total(.refundsAndChargebacks)[0] == 0 || plan.total(.cancelledOrders)[0] > 0)
  }

  @Test("books of every day lead to its cash, and those of a month's last day are the month's")
  func books() throws {
    let shop = try scenario(Self.busyShop)
    let program = Program(shop, seed: 5)
    var options = RunOptions()
    options.paths = Self.worlds
    options.keeping = .everything
    let run = try #require(try program.run(options))
    let starts = shop.monthStarts
    for world in 0..<40 {
      let replay = program.replay(path: world, options)
      var refunds = 0.0
      for month in 0..<run.months {
        refunds += run.monthly(.refundsAndChargebacks, month: month)[world]
        let books = Bridge.Books(replay, until: starts[month + 1] - 1)
        #expect(abs(books.cash - run.monthly(.closingCash, month: month)[world]) < 1e-6, "world \(world)")
        // What the other rows leave is what the books say of it.
        #expect(abs(books[.refundsAndChargebacks] + refunds) < 1e-6, "world \(world), month \(month + 1)")
      }
    }
  }
}

@Suite("What worlds died of, where it is known")
struct PlantedCauseTests {
  private func shop(_ budget: Int, _ rest: String) throws -> Scenario {
    try scenario(
      """
      name: planted
      currency: USD
      start: 2027-06-01
      months: 1
      cash: {budget: \(budget) USD}
      products:
        gadget:
          price: 50 USD
          offers:
            wholesaler: {unit_cost: 20 USD}
      stores:
        shop: {conversion: 10 %}
      ads:
        paid: {budget: 0 USD per day, cpc: 1.00 USD}
      suppliers:
        wholesaler: {}
      \(rest)

      """)
  }

  private func endings(_ scenario: Scenario, _ pins: Pins = Pins(), paths: Int) throws -> ButFor.Endings {
    var options = RunOptions()
    options.paths = paths
    return ButFor.Endings(try #require(try Program(scenario, seed: 1, pins: pins).run(options)))
  }

  private func butFor(_ scenario: Scenario, paths: Int) throws -> ButFor {
    let causes = Cause.all(of: scenario)
    let without = try causes.map { ($0, try endings(scenario, $0.pins, paths: paths)) }
    let all = try endings(scenario, causes.reduce(Pins()) { $0.union($1.pins) }, paths: paths)
    return ButFor([.ruin, .loss], try endings(scenario, paths: paths), without: without, withoutAll: all)
  }

  @Test(
    "events: but-for shares and shares that add up",
    arguments: [
      ("20000", ["fire": 0.545454545455, "flood": 0.318181818182], [0.27, 0.17], 0.44),
      ("6000", ["fire": 1, "flood": 1], [0.03, 0.03], 0.06),
    ])
  func events(_ known: (String, [String: Double], [Double], Double)) throws {
    let paths = 4_000
    let shop = try shop(
      10_000,
      """
      events:
        - {name: fire, from: 2027-06-10, chance: 30 %, then: pay damages \(known.0) USD}
        - {name: flood, from: 2027-06-20, chance: 20 %, then: pay damages \(known.0) USD}
      """)
    let found = try butFor(shop, paths: paths)
    let ruin = found.happened[0]
    #expect(abs(ruin.estimate - known.3) < 4 * ruin.standardError)
    for row in found.rows {
      guard case .event(let name) = row.cause.kind, let share = known.1[name] else { continue }
      let saved = row.changes[0].savedShare
      #expect(abs(saved.value - share) < 4 * saved.standardError + 1e-12, "\(name)")
      #expect(row.changes[0].newly == 0)
    }
    let causes = Cause.all(of: shop)
    #expect(causes.map(\.id) == ["event:fire", "event:flood"])
    let happened = try (0..<4).map { set in
      let absent = causes.indices.filter { set & (1 << $0) == 0 }.map { causes[$0].pins }
      return try endings(shop, absent.reduce(Pins()) { $0.union($1) }, paths: paths).happened(.ruin)
    }
    let shares = FairShares(players: 2, happened: happened)
    for (player, points) in zip(shares.players, known.2) {
      #expect(abs(player.points.value - points) < 4 * player.points.standardError)
    }
    let sum = shares.players.reduce(0) { $0 + $1.points.value }
    #expect(abs(sum - shares.all) < 1e-12 && shares.remainder == 0)
  }

  @Test("a drawn number at its plan's value, while the one it goes together with keeps its draws")
  func bills() throws {
    let bills = """
      costs:
        a: {amount: "normal(3000 USD, 400 USD) once", row: other}
        b: {amount: "normal(3000 USD, 500 USD) once", row: other}
      correlations:
        costs.a.amount, costs.b.amount: 0.6
      """
    let found = try butFor(try shop(6_700, bills), paths: 10_000)
    for (id, share, newly) in [
      ("input:costs.a.amount", 0.600855, 0.003346118), ("input:costs.b.amount", 0.8000721, 0.001284956),
    ] {
      let change = try #require(found.rows.first { $0.cause.id == id }).changes[0]
      #expect(abs(change.savedShare.value - share) < 4 * change.savedShare.standardError, "\(id)")
      #expect(abs(change.newlyShare.value - newly) < 4 * change.newlyShare.standardError, "\(id)")
    }
    // Editing the scenario instead draws b anew: 0.48.
    let rich = try shop(50_000, bills)
    let held = try #require(Cause.all(of: rich).first { $0.id == "input:costs.a.amount" })
    let (gain, without) = (
      try endings(rich, paths: 10_000).gain, try endings(rich, held.pins, paths: 10_000).gain
    )
    let (x, y) = (Moments(gain), Moments(without))
    let covariance = Moments(zip(gain, without).map { ($0 - x.mean) * ($1 - y.mean) }).mean
    #expect(abs(covariance / (x.standardDeviation * y.standardDeviation) - 0.92170405) < 0.01)
  }

  @Test(
    "a payout lag and reserves that ruin together or alone",
    arguments: [
      (5_000, 7, 0.5, true, true), (4_000, 7, 0.5, false, true), (1_000, 7, 0.5, false, false),
      (2_600, 14, 0.2, true, false),
    ])
  func payouts(_ known: (budget: Int, days: Int, rate: Double, lagSaves: Bool, reservesSave: Bool)) throws {
    let shop = try scenario(
      """
      name: coins
      currency: USD
      start: 2027-06-01
      months: 3
      cash: {budget: \(known.budget) USD}
      costs:
        platform: {amount: 300 USD per 30 days}
        sundries: {amount: 200 USD per 30 days, row: other}
      products:
        gadget:
          price: 0.50 USD
          offers:
            wholesaler: {unit_cost: 0.20 USD}
      stores:
        shop: {conversion: 10 %, payout_days: \(known.days), reserve_rate: \(known.rate * 100) %, reserve_days: 90}
      ads:
        paid: {budget: 2000 USD per 30 days, cpc: 0.01 USD}
      suppliers:
        wholesaler: {}

      """)
    let found = try butFor(shop, paths: 32)
    #expect(found.happened[0].successes == 32)
    let saved = Dictionary(uniqueKeysWithValues: found.rows.map { ($0.cause.id, $0.changes[0].saved) })
    #expect(saved == ["payout-lag": known.lagSaves ? 32 : 0, "reserves": known.reservesSave ? 32 : 0])
    #expect(found.splits[0].notEvenAll == 0)
  }

  @Test("where ruin is rare losses are explained, and where losses are rare the worst worlds")
  func targets() throws {
    func ends(_ ruined: Int, _ losing: Int, of worlds: Int) -> ButFor.Endings {
      ButFor.Endings(
        ruinDay: (0..<worlds).map { $0 < ruined ? 3 : -1 }, gain: (0..<worlds).map { $0 < losing ? -5 : Double($0) })
    }
    #expect(try #require(WhyTarget(.ruin, in: ends(40, 60, of: 1_000))).kind == .ruin)
    let loss = try #require(WhyTarget(.ruin, in: ends(7, 60, of: 1_000)))
    #expect(loss.kind == .loss && loss.passedOver.map(\.worlds) == [7])
    let worst = try #require(WhyTarget(.ruin, in: ends(0, 3, of: 1_000)))
    #expect(worst.kind == .worst && worst.passedOver.count == 2)
    #expect(WhyTarget(.ruin, in: ends(0, 3, of: 100)) == nil)
    #expect(try #require(WhyTarget(.loss, in: ends(40, 60, of: 1_000))).kind == .loss)
  }

  @Test("how many worlds are looked at is counted, not timed")
  func work() {
    #expect(Why.worlds(of: 10_000, days: 30, runs: 10) == 10_000)
    #expect(Why.worlds(of: 10_000, days: 365, runs: 30, within: 60_000_000) == 5_000)
    #expect(Why.worlds(of: 1_500, days: 3_650, runs: 500) == 1_500)
    #expect(Why.worlds(of: 1_000_000, days: 3_650, runs: 500) == 1_953)
  }
}
