import Language
import Testing

@testable import Scenarios

/// A supplier in China quotes in yuan: its prices are in these, everything else is in the scenario's dollars.
@Suite("Suppliers' prices are in the suppliers' currency") struct SupplierCurrencyTests {
  private func shop(cost: String = "70", shipping: String = "20", express: String = "30", more: String = "") -> String {
    """
    name: shop
    start: 2027-06-01
    months: 3
    cash: {budget: 1000 USD}
    fx: {CNY: {rate: 0.14}}
    products:
      lamp:
        price: 35 USD
        express: {uptake: 10 %, price: 9 USD, cost: \(express)}
        offers:
          yiwu: {unit_cost: \(cost), shipping_cost: \(shipping), own_stock: {storage: 1 USD, fulfilment: 2 USD}}
          local: {unit_cost: 16 USD, shipping_cost: 5 USD}
    stores:
      shop: {conversion: 2 %}
    ads:
      meta: {budget: 20 USD per day, cpc: 0.80 USD}
    suppliers:
      yiwu: {currency: CNY, duty_per_order: 1 USD}
      local: {}
    \(more)
    """
  }

  @Test("a price in dollars stays one in dollars, beside others in yuan")
  func otherCurrency() throws {
    for (text, name) in [
      (shop(cost: "11 USD"), "offers.yiwu.unit_cost"), (shop(shipping: "$4 per order"), "offers.yiwu.shipping_cost"),
      (shop(cost: "9 to 12 USD"), "offers.yiwu.unit_cost"), (shop(express: "4 USD"), "express.cost"),
    ] {
      let scenario = try Self.read(text)
      let slot = try #require(scenario.slot("products.lamp.\(name)"))
      #expect(scenario.currency(of: slot) == "USD")
      #expect(try Self.read(scenario.yaml(strategies: [])) == scenario)
    }
  }

  @Test("a price in yuan is read, and so is a plain number; both mean the same")
  func read() throws {
    let (plain, spelled) = (
      try Self.read(shop()), try Self.read(shop(cost: "70 CNY", shipping: "20 CNY per order", express: "￥30"))
    )
    #expect(plain == spelled)
    #expect(plain.products["lamp"]?.offers["yiwu"]?.unitCost == 70)
  }

  private static func read(_ text: String) throws -> Scenario {
    try ScenarioFile(reading: Source(name: "shop.yaml", text: text)).scenario
  }

  @Test("a plain number that is no supplier's price is in the scenario's currency")
  func own() throws {
    let scenario = try Self.read(shop().replacing("duty_per_order: 1 USD", with: "duty_per_order: 1"))
    #expect(scenario.quotes.isEmpty)
    let yuan = try Self.read(shop().replacing("duty_per_order: 1 USD", with: "duty_per_order: 1 CNY"))
    #expect(yuan.quotes["suppliers.yiwu.duty_per_order"] == "CNY")
  }

  @Test("a scenario is written in the currencies that it is read in")
  func written() throws {
    let scenario = try Self.read(shop(cost: "60 to 80 CNY"))
    let text = scenario.yaml(strategies: [])
    #expect(text.contains("unit_cost: 60 to 80 CNY") && text.contains("shipping_cost: 20 CNY per order"), "\(text)")
    #expect(text.contains("cost: 30 CNY per order") && text.contains("unit_cost: 16 USD per unit"), "\(text)")
    #expect(try Self.read(text) == scenario)
  }

  @Test("strategies, rules and events speak of a supplier's prices in its currency")
  func rules() throws {
    let path = "products.lamp.offers.yiwu.unit_cost"
    let block = { (money: String) in
      "strategies: {cheap: {\(path): \(money)}}\nrules: [when day = 9 then \(path) = \(money)]"
    }
    #expect(told(shop(more: block("65 CNY"))).isEmpty)
    #expect(told(shop(more: block("9 USD"))).isEmpty)
    let cheap = try ScenarioFile(reading: Source(name: "shop.yaml", text: shop(more: block("9 USD"))))
    let changed = try #require(cheap.scenario(under: "cheap"))
    #expect(changed.quotes[path] == "USD" && changed.products["lamp"]?.offers["yiwu"]?.unitCost == 9)
  }

  @Test("a price cannot be the same as one in another currency")
  func same() {
    let told = told(shop(cost: "same as products.lamp.offers.local.unit_cost"))
    #expect(told.count == 1 && told.first?.hasSuffix("one is in CNY, the other in USD") == true, "\(told)")
  }
}
