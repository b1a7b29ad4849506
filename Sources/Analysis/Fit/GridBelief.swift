package import Statistics

/// What a count teaches about a share with any law, on a grid of that law's own quantiles.
package struct GridBelief: Sendable {
  package static let points = 4096

  private let values: [Double]
  private let weights: [Double]

  package init(_ law: Law, successes: Double, of trials: Double) {
    values = (1...Self.points).map { law.quantile((Double($0) - 0.5) / Double(Self.points)) }
    let logs = values.map { value in
      value > 0 && value < 1
        ? successes * Elementary.log(value) + (trials - successes) * Elementary.log1p(-value)
        : (value == 0 && successes == 0) || (value == 1 && trials == successes) ? 0 : -.infinity
    }
    weights = Self.normalized(logs)
  }

  static func normalized(_ logs: [Double]) -> [Double] {
    guard let top = logs.max(), top > -.infinity else {
      return logs.map { _ in 1 / Double(max(1, logs.count)) }
    }
    let raw = logs.map { Elementary.exp($0 - top) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  package var mean: Double { zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } }

  package var deviation: Double {
    let mean = mean
    return Elementary.squareRoot(zip(values, weights).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 })
  }

  /// The first value up to which so much of the weight lies.
  package func quantile(_ p: Double) -> Double { Self.quantile(p, values, weights) }

  static func quantile(_ p: Double, _ sorted: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for (value, weight) in zip(sorted, weights) {
      sum += weight
      if sum >= p { return value }
    }
    return sorted.last ?? .nan
  }

  package var quantiles: Quantiles3 { Quantiles3(quantile) }

  package var effectivePoints: Double { 1 / weights.reduce(0) { $0 + $1 * $1 } }
  package var shareOfPrior: Double { effectivePoints / Double(Self.points) }

  /// Two-sided, under the law before anything was seen.
  package static func surprise(_ law: Law, _ successes: Int, of trials: Int) -> Double {
    let (k, n) = (Double(successes), Double(trials))
    let front = LogGamma.choose(n, k)
    var (below, at) = (0.0, 0.0)
    // A coarser grid does for a word.
    let count = 512
    for point in 1...count {
      let share = min(max(law.quantile((Double(point) - 0.5) / Double(count)), 1e-12), 1 - 1e-12)
      at += Elementary.exp(front + k * Elementary.log(share) + (n - k) * Elementary.log1p(-share))
      below += Binomials.below(successes, of: trials, share)
    }
    return Surprise.midP(below: below / Double(count), at: at / Double(count))
  }
}

private enum Binomials {
  /// The chance of fewer successes.
  static func below(_ successes: Int, of trials: Int, _ share: Double) -> Double {
    guard successes > 0 else { return 0 }
    return 1 - ShareBelief(a: Double(successes), b: Double(trials - successes + 1)).below(share)
  }
}

extension ShareBelief {
  /// The chance of a share below this one.
  fileprivate func below(_ share: Double) -> Double {
    if let law = try? BetaLaw(alpha: a, beta: b) { return law.cdf(share) }
    return Normal.cdf((share - mean) / deviation)
  }
}
