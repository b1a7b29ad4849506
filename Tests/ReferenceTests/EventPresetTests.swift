import Language
import Scenarios
import Simulation
import Testing

/// Bundled events at work, in the plan of a shop in which all of them can happen.
@Suite("Bundled events") struct EventPresetTests {
  static let all = PresetCatalogue.presets(for: .events)

  private func shop(_ events: String, currency: String = "USD", insurance: String = "{}") throws -> Scenario {
    try scenario(
      """
      name: all can happen
      currency: \(currency)
      start: 2027-01-10
      months: 12
      cash: {budget: 100000}
      insurance: \(insurance)
      costs: {plan: {amount: 39 \(currency) per month}}
      products:
        lamp: {price: 50, offers: {yiwu: {unit_cost: 16, shipping_cost: 4, stockout_rate: 10 % per month}}}
      stores:
        shop: {conversion: 5 %, payout_days: 5, hold_days: 40 days}
      ads:
        meta: {budget: 60, cpc: 0.8}
      traffic:
        cards: {visits: 5}
        creator: {visits: 0}
      suppliers:
        yiwu: {transit_days: 6, duty_rate: 20 %, lost_rate: 2 %}
      returns: {dispute_share: 100 %, dispute_days: 20}
      events: [\(events)]
      """)
  }

  private func figures(_ scenario: Scenario) throws -> [[Double]] {
    let outcome = try engineWorlds(scenario, paths: 64, seed: 2)
    return Metric.allCases.map { outcome.total($0) }
  }

  @Test("each of them, made certain, changes some figure of some world", arguments: all.map(\.name))
  func matters(_ name: String) throws {
    let preset = try #require(PresetCatalogue.find(name))
    let isCertain = !preset.rows.contains { $0.path == "chance" }
    let event = "{preset: \(name)\(isCertain ? "" : ", chance: 99 % per month")}"
    // Long enough for the holidays of two years, and dear enough for every plan.
    var scenarios = [try shop(event, currency: preset.currency), try shop("", currency: preset.currency)]
    for index in scenarios.indices {
      scenarios[index].months = 14
      scenarios[index].products["lamp"]?.price = 200
      scenarios[index].products["lamp"]?.referencePrice = 200
    }
    #expect(try figures(scenarios[0]) != figures(scenarios[1]))
  }

  private func plan(_ events: String, insurance: String = "{}") throws -> Outcome {
    Program(try shop(events, insurance: insurance), seed: 1).plan()
  }

  @Test("a ban stops the ads for its time, one for good for ever")
  func bans() throws {
    let days = Double(try shop("").dayCount)
    let ban = try plan("{preset: ad-account-ban, chance: ~, from: 100, lasts: 10 days}")
    #expect(abs(ban.total(.ads)[0] - 60 * (days - 10)) < 1e-6)
    let forGood = try plan("{preset: ad-account-ban-for-good, chance: ~, from: 100}")
    #expect(abs(forGood.total(.ads)[0] - 60 * 100) < 1e-6)
  }

  @Test("holidays close suppliers, and only for their days")
  func holidays() throws {
    for (name, days) in [("chinese-new-year", 17.0), ("golden-week", 7)] {
      #expect(try plan("{preset: \(name)}").total(.supplierDownDays)[0] == days)
    }
  }

  @Test("a review holds payouts for the store's days, and then all of it comes")
  func hold() throws {
    let plan = try plan("{preset: payout-hold, chance: ~, from: 30}")
    let free = try self.plan("")
    #expect(plan.monthly(.withheld, month: 0)[0] == 0 && plan.monthly(.withheld, month: 1)[0] > 0)
    #expect(plan.total(.withheld)[0] == 0 && plan.total(.released)[0] > 0)
    #expect(abs(plan.total(.closingCash)[0] - free.total(.closingCash)[0]) < 1e-6)
    #expect(abs(plan.total(.netProfit)[0] - free.total(.netProfit)[0]) < 1e-6)
  }

  @Test("an event that lasts holds payouts for as long as it lasts, whatever the store's days are")
  func holdLasts() throws {
    // Payouts of 200 a day come from day 5 on. An event begins after that morning's payout (model 16.48), so those of days
    // 11 to 16 are withheld; they are released on day 17.
    let (held, free) = (try plan("{name: review, from: 10, lasts: 7 days, then: hold stores.shop}"), try plan(""))
    let perDay = 60 / 0.8 * 0.05 * 50 + 5 * 0.05 * 50
    #expect(held.monthly(.withheld, month: 0)[0] == 0)
    #expect(abs(held.monthly(.released, month: 0)[0] - 6 * perDay) < 1e-6)
    #expect(abs(held.monthly(.closingCash, month: 0)[0] - free.monthly(.closingCash, month: 0)[0]) < 1e-6)
  }

