/// A named set of changes to the scenario, parameters and rules, nothing else (model 12).
package struct Strategy: Equatable, Sendable {
  /// One parameter and the value it takes.
  package struct Change: Equatable, Sendable {
    package let path: String
    package let value: FieldValue?

    package init(path: String, value: FieldValue?) {
      self.path = path
      self.value = value
    }
  }

  package var name: String
  /// The strategy it builds on; nil for the scenario itself.
  package var parent: String?
  package var changes: [Change]
  /// Rules beside those of the scenario, behind them; some take away what stands before them.
  package var rules: [Rule]

  package init(name: String, from parent: String? = nil, changes: [Change], rules: [Rule] = []) {
    self.name = name
    self.parent = parent
    self.changes = changes
    self.rules = rules
  }
}

extension Strategy {
  /// The scenario as it stands, without a strategy.
  package static let base = "base"

  /// The key of a strategy's own under which a file names the one it builds on.
  package static let parentKey = "from"

  /// Adds a change, or takes its value where the parameter is changed already.
  package mutating func add(_ change: Change) {
    if let index = changes.firstIndex(where: { $0.path == change.path }) {
      changes[index] = change
    } else {
      changes.append(change)
    }
  }
}

extension [Strategy] {
  package func named(_ name: String) -> Strategy? { first { $0.name == name } }

  /// A strategy and those it builds on, the first of them first; nil when one is missing, or they go round in a circle.
  package func lineage(of name: String) -> [Strategy]? {
    let all = byName
    var line: [Strategy] = []
    var next: String? = name
    while let name = next, name != Strategy.base {
      guard line.count < count, let strategy = all[name] else { return nil }
      line.append(strategy)
      next = strategy.parent
    }
    return line.reversed()
  }

  /// Those that are others than before, and those that build on such, in their order.
  package func changed(since old: [Strategy]) -> [Strategy] {
    let (all, before) = (byName, old.byName)
    var isChanged: [String: Bool] = [:]
    return filter { strategy in
      var climbed: [String] = []
      var next: String? = strategy.name
      var answer = false
      while let name = next, climbed.count <= count {
        if let known = isChanged[name] {
          answer = known
          break
        }
        climbed.append(name)
        guard let one = all[name], one == before[name] else {
          answer = name != Strategy.base
          break
        }
        next = one.parent
      }
      for name in climbed { isChanged[name] = answer }
      return answer
    }
  }

  /// Of several of one name the first, as ``named(_:)`` has it.
  package var byName: [String: Strategy] { Dictionary(map { ($0.name, $0) }) { first, _ in first } }
}

extension Scenario {
  /// The scenario under a strategy, the changes of those it builds on made first; nil when there is no such strategy.
  /// `base` is the scenario itself.
  package func under(_ name: String, of strategies: [Strategy]) -> Scenario? {
    strategies.lineage(of: name)?.reduce(self) { $0.applying($1) }
  }

  /// The scenario with a strategy's own changes and rules.
  package func applying(_ strategy: Strategy) -> Scenario {
    var changed = self
    for change in strategy.changes { changed.slot(change.path)?.set(&changed, change.value) }
    changed.rules = (changed.rules + strategy.rules).settled
    return changed.rescored(since: self)
  }
}
