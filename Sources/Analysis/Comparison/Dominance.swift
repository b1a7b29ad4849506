/// In what sense one run is better than another without weighing chances against each other. From the strongest on.
package enum Dominance: Int, Comparable, CaseIterable, Sendable {
  /// In every world at least as good.
  case everyWorld
  /// First order: whatever amount is asked for, the chance to have at least that is as high or higher. Who likes more
  /// money better chooses it.
  case firstOrder
  /// Second order: whatever share of the worst worlds is looked at, their mean is as high or higher. Who likes more money
  /// better and risk worse chooses it.
  case secondOrder

  package static func < (a: Dominance, b: Dominance) -> Bool { a.rawValue < b.rawValue }

  /// How `column` dominates `other`, in these worlds; nil where it does not, and between equals. Higher is better.
  ///
  /// Source: Hadar and Russell, "Rules for ordering uncertain prospects", The American Economic Review 59 (1969); Levy,
  /// "Stochastic dominance and expected utility", Management Science 38 (1992), doi:10.1287/mnsc.38.4.555.
  package static func of(_ column: [Double], over other: [Double]) -> Dominance? {
    of(Ranked(column), over: Ranked(other))
  }

  static func of(_ a: Ranked, over b: Ranked) -> Dominance? {
    guard a.values.count == b.values.count, !a.values.isEmpty else { return nil }
    if holds(a.values, b.values) { return .everyWorld }
    if holds(a.sorted, b.sorted) { return .firstOrder }
    return isSecondOrder(a.sorted, b.sorted) ? .secondOrder : nil
  }

  /// Nowhere less, somewhere more.
  private static func holds(_ a: [Double], _ b: [Double]) -> Bool {
    var isMore = false
    for (mine, theirs) in zip(a, b) {
      guard mine >= theirs else { return false }
      if mine > theirs { isMore = true }
    }
    return isMore
  }

  /// By the sums of the worst 1, 2, 3 … worlds.
  private static func isSecondOrder(_ a: [Double], _ b: [Double]) -> Bool {
    // Sums of equal values in another order differ in their last digits.
    let dust = zip(a, b).reduce(0) { $0 + $1.0.magnitude + $1.1.magnitude } * 1e-14
    var sum = 0.0
    var isMore = false
    for (mine, theirs) in zip(a, b) {
      sum += mine - theirs
      guard sum >= -dust else { return false }
      if sum > dust { isMore = true }
    }
    return isMore
  }

  /// Values by world and in order; sorted once for many comparisons.
  struct Ranked {
    let values: [Double]
    let sorted: [Double]

    init(_ values: [Double]) {
      self.values = values
      sorted = values.sorted()
    }
  }
}
