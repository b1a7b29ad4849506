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

  @Test("a difference of means has the interval of the differences, with two pseudo-worlds more")
  func means() throws {
    let (mine, theirs) = ([2.0, 4, 6, 8, 10, 12], [1.0, 2, 3, 7, 8, 9])
    let difference = Difference(Estimate(.mean, of: mine), minus: Estimate(.mean, of: theirs))
    #expect(difference.value == 2)
    // Differences 1, 2, 3, 1, 2, 3, and pseudo-worlds of 1 and 3: no skewness, variance (4 + 2)/8, over 8, times 1.959964.
    #expect(abs(try #require(difference.reach) - 0.600_114) < 1e-6)
    #expect(difference.isClear)
  }

  @Test("what a few worlds lose reaches further down than up")
  func skewed() throws {
    let theirs = (0..<500).map { Double($0 * 7919 % 1000) }
    let mine = theirs.enumerated().map { $0.offset % 50 == 7 ? $0.element - 5000 : $0.element }
    let difference = Difference(Estimate(.mean, of: mine), minus: Estimate(.mean, of: theirs))
    let interval = try #require(difference.interval)
    #expect(abs(difference.value + 100) < 1e-9 && difference.isClear)
    #expect(difference.value - interval.lowerBound > 1.2 * (interval.upperBound - difference.value))
  }

  @Test("a difference of shares has the interval of paired shares")
  func shares() throws {
    let mine = [1.0, 1, 1, 0, 0, 0, 0, 0, 0, 0]
    let theirs = [1.0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let difference = Difference(Estimate(shareOf: mine), minus: Estimate(shareOf: theirs))
    #expect(abs(difference.value - 0.2) < 1e-12)
    #expect(difference.interval == PairedShares(more: 2, fewer: 0, of: 10).interval(confidence: 0.95))
    let none = Difference(Estimate(shareOf: mine), minus: Estimate(shareOf: mine))
    #expect(none.value == 0 && !none.isClear)
    #expect(try #require(none.reach) > 0.1)
  }

  @Test("where all worlds differ by the same, quantiles are known to two worlds, and nothing is claimed to be exact")
  func shifted() throws {
    let b = (0..<1000).map { Double(($0 * 7919) % 1000) }
    for statistic in [Measure.Statistic.mean, .p5, .p50, .p95, .cvar5] {
      let difference = Difference(Estimate(statistic, of: b.map { $0 + 5 }), minus: Estimate(statistic, of: b))
      #expect(abs(difference.value - 5) < 1e-9, "\(statistic)")
      if statistic.probability == nil {
        #expect(difference.interval == nil && difference.unknown == .fewValues, "\(statistic)")
      } else {
        let reach = try #require(difference.reach)
        #expect((0.5...3).contains(reach) && difference.isClear, "\(statistic): \(reach)")
      }
    }
  }

  @Test(
    "no difference is certain: between equal atoms, and where two worlds differ, it is not told how far off it may be")
  func nothingIsCertain() {
    let ruined = (0..<1000).map { $0 < 300 ? -6000 : Double($0 * 7919 % 1000) }
    let others = ruined.map { $0 > 0 ? $0 + Double(Int($0) % 7) : $0 }
    let atoms = Difference(Estimate(.p5, of: others), minus: Estimate(.p5, of: ruined))
    #expect(atoms.value == 0 && atoms.interval == nil && atoms.unknown == .fewValues && !atoms.isClear)
    var two = ruined
    two[500] += 900
    two[700] -= 900
    for statistic in [Measure.Statistic.mean, .sd, .p5, .p50, .p95, .cvar5] {
      let difference = Difference(Estimate(statistic, of: two), minus: Estimate(statistic, of: ruined))
      #expect(difference.interval == nil && difference.unknown == .fewValues, "\(statistic)")
    }
    #expect(Difference(Estimate(.p50, of: [1, 2]), minus: Estimate(.p50, of: [3, 4])).unknown == .fewWorlds)
    #expect(Difference.none.reach == 0)
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

  @Test(
    "95 % intervals hold the truth in 93.5 to 96.5 % of 2,000 seeds; those of quantiles, which are ranks, in up to 98 %"
  )
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
      let most = item.name.hasPrefix("p") ? 1960 : 1930
      #expect((1870...most).contains(hits), "\(item.name): \(Double(hits) / 20) %")
    }
  }

  /// In how many of 100 seeds the interval holds the truth; where none is told there is nothing to hold it.
  private func coverage(
    worlds: Int, seeds: UInt64 = 500, truth: Double, _ statistic: Measure.Statistic,
    _ world: (Double, Double) -> (a: Double, b: Double)
  ) -> Double {
    var (told, hits) = (0, 0)
    for seed in 1...seeds {
      var normals = Normals(seed: seed &* 0x1234_5678_9ABC_DEF1)
      let pairs = (0..<worlds).map { _ in world(normals.next(), normals.next()) }
      let difference = Difference(
        Estimate(statistic, of: pairs.map(\.a)), minus: Estimate(statistic, of: pairs.map(\.b)))
      guard let interval = difference.interval else { continue }
      told += 1
      if interval.lowerBound - 1e-9 <= truth, truth <= interval.upperBound + 1e-9 { hits += 1 }
    }
    return 100 * Double(hits) / Double(told)
  }

  @Test(
    "beside a cliff, too: all money gone in a few more than 5 % of worlds here, in a few fewer there",
    arguments: [500, 2000])
  func cliffs(worlds: Int) {
    let rich = { (score: Double) in 1000 * Elementary.exp(score) }
    // P5 of A is beyond the cliff, that of B is not. Influences of one density covered 39 to 69 %.
    let share = coverage(worlds: worlds, truth: rich(Normal.quantile(0.05)) + 6000, .p5) { first, second in
      let other = 0.95 * first + 0.312_25 * second
      return (first < -1.7 ? -6000 : rich(first), other < -1.6 ? -6000 : rich(other))
    }
    #expect(share >= 93, "\(share) %")
  }

  @Test("where one world in a hundred differs, too", arguments: [Measure.Statistic.p5, .p50, .p95, .mean])
  func fewDiffer(statistic: Measure.Statistic) {
    let p = statistic.probability ?? 0.5
    // Of B, which loses 3,000 in a hundredth of the worlds: by halving.
    var (low, high) = (-10_000.0, 10_000.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      let below = 0.99 * Normal.cdf(middle / 1000) + 0.01 * Normal.cdf((middle + 3000) / 1000)
      if below < p { low = middle } else { high = middle }
    }
    let truth = statistic == .mean ? 30 : 1000 * Normal.quantile(p) - low
    let share = coverage(worlds: 500, truth: truth, statistic) { first, second in
      (1000 * first, 1000 * first - (second < Normal.quantile(0.01) ? 3000 : 0))
    }
    #expect(share >= 93, "\(statistic): \(share) %")
  }

  @Test("of whole numbers, too", arguments: [Measure.Statistic.p5, .p50, .p95])
  func ties(statistic: Measure.Statistic) {
    // 3z rounded: its quantiles are −5, 0 and 5, those of one more −4, 1 and 6.
    let share = coverage(worlds: 500, truth: 1, statistic) { first, second in
      ((3 * (0.8 * first + 0.6 * second)).rounded() + 1, (3 * first).rounded())
    }
    #expect(share >= 93, "\(statistic): \(share) %")
  }
}
