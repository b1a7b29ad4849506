import Simulation
import Statistics
import Testing

@testable import Analysis

/// Worlds of causes that fire by chance, each combination as often as its probability says: what is exact for them is exact.
private struct Roulette {
  let name: String
  /// Of each cause, and what ruins whatever is taken away: numerator and denominator.
  let chances: [(Int, Int)]
  var base = (0, 1)
  /// By the causes that fire and are there.
  let ruins: @Sendable (Set<Int>) -> Bool
  let saved: [Double]
  var newly: [Double] = []
  let points: [Double]
  var remainder = 0.0
  /// One alone, several each, only together, not even all; of the ruined.
  let split: [Double]

  /// For each set of causes that are there: which worlds are ruined.
  var happened: [[Bool]] {
    (0..<(1 << chances.count)).map { there in
      var worlds: [Bool] = []
      for fired in 0..<(1 << chances.count) {
        for isBase in [false, true] {
          let times = chances.enumerated().reduce(isBase ? base.0 : base.1 - base.0) { times, chance in
            times * (fired & (1 << chance.offset) != 0 ? chance.element.0 : chance.element.1 - chance.element.0)
          }
          let acting = Set(chances.indices.filter { fired & there & (1 << $0) != 0 })
          worlds += [Bool](repeating: isBase || ruins(acting), count: times)
        }
      }
      return worlds
    }
  }

  static let all = [
    Roulette(
      name: "two, each fatal", chances: [(3, 10), (1, 5)], ruins: { !$0.isEmpty },
      saved: [0.545454545455, 0.318181818182], points: [0.27, 0.17], split: [0.863636363636, 0, 0.136363636364, 0]),
    Roulette(
      name: "two, both needed", chances: [(3, 10), (1, 5)], ruins: { $0.count == 2 }, saved: [1, 1],
      points: [0.03, 0.03], split: [0, 1, 0, 0]),
    Roulette(
      name: "three, each fatal", chances: [(1, 10), (1, 5), (1, 4)], ruins: { !$0.isEmpty },
      saved: [0.130434782609, 0.29347826087, 0.391304347826],
      points: [0.0791666666667, 0.166666666667, 0.214166666667], split: [0.815217391304, 0, 0.184782608696, 0]),
    Roulette(
      name: "two of three", chances: [(1, 2), (2, 5), (3, 10)], ruins: { $0.count >= 2 },
      saved: [0.657142857143, 0.571428571429, 0.428571428571], points: [0.135, 0.12, 0.095],
      split: [0, 0.828571428571, 0.171428571429, 0]),
    Roulette(
      name: "two, each fatal, and a plan that fails in some worlds", chances: [(3, 10), (1, 5)], base: (1, 20),
      ruins: { !$0.isEmpty }, saved: [0.487179487179, 0.284188034188], points: [0.2565, 0.1615],
      remainder: 0.106837606838, split: [0.771367521368, 0, 0.121794871795, 0.106837606838]),
    Roulette(
      name: "one fatal, one that saves", chances: [(2, 5), (1, 4)], ruins: { $0.contains(0) && !$0.contains(1) },
      saved: [1, 0], newly: [0, 0.1], points: [0.35, -0.05], split: [1, 0, 0, 0]),
    Roulette(
      name: "one never fires", chances: [(3, 10), (0, 1)], ruins: { !$0.isEmpty }, saved: [1, 0], points: [0.3, 0],
      split: [1, 0, 0, 0]),
    Roulette(
      name: "four with weights", chances: [(3, 10), (1, 4), (1, 5), (1, 2)],
      ruins: { $0.reduce(0) { $0 + [4, 3, 2, 1][$1] } >= 5 },
      saved: [0.795918367347, 0.265306122449, 0.234693877551, 0.367346938776],
      points: [0.111875, 0.041875, 0.036875, 0.054375],
      split: [0.214285714286, 0.724489795918, 0.0612244897959, 0]),
  ]
}

