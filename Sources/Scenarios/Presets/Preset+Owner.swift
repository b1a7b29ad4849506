package import Language

/// What a preset for owners means to a strategy.
extension Preset {
  static let rulesKey = "rules"

  /// The rules of the owner before are taken away, and these are added.
  package var rulesOfStrategy: [Rule] { [.noneOfOwner] + rules }

  /// The rules among its rows.
  var rules: [Rule] {
    current.rows.compactMap { row in
      let parts = row.path.split(separator: ".")
      return parts.count == 2 && parts[0] == Self.rulesKey ? Rule(String(parts[1]), row.value) : nil
    }
  }

  /// What it changes beside rules. A fault has no place: its text is not in the file.
  package func changes(of scenario: Scenario) throws(Fault) -> [Strategy.Change] {
    var changes: [Strategy.Change] = []
    for row in current.rows where !row.path.hasPrefix(Self.rulesKey + ".") {
      guard let slot = scenario.slot(row.path) else { continue }
      do throws(Fault) {
        let value = try slot.info.read(Fragment(row.value), currency: scenario.currency, columns: noColumns)
        changes.append(Strategy.Change(path: row.path, value: value))
      } catch {
        throw Fault(
          say("\(row.path): \(error.message)"), at: error.span,
          help: say("preset \(name) does not fit here: give \(slot.info.name) yourself"))
      }
    }
    return changes
  }
}

extension Rule {
  /// The names of all rules that presets for owners have.
  static let namesOfOwners = Set(PresetCatalogue.presets(for: .owner).flatMap(\.rules).compactMap(\.name))
}
