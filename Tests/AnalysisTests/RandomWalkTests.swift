import Analysis
import Language
import Scenarios
import Simulation
import Statistics
import Testing

/// A shop whose cash is a random walk without drift: visitors that cost nothing buy about twenty times a day, and each day
/// costs what twenty orders bring.
@Suite("Cash as a random walk")
struct RandomWalkTests {
  @Test("the budget for 5 % ruin is that of the reflection principle")
  func need() throws {
    let base = try scenario(
      """
      name: walk
      currency: USD
      start: 2027-01-01
      months: 12
      cash: {budget: 1000 USD}
      costs:
        draw: {amount: 200 USD per day}
      products:
        gadget: {price: 10 USD, offers: {maker: {unit_cost: 0 USD}}}
      stores:
        shop: {conversion: 10 %, payout_days: 0}
      traffic:
        search: {visits: 200 visits per day}
      suppliers:
        maker: {}

      """)
    // A day brings 10 · (Poisson(20) − 20): mean 0, standard deviation 10 · √20. The least of n such days is below −b with
    // probability 2 Φ(−(b + 0.5826 σ) ÷ (σ √n)): reflection, and Siegmund's correction for days instead of moments (Siegmund,
    // "Sequential Analysis" (1985), section X, doi:10.1007/978-1-4757-1862-1).
    let deviation = 10 * Elementary.squareRoot(20)
    let days = Double(base.dayCount)
    let truth = -Normal.quantile(0.025) * deviation * Elementary.squareRoot(days) - 0.5826 * deviation

    let slot = try #require(base.slot("cash.budget"))
    var options = RunOptions()
    options.paths = 4000
    let target = Target(try Measure(metric: "ruin", statistic: nil), .lessOrEqual, 0.05)
    let grid: [Double] = [0, 500, 1000, 1500, 2000, 3000]
    let solution = Solution(target, grid: grid) { value in
      (try? Program(base.assigning(.number(value), to: slot), seed: 3).run(options)).map(Summary.init)
    }
    guard case .from(let crossing) = solution.verdict else {
      Issue.record("\(solution.verdict)")
      return
    }
    let (low, high) = (try #require(crossing.low), try #require(crossing.high))
    // The interval is one of 95 %: half of it more on either side leaves room for one seed.
    let room = (high - low) / 2
    #expect(low - room < truth && truth < high + room, "\(low) \(high) \(truth)")
    #expect((high - low) / truth < 0.1)
  }
}
