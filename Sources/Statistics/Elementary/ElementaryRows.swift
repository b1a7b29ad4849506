import CRows

// Rows of floats. Source and destination must not overlap.

extension Elementary {
  /// eˣ within 2 ulp. Below −87.33 and above 88.72, where floats end, x counts as that bound: never 0 or ∞.
  ///
  /// Source of reduction and coefficients: Moshier's Cephes library, `expf`.
  package static func expRow(
    _ x: UnsafePointer<Float>, into results: UnsafeMutablePointer<Float>, count: Int
  ) {
    crows_exp(x, results, count)
  }

  /// ln x within 2 ulp for x > 0. Everything below the least normal float, 2⁻¹²⁶, counts as it; NaN and ∞ give no sense.
  ///
  /// Source of coefficients: Moshier's Cephes library, `logf`.
  package static func logRow(
    _ x: UnsafePointer<Float>, into results: UnsafeMutablePointer<Float>, count: Int
  ) {
    crows_log(x, results, count)
  }
}
