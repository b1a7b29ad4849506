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

  /// By how much a world of this value moves the mean, times the number of worlds.
  func influence(of value: Double) -> Double {
    let beyond = side == .low ? min(value - edge, 0) : max(value - edge, 0)
    return beyond / share - (mean - edge)
  }
}
