import Analysis
import Simulation
import Testing

@Suite struct ParallelTests {
  @Test("values stand in their places, on any number of threads", arguments: [0, 1, 2, 7, 1024])
  func places(_ threads: Int) {
    for count in [0, 1, 2, 300] {
      #expect(Parallel.map(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
  }

  @Test("figures are the same on any number of threads", arguments: [0, 2, 7])
  func figures(_ threads: Int) {
    let months = (0..<3).map { month in (0..<5_000).map { Double(($0 * 7_919 + month) % 5_003) } }
    let outcome = Outcome(
      [.orders: months, .netProfit: months.reversed()], ruinDay: [Double](repeating: -1, count: 5_000),
      ruinCause: [RuinCause](repeating: .none, count: 5_000))
    let metrics: [Metric] = [.orders, .netProfit]
    let (alone, together) = (Summary(outcome, threads: 1), Summary(outcome, threads: threads))
    let wanted = [Figure.metrics[0], .finalWorth, .gain]
    #expect(together.distributions(of: wanted) == wanted.map { Distribution($0.sample(in: outcome)) })
    #expect(together.monthly(metrics) == metrics.map { metric in (0..<3).map { alone.monthly(metric, month: $0) } })
    let quantiles = together.monthlyQuantiles([(.orders, [0.05, 0.5]), (.netProfit, [0.95])])
    #expect(quantiles[0].map { $0[0] } == (0..<3).map { alone.monthly(.orders, month: $0).p5 })
    #expect(quantiles[0].map { $0[1] } == (0..<3).map { alone.monthly(.orders, month: $0).p50 })
    #expect(quantiles[1].map { $0[0] } == (0..<3).map { alone.monthly(.netProfit, month: $0).p95 })
  }
}
