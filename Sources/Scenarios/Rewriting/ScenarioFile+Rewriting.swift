package import Language
package import YAML

extension ScenarioFile {
  /// The text of a file with another scenario and other strategies in it: only what changed is written anew; comments,
  /// order and spelling of the rest stay. The result has been read back and says the same.
  ///
  /// - Parameter presets: the preset that a value comes from, by path: a part that was added with one names it.
  /// - Throws: what stands in the way of that.
  package static func rewritten(
    _ source: Source, as scenario: Scenario, _ strategies: [Strategy], presets: [String: String] = [:],
    columns: @escaping ColumnReader
  ) throws(CannotKeep) -> String {
    var text = source.text
    // Writing one value may change another that follows from it: the price, and the price that customers are used to.
    for _ in 0..<4 {
      let file: ScenarioFile
      do throws(FindingsError) {
        file = try ScenarioFile(reading: Source(name: source.name, text: text), columns: columns)
      } catch {
        throw CannotKeep(
          reason: say("changing the file would break it: \(error.findings.first?.message ?? "")"))
      }
      let isSame = file.scenario == scenario && file.strategies.meanTheSame(as: strategies)
      if isSame { return text }
      var rewriting = try Rewriting(text, file)
      try rewriting.write(scenario, presets)
      try rewriting.write(strategies, scenario)
      guard rewriting.text != text else { break }
      text = rewriting.text
    }
    throw CannotKeep(reason: say("the changed value has no line of its own in the file"))
  }
}

extension [Strategy] {
  /// The order of changes of different parameters, and of the strategies themselves, means nothing.
  fileprivate func meanTheSame(as others: [Strategy]) -> Bool {
    let sorted = { (strategies: [Strategy]) in
      strategies.map { strategy in
        var strategy = strategy
        strategy.changes.sort { $0.path < $1.path }
        return strategy
      }.sorted { $0.name < $1.name }
    }
    return sorted(self) == sorted(others)
  }
}

/// Writes what differs from a file into its text.
private struct Rewriting {
  private var yaml: YAMLText
  private let file: ScenarioFile

  var text: String { yaml.text }

  init(_ text: String, _ file: ScenarioFile) throws(CannotKeep) {
    yaml = try YAMLText(text)
    self.file = file
  }

  mutating func write(_ scenario: Scenario, _ presets: [String: String]) throws(CannotKeep) {
    var begun = file.scenario
    try writeOpening(scenario)
    for slot in scenario.slots
    where !slot.isSame(in: scenario, begun) && !slot.path.hasPrefix(Self.opening + ".") {
      if let part = BegunPart(slot.path, of: begun) {
        if let preset = presets[slot.path] {
          // What else the preset gives is there when the text is read again.
          try yaml.set(
            part.path.split(separator: ".").map(String.init), to: .mapping([("preset", .scalar(preset))]))
          return
        }
        begun = part.scenario
        if slot.isSame(in: scenario, begun) { continue }
      }
      let keys = slot.path.split(separator: ".").map(String.init)
      try yaml.set(keys, to: node(slot.get(scenario), slot.info, scenario.currency(of: slot)))
    }
    try write(scenario.rules, over: file.scenario.rules, at: [Self.rules])
  }

  private static let rules = "rules"
  private static let opening = "opening"

  /// Lists of parts have no places of their own in a file: what is on its way is written anew as a whole.
  private mutating func writeOpening(_ scenario: Scenario) throws(CannotKeep) {
    let lines = scenario.openingLines
    guard lines != file.scenario.openingLines else { return }
    try yaml.remove([Self.opening], withComment: false)
    if !lines.isEmpty { try yaml.set([Self.opening], to: .lines(lines)) }
  }

  private mutating func write(_ rules: [Rule], over known: [Rule], at keys: [String]) throws(CannotKeep) {
    guard rules != known else { return }
    if rules.isEmpty { return try yaml.remove(keys) }
    try yaml.setList(keys, from: known.map(\.text), to: rules.map(\.text))
  }

  private func node(_ value: FieldValue?, _ info: FieldInfo, _ currency: String) -> YAMLNode {
    guard let value else { return .raw("~") }
    let words = info.kind.write(value, currency: currency)
    if case .list = value { return .raw(words) }
    return .scalar(words)
  }

  // MARK: Strategies

  private static let section = "strategies"

  mutating func write(_ strategies: [Strategy], _ scenario: Scenario) throws(CannotKeep) {
    var old = file.strategies
    try rename(&old, as: strategies)
    for strategy in old where strategies.named(strategy.name) == nil {
      try yaml.remove([Self.section, strategy.name])
    }
    for strategy in strategies {
      if let known = old.named(strategy.name) {
        try write(strategy, in: scenario, over: known)
      } else {
        try yaml.set([Self.section, strategy.name], to: node(strategy, scenario))
      }
    }
  }

  /// A strategy that has only another name keeps its place and its comments.
  private mutating func rename(_ old: inout [Strategy], as strategies: [Strategy]) throws(CannotKeep) {
    for index in old.indices where strategies.named(old[index].name) == nil {
      let before = old[index]
      let same = strategies.first {
        old.named($0.name) == nil && $0.changes == before.changes && $0.rules == before.rules
      }
      guard let same else { continue }
      try yaml.rename([Self.section, before.name], to: same.name)
      old[index].name = same.name
    }
  }

  private mutating func write(
    _ strategy: Strategy, in scenario: Scenario, over known: Strategy
  ) throws(CannotKeep) {
    let place = [Self.section, strategy.name]
    if known.parent != strategy.parent {
      let key = place + [Strategy.parentKey]
      if let parent = strategy.parent { try yaml.set(key, to: .scalar(parent)) } else { try yaml.remove(key) }
    }
    for change in known.changes where !strategy.changes.contains(where: { $0.path == change.path }) {
      try yaml.remove(place + [change.path])
    }
    for change in strategy.changes where !known.changes.contains(change) {
      try yaml.set(place + [change.path], to: node(change, scenario))
    }
    try write(strategy.rules, over: known.rules, at: place + [Self.rules])
  }

  private func node(_ strategy: Strategy, _ scenario: Scenario) -> YAMLNode {
    let parent = strategy.parent.map { [(key: Strategy.parentKey, value: YAMLNode.scalar($0))] } ?? []
    let rules = strategy.rules.isEmpty ? [] : [(key: Self.rules, value: YAMLNode.list(strategy.rules.map(\.text)))]
    return .mapping(parent + strategy.changes.map { ($0.path, node($0, scenario)) } + rules)
  }

  private func node(_ change: Strategy.Change, _ scenario: Scenario) -> YAMLNode {
    guard let slot = scenario.slot(change.path) else { return .raw("~") }
    if let relative = change.relative { return .scalar(relative.text) }
    return node(change.value, slot.info, scenario.currency(of: slot))
  }
}
