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

  /// The click price of each calendar month, as the engine scales it.
  private func clickPrices(_ scenario: Scenario) throws -> [Double] {
    let channel = try #require(scenario.ads["meta"])
    let mean = channel.seasonAds.reduce(0, +) / 12
    return channel.seasonAds.map { $0 / mean * (channel.cpc ?? 0) }
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
    let (before, after) = (try clickPrices(base), try clickPrices(try shocked("ad-prices", base)))
    for month in 0..<12 { #expect(abs(after[month] / before[month] - (month >= 9 ? 1.5 : 1)) < 1e-12) }
    base.months = 3
    #expect(throws: Shock.Unfit("no day of the run is in the fourth quarter")) { try shocked("ad-prices", base) }
  }

  @Test("an uncertain click price rises in every world")
  func uncertain() throws {
    let base = try scenario(plainShop.replacing("cpc: 0.40 USD", with: "cpc: 0.20 to 0.60 USD"))
    let after = try shocked("ad-prices", base)
    let (old, new) = (Program(base, seed: 1).drawn(paths: 50)[0], Program(after, seed: 1).drawn(paths: 50)[0])
    for (old, new) in zip(old, new) { #expect(abs(new / old - 13.5 / 12) < 1e-9) }
  }

  @Test("the main supplier is shut from the first day of month 3 to the last of the run, years too")
  func supplier() throws {
    var base = try scenario(plainShop)
    base.months = 30
    let closures = try #require(try shocked("supplier-lost", base).suppliers["yiwu"]?.closures)
    let days = closures.map { base.start.days(until: $0.from) }
    #expect(days.first == base.monthStarts[2])
    #expect(days.last.map { $0 + Int(closures.last?.days ?? 0) } == base.dayCount)
    #expect(closures.allSatisfy { $0.days <= 365 })
    base.months = 2
    #expect(throws: Shock.Unfit("the run ends before month 3")) { try shocked("supplier-lost", base) }
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
    #expect(abs((try shocked("duty", base).suppliers["yiwu"]?.dutyRate ?? 0) - 0.4) < 1e-12)
    let returns = try shocked("returns", base)
    #expect(returns.products["lamp"]?.returnRate == 0.2 && returns.suppliers["yiwu"]?.defectRate == 0.06)
    #expect(try shocked("demand", base).ads["meta"]?.intent == 0.5)
    #expect(throws: Shock.Unfit("all suppliers quote in USD")) { try shocked("currency", base) }
    var yuan = Currency()
    yuan.rate = 0.14
    base.currencies["CNY"] = yuan
    #expect(abs((try shocked("currency", base).currencies["CNY"]?.rate ?? 0) - 0.14 / 0.9) < 1e-12)
  }

  @Test("the new year's closure lies around its date")
  func newYear() throws {
    let base = try scenario(plainShop)
    let closure = try #require(try shocked("new-year", base).suppliers["yiwu"]?.closures.first)
    #expect(closure.from.description == "2027-01-30" && closure.days == 25)
  }

  @Test("a payout of the first days comes ninety days later")
  func payouts() throws {
    var base = try scenario(plainShop)
    base.months = 5
    base.cash.budget = 20_000
    var options = RunOptions()
    options.paths = 32
    let outcome = try #require(Program(try shocked("payouts-held", base), seed: 1).run(options))
    #expect(outcome.monthly(.payouts, month: 1).allSatisfy { $0 < 200 })
    #expect(outcome.total(.released).allSatisfy { $0 > 1000 })
  }

  @Test("rows: the base, each alone, all together; differences of the same worlds")
  func rows() throws {
    let base = try scenario(plainShop)
    let shocks = ["duty", "demand", "currency"].compactMap(ShockCatalogue.shock(named:))
    let stress = Stress(shocks, on: base) { scenario in
      let ends = scenario.ads["meta"]?.intent == 0.5 ? [10.0, 20] : [30.0, 25]
      let ruined = (scenario.suppliers["yiwu"]?.dutyRate ?? 0) > 0.3
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
    // −20 and −5: a mean of −12.5, a standard error of 7.5.
    #expect(abs((stress.rows[2].cashChange?.halfWidth ?? 0) - 1.959963984540054 * 7.5) < 1e-9)
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
