package import Scenarios
package import Simulation

/// A finished run, with what it was a run of.
package struct RunRecord: Sendable {
  package let scenario: Scenario
  package let strategy: String
  package let seed: UInt64
  package let fingerprint: String
  /// nil when only the plan was run.
  package let summary: Summary?
  package let plan: Outcome

  package init(
    scenario: Scenario, strategy: String, seed: UInt64, fingerprint: String, summary: Summary?, plan: Outcome
  ) {
    self.scenario = scenario
    self.strategy = strategy
    self.seed = seed
    self.fingerprint = fingerprint
    self.summary = summary
    self.plan = plan
  }

  /// The reported month (from 0) of a day counted from the start.
  package func month(ofDay day: Int) -> Int {
    let starts = scenario.monthStarts
    return max(0, (starts.firstIndex { $0 > day } ?? starts.count) - 1)
  }
}
