package import Language
import YAML

/// A scenario as read: the business, the strategies for it, and where each value stood.
package struct ScenarioFile: Sendable {
  package var scenario: Scenario
  package var strategies: [Strategy]
  /// Paths whose values the file gives.
  package let given: Set<String>
  /// The presets that the other values come from, by path.
  package let presets: [String: String]
  /// Where each value and part stands, by path.
  package let spans: [String: SourceSpan]
  /// What the reader wants the operator to know, though nothing is wrong.
  package let notes: [Finding]

  /// Reads a scenario from YAML. Everything that is wrong is thrown at once.
  ///
  /// - Parameter columns: gives the numbers of `from FILE.csv column NAME`.
  package init(reading source: Source, columns: @escaping ColumnReader = noColumns) throws(FindingsError) {
    let root = try YAMLValue.parse(source)
    let currencies = QuotedCurrencies(in: root, own: Self.currency(in: root))
    let log = ReadLog(source, currencies, columns: columns)
    let reader = PartReader(log: log, path: "")

    var scenario = Scenario()
    let (business, blocks) = Self.split(reader.owned(root))
    reader.readPart(business, into: &scenario)
    scenario.uncertain = log.uncertain
    scenario.quotes = log.quotes
    scenario.applyScores { log.spans[$0] != nil }
    for block in blocks where block.key.fragment?.text == "correlations" {
      _ = reader.name(block.key)
      log.spans["correlations"] = block.key.span
      scenario.correlations += CorrelationReader(log: log).read(block.value)
    }
    scenario.anchorReferencePrices()
    let taken = scenario.declareCurrencies()
    let spans = log.spans
    func place(_ path: String) -> SourceSpan { Self.span(of: path, in: spans) }
    // References and sums are only worth checking when the parts themselves could be read.
    if log.findings.isEmpty {
      let issues = scenario.structureIssues
      for issue in issues.isEmpty ? scenario.idleCorrelations : issues {
        log.report(issue.message, help: issue.help, at: place(issue.path))
      }
      for (path, text, fault) in scenario.ruleFaults(in: log.sentences) {
        guard let preset = log.presets[path] else {
          log.report(fault.message, help: fault.help, at: fault.span)
          continue
        }
        // The sentence is not in the file: what is wrong can only be that it does not go with this scenario.
        let field = path.split(separator: ".").last ?? ""
        log.report(
          say("\(text.shortened): \(fault.message)"),
          help: say("preset \(preset) does not fit here: give \(field) yourself"), at: place(path))
      }
    }

    strategies = blocks.filter { $0.key.fragment?.text == "strategies" }.flatMap { block in
      _ = reader.name(block.key)
      return StrategyReader(log: log, scenario: scenario).read(block.value)
    }
    guard log.findings.isEmpty else { throw FindingsError(log.told) }

    var scaled = scenario
    notes =
      log.notes
      + (taken + scaled.normalizeSeasons() + scenario.cutNotes).map {
        Finding(.note, $0.message, help: $0.help, at: place($0.path), in: source)
      }
    self.scenario = scenario
    presets = log.presets
    given = Set(spans.keys).subtracting(log.presets.keys)
    self.spans = spans
  }

  /// The scenario with a strategy's changes; nil when there is no such strategy. `base` is the scenario itself.
  package func scenario(under strategy: String) -> Scenario? {
    scenario.under(strategy, of: strategies)
  }

  /// Amounts are read before `currency` may have been met, so it is looked up first.
  private static func currency(in root: YAMLValue) -> String {
    guard case .mapping(let pairs) = root.content,
      let value = pairs.first(where: { $0.key.fragment?.text == "currency" })?.value.fragment,
      let code = try? Kind.currency.read(value, in: nil, currency: ""), case .text(let currency) = code
    else { return Scenario().currency }
    return currency
  }

  /// Strategies and correlations speak of parameters, so they are read once these are known.
  private static func split(
    _ root: YAMLValue
  ) -> (business: YAMLValue, blocks: [(key: YAMLValue, value: YAMLValue)]) {
    guard case .mapping(let pairs) = root.content else { return (root, []) }
    let isBlock = { (pair: (key: YAMLValue, value: YAMLValue)) in
      ["strategies", "correlations"].contains(pair.key.fragment?.text)
    }
    let business = YAMLValue(.mapping(pairs.filter { !isBlock($0) }), span: root.span)
    return (business, pairs.filter(isBlock))
  }

  /// Where a path stands in the file, or the nearest part above it that does.
  private static func span(of path: String, in spans: [String: SourceSpan]) -> SourceSpan {
    var parts = path.split(separator: ".")
    while !parts.isEmpty {
      if let span = spans[parts.joined(separator: ".")] { return span }
      parts.removeLast()
    }
    return SourceSpan(0, 1)
  }
}

extension Scenario {
  /// A reference price that is not given is the price in the file, so that a later change of price is felt.
  fileprivate mutating func anchorReferencePrices() {
    for (name, product) in settled.products.entries.map({ ($0.name, $0.value) }) where product.referencePrice == nil {
      products[name]?.referencePrice = product.price
      quotes.quote("products.\(name).reference_price", in: quotes["products.\(name).price"])
    }
  }
}
