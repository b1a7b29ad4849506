import Language
import Scenarios
import Simulation
import Testing

@testable import Analysis

@Suite("Shocks")
struct StressTests {
  private func shocked(_ name: String, _ base: Scenario) throws -> Scenario {
    try #require(ShockCatalogue.shock(named: name)).applied(to: base)
  }

  /// A figure of each month, without chance.
  private func plan(_ scenario: Scenario, _ metric: Metric) -> [Double] {
    let outcome = Program(scenario, seed: 1).plan()
    return (0..<outcome.months).map { outcome.monthly(metric, month: $0)[0] }
  }

  @Test("names and titles mean one shock each, and every one fits a shop that has everything")
  func catalogue() throws {
    var base = try scenario(plainShop)
    base.currencies["CNY"] = Currency()
    base.suppliers["yiwu"]?.currency = "CNY"
    let shocks = ShockCatalogue.all
    #expect(Set(shocks.map(\.name)).count == shocks.count && Set(shocks.map(\.title)).count == shocks.count)
    for shock in shocks {
      let changed = try shock.applied(to: base)
      #expect(changed != base && changed.issues.isEmpty, "\(shock.name)")
      #expect(shock.doc.hasSuffix(".") && shock.title.count <= 40)
    }
  }

  @Test("ads cost half as much again from October to December, and as much as before in other months")
  func adPrices() throws {
    var base = try scenario(plainShop)
    base.ads["meta"]?.seasonAds = [0.9, 0.9, 1, 1, 1, 1, 1, 1, 1, 1.1, 1.3, 1.0]
    base.cash.budget = 50_000
    let (before, after) = (plan(base, .clicks), plan(try shocked("ad-prices", base), .clicks))
    for month in 0..<12 {
      #expect(abs(before[month] / after[month] - (month >= 9 ? 1.5 : 1)) < 1e-6, "\(month)")
    }
    base.months = 3
    #expect(throws: Shock.Unfit("no day of the run is in the fourth quarter")) { try shocked("ad-prices", base) }
    base.start = try #require(CalendarDate(year: 2027, month: 12, day: 1))
    let late = try shocked("ad-prices", base).events
    #expect(late.count == 1 && late[0].from == .day(0) && late[0].lasts == .fixed(31))
    base.months = 24
    #expect(try shocked("ad-prices", base).events.count == 3)
  }

  @Test("a shock lies over what rules and events of the scenario decide")
  func overRules() throws {
    var base = try scenario(plainShop)
    base.cash.budget = 50_000
    base.rules = [Rule("when day >= 100 then suppliers.yiwu.duty_rate = 50 %")]
    let (before, after) = (plan(base, .goodsAndShipping), plan(try shocked("duty", base), .goodsAndShipping))
    // Goods 10, shipping 4, duty a unit of 1: with duty of 20 or 50 % before, 40 or 70 % after.
    #expect(abs(after[1] / before[1] - 19.0 / 17) < 1e-6)
    #expect(abs(after[11] / before[11] - 22.0 / 20) < 1e-6)
  }

