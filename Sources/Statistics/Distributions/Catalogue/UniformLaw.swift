/// Every value from `low` to `high` alike: density 1/(high − low).
package struct UniformLaw: LawForm {
  package let low: Double
  package let high: Double

  package init(low: Double, high: Double) throws(LawError) {
    try LawError.check(low, "the lowest value", below: high, "the highest value")
    (self.low, self.high) = (low, high)
  }

  package func quantile(_ u: Double) -> Double {
    guard u >= 0, u <= 1 else { return .nan }
    return min(low + u * (high - low), high)
  }

  package func cdf(_ x: Double) -> Double { min(max((x - low) / (high - low), 0), 1) }
  package func density(_ x: Double) -> Double { x >= low && x <= high ? 1 / (high - low) : 0 }
  package var mean: Double { low + (high - low) / 2 }
  /// (high − low)/√12.
  package var standardDeviation: Double { (high - low) * 0.288_675_134_594_812_9 }
}
