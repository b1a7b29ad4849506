/// The distribution function of the gamma law of unit scale, P(a, x) = ∫₀ˣ tᵃ⁻¹e⁻ᵗ dt / Γ(a), and its inverse.
///
/// Source: DLMF chapter 8: the series 8.7.1 below x = a + 1, the continued fraction 8.9.2 above it. Quantiles are right
/// to about 1e-13 relative (less at extreme shapes), as the tests hold against SciPy.
struct IncompleteGamma: Sendable, Equatable {
  /// From 0.001 to 100 000: below, most of the law is smaller than any number; above, the series grow long.
  let shape: Double
  /// ln(√(a / 2π)) − δ(a).
  private let logFront: Double
  private let logGammaOfNext: Double

  init(shape a: Double) {
    shape = a
    let delta = Stirling.error(a)
    logFront = 0.5 * Elementary.log(a / 6.283_185_307_179_586) - delta
    // ln Γ(a + 1) = ln Γ(a) + ln a.
    logGammaOfNext = (a + 0.5) * Elementary.log(a) - a + 0.918_938_533_204_672_8 + delta
  }

  /// ln(xᵃ e⁻ˣ / Γ(a)): the density of ln X. For x > 0.
  func logDensityOfLog(_ x: Double) -> Double { logFront - Stirling.deviance(shape, x) }

  /// For finite x > 0.
  func logTails(_ x: Double) -> LogTails {
    let front = logDensityOfLog(x)
    return x < shape + 1
      ? LogTails(lower: front + Elementary.log(series(x) / shape))
      : LogTails(upper: front + Elementary.log(continuedFraction(x)))
  }

  /// 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …
  private func series(_ x: Double) -> Double {
    var (term, sum, a) = (1.0, 1.0, shape)
    while term > sum * 1e-17 {
      a += 1
      term *= x / a
      sum += term
    }
    return sum
  }

  /// Γ(a, x) / (xᵃe⁻ˣ), by Lentz's method (Numerical Recipes, section 5.2).
  private func continuedFraction(_ x: Double) -> Double {
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var value = d
    for i in 1...10_000 {
      let k = Double(i)
      let numerator = k * (shape - k)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      value *= c * d
      if (c * d - 1).magnitude < 1e-16 { break }
    }
    return value
  }

  /// The x with P(a, x) = p. 0 at 0, ∞ at 1, NaN outside.
  func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? 0 : p == 1 ? .infinity : .nan }
    // P(a, x) < xᵃ/Γ(a + 1) bounds ln x from below; so small an x meets the bound to the last digit.
    let logP = Elementary.log(p)
    let least = (logP + logGammaOfNext) / shape
    guard least > -40 else { return Elementary.exp(least) }
    let start = start(Normal.quantile(p))
    guard p > 0.5 else {
      let t = TailRoot.solve(target: logP, start: start, within: least...max(least, 800)) { t in
        let x = Elementary.exp(t)
        let tail = logTails(x).lower
        return (tail, Elementary.exp(logDensityOfLog(x) - tail))
      }
      return Elementary.exp(t)
    }
    let logQ = Elementary.log(1 - p)
    let t = TailRoot.solve(target: logQ, start: start, within: least...max(least, most(logQ))) { t in
      let x = Elementary.exp(t)
      let tail = logTails(x).upper
      return (tail, -Elementary.exp(logDensityOfLog(x) - tail))
    }
    return Elementary.exp(t)
  }

  /// ln X is nearly normal: its Cornish–Fisher expansion to the skewness.
  private func start(_ z: Double) -> Double {
    let (mean, variance, third) = Stirling.logCumulants(shape)
    return mean + Elementary.squareRoot(variance) * z + third / variance * (z * z - 1) / 6
  }

  /// An upper bound of ln x: P(X > a + √(2as) + s) ≤ e⁻ˢ.
  ///
  /// Source: Boucheron, Lugosi and Massart, "Concentration Inequalities" (2013), section 2.4,
  /// doi:10.1093/acprof:oso/9780199535255.001.0001.
  private func most(_ logQ: Double) -> Double {
    Elementary.log(shape + Elementary.squareRoot(-2 * shape * logQ) - logQ)
  }
}
