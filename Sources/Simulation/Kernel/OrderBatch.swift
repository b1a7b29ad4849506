import Statistics

/// The orders that one offer ships at one go, and the words that decide about each.
struct OrderBatch {
  struct Order {
    let lane: Int32
    let day: Int32
    /// Its number on its day.
    let number: Int32
  }

  private(set) var orders: [Order] = []
  /// Four words an order.
  private(set) var words: [SIMD4<UInt32>] = []

  var count: Int { orders.count }

  mutating func append(_ run: OrderRun) {
    let (lane, day) = (Int32(truncatingIfNeeded: run.lane), Int32(truncatingIfNeeded: run.day))
    for number in run.first..<(run.first + Int(run.count)) {
      orders.append(Order(lane: lane, day: day, number: Int32(truncatingIfNeeded: number)))
    }
  }

  /// Each order has its own words, whoever ships it and when: strategies meet the same customers.
  mutating func draw(from stream: Stream, firstPath: Int) {
    words.removeAll(keepingCapacity: true)
    for order in orders {
      words.append(stream.counter(path: firstPath + Int(order.lane), day: Int(order.day), index: Int(order.number)))
    }
    stream.encipher(&words)
  }

  mutating func clear() { orders.removeAll(keepingCapacity: true) }
}
