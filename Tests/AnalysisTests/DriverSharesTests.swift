import Foundation
import Scenarios
import Simulation
import Testing

@testable import Analysis
@testable import Statistics

/// A figure of normal numbers that may go together, and of luck, whose shares have a closed form.
private struct NormalFigure: CustomTestStringConvertible {
  let testDescription: String
  let weights: [Double]
  let deviations: [Double]
  /// Pearson's, of pairs.
  let correlations: [(Int, Int, Double)]
  var luck = 0.0
  /// The figure is whether the sum exceeds it; nil: the sum.
  var limit: Double?
  let shares: [Double]
  let shareOfLuck: Double
  var own: [Double]?

  static let all = [
    NormalFigure(
      testDescription: "independent", weights: [1, 1, 1], deviations: [1, 1, 2], correlations: [],
      shares: [0.166666666667, 0.166666666667, 0.666666666667], shareOfLuck: 0,
      own: [0.166666666667, 0.166666666667, 0.666666666667]),
    NormalFigure(
      testDescription: "linked 0.5", weights: [1, 1, 1], deviations: [1, 1, 2], correlations: [(1, 2, 0.5)],
      shares: [0.125, 0.296875, 0.578125], shareOfLuck: 0, own: [0.125, 0.09375, 0.375]),
    NormalFigure(
      testDescription: "linked 0.9", weights: [1, 1, 1], deviations: [1, 1, 2], correlations: [(1, 2, 0.9)],
      shares: [0.104166666667, 0.418229166667, 0.477604166667], shareOfLuck: 0,
      own: [0.104166666667, 0.0197916666667, 0.0791666666667]),
    NormalFigure(
      testDescription: "linked -0.5", weights: [1, 1, 1], deviations: [1, 1, 2], correlations: [(1, 2, -0.5)],
      shares: [0.25, 0.09375, 0.65625], shareOfLuck: 0, own: [0.25, 0.1875, 0.75]),
    NormalFigure(
      testDescription: "a number that does nothing", weights: [1, 0], deviations: [1, 1],
      correlations: [(0, 1, 0.8)], shares: [0.68, 0.32], shareOfLuck: 0, own: [0.36, 0]),
    NormalFigure(
      testDescription: "the same with luck and a third", weights: [1, 0, 2], deviations: [1, 1, 1],
      correlations: [(0, 1, 0.8)], luck: 1.5, shares: [0.0937931034483, 0.0441379310345, 0.551724137931],
      shareOfLuck: 0.310344827586, own: [0.0496551724138, 0, 0.551724137931]),
    NormalFigure(
      testDescription: "ruin", weights: [1, 1, 1], deviations: [1, 1, 2], correlations: [(1, 2, 0.5)], luck: 1,
      limit: 2.5, shares: [0.0968105227624, 0.181476022843, 0.392302410138], shareOfLuck: 0.329411044257),
    NormalFigure(
      testDescription: "ruin without luck", weights: [1, 1], deviations: [1, 1], correlations: [(0, 1, 0.6)],
      limit: 1.5, shares: [0.5, 0.5], shareOfLuck: 0),
  ]

  private func figure(_ uniforms: [Double], _ chance: Double) -> Double {
    let sum = weights.indices.reduce(luck * chance) {
      $0 + weights[$1] * deviations[$1] * Normal.quantile(uniforms[$1])
    }
    return limit.map { sum > $0 ? 1 : 0 } ?? sum
  }

  func shares(worlds: Int) throws -> DriverShares {
    let count = weights.count
    // Spearman's of a pair of normals.
    let pairs = correlations.map { RankCorrelation($0, $1, rho: 6 / Double.pi * asin($2 / 2)) }
    let copula = try Copula(seed: 1, names: weights.indices.map { "x\($0)" }, pairs: pairs)
    let conditional = ConditionalCopula(copula)
    func raw(_ seed: UInt64) -> [[Double]] {
      let stream = Stream(seed: seed, name: "shares tests")
      return (0..<worlds).map { world in
        (0..<count).map { Uniform.double(stream.word(path: world, day: 0, index: $0)) }
      }
    }
    func correlated(_ points: [[Double]]) -> [[Double]] {
      points.map { point in
        var point = point
        point.withUnsafeMutableBufferPointer {
          if let base = $0.baseAddress { copula.correlate(base, stride: 1, firstPath: 0, count: 1) }
        }
        return point
      }
    }
    func chances(_ seed: UInt64) -> [Double] {
      let stream = Stream(seed: seed, name: "shares luck")
      return (0..<worlds).map { Normal.quantile(Uniform.double(stream.word(path: $0, day: 0))) }
    }
    let (mine, theirs) = (correlated(raw(1)), raw(2))
    let whole = correlated(theirs)
    let (luck, otherLuck) = (chances(1), chances(2))
    func numbers(_ world: Int, _ keeps: (Int) -> Bool) -> [Double] {
      conditional.redrawn(mine[world], raw: theirs[world], whole: whole[world], keeps: (0..<count).map(keeps))
    }
    let orders = DriverShares.Orders(seed: 1, count: count)
    var figures = DriverShares.Figures((0..<worlds).map { figure(mine[$0], luck[$0]) })
    for step in 0...count {
      figures.steps.append(
        (0..<worlds).map { world in
          let places = orders.places(world: world)
          return figure(numbers(world) { places[$0] < step }, otherLuck[world])
        })
    }
    for number in 0..<count {
      figures.without.append((0..<worlds).map { world in figure(numbers(world) { $0 != number }, luck[world]) })
    }
    return DriverShares(
      figures,
      players: (0..<count).map { number in
        let linked = correlations.filter { $0.0 == number || $0.1 == number }.map {
          "x\($0.0 == number ? $0.1 : $0.0)"
        }
        return (paths: ["x\(number)"], linkedWith: linked)
      }, orders)
  }
}

