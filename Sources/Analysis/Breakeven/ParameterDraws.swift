import Scenarios
import Simulation
import Statistics

/// A scenario as each world draws it: every uncertain number at that world's value, and where products are tested, the
/// conversion of the world's first candidate, which is as good as any.
struct ParameterDraws {
  /// With every uncertain number at its mean, and every amount in the scenario's own money.
  let planned: Scenario
  /// The same with amounts as they are written.
  private let written: Scenario
  let worlds: Int
  /// Numbers that differ between worlds, and the column each takes its values from.
  private let numbers: [(slot: Slot, like: FieldValue?, column: Int)]
  private let columns: [[Double]]
  private let candidates: (law: Law, stream: Statistics.Stream)?

  init(_ scenario: Scenario, seed: UInt64, paths: Int, sampling: ParameterSampling = .random) {
    var plain = scenario.settled
    plain.uncertain = [:]
    plain.correlations = []
    _ = plain.normalizeSeasons()
    written = plain
    planned = plain.inOwnCurrency
    let program = Program(scenario, seed: seed)
    let origins = program.uncertain.map(\.path)
    numbers = scenario.slots.compactMap { slot in
      guard scenario.uncertain[slot.path] != nil, let origin = scenario.origin(of: slot.path),
        let column = origins.firstIndex(of: origin)
      else { return nil }
      return (slot, slot.get(plain), column)
    }
    candidates = program.candidateDraws
    // Where nothing differs one world says all.
    columns = numbers.isEmpty ? [] : program.drawn(paths: paths, sampling: sampling)
    worlds = numbers.isEmpty && candidates == nil ? 1 : paths
  }

  var isCertain: Bool { numbers.isEmpty && candidates == nil }

  func eachWorld(_ body: (Scenario) -> Void) {
    for world in 0..<worlds {
      var scenario = written
      for number in numbers {
        guard let value = number.slot.info.value(columns[number.column][world], like: number.like) else { continue }
        number.slot.set(&scenario, value)
      }
      if let candidates {
        let word = candidates.stream.word(path: world, day: 0, index: 0)
        scenario.productTests.conversion = Size(candidates.law.quantile(Uniform.double(word)))
      }
      body(scenario.inOwnCurrency)
    }
  }
}
