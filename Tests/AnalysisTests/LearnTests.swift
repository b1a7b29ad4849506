import Statistics
import Testing

@testable import Analysis

/// Normal columns of a stream.
private func normals(_ worlds: Int, seed: UInt64, day: Int) -> [Double] {
  let stream = Stream(seed: seed, name: "learn tests")
  return (0..<worlds).map { Normal.quantile(Uniform.double(stream.word(path: $0, day: day))) }
}

private func inverse(_ number: Int, base: Int) -> Double {
  var (digits, power, rest) = (0, 1, number)
  while rest > 0 {
    digits = digits * base + rest % base
    power *= base
    rest /= base
  }
  return Double(digits) / Double(power)
}

private func choices(_ gains: [Double]...) -> LearnChoices {
  LearnChoices(
    gains.enumerated().map { LearnChoices.Choice("s\($0)", gain: $1, ruined: $1.map { _ in false }) })
}

@Suite("What to find out first: known answers")
struct LearnTests {
  @Test("two normal numbers that decide: each alone, and both")
  func twoNormals() {
    let worlds = 20_000
    let first = normals(worlds, seed: 5, day: 0).map { 1 + $0 }
    let second = normals(worlds, seed: 5, day: 1).map { 2 * $0 }
    let choices = choices(zip(first, second).map { $0 - $1 })
    #expect(choices.now == 0)
    #expect(abs(choices.valueOfAll - 0.479810706348) < 0.03)
    let known: [(Double, [Double])] = [(0.0833154705877, first), (0.395593114803, second)]
    for (value, column) in known {
      let number = KnownNumber("x", column, choices, seed: 1)
      #expect(abs(number.value.value - value) < 4 * number.value.standardError)
      #expect(number.isClear && number.value.value <= choices.valueOfAll)
    }
  }

  @Test(
    "one number in noise is worth what it is, and numbers that have nothing to do with it nothing",
    arguments: [0.6, 0.5])
  func regression(breakEven: Double) {
    let numbers = 1...4_000
    func column(_ base: Int) -> [Double] { numbers.map { inverse($0, base: base) } }
    let noise = column(3).map(Normal.quantile)
    let gain = zip(column(2), noise).map { 4_000 * ($0 - breakEven) + 3_000 * $1 }
    let choices = choices(gain)
    #expect(abs(Moments(gain).mean - (breakEven == 0.6 ? -409.967422884 : -9.96742288393)) < 1e-6)
    let number = KnownNumber("x", column(2), choices, seed: 1)
    let (truth, reference) = breakEven == 0.6 ? (320.0, 314.43041) : (500, 493.36284)
    #expect(abs(number.value.value - truth) < 0.06 * truth)
    #expect(abs(number.value.value - reference) < 0.02, "the reference's own fit: \(number.value.value)")
    #expect(number.isClear && number.stretches.last?.choice == 0)
    #expect(abs((number.stretches.last?.from ?? 0) - breakEven) < 0.08)
    for base in [5, 7, 11] {
      let unrelated = KnownNumber("y", column(base), choices, seed: 1)
      #expect(unrelated.value.value < 0.08 * truth && !unrelated.isClear, "\(base): \(unrelated.value.value)")
    }
  }

  @Test("of noise hardly any number is worth knowing")
  func noise() {
    var said = 0
    for seed in UInt64(1)...20 {
      let choices = choices(normals(1_000, seed: seed, day: 9).map { 0.1 + $0 })
      for number in 0..<3
      where KnownNumber("x\(number)", normals(1_000, seed: seed, day: number), choices, seed: seed).isClear {
        said += 1
      }
    }
    // A twentieth of 60, and four standard errors.
    #expect(said <= 9, "\(said)")
  }

