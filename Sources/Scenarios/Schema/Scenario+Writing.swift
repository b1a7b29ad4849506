import Language
import YAML

extension Scenario {
  /// The scenario as YAML in this project's own order and spelling; reads back to the same scenario. Values that are
  /// the default are left out.
  package func yaml(strategies: [Strategy]) -> String {
    var writer = YAMLWriter(
      currencies: QuotedCurrencies(self), uncertain: uncertain, defaults: scoredDefaults, path: "")
    writer.write(self, Scenario.shape, indent: "")
    writer.write(correlations.compactMap { $0.among(uncertain) })
    writer.write(strategies, slots: slots)
    return writer.text
  }
}

extension Scenario {
  /// What is on its way, as it stands below `opening:`.
  var openingLines: [Substring] {
    let whole = YAMLWriter(currencies: QuotedCurrencies(self), uncertain: uncertain, defaults: [:], path: "")
    var writer = whole.inner("opening")
    writer.write(opening, OpeningBalances.shape, indent: "")
    return writer.text.split(separator: "\n")
  }
}

/// Writes parts of the model in block style.
struct YAMLWriter {
  let currencies: QuotedCurrencies
  let uncertain: [String: Uncertain]
  /// Values that parameters have unless they are given, where these are not the same for every such part.
  let defaults: [String: FieldValue]
  /// Of the part that is written, with a point behind it; empty for the scenario itself.
  let path: String
  private(set) var text = ""

  init(
    currencies: QuotedCurrencies, uncertain: [String: Uncertain], defaults: [String: FieldValue], path: String
  ) {
    self.currencies = currencies
    self.uncertain = uncertain
    self.defaults = defaults
    self.path = path
  }

  /// A writer for a part inside this one.
  func inner(_ name: String) -> YAMLWriter {
    YAMLWriter(currencies: currencies, uncertain: uncertain, defaults: defaults, path: path + name + ".")
  }

  mutating func write<Part: Described>(_ part: Part, _ shape: Shape<Part>, indent: String) {
    let blank = Part()
    for field in shape.fields {
      if let uncertain = uncertain[path + field.info.name] {
        line(indent, field.info.name, uncertain.words, field.info.kind)
        continue
      }
      guard let value = field.get(part) else { continue }
      let isPlain = !currencies.isWritten(at: path + field.info.name)
      if isPlain, !field.info.isRequired, (defaults[path + field.info.name] ?? field.get(blank)) == value { continue }
      let currency = currencies.currency(of: field.info, at: path + field.info.name)
      line(indent, field.info.name, field.info.kind.write(value, currency: currency), field.info.kind)
    }
    for group in shape.groups { group.write(&self, part, indent) }
  }

  mutating func heading(_ indent: String, _ name: String) { text += "\(indent)\(name.asYAMLScalar):\n" }

  mutating func empty(_ indent: String, _ name: String) { text += "\(indent)\(name.asYAMLScalar): {}\n" }

  mutating func append(_ inner: YAMLWriter) { text += inner.text }

  private mutating func line(_ indent: String, _ name: String, _ value: String, _ kind: Kind) {
    let written: String
    switch kind {
    case .season: written = value
    default: written = value.asYAMLScalar
    }
    text += "\(indent)\(name): \(written)\n"
  }

  mutating func item<Part: Described>(_ part: Part, indent: String) {
    // Items of lists have no paths of their own.
    var inner = YAMLWriter(currencies: currencies, uncertain: [:], defaults: [:], path: "")
    inner.write(part, Part.shape, indent: indent + "  ")
    text += indent + "- " + inner.text.dropFirst(indent.count + 2)
  }

  /// An item that has a path of its own.
  mutating func item<Part: Described>(_ part: Part, _ path: String, indent: String) {
    var inner = inner(path)
    inner.write(part, Part.shape, indent: indent + "  ")
    text += indent + "- " + inner.text.dropFirst(indent.count + 2)
  }

  mutating func write(_ correlations: [Correlation]) {
    guard !correlations.isEmpty else { return }
    heading("", "correlations")
    for correlation in correlations {
      text += "  \(correlation.paths.joined(separator: ", ").asYAMLScalar): \(correlation.words.asYAMLScalar)\n"
    }
  }

  mutating func write(_ rules: [Rule], _ name: String, indent: String) {
    guard !rules.isEmpty else { return }
    heading(indent, name)
    for rule in rules { text += "\(indent)  - \(rule.text.asYAMLScalar)\n" }
  }

  mutating func write(_ strategies: [Strategy], slots: [Slot]) {
    guard !strategies.isEmpty else { return }
    heading("", "strategies")
    for strategy in strategies {
      if strategy.changes.isEmpty, strategy.rules.isEmpty, strategy.parent == nil {
        text += "  \(strategy.name.asYAMLScalar): {}\n"
        continue
      }
      heading("  ", strategy.name)
      if let parent = strategy.parent { text += "    \(Strategy.parentKey): \(parent.asYAMLScalar)\n" }
      for change in strategy.changes {
        guard let slot = slots.first(where: { $0.path == change.path }) else { continue }
        let currency = currencies.currency(of: slot.info, at: slot.path)
        let value = change.relative?.text ?? change.value.map { slot.info.kind.write($0, currency: currency) }
        line("    ", change.path, value ?? "~", value == nil ? .season : slot.info.kind)
      }
      write(strategy.rules, "rules", indent: "    ")
    }
  }
}
