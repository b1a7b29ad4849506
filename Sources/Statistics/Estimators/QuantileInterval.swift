/// How sure a sample quantile is, without assuming any shape of the distribution.
///
/// How many of n values lie below the true p-quantile is binomial(n, p), so order statistics whose ranks enclose the
/// bulk of that law enclose the quantile. Source: David and Nagaraja, "Order Statistics", 3rd ed. (2003), section 7.1,
/// doi:10.1002/0471722162.
package enum QuantileInterval {
  /// 0-based ranks of the two order statistics that enclose the p-quantile with at least the given confidence, each end
  /// missing it with at most (1 − confidence)/2. Nil when the sample is too small for that, or p or confidence is not
  /// strictly between 0 and 1.
  package static func ranks(count n: Int, probability p: Double, confidence: Double) -> ClosedRange<Int>? {
    guard n > 0, p > 0, p < 1, confidence > 0, confidence < 1 else { return nil }
    let law = BinomialBulk(trials: n, probability: p)
    let miss = (1 - confidence) / 2
    // x₍ₗ₎ (1-based l) lies above the quantile when fewer than l values lie below it; x₍ᵤ₎ lies below it when at least u do.
    let lower = law.largestCount(withAtMost: miss)
    let upper = law.smallestCount(withAtMost: miss)
    guard lower >= 1, upper <= n else { return nil }
    return (lower - 1)...(upper - 1)
  }

  /// The interval itself. Nil when the sample is too small.
  package static func of(_ values: [Double], probability: Double, confidence: Double) -> ClosedRange<Double>? {
    guard let ranks = ranks(count: values.count, probability: probability, confidence: confidence) else { return nil }
    let ends = values.withUnsafeBufferPointer {
      OrderStatistics.values(at: [ranks.lowerBound, ranks.upperBound], of: $0)
    }
    // Not so when the upper end is NaN.
    guard let low = ends.first, let high = ends.last, low <= high else { return nil }
    return low...high
  }

  /// A standard error of the sample quantile: the 95 % interval's width over 2 · 1.96. Nil when the sample is too small.
  package static func standardError(of values: [Double], probability: Double) -> Double? {
    of(values, probability: probability, confidence: 0.95).map {
      ($0.upperBound - $0.lowerBound) / (2 * 1.959_963_984_540_054)
    }
  }
}

/// The part of a binomial law that is not negligible, from ratios of neighbouring probabilities: no factorials.
private struct BinomialBulk {
  /// The count of the first entry.
  private let first: Int
  private let probabilities: [Double]

  init(trials n: Int, probability p: Double) {
    let mode = min(Int(Double(n) * p), n)
    let odds = p / (1 - p)
    var below: [Double] = []
    var weight = 1.0
    var k = mode
    while k > 0, weight > 1e-20 {
      weight *= Double(k) / (Double(n - k + 1) * odds)
      below.append(weight)
      k -= 1
    }
    first = k
    var above = [1.0]
    weight = 1
    k = mode
    while k < n, weight > 1e-20 {
      weight *= Double(n - k) * odds / Double(k + 1)
      above.append(weight)
      k += 1
    }
    let weights = below.reversed() + above
    let total = weights.reduce(0, +)
    probabilities = weights.map { $0 / total }
  }

  /// The largest l with P(count < l) ≤ `miss`.
  func largestCount(withAtMost miss: Double) -> Int {
    var sum = 0.0
    var count = first
    for probability in probabilities {
      sum += probability
      if sum > miss { break }
      count += 1
    }
    return count
  }

  /// The smallest u with P(count ≥ u) ≤ `miss`.
  func smallestCount(withAtMost miss: Double) -> Int {
    var sum = 0.0
    var count = first + probabilities.count
    for probability in probabilities.reversed() {
      sum += probability
      if sum > miss { break }
      count -= 1
    }
    return count
  }
}
