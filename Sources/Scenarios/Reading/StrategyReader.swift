import Language
import YAML

/// Reads `strategies:`: names, each with parameter paths and their new values (model 12), and maybe with `from`, the
/// strategy it builds on.
struct StrategyReader {
  let log: ReadLog
  let scenario: Scenario

  func read(_ block: YAMLValue) -> [Strategy] {
    let reader = PartReader(log: log, path: "strategies")
    // What is wrong with the scenario itself need not be told again of each strategy.
    let isSound = log.findings.isEmpty
    guard let entries = reader.mapping(block) else { return [] }
    var parentSpans: [String: SourceSpan] = [:]
    let read = entries.compactMap { entry -> (strategy: Strategy, key: SourceSpan, isSound: Bool)? in
      guard let name = reader.name(entry.key) else { return nil }
      if let fault = EntityName.fault(name, at: entry.key.span) {
        log.report(fault.message, help: fault.help, at: fault.span)
        return nil
      }
      guard name != Strategy.base else {
        log.report(say("base is the scenario itself"), help: say("give the strategy another name"), at: entry.key.span)
        return nil
      }
      let before = log.findings.count
      let strategy = strategy(name, entry.value, reader.child(name), &parentSpans[name])
      return (strategy, entry.key.span, log.findings.count == before)
    }
    let strategies = read.map(\.strategy)
    let origins = Parents(strategies)
    for (strategy, span, isStrategySound) in read {
      if let fault = origins.fault(of: strategy) {
        log.report(fault.message, help: fault.help, at: parentSpans[strategy.name] ?? span)
      } else if isSound, isStrategySound {
        check(strategy, of: strategies, at: span)
      }
    }
    return strategies
  }

  private func strategy(
    _ name: String, _ block: YAMLValue, _ reader: PartReader, _ parentSpan: inout SourceSpan?
  ) -> Strategy {
    guard let pairs = reader.mapping(block) else { return Strategy(name: name, changes: []) }
    var strategy = Strategy(name: name, changes: [])
    for pair in pairs where pair.key.fragment?.text == Strategy.parentKey {
      _ = reader.name(pair.key)
      guard let parent = pair.value.fragment?.text, !parent.isEmpty else {
        log.report(say("expected the name of a strategy"), help: say("write: from: NAME"), at: pair.value.span)
        continue
      }
      strategy.parent = parent == Strategy.base ? nil : parent
      parentSpan = pair.value.span
    }
    (strategy.changes, strategy.rules) = contents(
      pairs.filter { $0.key.fragment?.text != Strategy.parentKey }, reader)
    return strategy
  }

  private func contents(
    _ pairs: [(key: YAMLValue, value: YAMLValue)], _ reader: PartReader
  ) -> ([Strategy.Change], [Rule]) {
    var rules: [Rule] = []
    let owner = pairs.first { $0.key.fragment?.text == PartReader.ownerKey }
      .flatMap { pair in reader.owner(pair.value).map { ($0, at: pair.value.span) } }
    if let owner { rules += owner.0.rulesOfStrategy }
    let own = pairs.compactMap { pair -> Strategy.Change? in
      guard let path = reader.name(pair.key), path != PartReader.ownerKey else { return nil }
      if path == "rules" {
        rules += reader.child(path).readRules(ofStrategy: pair.value)
        return nil
      }
      guard let slot = scenario.slot(path) else {
        log.report(
          say("no such parameter: \(path.shortened)"),
          help: Suggestion.text(for: path, among: scenario.slots.map(\.path)),
          at: pair.key.span)
        return nil
      }
      if let text = pair.value.fragment, let relative = RelativeChange(parsing: text, of: slot.info) {
        return Strategy.Change(path: path, relative)
      }
      do throws(Fault) {
        let value = try reader.child(path).read(pair.value, as: slot.info, in: scenario.currency(of: slot))
        return Strategy.Change(path: path, value: value)
      } catch {
        log.report(say("\(path): \(error.message)"), help: error.help, at: error.span)
        return nil
      }
    }
    let inherited = owner.map { changes(of: $0.0, at: $0.at) } ?? []
    return (inherited.filter { change in !own.contains { $0.path == change.path } } + own, rules)
  }

  /// What a preset for owners changes beside rules.
  private func changes(of owner: Preset, at span: SourceSpan) -> [Strategy.Change] {
    do throws(Fault) {
      return try owner.changes(of: scenario)
    } catch {
      log.report(error.message, help: error.help, at: span)
      return []
    }
  }

  /// A scenario must still make sense under each of its strategies.
  private func check(_ strategy: Strategy, of strategies: [Strategy], at span: SourceSpan) {
    guard let changed = scenario.under(strategy.name, of: strategies) else { return }
    let typed = strategy.rules.indices.compactMap { log.sentences["strategies.\(strategy.name).rules.\($0 + 1)"] }
    let faults = changed.faults(inRules: typed) + withdrawalFaults(strategy, of: strategies)
    for fault in faults { log.report(fault.message, help: fault.help, at: fault.span) }
    guard faults.isEmpty else { return }
    for issue in scenario.issues(under: strategy.name, of: strategies) {
      log.report(say("under strategy \(strategy.name): \(issue.message)"), help: issue.help, at: span)
    }
  }
}

extension StrategyReader {
  /// Rules that are taken away and are not there.
  private func withdrawalFaults(_ strategy: Strategy, of strategies: [Strategy]) -> [Fault] {
    let inherited = scenario.under(strategy.parent ?? Strategy.base, of: strategies)?.rules ?? []
    return strategy.rules.indices.compactMap { index in
      let rule = strategy.rules[index]
      guard let span = log.withdrawals["strategies.\(strategy.name).rules \(rule.text)"] else { return nil }
      return (inherited + strategy.rules[..<index]).settled.fault(withdrawing: rule, at: span)
    }
  }
}

/// Which strategies build on which.
package struct Parents {
  private let strategies: [Strategy]

  package init(_ strategies: [Strategy]) { self.strategies = strategies }

  /// What is wrong with the strategy that one builds on: it is missing, or builds on this one in turn.
  package func fault(of strategy: Strategy) -> (message: String, help: String?)? {
    guard let parent = strategy.parent else { return nil }
    guard strategies.named(parent) != nil else {
      let others = strategies.map(\.name).filter { $0 != strategy.name }
      return (say("no such strategy: \(parent.shortened)"), Suggestion.text(for: parent, among: others))
    }
    guard isCircular(strategy.name) else { return nil }
    return (
      say("strategies build on each other in a circle: \(strategy.name) builds on \(parent)"),
      say("make one of them build on the scenario: delete its line that begins with \"from:\"")
    )
  }

  private func isCircular(_ name: String) -> Bool {
    var next: String? = name
    for _ in strategies {
      next = next.flatMap { strategies.named($0)?.parent }
    }
    return next.flatMap(strategies.named) != nil
  }

  /// Those that build on a strategy, directly.
  package func children(of name: String) -> [String] { strategies.filter { $0.parent == name }.map(\.name) }
}
