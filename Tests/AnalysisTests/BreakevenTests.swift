import Scenarios
import Simulation
import Statistics
import Testing

@testable import Analysis

@Suite("Break-even")
struct BreakevenTests {
  private func line(_ scenario: Scenario, carriesFixed: Bool = false) throws -> Breakeven.Line {
    try #require(Breakeven(scenario, carriesFixed: carriesFixed, seed: 1, paths: 1000).lines.first)
  }

  @Test("an order by hand")
  func order() throws {
    let order = try #require(Breakeven(try scenario(plainShop), seed: 1, paths: 1000).orders.first?.planned)
    #expect(order.value == 40 && order.vat == 0)
    // 8 % of 40 and 0.30.
    #expect(abs(order.fees - 3.5) < 1e-12)
    #expect(order.goods == 10 && abs(order.duty - 3) < 1e-12 && order.shipping == 4)
    // 5 % problems, four fifths of them and the unwanted tenth are refunded; 3 of postage for what goes back.
    #expect(abs(order.refunds - (40 * (0.05 * 0.8 + 0.1) + 0.1 * 5 * 0.6)) < 1e-12)
    // 1 % fraud and a fifth of 5 %, three quarters of them lost.
    #expect(abs(order.chargebacks - 0.02 * (40 * 0.75 + 15)) < 1e-12)
    #expect(abs(order.recovered - 10 * (0.05 * 0.5 + 0.1 * 0.4)) < 1e-12)
    #expect(abs(order.support - 2 * (0.1 + 0.05)) < 1e-12)
    // 40 − 3.5 − 10 − 3 − 4 − 5.9 − 0.9 + 0.65 − 0.3
    #expect(abs(order.contribution - 13.05) < 1e-12)
    #expect(abs(order.endsWell - 0.84) < 1e-12)
  }

  @Test("break-evens by hand: 13.05 an order, clicks at 0.40, 2 % of them buy")
  func byHand() throws {
    let line = try line(try scenario(plainShop))
    #expect(abs(line.now.costPerOrder.p50 - 20) < 1e-12 && abs(line.needed.costPerOrder.p50 - 13.05) < 1e-12)
    #expect(abs(line.now.roas.p50 - 2) < 1e-12 && abs(line.needed.roas.p50 - 40 / 13.05) < 1e-12)
    #expect(abs(line.needed.clickPrice.p50 - 13.05 * 0.02) < 1e-12)
    #expect(abs(line.needed.conversion.p50 - 0.4 / 13.05) < 1e-12)
    // Of a price, 92 % less 14 % refunds, 1.5 % chargebacks remain: 0.765; 17.55 is taken off.
    #expect(abs(line.needed.price.p50 - (20 + 17.55) / 0.765) < 1e-6)
    #expect(line.chance == Proportion(successes: 0, trials: 1) && line.ordersNeeded.p50 == .infinity)
  }

  @Test("the plan agrees: the profit of an order is what is left, less its ads")
  func plan() throws {
    var scenario = try scenario(plainShop)
    scenario.costs = Named()
    // What orders of the last months leave behind falls due after a short run; here all lags are 0.
    let outcome = Program(scenario, seed: 1).plan()
    let (orders, profit) = (outcome.total(.orders)[0], outcome.total(.netProfit)[0])
    #expect(abs(profit / orders - (13.05 - 20)) < 0.01, "\(profit / orders)")
  }

  @Test("ads that carry fixed costs: 60 a month are 0.0986 for each unit of ad money")
  func fixed() throws {
    let line = try line(try scenario(plainShop), carriesFixed: true)
    let perClick = 0.4 * 60 / (20 * 365 / 12)
    #expect(abs(line.needed.conversion.p50 - (0.4 + perClick) / 13.05) < 1e-12)
    #expect(abs(line.needed.clickPrice.p50 - (13.05 * 0.02 - perClick)) < 1e-12)
    #expect(abs(line.needed.costPerOrder.p50 - (13.05 - perClick / 0.02)) < 1e-12)
  }

