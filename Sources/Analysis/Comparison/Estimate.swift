import Statistics

/// A figure of a run, with what each world contributes to its error.
///
/// The influence of a world is by how much it moves the figure, times the number of worlds; so the figure's standard
/// error is the spread of the influences over √n, and that of a difference of figures is the spread of the differences of
/// influences, world by world. What two runs of the same worlds share cancels there, whatever the figures are.
///
/// Source: Hampel, "The influence curve and its role in robust estimation", Journal of the American Statistical
/// Association 69 (1974), doi:10.1080/01621459.1974.10482962; for quantiles Bahadur, The Annals of Mathematical Statistics
/// 37 (1966), doi:10.1214/aoms/1177699450.
package struct Estimate: Sendable {
  /// NaN when no world has the figure.
  package let value: Double
  /// A value per world, their mean near 0; nil when there are too few worlds to tell.
  let influence: [Double]?
  let isShare: Bool

  /// The share of worlds whose value is 1; all others are 0.
  package init(shareOf column: [Double]) {
    // A count over a count, as the share of one run is: a sum in steps may end a last bit beside it, and print otherwise.
    let share = column.reduce(0, +) / Double(column.count)
    value = share
    influence = column.isEmpty ? nil : column.map { $0 - share }
    isShare = true
  }

  /// A statistic of the worlds' values.
  ///
  /// - Parameters:
  ///   - column: a value per world; NaN in worlds that have none, which then count only by how many they are.
  ///   - worse: which end of the values is the bad one, for the mean of the worst.
  package init(_ statistic: Measure.Statistic, of column: [Double], worse: TailMean.Side = .low) {
    isShare = false
    let present = column.filter { !$0.isNaN }
    guard !present.isEmpty else {
      (value, influence) = (.nan, nil)
      return
    }
    // Figures over some of the worlds are ratios of two sums over all: the others contribute nothing.
    let scale = Double(column.count) / Double(present.count)
    switch statistic {
    case .mean:
      let mean = Moments(present).mean
      value = mean
      influence = present.count > 1 ? column.map { $0.isNaN ? 0 : scale * ($0 - mean) } : nil
    case .sd:
      let moments = Moments(present)
      let (mean, sd) = (moments.mean, moments.standardDeviation)
      value = sd
      influence = sd > 0 ? column.map { $0.isNaN ? 0 : scale * (($0 - mean) * ($0 - mean) / sd - sd) / 2 } : nil
    case .p5, .p25, .p50, .p75, .p95:
      let p = statistic.probability ?? 0.5
      let quantile = Quantiles.of(present, at: [p])[0]
      value = quantile
      influence = Self.sparsity(present, p).map { sparsity in
        column.map { $0.isNaN ? 0 : scale * sparsity * (p - ($0 <= quantile ? 1 : 0)) }
      }
    case .cvar5:
      let tail = TailMean(present, worst: 0.05, worse)
      value = tail.mean
      // Of few worlds the worst 5 % are one or none: it has no spread, and yet is not exact.
      let isKnown = Precision.tellsOfTails(worlds: present.count)
      influence = isKnown ? column.map { $0.isNaN ? 0 : scale * tail.influence(of: $0) } : nil
    }
  }

  /// Nil when there are too few worlds to tell.
  package var standardError: Double? {
    influence.map { Moments($0).standardError }.flatMap { $0.isFinite ? $0 : nil }
  }

  /// 1 over the density at the quantile: how far apart the order statistics lie that enclose it with 95 %, over the share
  /// of the worlds between them (Bloch and Gastwirth, The Annals of Mathematical Statistics 39 (1968), 1083–1085). Nil when the worlds are too few for that.
  private static func sparsity(_ values: [Double], _ p: Double) -> Double? {
    let confidence = Precision.confidence
    guard let ranks = QuantileInterval.ranks(count: values.count, probability: p, confidence: confidence),
      let ends = QuantileInterval.of(values, probability: p, confidence: confidence), ranks.count > 1
    else { return nil }
    return (ends.upperBound - ends.lowerBound) * Double(values.count) / Double(ranks.count - 1)
  }
}