@Suite("Causes of ruin: known answers")
struct CauseTests {
  @Test("each cause taken away by itself, and what saves the ruined", arguments: Roulette.all.indices)
  func butFor(_ index: Int) {
    let known = Roulette.all[index]
    let happened = known.happened
    let everything = happened.count - 1
    let base = happened[everything]
    let without = known.chances.indices.map { happened[everything & ~(1 << $0)] }
    for (place, worlds) in without.enumerated() {
      let change = PairedChange(base, worlds)
      #expect(abs(change.savedShare.value - known.saved[place]) < 1e-11, "\(known.name)")
      let newly = known.newly.isEmpty ? 0 : known.newly[place]
      #expect(abs(change.newlyShare.value - newly) < 1e-12, "\(known.name)")
    }
    let split = ButFor.Split(base, without, happened[0])
    let parts = [split.byOneAlone, split.bySeveralEach, split.onlyTogether, split.notEvenAll]
    for (part, share) in zip(parts, known.split) {
      #expect(abs(Double(part) / Double(split.worlds) - share) < 1e-11, "\(known.name)")
    }
  }

  @Test("shares that add up, and what is left without any cause", arguments: Roulette.all.indices)
  func fairShares(_ index: Int) {
    let known = Roulette.all[index]
    let happened = known.happened
    let shares = FairShares(players: known.chances.count, happened: happened)
    for (player, points) in zip(shares.players, known.points) {
      #expect(abs(player.points.value - points) < 1e-12, "\(known.name)")
      #expect(abs(player.share - points / shares.all) < 1e-11, "\(known.name)")
    }
    #expect(abs(shares.remainder - known.remainder) < 1e-11, "\(known.name)")
    let sum = shares.players.reduce(shares.remainder) { $0 + $1.share }
    #expect(abs(sum - 1) < 1e-12, "\(known.name)")
  }

  @Test(
    "at most eight share: those that turn the fewest worlds are one player a group, and no cause is lost or twice there"
  )
  func players() {
    func cause(_ kind: Cause.Kind, _ group: Cause.Group) -> Cause {
      Cause(kind: kind, group: group, isBuiltIn: false, pins: Pins())
    }
    let causes =
      [cause(.failures, .suppliers), cause(.stockouts, .suppliers), cause(.slides, .suppliers)]
      + (1...3).map { cause(.event("e\($0)"), .events) } + [cause(.refunds, .returns)]
      + ["a", "b", "c", "d"].map { cause(.inputs([$0]), .numbers) } + [cause(.inputs(["a", "b"]), .numbers)]
    let turned = [9, 8, 7, 6, 5, 4, 30, 3, 2, 1, 0, 99]
    let players = CausePlayer.byCause(causes, turned: turned)
    #expect(
      players.map(\.id) == [
        "failures", "stockouts", "slides", "event:e1", "event:e2", "event:e3", "refunds", "other:numbers",
      ])
    let members = players.flatMap { $0.causes.map(\.id) }
    #expect(members.count == 11 && Set(members).count == 11 && !members.contains("input:a+b"))
    #expect(CausePlayer.countByCause(causes, most: CausePlayer.most) == 8)
    let ofYear = CausePlayer.most(days: 365, within: Why.daysOfWorlds)
    #expect(ofYear == 7 && CausePlayer.most(days: 180, within: Why.daysOfWorlds) == 8)
    #expect(CausePlayer.byCause(causes, turned: turned, most: ofYear).count == 7)
    #expect(CausePlayer.byCause(Array(causes.prefix(2)), turned: [0, 0]).map(\.id) == ["failures", "stockouts"])
    #expect(CausePlayer.byGroup(causes).map(\.id) == ["suppliers", "events", "returns", "numbers"])
  }

  @Test("many causes that all act: shares by their weights")
  func weights() {
    let (weights, quota) = ([4, 3, 3, 2, 2, 1, 1], 8)
    let happened = (0..<128).map { set in
      [weights.indices.filter { set & (1 << $0) != 0 }.reduce(0) { $0 + weights[$1] } >= quota]
    }
    let shares = FairShares(players: 7, happened: happened)
    #expect(abs(shares.players.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    #expect(shares.players[1].share == shares.players[2].share)
    #expect(shares.players[0].share > shares.players[1].share && shares.players[3].share > shares.players[6].share)
  }

  @Test(
    "the change of a share of the same worlds, with its error",
    arguments: [
      (10_000, 2143, 87, -0.2056, 0.00425143169616, -0.213932653007, -0.197267346993),
      (10_000, 5, 0, -0.0005, 0.000223562067444, -0.000938173600499, -6.18263995006e-05),
      (2_000, 0, 31, 0.0155, 0.00276291365155, 0.0100847887506, 0.0209152112494),
    ])
  func pairedChange(_ known: (Int, Int, Int, Double, Double, Double, Double)) {
    let change = PairedChange(worlds: known.0, before: known.1, saved: known.1, newly: known.2).change
    #expect(abs(change.value - known.3) < 1e-12 && abs(change.standardError - known.4) < 1e-12)
    #expect(abs(change.low - known.5) < 1e-10 && abs(change.high - known.6) < 1e-10)
  }

  @Test(
    "the share of the ruined that is saved: Wilson's interval; of none, Clopper and Pearson's",
    arguments: [
      (2143, 8912, 0.231702570089, 0.249445673589), (3, 41, 0.0251978306339, 0.194274485377),
      (0, 10_000, 0, 0.000368819914619), (0, 2_000, 0, 0.00184273979341),
    ])
  func savedShare(_ known: (Int, Int, Double, Double)) {
    let share = PairedChange(worlds: 20_000, before: known.1, saved: known.0, newly: 0).savedShare
    #expect(abs(share.low - known.2) < 1e-11 && abs(share.high - known.3) < 1e-11)
  }
}