  @Test("orders a month that carry the fixed costs, where an order leaves more than its ads")
  func ordersNeeded() throws {
    var scenario = try scenario(plainShop)
    scenario.ads["meta"]?.clickPrice = 0.1
    let line = try line(scenario)
    #expect(abs(line.ordersNeeded.p50 - 60 / (13.05 - 5)) < 1e-9)
    #expect(abs(line.orders.p50 - 20 / 0.1 * 0.02 * 365 / 12) < 1e-9)
    #expect(line.chance.estimate == 1)
  }

  @Test("of products that are tested each world has a candidate of its own: three of ten sell")
  func candidates() throws {
    var scenario = try scenario(
      plainShop + "product_tests: {candidates: 7, conversion: \"70 %: 0.1 % | 30 %: 30 %\", keep_if: roas(4) >= 1}\n")
    let breakeven = Breakeven(scenario, seed: 1, paths: 1000)
    #expect(breakeven.worlds == 1000 && !breakeven.isCertain)
    #expect(abs(try line(scenario).chance.estimate - 0.3) < 0.05)
    scenario.productTests.candidates = 0
    #expect(try line(scenario).chance.estimate == 0)
  }

  @Test("worlds in which nothing will do count: in seven of ten the goods cost more than the price")
  func hopelessWorlds() throws {
    var scenario = try scenario(
      plainShop.replacing("unit_cost: 10 USD", with: "unit_cost: \"70 %: 45 USD | 30 %: 10 USD\""))
    scenario.ads["meta"]?.clickPrice = 0.1
    let line = try line(scenario)
    #expect(abs(line.chance.estimate - 0.3) < 0.05)
    #expect(line.needed.costPerOrder.p50 < 0 && line.needed.clickPrice.p50 < 0)
    #expect(abs(line.needed.costPerOrder.p95 - 13.05) < 1e-9)
    #expect(line.needed.roas.p50 == .infinity && line.needed.conversion.p50 == .infinity)
    #expect(line.needed.price.p50 > 80 && line.ordersNeeded.p50 == .infinity)
  }

