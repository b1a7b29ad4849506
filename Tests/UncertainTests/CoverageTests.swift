import Analysis
import Scenarios
import Simulation
import Statistics
import Testing

#if DEBUG
  private let isOptimized = false
#else
  private let isOptimized = true
#endif

/// Without optimisation its nine hundred thousand worlds would take many minutes.
@Suite(
  "95 % intervals hold the truth in 95 of 100 runs", .enabled(if: isOptimized, "run with: swift test -c release"))
struct CoverageTests {
  /// Counts are whole, so no interval holds the truth in exactly 95 of 100 runs. With 300 worlds the binomial law gives
  /// Wilson's interval 94.7 to 95.4 % near this probability of ruin, and the order statistics around the median 95.7 %.
  private static let worlds = 300
  private static let seeds = 2000

  /// One month of a shop whose click price nobody knows: three in ten of its worlds run out of money.
  private static let shop = Shop([
    "cash.budget": "350 USD", "ads.meta.budget": "30 USD per day", "ads.meta.cpc": "0.30 to 1.20",
    "stores.shop.payout_days": "4 days",
  ])

  /// The intervals of one run, and the truth from one with a thousand times the worlds.
  private struct Intervals {
    let ruin: ClosedRange<Double>
    let median: ClosedRange<Double>
    /// As printed: half its width to either side of the sample's median.
    let medianAsPrinted: ClosedRange<Double>
    let mean: ClosedRange<Double>

    init(_ outcome: Outcome) throws {
      let summary = Summary(outcome)
      let cash = outcome.total(.closingCash)
      ruin = summary.ruinInterval
      median = try #require(summary.quantileInterval(cash, 0.5))
      mean = try #require(summary.meanInterval(cash))
      let (middle, half) = (Distribution(cash).p50, (median.upperBound - median.lowerBound) / 2)
      medianAsPrinted = (middle - half)...(middle + half)
    }
  }

  @Test("ruin, median and mean of the final cash")
  func coverage() throws {
    let scenario = try Self.shop.scenario()
    let truth = Summary(try Draws(scenario, worlds: 1000 * Self.worlds, seed: 1_000_000).outcome)
    let cash = truth.total(.closingCash)
    #expect((0.2...0.6).contains(truth.ruin.estimate), "\(truth.ruin.estimate)")
    let runs = try (1...Self.seeds).map { seed in
      try Intervals(try Draws(scenario, worlds: Self.worlds, seed: UInt64(seed)).outcome)
    }
    func expectCoverage(_ name: String, _ holds: (Intervals) -> Bool) {
      let share = Double(runs.count(where: holds)) / Double(runs.count)
      // Three standard errors of 2,000 seeds.
      #expect(abs(share - 0.95) <= 0.015, "\(name): \(share)")
    }
    expectCoverage("ruin") { $0.ruin.contains(truth.ruin.estimate) }
    expectCoverage("median") { $0.median.contains(cash.p50) }
    expectCoverage("median as printed") { $0.medianAsPrinted.contains(cash.p50) }
    expectCoverage("mean") { $0.mean.contains(cash.mean) }
  }
}
