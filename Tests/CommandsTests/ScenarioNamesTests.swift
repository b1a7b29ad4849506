import Scenarios
import Testing

@testable import Commands

@Suite("Which part of a scenario a file means")
struct ScenarioNamesTests {
  private func scenario(stores: [String], products: [(name: String, store: String)]) -> Scenario {
    var scenario = Scenario()
    for store in stores { scenario.stores[store] = Store() }
    for product in products {
      var sold = Product()
      sold.store = product.store
      scenario.products[product.name] = sold
    }
    return scenario
  }

  @Test("a platform is the store of its name, of its preset, or with its name inside")
  func stores() {
    let two = ScenarioNames(
      scenario(stores: ["amazon_us", "shop"], products: []), presets: ["stores.shop": "woocommerce"])
    #expect(two.store("amazon") == "amazon_us" && two.store("woo") == "shop")
    #expect(two.store("etsy") == "" && two.store("") == "" && two.store("a") == "")
    // Two that may be meant are not guessed.
    let sites = ScenarioNames(scenario(stores: ["amazon_us", "amazon_de"], products: []))
    #expect(sites.store("amazon") == "" && sites.store("amazon_de") == "amazon_de")
    #expect(ScenarioNames(scenario(stores: ["only"], products: [])).store("etsy") == "only")
  }

  @Test("a line names the product with the longest name in it, or the only one of its store")
  func products() {
    let names = ScenarioNames(
      scenario(
        stores: ["a", "b"],
        products: [("lamp", "a"), ("lamp_xl", "a"), ("case", "b")]))
    #expect(names.product(in: "SKU-7 Lamp, warm white", store: "a") == "lamp")
    #expect(names.product(in: "Lamp XL 40 cm", store: "a") == "lamp_xl")
    #expect(names.product(in: "", store: "a") == "" && names.product(in: "", store: "b") == "case")
    #expect(names.product(in: "case for lamp", store: "") == "")  // both are four letters long
  }
}