  @Test("a lasting shift of clicks: saturation, inflation, creatives, tiredness")
  func channel() throws {
    var scenario = try scenario(plainShop)
    scenario.months = 1
    scenario.ads["meta"]?.saturation = 20
    let product = try #require(scenario.products["lamp"])
    let store = try #require(scenario.stores["shop"])
    func economics() throws -> ChannelEconomics {
      ChannelEconomics(scenario, try #require(scenario.ads["meta"]), product, store, carriesFixed: false)
    }
    // At its saturation a click costs twice as much.
    #expect(abs(try economics().clickPrice - 0.8) < 1e-12)
    scenario.ads["meta"]?.creativeRefresh = 10
    scenario.ads["meta"]?.creativeCost = 50
    // 5 a day beside 20 for clicks.
    #expect(abs(try economics().clickPrice - 0.8 * 1.25) < 1e-12)
    scenario.ads["meta"]?.fatigueHalflife = 10
    scenario.ads["meta"]?.fatigueFloor = 0.6
    let ages = (0..<10).map { max(0.6, Elementary.pow(0.5, Double($0) / 10)) }
    #expect(abs(try economics().conversion - 0.02 * ages.reduce(0, +) / 10) < 1e-12)
  }

  @Test(
    "the beginner's shop of the research: 14.82 an order, ROAS 2.36, 6.8 % have to buy, 6 % of such shops are right")
  func beginner() throws {
    // S1: 35 USD, landed 15.34, 8 % refunds, 0.7 % disputes, 2.9 % + 0.30, support 0.45. There a won dispute gives its fee back.
    let scenario = try scenario(
      """
      name: s1
      currency: USD
      start: 2027-01-01
      months: 12
      cash: {budget: 1500 USD}
      products:
        lamp: {price: 35 USD, promised_days: 0, return_rate: 8 %, offers: {cn: {unit_cost: 8.50 USD, shipping_cost: 4.50 USD}}}
      stores:
        shop: {conversion: "lognormal(1.4 %, 0.97)", payment_fee: 2.9 %, payment_fee_fixed: 0.30 USD}
      ads:
        meta: {budget: 30 USD per day, cpc: "lognormal(1 USD, 0.35)"}
      suppliers:
        cn: {duty_rate: 27.5 %}
      returns: {fraud_rate: 0.7 %, chargeback_fee: 15 USD, win_rate: 20 %}
      operations: {tickets_per_order: 0.45, ticket_cost: 1 USD}

      """)
    let breakeven = Breakeven(scenario, seed: 1, paths: 20_000)
    let left = try #require(breakeven.orders.first?.planned.contribution)
    #expect(abs(left - 14.82) < 0.03, "\(left)")
    let line = try #require(breakeven.lines.first)
    #expect(abs(line.needed.roas.p50 - 2.36) < 0.01)
    #expect(abs(line.needed.conversion.p50 - 0.068) < 0.001)
    let closed = Normal.cdf(
      Elementary.log(left * 0.014 / 1) / Elementary.squareRoot(0.97 * 0.97 + 0.35 * 0.35))
    #expect(abs(line.chance.estimate - closed) < 4 * line.chance.standardError + 1e-3, "\(line.chance) \(closed)")
    #expect(abs(closed - 0.06) < 0.01)
  }

  @Test("worlds draw what a run draws, numbers that are the same as others among them")
  func draws() throws {
    var scenario = try scenario(plainShop.replacing("cpc: 0.40 USD", with: "cpc: \"uniform(0.20, 0.60)\""))
    scenario.uncertain["stores.shop.commission"] = .same(as: "ads.meta.cpc")
    let program = Program(scenario, seed: 7)
    var options = RunOptions()
    options.paths = 100
    let outcome = try #require(try program.run(options))
    #expect(program.drawn(paths: 100) == [outcome.drawn(0)])
    var prices: [Double] = []
    ParameterDraws(scenario, seed: 7, paths: 100).eachWorld { world in
      prices.append(world.ads["meta"]?.clickPrice ?? 0)
      #expect(world.stores["shop"]?.commission == world.ads["meta"]?.clickPrice)
    }
    #expect(prices == outcome.drawn(0))
  }

  @Test("prices with elasticity: both ends of those that do, or none")
  func prices() {
    func range(_ elasticity: Double, now: Double, costPerOrder: Double) -> ClosedRange<Double>? {
      BreakevenPrices(slope: 0.9, cost: 18, now: now, elasticity: elasticity, costPerOrder: costPerOrder).range
    }
    func surplus(_ price: Double, _ elasticity: Double, _ now: Double, _ costPerOrder: Double) -> Double {
      (0.9 * price - 18) * Elementary.pow(price / now, -elasticity) - costPerOrder
    }
    #expect(abs((range(0, now: 35, costPerOrder: 9)?.lowerBound ?? 0) - 30) < 1e-9)
    for elasticity in [0.5, 1, 2, 3] {
      guard let prices = range(elasticity, now: 28, costPerOrder: 4) else {
        Issue.record("\(elasticity)")
        continue
      }
      #expect(abs(surplus(prices.lowerBound, elasticity, 28, 4)) < 1e-9, "\(elasticity): \(prices)")
      #expect((prices.upperBound == .infinity) == (elasticity <= 1))
      if elasticity > 1 { #expect(abs(surplus(prices.upperBound, elasticity, 28, 4)) < 1e-9) }
    }
    // Too dear now: only lower prices do.
    let high = range(3, now: 60, costPerOrder: 40)?.upperBound ?? 0
    #expect(high > 30 && high < 60 && abs(surplus(high, 3, 60, 40)) < 1e-6)
    #expect(range(3, now: 28, costPerOrder: 1000) == nil)
    #expect(BreakevenPrices(slope: -1, cost: 5, now: 10, elasticity: 1, costPerOrder: 1).range == nil)
    #expect(range(1, now: 28, costPerOrder: .infinity) == nil)
  }
}
