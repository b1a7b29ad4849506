/// A share estimated from independent trials, such as the share of ruined worlds.
package struct Proportion: Sendable, Equatable {
  package let successes: Int
  package let trials: Int

  /// Numbers outside 0 ≤ successes ≤ trials are cut to it.
  package init(successes: Int, trials: Int) {
    self.trials = max(trials, 0)
    self.successes = min(max(successes, 0), self.trials)
  }

  /// NaN without trials.
  package var estimate: Double { trials > 0 ? Double(successes) / Double(trials) : .nan }

  /// √(p(1 − p)/n). It is 0 when all or none succeeded: there only the interval speaks.
  package var standardError: Double {
    Elementary.squareRoot(estimate * (1 - estimate) / Double(trials))
  }

  /// Wilson's score interval, sensible also at 0 and 1. Without trials the whole of 0…1.
  ///
  /// Source: Wilson, Journal of the American Statistical Association 22 (1927), doi:10.1080/01621459.1927.10502953.
  /// - Parameter confidence: such as 0.95. Outside 0 ..< 1 the whole of 0…1 comes back.
  package func interval(confidence: Double) -> ClosedRange<Double> {
    let z = Normal.quantile(0.5 + confidence / 2)
    // NaN, negative and (after rounding) full confidence fail here.
    guard trials > 0, z >= 0, z < .infinity else { return 0...1 }
    let n = Double(trials)
    let share = z * z / n
    let centre = estimate + share / 2
    let half = z * Elementary.squareRoot(estimate * (1 - estimate) / n + share / (4 * n))
    let low = min(max((centre - half) / (1 + share), 0), estimate)
    let high = max(min((centre + half) / (1 + share), 1), estimate)
    return low...high
  }
}
