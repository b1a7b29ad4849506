/// The distribution function of the beta law, I(a, b, x) = ∫₀ˣ tᵃ⁻¹(1 − t)ᵇ⁻¹ dt / B(a, b), and its inverse.
///
/// Source: the continued fraction DLMF 8.17.22. Quantiles are right to about 1e-13 relative (less at extreme shapes),
/// as the tests hold against SciPy.
struct IncompleteBeta: Sendable, Equatable {
  /// Both shapes from 0.001 to 100 000.
  let a: Double
  let b: Double
  /// ln √(ab / 2π(a + b)) + δ(a + b) − δ(a) − δ(b).
  private let logFront: Double
  /// ln B(a, b).
  private let logBeta: Double

  init(_ a: Double, _ b: Double) {
    (self.a, self.b) = (a, b)
    let n = a + b
    let delta = Stirling.error(n) - Stirling.error(a) - Stirling.error(b)
    logFront = 0.5 * (Elementary.log(a) + Elementary.log(b / n / 6.283_185_307_179_586)) + delta
    // At the point x = a/n the deviances vanish.
    logBeta = -a * Elementary.log1p(b / a) - b * Elementary.log1p(a / b) - logFront
  }

  /// ln(xᵃ yᵇ / B(a, b)), y = 1 − x: the density of the logit of X. For x and y > 0.
  func logDensityOfLogit(_ x: Double, _ y: Double) -> Double {
    let n = a + b
    return logFront - Stirling.deviance(a, n * x) - Stirling.deviance(b, n * y)
  }

  /// For x and y = 1 − x, both > 0.
  func logTails(_ x: Double, _ y: Double) -> LogTails {
    let front = logDensityOfLogit(x, y)
    // On this side of the mean the fraction needs the fewest terms.
    return x * (a + b + 2) < a + 1
      ? LogTails(lower: front + Elementary.log(Self.continuedFraction(a, b, x) / a))
      : LogTails(upper: front + Elementary.log(Self.continuedFraction(b, a, y) / b))
  }

  /// I(a, b, x) · a B(a, b) / (xᵃ yᵇ), by Lentz's method (Numerical Recipes, section 6.4).
  private static func continuedFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var value = d
    for i in 1...10_000 {
      let m = Double(i)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      value *= d * c
      if (d * c - 1).magnitude < 1e-16 { break }
    }
    return value
  }

  @inline(__always)
  private static func nonzero(_ x: Double) -> Double { x.magnitude < 1e-300 ? 1e-300 : x }

  /// The x with I(a, b, x) = p. 0 at 0, 1 at 1, NaN outside.
  func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? 0 : p == 1 ? 1 : .nan }
    guard p > 0.5 else { return lowerRoot(Elementary.log(p), start: start(p)).x }
    // The upper tail of X is the lower tail of 1 − X, a beta variable with the shapes exchanged.
    return mirrored.lowerRoot(Elementary.log(1 - p), start: -start(p)).y
  }

  /// The quantile x at u = Φ(z), and 1 − x, both to the last digits. For shapes from 0.5.
  func sides(normal z: Double) -> (x: Double, y: Double) {
    let u = Normal.cdf(-z.magnitude)
    guard z > 0 else { return lowerRoot(Elementary.log(u), start: start(u)) }
    let (y, x) = mirrored.lowerRoot(Elementary.log(u), start: mirrored.start(u))
    return (x, y)
  }

  private var mirrored: IncompleteBeta { IncompleteBeta(mirroring: self) }

  private init(mirroring other: IncompleteBeta) {
    (a, b, logFront, logBeta) = (other.b, other.a, other.logFront, other.logBeta)
  }

  /// The x and 1 − x at which the logarithm of the lower tail is `logP`.
  private func lowerRoot(_ logP: Double, start: Double) -> (x: Double, y: Double) {
    // I(a, b, x) < eᵃᵗ/(a B(a, b)), t the logit of x, bounds t from below; so small an x meets the bound to the last
    // digit.
    let least = (logP + Elementary.log(a) + logBeta) / a
    guard least > -50 else { return (Elementary.exp(least), 1) }
    let t = TailRoot.solve(target: logP, start: start, within: least...max(least, 800)) { t in
      let (x, y) = Self.sides(t)
      let tail = logTails(x, y).lower
      return (tail, Elementary.exp(logDensityOfLogit(x, y) - tail))
    }
    return Self.sides(t)
  }

  /// 1/(1 + e⁻ᵗ) and 1/(1 + eᵗ), both to the last digit.
  static func sides(_ t: Double) -> (x: Double, y: Double) {
    let small = Elementary.exp(-t.magnitude)
    let (less, more) = (small / (1 + small), 1 / (1 + small))
    return t < 0 ? (less, more) : (more, less)
  }

  /// The logit of X is nearly normal: its Cornish–Fisher expansion to the skewness.
  private func start(_ p: Double) -> Double {
    let z = Normal.quantile(p)
    let (first, second) = (Stirling.logCumulants(a), Stirling.logCumulants(b))
    let variance = first.variance + second.variance
    return first.mean - second.mean + Elementary.squareRoot(variance) * z
      + (first.third - second.third) / variance * (z * z - 1) / 6
  }
}