/// A figure of independent numbers and of luck, in whatever way they go together.
private struct LuckyFigure: CustomTestStringConvertible {
  let testDescription: String
  let numbers: Int
  /// Of what the numbers and luck draw, between 0 and 1.
  let figure: @Sendable ([Double], Double) throws -> Double
  let shares: [Double]
  let shareOfLuck: Double
  /// What each does by itself.
  var own: [Double] = []

  static let all = [
    LuckyFigure(
      testDescription: "a number that scales luck changes only how much luck matters", numbers: 2,
      figure: { Normal.quantile($0[0]) + (1 + 0.5 * Normal.quantile($0[1])) * Normal.quantile($1) },
      shares: [0.444444444444, 0], shareOfLuck: 0.555555555556, own: [0.444444444444, 0.111111111111]),
    LuckyFigure(
      testDescription: "ruin by the toss of a coin of drawn weight", numbers: 1,
      figure: { numbers, luck in luck < (try BetaLaw(alpha: 1.5, beta: 6)).quantile(numbers[0]) ? 1 : 0 },
      shares: [0.117647058824], shareOfLuck: 0.882352941176),
    LuckyFigure(
      testDescription: "orders of a drawn mean", numbers: 1,
      figure: { numbers, luck in poisson(luck, mean: (try GammaLaw(shape: 4, scale: 10)).quantile(numbers[0])) },
      shares: [0.909090909091], shareOfLuck: 0.0909090909091),
    LuckyFigure(
      testDescription: "nothing is drawn", numbers: 0, figure: { _, luck in luck }, shares: [], shareOfLuck: 1),
  ]

  private static func poisson(_ uniform: Double, mean: Double) -> Double {
    var (count, chance) = (0.0, Elementary.exp(-mean))
    var sum = chance
    while sum < uniform, chance > 0 || count < mean {
      count += 1
      chance *= mean / count
      sum += chance
    }
    return count
  }

  func shares(worlds: Int) throws -> DriverShares {
    func draws(_ seed: UInt64) -> [(numbers: [Double], luck: Double)] {
      let stream = Stream(seed: seed, name: "lucky figure")
      return (0..<worlds).map { world in
        let words = (0...numbers).map { Uniform.double(stream.word(path: world, day: 0, index: $0)) }
        return (Array(words.prefix(numbers)), words[numbers])
      }
    }
    let (mine, theirs) = (draws(1), draws(2))
    func mixed(_ world: Int, luck: Double, _ keeps: (Int) -> Bool) throws -> Double {
      try figure((0..<numbers).map { keeps($0) ? mine[world].numbers[$0] : theirs[world].numbers[$0] }, luck)
    }
    let orders = DriverShares.Orders(seed: 1, count: numbers)
    var figures = DriverShares.Figures(try (0..<worlds).map { try figure(mine[$0].numbers, mine[$0].luck) })
    for step in 0...numbers {
      figures.steps.append(
        try (0..<worlds).map { world in
          let places = orders.places(world: world)
          return try mixed(world, luck: theirs[world].luck) { places[$0] < step }
        })
    }
    for number in 0..<numbers {
      figures.without.append(try (0..<worlds).map { try mixed($0, luck: mine[$0].luck) { $0 != number } })
    }
    return DriverShares(figures, players: (0..<numbers).map { (paths: ["x\($0)"], linkedWith: []) }, orders)
  }
}

