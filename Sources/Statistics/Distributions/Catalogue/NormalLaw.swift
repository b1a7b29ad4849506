/// The bell curve: mean + standardDeviation · Z, Z standard normal (`Normal`).
package struct NormalLaw: LawForm {
  package let mean: Double
  package let standardDeviation: Double

  package init(mean: Double, standardDeviation: Double) throws(LawError) {
    try LawError.check(mean, "the mean")
    try LawError.check(positive: standardDeviation, "the standard deviation")
    (self.mean, self.standardDeviation) = (mean, standardDeviation)
  }

  package func quantile(_ u: Double) -> Double { mean + standardDeviation * Normal.quantile(u) }
  package func cdf(_ x: Double) -> Double { Normal.cdf((x - mean) / standardDeviation) }
  package func density(_ x: Double) -> Double {
    Normal.density((x - mean) / standardDeviation) / standardDeviation
  }
}
