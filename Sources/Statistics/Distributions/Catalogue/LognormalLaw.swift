/// median · e^(sigma · Z), Z standard normal: positive and skewed, what many factors multiplied come to (`Lognormal`).
package struct LognormalLaw: LawForm {
  private let law: Lognormal

  /// - Parameter sigma: standard deviation of the logarithm, in (0, 10]; small ones are near the relative spread.
  package init(median: Double, sigma: Double) throws(LawError) {
    try LawError.check(positive: median, "the median")
    try self.init(logMedian: Elementary.log(median), sigma: sigma)
  }

  init(logMedian: Double, sigma: Double) throws(LawError) {
    try LawError.check(positive: sigma, "sigma")
    try LawError.check(sigma, "sigma", in: 0...Self.largestSigma)
    law = Lognormal(logMean: logMedian, logDeviation: sigma)
  }

  /// Beyond it, mean and spread would leave the range of doubles.
  static let largestSigma = 10.0

  package var median: Double { law.median }
  package var sigma: Double { law.logDeviation }

  package func quantile(_ u: Double) -> Double { law.quantile(u) }
  package func cdf(_ x: Double) -> Double { law.cdf(x) }
  package func density(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return Normal.density((Elementary.log(x) - law.logMean) / sigma) / (x * sigma)
  }

  package var mean: Double { law.mean }
  package var standardDeviation: Double { law.standardDeviation }
}
