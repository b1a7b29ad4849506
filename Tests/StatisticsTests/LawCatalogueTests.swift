import Statistics
import Testing

/// What holds for single laws, and the list of them.
@Suite struct LawCatalogueTests {
  @Test("every example of the catalogue is a call of its own row")
  func examples() throws {
    for entry in LawCatalogue.entries {
      let open = try #require(entry.example.firstIndex(of: "("))
      #expect(entry.example[..<open] == entry.name)
      let inside = entry.example[entry.example.index(after: open)...].dropLast()
      let law = try entry.make(inside.split(separator: ",").compactMap { Double($0.filter { $0 != " " }) })
      #expect(law.quantile(0.5).isFinite)
    }
    #expect(Set(LawCatalogue.entries.map(\.name)).count == LawCatalogue.entries.count)
    #expect(LawCatalogue.entry(named: "cauchy") == nil)
  }

  @Test(
    "numbers that make no law are refused in words",
    arguments: [
      ("normal", [5, -1], "normal(mean, sd): the standard deviation must be above 0, not -1"),
      ("normal", [5], "normal(mean, sd) takes 2 numbers, not 1"),
      ("normal", [.nan, 1], "normal(mean, sd): the mean must be a number between -1e30 and 1e30, not nan"),
      ("certain", [.infinity], "certain(value): the value must be a number between -1e30 and 1e30, not inf"),
      ("empirical", [], "empirical(value, …) needs at least 1 number, not 0"),
      (
        "uniform", [3, 3], "uniform(low, high): the lowest value must lie below the highest value, but 3 is not below 3"
      ),
      ("lognormal", [0, 1], "lognormal(median, sigma): the median must be above 0, not 0"),
      ("lognormal", [1, 11], "lognormal(median, sigma): sigma must lie between 0 and 10, not 11"),
      ("pert", [1, 5, 4], "pert(low, mode, high): the most likely value must lie between 1 and 4, not 5"),
      (
        "triangular", [4, 4, 4],
        "triangular(low, mode, high): the lowest value must lie below the highest value, but 4 is not below 4"
      ),
      ("beta", [0, 1], "beta(alpha, beta): alpha must lie between 0.001 and 100000, not 0"),
      ("gamma", [1, 0], "gamma(shape, scale): the scale must be above 0, not 0"),
    ] as [(String, [Double], String)])
  func refused(_ name: String, _ arguments: [Double], _ message: String) throws {
    let entry = try #require(LawCatalogue.entry(named: name))
    #expect(throws: LawError("\(message)")) { try entry.make(arguments) }
  }

  @Test("no finite or infinite numbers make a law whose draws are not finite")
  func hostileNumbers() {
    let numbers: [Double] = [
      0, 1, -1, 1e-300, 1e30, -1e30, 1e31, 0.5, 3, 10, 1e5, .infinity, .nan, .leastNonzeroMagnitude,
    ]
    for entry in LawCatalogue.entries {
      for a in numbers {
        for b in numbers {
          for c in entry.parameters.count > 2 ? numbers : [0] {
            guard let law = try? entry.make(Array([a, b, c].prefix(entry.parameters.count))) else { continue }
            for u in [0x1p-54, 0.3, 0.5, 1 - 0x1p-53] {
              #expect(law.quantile(u).isFinite, "\(entry.name) \(a) \(b) \(c)")
            }
            #expect(law.mean.isFinite && law.standardDeviation.isFinite, "\(entry.name) \(a) \(b) \(c)")
          }
        }
      }
    }
  }

