/// Finds chosen places of the sorted sequence without sorting all of it.
///
/// Exact and independent of the order of the values. Doubles are mapped to integers of the same order; a histogram of
/// them tells which buckets hold the wanted ranks; only those are sorted. NaN ranks above ∞, and −0 equals 0.
///
/// Many values are put into buckets by the top 16 bits of their integers, whatever their range; fewer, for which clearing
/// so many buckets would take longer than the rest, into 1,024 of equal width between the least and the greatest.
package enum OrderStatistics {
  /// Below this, sorting everything is quicker.
  private static let worthBuckets = 512
  private static let worthManyBuckets = 1 << 17

  /// Where a value belongs: a number that never falls while the value rises.
  private struct Buckets {
    let count: Int
    /// The least value and buckets a unit; nil for buckets by the top bits.
    private let width: (least: Double, scale: Double)?

    init(of values: UnsafeBufferPointer<Double>) {
      let (low, high, sum) = Self.range(of: values)
      let range = high - low
      // Adding them up finds what is no number, and no comparison sees.
      guard values.count < worthManyBuckets, range.isFinite, sum.isFinite else {
        (count, width) = (1 << 16, nil)
        return
      }
      // A little less than the last bucket's end, so that rounding up does not leave it.
      (count, width) = (1_024, (low, range > 1e-300 ? 1_023.99 / range : 0))
    }

    /// The least, the greatest and the sum of all, in four lanes: each step of one lane waits for the one before.
    private static func range(of values: UnsafeBufferPointer<Double>) -> (low: Double, high: Double, sum: Double) {
      var low = SIMD4<Double>(repeating: .infinity)
      var (high, sum) = (-low, SIMD4<Double>.zero)
      let whole = values.count / 4 * 4
      for i in stride(from: 0, to: whole, by: 4) {
        let value = SIMD4(values[i], values[i + 1], values[i + 2], values[i + 3])
        low.replace(with: value, where: value .< low)
        high.replace(with: value, where: value .> high)
        sum += value
      }
      for i in whole..<values.count {
        low[0] = values[i] < low[0] ? values[i] : low[0]
        high[0] = values[i] > high[0] ? values[i] : high[0]
        sum[0] += values[i]
      }
      return (low.min(), high.max(), sum.sum())
    }

    @inline(__always)
    func index(of value: Double) -> Int {
      if let width { return Int((value - width.least) * width.scale) }
      return Int(key(value) >> 48)
    }
  }

  /// The value of a 0-based rank; nil where there is none.
  package static func value(at rank: Int, of values: [Double]) -> Double? {
    guard values.indices.contains(rank) else { return nil }
    return values.withUnsafeBufferPointer { self.values(at: [rank], of: $0) }.first
  }

  /// The values of the given 0-based ranks, which lie in 0 ..< values.count, in any order.
  static func values(at ranks: [Int], of values: UnsafeBufferPointer<Double>) -> [Double] {
    guard values.count >= worthBuckets else {
      let sorted = values.map(key).sorted()
      return ranks.map { value(ofKey: sorted[$0]) }
    }
    let buckets = Buckets(of: values)
    let first = firstRanks(of: values, in: buckets)
    let wanted = self.buckets(of: ranks.sorted(), first)
    let candidates = collect(values, from: wanted, in: buckets)
    return ranks.map { rank in
      let index = wanted.partitioningIndex { first[$0] > rank } - 1
      return value(ofKey: candidates[index][rank - first[wanted[index]]])
    }
  }

  /// For each bucket, how many values lie in buckets before it.
  private static func firstRanks(of values: UnsafeBufferPointer<Double>, in buckets: Buckets) -> [Int] {
    var counts = [Int](repeating: 0, count: buckets.count)
    for value in values {
      counts[buckets.index(of: value)] += 1
    }
    var sum = 0
    for bucket in counts.indices {
      let size = counts[bucket]
      counts[bucket] = sum
      sum += size
    }
    return counts
  }

  /// The buckets that hold the ranks, which ascend; each once.
  private static func buckets(of ranks: [Int], _ first: [Int]) -> [Int] {
    var found: [Int] = []
    for rank in ranks {
      let bucket = first.partitioningIndex { $0 > rank } - 1
      if found.last != bucket { found.append(bucket) }
    }
    return found
  }

  /// The sorted keys of each wanted bucket.
  private static func collect(
    _ values: UnsafeBufferPointer<Double>, from wanted: [Int], in buckets: Buckets
  ) -> [[UInt64]] {
    var slots = [UInt16](repeating: 0, count: buckets.count)
    for (index, bucket) in wanted.enumerated() {
      slots[bucket] = UInt16(truncatingIfNeeded: index + 1)
    }
    var keys = [[UInt64]](repeating: [], count: wanted.count)
    for value in values {
      let slot = slots[buckets.index(of: value)]
      if slot > 0 { keys[Int(slot) - 1].append(key(value)) }
    }
    for index in keys.indices {
      keys[index].sort()
    }
    return keys
  }

  /// An integer that sorts as the number does.
  private static func key(_ value: Double) -> UInt64 {
    guard !value.isNaN else { return .max }
    let bits = (value + 0).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  private static func value(ofKey key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that is false up to some place and true from there on.
  fileprivate func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