@Suite("Shares that add up, of luck and of numbers that may go together")
struct DriverSharesTests {
  @Test("closed forms", arguments: NormalFigure.all)
  fileprivate func known(_ figure: NormalFigure) throws {
    let shares = try figure.shares(worlds: 20_000)
    if figure.luck == 0 {
      #expect(shares.luck.value == 0)
    } else {
      #expect(abs(shares.luck.value - figure.shareOfLuck) < 4 * shares.luck.standardError, "\(shares.luck)")
    }
    #expect(abs(shares.inputs.reduce(shares.luck.value) { $0 + $1.share.value } - 1) < 1e-9)
    for (number, share) in figure.shares.enumerated() {
      let input = try #require(shares.inputs.first { $0.paths == ["x\(number)"] })
      #expect(abs(input.share.value - share) < 4 * input.share.standardError, "x\(number): \(input.share)")
      guard let known = figure.own?[number] else { continue }
      let own = try #require(input.own)
      #expect(abs(own.value - known) <= 4 * own.standardError, "x\(number): \(own)")
      #expect(input.doesNothingItself == (known == 0) && input.isOnlyALink == (known == 0))
    }
  }

  @Test("what luck has and what a number has, whatever the figure is made of", arguments: LuckyFigure.all)
  fileprivate func luck(_ figure: LuckyFigure) throws {
    let shares = try figure.shares(worlds: 20_000)
    #expect(abs(shares.luck.value - figure.shareOfLuck) <= 4 * shares.luck.standardError, "\(shares.luck)")
    for (number, share) in figure.shares.enumerated() {
      let input = try #require(shares.inputs.first { $0.paths == ["x\(number)"] })
      #expect(abs(input.share.value - share) < 4 * input.share.standardError, "x\(number): \(input.share)")
    }
    for (number, known) in figure.own.enumerated() {
      let own = try #require(shares.inputs.first { $0.paths == ["x\(number)"] }?.own)
      #expect(abs(own.value - known) <= 4 * own.standardError && !own.isWithinError, "x\(number): \(own)")
    }
  }

  @Test("all orders of the numbers are equally likely, and each world has its own")
  func orders() {
    let orders = DriverShares.Orders(seed: 3, count: 3)
    var counts: [[Int]: Int] = [:]
    for world in 0..<6_000 { counts[orders.places(world: world), default: 0] += 1 }
    #expect(counts.count == 6 && counts.values.allSatisfy { abs($0 - 1_000) < 130 }, "\(counts)")
  }

  @Test("kept numbers keep their bits; with none kept all are another's; the rest has its law given them")
  func redrawn() throws {
    let pairs = [RankCorrelation(0, 1, rho: 0.7), RankCorrelation(1, 2, rho: -0.3)]
    let copula = try Copula(seed: 1, names: ["a", "b", "c", "d"], pairs: pairs)
    let conditional = ConditionalCopula(copula)
    #expect(conditional.wholes.isEmpty)
    let (own, raw, whole) = ([0.2, 0.6, 0.4, 0.9], [0.5, 0.1, 0.3, 0.7], [0.5, 0.2, 0.25, 0.7])
    #expect(conditional.redrawn(own, raw: raw, whole: whole, keeps: [true, true, true, true]) == own)
    #expect(conditional.redrawn(own, raw: raw, whole: whole, keeps: [false, false, false, false]) == whole)
    let mixed = conditional.redrawn(own, raw: raw, whole: whole, keeps: [false, true, false, true])
    #expect(mixed[1] == own[1] && mixed[3] == own[3] && mixed[0] != whole[0])
    let crash = try Copula(
      seed: 1, names: ["a", "b", "c"], pairs: [RankCorrelation(0, 2, rho: 0.5, crashTogether: true)])
    #expect(ConditionalCopula(crash).wholes == [[0, 2]])
  }

  @Test("what ruin rests on by where the numbers come from")
  func resting() throws {
    let shares = try NormalFigure.all[1].shares(worlds: 1_000)
    let inputs: [(paths: [String], share: Double)] = [
      (["stores.shop.conversion"], 0.31), (["ads.meta.cpc"], 0.12), (["suppliers.yw.duty_rate"], 0.04),
      (["products.lamp.offers.yw.stockout_rate"], 0.12),
    ]
    let resting = Resting(inputs, shares, of: .ruin) { path in
      path.hasPrefix("stores") ? nil : path.hasPrefix("products") ? .assumption : .blog
    }
    let parts = resting.parts.map { ($0.grade?.rawValue ?? "yours", $0.share) }
    #expect(parts.map(\.0) == ["yours", "C", "M"])
    for (part, known) in zip(parts, [0.525423728814, 0.271186440678, 0.203389830508]) {
      #expect(abs(part.1 - known) < 1e-11)
    }
    #expect(resting.assumptions?.paths == ["products.lamp.offers.yw.stockout_rate"])
  }
}
