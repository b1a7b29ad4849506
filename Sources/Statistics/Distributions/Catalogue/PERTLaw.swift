/// Lowest, most likely and highest value as planners give them: a beta law stretched over low…high whose mean is
/// (low + 4 · mode + high)/6. Smoother than a triangle, and less often near the ends.
///
/// alpha = 1 + 4(mode − low)/(high − low), beta = 1 + 4(high − mode)/(high − low). Source: Malcolm, Roseboom, Clark and
/// Fazar, Operations Research 7 (1959), doi:10.1287/opre.7.5.646; the form with weight 4: Vose, "Risk Analysis", 3rd
/// ed. (2008).
package struct PERTLaw: LawForm {
  package let low: Double
  package let mode: Double
  package let high: Double
  private var share: BetaLaw

  package init(low: Double, mode: Double, high: Double) throws(LawError) {
    try LawError.check(mode: mode, between: low, and: high)
    (self.low, self.mode, self.high) = (low, mode, high)
    let rise = (mode - low) / (high - low)
    share = try BetaLaw(alpha: 1 + 4 * rise, beta: 1 + 4 * (1 - rise))
  }

  var readyToDraw: PERTLaw {
    var ready = self
    ready.share = share.readyToDraw
    return ready
  }

  private var width: Double { high - low }

  package func quantile(_ u: Double) -> Double { min(low + width * share.quantile(u), high) }
  package func cdf(_ x: Double) -> Double { share.cdf((x - low) / width) }
  package func density(_ x: Double) -> Double { share.density((x - low) / width) / width }
  package var mean: Double { low + width * share.mean }
  package var standardDeviation: Double { width * share.standardDeviation }
}
