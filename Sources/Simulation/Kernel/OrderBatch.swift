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

  /// Each order has its own words of the stream, whoever ships it and when: strategies meet the same customers.
  mutating func append(_ run: OrderRun, of stream: Stream, firstPath: Int) {
    let (lane, day) = (Int32(truncatingIfNeeded: run.lane), Int32(truncatingIfNeeded: run.day))
    for number in run.first..<(run.first + Int(run.count)) {
      orders.append(Order(lane: lane, day: day, number: Int32(truncatingIfNeeded: number)))
      words.append(stream.counter(path: firstPath + run.lane, day: run.day, index: number))
    }
  }

  /// Turns what `append` has noted into words.
  mutating func draw(from stream: Stream) { stream.encipher(&words) }

  mutating func clear() {
    orders.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
  }
}
