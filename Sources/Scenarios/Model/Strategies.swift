/// A named set of changes to the scenario, nothing else (model section 12).
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

  package init(name: String, changes: [Change]) {
    self.name = name
    self.changes = changes
  }
}
