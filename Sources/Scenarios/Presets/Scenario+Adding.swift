package import Language
import YAML

extension Scenario {
  /// The scenario with one more part that has the values of a preset, and the preset of each value by its path.
  ///
  /// - Parameter own: what the part gives itself: `budget: 0 USD per day`.
  package func adding(
    _ preset: Preset, named name: String, giving own: [(key: String, value: String)] = []
  ) throws(FindingsError) -> (scenario: Scenario, presets: [String: String]) {
    let group = preset.group.rawValue
    let lines = own.map { "    \($0.key): \($0.value)\n" }.joined()
    let source = Source(name: preset.name, text: "\(group):\n  \(name):\n    preset: \(preset.name)\n\(lines)")
    let root = try YAMLValue.parse(source)
    let log = ReadLog(source, QuotedCurrencies(self), columns: noColumns)
    var changed = self
    if let part = root[group] {
      Scenario.shape.groups.first { $0.outline.name == group }?.read(PartReader(log: log, path: ""), part, &changed)
    }
    guard log.findings.isEmpty else { throw FindingsError(log.told) }
    changed.uncertain.merge(log.uncertain) { $1 }
    changed.quotes.merge(log.quotes)
    changed.declareCurrencies()
    return (changed, log.presets)
  }
}
