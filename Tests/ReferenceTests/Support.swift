import Foundation
import Language
import Scenarios
import Simulation
import Testing

/// A scenario from its YAML; the findings are the failure when it has any.
func scenario(_ text: String) throws -> Scenario {
  do throws(FindingsError) {
    return try ScenarioFile(reading: Source(name: "<test>", text: text)).scenario
  } catch {
    Issue.record("\(error.findings.map { "\($0.place.map { "\($0)" } ?? ""): \($0.message)" })")
    throw error
  }
}

/// Worlds of the engine.
func engineWorlds(_ scenario: Scenario, paths: Int, seed: UInt64) throws -> Outcome {
  var options = RunOptions()
  options.paths = paths
  return try #require(Program(scenario, seed: seed).run(options))
}
