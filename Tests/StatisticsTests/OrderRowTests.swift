import CRows
import Testing

@testable import Statistics

/// The rows that list orders and follow them to their ends, against one order at a time.
@Suite struct OrderRowTests {
  static let lanes = 160
  static let lag = LagTable(
    sumOf: .lognormal(Lognormal(median: 2, logDeviation: 0.5)), .lognormal(Lognormal(median: 10, logDeviation: 0.3)))

  /// Orders of every lane: none, a few, and in one lane more than a stream's index holds.
  static let counts = (0..<lanes).map { $0 == 77 ? Float(4_100) : Float([0, 0, 1, 3, 0, 2][$0 % 6]) }
  static let first = (0..<lanes).map { Float($0 % 4) }
  static let stream = Stream(seed: 7, name: "order rows")

  private func listed() -> (orders: [crows_order], blocks: [UInt32]) {
    var sum: UInt64 = 0
    crows_total(Self.counts, &sum, Self.lanes)
    var orders = [crows_order](repeating: crows_order(), count: Int(sum))
    var blocks = [UInt32](repeating: 0, count: 4 * Int(sum))
    crows_list_orders(Self.counts, Self.first, 4_096, 300, Self.stream.identifier, &orders, &blocks, Self.lanes)
    return (orders, blocks)
  }

  @Test("orders are listed lane by lane, each with the counter of its own draws") func list() {
    let (orders, blocks) = listed()
    var place = 0
    for lane in 0..<Self.lanes {
      for number in 0..<Int(Self.counts[lane]) {
        let number = number + Int(Self.first[lane])
        let counter = Self.stream.counter(path: 4_096 + lane, day: 300, index: number)
        #expect(orders[place].lane == lane && orders[place].day == 300 && orders[place].number == number)
        #expect((0..<4).allSatisfy { blocks[4 * place + $0] == counter[$0] })
        place += 1
      }
    }
    #expect(place == orders.count)
  }

  @Test("each order ends where its words say, one at a time or all at once", arguments: [true, false])
  func follow(counting: Bool) {
    let (orders, counters) = listed()
    let blocks = (0..<orders.count).map { place in
      Self.stream.block(path: 4_096 + Int(orders[place].lane), day: 300, index: Int(orders[place].number))
    }
    #expect(counters.count == 4 * blocks.count)
    let (day, days) = (310, 330)
    let sound = (0..<Self.lanes).map { 0.1 + 0.001 * Double($0) }
    let safe = sound.map { $0 + 0.2 }
    let promised = (0..<Self.lanes).map { Double(14 + $0 % 15) }
    let comesBack = (0..<Self.lanes).map { Double($0 % 3) / 3 }
    let months = (0..<days).map { $0 / 30 }

    var expected = Ends(lanes: Self.lanes, days: days)
    var others: [UInt32] = []
    for (place, order) in orders.enumerated() {
      let (words, lane) = (blocks[place], Int(order.lane))
      let due = day + Self.lag.days(word: words[1])
      let isLate = Double(due - Int(order.day)) > promised[lane]
      if Uniform.double(words[0]) < (isLate ? safe : sound)[lane] {
        others.append(UInt32(place))
      } else if due < days {
        expected.well[months[due] * Self.lanes + lane] += 1
        if counting { expected.closing[due * Self.lanes + lane] += 1 }
        if Uniform.double(words[3]) < comesBack[lane] { expected.joining[due * Self.lanes + lane] += 1 }
      }
    }

    var ends = Ends(lanes: Self.lanes, days: days)
    var left = [UInt32](repeating: 0, count: orders.count + 1)
    var leftCount = 0
    let flat = blocks.flatMap { [$0[0], $0[1], $0[2], $0[3]] }
    sound.withUnsafeBufferPointer { sound in
      safe.withUnsafeBufferPointer { safe in
        promised.withUnsafeBufferPointer { promised in
          comesBack.withUnsafeBufferPointer { comesBack in
            months.withUnsafeBufferPointer { months in
              ends.well.withUnsafeMutableBufferPointer { well in
                ends.closing.withUnsafeMutableBufferPointer { closing in
                  ends.joining.withUnsafeMutableBufferPointer { joining in
                    var terms = crows_ends(
                      sound: sound.baseAddress, safe: safe.baseAddress, promised: promised.baseAddress,
                      comes_back: comesBack.baseAddress, well: well.baseAddress,
                      closing: counting ? closing.baseAddress : nil, joining: joining.baseAddress,
                      month_of_day: months.baseAddress, day: day, days: days, lanes: Self.lanes)
                    Self.lag.withRow { lag in
                      var lag = lag
                      crows_follow(orders, flat, orders.count, &lag, &terms, &left, &leftCount)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    #expect(Array(left[..<leftCount]) == others)
    #expect(leftCount > 100 && leftCount < orders.count - 100)
    #expect(ends == expected)
  }

  private struct Ends: Equatable {
    var well: [Double]
    var closing: [Double]
    var joining: [Double]

    init(lanes: Int, days: Int) {
      well = Array(repeating: 0, count: 12 * lanes)
      closing = Array(repeating: 0, count: days * lanes)
      joining = closing
    }
  }
}
