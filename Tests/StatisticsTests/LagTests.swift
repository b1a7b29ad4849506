import Glibc
import Statistics
import Testing

@Suite struct LognormalTests {
  /// Computed with mpmath at 30 digits.
  @Test(
    "mean and standard deviation give the known lognormal",
    arguments: [
      [60, 45, 3.8712010109078909, 0.66804723083657754, 48, 15.9963584632894, 144.032781291288],
      [10, 3, 2.2594962448735195, 0.29356037920852387, 9.5782628522115139, 5.90992056413593, 15.5235790854439],
      [1, 1, -0.34657359027997265, 0.83255461115769776, 0.70710678118654752, 0.179783116649768, 2.78112878070771],
    ])
  func fromMean(_ v: [Double]) {
    let law = Lognormal(mean: v[0], standardDeviation: v[1])
    #expect(close(law.logMean, v[2], relative: 1e-14))
    #expect(close(law.logDeviation, v[3], relative: 1e-14))
    #expect(close(law.median, v[4], relative: 1e-14))
    #expect(close(law.quantile(0.05), v[5], relative: 1e-13))
    #expect(close(law.quantile(0.95), v[6], relative: 1e-13))
    #expect(close(law.mean, v[0], relative: 1e-14))
    #expect(close(law.standardDeviation, v[1], relative: 1e-14))
  }

  /// Computed with mpmath at 30 digits.
  @Test(
    "two percentiles give the known lognormal",
    arguments: [
      [20, 120, 3.8916120081680185, 0.54465620522990066, 56.82277417294918, 48.989794855663562],
      [1, 10, 1.1512925464970228, 0.69993616917196317, 4.0400128269457263, 3.1622776601683793],
      [500, 2_000, 6.9077552789821371, 0.42140356394179936, 1_092.851660081246, 1_000],
    ])
  func fromPercentiles(_ v: [Double]) {
    let law = Lognormal(p05: v[0], p95: v[1])
    #expect(close(law.logMean, v[2], relative: 1e-14))
    #expect(close(law.logDeviation, v[3], relative: 1e-14))
    #expect(close(law.mean, v[4], relative: 1e-14))
    #expect(close(law.median, v[5], relative: 1e-14))
    #expect(close(law.cdf(v[0]), 0.05, relative: 1e-13))
    #expect(close(law.survival(v[1]), 0.05, relative: 1e-13))
  }

  @Test("without deviation it is a step at the median")
  func step() {
    let law = Lognormal(median: 4, logDeviation: 0)
    #expect(law.cdf(3.99) == 0 && law.cdf(4.01) == 1)
    #expect(law.cdf(0) == 0 && law.survival(-1) == 1)
  }
}

@Suite struct LagTableTests {
  static let handling = Lognormal(median: 1.5, logDeviation: 0.6)
  static let transit = Lognormal(median: 11, logDeviation: 0.35)

  @Test("a lognormal delay is rounded up: P(days = d) is its mass between d − 1 and d")
  func lognormal() {
    let table = LagTable(.lognormal(shift: 2, Self.transit))
    #expect(table.probability(of: 2) == 0)
    for day in 3...60 {
      let mass = Self.transit.cdf(Double(day - 2)) - Self.transit.cdf(Double(day - 3))
      #expect(close(table.probability(of: day), mass, absolute: 1e-15))
    }
    #expect(close(table.mean, 2 + Self.transit.mean, relative: 1e-15))
    #expect(table.cumulative.last == 1)
    #expect(Self.transit.survival(Double(table.lastDay - 2)) < 0x1p-33)
    #expect(Self.transit.survival(Double(table.lastDay - 3)) >= 0x1p-33)
  }

  @Test("a fixed delay is its own rounding up", arguments: [(0.0, 0), (3.0, 3), (3.2, 4), (-1.0, 0), (1e9, 4_095)])
  func fixed(_ days: Double, _ rounded: Int) {
    let table = LagTable(.fixed(days))
    #expect(table.lastDay == rounded)
    #expect([0, 1 << 31, UInt32.max].allSatisfy { table.days(word: $0) == rounded })
  }