@Suite("What differs between bad worlds and others: known answers")
struct SeparationTests {
  @Test("few values with ties, and values apart")
  func few() throws {
    let ties = try #require(Separation([3, 5, 5, 8, 9], [1, 2, 5, 5, 6, 7]))
    #expect(ties.twiceU == 40 && abs(ties.estimate.value - 0.666666666667) < 1e-11)
    #expect(abs(ties.estimate.standardError - 0.178574603146) < 1e-11)
    #expect(abs(ties.estimate.low - 0.316666875946) < 1e-9 && ties.high == 1)
    let apart = try #require(Separation([1.5, 2.5, 3.5], [4, 5, 6, 7]))
    #expect(apart.estimate.value == 0 && apart.estimate.standardError == 0)
    #expect(Separation([], [1]) == nil)
  }

  /// The digits of i in a base, behind the point: as one whole number divided by a power of the base.
  static func halton(_ i: Int, _ base: Int) -> Double {
    var (rest, reversed, power) = (i, 0, 1)
    while rest > 0 {
      reversed = reversed * base + rest % base
      (rest, power) = (rest / base, power * base)
    }
    return Double(reversed) / Double(power)
  }

  @Test(
    "points of Halton's sequence",
    arguments: [
      (600, 2, 3, 0.1, 0.4, 182, 100_508, 0.660576265839, 0.0236177261953),
      (1_000, 5, 2, 0.5, -0.3, 356, 178_658, 0.389633784633, 0.0184091615388),
    ])
  func points(_ known: (Int, Int, Int, Double, Double, Int, Int, Double, Double)) throws {
    let points = (1...known.0).map { i -> (x: Double, ruined: Bool) in
      let x = Self.halton(i, known.1)
      return (x, Self.halton(i, known.2) < known.3 + known.4 * x)
    }
    let ruined = points.filter(\.ruined).map(\.x)
    #expect(ruined.count == known.5)
    let separation = try #require(Separation(ruined, points.filter { !$0.ruined }.map(\.x)))
    #expect(separation.twiceU == known.6 && abs(separation.estimate.value - known.7) < 1e-11)
    #expect(abs(separation.estimate.standardError - known.8) < 1e-11)
  }

  @Test(
    "below the floor nothing is said",
    arguments: [(12, 2210, 7790, 0.0198840357027), (1, 500, 500, 0.035801770345), (30, 9000, 1000, 0.0301849027302)])
  func floor(_ known: (Int, Int, Int, Double)) {
    #expect(abs(Separation.floor(rows: known.0, first: known.1, second: known.2) - known.3) < 1e-11)
  }

