package import Scenarios
package import Simulation
package import Statistics

/// Months as they were, laid over the worlds of a run that was made before them.
package struct Track: Sendable {
  package struct Cell: Sendable {
    package let month: String
    package let figure: String
    package let actual: Double
    package let p5, p25, p50, p75, p95: Double
    package let percentile: Double

    package init(month: String, figure: String, actual: Double, worlds: [Double]) {
      (self.month, self.figure, self.actual) = (month, figure, actual)
      let quantiles = Quantiles.of(worlds, at: [0.05, 0.25, 0.5, 0.75, 0.95])
      (p5, p25, p50, p75, p95) = (quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4])
      percentile = RankedScore.percentile(of: actual, among: worlds)
    }

    package var isOutside: Bool { actual < p5 || actual > p95 }
    package var word: Word { Word(percentile: percentile) }
  }

  package enum Word: Sendable, Equatable {
    case onPlan
    case ahead(beyondLuck: Bool)
    case behind(beyondLuck: Bool)

    package init(percentile: Double) {
      let apart = percentile - 0.5
      // A boundary that is met belongs to the milder word, whatever the last bit of the difference.
      let way = apart.magnitude - 1e-12
      self = way <= 0.25 ? .onPlan : apart > 0 ? .ahead(beyondLuck: way > 0.45) : .behind(beyondLuck: way > 0.45)
    }
  }

  /// A figure summed over all months, or at the end of the last.
  package struct Total: Sendable {
    package let cell: Cell
    /// The part of the spread that no knowledge of the drawn numbers would take away; nil where nothing is drawn.
    package let luck: Double?

    package init(_ cell: Cell, luck: Double?) { (self.cell, self.luck) = (cell, luck) }
  }

  package let cells: [Cell]
  package let totals: [Total]

  package init(cells: [Cell], totals: [Total]) { (self.cells, self.totals) = (cells, totals) }

  package var outside: Int { cells.count(where: \.isOutside) }
  package var expectedOutside: Double { Double(cells.count) * 0.1 }

  /// The variance of worlds around the plans of their own numbers, as a share of their variance.
  package static func luck(_ worlds: [Double], ownPlans: [Double]) -> Double? {
    let all = variance(worlds)
    guard all > 0, worlds.count == ownPlans.count else { return nil }
    return variance(zip(worlds, ownPlans).map { $0 - $1 }) / all
  }

  private static func variance(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
  }

  /// The plan of each world: its drawn numbers, without chance.
  /// - Parameter paths: of the run that these are the first worlds of.
  package static func ownPlans(
    _ scenario: Scenario, seed: UInt64, worlds: Int, of paths: Int, sampling: ParameterSampling
  ) -> [Outcome]? {
    let draws = ParameterDraws(scenario, seed: seed, paths: paths, sampling: sampling)
    guard !draws.isCertain else { return nil }
    var plans: [Outcome] = []
    draws.eachWorld { world in
      if plans.count < worlds { plans.append(Program(world, seed: seed).plan()) }
    }
    return plans
  }
}
