import Statistics

/// How far the orders of a week scatter around what a plan expects, beyond single buyers: swings of demand and of a
/// channel's days, which last and so carry over from week to week.
package struct WeeklyNoise: Sendable {
  package let variance: Double
  private let terms: [(square: Double, daily: Double)]

  /// - Parameter swings: standard deviation and half-life in days of each.
  package init(_ swings: [(deviation: Double, halflife: Double)]) {
    terms = swings.filter { $0.deviation > 0 }.map { swing in
      (
        swing.deviation * swing.deviation,
        swing.halflife > 0 ? Elementary.pow(0.5, 1 / swing.halflife) : 0
      )
    }
    variance = terms.reduce(0) { $0 + $1.square * Self.kept($1.daily) }
  }

  /// The share of a swing's variance that the mean of seven days keeps.
  private static func kept(_ daily: Double) -> Double {
    var (sum, power) = (7.0, 1.0)
    for lag in 1...6 {
      power *= daily
      sum += 2 * Double(7 - lag) * power
    }
    return sum / 49
  }

  /// The variance of a week's count is m + c·m².
  package var excess: Double { Elementary.expm1(variance) }

  /// Weeks that resemble each other say less: how many times fewer they are worth.
  package func overlap(weeks: Int, ordersAWeek: Double) -> Double {
    let all = terms.reduce(0) { $0 + $1.square }
    guard weeks > 1, all > 0, ordersAWeek > 0 else { return 1 }
    var sum = 0.0
    for lag in 1..<weeks {
      let kept = terms.reduce(0) { $0 + $1.square * Elementary.pow($1.daily, 7 * Double(lag)) } / all
      sum += (1 - Double(lag) / Double(weeks)) * kept
    }
    return 1 + 2 * sum * variance / (variance + 1 / ordersAWeek)
  }

  /// The logarithm of the chance of a week's orders where `mean` are expected.
  package static func logChance(_ orders: Double, mean: Double, excess: Double) -> Double {
    let mean = max(mean, 1e-9)
    guard excess > 1e-9 else {
      return orders * Elementary.log(mean) - mean - LogGamma.value(orders + 1)
    }
    let size = 1 / excess
    return LogGamma.value(orders + size) - LogGamma.value(size) - LogGamma.value(orders + 1)
      - size * Elementary.log1p(mean / size) + orders * (Elementary.log(mean) - Elementary.log(size + mean))
  }
}
