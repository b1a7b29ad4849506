import Language
import YAML

/// The presets of one part of a scenario, as their file has them.
///
/// A file maps names to presets (`summary`, `notes`, `values`, where needed `currency`, `successor` and `reason`) and to
/// what several of them share, a list. A value is one entry, `cpc: 0.60 to 1.80 USD per click`, beside its `source` (a name
/// in sources.yaml) or the reason of its `assumption`; `shared: NAME` stands for the entries of that list.
struct PresetFile: Sendable {
  private(set) var presets: [Preset] = []
  /// What could not be read, each with its place; none in a program that passed its tests.
  private(set) var problems: [Finding] = []

  init(of group: PresetGroup) {
    let name = "presets/\(group.rawValue).yaml"
    self.init(reading: Source(name: name, text: Asset.text(name) ?? ""), of: group)
  }

  init(reading source: Source, of group: PresetGroup) {
    var reader = PresetReader(source)
    presets = reader.presets(of: group)
    problems = reader.problems
  }
}

private struct PresetReader {
  let source: Source
  var problems: [Finding] = []
  private var shared: [String: YAMLValue] = [:]

  init(_ source: Source) { self.source = source }

  mutating func presets(of group: PresetGroup) -> [Preset] {
    do throws(FindingsError) {
      let file = try YAMLValue.parse(source)
      for (name, value) in file.entries where value.items != nil { shared[name] = value }
      return file.entries.filter { $0.value.items == nil }.compactMap { preset($0.name, $0.value, group) }
    } catch {
      problems += error.findings
      return []
    }
  }

  private mutating func preset(_ name: String, _ value: YAMLValue, _ group: PresetGroup) -> Preset? {
    let known: Set = ["summary", "currency", "notes", "values", "successor", "reason"]
    for (key, part) in value.entries where !known.contains(key) { report(say("\(name) has no \(key)"), part) }
    guard let summary = value["summary"]?.text else {
      report(say("\(name) has no summary"), value)
      return nil
    }
    let successor = value["successor"]?.text.flatMap { name in
      value["reason"]?.text.map { Preset.Successor(name: name, reason: $0) }
    }
    return Preset(
      name: name, group: group, summary: summary, currency: value["currency"]?.text ?? "USD",
      notes: entries(of: value["notes"]).compactMap { note($0) }, successor: successor,
      rows: entries(of: value["values"]).compactMap { row($0) })
  }

  /// The entries of a list, with those of shared lists in their places.
  private mutating func entries(of list: YAMLValue?) -> [YAMLValue] {
    var entries: [YAMLValue] = []
    for item in list?.items ?? [] {
      guard let name = item["shared"]?.text else {
        entries.append(item)
        continue
      }
      guard let group = shared[name] else {
        report(say("there is no shared group called \(name)"), item)
        continue
      }
      entries += group.items ?? []
    }
    return entries
  }

  private mutating func note(_ item: YAMLValue) -> String? {
    if item.text == nil { report(say("expected text"), item) }
    return item.text
  }

  private mutating func row(_ item: YAMLValue) -> Preset.Row? {
    let values = item.entries.filter { $0.name != "source" && $0.name != "assumption" }
    guard values.count == 1, let text = values[0].value.text else {
      report(say("expected one value"), item)
      return nil
    }
    let evidence =
      item["source"]?.text.flatMap { Evidence.sources[$0] } ?? item["assumption"]?.text.map(Evidence.assumed)
    guard let evidence else {
      report(say("\(values[0].name) has no source"), item)
      return nil
    }
    return Preset.Row(path: values[0].name, value: text, evidence: evidence)
  }

  private mutating func report(_ message: String, _ value: YAMLValue) {
    problems.append(Finding(.error, message, at: value.span, in: source))
  }
}
