import Scenarios
import Simulation
import Testing

/// Holds both simulators' plans to figures worked out by hand, month by month, and to the same worth at the end.
/// - Parameter worth: that worth, where it was worked out too.
func expectPlans(
  _ scenario: Scenario, _ expected: [Metric: [Double]], worth: Double? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let (reference, engine) = (ReferenceOutcome(planOf: scenario), Program(scenario, seed: 1).plan())
  for (metric, months) in expected {
    for found in [
      months.indices.map { reference.monthly(metric, month: $0)[0] },
      months.indices.map { engine.monthly(metric, month: $0)[0] },
    ] {
      #expect(
        zip(found, months).allSatisfy { abs($0 - $1) < 1e-6 }, "\(metric.name) is \(found), expected \(months)",
        sourceLocation: sourceLocation)
    }
  }
  let ends = [reference.worlds[0].finalWorth, engine.finalWorth[0]]
  #expect(abs(ends[0] - ends[1]) < 1e-6, "worth is \(ends)", sourceLocation: sourceLocation)
  if let worth {
    for found in ends { #expect(abs(found - worth) < 1e-6, "worth is \(found)", sourceLocation: sourceLocation) }
  }
}
