/// A named part that a scenario does not have yet, such as the supplier of `suppliers.us.failure_rate`.
package struct BegunPart: Sendable {
  /// The scenario with it; what it says of itself is still open.
  package let scenario: Scenario
  /// `suppliers.us`
  package let path: String
  package var name: String { path.split(separator: ".").last.map(String.init) ?? path }
  /// Those of its kind that are there.
  package let siblings: [String]
  /// What it needs besides the parameter that begins it.
  package let missing: [FieldInfo]

  /// Nil where the parameter is there already, or cannot be.
  package init?(_ parameter: String, of scenario: Scenario) {
    let keys = parameter.split(separator: ".", omittingEmptySubsequences: false)
    var begun = scenario
    guard keys.count > 2, keys.allSatisfy({ !$0.isEmpty }), scenario.slot(parameter) == nil,
      Scenario.shape.begin(keys[...], in: &begun)
    else { return nil }
    let old = scenario.slots.map(\.path)
    let lengths = (2..<keys.count).filter { length in
      let prefix = keys.prefix(length).joined(separator: ".") + "."
      return !old.contains { $0.hasPrefix(prefix) }
    }
    guard let length = lengths.first else { return nil }
    self.scenario = begun
    path = keys.prefix(length).joined(separator: ".")
    let (own, group) = (path + ".", keys.prefix(length - 1).joined(separator: ".") + ".")
    var names: [String] = []
    for path in old where path.hasPrefix(group) {
      if let name = path.dropFirst(group.count).split(separator: ".").first.map(String.init), names.last != name {
        names.append(name)
      }
    }
    siblings = names
    missing = begun.slots.filter { $0.path.hasPrefix(own) && $0.info.isRequired && $0.path != parameter }.map(\.info)
  }
}
