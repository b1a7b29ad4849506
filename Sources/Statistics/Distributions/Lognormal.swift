/// e^(logMean + logDeviation · Z): positive, skewed, the law of prices and of days in transit.
package struct Lognormal: Sendable, Hashable {
  /// Mean of the logarithm.
  package let logMean: Double
  /// Standard deviation of the logarithm, ≥ 0.
  package let logDeviation: Double

  package init(logMean: Double, logDeviation: Double) {
    self.logMean = logMean
    self.logDeviation = logDeviation
  }

  package init(median: Double, logDeviation: Double) {
    self.init(logMean: Elementary.log(median), logDeviation: logDeviation)
  }

  /// From mean m and standard deviation s: σ² = ln(1 + s²/m²), μ = ln m − σ²/2.
  package init(mean: Double, standardDeviation: Double) {
    let ratio = standardDeviation / mean
    let variance = Elementary.log1p(ratio * ratio)
    self.init(logMean: Elementary.log(mean) - variance / 2, logDeviation: Elementary.squareRoot(variance))
  }

  /// From the 5th and the 95th percentile, both positive and in this order.
  package init(p05: Double, p95: Double) {
    let (low, high) = (Elementary.log(p05), Elementary.log(p95))
    self.init(logMean: (low + high) / 2, logDeviation: (high - low) / (2 * 1.644_853_626_951_472_7))
  }

  package var median: Double { Elementary.exp(logMean) }
  package var mean: Double { Elementary.exp(logMean + logDeviation * logDeviation / 2) }
  package var standardDeviation: Double {
    mean * Elementary.squareRoot(Elementary.expm1(logDeviation * logDeviation))
  }

  /// P(X ≤ x). With deviation 0 a step at the median.
  package func cdf(_ x: Double) -> Double { x > 0 ? Normal.cdf(standardized(x)) : 0 }

  /// P(X > x), accurate in the far tail.
  package func survival(_ x: Double) -> Double { x > 0 ? Normal.survival(standardized(x)) : 1 }

  /// Replaces each x of a row by P(X > x), bit for bit as `survival(_:)` has it, for a deviation above 0. Quickest where
  /// the row falls.
  package func survivals(_ row: UnsafeMutableBufferPointer<Double>) {
    // From the first that is no normal number above 0 on, one by one.
    let count = row.firstIndex { !($0 >= .leastNormalMagnitude && $0 < .infinity) } ?? row.count
    for i in count..<row.count { row[i] = survival(row[i]) }
    let plain = UnsafeMutableBufferPointer(rebasing: row[..<count])
    for i in plain.indices { plain[i] = (Elementary.logOfNormal(plain[i]) - logMean) / logDeviation }
    Normal.survivals(plain)
  }

  package func quantile(_ p: Double) -> Double {
    Elementary.exp(logMean + logDeviation * Normal.quantile(p))
  }

  /// E[max(X − x, 0)] = mean · Φ(σ − z) − x · Φ(−z), z the standardized logarithm of x: the value of a call option.
  ///
  /// Source: Black and Scholes, Journal of Political Economy 81 (1973), doi:10.1086/260062, equation 13.
  func expectedExcess(over x: Double) -> Double {
    guard x > 0 else { return mean - x }
    let z = standardized(x)
    return mean * Normal.cdf(logDeviation - z) - x * Normal.cdf(-z)
  }

  private func standardized(_ x: Double) -> Double {
    let distance = Elementary.log(x) - logMean
    guard logDeviation > 0 else { return distance >= 0 ? .infinity : -.infinity }
    return distance / logDeviation
  }
}