  @Test("of noise hardly ever any number is said to differ: in 5 of 100 runs at most, give or take")
  func noise() {
    var said = 0
    for seed in UInt64(1)...200 {
      func column(_ name: String) -> [Double] {
        let stream = Stream(seed: seed, name: name)
        return (0..<400).map { Uniform.double(stream.word(path: $0, day: 0)) }
      }
      let inputs = (1...10).map { Tornado.Input("x\($0)", column("x\($0)")) }
      let happened = column("luck").map { $0 < 0.3 }
      if Shift.all(inputs, happened, seed: seed).contains(where: { $0.said != .noDifference }) { said += 1 }
    }
    // 5 % of 200, and four standard errors.
    #expect(said <= 22)
  }

  @Test("a planted cause comes first, and the dummy last")
  func planted() {
    let stream = Stream(seed: 4, name: "x")
    let columns = (0..<5).map { day in (0..<1_000).map { Uniform.double(stream.word(path: $0, day: day)) } }
    let inputs = columns.enumerated().map { Tornado.Input("x\($0)", $1) }
    let shifts = Shift.all(inputs, zip(columns[3], columns[0]).map { $0 + 0.3 * $1 < 0.4 }, seed: 4)
    #expect(shifts.first?.input == "x3" && shifts.first?.said == .less)
    #expect(shifts.last?.input == nil && shifts.last?.said == .noDifference)
  }
}

@Suite("The bridge and the story: known answers")
struct BridgeTests {
  private func books(_ rows: [Bridge.Account: Double]) -> Bridge.Books {
    Bridge.Books(start: 6_000, rows: Bridge.Account.allCases.map { rows[$0] ?? 0 })
  }

  @Test("rows in the order of their differences, the worst against the plan, and cash from all of them")
  func bridge() {
    let plan = books([
      .revenue: 5230.5, .goodsAndShipping: -3101.2, .ads: -4350, .platformAndTools: -575, .paymentFees: -166.25,
      .refundsAndChargebacks: -402.1, .other: -275, .owedByProcessors: -310.4, .owedToSuppliers: 120,
    ])
    let world = books([
      .revenue: 4501.57, .goodsAndShipping: -3893.3, .ads: -2960.82, .platformAndTools: -575, .paymentFees: -166.25,
      .refundsAndChargebacks: -213.01, .other: -275, .owedByProcessors: -389.17, .withheld: -496.33,
      .owedToSuppliers: 120,
    ])
    let bridge = Bridge(plan: plan, world: world)
    #expect(abs(bridge.cash.plan - 2170.55) < 1e-9 && abs(bridge.cash.world - 1652.69) < 1e-9)
    let names = bridge.told.map(\.account)
    #expect(
      names == [.ads, .goodsAndShipping, .revenue, .withheld, .refundsAndChargebacks, .owedByProcessors])
    #expect(bridge.worst == .goodsAndShipping && bridge.everythingElse == nil)
    #expect(abs(bridge.rows.reduce(0) { $0 + $1.difference } + 517.86) < 1e-9)
  }

  @Test("the most common story, and the world in its middle")
  func story() {
    let nothing = RuinStory.Key(.nothing, .revenue, .insolvent)
    let story = RuinStory([
      (11, 112, nothing), (23, 118, nothing), (40, 131, .init(.shut(supplier: "shenzhen"), .revenue, .insolvent)),
      (57, 99, nothing), (58, 140, .init(.nothing, .refundsAndChargebacks, .starved)), (80, 125, nothing),
      (91, 90, .init(.hold, .withheld, .insolvent)),
    ])
    #expect(story.typical?.key == nothing && story.typical?.worlds == 4 && story.typical?.exemplar == 11)
    #expect(abs((story.typical?.share ?? 0) - 0.571428571429) < 1e-11)
  }

  @Test("the world in the middle of the ruined: by day and number, the lower of two")
  func middle() {
    #expect(RuinedWorlds.median([-1, 40, 40, 33, -1, 90, 41]) == 2)
    #expect(RuinedWorlds.median([12, 12, 12, -1]) == 1)
    #expect(RuinedWorlds.median([-1, -1]) == nil)
    #expect(RuinedWorlds.sample(Array(0..<1_001), atMost: 101).prefix(3) == [0, 10, 20])
  }
}
