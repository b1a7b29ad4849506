import Analysis
import Language
import Scenarios
import Simulation
import Statistics
import Testing

@Suite("The chance of a profit, and when the money is back")
struct BreakEvenTests {
  private func worlds(putIn: Double, _ worths: [[Double]]) -> Outcome {
    let paths = worths[0].count
    let none = [Double](repeating: 0, count: paths)
    let opening = [[Double](repeating: putIn, count: paths)] + worths.dropFirst().map { _ in none }
    return Outcome(
      [.openingCash: opening, .closingCash: worths], ruinDay: none.map { _ in -1 },
      ruinCause: none.map { _ in RuinCause.none })
  }

  @Test(
    "the money is back in the first month since which worth has stayed above it",
    arguments: [
      (1000, [900, 1100, 950, 1200, 1300], 4), (1000, [1100, 1200, 1000], 0), (1000, [1001, 1002, 1003], 1),
      (0, [0, 0], 0),
    ] as [(Double, [Double], Double)])
  func series(putIn: Double, worths: [Double], month: Double) {
    let outcome = worlds(putIn: putIn, worths.map { [$0] })
    #expect(outcome.breakEvenMonth == [month])
    for summary in [Summary(outcome), Summary(outcome.tallied)] {
      #expect(summary.share(.profit).successes == (month > 0 ? 1 : 0))
    }
  }

  /// What a random walk of the worth at month ends does, by the recursion of its density; for a walk without drift by Sparre
  /// Andersen's count, C(2T, T) ÷ 4^T.
  struct Walk: CustomTestStringConvertible {
    let name: String
    let putIn: Double
    let drift: Double
    let deviation: Double
    let months: Int
    let profit: Double
    /// The chance to be back by month 1, 2, …
    let back: [Double]
    let medianMonth: Double

    var testDescription: String { name }

    static let all = [
      Walk(
        name: "up", putIn: 2000, drift: 100, deviation: 400, months: 12, profit: 0.806761884614,
        back: [
          0.342330252, 0.418360149, 0.476356186, 0.524797307, 0.567138553, 0.605251751, 0.64034525, 0.673329009,
          0.705023726, 0.736374789, 0.768910554, 0.806761884,
        ], medianMonth: 2),
      Walk(
        name: "even", putIn: 2000, drift: 0, deviation: 400, months: 6, profit: 0.5,
        back: [0.225585937, 0.282640581, 0.332189149, 0.380660716, 0.433069881, 0.499999999], medianMonth: 2),
      Walk(
        name: "down", putIn: 6000, drift: -150, deviation: 600, months: 12, profit: 0.193238115386,
        back: [
          0.0492142241, 0.0614947164, 0.0718797179, 0.0815321076, 0.0909707103, 0.100538883, 0.110543287, 0.12133488,
          0.133406189, 0.147590664, 0.165656684, 0.193238115,
        ], medianMonth: 6),
    ]
  }

  @Test("of a random walk both are what its density says", arguments: Walk.all)
  func walk(_ walk: Walk) throws {
    let paths = 20_000
    let stream = Stream(seed: 5, name: "test.walk")
    var worths: [[Double]] = []
    for month in 0..<walk.months {
      let last = worths.last ?? [Double](repeating: walk.putIn, count: paths)
      worths.append(
        last.enumerated().map { path, worth in
          let uniform = (Double(stream.word(path: path, day: month)) + 0.5) / 0x1p32
          return worth + walk.drift + walk.deviation * Normal.quantile(uniform)
        })
    }
    let outcome = worlds(putIn: walk.putIn, worths)
    let month = try Measure(metric: "break_even_month", statistic: "p50")
    for summary in [Summary(outcome), Summary(outcome.tallied)] {
      let error = (walk.profit * (1 - walk.profit) / Double(paths)).squareRoot()
      #expect(abs(summary.share(.profit).estimate - walk.profit) < 4 * error)
      #expect(month.value(in: summary) == walk.medianMonth)
    }
    for (index, chance) in walk.back.enumerated() {
      let share = Double(outcome.breakEvenMonth.count { $0 > 0 && $0 <= Double(index + 1) }) / Double(paths)
      #expect(abs(share - chance) < 4 * (chance * (1 - chance) / Double(paths)).squareRoot(), "month \(index + 1)")
    }
  }

  @Test(
    "a cost on the first day is back when the months have earned it",
    arguments: [
      (5000.0, 2.0, [18_500, 22_116.67, 25_733.33]), (12_000, 0, [11_500, 15_116.67, 18_733.33]),
      (0, 1, [23_500, 27_116.67, 30_733.33]),
    ] as [(Double, Double, [Double])])
  func entry(cost: Double, month: Double, ends: [Double]) throws {
    let shop = try scenario(
      """
      name: entry
      currency: USD
      start: 2027-06-01
      months: 3
      cash: {budget: 20000 USD}
      costs:
        platform: {amount: 300 USD per 30 days}
        sundries: {amount: 200 USD per 30 days, row: other}
        entry: {amount: \(cost) USD once, row: other}
      products:
        gadget: {price: 0.50 USD, offers: {wholesaler: {unit_cost: 0.20 USD}}}
      stores:
        shop: {conversion: 10 %, payout_days: 0, reserve_rate: 0 %, reserve_days: 90}
      ads:
        paid: {budget: 2000 USD per 30 days, cpc: 0.01 USD}
      suppliers:
        wholesaler: {}

      """)
    var options = RunOptions()
    options.paths = 200
    let program = Program(shop, seed: 1)
    let outcome = try #require(try program.run(options))
    #expect(outcome.breakEvenMonth.allSatisfy { $0 == month })
    #expect(outcome.finalWorth.allSatisfy { abs($0 - ends[2]) < 350 })
    #expect(program.plan().breakEvenMonth == [month])
    options.keeping = .tallies
    let summary = Summary(try #require(try program.run(options)))
    #expect(summary.share(.profit).estimate == (month > 0 ? 1 : 0))
    let mean = try #require(try Measure(metric: "gain", statistic: "mean").value(in: summary))
    #expect(abs(mean - Moments(outcome.gain).mean) < 1e-3)
  }

  @Test("the worth of the last month is the final worth, and a strategy is measured against its own money")
  func ownMoney() throws {
    let base = try scenario(plainShop)
    var options = RunOptions()
    options.paths = 100
    let outcome = try #require(try Program(base, seed: 3).run(options))
    let slot = try #require(base.slot("cash.budget"))
    let rich = try #require(try Program(base.assigning(.number(50_000), to: slot), seed: 3).run(options))
    #expect(outcome.moneyPutIn.allSatisfy { $0 == 3000 } && rich.moneyPutIn.allSatisfy { $0 == 50_000 })
    for one in [outcome, rich] {
      for path in 0..<one.paths {
        #expect((one.breakEvenMonth[path] > 0) == (one.finalWorth[path] > one.moneyPutIn[path]))
        #expect(abs(one.gain[path] - (one.finalWorth[path] - one.moneyPutIn[path])) < 1e-6)
      }
    }
  }
}
