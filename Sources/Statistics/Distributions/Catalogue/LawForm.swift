/// What every law of the catalogue can say of itself. Each has one file, with the same sections in the same order:
/// formula and source, parameters and their checks, quantile, cdf, density, mean, standard deviation.
///
/// Sampling is the same for all: the quantile of a keyed uniform. So a draw depends on nothing but its own uniform,
/// rises with it, and can be stratified or correlated without touching the law.
package protocol LawForm: Sendable, Equatable {
  /// The smallest x with P(X ≤ x) ≥ u: finite for 0 < u < 1, never falling. At 0 and 1 the ends of the range, which may
  /// be infinite; NaN outside.
  func quantile(_ u: Double) -> Double

  /// P(X ≤ x).
  func cdf(_ x: Double) -> Double

  /// The derivative of the distribution function; ∞ where a single value has a probability of its own.
  func density(_ x: Double) -> Double

  var mean: Double { get }
  var standardDeviation: Double { get }
}

extension LawForm {
  /// Draws for a row of uniforms. The rows may be the same one.
  func draw(_ uniforms: UnsafePointer<Double>, into values: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count {
      values[i] = quantile(uniforms[i])
    }
  }
}
