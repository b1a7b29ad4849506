/// Where a quantile may lie: a curve from the lower to the upper end of its interval, over the standard score of how many
/// values lie below it.
///
/// That number is binomial (``QuantileInterval``). At the score −z the curve is at the order statistic that is the
/// interval's lower end, at 0 at the sample's quantile, at z at the upper end, for z = 1.96 at 95 %. In between it is
/// straight, because single spacings of values are noise; but what chance does not explain is kept as it is:
/// - a gap beside an atom or a cliff stays a step. Spacings of a smooth density are about exponential, so that the widest
///   of m exceeds ln m + 3 times their mean in 5 of 100 samples;
/// - equal values stay flat;
/// - a bend stays a bend: where values bunch at some amounts, the curve leaves the straight line by more than it does in
///   half of all samples of an even density (Kolmogorov's distribution of the largest distance).
///
/// Sources: David and Nagaraja, "Order Statistics", 3rd ed. (2003), sections 6.4 and 7.1, doi:10.1002/0471722162;
/// Kolmogorov, "Sulla determinazione empirica di una legge di distribuzione", Giornale dell'Istituto Italiano degli
/// Attuari 4 (1933), 83–91.
package struct QuantileBand: Sendable, Equatable {
  private struct Knot: Equatable {
    /// 0-based, in the sorted values; between two of them for the quantile itself.
    let rank: Double
    let value: Double
    /// Is there a gap behind it?
    var isBeforeGap = false
  }

  private let knots: [Knot]
  /// The rank of the quantile, and where its knot is.
  private let middle: Double
  private let score: Double

  /// Nil when the sample is too small, and for values that are not finite.
  package init?(_ values: [Double], probability: Double, confidence: Double) {
    guard
      let ranks = QuantileInterval.ranks(count: values.count, probability: probability, confidence: confidence),
      ranks.count > 1
    else { return nil }
    let sorted = values.withUnsafeBufferPointer { OrderStatistics.values(at: Array(ranks), of: $0) }
    guard sorted.allSatisfy(\.isFinite) else { return nil }
    let first = Double(ranks.lowerBound)
    let middle = min(max(Double(values.count - 1) * probability, first), Double(ranks.upperBound))
    let gaps = Self.gaps(in: sorted)
    var knots: [Knot] = []
    for place in sorted.indices {
      let rank = first + Double(place)
      let isEnd = place == 0 || place == sorted.count - 1
      let isEdge = gaps[place] || place > 0 && gaps[place - 1]
      let (isFlatBefore, isFlatBehind) = (
        place > 0 && sorted[place] == sorted[place - 1], !isEnd && sorted[place] == sorted[place + 1]
      )
      if isEnd || isEdge || isFlatBefore != isFlatBehind {
        knots.append(Knot(rank: rank, value: sorted[place], isBeforeGap: gaps[place]))
      }
      if middle > rank, middle < rank + 1, place + 1 < sorted.count, !gaps[place] {
        let value = sorted[place] + (middle - rank) * (sorted[place + 1] - sorted[place])
        knots.append(Knot(rank: middle, value: value))
      } else if middle == rank, knots.last?.rank != rank {
        knots.append(Knot(rank: rank, value: sorted[place]))
      }
    }
    self.knots = Self.bent(knots, along: sorted, from: first)
    self.middle = middle
    score = Normal.quantile(0.5 + confidence / 2)
  }

  /// The same with knots where the values leave the straight line between two of them.
  private static func bent(_ knots: [Knot], along sorted: [Double], from first: Double) -> [Knot] {
    var bent = Array(knots.prefix(1))
    for (left, right) in zip(knots, knots.dropFirst()) {
      if !left.isBeforeGap {
        let (start, end) = (Int((left.rank - first).rounded(.up)), Int((right.rank - first).rounded(.down)))
        bent += bends(in: sorted, start, end).map { Knot(rank: first + Double($0), value: sorted[$0]) }
      }
      bent.append(right)
    }
    return bent
  }

  /// The median of Kolmogorov's distribution.
  private static let usualDistance = 0.828

  /// The places strictly between two at which the curve bends, in order.
  private static func bends(in sorted: [Double], _ start: Int, _ end: Int) -> [Int] {
    let (steps, rise) = (Double(end - start), sorted[max(start, end)] - sorted[start])
    guard steps >= 4, rise > 0 else { return [] }
    var (place, distance) = (start, 0.0)
    for index in (start + 1)..<end {
      let away = ((sorted[index] - sorted[start]) / rise - Double(index - start) / steps).magnitude
      if away > distance { (place, distance) = (index, away) }
    }
    guard distance * Elementary.squareRoot(steps) > usualDistance else { return [] }
    return bends(in: sorted, start, place) + [place] + bends(in: sorted, place, end)
  }

  /// Behind which values a gap lies that is no chance.
  private static func gaps(in sorted: [Double]) -> [Bool] {
    let spacings = zip(sorted.dropFirst(), sorted).map { $0 - $1 }
    let factor = Elementary.log(Double(spacings.count)) + 3
    var isGap = [Bool](repeating: false, count: sorted.count)
    var (rest, sum) = (spacings.count, spacings.reduce(0, +))
    // Without the widest gaps the mean falls, and more may stand out.
    while rest > 0 {
      let limit = factor * max(sum, 0) / Double(rest)
      let found = spacings.indices.filter { !isGap[$0] && spacings[$0] > limit }
      guard !found.isEmpty else { break }
      for place in found {
        isGap[place] = true
        sum -= spacings[place]
      }
      rest -= found.count
    }
    return isGap
  }

  /// The ends of the quantile's own interval.
  package var ends: ClosedRange<Double> {
    let (low, high) = (knots.first?.value ?? 0, knots.last?.value ?? 0)
    return low...max(low, high)
  }

  /// By how much the quantile changes with its score, on average.
  var slope: Double { (ends.upperBound - ends.lowerBound) / (2 * score) }

  /// The quantile at a score, which is cut to −z…z; in a gap both its sides.
  package func values(at score: Double) -> (low: Double, high: Double) {
    guard let first = knots.first, let last = knots.last else { return (.nan, .nan) }
    let share = min(max(score / self.score, -1), 1)
    let rank = middle + share * (share > 0 ? last.rank - middle : middle - first.rank)
    var (below, above) = (0, knots.count - 1)
    while above - below > 1 {
      let centre = (below + above) / 2
      if knots[centre].rank <= rank { below = centre } else { above = centre }
    }
    let (left, right) = (knots[below], knots[above])
    if rank <= left.rank { return (left.value, left.value) }
    if rank >= right.rank { return (right.value, right.value) }
    if left.isBeforeGap { return (left.value, right.value) }
    let value = left.value + (rank - left.rank) / (right.rank - left.rank) * (right.value - left.value)
    return (value, value)
  }
}
