import Statistics

/// How well one number tells the worlds of two groups apart: the chance that it is larger in a world of the first than in
/// one of the second, equal ones counting half.
///
/// Mann and Whitney's U over n₁n₀, with the error by placements of DeLong, DeLong and Clarke-Pearson, Biometrics 44
/// (1988), doi:10.2307/2531595.
package struct Separation: Equatable, Sendable {
  package let estimate: Estimated
  /// U twice, a whole number.
  package let twiceU: Int

  /// nil where a group is empty.
  package init?(_ first: [Double], _ second: [Double]) {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let (ofFirst, ofSecond) = (Self.placements(first, among: second), Self.placements(second, among: first))
    twiceU = ofFirst.reduce(0, +)
    let pairs = Double(first.count) * Double(second.count)
    let area = Double(twiceU) / (2 * pairs)
    func variance(_ placements: [Int], of others: Int) -> Double {
      guard placements.count > 1 else { return 0 }
      let deviation = Moments(placements.map { Double($0) / (2 * Double(others)) }).standardDeviation
      return deviation * deviation / Double(placements.count)
    }
    let error = variance(ofFirst, of: second.count) + variance(ofSecond, of: first.count)
    estimate = Estimated(area, standardError: Elementary.squareRoot(error))
  }

  /// For each value twice the number of others below it, and once that of those equal to it.
  private static func placements(_ values: [Double], among others: [Double]) -> [Int] {
    let sorted = others.sorted()
    return values.map { value in
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < value { low = middle + 1 } else { high = middle }
      }
      var end = low
      high = sorted.count
      while end < high {
        let middle = (end + high) / 2
        if sorted[middle] <= value { end = middle + 1 } else { high = middle }
      }
      return low + end
    }
  }

  /// The interval, cut to what a chance can be.
  package var low: Double { max(0, estimate.low) }
  package var high: Double { min(1, estimate.high) }

  /// Below this distance from one half a row of so many says nothing: at 95 % for all rows together (Šidák), under no
  /// difference at all.
  package static func floor(rows: Int, first: Int, second: Int) -> Double {
    let pairs = 12 * Double(first) * Double(second)
    return Precision.normalScore(ofAll: rows) * Elementary.squareRoot(Double(first + second + 1) / pairs)
  }
}
