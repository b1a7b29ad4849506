import Analysis
import Simulation
import Statistics
import Testing

/// Words of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195) as standard normal numbers.
private struct Normals {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Normal.quantile((Double(z >> 12) + 0.5) * 0x1p-52)
  }
}

@Suite("Strategies world by world, worked by hand")
struct ComparisonTests {
  private let a = [10.0, 20, 30, 40]
  private let b = [5.0, 25, 30, 20]

  @Test("who beats whom, ties apart")
  func duel() {
    let duel = Duel(a, against: b)
    #expect(duel == Duel([1, 1, 0, -1], against: [0, 0, 0, 0]))
    #expect((duel.wins, duel.ties, duel.losses) == (2, 1, 1))
    #expect(duel.win.estimate == 0.5)
    #expect(Duel([.nan, 1], against: [1, .nan]).ties == 2)
    #expect(Duel([], against: []).worlds == 0)
  }

  @Test("a share among strategies is the share of the run to the last bit, in whatever order the worlds come")
  func sharesToTheBit() {
    for ones in [0, 1, 3_333, 9_885, 10_000] {
      let share = Proportion(successes: ones, trials: 10_000).estimate
      let worlds = (0..<10_000).map { $0 < ones ? 1.0 : 0 }
      let mixed = (0..<10_000).map { worlds[$0 * 7 % 10_000] }
      for column in [worlds, worlds.reversed(), mixed] { #expect(Estimate(shareOf: column).value == share) }
    }
    #expect(Estimate(shareOf: []).value.isNaN)
  }

  @Test("those that are best together share the world")
  func best() {
    let best = BestShares([a, b])
    #expect(best.shares == [0.625, 0.375])
    #expect(best.tied == 0.25)
    #expect(BestShares([a, a, b]).shares == [0.3125 + 1.0 / 48, 0.3125 + 1.0 / 48, 1.0 / 3 / 4 + 0.25])
  }

  @Test("regret is what the best choice of each world would have brought more")
  func regret() {
    let regrets = Regret.of([a, b])
    #expect(regrets.map(\.expected) == [1.25, 6.25])
    #expect(regrets.map(\.worst) == [5, 20])
    #expect(Regret.of([a]).map(\.worst) == [0])
  }

  @Test("the mean of the worst counts the world on the edge in part")
  func tailMean() {
    let values = (1...10).map(Double.init).reversed() as [Double]
    // (1 + 2 + 3/2) / 2.5
    #expect(abs(TailMean(values, worst: 0.25).mean - 1.8) < 1e-12)
    #expect(abs(TailMean(values, worst: 0.25, .high).mean - 9.2) < 1e-12)
    #expect(TailMean(values, worst: 1).mean == 5.5)
    #expect(TailMean(values, worst: 0.01).mean == 1)
    #expect(TailMean([], worst: 0.05).mean.isNaN)
  }

  @Test("dominance, from the strongest kind to none")
  func dominance() {
    #expect(Dominance.of([1, 2, 3], over: [1, 2, 2]) == .everyWorld)
    #expect(Dominance.of([3, 1, 2], over: [1, 2, 2]) == .firstOrder)
    #expect(Dominance.of([2, 2], over: [1, 3]) == .secondOrder)
    #expect(Dominance.of([1, 3], over: [2, 2]) == nil)
    #expect(Dominance.of([1, 4], over: [2, 2.5]) == nil)
    #expect(Dominance.of([2, 2.5], over: [1, 4]) == nil)
    #expect(Dominance.of([1, 2], over: [2, 1]) == nil)
    #expect(Dominance.of([], over: []) == nil)
  }

  @Test("dominance is told only beyond chance, and in the same way each time")
  func dominanceBeyondChance() {
    let told = { (a: [Double], b: [Double]) in Dominance.told(of: [a, b]).map { "\($0.over) \($0.under) \($0.kind)" } }
    // Two worlds, or fifty, prove nothing.
    for worlds in [2, 5, 50] {
      let b = (0..<worlds).map { Double($0 * 7919 % 1000) }
      #expect(told(b.map { $0 + 5 }, b).isEmpty, "\(worlds)")
    }
    let b = (0..<1000).map { Double($0 * 7919 % 1000) }
    #expect(told(b.map { $0 + 5 }, b) == ["0 1 everyWorld"])
    // The same numbers in other worlds: higher by far at every rank.
    let mixed = (0..<1000).map { Double($0 * 6007 % 1000) }
    #expect(told(mixed.map { $0 + 200 }, b) == ["0 1 firstOrder"])
    #expect(told(b, mixed.map { $0 + 200 }) == ["1 0 firstOrder"])
    // In the order of their ranks 0 is ahead, but only by a hair: another thousand worlds may tell otherwise.
    #expect(Dominance.of(mixed.map { $0 + 0.1 }, over: b) == .firstOrder)
    #expect(told(mixed.map { $0 + 0.1 }, b).isEmpty)
    // Half as wide around a higher mean: less to win, less to lose.
    let narrow = mixed.map { 600 + ($0 - 500) / 2 }
    #expect(told(narrow, b) == ["0 1 secondOrder"])
    #expect(told(b, b).isEmpty && Dominance.told(of: []).isEmpty)
  }

  @Test("where nothing truly dominates, it is rarely told that something does")
  func dominanceByChance() {
    var wrong = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      var normals = Normals(seed: seed &* 0x1234_5678_9ABC_DEF1)
      let columns = (0..<2).map { _ in (0..<100).map { _ in normals.next() } }
      if !Dominance.told(of: columns).isEmpty { wrong += 1 }
    }
    #expect(wrong <= 5)
  }

