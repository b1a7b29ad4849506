import Statistics

/// How much figures of the same worlds differ, with a 95 % interval that knows that the worlds are the same.
package struct Difference: Equatable, Sendable {
  package let value: Double
  /// Nil when there are too few worlds to tell.
  package let interval: ClosedRange<Double>?

  /// Between a run and itself.
  package static let none = Difference(value: 0, interval: 0...0)

  private init(value: Double, interval: ClosedRange<Double>?) {
    self.value = value
    self.interval = interval
  }

  package init(_ a: Estimate, minus b: Estimate) { self.init([(1, a), (-1, b)]) }

  /// A sum of figures of the same worlds, each times a weight.
  ///
  /// The interval is the sum ± 1.96 standard errors (central limit). Between shares it is that of Agresti and Min, with two
  /// pseudo-worlds of opposite change: so that it is not empty where no world has changed. Source: "Simple improved
  /// confidence intervals for comparing matched proportions", Statistics in Medicine 24 (2005), doi:10.1002/sim.1781.
  package init(_ terms: [(weight: Double, estimate: Estimate)]) {
    value = terms.reduce(0) { $0 + $1.weight * $1.estimate.value }
    let influences = terms.compactMap(\.estimate.influence)
    guard influences.count == terms.count, let count = influences.first?.count, count > 1, value.isFinite,
      influences.allSatisfy({ $0.count == count })
    else {
      interval = nil
      return
    }
    var sums = [Double](repeating: 0, count: count)
    for (term, influence) in zip(terms, influences) {
      for world in sums.indices { sums[world] += term.weight * influence[world] }
    }
    let isShare = terms.allSatisfy(\.estimate.isShare)
    interval = isShare ? Self.ofShares(sums, value) : Self.around(value, Moments(sums).standardError)
  }

  private static func around(_ centre: Double, _ error: Double) -> ClosedRange<Double>? {
    let half = Precision.normalScore * error
    guard half.isFinite else { return nil }
    return (centre - half)...(centre + half)
  }

  private static func ofShares(_ deviations: [Double], _ value: Double) -> ClosedRange<Double>? {
    let n = Double(deviations.count)
    let squares = deviations.reduce(0) { $0 + ($1 + value) * ($1 + value) } + 1
    let centre = n * value / (n + 2)
    let variance = max(0, squares / (n + 2) - centre * centre) / (n + 2)
    return around(centre, Elementary.squareRoot(variance)).map { min($0.lowerBound, value)...max($0.upperBound, value) }
  }

  /// Half the width of the interval.
  package var halfWidth: Double? { interval.map { ($0.upperBound - $0.lowerBound) / 2 } }

  /// Do the figures differ by more than chance may have made?
  package var isClear: Bool { interval.map { $0.lowerBound > 0 || $0.upperBound < 0 } ?? false }
}
