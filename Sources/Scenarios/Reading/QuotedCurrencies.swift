import Language
import YAML

/// The currencies of amounts (model 2): those that were written, and else those that suppliers quote in and the scenario's.
struct QuotedCurrencies {
  let own: String
  private let quotes: Quotes
  private var ofSupplier: [String: String] = [:]
  /// Of each product, the supplier of its first offer, which express shipping is paid to.
  private var firstSupplier: [String: String] = [:]

  init(_ scenario: Scenario) {
    own = scenario.currency
    quotes = scenario.quotes
    for entry in scenario.suppliers.entries where !entry.value.currency.isEmpty {
      ofSupplier[entry.name] = entry.value.currency
    }
    for entry in scenario.products.entries { firstSupplier[entry.name] = entry.value.offers.names.first }
  }

  /// As a file gives them, which is looked through before anything is read: products may stand before their suppliers.
  init(in root: YAMLValue, own: String) {
    self.own = own
    quotes = Quotes()
    for (name, supplier) in root["suppliers"]?.entries ?? [] {
      let preset = supplier["preset"]?.fragment.flatMap { PresetCatalogue.find($0.text, for: .suppliers) }?.current
      let value = supplier["currency"] ?? preset?.value(at: supplier.span)["currency"]
      if let code = value?.fragment, !code.text.isEmpty, value?.isNull == false { ofSupplier[name] = code.text }
    }
    for (name, product) in root["products"]?.entries ?? [] {
      firstSupplier[name] = product["offers"]?.entries.first { $0.name != "preset" }?.name
    }
  }

  /// What an amount of a parameter is in.
  /// - Parameter path: such as `products.lamp.offers.yiwu.unit_cost` or `products.lamp.express.cost`.
  func currency(of info: FieldInfo, at path: String) -> String { quotes[path] ?? plainCurrency(of: info, at: path) }

  /// Does a currency stand beside the amount?
  func isWritten(at path: String) -> Bool { quotes[path] != nil }

  /// What a number of a parameter is in where no currency stands beside it.
  func plainCurrency(of info: FieldInfo, at path: String) -> String {
    guard info.isQuoted else { return own }
    let parts = path.split(separator: ".").map(String.init)
    guard parts.count > 3, parts[0] == "products" else { return own }
    let supplier = parts[2] == "offers" ? parts[3] : firstSupplier[parts[1]]
    return supplier.flatMap { ofSupplier[$0] } ?? own
  }
}

extension Slot {
  /// Does it have the same value in two scenarios, in the same currency?
  package func isSame(in scenario: Scenario, _ other: Scenario) -> Bool {
    get(scenario) == get(other) && scenario.quotes[path] == other.quotes[path]
  }
}

extension Scenario {
  /// What amounts of a parameter are in: the currency they were written in, or that of the supplier whose price it is, else
  /// the scenario's.
  package func currency(of slot: Slot) -> String {
    guard slot.info.kind.isMoney, !quotes.isEmpty || slot.info.isQuoted else { return currency }
    if case .same = uncertain[slot.path], let origin = origin(of: slot.path), let other = self.slot(origin) {
      return currency(of: other)
    }
    return QuotedCurrencies(self).currency(of: slot.info, at: slot.path)
  }

  /// What an amount is in that a supplier quotes: nil where it is the currency that the supplier quotes in.
  package func ownQuote(at path: String) -> String? { quotes[origin(of: path) ?? path] }

  /// The scenario with every written currency left out that a plain number is in anyway.
  mutating func settleQuotes() {
    guard !quotes.isEmpty else { return }
    let plain = QuotedCurrencies(self)
    var kept = quotes
    kept.leaveOut { path, code in slot(path).map { plain.plainCurrency(of: $0.info, at: path) == code } ?? true }
    quotes = kept
  }
}
