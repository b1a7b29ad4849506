/// The sum of two independent lognormals, by quadrature.
///
/// P(A + B > x) = P(B > x) + ∫ φ(t) P(A > x − b(t)) dt over the t with b(t) = e^(μ + σt) < x. Near the upper end the
/// integrand bends without limit, which the double exponential (tanh–sinh) rule forgives: its nodes crowd at the ends.
/// Source: Takahasi and Mori, Publications of RIMS 9 (1974), doi:10.2977/prims/1195192451.
struct LognormalSum {
  /// The part integrated over: the one with less spread, so that the other's survival is smooth on its scale.
  private let inner: Lognormal
  private let outer: Lognormal

  /// Nodes in (−1, 1) and their weights.
  private static let rule: [(node: Double, weight: Double)] = {
    let step = 1.0 / 32
    return (-104...104).map { index in
      let t = Double(index) * step
      let (grow, shrink) = (Elementary.exp(t), Elementary.exp(-t))
      let u = 0.785_398_163_397_448_3 * (grow - shrink)
      let (up, down) = (Elementary.exp(u), Elementary.exp(-u))
      let cosh = (up + down) / 2
      return ((up - down) / (up + down), step * 0.785_398_163_397_448_3 * (grow + shrink) / (cosh * cosh))
    }
  }()

  /// Beyond this many deviations lies less than 1e-15 of the inner law.
  private static let reach = 8.0

  init(_ first: Lognormal, _ second: Lognormal) {
    let firstIsWider = first.logDeviation * first.median > second.logDeviation * second.median
    inner = firstIsWider ? second : first
    outer = firstIsWider ? first : second
  }

  /// P(A + B > x), within 1e-9.
  func survival(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    let end = min((Elementary.log(x) - inner.logMean) / inner.logDeviation, Self.reach)
    guard end > -Self.reach else { return 1 }
    let half = (end + Self.reach) / 2
    var sum = 0.0
    for (node, weight) in Self.rule {
      let t = half * (node + 1) - Self.reach
      let part = Elementary.exp(inner.logMean + inner.logDeviation * t)
      sum += weight * Normal.density(t) * outer.survival(x - part)
    }
    return min(half * sum + Normal.survival(end), 1)
  }
}
