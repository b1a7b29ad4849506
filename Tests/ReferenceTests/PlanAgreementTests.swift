import Foundation
import Scenarios
import Simulation
import Testing

extension SimulatorTests {
  /// Nothing is left to chance in the plan, so both must say the same to the last order and cent.
  @Suite("The engine's plan is that of the reference simulator") struct PlanAgreementTests {
    @Test("on scenarios that together use every parameter of its core", arguments: OwnScenarios.core.map(\.name))
    func own(_ name: String) throws {
      expectSamePlan(try scenario(OwnScenarios.text(name)))
    }

    @Test("on every bundled scenario", arguments: BundledScenarios.files)
    func bundled(_ file: URL) throws {
      expectSamePlan(try scenario(String(contentsOf: file, encoding: .utf8)))
    }

    @Test(
      "on scenarios that together use every other parameter", .enabled(if: engineIsWhole, engineIsBehind),
      arguments: OwnScenarios.rest.map(\.name))
    func rest(_ name: String) throws {
      expectSamePlan(try scenario(OwnScenarios.text(name)))
    }

    @Test("on scenarios drawn from the schema", .enabled(if: engineIsWhole, engineIsBehind))
    func drawn() {
      for scenario in RandomScenario.first(200) { expectSamePlan(scenario) }
    }

    private func expectSamePlan(_ scenario: Scenario, sourceLocation: SourceLocation = #_sourceLocation) {
      let reference = ReferenceOutcome(planOf: scenario)
      let engine = Program(scenario, seed: 1).plan()
      for metric in Metric.allCases {
        for month in 0..<reference.months {
          let (ours, theirs) = (reference.monthly(metric, month: month)[0], engine.monthly(metric, month: month)[0])
          // The share of late orders is an integral, which the two work out in different ways.
          let tolerance = 1e-5 * max(1, abs(ours))
          #expect(
            abs(ours - theirs) < tolerance,
            "\(scenario.name), \(metric.name) in month \(month + 1): reference \(ours), engine \(theirs)",
            sourceLocation: sourceLocation)
        }
      }
      let ruinDay = reference.worlds[0].ruinDay.map { Double($0) } ?? -1
      #expect(ruinDay == engine.ruinDay[0], "\(scenario.name)", sourceLocation: sourceLocation)
    }
  }
}