  @Test("money put in is not earned")
  func gain() {
    let run = { (budget: Double, worth: [Double]) in
      Outcome(
        [.openingCash: [[budget, budget, budget]], .closingCash: [worth]], ruinDay: [-1, -1, -1],
        ruinCause: [.none, .none, .none])
    }
    let worth = Comparison.usualCriterion
    let (poor, rich) = (run(1000, [900, 1000.1, 1200]), run(3000, [2800, 3000.1, 3300]))
    let criterion = Criterion(worth, for: [poor, rich])
    #expect(criterion.isGain && criterion.name == "gain")
    #expect(criterion.goodness(in: poor) == [-100, 0.1, 200])
    #expect(criterion.goodness(in: rich) == [-200, 0.1, 300])
    let same = Criterion(worth, for: [poor, poor])
    #expect(!same.isGain && same.name == "final_worth" && same.column(in: poor) == [900, 1000.1, 1200])
    // Orders hold no money.
    #expect(!Criterion(Comparison.named([(.p50, "orders")])[0], for: [poor, rich]).isGain)
  }

  @Test("a difference of means has the interval of the differences")
  func means() throws {
    let difference = Difference(Estimate(.mean, of: [3, 5, 7, 9]), minus: Estimate(.mean, of: [1, 4, 4, 7]))
    #expect(difference.value == 2)
    // Differences 2, 1, 3, 2: sd 0.816497, over √4, times 1.959964.
    #expect(abs(try #require(difference.halfWidth) - 0.800_152) < 1e-6)
    #expect(difference.isClear)
  }

