import Statistics
import Testing

@Suite struct CopulaTests {
  static let names = ["cpc", "price", "conversion", "refunds", "shipping"]

  /// The columns of a random run, correlated.
  static func columns(
    _ pairs: [RankCorrelation], paths: Int = 10_000, seed: UInt64 = 3
  ) throws -> [[Double]] {
    let points = ParameterPoints(.random, seed: seed, names: names, paths: paths)
    var block = names.indices.flatMap { uniforms(points, $0) }
    try Copula(seed: seed, names: names, pairs: pairs).correlate(&block, stride: paths, firstPath: 0, count: paths)
    return names.indices.map { Array(block[$0 * paths..<($0 + 1) * paths]) }
  }

  static func spearman(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let squares = zip(ranks(a), ranks(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return 1 - 6 * squares / (n * (n * n - 1))
  }

  private static func ranks(_ values: [Double]) -> [Double] {
    var ranks = [Double](repeating: 0, count: values.count)
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      ranks[index] = Double(rank)
    }
    return ranks
  }

  static let rhos = [-1, -0.8, -0.3, 0.1, 0.5, 0.6, 0.9, 1]

  @Test("the rank correlation of ten thousand draws is the one asked for within 0.02", arguments: rhos, [false, true])
  func asked(_ rho: Double, _ crashTogether: Bool) throws {
    let columns = try Self.columns([RankCorrelation(1, 3, rho: rho, crashTogether: crashTogether)])
    #expect(close(Self.spearman(columns[1], columns[3]), rho, absolute: 0.02))
  }

  @Test("over many draws it is right within 0.005, the t copula's, too", arguments: [-0.7, 0.4, 0.85], [false, true])
  func manyDraws(_ rho: Double, _ crashTogether: Bool) throws {
    let pair = RankCorrelation(0, 1, rho: rho, crashTogether: crashTogether)
    let columns = try Self.columns([pair], paths: 200_000)
    #expect(close(Self.spearman(columns[0], columns[1]), rho, absolute: 0.005))
  }

  @Test(
    "parameters without correlation and the first of a group keep their uniforms bit for bit", arguments: [false, true])
  func untouched(_ crashTogether: Bool) throws {
    let plain = try Self.columns([])
    let pairs = [
      RankCorrelation(3, 1, rho: 0.6, crashTogether: crashTogether), RankCorrelation(3, 4, rho: -0.4),
    ]
    let columns = try Self.columns(pairs)
    for place in [0, 1, 2] {
      #expect(columns[place] == plain[place])
    }
    for place in [3, 4] {
      #expect(columns[place] != plain[place])
    }
  }

  @Test("correlated uniforms stay uniform", arguments: [false, true])
  func marginals(_ crashTogether: Bool) throws {
    let pairs = [
      RankCorrelation(0, 1, rho: 0.6, crashTogether: crashTogether), RankCorrelation(1, 2, rho: -0.5),
      RankCorrelation(2, 3, rho: 0.8),
    ]
    for column in try Self.columns(pairs) {
      #expect(column.allSatisfy { $0 > 0 && $0 < 1 })
      #expect(kolmogorov(column, cdf: { $0 }) < 1.95)
    }
  }

  @Test("the other pairs of a group stay without correlation")
  func unnamedPairs() throws {
    let columns = try Self.columns([RankCorrelation(0, 1, rho: 0.6), RankCorrelation(1, 2, rho: 0.6)])
    #expect(close(Self.spearman(columns[0], columns[2]), 0, absolute: 0.03))
    #expect(close(Self.spearman(columns[1], columns[2]), 0.6, absolute: 0.02))
  }

  @Test("a path of a short run is that of a long one")
  func pathAlone() throws {
    let pairs = [RankCorrelation(0, 4, rho: 0.6, crashTogether: true)]
    let (short, long) = (try Self.columns(pairs, paths: 100), try Self.columns(pairs, paths: 1_000))
    #expect(short == long.map { Array($0.prefix(100)) })
  }

  @Test("what crashes together does so several times as often as ρ alone would have it")
  func tails() throws {
    func together(_ crashTogether: Bool) throws -> Int {
      let pair = RankCorrelation(0, 1, rho: 0.5, crashTogether: crashTogether)
      let columns = try Self.columns([pair], paths: 200_000)
      return zip(columns[0], columns[1]).count { $0 < 0.001 && $1 < 0.001 }
    }
    // Of the worst thousandth, 5 % come together by a Gaussian copula and 27 % by the t copula: about 10 and 55 of 200.
    let (gaussian, studentT) = (try together(false), try together(true))
    #expect(gaussian > 0)
    #expect(studentT > 2 * gaussian)
  }

  /// Higham (2002), section 4: the matrix of ones but for a 0 in the corner.
  @Test("correlations that cannot all hold become the nearest ones that can, and are reported")
  func repair() throws {
    let pairs = [RankCorrelation(0, 1, rho: 1), RankCorrelation(1, 2, rho: 1), RankCorrelation(3, 4, rho: 0.5)]
    let copula = try Copula(seed: 1, names: Self.names, pairs: pairs)
    #expect(copula.repairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    #expect(copula.repairs.map(\.asked) == [1, 0, 1])
    for (repair, r) in zip(copula.repairs, [0.760_689_9, 0.157_297_4, 0.760_689_9]) {
      // Higham's are correlations of normals, r = 2 sin(πρ/6).
      #expect(close(2 * Elementary.sinCosOfTurns(repair.became / 12).sine, r, absolute: 1e-6))
    }
    let columns = try Self.columns(pairs)
    for repair in copula.repairs {
      #expect(close(Self.spearman(columns[repair.first], columns[repair.second]), repair.became, absolute: 0.02))
    }
  }

  @Test("correlations that can hold are not repaired, not even perfect ones")
  func noRepair() throws {
    let perfect = [RankCorrelation(0, 1, rho: 1), RankCorrelation(1, 2, rho: -1), RankCorrelation(0, 2, rho: -1)]
    #expect(try Copula(seed: 1, names: Self.names, pairs: perfect).repairs.isEmpty)
    let usual = [RankCorrelation(0, 1, rho: 0.6, crashTogether: true), RankCorrelation(1, 2, rho: 0.6)]
    #expect(try Copula(seed: 1, names: Self.names, pairs: usual).repairs.isEmpty)
  }

  @Test("a matrix of sixteen impossible correlations is repaired, too")
  func largeRepair() throws {
    let names = (0..<16).map { "p\($0)" }
    let pairs = (0..<16).flatMap { i in (0..<i).map { RankCorrelation($0, i, rho: -0.5) } }
    let copula = try Copula(seed: 1, names: names, pairs: pairs)
    #expect(copula.repairs.count == 120)
    // By symmetry all become −1/15 as correlations of normals.
    for repair in copula.repairs {
      #expect(close(2 * Elementary.sinCosOfTurns(repair.became / 12).sine, -1 / 15.0, absolute: 1e-6))
    }
  }

  @Test("correlations that mean nothing are refused in words")
  func refused() {
    let cases: [([RankCorrelation], String)] = [
      ([RankCorrelation(0, 0, rho: 0.5)], "cpc cannot be correlated with itself"),
      ([RankCorrelation(0, 5, rho: 0.5)], "a correlation names a parameter that is not there"),
      ([RankCorrelation(0, 1, rho: 1.5)], "the correlation of cpc and price must lie between -1 and 1, not 1.5"),
      ([RankCorrelation(0, 1, rho: .nan)], "the correlation of cpc and price must lie between -1 and 1, not nan"),
      (
        [RankCorrelation(0, 1, rho: 0.5), RankCorrelation(1, 0, rho: 0.4)],
        "the correlation of price and cpc is given twice"
      ),
    ]
    for (pairs, message) in cases {
      #expect(throws: CorrelationError(message: message)) {
        try Copula(seed: 1, names: Self.names, pairs: pairs)
      }
    }
  }

  @Test("Student's t with 4 degrees of freedom has SciPy's values and its quantile undoes it")
  func studentT4() {
    for (t, p) in SciPyValues.studentT4 {
      #expect(close(StudentT4.cdf(t), p, relative: 1e-14))
      // Above the median, p close to 1 holds few digits of t.
      #expect(close(StudentT4.quantile(p), t, relative: 1e-11))
    }
    #expect(StudentT4.quantile(0) == -.infinity)
    #expect(StudentT4.quantile(1) == .infinity)
    #expect(StudentT4.quantile(0.5) == 0)
    #expect(StudentT4.cdf(-.infinity) == 0)
    #expect(StudentT4.cdf(.infinity) == 1)
  }
}
