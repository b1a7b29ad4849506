/// A continuous delay in days, not yet rounded.
package enum LagDistribution: Sendable, Hashable {
  case fixed(Double)
  /// Evenly spread from `from` to `to`.
  case uniform(from: Double, to: Double)
  /// `shift` days, then a lognormal delay.
  case lognormal(shift: Double = 0, Lognormal)

  package var mean: Double {
    switch self {
    case .fixed(let days): days
    case .uniform(let from, let to): (from + to) / 2
    case .lognormal(let shift, let law): shift + law.mean
    }
  }

  /// P(lag > x).
  package func survival(_ x: Double) -> Double {
    switch self {
    case .fixed(let days): return days > x ? 1 : 0
    case .uniform(let from, let to):
      guard to > from else { return from > x ? 1 : 0 }
      return min(max((to - x) / (to - from), 0), 1)
    case .lognormal(let shift, let law): return law.survival(x - shift)
    }
  }

  /// E[max(lag − x, 0)], which is the integral of the survival function from x on.
  func expectedExcess(over x: Double) -> Double {
    switch self {
    case .fixed(let days): return max(days - x, 0)
    case .uniform(let from, let to):
      guard to > from, x > from else { return max(mean - x, 0) }
      let rest = max(to - x, 0)
      return rest * rest / (2 * (to - from))
    case .lognormal(let shift, let law): return law.expectedExcess(over: x - shift)
    }
  }

  /// A delay without spread counts as a fixed one.
  private var simplified: LagDistribution {
    switch self {
    case .fixed: self
    // A narrower spread would drown in the rounding errors of the difference quotient below.
    case .uniform(let from, let to): to - from > 1e-6 ? self : .fixed((from + to) / 2)
    case .lognormal(let shift, let law): law.logDeviation > 0 ? self : .fixed(shift + law.median)
    }
  }

  /// The function x ↦ P(first + second > x) of two independent delays, within 1e-9.
  ///
  /// With a fixed part: a shift. With a uniform part: the mean of the other's survival over an interval, a difference of
  /// two expected excesses. Two lognormals: numerical convolution.
  static func survivalOfSum(
    _ first: LagDistribution, _ second: LagDistribution
  ) -> (Double) -> Double {
    switch (first.simplified, second.simplified) {
    case (.fixed(let days), let other), (let other, .fixed(let days)):
      return { other.survival($0 - days) }
    case (.uniform(let from, let to), let other), (let other, .uniform(let from, let to)):
      return { x in
        (other.expectedExcess(over: x - to) - other.expectedExcess(over: x - from)) / (to - from)
      }
    case (.lognormal(let firstShift, let firstLaw), .lognormal(let secondShift, let secondLaw)):
      let sum = LognormalSum(firstLaw, secondLaw)
      return { sum.survival($0 - firstShift - secondShift) }
    }
  }
}