  @Test("a difference of shares has two pseudo-worlds more")
  func shares() throws {
    let mine = [1.0, 1, 1, 0, 0, 0, 0, 0, 0, 0]
    let theirs = [1.0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let difference = Difference(Estimate(shareOf: mine), minus: Estimate(shareOf: theirs))
    // Centre 2/12, variance (3/12 − (2/12)²)/12.
    let interval = try #require(difference.interval)
    #expect(abs(difference.value - 0.2) < 1e-12)
    #expect(abs(interval.lowerBound + 0.100_052) < 1e-5)
    #expect(abs(interval.upperBound - 0.433_386) < 1e-5)
    let none = Difference(Estimate(shareOf: mine), minus: Estimate(shareOf: mine))
    #expect(none.value == 0 && !none.isClear)
    #expect(try #require(none.halfWidth) > 0.1)
  }

  @Test("what moves with its rival differs by a sure amount")
  func shifted() throws {
    let b = (0..<1000).map { Double(($0 * 7919) % 1000) }
    for statistic in [Measure.Statistic.mean, .p5, .p50, .p95, .cvar5] {
      let difference = Difference(Estimate(statistic, of: b.map { $0 + 5 }), minus: Estimate(statistic, of: b))
      #expect(abs(difference.value - 5) < 1e-9, "\(statistic)")
      #expect(try #require(difference.halfWidth) < 1e-9, "\(statistic)")
    }
  }

  @Test("the worlds of a figure that only some worlds have count by how many they are")
  func partial() throws {
    let days = [3.0, .nan, 5, .nan]
    let estimate = Estimate(.mean, of: days)
    #expect(estimate.value == 4)
    // ψ = 2·(−1), 0, 2·1, 0: sd √(8/3), over √4.
    #expect(abs(try #require(estimate.standardError) - 0.816_497) < 1e-6)
    #expect(Estimate(.p50, of: [.nan, .nan]).value.isNaN)
  }

  @Test("few worlds tell no interval")
  func few() {
    // The worst of 71 worlds alone: no telling how bad it may get.
    let worlds = (0..<72).map { Double($0 * 7919 % 1000) }
    #expect(Estimate(.cvar5, of: Array(worlds.dropLast())).standardError == nil)
    #expect(Estimate(.cvar5, of: worlds).standardError != nil)
    #expect(Difference(Estimate(.p5, of: [1, 2]), minus: Estimate(.p5, of: [1, 2])).interval == nil)
    #expect(Difference(Estimate(.mean, of: [1]), minus: Estimate(.mean, of: [2])).interval == nil)
  }

  @Test("what several do only together is what is left of the whole")
  func together() {
    let (base, one, two, all) = ([1.0, 2], [2.0, 4], [1.0, 3], [3.0, 8])
    let difference = Difference(
      [(1, all), (-1, one), (-1, two), (1, base)].map { ($0.0, Estimate(.mean, of: $0.1)) })
    // (5.5 − 1.5) − (3 − 1.5) − (2 − 1.5)
    #expect(difference.value == 2)
  }
}

@Suite("Intervals of differences")
struct CoverageTests {
  /// A = 3 + 1.5 (0.8 z₁ + 0.6 z₂) and B = z₁, in 2,000 worlds.
  private func columns(seed: UInt64) -> (a: [Double], b: [Double]) {
    var normals = Normals(seed: seed &* 0x1234_5678_9ABC_DEF1)
    var (a, b) = ([Double](), [Double]())
    for _ in 0..<2000 {
      let (first, second) = (normals.next(), normals.next())
      a.append(3 + 1.5 * (0.8 * first + 0.6 * second))
      b.append(first)
    }
    return (a, b)
  }

  @Test("95 % intervals hold the truth in 93.5 to 96.5 % of 2,000 seeds")
  func coverage() {
    let tail = Normal.density(Normal.quantile(0.05)) / 0.05
    let truths: [(name: String, truth: Double, difference: ([Double], [Double]) -> Difference)] = [
      ("mean", 3, { Difference(Estimate(.mean, of: $0), minus: Estimate(.mean, of: $1)) }),
      ("sd", 0.5, { Difference(Estimate(.sd, of: $0), minus: Estimate(.sd, of: $1)) }),
      ("p5", 3 + 0.5 * Normal.quantile(0.05), { Difference(Estimate(.p5, of: $0), minus: Estimate(.p5, of: $1)) }),
      ("p50", 3, { Difference(Estimate(.p50, of: $0), minus: Estimate(.p50, of: $1)) }),
      ("p95", 3 + 0.5 * Normal.quantile(0.95), { Difference(Estimate(.p95, of: $0), minus: Estimate(.p95, of: $1)) }),
      ("cvar5", 3 - 0.5 * tail, { Difference(Estimate(.cvar5, of: $0), minus: Estimate(.cvar5, of: $1)) }),
      (
        "share", Normal.cdf(-2 / 1.5) - Normal.cdf(-1),
        { a, b in
          Difference(Estimate(shareOf: a.map { $0 < 1 ? 1 : 0 }), minus: Estimate(shareOf: b.map { $0 < -1 ? 1 : 0 }))
        }
      ),
    ]
    var hits = [Int](repeating: 0, count: truths.count)
    for seed in 1...2000 as ClosedRange<UInt64> {
      let (a, b) = columns(seed: seed)
      for (index, item) in truths.enumerated() where item.difference(a, b).interval?.contains(item.truth) == true {
        hits[index] += 1
      }
    }
    for (item, hits) in zip(truths, hits) {
      #expect((1870...1930).contains(hits), "\(item.name): \(Double(hits) / 20) %")
    }
  }
}
