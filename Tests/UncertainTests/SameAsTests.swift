import Analysis
import Commands
import Language
import Scenarios
import Simulation
import Testing

@Suite("A parameter that is the same as another is one draw")
struct SameAsTests {
  /// What is paid and what comes in for each order are the same number, in every world another.
  private let even: KeyValuePairs<String, String> = [
    "products.lamp.price": "20 to 60 USD", "products.lamp.reference_price": "35 USD",
    "products.lamp.offers.yiwu.unit_cost": "same as products.lamp.price", "costs.plan.amount": "0 USD per month",
    "ads.meta.budget": "0", "traffic.search.visits": "400", "suppliers.yiwu.failure_rate": "0",
    "stores.shop.payout_days": "0",
  ]

  @Test("two amounts that are the same cancel exactly in every world")
  func cancel() throws {
    let draws = try Draws(try Shop(even).scenario(), worlds: 2000)
    #expect(draws.paths == ["products.lamp.price"])
    let (revenue, goods) = (draws.outcome.total(.revenue), draws.outcome.total(.goodsAndShipping))
    #expect(revenue.allSatisfy { $0 > 0 } && Set(revenue).count > 1900)
    #expect(revenue == goods)
    #expect(draws.outcome.total(.netProfit).allSatisfy { $0 == 0 })
    #expect(draws.outcome.total(.closingCash).allSatisfy { $0 == 3000 })
  }

  @Test("so they do in the plan")
  func planned() throws {
    let plan = Program(try Shop(even).scenario(), seed: 1).plan()
    #expect(plan.total(.revenue)[0] > 0)
    #expect(plan.total(.revenue) == plan.total(.goodsAndShipping))
  }

  @Test("two draws of the same law do not cancel")
  func twoDraws() throws {
    var shop = Shop(even)
    shop["products.lamp.offers.yiwu.unit_cost"] = "20 to 60 USD"
    let profit = try Draws(try shop.scenario(), worlds: 200).outcome.total(.netProfit)
    #expect(profit.allSatisfy { $0 != 0 })
  }

  @Test("chains lead to their end, whichever way round they are written")
  func chains() throws {
    var shop = Shop(even)
    shop["products.lamp.price"] = "same as cash.budget"
    shop["cash.budget"] = "same as returns.keep_it_threshold"
    shop["returns.keep_it_threshold"] = "20 to 60 USD"
    let draws = try Draws(try shop.scenario(), worlds: 500)
    #expect(draws.paths == ["returns.keep_it_threshold"])
    #expect(draws.outcome.monthly(.openingCash, month: 0) == (try draws.values("returns.keep_it_threshold")))
    #expect(draws.outcome.total(.netProfit).allSatisfy { $0 == 0 })
  }

  @Test("the same as a number that is certain is that number, also after it changes")
  func certain() throws {
    let desk = Desk(
      Shop([
        "products.lamp.offers.yiwu.unit_cost": "same as products.lamp.price", "traffic.search.visits": "400",
        "ads.meta.cpc": "same as products.lamp.price",
      ]))
    try desk.succeed("set products.lamp.price = 50; run 20")
    let outcome = try #require(desk.session.lastRun?.summary?.outcome)
    #expect(outcome.total(.goodsAndShipping) == outcome.total(.revenue))
    #expect(outcome.total(.revenue).contains { $0 > 0 })
  }

  @Test(
    "what leads in a circle or nowhere is refused at its place",
    arguments: [
      (
        "same as ads.meta.cpc",
        """
        shop.yaml:21:10: error: ads.meta.cpc cannot be the same as ads.meta.cpc
            cpc: same as ads.meta.cpc
                 ^^^^^^^^^^^^^^^^^^^^
          name another parameter, one that holds a number
        """
      ),
      (
        "same as ads.meta.pcp",
        """
        shop.yaml:21:10: error: no such parameter: ads.meta.pcp
            cpc: same as ads.meta.pcp
                 ^^^^^^^^^^^^^^^^^^^^
          nearest: ads.meta.cpc, ads.meta.cpm
        """
      ),
      (
        "same as name",
        """
        shop.yaml:21:10: error: ads.meta.cpc cannot be the same as name
            cpc: same as name
                 ^^^^^^^^^^^^
          name another parameter, one that holds a number
        """
      ),
    ])
  func refused(text: String, expected: String) {
    let desk = Desk(Shop(["ads.meta.cpc": text]))
    #expect(desk.complaints == expected)
  }

  @Test("a circle of three is refused in the file and at the prompt, and changes nothing")
  func circle() throws {
    let circle = Shop([
      "ads.meta.cpc": "same as products.lamp.price", "products.lamp.price": "same as cash.budget",
      "cash.budget": "same as ads.meta.cpc",
    ])
    #expect(
      Desk(circle).findings.map(\.message).sorted() == [
        "ads.meta.cpc cannot be the same as products.lamp.price", "cash.budget cannot be the same as ads.meta.cpc",
        "products.lamp.price cannot be the same as cash.budget",
      ])
    let desk = Desk(Shop(["cash.budget": "500"]))
    try desk.succeed("set ads.meta.cpc = same as products.lamp.price; set products.lamp.price = same as cash.budget")
    let before = desk.session.scenario
    #expect(desk.perform("set cash.budget = same as ads.meta.cpc") == .failed(exitCode: 1))
    #expect(desk.session.scenario == before)
  }

  @Test("a price that is the same as another number anchors the reference price there")
  func referencePrice() throws {
    let scenario = try Shop(["products.lamp.price": "same as cash.budget", "cash.budget": "20 to 60"]).scenario()
    #expect(scenario.products["lamp"]?.referencePrice == scenario.cash.budget)
    #expect(scenario.cash.budget > 30)
  }

  @Test(
    "what the other may be and this one may not is refused",
    arguments: [
      (
        "stores.shop.conversion = same as cash.budget",
        "stores.shop.conversion cannot be the same as cash.budget, which may be larger or smaller than is allowed here",
        "allowed: 0 % to 100 %"
      ),
      (
        "ads.meta.carryover = same as ads.meta.intent",
        "ads.meta.carryover cannot be the same as ads.meta.intent, which may be larger or smaller than is allowed here",
        "allowed: 0 % to 99 %"
      ),
      (
        "costs.plan.amount = same as cash.budget", "costs.plan.amount cannot be the same as cash.budget",
        "one of them is a cost that states its own period (per day, per month, per year, once), the other is not"
      ),
      (
        "cash.budget = same as costs.plan.amount", "cash.budget cannot be the same as costs.plan.amount",
        "one of them is a cost that states its own period (per day, per month, per year, once), the other is not"
      ),
      (
        "stores.shop.payout_days = same as products.lamp.repeat_days",
        "stores.shop.payout_days cannot be the same as products.lamp.repeat_days",
        "stores.shop.payout_days takes whole numbers only"
      ),
    ])
  func outOfRange(change: String, message: String, help: String) throws {
    let desk = Desk(Shop(["ads.meta.intent": "0.5 to 2", "products.lamp.repeat_days": "5 to 21 days"]))
    #expect(desk.perform("set " + change) == .failed(exitCode: 1))
    #expect(desk.findings.map(\.message) == [message])
    #expect(desk.findings.map(\.help) == [help])
    #expect(desk.perform("run 5 --set '\(change)'") == .failed(exitCode: 1))
  }
}
