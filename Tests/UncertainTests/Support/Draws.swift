import Scenarios
import Simulation
import Statistics
import Testing

/// What the worlds of a run drew, and what came of it.
struct Draws {
  let outcome: Outcome
  /// Which parameters are drawn, in the order of the scenario.
  let paths: [String]
  private let program: Program

  init(
    _ scenario: Scenario, worlds: Int = 10_000, first: Int = 0, seed: UInt64 = 1, threads: Int = 0, block: Int = 128,
    sampling: ParameterSampling = .random
  ) throws {
    program = Program(scenario, seed: seed)
    var options = RunOptions()
    options.paths = worlds
    options.firstPath = first
    options.threads = threads
    options.blockSize = block
    options.sampling = sampling
    outcome = try #require(try program.run(options))
    paths = program.uncertain.map(\.path)
  }

  /// A value for each world.
  func values(_ path: String) throws -> [Double] {
    outcome.drawn(try #require(paths.firstIndex(of: path), "\(path) is not drawn"))
  }

  var repairs: [Copula.Repair] { program.copula?.repairs ?? [] }
}
