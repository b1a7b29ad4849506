/// The logarithms of P(X ≤ x) and P(X > x): far out in a tail the smaller one keeps its digits, where 1 − p would not.
struct LogTails {
  let lower: Double
  let upper: Double

  init(lower: Double) {
    self.lower = min(lower, 0)
    upper = Self.complement(self.lower)
  }

  init(upper: Double) {
    self.upper = min(upper, 0)
    lower = Self.complement(self.upper)
  }

  /// ln(1 − eˡ) for l ≤ 0, by whichever of two forms does not cancel.
  ///
  /// Source: Mächler, "Accurately computing log(1 − exp(−|a|))" (2012), the vignette of the R package Rmpfr.
  private static func complement(_ l: Double) -> Double {
    l > -0.693 ? Elementary.log(-Elementary.expm1(l)) : Elementary.log1p(-Elementary.exp(l))
  }
}

/// Finds where a tail has a given probability, for a law whose density in t is log-concave.
///
/// Then its distribution and survival functions are log-concave, too (Bagnoli and Bergstrom, Economic Theory 26 (2005),
/// doi:10.1007/s00199-004-0514-4, theorems 1 and 3), and Newton's method on the logarithm of the tail converges from
/// everywhere: after one step it approaches the root from the thin side and never crosses it again. The logarithm of a
/// gamma and the logit of a beta variable are such laws for all shapes.
enum TailRoot {
  /// The t in `bounds` with ln tail(t) = `target`.
  /// - Parameters:
  ///   - start: the nearer to the root, the fewer steps.
  ///   - tail: ln tail(t) and its derivative.
  @inline(__always)
  static func solve(
    target: Double, start: Double, within bounds: ClosedRange<Double>,
    tail: (Double) -> (log: Double, slope: Double)
  ) -> Double {
    var t = min(max(start, bounds.lowerBound), bounds.upperBound)
    // Six steps are the rule; the limit only bounds the time that rounding could cost.
    for _ in 0..<100 {
      let (log, slope) = tail(t)
      let excess = log - target
      let next = min(max(t - excess / slope, bounds.lowerBound), bounds.upperBound)
      // The error left after a step is about half the square of the excess, below rounding from here on.
      if !(excess.magnitude > 1e-8) || next == t { return next.isNaN ? t : next }
      t = next.isNaN ? t : next
    }
    return t
  }
}
