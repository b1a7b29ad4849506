import Language
import Statistics
import Testing

@testable import Scenarios

/// Any amount may be written in any currency, and keeps it (model 2).
@Suite("Amounts keep the currency they are written in") struct CurrencyTests {
  private func shop(_ price: String = "19.90 USD", _ more: String = "") -> String {
    """
    name: shop
    currency: CNY
    start: 2027-06-01
    months: 3
    cash: {budget: 1.5万}
    fx: {USD: {rate: 7.1, volatility: 0.05}, EUR: {rate: 8}}
    costs: {plan: {amount: 39 USD per month}}
    products:
      lamp: {price: \(price), offers: {yiwu: {unit_cost: 45 元}}}
    stores:
      shop: {currency: USD, conversion: 2 %}
    ads:
      meta: {budget: 300元/天, cpc: 0.60 to 1.40 USD}
    suppliers:
      yiwu: {}
    \(more)
    """
  }

  private func read(_ text: String) throws -> ScenarioFile {
    do throws(FindingsError) {
      return try ScenarioFile(reading: Source(name: "shop.yaml", text: text))
    } catch {
      Issue.record("\(error.findings.map(\.message))")
      throw error
    }
  }

  private func words(_ path: String, in scenario: Scenario) throws -> String {
    let slot = try #require(scenario.slot(path))
    return slot.get(scenario).map { slot.info.kind.write($0, currency: scenario.currency(of: slot)) } ?? "none"
  }

  @Test("each is shown in its own currency")
  func shown() throws {
    let scenario = try read(shop()).scenario
    #expect(try words("products.lamp.price", in: scenario) == "19.9 USD per unit")
    #expect(try words("products.lamp.reference_price", in: scenario) == "19.9 USD per unit")
    #expect(try words("cash.budget", in: scenario) == "15000 CNY")
    #expect(try words("ads.meta.budget", in: scenario) == "300 CNY per day")
    #expect(try words("ads.meta.cpc", in: scenario) == "0.60 to 1.40 USD")
    #expect(try words("costs.plan.amount", in: scenario) == "39 USD per month")
    #expect(try words("products.lamp.offers.yiwu.unit_cost", in: scenario) == "45 CNY per unit")
  }

  @Test(
    "the signs and names that sellers type are currencies",
    arguments: [
      ("￥99", "CNY"), ("¥99", "CNY"), ("99元", "CNY"), ("99 RMB", "CNY"), ("99 人民币", "CNY"), ("99块", "CNY"),
      ("$12", "USD"), ("12 美元", "USD"), ("€12", "EUR"), ("12欧元", "EUR"),
    ])
  func signs(typed: String, code: String) throws {
    let scenario = try read(shop(typed)).scenario
    let slot = try #require(scenario.slot("products.lamp.price"))
    #expect(scenario.currency(of: slot) == code)
  }

  @Test("a scenario is written as it is read, also one with strategies")
  func roundTrip() throws {
    let strategies = """
      strategies:
        dearer: {products.lamp.price: 25 EUR, ads.meta.budget: 400}
        more: {products.lamp.price: +10%, cash.budget: 3000 USD}
      """
    let file = try read(shop("20 USD", strategies))
    let text = file.scenario.yaml(strategies: file.strategies)
    let again = try read(text)
    #expect(again.scenario == file.scenario && again.strategies == file.strategies, "\(text)")
    #expect(again.notes.isEmpty)
    let dearer = try #require(file.scenario(under: "dearer"))
    #expect(try words("products.lamp.price", in: dearer) == "25 EUR per unit")
    #expect(try words("ads.meta.budget", in: dearer) == "400 CNY per day")
    let more = try #require(file.scenario(under: "more"))
    #expect(try words("products.lamp.price", in: more) == "22 USD per unit")
    #expect(try words("cash.budget", in: more) == "3000 USD")
  }

  @Test("a change of the currency alone is written into the file")
  func rewritten() throws {
    let source = Source(name: "shop.yaml", text: shop("20 USD"))
    let file = try read(source.text)
    var changed = file.scenario
    let slot = try #require(changed.slot("products.lamp.price"))
    slot.set(&changed, .quoted(.number(20), in: "EUR"))
    let text = try ScenarioFile.rewritten(source, as: changed, [], columns: noColumns)
    #expect(text.contains("price: 20 EUR per unit"), "\(text)")
    #expect(try read(text).scenario == changed)
  }

  @Test("a plain number changes an amount in its own currency, a written one may change the currency")
  func set() throws {
    var scenario = try read(shop()).scenario
    let slot = try #require(scenario.slot("products.lamp.price"))
    func set(_ text: String) throws {
      let value = try slot.info.read(Fragment(text), currency: scenario.currency(of: slot), columns: noColumns)
      slot.set(&scenario, value)
      scenario.settleQuotes()
    }
    try set("25")
    #expect(try words("products.lamp.price", in: scenario) == "25 USD per unit")
    try set("140 CNY")
    #expect(try words("products.lamp.price", in: scenario) == "140 CNY per unit" && scenario.quotes[slot.path] == nil)
    try set("18 to 22 EUR")
    #expect(try words("products.lamp.price", in: scenario) == "18 to 22 EUR")
  }

  @Test("a rate that is not given is taken from a preset, and that is told; without a preset it is asked for")
  func undeclared() throws {
    let file = try read(shop("30 GBP"))
    #expect(file.scenario.currencies["GBP"] == PresetCatalogue.find("gbp-in-cny")?.exchangeRate)
    #expect(file.notes.count == 1 && file.notes.first?.message.contains("no exchange rate is given for GBP") == true)
    do {
      _ = try ScenarioFile(reading: Source(name: "shop.yaml", text: shop("30 CHF")))
      Issue.record("CHF has no rate")
    } catch {
      #expect(error.findings.map(\.message) == ["no exchange rate is given for CHF"])
    }
  }

  @Test("amounts of rules and events are converted at the rates of the first day")
  func rules() throws {
    let scenario = try read(
      shop(
        "19.90 USD",
        """
        rules:
          - when cash < 100 USD then ads.meta.budget = 10 USD
        events:
          - {name: fine, from: 2027-07-01, then: pay 100 to 200 USD}
        """)
    ).scenario
    let rule = try #require(scenario.boundRules.first)
    guard case .compares(_, _, .number(let cash)) = rule.trigger.tests[0], case .assign(let budget) = rule.actions[0],
      case .pay(let fine) = scenario.boundEvents[0].actions[0]
    else { return #expect(Bool(false)) }
    #expect(abs(cash - 710) < 1e-9)
    #expect(budget.operation == .set(71))
    #expect(abs(try #require(fine.amount.law).quantile(0.05) - 710) < 1e-6)
  }

  @Test("a number that is the same as another one is in its currency")
  func same() throws {
    let scenario = try read(
      shop("20 USD").replacing("offers:", with: "reference_price: same as products.lamp.price, offers:")
    )
    .scenario
    let slot = try #require(scenario.slot("products.lamp.reference_price"))
    #expect(scenario.currency(of: slot) == "USD")
  }

  @Test("the shop in its own money, at the rates of the first day")
  func inOwnCurrency() throws {
    let home = try read(shop("20 USD")).scenario.inOwnCurrency
    #expect(home.products["lamp"]?.price == 142)
    #expect(home.products["lamp"]?.offers["yiwu"]?.unitCost == 45)
    #expect(abs((home.costs["plan"]?.amount.value ?? 0) - 39 * 7.1) < 1e-9)
    #expect(home.quotes.isEmpty)
  }
}
