import CRows
import Testing

/// The rows that rules are made of, lane by lane against what they say.
@Suite struct RuleRowTests {
  static let figures: [Double] = [-1, 0, 1, 2, .nan, .infinity, -.infinity, 1.5] + [Double](repeating: 1, count: 24)

  @Test("a figure compares, and one that is no number with nothing")
  func keep() {
    let relations: [(crows_relation, (Double, Double) -> Bool)] = [
      (crows_less, { $0 < $1 }), (crows_less_or_equal, { $0 <= $1 }), (crows_greater, { $0 > $1 }),
      (crows_greater_or_equal, { $0 >= $1 }), (crows_equal, { $0 == $1 }),
      (crows_not_equal, { $0 < $1 || $0 > $1 }),
    ]
    let bounds = Self.figures.reversed().map(\.self)
    for (relation, holds) in relations {
      var mask = [Double](repeating: 1, count: Self.figures.count)
      mask[2] = 0
      var beside = mask
      crows_keep(Self.figures, Int32(relation.rawValue), 1, &mask, mask.count)
      crows_keep_beside(Self.figures, Int32(relation.rawValue), bounds, &beside, beside.count)
      for i in mask.indices {
        #expect((mask[i] == 1) == (i != 2 && holds(Self.figures[i], 1)), "\(relation) in lane \(i)")
        #expect((beside[i] == 1) == (i != 2 && holds(Self.figures[i], bounds[i])), "\(relation) in lane \(i)")
      }
    }
  }

  @Test("a condition lasts from the first of its mornings in a row") func lasting() {
    // Lane 0 holds always, lane 1 never, lane 2 but on day 2.
    var first: [Double] = [-1, -1, -1]
    var kept: [[Double]] = []
    for day in 0..<6 {
      var mask: [Double] = [1, 0, day == 2 ? 0 : 1]
      crows_keep_lasting(Double(day), 3, &first, &mask, 3)
      kept.append(mask)
    }
    #expect(kept.map { $0[0] } == [0, 0, 1, 1, 1, 1])
    #expect(kept.allSatisfy { $0[1] == 0 })
    #expect(kept.map { $0[2] } == [0, 0, 0, 0, 0, 1])
    #expect(first == [0, -1, 3])
  }

  @Test("what has fired rests") func rested() {
    var mask: [Double] = [1, 1, 1, 0]
    crows_keep_rested([-1, 4, 3, -1], 10, 7, &mask, 4)
    #expect(mask == [1, 0, 1, 0])
  }

  @Test(
    "the lanes that are kept are listed, be there one lane or many", arguments: [1, 3, 31, 32, 33, 128, 160, 1_000])
  func list(lanes: Int) {
    for kept in [{ _ in true }, { _ in false }, { $0 % 7 == 3 }, { $0 % 32 < 11 }, { $0 == lanes - 1 }]
      as [(Int) -> Bool]
    {
      let expected = (0..<lanes).filter(kept).map { UInt32($0) }
      let untouched: UInt32 = .max
      var listed = [UInt32](repeating: untouched, count: lanes + 8)
      var count = -1
      crows_list_kept((0..<lanes).map { kept($0) ? 1 : 0 }, &listed, &count, lanes)
      #expect(Array(listed[..<count]) == expected)
      #expect(listed[count...].allSatisfy { $0 == untouched }, "nothing is written beyond them")
    }
  }

  @Test("channels share a day's orders in their order") func shares() {
    let total: [Float] = [5, 2, 0, 4]
    var left = total
    var meta: [Float] = [3, 3, 0, 1]
    var search: [Float] = [4, 1, 0, 1]
    crows_share_out(total, &left, &meta, 4)
    crows_share_out(total, &left, &search, 4)
    #expect(meta == [0.6, 1, 0, 0.25])
    #expect(search == [0.4, 0, 0, 0.25])
    #expect(left == [0, 0, 0, 2])
  }

  @Test("money runs out below the credit line, or after days without ads; the ended do not end again") func ruin() {
    var (alive, day, cause) = ([Double](repeating: 1, count: 5), [Double](repeating: -1, count: 5), [0.0, 0, 0, 0, 0])
    alive[4] = 0
    let (cash, credit): ([Double], [Double]) = ([-101, -100, 50, -200, -500], [100, 100, 0, 100, 0])
    crows_ruin(30, cash, credit, 1e-6, [0, 13, 14, 20, 99], 14, 1, 2, &alive, &day, &cause, 5)
    #expect(alive == [0, 1, 0, 0, 0])
    #expect(day == [30, -1, 30, 30, -1])
    #expect(cause == [1, 0, 2, 1, 0])
  }
}
