/// A density that rises in a straight line from `low` to `mode` and falls to `high`.
///
/// Source: Kotz and van Dorp, "Beyond Beta" (2004), chapter 1, doi:10.1142/5720.
package struct TriangularLaw: LawForm {
  package let low: Double
  package let mode: Double
  package let high: Double

  package init(low: Double, mode: Double, high: Double) throws(LawError) {
    try LawError.check(mode: mode, between: low, and: high)
    (self.low, self.mode, self.high) = (low, mode, high)
  }

  private var width: Double { high - low }
  private var left: Double { mode - low }
  private var right: Double { high - mode }

  /// Left of the mode low + √(u · width · left); right of it high − √((1 − u) · width · right), written as a distance
  /// from the mode, which does not cancel.
  package func quantile(_ u: Double) -> Double {
    guard u >= 0, u <= 1 else { return .nan }
    let beyond = u * width - left
    guard beyond > 0 else { return min(low + Elementary.squareRoot(u * width * left), mode) }
    let root = Elementary.squareRoot((1 - u) * width * right)
    return min(mode + right * (beyond / (right + root)), high)
  }

  package func cdf(_ x: Double) -> Double {
    if x <= low { return 0 }
    if x >= high { return 1 }
    guard x > mode else { return (x - low) / width * ((x - low) / left) }
    let beyond = x - mode
    return left / width + beyond / width * (1 + (right - beyond) / right)
  }

  package func density(_ x: Double) -> Double {
    guard x >= low, x <= high else { return 0 }
    if x == mode { return 2 / width }
    return x < mode ? 2 / width * ((x - low) / left) : 2 / width * ((high - x) / right)
  }

  package var mean: Double { low + (left + width) / 3 }

  package var standardDeviation: Double {
    return Elementary.squareRoot((left * left + left * right + right * right) / 18)
  }
}
