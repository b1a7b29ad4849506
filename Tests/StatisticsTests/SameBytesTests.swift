import CRows
import Statistics
import Testing

/// The exact bits of every kind of row, so that a change of machine, compiler or formula that moves one is seen.
@Suite struct SameBytesTests {
  static let n = 4_096
  static let first = words(n, stream: "same bytes, first")
  static let second = words(n, stream: "same bytes, second")

  /// FNV-1a over the bit patterns.
  static func digest(_ bits: [UInt32]) -> UInt64 {
    bits.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  static func digest(_ values: [Float]) -> UInt64 { digest(values.map(\.bitPattern)) }

  static func normals() -> [Float] {
    var sines = [Float](repeating: 0, count: n)
    let cosines = row(n) {
      Normal.rows(radiusWords: first, angleWords: second, cosines: $0, sines: &sines, count: n)
    }
    return cosines + sines
  }

  static let means = row(n) { Elementary.expRow(Array(normals()[..<n]), into: $0, count: n) }.map { $0 * 4 }

  @Test("words") func streams() {
    #expect(Self.digest(Self.first) == 0xDCE1_5462_027E_42FA)
  }

  @Test("normals") func normalRows() {
    #expect(Self.digest(Self.normals()) == 0xEAA5_DB9C_0896_9B97)
  }

  @Test("quantiles of words") func quantileRow() {
    let z = row(Self.n) { Normal.quantileRow(words: Self.first, into: $0, count: Self.n) }
    #expect(Self.digest(z) == 0xF089_802A_C28F_4254)
  }

  @Test("exponentials and logarithms") func elementary() {
    let logs = row(Self.n) { Elementary.logRow(Self.means, into: $0, count: Self.n) }
    #expect(Self.digest(Self.means + logs) == 0xCAB9_13F0_5B38_9682)
  }

  @Test("counts") func counts() {
    let poisson = row(Self.n) { Poisson.row(means: Self.means, words: Self.second, into: $0, count: Self.n) }
    let shares = row(Self.n) { Uniform.row(words: Self.first, into: $0, count: Self.n) }
    let binomial = row(Self.n) {
      Binomial.row(trials: poisson, probabilities: shares, words: Self.second, into: $0, count: Self.n)
    }
    #expect(Self.digest(poisson + binomial) == 0xFA93_A2FA_60F8_A325)
  }

  @Test("lag tables") func lagTable() {
    let table = LagTable(
      sumOf: .lognormal(Lognormal(median: 1.5, logDeviation: 0.6)),
      .lognormal(Lognormal(median: 11, logDeviation: 0.35)))
    #expect(Self.digest(table.cumulative) == 0x7B32_B0B8_6C14_05C2)
  }

  static func digest(_ values: [Double]) -> UInt64 {
    digest(values.flatMap { [UInt32(truncatingIfNeeded: $0.bitPattern), UInt32($0.bitPattern >> 32)] })
  }

  @Test("quantiles of all laws") func laws() {
    let uniforms = Self.first[..<64].map(Uniform.double)
    let values = LawSamples.all.flatMap { uniforms.map($0.law.quantile) }
    #expect(Self.digest(values) == 0xD716_55E3_C457_EF85)
  }

  @Test("uniforms of parameters, correlated") func parameters() throws {
    let names = ["a", "b", "c"]
    let pairs = [RankCorrelation(0, 1, rho: 0.4), RankCorrelation(1, 2, rho: 0.6, crashTogether: true)]
    let copula = try Copula(seed: 9, names: names, pairs: pairs)
    let columns = ParameterSampling.allCases.flatMap { sampling in
      let points = ParameterPoints(sampling, seed: 9, names: names, paths: 500)
      var block = names.indices.flatMap { uniforms(points, $0) }
      copula.correlate(&block, stride: 500, firstPath: 0, count: 500)
      return block
    }
    #expect(Self.digest(columns) == 0x4E7C_E254_43C8_8708)
  }

  /// Whichever build runs while they do, the other tests see the same bytes.
  @Test("both builds of the rows give the same bytes")
  func builds() {
    let digests = [true, false].map { isBase in
      crows_use_base(isBase)
      return Self.everyRow(words(Self.n, stream: "either build"), words(Self.n, stream: "either build, too"))
    }
    #expect(digests[0] == digests[1])
    #expect(Set(digests[0].map(\.value)).count == digests[0].count, "rows that differ have digests that differ")
  }

  /// A digest of each kind of row, made of the words given.
  private static func everyRow(_ a: [UInt32], _ b: [UInt32]) -> [Labelled] {
    let normals = row(n) { Normal.row(radiusWords: a, angleWords: b, into: $0, count: n) }
    let means = row(n) { Elementary.expRow(normals, into: $0, count: n) }.map { $0 * 3 }
    let shares = row(n) { Uniform.row(words: b, into: $0, count: n) }
    let trials = row(n) { Poisson.row(means: means, words: a, into: $0, count: n) }
    let money = means.map { Double($0) * 17.3 }
    let ones = [Double](repeating: 1, count: n)
    var (cash, spent, planned, paid) = (money, money, money, money)
    crows_spend(ones, shares, ones, money, &cash, &spent, &planned, &paid, n)
    var (failed, failedOn) = ([Float](repeating: 0, count: n), [Float](repeating: 0, count: n))
    crows_fail(a, b, ones.map { $0 * 0.3 }, ones.map { $0 * 0.5 }, ones, 7, &failed, &failedOn, n)
    var factors = [Float](repeating: 1, count: n)
    crows_scale_lognormal(normals, shares, -1, &factors, n)
    return [
      Labelled("words", digest(words(n, stream: "words of either build"))),
      Labelled("normals", digest(normals)), Labelled("means", digest(means)), Labelled("uniforms", digest(shares)),
      Labelled("quantiles", digest(row(n) { Normal.quantileRow(words: a, into: $0, count: n) })),
      Labelled("logarithms", digest(row(n) { Elementary.logRow(means, into: $0, count: n) })),
      Labelled("poisson", digest(trials)),
      Labelled(
        "binomial",
        digest(row(n) { Binomial.row(trials: trials, probabilities: shares, words: b, into: $0, count: n) })),
      Labelled("factors", digest(factors)),
      Labelled("ramps", digest(row(n) { crows_ramp(31, money, money, ones, $0, n) })),
      Labelled("spent", digest(spent.map { Float($0) })), Labelled("cash", digest(cash.map { Float($0) })),
      Labelled("failed", digest(failedOn)),
    ]
  }

  private struct Labelled: Equatable {
    let label: String
    let value: UInt64

    init(_ label: String, _ value: UInt64) { (self.label, self.value) = (label, value) }
  }
}