  @Test("a test in a table of worlds, without any random number")
  func grid() {
    let chances = (1...200).map {
      Elementary.exp(-3.912023005428146 + 0.6 * Normal.quantile((Double($0) - 0.5) / 200))
    }
    let curves = [chances.map { 40_000 * $0 - 900 }, chances.map { 90_000 * $0 - 2_500 }]
    let worth = TestWorth(chances, curves: curves, ruin: curves.map { $0.map { _ in 0 } })
    #expect(abs(worth.most - 353.969558755) < 1e-6)
    let known = [(1, 2.24185632464), (10, 39.7640034846), (50, 161.501255415), (200, 268.185909751)]
    for (tries, value) in known {
      #expect(abs(worth.size(tries).value - value) < 1e-8 * value, "\(tries)")
    }
    let values = [0, 1, 2, 4, 8, 16, 32, 64, 128].map { worth.size($0).value }
    #expect(values[0] < 1e-9 && zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(values.allSatisfy { $0 <= worth.most })
  }

  @Test("clicks on a beta number: what a test is worth, and from how many orders on to start")
  func beta() throws {
    let worlds = 40_000
    let law = try BetaLaw(alpha: 2, beta: 98)
    let chances = (0..<worlds).map { law.quantile((Double($0) + 0.5) / Double(worlds)) }
    let gain = chances.map { 40_000 * $0 - 800 }
    let worth = TestWorth(chances, curves: [gain], ruin: [gain.map { $0 < 0 ? 1 : 0 }])
    #expect(abs(worth.most - 214.356506671) < 0.2)
    let known: [(clicks: Int, value: Double, from: Int, starts: Double)] = [
      (25, 101.778127459, 1, 0.363886703383), (50, 117.322691819, 2, 0.260747324506),
      (100, 148.488636074, 3, 0.314389204908), (400, 191.327614937, 9, 0.378248809278),
    ]
    for case (let clicks, let value, let from, let starts) in known {
      let size = worth.size(clicks)
      #expect(abs(size.value - value) < 0.3, "\(clicks): \(size.value)")
      #expect(size.steps == [TestWorth.Step(from: 0, choice: nil), TestWorth.Step(from: from, choice: 0)])
      #expect(abs(size.starts - starts) < 1e-3)
    }
  }

  @Test("clicks where starting looks bad, sample orders and watching a supplier")
  func otherTests() throws {
    func worth(_ chances: [Double], _ gain: (Double) -> Double) -> TestWorth {
      let curve = chances.map(gain)
      return TestWorth(chances, curves: [curve], ruin: [curve.map { $0 < 0 ? 1 : 0 }])
    }
    let worlds = 20_000
    let places = (0..<worlds).map { (Double($0) + 0.5) / Double(worlds) }
    let bad = try BetaLaw(alpha: 1.5, beta: 98.5)
    let clicks = worth(places.map(bad.quantile)) { 120_000 * $0 - 2_400 }
    #expect(abs(clicks.most - 356.222293416) < 1)
    for (tries, value) in [(50, 159.095774686), (100, 214.977299561), (200, 265.455142681), (400, 303.12027665)] {
      #expect(abs(clicks.size(tries).value - value) < 1, "\(tries)")
    }
    let defects = try BetaLaw(alpha: 2, beta: 30)
    let looksBad = worth(places.map(defects.quantile)) { 400 - 7_000 * $0 }
    for (tries, value) in [(1, 0.0), (3, 0), (5, 15.9588159588), (10, 37.8048780488)] {
      #expect(abs(looksBad.size(tries).value - value) < 0.2, "\(tries)")
    }
    let few = try BetaLaw(alpha: 1, beta: 19)
    let looksGood = worth(places.map(few.quantile)) { 500 - 6_000 * $0 }
    #expect(abs(looksGood.most - 52.6441401854) < 0.2)
    for (tries, value) in [(1, 3.57142857143), (2, 5.62770562771), (5, 9.27536231884), (10, 19.9507389163)] {
      #expect(abs(looksGood.size(tries).value - value) < 0.2, "\(tries)")
    }
    // The known values count failures; at most one a day begins, and so the days on which one does tell a little less.
    let failures = try GammaLaw(shape: 2, scale: 0.01)
    let losses = places.map(failures.quantile)
    let curve = losses.map { 500 - 20_000 * $0 }
    let watched = TestWorth(losses.map { 1 - Elementary.exp(-$0) }, curves: [curve], ruin: [curve.map { _ in 0 }])
    #expect(abs(watched.most - 73.8764987615) < 0.2)
    for (days, value) in [(7, 10.2002133803), (30, 24.2953678093), (90, 43.2495227372)] {
      let size = watched.size(days)
      #expect(size.value < value && size.value > 0.98 * value, "\(days): \(size.value)")
    }
  }

