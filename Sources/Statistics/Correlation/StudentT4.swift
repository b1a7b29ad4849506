/// Student's t distribution with 4 degrees of freedom, in closed form.
///
/// With s = t/√(4 + t²): F = ½ + ¾s − ¼s³. Source: Shaw, "Sampling Student's T distribution – use of the inverse
/// cumulative distribution function", Journal of Computational Finance 9 (2006), doi:10.21314/JCF.2006.150, section 2.
package enum StudentT4 {
  /// P(T ≤ t), with its relative accuracy kept in the lower tail.
  package static func cdf(_ t: Double) -> Double {
    guard !t.isNaN else { return t }
    let tail = lowerTail(t.magnitude)
    return t < 0 ? tail : 1 - tail
  }

  /// With e = 1 + s the tail is e²(3 − e)/4, free of cancellation.
  private static func lowerTail(_ magnitude: Double) -> Double {
    let square = magnitude * magnitude
    guard square < .infinity else { return 0 }
    let s = magnitude / Elementary.squareRoot(4 + square)
    let e = 4 / (4 + square) / (1 + s)
    return e * e * (3 - e) / 4
  }

  /// The t with P(T ≤ t) = p. −∞ at 0, ∞ at 1, NaN outside.
  package static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return Normal.quantile(p) }
    let tail = min(p, 1 - p)
    // Newton's method from below the root of a convex function: quadratic, at most five steps for tails up to ½.
    var e = Elementary.squareRoot(4 * tail / 3)
    for _ in 0..<6 {
      e -= (e * e * (3 - e) - 4 * tail) / (3 * e * (2 - e))
    }
    let magnitude = 2 * (1 - e) / Elementary.squareRoot(e * (2 - e))
    return p < 0.5 ? -magnitude : magnitude
  }
}
