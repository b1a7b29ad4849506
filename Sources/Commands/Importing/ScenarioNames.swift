import Scenarios

/// Which part of a scenario a name in a file of the shop means. What cannot be told is empty, never guessed.
struct ScenarioNames {
  private let scenario: Scenario
  /// The preset that a part of the scenario builds on, by its path.
  private let presets: [String: String]
  private let products: [(name: String, plain: String)]

  init(_ scenario: Scenario, presets: [String: String] = [:]) {
    (self.scenario, self.presets) = (scenario, presets)
    products = scenario.products.names.map { ($0, Self.plain($0)) }
  }

  private static func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The store of a platform, such as `shopify` or `amazon`: the only one there is, the one of its name, the one that
  /// builds on a preset of its name, or the one whose name holds it.
  func store(_ platform: String) -> String {
    let names = scenario.stores.names
    if names.count == 1 { return names[0] }
    let wanted = Self.plain(platform)
    guard wanted.count > 2 else { return "" }
    let tests: [(String) -> Bool] = [
      { Self.plain($0) == wanted },
      { Self.plain(presets["stores.\($0)"] ?? "").hasPrefix(wanted) },
      { Self.plain($0).contains(wanted) },
    ]
    for isMeant in tests {
      let meant = names.filter(isMeant)
      if meant.count == 1 { return meant[0] }
    }
    return ""
  }

  /// The product that the title or number of a line names: the only one of the store, or the one with the longest name
  /// that stands in it.
  func product(in words: String, store: String) -> String {
    let sold = products.filter { product in
      store.isEmpty || scenario.stores.names.firstIndex(of: store) == place(of: product.name)
    }
    if sold.count == 1 { return sold[0].name }
    let text = Self.plain(words)
    let named = sold.filter { !$0.plain.isEmpty && text.contains($0.plain) }
    let longest = named.map(\.plain.count).max()
    let meant = named.filter { $0.plain.count == longest }
    return meant.count == 1 ? meant[0].name : ""
  }

  private func place(of product: String) -> Int? {
    scenario.products[product].map { scenario.storeIndex($0.store) }
  }
}