  @Test("compound laws refuse what they cannot be made of")
  func compounds() throws {
    let normal = Law.normal(try NormalLaw(mean: 0, standardDeviation: 1))
    #expect(throws: LawError("a mixture needs at least one part")) { try MixtureLaw([]) }
    #expect(throws: LawError("a weight must be above 0, not 0")) { try MixtureLaw([(0, normal)]) }
    #expect(throws: LawError("fewer than one in a million values of this distribution lie between 6 and 7")) {
      try TruncatedLaw(normal, to: 6...7)
    }
    #expect(throws: LawError("at least two percentiles are needed")) { try Law(percentiles: [(0.5, 1)]) }
    #expect(throws: LawError("a higher percentile needs a higher value: percentiles 10 and 90 have 5 and 4")) {
      try Law(percentiles: [(0.9, 4), (0.1, 5)])
    }
    #expect(throws: LawError("a percentile must lie between 0.0001 and 99.9999, not 100")) {
      try Law(percentiles: [(0.5, 4), (1, 5)])
    }
    #expect(throws: LawError.self) { try Law(percentiles: [(0.5, 1), (0.500_001, 1e9)]) }
  }

  @Test("two percentiles make a lognormal law of positive values and a normal one of others")
  func twoPercentiles() throws {
    let positive = try Law(percentiles: [(0.05, 20), (0.95, 120)])
    guard case .lognormal(let law) = positive else { throw LawError("not lognormal") }
    #expect(close(law.median, 48.989_794_855_663_562, relative: 1e-14))
    #expect(close(law.mean, 56.822_774_172_949_18, relative: 1e-14))
    let signed = try Law(percentiles: [(0.9, 10), (0.1, -10)])
    guard case .normal(let law) = signed else { throw LawError("not normal") }
    #expect(close(law.mean, 0, absolute: 1e-14))
    #expect(close(law.standardDeviation, 10 / 1.281_551_565_544_600_47, relative: 1e-14))
  }

  @Test(
    "a law from percentiles has these percentiles",
    arguments: [
      [(0.1, 20), (0.5, 30), (0.9, 60)], [(0.01, 1e-3), (0.2, 1), (0.25, 2), (0.99, 1e6)],
      [(0.05, -10), (0.5, 0), (0.95, 1e4)],
    ] as [[(Double, Double)]])
  func manyPercentiles(_ points: [(Double, Double)]) throws {
    let law = try Law(percentiles: points.map { (u: $0.0, value: $0.1) })
    for (u, x) in points {
      #expect(close(law.quantile(u), x, relative: 1e-13, absolute: 1e-12))
      #expect(close(law.cdf(x), u, relative: 1e-13))
    }
  }

  @Test("a mixture of nothing and a range is nothing as often as asked, to the very value")
  func nothing() throws {
    let range = try LawSamples.uniform(1_000, 4_000)
    let law = Law.mixture(try MixtureLaw([(0.8, .certain(try CertainLaw(0))), (0.2, range)]))
    #expect(law.quantile(0.01) == 0)
    #expect(law.quantile(0.799_999) == 0)
    #expect(close(law.quantile(0.9), 2_500, relative: 1e-13))
    #expect(close(law.mean, 500, relative: 1e-14))
    #expect(law.cdf(0) == 0.8)
    #expect(law.density(0) == .infinity)
  }

  @Test("a mixture of far apart values has no trouble with their sizes")
  func farApart() throws {
    let ends = [-1e30, 1e30].map { try? CertainLaw($0) }.compactMap { $0 }
    let law = Law.mixture(try MixtureLaw(ends.map { (1, .certain($0)) }))
    #expect(law.quantile(0.4) == -1e30)
    #expect(law.quantile(0.6) == 1e30)
  }

  @Test("a truncated normal law has the known mean and spread")
  func truncatedNormal() throws {
    let normal = Law.normal(try NormalLaw(mean: 5, standardDeviation: 3))
    // Computed with SciPy 1.17.1: truncnorm(a, b, 5, 3) with the ends 0…∞ and 4…9.
    let positive = TruncatedValues(mean: 5.313_409_360_103_174, deviation: 2.708_270_254_698_346_6)
    let between = TruncatedValues(mean: 6.186_840_636_420_508, deviation: 1.357_652_799_996_342)
    for (range, expected) in [(0 ... .infinity, positive), (4...9, between)] as [(ClosedRange<Double>, TruncatedValues)]
    {
      let law = try TruncatedLaw(normal, to: range)
      #expect(close(law.mean, expected.mean, relative: 1e-10))
      #expect(close(law.standardDeviation, expected.deviation, relative: 1e-9))
    }
  }

  private struct TruncatedValues {
    let mean: Double
    let deviation: Double
  }

  @Test("an empirical law draws the type 5 quantiles of its values, in order or not")
  func empirical() throws {
    // By hand: values at 1/10, 3/10, 5/10, 7/10, 9/10, level beyond them.
    let law = try EmpiricalLaw([7, 40, 3, 12, 7])
    let expected = [
      (0, 3), (0.05, 3), (0.1, 3), (0.2, 5), (0.3, 7), (0.4, 7), (0.5, 7), (0.6, 9.5), (0.7, 12), (0.8, 26), (0.9, 40),
      (0.95, 40), (1, 40),
    ]
    for (u, x) in expected { #expect(close(law.quantile(u), x, relative: 1e-14), "\(u)") }
    for (x, u) in [(2.9, 0), (3, 0.1), (5, 0.2), (7, 0.5), (9.5, 0.6), (26, 0.8), (39.99, 0.8999), (40, 1.0)] {
      #expect(abs(law.cdf(x) - u) < 1e-4, "\(x)")
    }
    #expect(law.density(3) == .infinity && law.density(7) == .infinity && law.density(40) == .infinity)
    #expect(close(law.density(10), 1 / (5 * 5), relative: 1e-14) && law.density(2) == 0 && law.density(41) == 0)
    let alone = try EmpiricalLaw([5])
    #expect(alone.quantile(0) == 5 && alone.quantile(0.3) == 5 && alone.quantile(1) == 5)
    #expect(alone.cdf(4.9) == 0 && alone.cdf(5) == 1 && alone.density(5) == .infinity && alone.density(4) == 0)
    #expect(alone.mean == 5 && alone.standardDeviation == 0)
  }

  @Test("the mean of an empirical law is that of its values, to the last digit, and so is the mean of its quantiles")
  func empiricalMean() throws {
    #expect(try EmpiricalLaw([3, 7, 7, 12, 40]).mean == 13.8)
    for count in [3, 7, 100, 365, 1000] {
      #expect(try EmpiricalLaw(Array(repeating: 1588.816, count: count)).mean == 1588.816)
    }
    for (name, values, _) in Type7Vectors.cases where values.count < 100 {
      let law = try EmpiricalLaw(values)
      // Straight lines over a grid that meets their corners: the midpoints give the integral.
      let cells = 2 * values.count * 50
      let sum = (0..<cells).reduce(0.0) { $0 + law.quantile((Double($1) + 0.5) / Double(cells)) }
      #expect(close(sum / Double(cells), law.mean, relative: 1e-12, absolute: 1e-9), "\(name)")
      let squares = (0..<cells).reduce(0.0) { sum, cell in
        let distance = law.quantile((Double(cell) + 0.5) / Double(cells)) - law.mean
        return sum + distance * distance
      }
      #expect(
        close(
          (squares / Double(cells)).squareRoot(), law.standardDeviation, relative: 1e-4,
          absolute: 1e-9 + law.mean.magnitude * 1e-15), "\(name)")
    }
  }
}