  @Test("an uncertain click price rises in every world")
  func uncertain() throws {
    var base = try scenario(
      plainShop.replacing("cpc: 0.40 USD", with: "cpc: 0.20 to 0.60 USD").replacing(
        "start: 2027-01-01", with: "start: 2027-10-01"))
    base.months = 2
    base.cash.budget = 50_000
    var options = RunOptions()
    options.paths = 50
    let (old, new) = (Program(base, seed: 1), Program(try shocked("ad-prices", base), seed: 1))
    #expect(old.drawn(paths: 50) == new.drawn(paths: 50))
    let (before, after) = (try #require(try old.run(options)), try #require(try new.run(options)))
    for (before, after) in zip(before.total(.clicks), after.total(.clicks)) {
      #expect(abs(before / after - 1.5) < 0.15, "\(before) \(after)")
    }
  }

  @Test("the main supplier ships nothing from the first day of month 3 on")
  func supplier() throws {
    var base = try scenario(plainShop)
    base.cash.budget = 50_000
    let orders = plan(try shocked("supplier-lost", base), .orders)
    #expect(orders[1] > 1 && orders[2...].allSatisfy { $0 == 0 })
    base.months = 2
    #expect(throws: Shock.Unfit("the run ends before month 3")) { try shocked("supplier-lost", base) }
  }

  @Test("a banned ad account buys no clicks for thirty days, and then as many as before")
  func adBan() throws {
    var base = try scenario(plainShop)
    base.cash.budget = 50_000
    base.ads["small"] = base.ads["meta"]
    base.ads["small"]?.budget = 5
    #expect(base.mainChannel == "meta")
    let (before, after) = (plan(base, .ads), plan(try shocked("ad-ban", base), .ads))
    // The last of January and all of February but its last day hit; March 1 is day 59.
    #expect(abs(after[0] - (before[0] - 20)) < 1e-6 && abs(after[1] - 5 * 28) < 1e-6)
    #expect(abs(after[2] - (before[2] - 20)) < 1e-6 && after[3...] == before[3...])
    base.months = 1
    base.ads["meta"]?.opens = .day(10)
    #expect(throws: Shock.Unfit("the run ends before it would happen")) { try shocked("ad-ban", base) }
  }

  @Test("the main supplier is the first with any capacity")
  func mainSupplier() throws {
    var base = try scenario(plainShop)
    var offer = Offer()
    offer.unitCost = 12
    base.products["lamp"]?.offers["backup"] = offer
    base.suppliers["backup"] = Supplier()
    #expect(base.mainSuppliers == ["yiwu"])
    base.suppliers["yiwu"]?.capacity = 0
    #expect(base.mainSuppliers == ["backup"])
  }

  @Test("duty, returns, demand and currency change what they say")
  func rates() throws {
    var base = try scenario(plainShop)
    base.cash.budget = 50_000
    let event = { (name: String, base: Scenario) in try #require(try shocked(name, base).events.last) }
    #expect(try event("duty", base).then == "suppliers.yiwu.duty_rate += 20 %")
    #expect(try event("returns", base).then == "suppliers.yiwu.defect_rate *= 2")
    #expect(try shocked("returns", base).products["lamp"]?.returnRate == 0.2)
    let (before, after) = (plan(base, .orders), plan(try shocked("demand", base), .orders))
    for (before, after) in zip(before, after) { #expect(abs(after / before - 0.5) < 1e-6) }
    #expect(throws: Shock.Unfit("all suppliers quote in the currency of the scenario")) {
      try shocked("currency", base)
    }
    var yuan = Currency()
    yuan.rate = 0.14
    base.currencies["CNY"] = yuan
    base.suppliers["yiwu"]?.currency = "CNY"
    let costs = (plan(base, .goodsAndShipping), plan(try shocked("currency", base), .goodsAndShipping))
    // Only the duty of 1 an order is not the supplier's: 10 · 1.2 + 4 = 16 at 0.14 each.
    let unit = 16 * 0.14
    #expect(abs(costs.1[4] / costs.0[4] - (unit / 0.9 + 1) / (unit + 1)) < 1e-6)
    base.events = [try event("duty", base)]
    #expect(Set(try shocked("duty", base).events.map(\.name)).count == 2)
  }

  @Test("the new year's closure lies around its date")
  func newYear() throws {
    let base = try scenario(plainShop)
    let event = try #require(try shocked("new-year", base).events.first)
    // 2027-02-06 less a week is the 30th day of the year.
    #expect(event.from == .day(29) && event.lasts == .fixed(25) && event.then == "close suppliers.yiwu")
    var later = base
    later.start = try #require(CalendarDate(year: 2027, month: 2, day: 10))
    let cut = try #require(try shocked("new-year", later).events.first)
    #expect(cut.from == .day(0) && cut.lasts == .fixed(14))
  }

  @Test("payouts due from day 30 on come ninety days later, all at once")
  func payouts() throws {
    var base = try scenario(plainShop)
    base.cash.budget = 50_000
    let held = try shocked("payouts-held", base)
    var options = RunOptions()
    options.paths = 32
    let (before, after) = (
      try #require(try Program(base, seed: 1).run(options)), try #require(try Program(held, seed: 1).run(options))
    )
    // January's are paid, February's and March's withheld, from June on it is as it was.
    #expect(after.monthly(.payouts, month: 1).allSatisfy { $0 == 0 })
    #expect(after.monthly(.payouts, month: 2).allSatisfy { $0 == 0 })
    #expect(
      after.monthly(.released, month: 4).allSatisfy { $0 > 500 }
        || after.monthly(.released, month: 3).allSatisfy { $0 > 500 })
    for month in 6..<12 { #expect(after.monthly(.payouts, month: month) == before.monthly(.payouts, month: month)) }
  }

  @Test("rows: the base, each alone, all together; differences of the same worlds")
  func rows() throws {
    let base = try scenario(plainShop)
    let shocks = ["duty", "demand", "currency"].compactMap(ShockCatalogue.shock(named:))
    let stress = Stress(shocks, on: base) { scenario in
      let ends = scenario.events.contains { $0.name == "demand halves" } ? [10.0, 20] : [30.0, 25]
      let ruined = scenario.events.contains { $0.name == "duty rises" }
      return Summary(
        Outcome(
          [.closingCash: [ends]], ruinDay: [ruined ? 3 : -1, -1], ruinCause: [ruined ? .insolvent : .none, .none]))
    }
    #expect(stress.rows.count == 4 && stress.wanted == 4)
    #expect(stress.unfit.map(\.shock.name) == ["currency"])
    #expect(stress.rows[0].ruinChange == nil)
    #expect(stress.rows[1].ruinChange?.value == 0.5 && stress.rows[1].cashChange?.value == 0)
    #expect(stress.rows[2].ruinChange?.value == 0 && stress.rows[2].cashChange?.value == -12.5)
    #expect(stress.rows[3].ruinChange?.value == 0.5 && stress.rows[3].cashChange?.value == -12.5)
    // −20 and −5 in two worlds: too few to tell how far off −12.5 may be.
    #expect(stress.rows[2].cashChange?.unknown == .fewValues && stress.rows[2].ruinChange?.reach ?? 0 > 0.4)
    #expect(stress.worst?.ruinChange?.value == 0.5)
  }

  @Test("a stop keeps the finished rows")
  func stopped() throws {
    var runs = 0
    let stress = Stress(ShockCatalogue.all, on: try scenario(plainShop)) { _ in
      runs += 1
      return runs > 2 ? nil : Summary(Outcome([.closingCash: [[1]]], ruinDay: [-1], ruinCause: [.none]))
    }
    #expect(stress.rows.count == 2 && stress.wanted > 2)
  }
}
