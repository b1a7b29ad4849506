import Statistics

/// A share seen week by week: how much more it scatters than chance alone, and whether it drifts.
package struct WeeklyShare: Sendable {
  package let successes: [Double]
  package let trials: [Double]

  /// Weeks without a trial say nothing.
  package init(_ weeks: [(successes: Double, trials: Double)]) {
    let told = weeks.filter { $0.trials > 0 }
    (successes, trials) = (told.map(\.successes), told.map(\.trials))
  }

  package var weeks: Int { trials.count }
  package var total: (successes: Double, trials: Double) { (successes.reduce(0, +), trials.reduce(0, +)) }
  package var share: Double { total.trials > 0 ? total.successes / total.trials : 0 }

  /// Pearson's; at least 1.
  package var dispersion: Double {
    let share = share
    guard weeks > 1, share > 0, share < 1 else { return 1 }
    var sum = 0.0
    for (k, n) in zip(successes, trials) { sum += (k - n * share) * (k - n * share) / (n * share * (1 - share)) }
    return max(1, sum / Double(weeks - 1))
  }

  /// How much further p5 and p95 lie from the middle, as the dispersion itself rests on few weeks.
  package var stretch: Double {
    guard weeks > 1 else { return 1 }
    return StudentT(degrees: Double(weeks - 1)).quantile(0.95) / Normal.quantile(0.95)
  }

  package struct Halves: Sendable {
    package let first, second, z: Double
    package var drifts: Bool { z.magnitude > 2 }
  }

  /// The first and the second half of the weeks.
  package var halves: Halves? {
    guard weeks > 3 else { return nil }
    let middle = weeks / 2
    let one = (k: successes[..<middle].reduce(0, +), n: trials[..<middle].reduce(0, +))
    let other = (k: successes[middle...].reduce(0, +), n: trials[middle...].reduce(0, +))
    let share = share
    let variance = dispersion * share * (1 - share) * (1 / one.n + 1 / other.n)
    let (first, second) = (one.k / one.n, other.k / other.n)
    return Halves(
      first: first, second: second, z: variance > 0 ? (first - second) / Elementary.squareRoot(variance) : 0)
  }

  /// Weeks that lie outside 99 of 100 such weeks.
  package var odd: [Int] {
    let (share, dispersion) = (share, dispersion)
    guard share > 0, share < 1 else { return [] }
    return trials.indices.filter { week in
      let expected = trials[week] * share
      let deviation = Elementary.squareRoot(dispersion * expected * (1 - share))
      return (successes[week] - expected).magnitude > 2.576 * deviation + 0.5
    }
  }
}
