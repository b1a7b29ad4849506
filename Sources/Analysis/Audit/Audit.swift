package import Scenarios
import Simulation

/// What an audit of a scenario finds, without running any world: what is surely wrong first.
package struct Audit: Sendable {
  package let findings: [AuditFinding]
  /// How good the sources of the values are that come from presets, the best first.
  package let grades: [(grade: Grade, count: Int)]

  /// What ruin rests on, where it was asked for.
  package let resting: Resting?

  /// - Parameters:
  ///   - presets: those that values come from, by path.
  ///   - resting: what ruin rests on; nil where it was not looked at.
  package init(_ scenario: Scenario, presets: [String: String], seed: UInt64, resting: Resting? = nil) {
    let subject = AuditSubject(scenario, presets: presets, seed: seed, resting: resting)
    self.resting = resting
    let found = AuditRule.all.flatMap { rule in
      rule.find(subject).map { AuditFinding(rule: rule.id, severity: rule.severity, path: $0.path, what: $0.what) }
    }
    findings = AuditFinding.Severity.allCases.flatMap { severity in found.filter { $0.severity == severity } }
    let known = presets.compactMap { path, name in Self.grade(of: path, in: name) }
    grades = Grade.allCases.compactMap { grade in
      let count = known.count { $0 == grade }
      return count == 0 ? nil : (grade, count)
    }
  }

  /// Of the row that a value comes from: the preset's path is the end of the value's own.
  private static func grade(of path: String, in preset: String) -> Grade? {
    PresetCatalogue.find(preset)?.current.rows.filter { path.hasSuffix("." + $0.path) }
      .max { $0.path.count < $1.path.count }?.evidence.grade
  }

  /// What is surely wrong, else what is doubtful: the first of it.
  package var worst: AuditFinding? { findings.first { $0.severity != .note } }

  /// The names of all rules.
  package static var rules: [String] { AuditRule.all.map(\.id) }

  package func count(_ severity: AuditFinding.Severity) -> Int { findings.count { $0.severity == severity } }
}

/// A scenario under audit, with what follows from it.
struct AuditSubject: Sendable {
  let scenario: Scenario
  let presets: [String: String]
  let days: Int
  let plan: Outcome
  /// The plan day by day.
  let planDays: [WorldDay]
  /// What rules and events do.
  let rules: [BoundAction]
  let events: [BoundEvent]
  let slots: [Slot]
  let resting: Resting?

  init(_ scenario: Scenario, presets: [String: String], seed: UInt64, resting: Resting?) {
    // Numbers that are the same as others count as these.
    let settled = scenario.settled.inOwnCurrency
    self.scenario = settled
    self.presets = presets
    self.resting = resting
    let program = Program(scenario, seed: seed)
    days = program.days
    plan = program.plan()
    planDays = program.replayPlan().days
    rules = scenario.boundRules.flatMap(\.actions)
    events = scenario.boundEvents
    slots = scenario.slots
  }

  /// Is it one number in every world?
  func isPoint(_ path: String) -> Bool { scenario.uncertain[scenario.origin(of: path) ?? path] == nil }

  /// Is it 0 in every world, on every day?
  func isZero(_ value: Double, _ path: String) -> Bool { value == 0 && isPoint(path) && !isAssigned(path) }

  func isAssigned(_ path: String) -> Bool {
    (rules + events.flatMap(\.actions)).contains { action in
      if case .assign(let assignment) = action { assignment.path == path } else { false }
    }
  }

  /// Events that come by chance or when something is seen.
  func happens(_ does: (BoundAction) -> Bool) -> Bool { events.contains { $0.actions.contains(where: does) } }

  /// Channels that spend money in the plan.
  var channels: [(name: String, channel: AdChannel)] {
    scenario.ads.entries.filter { !isZero($0.value.budget, "ads.\($0.name).budget") }.map { ($0.name, $0.value) }
  }

  /// Is a store's conversion that of tested products?
  func isTested(_ store: String) -> Bool {
    guard let product = scenario.testedProduct else { return false }
    let index = scenario.storeIndex(scenario.products.entries[product].value.store)
    return scenario.stores.names.indices.contains(index) && scenario.stores.names[index] == store
  }
}
