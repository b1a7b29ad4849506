import Scenarios
import Simulation
import Statistics
import Testing

@Suite("What even sampling gains, measured")
struct SamplingErrorTests {
  /// Spends by the day and the month, known to the cent where nothing but the draws decides.
  private let spender: KeyValuePairs<String, String> = [
    "cash.budget": "1M", "ads.meta.budget": "20 to 60 USD per day", "costs.plan.amount": "30 to 300 USD per month",
    "ads.meta.cpc": "0.60 to 1.40", "stores.shop.conversion": "1 to 4 %", "suppliers.yiwu.failure_rate": "0",
  ]

  private static let worlds = 256
  private static let seeds = 1...24 as ClosedRange<UInt64>

  /// The root mean square error of the mean of a figure over the seeds.
  private func error(
    _ sampling: ParameterSampling, of figure: (Outcome) -> [Double], truth: Double
  ) throws -> Double {
    let scenario = try Shop(spender).scenario()
    let squares = try Self.seeds.map { seed in
      let outcome = try Draws(scenario, worlds: Self.worlds, seed: seed, sampling: sampling).outcome
      let error = mean(figure(outcome)) - truth
      return error * error
    }
    return mean(squares).squareRoot()
  }

  @Test("of a sum of two draws little error is left")
  func sum() throws {
    let figure = { (outcome: Outcome) in
      zip(outcome.total(.adPayments), outcome.total(.fixedPayments)).map { $0 + $1 }
    }
    let scenario = try Shop(spender).scenario()
    let truth = Program(scenario, seed: 1).plan()
    let expected = truth.total(.adPayments)[0] + truth.total(.fixedPayments)[0]
    let random = try error(.random, of: figure, truth: expected)
    #expect(try error(.latinHypercube, of: figure, truth: expected) < 0.15 * random)
    #expect(try error(.sobol, of: figure, truth: expected) < 0.15 * random)
  }

  @Test("of net profit, a product of draws with each day's chance in it, less error is left than random draws leave")
  func profit() throws {
    let figure = { (outcome: Outcome) in outcome.total(.netProfit) }
    let truth = mean(
      try Draws(try Shop(spender).scenario(), worlds: 100_000, seed: 99, sampling: .sobol)
        .outcome.total(.netProfit))
    let random = try error(.random, of: figure, truth: truth)
    #expect(try error(.latinHypercube, of: figure, truth: truth) < 0.8 * random)
    #expect(try error(.sobol, of: figure, truth: truth) < 0.6 * random)
  }
}
