/// An interval of a weighted sum of quantiles, or of quantiles and means, of the same worlds.
///
/// How many worlds lie below each of several quantiles is about normal, correlated as the worlds are that lie below two of
/// them (Siddiqui, "Distribution of quantiles in samples from a bivariate population", Journal of Research of the
/// National Bureau of Standards 64B (1960)). The interval is that of the profile likelihood: the least and the greatest
/// sum over the ellipsoid of scores whose distance from the sample is at most 1.96 at 95 % (Venzon and Moolgavkar, "A
/// method for computing profile-likelihood-based confidence intervals", Applied Statistics 37 (1988), 87–94). With
/// straight curves that is the sum ± 1.96 standard errors; it holds beside cliffs, too, where there is no density and so
/// no standard error.
///
/// Half a world more in the variance of each number, which the others do not share, keeps the interval open where no world
/// lies on different sides: as the two pseudo-worlds do for shares.
package enum JointInterval {
  package struct Term: Sendable {
    package enum Curve: Sendable {
      case quantile(QuantileBand)
      case mean(Double, standardError: Double)
    }

    let weight: Double
    let curve: Curve
    /// What each world adds to the number of worlds below the quantile, or takes from the mean; about 0 on average.
    let scores: [Double]

    package init(weight: Double, _ curve: Curve, scores: [Double]) {
      self.weight = weight
      self.curve = curve
      self.scores = scores
    }
  }

  /// - Parameters:
  ///   - terms: one or more; the scores of all are of the same worlds.
  ///   - score: 1.96 for 95 %.
  /// - Returns: nil where the correlations are no numbers.
  package static func of(_ terms: [Term], score: Double) -> ClosedRange<Double>? {
    guard !terms.isEmpty, let factor = correlations(terms).choleskyRows() else { return nil }
    var (low, high) = (Double.infinity, -Double.infinity)
    for direction in directions(terms, factor) {
      var (least, most) = (0.0, 0.0)
      for (term, row) in zip(terms, factor) {
        let ends = term.curve.values(at: score * zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 })
        least += term.weight * (term.weight > 0 ? ends.low : ends.high)
        most += term.weight * (term.weight > 0 ? ends.high : ends.low)
      }
      low = min(low, least)
      high = max(high, most)
    }
    return low <= high ? low...high : nil
  }

  private static func correlations(_ terms: [Term]) -> SymmetricMatrix {
    let variances = terms.map { term -> Double in
      let squares = term.scores.reduce(0) { $0 + $1 * $1 }
      if case .quantile = term.curve { return squares + 0.5 }
      return squares
    }
    return SymmetricMatrix(count: terms.count) { i, j in
      if i == j { return 1 }
      let product = zip(terms[i].scores, terms[j].scores).reduce(0) { $0 + $1.0 * $1.1 }
      let scale = Elementary.squareRoot(variances[i] * variances[j])
      return scale > 0 ? product / scale : 0
    }
  }

  private static let steps = 256
  private static let samples = 2_048

  /// Points of the unit sphere: all around for two terms; for more of them many in no order. And the two in which straight
  /// curves would reach furthest.
  private static func directions(_ terms: [Term], _ factor: [[Double]]) -> [[Double]] {
    let count = terms.count
    let steepest = (0..<count).map { column in
      zip(terms, factor).reduce(0) { sum, item in
        sum + item.0.weight * item.0.curve.slope * (column < item.1.count ? item.1[column] : 0)
      }
    }
    var points = [steepest, steepest.map { -$0 }].compactMap(unit)
    if points.isEmpty { points = [1, -1].map { [$0] + [Double](repeating: 0, count: count - 1) } }
    if count == 2 {
      points += (0..<steps).map { step in
        let (sine, cosine) = Elementary.sinCosOfTurns(Double(step) / Double(steps))
        return [cosine, sine]
      }
    } else if count > 2 {
      // The words are not those of any simulated world: the name is no stream of the engine's.
      let stream = Stream(seed: 0, name: "statistics.directions")
      points += (0..<samples).compactMap { sample in
        unit((0..<count).map { Normal.quantile(Uniform.double(stream.word(path: sample, day: $0))) })
      }
    }
    return points
  }

  private static func unit(_ vector: [Double]) -> [Double]? {
    let length = Elementary.squareRoot(vector.reduce(0) { $0 + $1 * $1 })
    return length > 0 && length.isFinite ? vector.map { $0 / length } : nil
  }
}

extension JointInterval.Term.Curve {
  fileprivate func values(at score: Double) -> (low: Double, high: Double) {
    switch self {
    case .quantile(let band): return band.values(at: score)
    case .mean(let mean, let error):
      let value = mean + score * error
      return (value, value)
    }
  }

  /// By how much the figure changes with its score.
  fileprivate var slope: Double {
    switch self {
    case .quantile(let band): band.slope
    case .mean(_, let error): error
    }
  }
}