  @Test("an even delay spreads evenly")
  func uniform() {
    let table = LagTable(.uniform(from: 1.5, to: 4))
    #expect(close(table.probability(of: 2), 0.2, relative: 1e-15))
    #expect(close(table.probability(of: 3), 0.4, relative: 1e-15))
    #expect(close(table.probability(of: 4), 0.4, relative: 1e-15))
    #expect(table.lastDay == 4 && table.mean == 2.75)
    #expect(table.probability(of: 5) == 0 && table.probability(of: -1) == 0)
  }

  @Test("geometric days start at 1 and have the mean", arguments: [1.0, 1.5, 4, 30, 0.2])
  func geometric(_ mean: Double) {
    let table = LagTable(geometricMean: mean)
    let expected = max(mean, 1)
    #expect(table.cumulative[0] == 0)
    #expect(close(table.probability(of: 1), 1 / expected, relative: 1e-14))
    let sum = (0...table.lastDay).reduce(0.0) { $0 + Double($1) * table.probability(of: $1) }
    #expect(close(sum, expected, relative: 1e-6))
  }

  @Test("a word means the day whose share of the words it lies in")
  func inversion() {
    let tables = [
      LagTable(.lognormal(Self.transit)), LagTable(geometricMean: 200), LagTable(.uniform(from: 0, to: 1)),
      LagTable(sumOf: .lognormal(Self.handling), .lognormal(Self.transit)),
    ]
    for table in tables {
      for word in words(20_000, stream: "lag") + [0, .max] {
        let day = table.days(word: word)
        let share = Double(word) * 0x1p-32
        #expect(table.cumulative[day] > share)
        #expect(day == 0 || table.cumulative[day - 1] <= share + 0x1p-32)
      }
    }
  }

  @Test("drawn days follow the table")
  func law() {
    let table = LagTable(sumOf: .fixed(2), .lognormal(Self.transit))
    let days = words(1 << 17, stream: "lag law").map { Float(table.days(word: $0)) }
    #expect(goodnessOfFit(days) { table.probability(of: $0) } > 1e-3)
  }

  @Test("a fixed part only shifts, and the order of the parts does not matter")
  func sumWithFixed() {
    let sum = LagTable(sumOf: .fixed(2), .lognormal(Self.transit))
    #expect(sum.cumulative == LagTable(.lognormal(shift: 2, Self.transit)).cumulative)
    #expect(sum.cumulative == LagTable(sumOf: .lognormal(Self.transit), .fixed(2)).cumulative)
    let flat = Lognormal(median: 2, logDeviation: 0)
    #expect(close(LagTable(sumOf: .lognormal(flat), .fixed(3.5)).probability(of: 6), 1, absolute: 0))
  }

  @Test("two even delays make a trapezoid")
  func sumOfUniforms() {
    let table = LagTable(sumOf: .uniform(from: 0, to: 1), .uniform(from: 1, to: 3))
    for (day, p) in [(1, 0), (2, 0.25 + 0), (3, 0.5), (4, 0.25)] as [(Int, Double)] {
      #expect(close(table.probability(of: day), p, absolute: 1e-14), "\(day)")
    }
  }

  /// P(X + Y ≤ d) by Simpson's rule over the quantile-free variable t, with many more steps than the code uses.
  func convolution(_ first: Lognormal, _ second: LagDistribution, _ x: Double) -> Double {
    let steps = 400_000
    let (low, high) = (-9.0, 9.0)
    let h = (high - low) / Double(steps)
    let sum = (0...steps).reduce(0.0) { sum, i in
      let t = low + h * Double(i)
      let weight: Double = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2
      let part = Glibc.exp(first.logMean + first.logDeviation * t)
      return sum + weight * Glibc.exp(-t * t / 2) * (1 - second.survival(x - part))
    }
    return sum * h / 3 / (2 * Double.pi).squareRoot()
  }

