import Statistics

/// The mean of the worst worlds, "conditional value at risk": what is left when things go wrong.
///
/// With a share α of n worlds that is no whole number, the world on the edge counts in part, so that the mean changes
/// smoothly with α. Source: Rockafellar and Uryasev, "Conditional value-at-risk for general loss distributions", Journal of
/// Banking & Finance 26 (2002), doi:10.1016/S0378-4266(02)00271-6.
package struct TailMean: Sendable {
  /// Where the bad values are.
  package enum Side: Sendable { case low, high }

  /// NaN without values.
  package let mean: Double
  /// The best of the worst values.
  package let edge: Double
  private let share: Double
  private let side: Side

  /// - Parameter share: above 0, at most 1.
  package init(_ values: [Double], worst share: Double, _ side: Side = .low) {
    self.share = share
    self.side = side
    let sign: Double = side == .low ? 1 : -1
    let count = Double(values.count) * share
    guard count > 0 else {
      (mean, edge) = (.nan, .nan)
      return
    }
    let sorted = values.map { $0 * sign }.sorted()
    let last = min(Int(count.rounded(.up)), sorted.count) - 1
    let edge = sorted[last]
    // The edge itself has no part in the sum of what lies below it, whatever part of it counts.
    let below = sorted[..<last].reduce(0) { $0 + ($1 - edge) }
    mean = sign * (edge + below / count)
    self.edge = sign * edge
  }

  /// Of values that stand for several worlds each, in ascending order.
  init(weighted: [(value: Double, count: Int)], worst share: Double, _ side: Side) {
    self.share = share
    self.side = side
    let count = Double(weighted.reduce(0) { $0 + $1.count }) * share
    let worst = side == .low ? weighted : weighted.reversed()
    guard count > 0, let first = worst.first else {
      (mean, edge) = (.nan, .nan)
      return
    }
    var (edge, sum, rest) = (first.value, 0.0, count)
    for part in worst where rest > 0 {
      let taken = min(rest, Double(part.count))
      (edge, sum, rest) = (part.value, sum + taken * part.value, rest - taken)
    }
    mean = sum / count
    self.edge = edge
  }

  /// Of the mean of such values; nil when there are too few.
  func standardError(over weighted: [(value: Double, count: Int)]) -> Double? {
    let count = Double(weighted.reduce(0) { $0 + $1.count })
    let squares = weighted.reduce(0) { sum, part in
      let influence = influence(of: part.value)
      return sum + Double(part.count) * influence * influence
    }
    let error = Elementary.squareRoot(squares / (count - 1) / count)
    return count > 1 && error.isFinite ? error : nil
  }

  /// By how much a world of this value moves the mean, times the number of worlds.
  func influence(of value: Double) -> Double {
    let beyond = side == .low ? min(value - edge, 0) : max(value - edge, 0)
    return beyond / share - (mean - edge)
  }
}