  @Test("to know a lognormal conversion", arguments: [(0.04, 0.5, 412.55352339), (0.014, 0.95, 242.290158095)])
  func conversion(_ known: (median: Double, deviation: Double, worth: Double)) {
    let values = normals(20_000, seed: 12, day: 0).map { known.median * Elementary.exp(known.deviation * $0) }
    let choices = choices(values.map { 60_000 * $0 - 2_500 })
    let number = KnownNumber("x", values, choices, seed: 1)
    #expect(abs(number.value.value - known.worth) < 4 * number.value.standardError, "\(number.value)")
  }

  @Test("the price of ruin that a limit stands for, and what is best then")
  func priceOfRuin() {
    func worlds(_ rows: [(count: Int, gain: Double, isRuined: Bool)]) -> (gain: [Double], ruined: [Bool]) {
      let all = rows.flatMap { row in Array(repeating: row, count: row.count) }
      return (all.map(\.gain), all.map(\.isRuined))
    }
    func choice(_ name: String, _ rows: [(count: Int, gain: Double, isRuined: Bool)]) -> LearnChoices.Choice {
      let (gain, ruined) = worlds(rows)
      return LearnChoices.Choice(name, gain: gain, ruined: ruined)
    }
    let holds = [choice("A", [(10, 1_000, false), (6, 600, false), (4, -200, true)])]
    #expect(LearnChoices.priceOfRuin(keeping: 0.2, holds) == 0)
    #expect(abs(LearnChoices(holds).valueOfAll - 40) < 1e-9)
    let unlocks = [choice("A", [(4, 9_000, false), (1, -1_000, true), (4, 100, false), (11, -1_500, true)])]
    let price = LearnChoices.priceOfRuin(keeping: 0.2, unlocks)
    #expect(abs(price - 1_575) < 1e-9)
    #expect(LearnChoices(unlocks, priceOfRuin: price).now == nil)
    #expect(abs(LearnChoices(unlocks, priceOfRuin: price).valueOfAll - 1_820) < 1e-6)
    let safer = [
      choice("bold", [(8, 4_000, false), (6, 500, false), (6, -2_000, true)]),
      choice("calm", [(8, 1_500, false), (6, 600, false), (4, -300, false), (2, -900, true)]),
    ]
    let other = LearnChoices.priceOfRuin(keeping: 0.2, safer)
    #expect(abs(other - 2_600) < 1e-9)
    #expect(LearnChoices(safer, priceOfRuin: other).now == 1)
  }

  @Test("knowing all drawn numbers lies between what is chosen by other lucks and what is chosen by the same")
  func lucks() throws {
    let worlds = 4_000
    for (mean, deviation, lucks, high, low, truth) in [
      (-200.0, 3_000.0, 16, 405.047344539, 182.021131344, 306.894635863),
      (500, 1_000, 8, 219.306294063, 159.188240238, 197.796557401),
    ] {
      let theta = normals(worlds, seed: 8, day: 99).map { mean + 1_000 * $0 }
      var found = Learn.Lucks()
      found.utilities = (0..<lucks).map { luck in
        [zip(theta, normals(worlds, seed: 8, day: luck)).map { $0 + deviation * $1 }]
      }
      let all = try #require(Learn.all(found, largest: 0, most: .infinity))
      #expect(abs(all.high - high) < 40 && abs(all.low - low) < 50, "\(all)")
      #expect(all.low < truth + 20 && all.high > truth - 20)
    }
    var few = Learn.Lucks()
    few.utilities = [[[1, 2]], [[3, 4]]]
    #expect(Learn.all(few, largest: 500, most: 900)?.isRaised == true)
    #expect(Learn.all(few, largest: 0, most: 0)?.high == 0)
  }
}