  @Test("a hold may begin on the day on which one ends")
  func holdAfterHold() throws {
    let first = "{name: first, from: 10, lasts: 7 days, then: hold stores.shop}"
    let next = try plan(first + ", {name: second, from: 17, lasts: 4 days, then: hold stores.shop}")
    let during = try plan(first + ", {name: second, from: 16, lasts: 4 days, then: hold stores.shop}")
    let perDay = 60 / 0.8 * 0.05 * 50 + 5 * 0.05 * 50
    #expect(abs(next.monthly(.released, month: 0)[0] - 9 * perDay) < 1e-6)
    #expect(abs(during.monthly(.released, month: 0)[0] - 6 * perDay) < 1e-6)
  }

  @Test("a suspended seller sells nothing and is not paid; without cards nobody is suspended for them")
  func suspension() throws {
    let scenario = try shop("{preset: parcel-cards, chance: 99 % per month}")
    var without = scenario
    without.traffic["cards"]?.opens = .day(3650)
    let base = try shop("")
    var baseWithout = base
    baseWithout.traffic["cards"]?.opens = .day(3650)
    #expect(try figures(without) == figures(baseWithout))
    let worlds = try engineWorlds(scenario, paths: 200, seed: 1)
    let free = try engineWorlds(base, paths: 200, seed: 1)
    #expect(worlds.total(.orders).reduce(0, +) < 0.7 * free.total(.orders).reduce(0, +))
    #expect(worlds.total(.released).reduce(0, +) > 0)
  }

  @Test("an insurance bears what exceeds its deductible, at most its cover, and changes no world without a case")
  func insurance() throws {
    let event = "{preset: liability-case, chance: 30 % per year}"
    let bare = try engineWorlds(shop(event), paths: 2_000, seed: 4)
    let insured = try engineWorlds(shop(event, insurance: "{cover: 40000, deductible: 1000}"), paths: 2_000, seed: 4)
    let free = try engineWorlds(shop(""), paths: 2_000, seed: 4)
    var cases = 0
    for path in 0..<2_000 {
      let damages = bare.total(.other)[path] - free.total(.other)[path]
      let paid = insured.total(.other)[path] - free.total(.other)[path]
      if damages == 0 {
        #expect(paid == 0 && insured.total(.closingCash)[path] == free.total(.closingCash)[path])
        continue
      }
      cases += 1
      // Of several cases in a world each has its own deductible and cover.
      #expect(paid < damages && paid >= min(damages, 1_000) - 1e-6)
      #expect(bare.ruinDay[path] >= 0 || insured.ruinDay[path] < 0)
    }
    #expect(abs(Double(cases) / 2_000 - 0.3) < 0.05)
  }

  @Test("damages of the plan, by hand")
  func damages() throws {
    let paid = { (event: String, insurance: String) in
      try plan("{name: case, from: 9, then: \"\(event)\"}", insurance: insurance).total(.otherPayments)[0]
    }
    #expect(try paid("pay damages 5,000 USD", "{cover: 3000, deductible: 500}") == 2_000)
    #expect(try paid("pay damages 5,000 USD", "{cover: 30000, deductible: 500}") == 500)
    #expect(try paid("pay damages 300 USD", "{cover: 30000, deductible: 500}") == 300)
    #expect(try paid("pay 5,000 USD", "{cover: 30000, deductible: 500}") == 5_000)
    #expect(try paid("pay 100 USD, pay 20, pay damages 1,000", "{}") == 1_120)
  }

  @Test("who has run out of money pays nothing new")
  func afterTheEnd() throws {
    var scenario = try shop("{name: late, from: 200, then: pay 500 USD}")
    scenario.rules = [Rule("when day = 100 then pay 40 USD, quit, pay 2 USD")]
    #expect(Program(scenario, seed: 1).plan().total(.otherPayments) == [42])
  }

  @Test("BigCommerce's plan rises when sales of twelve months pass its caps, and never falls")
  func upgrade() throws {
    var scenario = try shop("{preset: bigcommerce-upgrade}, {preset: bigcommerce-upgrade-twice}")
    // 60 dollars buy 75 clicks and 3.75 orders, cards bring 0.25: 200 dollars a day pass 50,000 on day 250.
    let plan = Program(scenario, seed: 1).plan()
    let months = (0..<12).map { plan.monthly(.platformAndTools, month: $0)[0] }
    #expect(months == [39, 39, 39, 39, 39, 39, 39, 39, 39, 105, 105, 105], "\(months)")
    scenario.products["lamp"]?.price = 200
    scenario.products["lamp"]?.referencePrice = 200
    let dear = Program(scenario, seed: 1).plan()
    // 800 a day: past 50,000 on day 63, past 180,000 on day 226.
    let plans = (0..<12).map { dear.monthly(.platformAndTools, month: $0)[0] }
    #expect(plans == [39, 39, 39, 105, 105, 105, 105, 105, 399, 399, 399, 399], "\(plans)")
  }
}
