package import Statistics

/// How a law spreads from its 1st to its 99th percentile: the probability of each of some bins of equal width.
///
/// Probabilities, not densities at points: values with a probability of their own, as of mixtures, and the jagged laws of
/// observed values are told as what they are.
package struct LawProfile: Equatable, Sendable {
  /// The lowest and the highest value. They differ: around a law of one value the profile is half its size wide.
  package let low: Double
  package let high: Double
  /// P(X in bin), from low to high; the ends belong to their bins.
  package let probabilities: [Double]

  /// - Parameter bins: at least 1.
  package init(_ law: Law, bins: Int) {
    let bins = max(1, bins)
    (low, high) = Self.range(of: law)
    let (low, width) = (low, (high - low) / Double(bins))
    let edges = (1..<bins).map { low + Double($0) * width } + [high]
    let sums = [law.cdf(low.nextDown)] + edges.map(law.cdf)
    probabilities = zip(sums, sums.dropFirst()).map { max(0, $1 - $0) }
  }

  /// The bin of a value; values outside belong to the ends.
  package func bin(of value: Double) -> Int {
    let place = (value - low) / (high - low) * Double(probabilities.count)
    return place.isFinite ? min(max(Int(min(max(place, 0), 1e6)), 0), probabilities.count - 1) : 0
  }

  private static func range(of law: Law) -> (Double, Double) {
    let (low, high) = (law.quantile(0.01), law.quantile(0.99))
    guard high - low <= max(low.magnitude, high.magnitude) * 1e-9 else { return (low, high) }
    let margin = low == 0 ? 1 : low.magnitude / 2
    return (low - margin, high + margin)
  }
}
