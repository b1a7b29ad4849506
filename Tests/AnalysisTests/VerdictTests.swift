import Analysis
import Simulation
import Statistics
import Testing

@Suite("What may be said of plans")
struct VerdictTests {
  /// A plan by its figures, with signs beyond error as given.
  private func outlook(
    median: Double, _ medianSign: Int, mean: Double, _ meanSign: Int, ruin: Double, profit: Double
  ) -> Outlook {
    func reading(_ value: Double, _ sign: Int) -> Reading {
      let half = value.magnitude * (sign == 0 ? 2 : 0.5)
      return Reading(value, (value - half)...(value + half))
    }
    let trials = 1_000_000
    func share(_ value: Double) -> Proportion {
      Proportion(successes: Int((value * Double(trials)).rounded()), trials: trials)
    }
    return Outlook(
      ruin: share(ruin), profit: share(profit), median: reading(median, medianSign), mean: reading(mean, meanSign),
      goodCase: 16_000, moneyPutIn: 6000)
  }

  private func verdict(_ outlooks: [Outlook]) -> Verdict {
    let places = outlooks.indices
    let earning = places.max { outlooks[$0].median.value < outlooks[$1].median.value } ?? 0
    let safest = places.min { outlooks[$0].ruin.estimate < outlooks[$1].ruin.estimate } ?? 0
    return Verdict(outlooks, earning: [earning], safest: [safest])
  }

  @Test(
    "every strategy loses: keep the money; the best loses less, and runs out less often, in more than half of its worlds"
  )
  func everyStrategyLoses() {
    let told = verdict([
      outlook(median: -5962, -1, mean: -4105, -1, ruin: 0.891, profit: 0.12),
      outlook(median: -5800, -1, mean: -2700, -1, ruin: 0.591, profit: 0.17),
    ])
    #expect(told.baseline == .keep && told.contender == 1 && told.notToStart == [0, 1])
    #expect(told.claims == [.losesLess(1), .runsOutLessOften(1), .stillRunsOut(1)])
  }

  @Test("a mean that gains while every median loses is a lottery")
  func lottery() {
    let told = verdict([
      outlook(median: -900, -1, mean: 1200, 1, ruin: 0.55, profit: 0.2),
      outlook(median: -400, -1, mean: -150, -1, ruin: 0.2, profit: 0.25),
    ])
    #expect(told.baseline == .lottery && told.contender == 0 && told.outlooks[0].isLottery)
    #expect(told.claims == [.losesLess(1), .runsOutLessOften(1)])
  }

  @Test("a mean that may be anything is too close to call")
  func close() {
    let told = verdict([outlook(median: -120, -1, mean: 90, 0, ruin: 0.3, profit: 0.46)])
    #expect(told.baseline == .close && told.claims == [])
  }

  @Test("where one gains it earns more, and may be safer")
  func oneGains() {
    let told = verdict([
      outlook(median: -500, -1, mean: -300, -1, ruin: 0.4, profit: 0.3),
      outlook(median: 1800, 1, mean: 2500, 1, ruin: 0.12, profit: 0.78),
    ])
    #expect(told.baseline == .none && told.notToStart == [0])
    #expect(told.claims == [.earnsMore(1), .safer(1)])
    #expect(told.outlooks[1].recommendation == .mayBreak)
  }

  @Test("what gains and yet often runs out is told so")
  func gainsAndIsRuined() {
    let told = verdict([
      outlook(median: 900, 1, mean: 4000, 1, ruin: 0.52, profit: 0.51),
      outlook(median: 300, 1, mean: 500, 1, ruin: 0.08, profit: 0.6),
    ])
    #expect(told.baseline == .none)
    #expect(told.claims == [.earnsMore(0), .safer(1), .stillRunsOut(0)])
    #expect(told.outlooks.map(\.recommendation) == [.mayBreak, .worthATry])
  }

  @Test(
    "a plan is recommended by its chances of a profit and of ruin, within their errors; of few worlds nothing is said")
  func recommendations() {
    func recommended(_ profits: Int, _ ruins: Int, of worlds: Int = 1000) -> Outlook.Recommendation {
      Outlook(
        ruin: Proportion(successes: ruins, trials: worlds), profit: Proportion(successes: profits, trials: worlds),
        median: Reading(0), mean: Reading(0), goodCase: 0, moneyPutIn: 0
      ).recommendation
    }
    #expect(recommended(460, 0) == .doNotStart && recommended(480, 0) == .coinToss && recommended(520, 0) == .coinToss)
    #expect(
      recommended(540, 80) == .worthATry && recommended(540, 95) == .mayBreak && recommended(900, 400) == .mayBreak)
    #expect(recommended(60, 0, of: 60) == .tooFewWorlds)
  }
}
