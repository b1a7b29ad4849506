package import Language

/// What a strategy does to a value that it does not fix: `+30%`, `x0.5`, `+= 5`. It follows the scenario's value.
package struct RelativeChange: Equatable, Sendable {
  /// As in a file: reads back to the same.
  package let text: String

  /// Nil where the operation gives a value of its own.
  package init?(_ operation: Change.Operation, of info: FieldInfo) {
    switch operation {
    case .set: return nil
    case .multiply(let factor) where !info.kind.takesPercent && factor > 1 && factor < 2:
      text = "+\(((factor - 1) * 100).short)%"
    case .multiply(let factor) where !info.kind.takesPercent && factor < 1:
      text = "-\(((1 - factor) * 100).short)%"
    case .multiply(let factor): text = "x\(factor.short)"
    case .add(let quantity): text = "+= \(Self.words(quantity))"
    case .subtract(let quantity): text = "-= \(Self.words(quantity))"
    }
  }

  /// In a file; a percentage with its sign is a value where the parameter is a share or a rate.
  init?(parsing value: Fragment, of info: FieldInfo) {
    guard info.kind.hasNumbers else { return nil }
    let text = value.text
    let signs = ["+=", "-=", "*=", "x", "X", "×"] + (info.kind.takesPercent ? [] : ["+", "-"])
    guard signs.contains(where: { text.hasPrefix($0) }),
      let change = try? Change(parsing: Fragment("value \(text)")),
      let relative = RelativeChange(change.operation, of: info)
    else { return nil }
    self = relative
  }

  private static func words(_ quantity: Quantity) -> String {
    Multiplication(text: Fragment(""), factor: 1).words(.quantity(quantity)) ?? quantity.value.plain
  }

  private init(factor: Double) { text = "x\(factor.short)" }

  private var operation: Change.Operation? { (try? Change(parsing: Fragment("value \(text)")))?.operation }

  /// One after the other, where that is one change again.
  func followed(by next: RelativeChange) -> RelativeChange? {
    guard case .multiply(let first)? = operation, case .multiply(let second)? = next.operation else { return nil }
    return RelativeChange(factor: first * second)
  }

  /// What becomes of the value that a scenario has.
  package func value(of slot: Slot, in scenario: Scenario) throws(Fault) -> FieldValue? {
    guard let operation else { return slot.get(scenario) }
    return try slot.info.value(
      after: operation, from: slot.get(scenario), currency: scenario.currency(of: slot), columns: noColumns)
  }
}

extension Scenario {
  /// Makes a change of a strategy. One that cannot be made leaves the value: `strategyIssues` tells of it.
  mutating func make(_ change: Strategy.Change) {
    guard let slot = slot(change.path) else { return }
    guard let relative = change.relative else { return slot.set(&self, change.value) }
    if let value = try? relative.value(of: slot, in: self) { slot.set(&self, value) }
  }

  /// What is wrong with the scenario under a strategy, changes that its values do not allow first.
  package func issues(under name: String, of strategies: [Strategy]) -> [Issue] {
    var changed = self
    for strategy in strategies.lineage(of: name) ?? [] {
      for change in strategy.changes {
        guard let relative = change.relative, let slot = changed.slot(change.path) else { continue }
        do throws(Fault) {
          _ = try relative.value(of: slot, in: changed)
        } catch {
          return [Issue(change.path, "\(change.path) \(relative.text): \(error.message)", help: error.help)]
        }
      }
      changed = changed.applying(strategy)
    }
    return changed.issues
  }
}

extension Double {
  /// 1.3 for what arithmetic made of it: 1.2999999999999998.
  fileprivate var short: String {
    let rounded = (self * 1e10).rounded() / 1e10
    return (rounded == 0 ? self : rounded).plain
  }
}
