import Analysis
import Simulation
import Statistics
import Testing

@Suite("Summaries of runs")
struct SummaryTests {
  let summary = Summary(fourWorlds())

  @Test("ruin is the share of worlds that ran out of money, and its causes add up to it")
  func ruin() {
    #expect(summary.ruin.successes == 2)
    #expect(summary.ruin.estimate == 0.5)
    #expect(summary.share(.insolvent).estimate == 0.25)
    #expect(summary.starved.estimate == 0.25)
  }

  @Test("the ruin day is over the ruined worlds only, and day 1 is the first")
  func ruinDay() throws {
    let day = try #require(summary.ruinDay)
    #expect(day.mean == 27)
    #expect(day.p50 == 27)
    #expect(abs(day.p5 - 14.4) < 1e-12)
  }

  @Test("without ruin there is no ruin day and no common month")
  func noRuin() {
    let summary = Summary(Outcome([.orders: [[1, 2]]], ruinDay: [-1, -1], ruinCause: [.none, .none]))
    #expect(summary.ruin.estimate == 0)
    #expect(summary.ruinDay == nil)
    #expect(summary.commonRuinMonth { _ in 0 } == nil)
  }

  @Test("months are totalled as the metric declares: sum, first, last, lowest")
  func totals() {
    #expect(summary.outcome.total(.orders) == [10, 1, 4, 4])
    #expect(summary.outcome.total(.openingCash) == [100, 100, 100, 100])
    #expect(summary.outcome.total(.closingCash) == [90, -5, 50, -20])
    #expect(summary.outcome.total(.lowestCash) == [70, -9, 40, -20])
    #expect(summary.outcome.total(.clicks) == [0, 0, 0, 0])
  }

  @Test("worth at the end is cash with what processors owe and hold back")
  func worth() {
    #expect(summary.outcome.finalWorth == [102, -4, 55, -19.5])
    #expect(summary.finalWorth.mean == 33.375)
  }

  @Test("a month's figures spread over the worlds")
  func month() {
    let orders = summary.monthly(.orders, month: 0)
    #expect(orders.mean == 2.5)
    #expect(orders.p50 == 2.5)
    #expect(orders.p25 == 1.75)
    // Σ(x − 2.5)² = 5 over n − 1 = 3.
    #expect(abs(orders.standardDeviation - (5.0 / 3).squareRoot()) < 1e-15)
  }

  @Test("the middle world is the lower one of two, by worth at the end")
  func medianWorld() {
    // In order: −19.5 (world 3), −4 (world 1), 55 (world 2), 102 (world 0).
    #expect(summary.medianWorld == 1)
  }

  @Test("the common ruin month is the first of those with most ruins")
  func commonMonth() {
    #expect(summary.commonRuinMonth { $0 < 31 ? 0 : 1 } == 0)
    #expect(summary.commonRuinMonth { _ in 1 } == 1)
  }
}
