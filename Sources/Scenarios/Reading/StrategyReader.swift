import Language

/// Reads `strategies:`: names, each with parameter paths and their new values (model section 12).
struct StrategyReader {
  let log: ReadLog
  let scenario: Scenario

  func read(_ block: YAMLValue) -> [Strategy] {
    let reader = PartReader(log: log, path: "strategies")
    // What is wrong with the scenario itself need not be told again of each strategy.
    let isSound = log.findings.isEmpty
    guard let entries = reader.mapping(block) else { return [] }
    return entries.compactMap { entry in
      guard let name = reader.name(entry.key) else { return nil }
      if let fault = EntityName.fault(name, at: entry.key.span) {
        log.report(fault.message, help: fault.help, at: fault.span)
        return nil
      }
      guard name != Strategy.base else {
        log.report("base is the scenario itself", help: "give the strategy another name", at: entry.key.span)
        return nil
      }
      let before = log.findings.count
      let (changes, rules) = contents(entry.value, reader.child(name))
      let strategy = Strategy(name: name, changes: changes, rules: rules)
      if isSound, log.findings.count == before { check(strategy, at: entry.key.span) }
      return strategy
    }
  }

  private func contents(_ block: YAMLValue, _ reader: PartReader) -> ([Strategy.Change], [Rule]) {
    guard let pairs = reader.mapping(block) else { return ([], []) }
    var rules: [Rule] = []
    let changes = pairs.compactMap { pair -> Strategy.Change? in
      guard let path = reader.name(pair.key) else { return nil }
      if path == "rules" {
        rules += reader.child(path).readRules(pair.value)
        return nil
      }
      guard let slot = scenario.slot(path) else {
        log.report(
          "no such parameter: \(path.shortened)", help: Suggestion.text(for: path, among: scenario.slots.map(\.path)),
          at: pair.key.span)
        return nil
      }
      do throws(Fault) {
        return Strategy.Change(path: path, value: try reader.child(path).read(pair.value, as: slot.info))
      } catch {
        log.report("\(path): \(error.message)", help: error.help, at: error.span)
        return nil
      }
    }
    return (changes, rules)
  }

  /// A scenario must still make sense under each of its strategies.
  private func check(_ strategy: Strategy, at span: SourceSpan) {
    let changed = scenario.applying(strategy)
    let typed = strategy.rules.indices.compactMap { log.sentences["strategies.\(strategy.name).rules.\($0 + 1)"] }
    let faults = changed.faults(inRules: typed)
    for fault in faults { log.report(fault.message, help: fault.help, at: fault.span) }
    guard faults.isEmpty else { return }
    for issue in changed.issues {
      log.report("under strategy \(strategy.name): \(issue.message)", help: issue.help, at: span)
    }
  }
}
