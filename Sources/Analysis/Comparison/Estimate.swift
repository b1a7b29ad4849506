import Statistics

/// A figure of a run, with what is known of its error, world by world.
///
/// Of shares, means and spreads it is the influence of each world: by how much it moves the figure, times the number of
/// worlds. The influences of a sum of figures are the sums of theirs, so that what two runs of the same worlds share
/// cancels. Source: Hampel, "The influence curve and its role in robust estimation", Journal of the American Statistical
/// Association 69 (1974), doi:10.1080/01621459.1974.10482962.
///
/// Of quantiles it is where they may lie (`QuantileBand`), and which worlds lie below: beside atoms and cliffs, which
/// worlds that have run out of money are, no density is there that would make influences of them.
package struct Estimate: Sendable {
  /// What is known of the error. Each list has a number per world, their mean near 0.
  enum Basis: Sendable {
    case influences([Double])
    case band(QuantileBand, below: [Double])

    /// Of how many worlds.
    var count: Int {
      switch self {
      case .influences(let values), .band(_, let values): values.count
      }
    }
  }

  /// NaN when no world has the figure.
  package let value: Double
  /// Nil when there are too few worlds to tell.
  let basis: Basis?
  package let isShare: Bool
  /// What it is a figure of.
  let column: [Double]

  /// The share of worlds whose value is 1; all others are 0.
  package init(shareOf column: [Double]) {
    // A count over a count, as the share of one run is: a sum in steps may end a last bit beside it, and print otherwise.
    let share = column.reduce(0, +) / Double(column.count)
    value = share
    basis = column.isEmpty ? nil : .influences(column.map { $0 - share })
    isShare = true
    self.column = column
  }

  /// A statistic of the worlds' values.
  ///
  /// - Parameters:
  ///   - column: a value per world; NaN in worlds that have none, which then count only by how many they are.
  ///   - worse: which end of the values is the bad one, for the mean of the worst.
  package init(_ statistic: Measure.Statistic, of column: [Double], worse: TailMean.Side = .low) {
    isShare = false
    self.column = column
    let present = column.filter { !$0.isNaN }
    guard !present.isEmpty else {
      (value, basis) = (.nan, nil)
      return
    }
    // Figures over some of the worlds are ratios of two sums over all: the others contribute nothing.
    let scale = Double(column.count) / Double(present.count)
    switch statistic {
    case .mean:
      let mean = Moments(present).mean
      value = mean
      basis = present.count > 1 ? .influences(column.map { $0.isNaN ? 0 : scale * ($0 - mean) }) : nil
    case .sd:
      let moments = Moments(present)
      let (mean, sd) = (moments.mean, moments.standardDeviation)
      value = sd
      basis =
        sd > 0
        ? .influences(column.map { $0.isNaN ? 0 : scale * (($0 - mean) * ($0 - mean) / sd - sd) / 2 }) : nil
    case .p5, .p25, .p50, .p75, .p95:
      let p = statistic.probability ?? 0.5
      let quantile = Quantiles.of(present, at: [p])[0]
      value = quantile
      basis = QuantileBand(present, probability: p, confidence: Precision.confidence).map { band in
        .band(band, below: column.map { $0.isNaN ? 0 : ($0 <= quantile ? 1 : 0) - p })
      }
    case .cvar5:
      let tail = TailMean(present, worst: 0.05, worse)
      value = tail.mean
      // Of few worlds the worst 5 % are one or none: it has no spread, and yet is not exact.
      let isKnown = Precision.tellsOfTails(worlds: present.count)
      basis = isKnown ? .influences(column.map { $0.isNaN ? 0 : scale * tail.influence(of: $0) }) : nil
    }
  }

  /// The 95 % interval of the figure alone; nil when there are too few worlds to tell. Where all worlds agree it has no width.
  package var interval: ClosedRange<Double>? {
    switch basis {
    case .influences(let influences):
      guard influences.contains(where: { $0 != 0 }) else { return value...value }
      return SkewedMean.interval(of: influences, confidence: Precision.confidence).map {
        min($0.lowerBound + value, value)...max($0.upperBound + value, value)
      }
    case .band(let band, _): return band.ends
    case nil: return nil
    }
  }

  /// Nil when there are too few worlds to tell.
  package var standardError: Double? {
    switch basis {
    case .influences(let influences):
      let error = Moments(influences).standardError
      return error.isFinite ? error : nil
    case .band(let band, _): return (band.ends.upperBound - band.ends.lowerBound) / (2 * Precision.normalScore)
    case nil: return nil
    }
  }
}
