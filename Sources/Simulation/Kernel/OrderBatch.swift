import CRows
import Statistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The orders that one offer ships at one go, and the words that decide about each.
///
/// Unsafe, and kept to this file: every order of every world passes through here, and arrays that check who shares them
/// at each append would take as long as the draws.
final class OrderBatch {
  private(set) var count = 0
  /// The memory for a day's orders was refused: they are not listed, and the block's figures are worth nothing.
  private(set) var refusal: MemoryRefusal?
  private var orders: crows_orders
  private var columns: UnsafeMutablePointer<UInt32>
  /// One more than orders: the row writes each place before it knows whether it counts.
  private var others: UnsafeMutablePointer<crows_other>

  init() {
    // A few kilobytes, as Swift asks for itself: refused, they end the program in both.
    do throws(MemoryRefusal) {
      (orders, columns, others) = try Self.allocate(room: 256)
    } catch { fatalError("no memory for \(error.bytes) bytes") }
  }

  deinit { release() }

  private static func allocate(
    room: Int
  ) throws(MemoryRefusal) -> (crows_orders, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<crows_other>) {
    let columns = try Memory.zeros(6 * room, of: UInt32.self)
    let others: UnsafeMutablePointer<crows_other>
    do throws(MemoryRefusal) {
      others = try Memory.zeros(room + 1, of: crows_other.self)
    } catch {
      free(columns)
      throw error
    }
    return (crows_orders(lane: columns, number: columns + room, words: columns + 2 * room, room: room), columns, others)
  }

  private func release() {
    free(columns)
    free(others)
  }

  /// Lists the orders of a day lane by lane and draws their words, in the place of those listed before.
  ///
  /// Each order has its own words of the stream, whoever ships it and when: strategies meet the same customers.
  /// - Parameters:
  ///   - counts: how many of each lane.
  ///   - first: the number of each lane's first on the day they were placed.
  ///   - places: how far beyond the first path that of each lane is; nil: as far as the lane.
  func list<Number: RowNumber>(
    _ counts: Row<Number>, from first: Row<Number>, placed day: Int, of stream: Stream, by draws: Number.Draws,
    firstPath: Int, places: WordRow?, lanes: Int
  ) {
    var sum: UInt64 = 0
    draws.total(counts, &sum, lanes)
    count = Int(truncatingIfNeeded: sum)
    guard count <= orders.room || grow() else {
      count = 0
      return
    }
    withUnsafePointer(to: orders) { draws.listOrders(counts, first, $0, lanes) }
    stream.draw(orders, count: count, firstPath: firstPath, places: places, day: day)
  }

  /// What was listed need not be kept.
  private func grow() -> Bool {
    do throws(MemoryRefusal) {
      let larger = try Self.allocate(room: (max(count, 2 * orders.room) + 7) / 8 * 8)
      release()
      (orders, columns, others) = larger
      return true
    } catch {
      refusal = error
      return false
    }
  }

  /// Follows those that surely go well to their end, and hands out the others, with the day their delivery is due.
  func follow(_ delivery: crows_lag, _ ends: crows_ends, _ serve: (ListedOrder, _ due: Int) -> Void) {
    var left = 0
    withUnsafePointer(to: delivery) { lag in
      withUnsafePointer(to: ends) { ends in
        withUnsafePointer(to: orders) { crows_follow($0, count, lag, ends, others, &left) }
      }
    }
    for place in 0..<left { serve(self[Int(others[place].place)], Int(others[place].due)) }
  }

  /// Hands out all.
  func each(_ serve: (ListedOrder) -> Void) {
    for place in 0..<count { serve(self[place]) }
  }

  private subscript(place: Int) -> ListedOrder {
    let room = orders.room
    let words = columns + 2 * room + place
    return ListedOrder(
      lane: Int(columns[place]), number: Int(columns[room + place]),
      words: SIMD4(words[0], words[room], words[2 * room], words[3 * room]))
  }
}

/// An order of a batch.
struct ListedOrder {
  let lane: Int
  /// On the day it was placed.
  let number: Int
  let words: SIMD4<UInt32>
}
