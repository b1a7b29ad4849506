import Analysis
import Simulation
import Statistics
import Testing

@Suite("How worlds end")
struct EndingSharesTests {
  /// Ten worlds of a month, of which the first ten days matter: three run out (day 3, 7 and 10), one of them with more owed
  /// by processors than was put in; one ends with what was put in.
  private let tenDays = Outcome(
    [
      .openingCash: [[100, 100, 100, 100, 100, 100, 100, 100, 100, 100]],
      .closingCash: [[-5, 40, -1, 100, 99, 60, 101, 150, 300, 120]],
      .owedByProcessors: [[0, 0, 250, 0, 0, 0, 0, 0, 0, 0]],
    ],
    ruinDay: [2, 6, 9, -1, -1, -1, -1, -1, -1, -1],
    ruinCause: [.insolvent, .starved, .insolvent] + [RuinCause](repeating: .none, count: 7))

  @Test("a world that runs out is out, whatever is owed to it; one that ends with what was put in has no profit")
  func byHand() {
    let shares = EndingShares(Summary(tenDays))
    #expect(shares.all.map(\.successes) == [3, 3, 4] && shares.all.allSatisfy { $0.trials == 10 })
    #expect(shares.ofHundred == (30, 30, 40))
    #expect(Summary(tenDays).share(.profit).successes == 5)
  }

  @Test("the same where only tallies were kept")
  func tallied() {
    #expect(EndingShares(Summary(tenDays.tallied)) == EndingShares(Summary(tenDays)))
  }

  @Test("a starved world is out of money with money in the bank")
  func starved() {
    #expect(Summary(tenDays).cashOfStarved == 40)
    #expect(Summary(tenDays.tallied).cashOfStarved == nil)
  }

  @Test("parts are rounded by largest remainders; of equal ones the first is one more")
  func apportionment() {
    #expect(Apportionment.of(100, by: [1, 1, 1]) == [34, 33, 33])
    #expect(Apportionment.of(100, by: [959, 181, 860]) == [48, 9, 43])
    #expect(Apportionment.of(100, by: [1, 0, 9_999]) == [0, 0, 100])
    #expect(Apportionment.of(48, by: [0, 0, 0]) == [0, 0, 0])
    let stream = Stream(seed: 5, name: "test.parts")
    for draw in 0..<1_000 {
      let counts = (0..<4).map { Int(stream.word(path: $0, day: draw, index: 0) % 5_000) }
      let parts = Apportionment.of(100, by: counts)
      let sum = counts.reduce(0, +)
      #expect(sum == 0 || parts.reduce(0, +) == 100)
      for (count, part) in zip(counts, parts) where sum > 0 {
        #expect(part == 100 * count / sum || part == 100 * count / sum + 1)
      }
    }
  }
}

/// Known answers: `labels` of analysis-baseline.json.
@Suite("Places among the worlds")
struct WorldPlaceTests {
  @Test(
    "worlds are ordered by worth, then by number; a place is a rank in whole numbers",
    arguments: [
      ([5, 3, 9, 3, 1, 7, 8, 2, 2, 6, 4], [4, 4, 8, 10, 9, 6, 2]), ([7], [0, 0, 0, 0, 0, 0, 0]),
      ([1, 1, 1], [0, 0, 0, 1, 1, 1, 2]),
      (
        [
          636, -381, -249, -169, -247, 621, 716, 315, -445, -369, -35, 106, 369, 170, -130, -277, 467, 528, -455, -341,
          132, 47, 742, 223, 88, 102, 432, 321, -259, 532, 559, 838, 600, -103, -53, 407, 410, 474, 716, -91, 814,
        ], [18, 1, 14, 13, 17, 22, 31]
      ),
    ])
  func labels(worth: [Double], worlds: [Int]) {
    let outcome = Outcome(
      [.closingCash: [worth]], ruinDay: worth.map { _ in -1 }, ruinCause: worth.map { _ in .none })
    #expect(WorldPlace.allCases.map { outcome.world(at: $0) } == worlds)
    #expect(Summary(outcome).medianWorld == worlds[3])
  }
}
