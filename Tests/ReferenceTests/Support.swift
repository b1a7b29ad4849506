import Foundation
import Language
import Scenarios
import Simulation
import Testing

/// All that compares simulators. One after the other: each test keeps all processors busy by itself. Without
/// optimisation hundreds of thousands of worlds would take the better part of an hour.
@Suite("Simulators", .serialized, .enabled(if: isOptimized, "run with: swift test -c release"))
struct SimulatorTests {}

#if DEBUG
  private let isOptimized = false
#else
  private let isOptimized = true
#endif

/// A scenario from its YAML; what is wrong with it is the failure.
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
  return try #require(try Program(scenario, seed: seed).run(options))
}

/// Asks for four times the worlds: `DEEP=1 swift test -c release --filter ReferenceTests`.
let isDeep = ProcessInfo.processInfo.environment["DEEP"] != nil
