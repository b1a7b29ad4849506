/// Chances over a period as chances of a day: the daily probability that, met every day, makes up the given one.
package enum Rates {
  /// "x per month" as the probability of a day: 1 − (1 − x)^(12/365). x outside 0…1 counts as the nearer end.
  package static func dailyProbability(perMonth x: Double) -> Double { probability(x, times: 12 / 365) }

  /// "x per year" as the probability of a day: 1 − (1 − x)^(1/365). x outside 0…1 counts as the nearer end.
  package static func dailyProbability(perYear x: Double) -> Double { probability(x, times: 1 / 365) }

  /// Does a uniform number lie below the daily probability of "x per month"?
  package static func isBelow(_ uniform: Double, perMonth x: Double) -> Bool { isBelow(uniform, x, times: 12 / 365) }

  /// The same as `uniform < probability(p, times: m)`, mostly without a logarithm: by Bernoulli's inequality 1 − (1 − p)^m is
  /// at most p · max(1, m). The margin is that of rounding.
  package static func isBelow(_ uniform: Double, _ p: Double, times m: Double) -> Bool {
    guard uniform < p * max(1, m) * (1 + 1e-9) else { return false }
    return uniform < probability(p, times: m)
  }

  /// 1 − (1 − p)^m: the chance of at least one in m independent tries of chance p, for any real m ≥ 0.
  ///
  /// Through log1p and expm1, so that a small p keeps its digits. p outside 0…1 counts as the nearer end, NaN as 0.
  package static func probability(_ p: Double, times m: Double) -> Double {
    guard p > 0, m > 0 else { return 0 }
    return p < 1 ? -Elementary.expm1(m * Elementary.log1p(-p)) : 1
  }
}
