package import Scenarios
package import Simulation
package import Statistics

/// A finished run, with what it was a run of.
package struct RunRecord: Sendable {
  package let scenario: Scenario
  package let strategy: String
  package let seed: UInt64
  package let fingerprint: String
  /// nil when only the plan was run.
  package let summary: Summary?
  package let plan: Outcome
  /// How uncertain parameters were drawn.
  package let sampling: ParameterSampling
  /// The paths of the uncertain parameters, in the order of `Outcome.drawn(_:)`.
  package let uncertain: [String]
  /// A world in the middle, run again: of runs too large to keep their worlds.
  package let rerun: MiddleWorld?
  /// What a running business begins with; nil for a new one.
  package let opening: OpeningSummary?

  package init(
    scenario: Scenario, strategy: String, seed: UInt64, fingerprint: String, summary: Summary?, plan: Outcome,
    sampling: ParameterSampling = .random, uncertain: [String] = [], rerun: MiddleWorld? = nil,
    opening: OpeningSummary? = nil
  ) {
    self.scenario = scenario
    self.strategy = strategy
    self.seed = seed
    self.fingerprint = fingerprint
    self.summary = summary
    self.plan = plan
    self.sampling = sampling
    self.uncertain = uncertain
    self.rerun = rerun
    self.opening = opening
  }

  /// The reported month (from 0) of a day counted from the start.
  package func month(ofDay day: Int) -> Int {
    let starts = scenario.monthStarts
    return max(0, (starts.firstIndex { $0 > day } ?? starts.count) - 1)
  }
}
