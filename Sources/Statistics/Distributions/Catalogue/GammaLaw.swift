/// Positive and skewed with density x^(shape − 1) e^(−x/scale) / (Γ(shape) scale^shape): the waiting time for `shape`
/// events that come one per `scale`. Mean shape · scale.
///
/// Source: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" 1, 2nd ed. (1994), chapter 17; the
/// functions in `IncompleteGamma`.
package struct GammaLaw: LawForm {
  package let scale: Double
  private let function: IncompleteGamma

  /// - Parameter shape: from 0.001 to 100 000.
  package init(shape: Double, scale: Double) throws(LawError) {
    try LawError.check(shape, "the shape", in: 0.001...100_000)
    try LawError.check(positive: scale, "the scale")
    self.scale = scale
    function = IncompleteGamma(shape: shape)
  }

  package var shape: Double { function.shape }

  package func quantile(_ u: Double) -> Double { scale * function.quantile(u) }

  package func cdf(_ x: Double) -> Double {
    let ratio = x / scale
    if ratio <= 0 { return 0 }
    if ratio == .infinity { return 1 }
    return Elementary.exp(function.logTails(ratio).lower)
  }

  package func density(_ x: Double) -> Double {
    guard x >= 0, x < .infinity else { return 0 }
    if x == 0 { return shape < 1 ? .infinity : shape == 1 ? 1 / scale : 0 }
    return Elementary.exp(function.logDensityOfLog(x / scale)) / x
  }

  package var mean: Double { shape * scale }
  package var standardDeviation: Double { Elementary.squareRoot(shape) * scale }
}
