/// A named set of changes to the scenario, parameters and rules, nothing else (model 12).
package struct Strategy: Equatable, Sendable {
  /// One parameter and the value it takes, or what is to become of the value it has.
  package struct Change: Equatable, Sendable {
    package let path: String
    package let value: FieldValue?
    /// Follows the scenario's value when that changes; nil where the value is as given.
    package let relative: RelativeChange?

    package init(path: String, value: FieldValue?) {
      self.path = path
      self.value = value
      relative = nil
    }

    package init(path: String, _ relative: RelativeChange) {
      self.path = path
      value = nil
      self.relative = relative
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

  /// Adds a change, or puts it in the place of the one of its parameter. What is relative to a change that is there already
  /// becomes one with it.
  ///
  /// - Parameter changed: the scenario with all of them, where two cannot be told as one.
  package mutating func add(_ change: Change, in changed: Scenario) {
    guard let index = changes.firstIndex(where: { $0.path == change.path }) else { return changes.append(change) }
    guard let next = change.relative else {
      changes[index] = change
      return
    }
    if let both = changes[index].relative.flatMap({ $0.followed(by: next) }) {
      changes[index] = Change(path: change.path, both)
    } else {
      changes[index] = Change(path: change.path, value: changed.slot(change.path)?.get(changed))
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
    for change in strategy.changes { changed.make(change) }
    if !changed.quotes.isEmpty { changed.declareCurrencies() }
    changed.rules = (changed.rules + strategy.rules).settled
    return changed.rescored(since: self)
  }
}
