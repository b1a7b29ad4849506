import Language
import Scenarios

/// The text of a small shop, parameter by parameter; tests change some and add others. It does not advertise, so nothing
/// happens in it: what worlds draw costs no time to look at.
struct Shop {
  private(set) var values: [(path: String, text: String)] = [
    ("name", "test shop"), ("start", "2027-01-01"), ("months", "1"), ("cash.budget", "3000 USD"),
    ("costs.plan.amount", "39 USD per month"), ("products.lamp.price", "35 USD"),
    ("products.lamp.offers.yiwu.unit_cost", "11 USD"), ("stores.shop.conversion", "3 %"),
    ("ads.meta.budget", "0 USD per day"), ("ads.meta.cpc", "0.50 USD"), ("suppliers.yiwu.failure_rate", "2 %"),
  ]
  /// Whole blocks behind the parameters: `correlations:`, `strategies:`.
  var blocks = ""

  init(_ changes: KeyValuePairs<String, String> = [:], blocks: String = "") {
    for (path, text) in changes { self[path] = text }
    self.blocks = blocks
  }

  subscript(path: String) -> String? {
    get { values.first { $0.path == path }?.text }
    set {
      let place = values.firstIndex { $0.path == path }
      switch (place, newValue) {
      case (let place?, let text?): values[place].text = text
      case (let place?, nil): values.remove(at: place)
      case (nil, let text?): values.append((path, text))
      case (nil, nil): break
      }
    }
  }

  var yaml: String { Self.lines(values.map { ($0.path.split(separator: ".")[...], $0.text) }, indent: "") + blocks }

  private static func lines(_ values: [(path: ArraySlice<Substring>, text: String)], indent: String) -> String {
    var names: [Substring] = []
    for name in values.compactMap(\.path.first) where !names.contains(name) { names.append(name) }
    return names.map { name in
      let inside = values.filter { $0.path.first == name }.map { ($0.path.dropFirst(), $0.text) }
      if let text = inside.first(where: { $0.0.isEmpty })?.1 { return "\(indent)\(name): \(scalar(text))\n" }
      return "\(indent)\(name):\n" + lines(inside, indent: indent + "  ")
    }.joined()
  }

  /// In quotes where YAML would take a colon for its own.
  private static func scalar(_ text: String) -> String { text.contains(": ") ? "'\(text)'" : text }
}

extension Shop {
  func file(columns: @escaping ColumnReader = noColumns) throws(FindingsError) -> ScenarioFile {
    try ScenarioFile(reading: Source(name: "shop.yaml", text: yaml), columns: columns)
  }

  func scenario(columns: @escaping ColumnReader = noColumns) throws(FindingsError) -> Scenario {
    try file(columns: columns).scenario
  }
}
