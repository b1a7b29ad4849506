import Statistics

/// The orders that one offer ships at one go, in columns: the lane, the day and the number of each, and its words.
struct OrderBatch {
  private(set) var lanes: [Int32] = []
  private(set) var days: [Int32] = []
  private(set) var numbers: [Int32] = []
  /// Four words an order.
  private(set) var words: [SIMD4<UInt32>] = []

  var count: Int { lanes.count }

  mutating func append(_ orders: OrderRun) {
    for number in orders.first..<(orders.first + Int(orders.count)) {
      lanes.append(Int32(truncatingIfNeeded: orders.lane))
      days.append(Int32(truncatingIfNeeded: orders.day))
      numbers.append(Int32(truncatingIfNeeded: number))
    }
  }

  /// Each order has its own words, whoever ships it and when: strategies meet the same customers.
  mutating func draw(from stream: Stream, firstPath: Int) {
    words.removeAll(keepingCapacity: true)
    for i in 0..<lanes.count {
      words.append(stream.block(path: firstPath + Int(lanes[i]), day: Int(days[i]), index: Int(numbers[i])))
    }
  }

  mutating func clear() {
    lanes.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
  }
}
