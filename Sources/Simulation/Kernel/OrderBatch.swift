import Statistics

/// The orders that one offer ships at one go, and the words that decide about each.
///
/// Unsafe, and kept to this file: every order of every world passes through here, and arrays that check who shares them
/// at each append would take as long as the draws.
final class OrderBatch {
  struct Order {
    let lane: Int32
    let day: Int32
    /// Its number on its day.
    let number: Int32
  }

  private(set) var count = 0
  private var room = 256
  private var orders = UnsafeMutablePointer<Order>.allocate(capacity: 256)
  /// Four words an order.
  private var words = UnsafeMutablePointer<SIMD4<UInt32>>.allocate(capacity: 256)

  deinit {
    orders.deallocate()
    words.deallocate()
  }

  /// Each order has its own words of the stream, whoever ships it and when: strategies meet the same customers.
  func append(_ run: OrderRun, of stream: Stream, firstPath: Int) {
    let many = max(0, Int(run.count))
    if count + many > room { grow(to: count + many) }
    let (lane, day) = (Int32(truncatingIfNeeded: run.lane), Int32(truncatingIfNeeded: run.day))
    for place in 0..<many {
      let number = run.first + place
      (orders + count + place).initialize(to: Order(lane: lane, day: day, number: Int32(truncatingIfNeeded: number)))
      (words + count + place).initialize(to: stream.counter(path: firstPath + run.lane, day: run.day, index: number))
    }
    count += many
  }

  private func grow(to least: Int) {
    let more = max(least, 2 * room)
    let (oldOrders, oldWords) = (orders, words)
    orders = .allocate(capacity: more)
    words = .allocate(capacity: more)
    orders.moveInitialize(from: oldOrders, count: count)
    words.moveInitialize(from: oldWords, count: count)
    oldOrders.deallocate()
    oldWords.deallocate()
    room = more
  }

  /// Turns what `append` has noted into words, and hands out each order with its own.
  func draw(from stream: Stream, _ serve: (Order, SIMD4<UInt32>) -> Void) {
    stream.encipher(words, count: count)
    for place in 0..<count { serve(orders[place], words[place]) }
    count = 0
  }

  /// The lane of the first order.
  var firstLane: Int { count > 0 ? Int(orders[0].lane) : 0 }
}
