/// Student's t with any number of degrees of freedom: what is left of a normal law when its spread is learnt from the
/// same few values.
package struct StudentT: Sendable {
  package let degrees: Double
  private let share: IncompleteBeta

  /// - Parameter degrees: from 0.01 to 200 000.
  package init(degrees: Double) {
    self.degrees = min(max(degrees, 0.01), 200_000)
    share = IncompleteBeta(self.degrees / 2, 0.5)
  }

  /// t² = ν(1 − x)/x where x follows Beta(ν/2, ½).
  package func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    if p == 0.5 { return 0 }
    let x = share.quantile(2 * min(p, 1 - p))
    let t = Elementary.squareRoot(degrees * (1 - x) / x)
    return p < 0.5 ? -t : t
  }

  /// The chance of a value at least as far from the middle, on either side.
  package func beyond(_ t: Double) -> Double {
    guard t != 0 else { return 1 }
    guard t.isFinite else { return t.isNaN ? .nan : 0 }
    let square = t * t
    let (x, y) = (degrees / (degrees + square), square / (degrees + square))
    guard x > 0, y > 0 else { return x > 0 ? 1 : 0 }
    return Elementary.exp(share.logTails(x, y).lower)
  }
}
