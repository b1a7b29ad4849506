import Statistics

/// Worlds weighted by how well they explain what was seen, the largest weights smoothed by the Pareto law that their tail
/// follows.
///
/// Source: Vehtari, Simpson, Gelman, Yao and Gabry, "Pareto smoothed importance sampling", Journal of Machine Learning
/// Research 25 (2024); the fit by Zhang and Stephens, Technometrics 51 (2009), doi:10.1198/tech.2009.08017.
package struct WorldWeights: Sendable {
  /// Sum 1.
  package let weights: [Double]
  /// The shape of the tail; nil where none could be fitted.
  package let shape: Double?
  /// Worth so many worlds of equal weight.
  package let effectiveWorlds: Double
  package let verdict: Verdict

  package enum Verdict: String, Sendable {
    case pass = "PASS"
    case review = "REVIEW"
    case fail = "FAIL"
    /// All worlds explain it equally well.
    case unchanged
  }

  package static func mostShape(worlds: Int) -> Double {
    min(1 - Elementary.log(10) / Elementary.log(Double(max(2, worlds))), 0.7)
  }

  static func tail(of worlds: Int) -> Int {
    let size = Double(worlds)
    return Int(min(size / 5, 3 * Elementary.squareRoot(size)).rounded(.up))
  }

  private static let leastTail = 5

  package init(logRatios: [Double]) {
    let top = logRatios.max() ?? 0
    let count = logRatios.count
    var logs = top.isFinite ? logRatios.map { $0 - top } : logRatios.map { _ in 0 }
    let order = logs.indices.sorted { (logs[$0], $0) < (logs[$1], $1) }
    let tail = Self.tail(of: count)
    var shape: Double?
    var isFlat = false
    if tail >= Self.leastTail, tail < count {
      let places = order[(count - tail)...]
      let values = places.map { logs[$0] }
      if values[tail - 1] - values[0] < Double.ulpOfOne / 100 {
        isFlat = logs[order[0]] == values[tail - 1]
      } else {
        let cutoff = Elementary.exp(logs[order[count - tail - 1]])
        let excess = values.map { Elementary.exp($0) - cutoff }
        if let fit = ParetoFit(excess) {
          shape = fit.shape
          for (rank, place) in places.enumerated() {
            let quantile = fit.quantile((Double(rank) + 0.5) / Double(tail)) + cutoff
            logs[place] = min(0, Elementary.log(quantile))
          }
        }
      }
    }
    weights = GridBelief.normalized(logs)
    effectiveWorlds = 1 / weights.reduce(0) { $0 + $1 * $1 }
    self.shape = shape
    verdict = Self.verdict(shape, effectiveWorlds, count, isFlat: isFlat)
  }

  private static func verdict(_ shape: Double?, _ effective: Double, _ worlds: Int, isFlat: Bool) -> Verdict {
    if isFlat { return .unchanged }
    guard let shape, shape <= mostShape(worlds: worlds), effective >= 100 else { return .fail }
    return shape <= 0.5 && effective >= 400 ? .pass : .review
  }

  // MARK: What the worlds then say

  package func mean(_ values: [Double]) -> Double { zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } }

  package func deviation(_ values: [Double]) -> Double {
    let mean = mean(values)
    return Elementary.squareRoot(zip(values, weights).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 })
  }

  package func quantiles(_ values: [Double]) -> Quantiles3 {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    let (sorted, ordered) = (order.map { values[$0] }, order.map { weights[$0] })
    return Quantiles3 { GridBelief.quantile($0, sorted, ordered) }
  }

  /// Spearman's, under the weights: of ranks that count the weight below.
  package func rankCorrelation(_ first: [Double], _ second: [Double]) -> Double {
    let (a, b) = (ranks(first), ranks(second))
    let (meanA, meanB) = (mean(a), mean(b))
    var product = 0.0
    for world in weights.indices { product += weights[world] * (a[world] - meanA) * (b[world] - meanB) }
    let scale = deviation(a) * deviation(b)
    return scale > 0 ? product / scale : 0
  }

  private func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var below = 0.0
    for place in order {
      ranks[place] = below + weights[place] / 2
      below += weights[place]
    }
    return ranks
  }
}

/// The generalized Pareto law of values above 0, sorted.
private struct ParetoFit {
  let shape: Double
  private let raw: Double
  private let scale: Double

  init?(_ values: [Double]) {
    let count = Double(values.count)
    let quartile = values[Int((count / 4 + 0.5).rounded(.down)) - 1]
    guard let last = values.last, quartile > 0, last > 0 else { return nil }
    let points = 30 + Int(Elementary.squareRoot(count))
    let thetas = (1...points).map { point in
      1 / last + (1 - Elementary.squareRoot(Double(points) / (Double(point) - 0.5))) / (3 * quartile)
    }
    func shape(_ theta: Double) -> Double {
      values.reduce(0) { $0 + Elementary.log1p(-theta * $1) } / count
    }
    let likelihoods = thetas.map { theta -> Double in
      let k = shape(theta)
      let ratio = -theta / k
      return ratio > 0 && ratio.isFinite ? count * (Elementary.log(ratio) - k - 1) : -.infinity
    }
    let weights = GridBelief.normalized(likelihoods)
    let theta = zip(thetas, weights).reduce(0) { $0 + $1.0 * $1.1 }
    raw = shape(theta)
    scale = -raw / theta
    // Pulled a little toward ½, as ten more values would.
    let adjusted = (raw * count + 5) / (count + 10)
    guard adjusted.isFinite, scale.isFinite else { return nil }
    self.shape = adjusted
  }

  func quantile(_ p: Double) -> Double {
    shape == 0
      ? -scale * Elementary.log1p(-p) : scale * Elementary.expm1(-shape * Elementary.log1p(-p)) / shape
  }
}
