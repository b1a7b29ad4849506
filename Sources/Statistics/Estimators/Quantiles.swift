/// Sample quantiles of type 7: linear between order statistics, the default of R and NumPy.
///
/// With h = (n − 1)p: x[⌊h⌋] + (h − ⌊h⌋)(x[⌊h⌋ + 1] − x[⌊h⌋]), x sorted and counted from 0.
/// Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996),
/// doi:10.1080/00031305.1996.10473566. NaN ranks above every number; of no values every quantile is NaN.
package enum Quantiles {
  /// The quantiles at several probabilities (in any order; outside 0…1 the nearer end counts, NaN gives NaN).
  package static func of(_ values: [Double], at probabilities: [Double]) -> [Double] {
    values.withUnsafeBufferPointer { of($0, at: probabilities) }
  }

  /// As `of(_:at:)`, for a column in place. The values are not changed.
  package static func of(_ values: UnsafeBufferPointer<Double>, at probabilities: [Double]) -> [Double] {
    guard !values.isEmpty else { return probabilities.map { _ in .nan } }
    let last = values.count - 1
    let places = probabilities.map { Place($0, last: last) }
    let found = OrderStatistics.values(at: places.flatMap { [$0.rank, $0.next] }, of: values)
    return places.indices.map { places[$0].between(found[2 * $0], found[2 * $0 + 1]) }
  }

  /// Where a quantile lies among the order statistics.
  private struct Place {
    let rank: Int
    let next: Int
    let fraction: Double

    init(_ probability: Double, last: Int) {
      let h = Double(last) * min(max(probability.isNaN ? 0 : probability, 0), 1)
      rank = Int(h)
      next = min(rank + 1, last)
      fraction = probability.isNaN ? .nan : h - Double(rank)
    }

    func between(_ low: Double, _ high: Double) -> Double {
      // Equal neighbours and whole places need no arithmetic, which ∞ − ∞ would spoil.
      if fraction == 0 || (low == high && !fraction.isNaN) { return low }
      return low + fraction * (high - low)
    }
  }
}
