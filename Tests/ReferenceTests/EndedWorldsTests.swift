import Scenarios
import Statistics
import Testing

@testable import Simulation

/// Worlds that have ended are left out of what no longer concerns them; nobody may notice.
@Suite("Worlds that have ended") struct EndedWorldsTests {
  /// Bits of all that is told of the worlds of a block.
  fileprivate static func bits(_ outcome: Outcome, _ program: Program) -> [UInt64] {
    let months = Metric.allCases.flatMap { metric in
      (0..<outcome.months).flatMap { outcome.monthly(metric, month: $0) }
    }
    let drawn = program.uncertain.indices.flatMap { outcome.drawn($0) }
    let ends = outcome.ruinDay + outcome.ruinCause + outcome.quitDay + outcome.finalWorth + outcome.breakEvenMonth
    return (months + drawn + ends).map(\.bitPattern)
  }

  fileprivate static func outcome(_ program: Program, paths: Int, leavesOutEnded: Bool) throws -> Outcome {
    var options = RunOptions()
    (options.paths, options.leavesOutEnded) = (paths, leavesOutEnded)
    return try #require(try program.run(options))
  }

  /// The same shop with little money, so that most of its worlds end early.
  fileprivate static func poor(_ scenario: Scenario) -> Scenario {
    var poor = scenario
    poor.cash.budget /= 8
    poor.uncertain["cash.budget"] = nil
    return poor
  }

  @Test("are moved behind those that go on, and return to their places") func moves() throws {
    let program = Program(Self.poor(try scenario(OwnScenarios.text("suppliers"))), seed: 5)
    let kernel = Kernel<Float>(
      program, worlds: WorldDraws(program, sampling: .random, paths: 64), lanes: 64)
    kernel.run(firstPath: 0)
    #expect(kernel.living < 64)
    #expect(kernel.moves.isEmpty)
    let (left, whole) = try (
      Self.outcome(program, paths: 64, leavesOutEnded: true), Self.outcome(program, paths: 64, leavesOutEnded: false)
    )
    #expect(left.ruinDay.contains { $0 >= 0 })
    #expect(Self.bits(left, program) == Self.bits(whole, program))
  }

  @Test("stay where an event looks at their figures") func events() throws {
    let text = OwnScenarios.text("suppliers") + "\nevents: [{name: blow, when: cash < 100, then: pay 10}]\n"
    let program = Program(Self.poor(try scenario(text)), seed: 5)
    let kernel = Kernel<Float>(
      program, worlds: WorldDraws(program, sampling: .random, paths: 64), lanes: 64)
    kernel.run(firstPath: 0)
    #expect(kernel.living == 64)
  }
}

extension SimulatorTests {
  @Suite("Worlds that have ended, in every scenario") struct EndedWorlds {
    @Test("are left out with the same bits", arguments: OwnScenarios.all.map(\.text) + RuleScenarios.all.map(\.text))
    func own(_ text: String) throws { try expectSameBits(try scenario(text)) }

    @Test("are left out with the same bits of drawn scenarios") func drawn() throws {
      for scenario in RandomScenario.first(40) { try expectSameBits(scenario) }
    }

    private func expectSameBits(_ scenario: Scenario) throws {
      for scenario in [scenario, EndedWorldsTests.poor(scenario)] {
        let program = Program(scenario, seed: 2)
        let (left, whole) = try (
          EndedWorldsTests.outcome(program, paths: 300, leavesOutEnded: true),
          EndedWorldsTests.outcome(program, paths: 300, leavesOutEnded: false)
        )
        #expect(EndedWorldsTests.bits(left, program) == EndedWorldsTests.bits(whole, program), "\(scenario.name)")
      }
    }
  }
}
