/// The sum of two independent lognormals, by quadrature.
///
/// P(A + B > x) = P(B > x) + ∫ φ(t) P(A > x − b(t)) dt over the t with b(t) = e^(μ + σt) < x. Near the upper end the
/// integrand bends without limit, which the double exponential (tanh–sinh) rule forgives: its nodes crowd at the ends.
/// Source: Takahasi and Mori, Publications of RIMS 9 (1974), doi:10.2977/prims/1195192451.
struct LognormalSum {
  /// The part integrated over: the one with less spread, so that the other's survival is smooth on its scale.
  private let inner: Lognormal
  private let outer: Lognormal
  /// The nodes for every x beyond the reach of the inner part.
  private let whole: Nodes

  /// Values of the inner part, and their shares of the integral.
  private struct Nodes {
    let parts: [Double]
    let shares: [Double]
  }

  /// Nodes in (−1, 1), one more than they are, and their weights.
  private static let rule: (ends: [Double], weights: [Double]) = {
    let step = 1.0 / 32
    let nodes = (-104...104).map { index in
      let t = Double(index) * step
      let (grow, shrink) = (Elementary.exp(t), Elementary.exp(-t))
      let u = 0.785_398_163_397_448_3 * (grow - shrink)
      let (up, down) = (Elementary.exp(u), Elementary.exp(-u))
      let cosh = (up + down) / 2
      let weight = step * 0.785_398_163_397_448_3 * (grow + shrink) / (cosh * cosh)
      return (end: (up - down) / (up + down) + 1, weight: weight)
    }
    return (nodes.map(\.end), nodes.map(\.weight))
  }()

  /// Beyond this many deviations lies less than 1e-15 of the inner law.
  private static let reach = 8.0

  init(_ first: Lognormal, _ second: Lognormal) {
    let firstIsWider = first.logDeviation * first.median > second.logDeviation * second.median
    inner = firstIsWider ? second : first
    outer = firstIsWider ? first : second
    whole = Self.nodes(of: inner, upTo: Self.reach)
  }

  private static func nodes(of inner: Lognormal, upTo end: Double) -> Nodes {
    let (ends, weights) = rule
    let half = (end + reach) / 2
    let (mean, deviation) = (inner.logMean, inner.logDeviation)
    // Laws without sense reach anywhere.
    guard mean.magnitude + deviation * reach < 600 else {
      let places = ends.map { half * $0 - reach }
      return Nodes(
        parts: places.map { Elementary.exp(mean + deviation * $0) },
        shares: zip(places, weights).map { $1 * Normal.density($0) })
    }
    let parts = row(ends, weights) { end, _ in Elementary.expOfModest(mean + deviation * (half * end - reach)) }
    let shares = row(ends, weights) { $1 * Normal.densityOfModest(half * $0 - reach) }
    return Nodes(parts: parts, shares: shares)
  }

  /// `map` as a plain loop, which the compiler makes one of vectors.
  @inline(__always)
  private static func row(
    _ ends: [Double], _ weights: [Double], _ value: (_ end: Double, _ weight: Double) -> Double
  ) -> [Double] {
    Array(unsafeUninitializedCapacity: ends.count) { row, count in
      for i in 0..<min(ends.count, weights.count) { row[i] = value(ends[i], weights[i]) }
      count = ends.count
    }
  }

  /// P(A + B > x), within 1e-9.
  func survival(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    let end = min((Elementary.log(x) - inner.logMean) / inner.logDeviation, Self.reach)
    guard end > -Self.reach else { return 1 }
    let nodes = end == Self.reach ? whole : Self.nodes(of: inner, upTo: end)
    let (parts, shares) = (nodes.parts, nodes.shares)
    let sum = withUnsafeTemporaryAllocation(of: Double.self, capacity: parts.count) { row in
      for i in parts.indices { row[i] = x - parts[i] }
      outer.survivals(row)
      var sum = 0.0
      for i in parts.indices { sum += shares[i] * row[i] }
      return sum
    }
    return min((end + Self.reach) / 2 * sum + Normal.survival(end), 1)
  }
}
