import Statistics

/// What is believed of a share, as a beta law: `a` successes and `b` failures.
package struct ShareBelief: Sendable {
  package let a: Double
  package let b: Double

  package init(a: Double, b: Double) { (self.a, self.b) = (max(a, Self.least), max(b, Self.least)) }

  /// A number that was stated, and how many trials that statement is worth.
  package init(_ share: Double, worth: Double) { self.init(a: share * worth, b: (1 - share) * worth) }

  private static let least = 1e-3

  package var mean: Double { a / (a + b) }
  package var deviation: Double { Elementary.squareRoot(a * b / (a + b + 1)) / (a + b) }

  /// After so many successes. Counts that come in clusters say less: they are divided by their dispersion.
  package func learning(_ successes: Double, of trials: Double, dispersion: Double = 1) -> ShareBelief {
    ShareBelief(a: a + successes / dispersion, b: b + max(0, trials - successes) / dispersion)
  }

  package func quantile(_ p: Double) -> Double {
    if let law = try? BetaLaw(alpha: a, beta: b) { return law.quantile(p) }
    // Beyond the reach of the beta function: a share of very many trials is a count over them, or normal.
    if a <= 100_000, let law = try? GammaLaw(shape: a, scale: 1 / (a + b)) { return min(1, law.quantile(p)) }
    return min(max(mean + deviation * Normal.quantile(p), 0), 1)
  }

  package var quantiles: Quantiles3 { Quantiles3(quantile) }

  /// How likely it was to see something as far from what was believed: twice the smaller tail, half of what was seen in it.
  package func surprise(_ successes: Int, of trials: Int) -> Double {
    let (n, front) = (Double(trials), LogGamma.beta(a, b))
    func chance(_ k: Int) -> Double {
      let k = Double(k)
      return Elementary.exp(LogGamma.choose(n, k) + LogGamma.beta(a + k, b + n - k) - front)
    }
    let below = (0..<max(0, min(successes, trials))).reduce(0) { $0 + chance($1) }
    return Surprise.midP(below: below, at: chance(min(successes, trials)))
  }
}

/// How surprising what was seen is.
package enum Surprise {
  /// Two-sided.
  static func midP(below: Double, at: Double) -> Double {
    let lower = below + at / 2
    return min(1, max(0, 2 * min(lower, 1 - lower)))
  }
}

/// The 5th, 50th and 95th percentile of something.
package struct Quantiles3: Sendable, Equatable {
  package var p5: Double
  package var p50: Double
  package var p95: Double

  package init(p5: Double, p50: Double, p95: Double) { (self.p5, self.p50, self.p95) = (p5, p50, p95) }

  init(_ quantile: (Double) -> Double) { self.init(p5: quantile(0.05), p50: quantile(0.5), p95: quantile(0.95)) }

  /// Moved out from the middle on the log scale.
  func stretched(by factor: Double) -> Quantiles3 {
    guard p5 > 0, p50 > 0 else { return self }
    return Quantiles3(
      p5: p50 * Elementary.pow(p5 / p50, factor), p50: p50, p95: p50 * Elementary.pow(p95 / p50, factor))
  }

  /// As wide as before, or wide enough for these, too.
  func holding(_ values: [Double]) -> Quantiles3 {
    Quantiles3(p5: min(p5, values.min() ?? p5), p50: p50, p95: max(p95, values.max() ?? p95))
  }

  func map(_ body: (Double) -> Double) -> Quantiles3 { Quantiles3(p5: body(p5), p50: body(p50), p95: body(p95)) }
}
