import Language
package import Scenarios
package import Statistics

/// What runs with different values have in common: they are told once, not in every row.
package struct Circumstances: Sendable {
  package let scenario: Scenario
  package let strategy: String
  package let seed: UInt64
  package let paths: Int
  package let sampling: ParameterSampling

  package init(
    _ scenario: Scenario, strategy: String, seed: UInt64, paths: Int,
    sampling: ParameterSampling = .random
  ) {
    self.scenario = scenario
    self.strategy = strategy
    self.seed = seed
    self.paths = paths
    self.sampling = sampling
  }

  package var currency: String { scenario.currency }

  /// `10,000 worlds · 12 months from 2027-03-01 · seed 1 · base · USD`
  package var headline: Block {
    let worlds = NumberFormat().worlds(paths)
    let run = say("\(worlds) · \(scenario.length) from \(scenario.start) · seed \(seed)")
    let drawn = sampling.words.map { " · " + $0 } ?? ""
    return .paragraph([.dim("\(run)\(drawn) · \(strategy) · \(currency)")])
  }

  /// For the titles of charts.
  var origin: String { NumberFormat().worlds(paths, seed: seed) }

  /// The first members of every answer.
  static let shape: JSONShape = [
    "dropcast": .integer, "scenario": .string, "strategy": .string, "seed": .seed, "paths": .integer, "start": .string,
    "months": .integer,
  ]

  package var json: [JSON.Member] {
    [
      JSON.Member("dropcast", 1), JSON.Member("scenario", .string(scenario.name)),
      JSON.Member("strategy", .string(strategy)),
      JSON.Member("seed", JSON(seed: seed)),
      JSON.Member("paths", .integer(paths)), JSON.Member("start", .string(scenario.start.description)),
      JSON.Member("months", .integer(scenario.monthCount)),
    ]
  }
}

extension Scenario {
  /// How long it runs, in words.
  package var length: String { monthCount == 1 ? say("1 month") : say("\(monthCount) months") }
}
