import Language
import YAML

/// The currencies that suppliers quote in, by the names of suppliers and products: their prices are given in these, all
/// other amounts in the scenario's.
struct QuotedCurrencies {
  let own: String
  private var ofSupplier: [String: String] = [:]
  /// Of each product, the supplier of its first offer, which express shipping is paid to.
  private var firstSupplier: [String: String] = [:]

  init(_ scenario: Scenario) {
    own = scenario.currency
    for entry in scenario.suppliers.entries where !entry.value.currency.isEmpty {
      ofSupplier[entry.name] = entry.value.currency
    }
    for entry in scenario.products.entries { firstSupplier[entry.name] = entry.value.offers.names.first }
  }

  /// As a file gives them, which is looked through before anything is read: products may stand before their suppliers.
  init(in root: YAMLValue, own: String) {
    self.own = own
    for (name, supplier) in root["suppliers"]?.entries ?? [] {
      let preset = supplier["preset"]?.fragment.flatMap { PresetCatalogue.find($0.text, for: .suppliers) }?.current
      let value = supplier["currency"] ?? preset?.value(at: supplier.span)["currency"]
      if let code = value?.fragment, !code.text.isEmpty, value?.isNull == false { ofSupplier[name] = code.text }
    }
    for (name, product) in root["products"]?.entries ?? [] {
      firstSupplier[name] = product["offers"]?.entries.first { $0.name != "preset" }?.name
    }
  }

  /// What amounts of a parameter are given in.
  /// - Parameter path: such as `products.lamp.offers.yiwu.unit_cost` or `products.lamp.express.cost`.
  func currency(of info: FieldInfo, at path: String) -> String {
    guard info.isQuoted else { return own }
    let parts = path.split(separator: ".").map(String.init)
    guard parts.count > 3, parts[0] == "products" else { return own }
    let supplier = parts[2] == "offers" ? parts[3] : firstSupplier[parts[1]]
    return supplier.flatMap { ofSupplier[$0] } ?? own
  }
}

extension Scenario {
  /// What amounts of a parameter are given in: the currency of the supplier whose price it is, else the scenario's.
  package func currency(of slot: Slot) -> String {
    slot.info.isQuoted ? QuotedCurrencies(self).currency(of: slot.info, at: slot.path) : currency
  }
}
