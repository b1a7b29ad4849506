import CRows
import Statistics

/// The orders that one offer ships at one go, and the words that decide about each.
///
/// Unsafe, and kept to this file: every order of every world passes through here, and arrays that check who shares them
/// at each append would take as long as the draws.
final class OrderBatch {
  private(set) var count = 0
  private var room = 256
  private var orders = UnsafeMutablePointer<crows_order>.allocate(capacity: 256)
  private var words = UnsafeMutablePointer<SIMD4<UInt32>>.allocate(capacity: 256)
  /// One more than orders: the row writes each place before it knows whether it counts.
  private var others = UnsafeMutablePointer<UInt32>.allocate(capacity: 257)

  deinit { release() }

  private func release() {
    orders.deallocate()
    words.deallocate()
    others.deallocate()
  }

  /// Lists the orders of a day lane by lane and draws their words, in the place of those listed before.
  ///
  /// Each order has its own words of the stream, whoever ships it and when: strategies meet the same customers.
  /// - Parameters:
  ///   - counts: how many of each lane.
  ///   - first: the number of each lane's first on the day they were placed.
  func list(_ counts: Row, from first: Row, placed day: Int, of stream: Stream, firstPath: Int, lanes: Int) {
    var sum: UInt64 = 0
    crows_total(counts, &sum, lanes)
    count = Int(truncatingIfNeeded: sum)
    if count > room { grow() }
    words.withMemoryRebound(to: UInt32.self, capacity: 4 * count) { blocks in
      crows_list_orders(
        counts, first, UInt32(truncatingIfNeeded: firstPath), UInt32(truncatingIfNeeded: day), stream.identifier,
        orders, blocks, lanes)
    }
    stream.encipher(words, count: count)
  }

  /// What was listed need not be kept.
  private func grow() {
    release()
    room = max(count, 2 * room)
    orders = .allocate(capacity: room)
    words = .allocate(capacity: room)
    others = .allocate(capacity: room + 1)
  }

  /// Follows those that surely go well to their end, and hands out the others.
  func follow(_ delivery: LagTable, _ ends: crows_ends, _ serve: (crows_order, SIMD4<UInt32>) -> Void) {
    var left = 0
    words.withMemoryRebound(to: UInt32.self, capacity: 4 * count) { blocks in
      delivery.withRow { lag in
        withUnsafePointer(to: lag) { lag in
          withUnsafePointer(to: ends) { crows_follow(orders, blocks, count, lag, $0, others, &left) }
        }
      }
    }
    for place in 0..<left { serve(orders[Int(others[place])], words[Int(others[place])]) }
  }

  /// Hands out all.
  func each(_ serve: (crows_order, SIMD4<UInt32>) -> Void) {
    for place in 0..<count { serve(orders[place], words[place]) }
  }
}
