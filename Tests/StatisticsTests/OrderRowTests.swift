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

  /// The orders of those counts, placed on day 300: their columns as rows list and draw them.
  private struct Listed {
    let count: Int
    let room: Int
    var lanes: [UInt32]
    var numbers: [UInt32]
    var words: [UInt32]

    init() {
      var sum: UInt64 = 0
      crows_total(OrderRowTests.counts, &sum, OrderRowTests.lanes)
      count = Int(sum)
      room = (count + 7) / 8 * 8
      lanes = [UInt32](repeating: 0, count: room)
      numbers = lanes
      words = [UInt32](repeating: 0, count: 4 * room)
      let count = count
      withRows { orders in
        withUnsafePointer(to: orders) {
          crows_list_orders(OrderRowTests.counts, OrderRowTests.first, $0, OrderRowTests.lanes)
        }
        OrderRowTests.stream.draw(orders, count: count, firstPath: 4_096, day: 300)
      }
    }

    mutating func withRows(_ use: (crows_orders) -> Void) {
      let room = room
      lanes.withUnsafeMutableBufferPointer { lanes in
        numbers.withUnsafeMutableBufferPointer { numbers in
          words.withUnsafeMutableBufferPointer { words in
            use(
              crows_orders(
                lane: lanes.baseAddress, number: numbers.baseAddress, words: words.baseAddress, room: room))
          }
        }
      }
    }

    func words(_ place: Int) -> SIMD4<UInt32> {
      SIMD4(words[place], words[room + place], words[2 * room + place], words[3 * room + place])
    }
  }

  @Test("orders are listed lane by lane, each with its own words") func list() {
    let listed = Listed()
    var place = 0
    for lane in 0..<Self.lanes {
      for number in 0..<Int(Self.counts[lane]) {
        let number = number + Int(Self.first[lane])
        #expect(listed.lanes[place] == lane && listed.numbers[place] == number)
        #expect(listed.words(place) == Self.stream.block(path: 4_096 + lane, day: 300, index: number))
        place += 1
      }
    }
    #expect(place == listed.count)
  }

  @Test("lanes that have changed places draw the words of their worlds") func moved() {
    var listed = Listed()
    let count = listed.count
    let places = (0..<Self.lanes).map { UInt32(($0 * 37 + 11) % Self.lanes) }
    listed.withRows { Self.stream.draw($0, count: count, firstPath: 4_096, places: places, day: 300) }
    for place in 0..<count {
      let (lane, number) = (Int(listed.lanes[place]), Int(listed.numbers[place]))
      #expect(listed.words(place) == Self.stream.block(path: 4_096 + Int(places[lane]), day: 300, index: number))
    }
    var picked = [UInt32](repeating: 0, count: Self.lanes)
    crows_pick((0..<UInt32(Self.lanes)).map { 7 * $0 }, places, &picked, Self.lanes)
    #expect(picked == places.map { 7 * $0 })
  }

  @Test("each order ends where its words say, one at a time or all at once", arguments: [true, false])
  func follow(counting: Bool) {
    var listed = Listed()
    let (placed, day, days) = (300, 310, 330)
    let sound = (0..<Self.lanes).map { 0.1 + 0.001 * Double($0) }
    let safe = sound.map { $0 + 0.2 }
    let promised = (0..<Self.lanes).map { Double(14 + $0 % 15) }
    let comesBack = (0..<Self.lanes).map { Double($0 % 3) / 3 }
    let months = (0..<days).map { $0 / 30 }

    var expected = Ends(lanes: Self.lanes, days: days)
    var others: [Other] = []
    for place in 0..<listed.count {
      let (words, lane) = (listed.words(place), Int(listed.lanes[place]))
      let due = day + Self.lag.days(word: words[1])
      let isLate = Double(due - placed) > promised[lane]
      if Uniform.double(words[0]) < (isLate ? safe : sound)[lane] {
        others.append(Other(place: place, due: due))
      } else if due < days {
        expected.well[months[due] * Self.lanes + lane] += 1
        if counting { expected.closing[due * Self.lanes + lane] += 1 }
        if Uniform.double(words[3]) < comesBack[lane] {
          expected.joining[due * Self.lanes + lane] += 1
          if counting { expected.lastJoining[lane] = max(expected.lastJoining[lane], Double(due)) }
        }
      }
    }

    var ends = Ends(lanes: Self.lanes, days: days)
    var left = [crows_other](repeating: crows_other(), count: listed.count + 1)
    var leftCount = 0
    let count = listed.count
    listed.withRows { orders in
      (sound + safe).withUnsafeBufferPointer { sound in
        promised.withUnsafeBufferPointer { promised in
          comesBack.withUnsafeBufferPointer { comesBack in
            months.withUnsafeBufferPointer { months in
              ends.well.withUnsafeMutableBufferPointer { well in
                ends.closing.withUnsafeMutableBufferPointer { closing in
                  ends.joining.withUnsafeMutableBufferPointer { joining in
                    ends.lastJoining.withUnsafeMutableBufferPointer { lastJoining in
                      var (orders, terms) = (
                        orders,
                        crows_ends(
                          sound: sound.baseAddress, promised: promised.baseAddress, comes_back: comesBack.baseAddress,
                          well: well.baseAddress, closing: counting ? closing.baseAddress : nil,
                          joining: joining.baseAddress, last_joining: counting ? lastJoining.baseAddress : nil,
                          refunds: (nil, nil, nil), refund: crows_lag(), month_of_day: months.baseAddress,
                          placed: placed, day: day, days: days, width: Self.lanes)
                      )
                      Self.lag.withRow { lag in
                        var lag = lag
                        crows_follow(&orders, count, &lag, &terms, &left, &leftCount)
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    #expect(left[..<leftCount].map { Other(place: Int($0.place), due: Int($0.due)) } == others)
    #expect(leftCount > 100 && leftCount < count - 100)
    #expect(ends == expected)
  }

  private struct Other: Equatable {
    let place: Int
    let due: Int
  }

  private struct Ends: Equatable {
    var well: [Double]
    var closing: [Double]
    var joining: [Double]
    var lastJoining: [Double]

    init(lanes: Int, days: Int) {
      well = Array(repeating: 0, count: 12 * lanes)
      closing = Array(repeating: 0, count: days * lanes)
      joining = closing
      lastJoining = Array(repeating: -1, count: lanes)
    }
  }
}
