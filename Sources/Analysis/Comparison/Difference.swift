import Statistics

/// How much figures of the same worlds differ, with a 95 % interval that knows that the worlds are the same.
package struct Difference: Equatable, Sendable {
  /// Why there is no interval.
  package enum Unknown: Equatable, Sendable {
    case fewWorlds
    /// Hardly a world differs, or all by the same amount: that shows no spread, and yet is not exact.
    case fewValues
  }

  package let value: Double
  /// Nil where there is no telling.
  package let interval: ClosedRange<Double>?
  package let unknown: Unknown?

  /// Between a run and itself.
  package static let none = Difference(value: 0, interval: 0...0)

  private init(value: Double, interval: ClosedRange<Double>) {
    self.value = value
    self.interval = interval
    unknown = nil
  }

  package init(_ a: Estimate, minus b: Estimate) { self.init([(1, a), (-1, b)]) }

  /// A sum of figures of the same worlds, each times a weight.
  ///
  /// Sums in which there are quantiles have the interval of `JointInterval`, those of means and spreads that of
  /// `SkewedMean`, differences of two shares that of `PairedShares`. Sums of more shares have that of Agresti and Min, with
  /// two pseudo-worlds of opposite change: so that it is not empty where no world has changed. Source: "Simple improved
  /// confidence intervals for comparing matched proportions", Statistics in Medicine 24 (2005), doi:10.1002/sim.1781.
  package init(_ terms: [(weight: Double, estimate: Estimate)]) {
    value = terms.reduce(0) { $0 + $1.weight * $1.estimate.value }
    let bases = terms.compactMap(\.estimate.basis)
    guard bases.count == terms.count, let count = bases.first?.count, count > 1, value.isFinite,
      bases.allSatisfy({ $0.count == count })
    else {
      (interval, unknown) = (nil, .fewWorlds)
      return
    }
    let found =
      terms.allSatisfy(\.estimate.isShare)
      ? Self.ofShares(terms, count, value) : Self.ofAmounts(terms, count, value)
    // An interval without width, between two atoms, would claim to be certain.
    let isOpen = found.map { $0.lowerBound < $0.upperBound } ?? false
    (interval, unknown) = isOpen ? (found, nil) : (nil, .fewValues)
  }

  private static func ofAmounts(
    _ terms: [(weight: Double, estimate: Estimate)], _ count: Int, _ value: Double
  ) -> ClosedRange<Double>? {
    guard differing(terms, count) >= 3 else { return nil }
    if let (sums, dust) = influences(of: terms, count) {
      return SkewedMean.interval(of: sums, confidence: Precision.confidence, dust: dust).map {
        min($0.lowerBound + value, value)...max($0.upperBound + value, value)
      }
    }
    let joint = JointInterval.of(
      terms.compactMap { $0.estimate.term(weight: $0.weight) }, score: Precision.normalScore)
    return joint.map { min($0.lowerBound, value)...max($0.upperBound, value) }
  }

  /// In how many worlds the sum is not 0.
  private static func differing(_ terms: [(weight: Double, estimate: Estimate)], _ count: Int) -> Int {
    (0..<count).count { world in
      // Worlds without the figure have NaN, which differs from all.
      let parts = terms.map { $0.weight * $0.estimate.column[world] }
      let dust = 1e-12 * parts.reduce(0) { $0 + $1.magnitude }
      return !(parts.reduce(0, +).magnitude <= dust)
    }
  }

  /// The influences of the sum, and below which distance they are the same; nil where a figure has none.
  private static func influences(
    of terms: [(weight: Double, estimate: Estimate)], _ count: Int
  ) -> (sums: [Double], dust: Double)? {
    var sums = [Double](repeating: 0, count: count)
    var greatest = 0.0
    for (weight, estimate) in terms {
      guard case .influences(let influences) = estimate.basis else { return nil }
      for world in sums.indices {
        sums[world] += weight * influences[world]
        greatest = max(greatest, (weight * influences[world]).magnitude)
      }
    }
    return (sums, 1e-10 * greatest)
  }

  private static func ofShares(
    _ terms: [(weight: Double, estimate: Estimate)], _ count: Int, _ value: Double
  ) -> ClosedRange<Double>? {
    if let pair = pair(of: terms) { return pair.interval(confidence: Precision.confidence) }
    guard let (deviations, _) = influences(of: terms, count) else { return nil }
    let n = Double(count)
    let squares = deviations.reduce(0) { $0 + ($1 + value) * ($1 + value) } + 1
    let centre = n * value / (n + 2)
    let variance = max(0, squares / (n + 2) - centre * centre) / (n + 2)
    let half = Precision.normalScore * Elementary.squareRoot(variance)
    guard half.isFinite else { return nil }
    return min(centre - half, value)...max(centre + half, value)
  }

  /// Of one share less another; nil for other sums, and where a world has neither yes nor no.
  private static func pair(of terms: [(weight: Double, estimate: Estimate)]) -> PairedShares? {
    guard terms.count == 2, terms[0].weight == 1, terms[1].weight == -1 else { return nil }
    let (mine, theirs) = (terms[0].estimate.column, terms[1].estimate.column)
    var (more, fewer) = (0, 0)
    for (one, other) in zip(mine, theirs) {
      switch (one, other) {
      case (1, 0): more += 1
      case (0, 1): fewer += 1
      case (0, 0), (1, 1): break
      default: return nil
      }
    }
    return PairedShares(more: more, fewer: fewer, of: mine.count)
  }

  /// How far the interval reaches, to the side on which it reaches further.
  package var reach: Double? { interval.map { max($0.upperBound - value, value - $0.lowerBound) } }

  /// Do the figures differ by more than chance may have made?
  package var isClear: Bool { interval.map { $0.lowerBound > 0 || $0.upperBound < 0 } ?? false }
}

extension Estimate {
  fileprivate func term(weight: Double) -> JointInterval.Term? {
    switch basis {
    case .band(let band, let below): JointInterval.Term(weight: weight, .quantile(band), scores: below)
    case .influences(let influences):
      // The more a sample's values lie below, the lower its mean is.
      standardError.map {
        JointInterval.Term(weight: weight, .mean(value, standardError: $0), scores: influences.map { -$0 })
      }
    case nil: nil
    }
  }
}
