/// Finds chosen places of the sorted sequence without sorting all of it.
///
/// Exact and independent of the order of the values. Doubles are mapped to integers of the same order; a histogram of
/// their top 16 bits tells which buckets hold the wanted ranks; only those are sorted. Two passes and 256 KiB.
/// NaN ranks above ∞, and −0 equals 0.
enum OrderStatistics {
  private static let bucketShift: UInt64 = 48
  /// Below this, sorting everything is quicker than clearing the histogram.
  private static let worthBuckets = 4_096

  /// The values of the given 0-based ranks, which lie in 0 ..< values.count, in any order.
  static func values(at ranks: [Int], of values: UnsafeBufferPointer<Double>) -> [Double] {
    guard values.count >= worthBuckets else {
      let sorted = values.map(key).sorted()
      return ranks.map { value(ofKey: sorted[$0]) }
    }
    let first = firstRanks(of: values)
    let wanted = buckets(of: ranks.sorted(), first)
    let candidates = collect(values, from: wanted)
    return ranks.map { rank in
      let index = wanted.partitioningIndex { first[$0] > rank } - 1
      return value(ofKey: candidates[index][rank - first[wanted[index]]])
    }
  }

  /// For each bucket, how many values lie in buckets before it.
  private static func firstRanks(of values: UnsafeBufferPointer<Double>) -> [Int] {
    var counts = [Int](repeating: 0, count: 1 << 16)
    for value in values {
      counts[Int(key(value) >> bucketShift)] += 1
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
  private static func collect(_ values: UnsafeBufferPointer<Double>, from wanted: [Int]) -> [[UInt64]] {
    var slots = [UInt16](repeating: 0, count: 1 << 16)
    for (index, bucket) in wanted.enumerated() {
      slots[bucket] = UInt16(truncatingIfNeeded: index + 1)
    }
    var keys = [[UInt64]](repeating: [], count: wanted.count)
    for value in values {
      let key = key(value)
      let slot = slots[Int(key >> bucketShift)]
      if slot > 0 { keys[Int(slot) - 1].append(key) }
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