  @Test(
    "two lognormal delays are convolved to 1e-7 in every cumulative probability",
    arguments: [
      (handling, transit), (transit, handling),
      (Lognormal(median: 1, logDeviation: 1.2), Lognormal(median: 1, logDeviation: 1.2)),
      (Lognormal(median: 20, logDeviation: 0.05), Lognormal(median: 1, logDeviation: 1.5)),
      (Lognormal(median: 0.3, logDeviation: 0.01), Lognormal(median: 7, logDeviation: 0.5)),
    ])
  func sumOfLognormals(_ first: Lognormal, _ second: Lognormal) {
    let table = LagTable(sumOf: .lognormal(first), .lognormal(second))
    for day in [1, 2, 3, 5, 8, 13, 21, 34] where day < table.lastDay {
      let reference = convolution(first, .lognormal(second), Double(day))
      #expect(close(table.cumulative[day], reference, absolute: 1e-7), "day \(day)")
    }
    #expect(close(table.mean, first.mean + second.mean, relative: 1e-15))
  }

  @Test("a row of survivals has the bits of each one by itself", arguments: [handling, transit])
  func rowOfSurvivals(_ law: Lognormal) {
    let ends = [.infinity, 1e300, 1e40, .leastNormalMagnitude, .leastNonzeroMagnitude, 0, -1, -.infinity]
    let falling = (0..<4_000).map { 3_000 * Glibc.exp(-0.004 * Double($0)) }
    for x in [falling, falling + ends, ends + falling, Array(falling.reversed()), [.nan] + falling, []] {
      var row = x
      row.withUnsafeMutableBufferPointer { law.survivals($0) }
      #expect(row.map(\.bitPattern) == x.map { law.survival($0).bitPattern })
    }
    var z = (-4_500...4_500).map { Double($0) / 100 } + [-.infinity, .infinity, .nan]
    let expected = z.map { Normal.survival($0).bitPattern }
    z.withUnsafeMutableBufferPointer { Normal.survivals($0) }
    #expect(z.map(\.bitPattern) == expected)
  }

  @Test("delays that scatter beyond all sense still add up to more than either, and to less than both could make")
  func senselessSum() {
    let (wild, calm) = (Lognormal(median: 3, logDeviation: 100), Lognormal(median: 2, logDeviation: 90))
    let table = LagTable(sumOf: .lognormal(wild), .lognormal(calm))
    for days in [0, 1, 3, 40, 400, 4_000] {
      let x = Double(days)
      let least = max(wild.survival(x), calm.survival(x))
      let most = min(1, wild.survival(x / 2) + calm.survival(x / 2))
      #expect((least - 1e-9...most + 1e-9).contains(table.survival(days)), "\(days)")
    }
  }

  @Test("an even and a lognormal delay are convolved in closed form")
  func sumOfUniformAndLognormal() {
    let even = LagDistribution.uniform(from: 0.5, to: 2)
    let table = LagTable(sumOf: even, .lognormal(Self.transit))
    for day in [2, 5, 9, 12, 16, 25] {
      #expect(close(table.cumulative[day], convolution(Self.transit, even, Double(day)), absolute: 1e-7))
    }
  }

  @Test("senseless distributions give a table, not a trap")
  func senseless() {
    let strange: [LagDistribution] = [
      .fixed(.nan), .fixed(.infinity), .uniform(from: 5, to: 2), .uniform(from: .nan, to: 1),
      .lognormal(Lognormal(median: -1, logDeviation: 1)), .lognormal(Lognormal(median: 3, logDeviation: -1)),
      .lognormal(Lognormal(median: .infinity, logDeviation: 1)),
    ]
    for lag in strange {
      for table in [LagTable(lag), LagTable(sumOf: lag, .lognormal(Self.transit)), LagTable(sumOf: lag, lag)] {
        #expect((0..<LagTable.mostDays).contains(table.days(word: 1 << 31)))
      }
    }
    #expect(LagTable(geometricMean: .nan).lastDay == 1)
    #expect(LagTable(geometricMean: .infinity).lastDay == 4_095)
  }
}
