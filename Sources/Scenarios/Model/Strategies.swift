/// A named set of changes to the scenario, parameters and rules, nothing else (model section 12).
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

  package let name: String
  package var changes: [Change]
  /// Rules beside those of the scenario, behind them.
  package var rules: [Rule]

  package init(name: String, changes: [Change], rules: [Rule] = []) {
    self.name = name
    self.changes = changes
    self.rules = rules
  }
}
