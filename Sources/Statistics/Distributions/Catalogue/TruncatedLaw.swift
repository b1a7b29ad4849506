/// A law known to lie within a range: the rest of it is cut off and what is left scaled to the sum 1.
///
/// The quantile function is the law's own at F(low) + u · (F(high) − F(low)).
package struct TruncatedLaw: LawForm {
  package private(set) var law: Law
  package let range: ClosedRange<Double>
  /// P(X < low) of the law as it was.
  private let below: Double
  /// P(low ≤ X ≤ high) of the law as it was.
  private let mass: Double

  /// - Parameter range: one or both ends may be infinite. At least a millionth of the law must lie within: of less, too
  ///   few bits of the uniform would be left.
  package init(_ law: Law, to range: ClosedRange<Double>) throws(LawError) {
    // The next smaller number, so that a value of its own probability at the end counts as inside.
    below = law.cdf(range.lowerBound.nextDown)
    mass = law.cdf(range.upperBound) - below
    guard mass >= 1e-6 else {
      let (low, high) = (LawError.plain(range.lowerBound), LawError.plain(range.upperBound))
      throw LawError("fewer than one in a million values of this distribution lie between \(low) and \(high)")
    }
    (self.law, self.range) = (law, range)
  }

  var readyToDraw: TruncatedLaw {
    var ready = self
    ready.law = law.readyToDraw
    return ready
  }

  package func quantile(_ u: Double) -> Double {
    guard u >= 0, u <= 1 else { return .nan }
    return min(max(law.quantile(min(below + u * mass, 1)), range.lowerBound), range.upperBound)
  }

  package func cdf(_ x: Double) -> Double {
    if x < range.lowerBound { return 0 }
    if x >= range.upperBound { return 1 }
    return min(max((law.cdf(x) - below) / mass, 0), 1)
  }

  package func density(_ x: Double) -> Double { range.contains(x) ? law.density(x) / mass : 0 }

  package var mean: Double {
    let pivot = pivot
    return pivot + moments(about: pivot).first
  }

  package var standardDeviation: Double {
    let (first, second) = moments(about: pivot)
    return Elementary.squareRoot(max(second - first * first, 0))
  }

  private var pivot: Double { quantile(0.5) }

  /// First and second moment about the pivot, about 1e-9 relative, by integration of the law's quantile function. With
  /// an open upper end they are the law's own less those of the part cut off below: heavy tails are never integrated.
  private func moments(about pivot: Double) -> (first: Double, second: Double) {
    guard range.upperBound == .infinity else {
      let inside = QuantileIntegral(of: law, from: below, to: min(below + mass, 1), pivot: pivot).moments
      return (inside.first / mass, inside.second / mass)
    }
    let cut = QuantileIntegral(of: law, from: 0, to: below, pivot: pivot).moments
    let (distance, deviation) = (law.mean - pivot, law.standardDeviation)
    let second = deviation * deviation + distance * distance
    return ((distance - cut.first) / mass, (second - cut.second) / mass)
  }
}
