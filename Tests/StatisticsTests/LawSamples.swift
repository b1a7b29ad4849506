import Statistics

/// At least one law of every kind, for the tests that hold for all.
enum LawSamples {
  struct Sample: Sendable, CustomStringConvertible {
    let description: String
    let law: Law
    /// Whether the distribution function has no jump.
    let isContinuous: Bool
    /// How finely the law tells probabilities apart.
    let resolution: Double

    init(_ description: String, _ law: Law, isContinuous: Bool = true, resolution: Double = 1e-16) {
      (self.description, self.law) = (description, law)
      (self.isContinuous, self.resolution) = (isContinuous, resolution)
    }
  }

  static let all: [Sample] = {
    do { return try calls() + compounds() } catch { return [] }
  }()

  /// Planners' ranges with their most likely value at or near an end, and cut ones.
  static let cornered: [Sample] = {
    do {
      let middle = Law.pert(try PERTLaw(low: -3, mode: 5, high: 9))
      return try [(0.0, 0.0), (0.0, 1.0), (0.0, 1e-6), (0.0, 0.5)].map { low, mode in
        Sample("pert \(mode)", .pert(try PERTLaw(low: low, mode: mode, high: 1)))
      } + [Sample("cut pert", .truncated(try TruncatedLaw(middle, to: 0...6)))]
    } catch { return [] }
  }()

  static let continuous = all.filter(\.isContinuous)

  private static func calls() throws -> [Sample] {
    try SciPyValues.cases.map {
      // Very skewed shares are 0 or 1 to the last digit.
      Sample($0.description, try law($0), isContinuous: Set($0.quantiles[3...8]).count == 6)
    }
      + [
        Sample("certain", .certain(try CertainLaw(7)), isContinuous: false),
        Sample("empirical", .empirical(try EmpiricalLaw([4, -1, 3, 9, 9.5, 12])), isContinuous: false),
        Sample("empirical, repeated", .empirical(try EmpiricalLaw([4, 4, 4, 5, 9])), isContinuous: false),
      ]
  }

  private static func compounds() throws -> [Sample] {
    let normal = Law.normal(try NormalLaw(mean: 5, standardDeviation: 3))
    let skewed = Law.lognormal(try LognormalLaw(median: 50, sigma: 1.2))
    let wear = Law.beta(try BetaLaw(alpha: 2, beta: 5))
    let nothing = Law.certain(try CertainLaw(0))
    let rare = Law.mixture(try MixtureLaw([(80, nothing), (20, skewed)]))
    return [
      Sample("percentiles, positive", try Law(percentiles: [(0.1, 20), (0.5, 30), (0.9, 60)])),
      Sample("percentiles, of both signs", try Law(percentiles: [(0.05, -10), (0.3, 4), (0.5, 5), (0.95, 40)])),
      Sample("mixture", .mixture(try MixtureLaw([(1, normal), (2, skewed), (1, wear)]))),
      Sample("mixture with a gap", .mixture(try MixtureLaw([(0.5, wear), (0.5, uniform(10, 20))]))),
      Sample("mixture with a jump", rare, isContinuous: false),
      Sample("truncated on both sides", .truncated(try TruncatedLaw(normal, to: 4...9))),
      Sample("truncated below", .truncated(try TruncatedLaw(normal, to: 0 ... .infinity))),
      Sample("truncated above", .truncated(try TruncatedLaw(skewed, to: -.infinity...400))),
      Sample("truncated far out", .truncated(try TruncatedLaw(normal, to: 16...17)), resolution: 1e-11),
      Sample("truncated mixture", .truncated(try TruncatedLaw(rare, to: 0...300)), isContinuous: false),
    ]
  }

  static func uniform(_ low: Double, _ high: Double) throws -> Law {
    .uniform(try UniformLaw(low: low, high: high))
  }

  static func law(_ value: SciPyValues.Case) throws -> Law {
    guard let entry = LawCatalogue.entry(named: value.name) else { throw LawError("no such law") }
    return try entry.make(value.arguments)
  }
}
