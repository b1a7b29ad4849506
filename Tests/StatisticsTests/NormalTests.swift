import Glibc
import Statistics
import Testing

@Suite struct NormalTests {
  /// Computed with mpmath at 30 digits.
  @Test(
    "the distribution function has the known values",
    arguments: [
      (-8.0, 6.22096057427178412e-16), (-5, 2.86651571879193912e-7), (-2, 0.0227501319481792072),
      (-1, 0.158655253931457051), (0, 0.5), (0.5, 0.691462461274013104), (1, 0.841344746068542949),
      (1.96, 0.975002104851779566), (3, 0.998650101968369905), (6, 0.999999999013412355),
    ])
  func knownDistribution(_ z: Double, _ p: Double) {
    #expect(close(Normal.cdf(z), p, relative: 1e-15))
  }

  @Test("the lower tail keeps its relative accuracy down to 37 deviations")
  func tail() {
    for step in 0...37_000 {
      let z = -Double(step) / 1_000
      // The rounding of z/√2 changes the reference by z² of its units.
      #expect(close(Normal.cdf(z), 0.5 * erfc(-z / 2.0.squareRoot()), relative: 1e-14 + z * z * 2e-16))
    }
    #expect(Normal.cdf(-.infinity) == 0)
    #expect(Normal.cdf(.infinity) == 1)
    #expect(Normal.cdf(.nan).isNaN)
    #expect(Normal.survival(8) == Normal.cdf(-8))
  }

  /// Computed with mpmath at 30 digits.
  @Test(
    "the quantile has the known values",
    arguments: [
      (0.5, 0.0), (0.9, 1.28155156554460047), (0.95, 1.64485362695147271), (0.975, 1.95996398454005424),
      (0.99, 2.3263478740408411), (0.999, 3.09023230616781354), (1e-6, -4.75342430882289895),
      (1e-12, -7.03448382530113193),
    ])
  func knownQuantile(_ p: Double, _ z: Double) {
    #expect(close(Normal.quantile(p), z, relative: 2e-15))
  }

  @Test("the quantile undoes the distribution function, also far out")
  func inverse() {
    for step in -3_700...100 {
      let z = Double(step) / 100
      // Far out the relative error of p is |z|² times that of z.
      #expect(close(Normal.quantile(Normal.cdf(z)), z, relative: 1e-14, absolute: 1e-14))
    }
    #expect(Normal.quantile(0) == -.infinity)
    #expect(Normal.quantile(1) == .infinity)
    #expect(Normal.quantile(1.5).isNaN)
  }

  @Test("Box and Muller's pairs are normal, of unit variance and uncorrelated")
  func boxMuller() {
    let n = 1 << 18
    let (first, second) = (words(n, stream: "radius"), words(n, stream: "angle"))
    var sines = [Float](repeating: 0, count: n)
    let cosines = row(n) {
      Normal.rows(radiusWords: first, angleWords: second, cosines: $0, sines: &sines, count: n)
    }
    for sample in [cosines, sines] {
      #expect(kolmogorov(sample.map(Double.init), cdf: Normal.cdf) < 1.95)
      let moments = Moments(sample.map(Double.init))
      #expect(abs(moments.mean) < 4 / Double(n).squareRoot())
      #expect(abs(moments.standardDeviation - 1) < 4 / Double(2 * n).squareRoot())
    }
    let products = Moments(zip(cosines, sines).map { Double($0) * Double($1) })
    #expect(abs(products.mean) < 4 / Double(n).squareRoot())
  }

  @Test("Box and Muller's pairs agree with the formula in doubles, at the extreme words, too")
  func boxMullerFormula() {
    let special: [UInt32] = [0, 1, 2, 0x1FFF_FFFF, 0x2000_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, .max]
    let n = 1 << 15
    let first = special + words(n, stream: "radius")
    let second = words(n, stream: "angle") + special
    var sines = [Float](repeating: 0, count: first.count)
    let cosines = row(first.count) {
      Normal.rows(radiusWords: first, angleWords: second, cosines: $0, sines: &sines, count: first.count)
    }
    for i in first.indices {
      let u = min(Double(Float(first[i] >> 1) * 0x1p-31 + 0x1p-32), 1 - 0x1p-24)
      let radius = (-2 * Glibc.log(u)).squareRoot()
      let (sine, cosine) = Elementary.sinCosOfTurns(Double(second[i]) * 0x1p-32)
      #expect(close(Double(cosines[i]), radius * cosine, absolute: 2e-6))
      #expect(close(Double(sines[i]), radius * sine, absolute: 2e-6))
    }
  }

  @Test("the quantile row follows the exact quantile over all words")
  func quantileRow() {
    let n = 1 << 18
    let even = (0..<n).map { UInt32($0) << 14 }
    let nearEnds = (0..<4_096).flatMap { [UInt32($0), .max - UInt32($0)] }
    let all = even + nearEnds
    let normals = row(all.count) { Normal.quantileRow(words: all, into: $0, count: all.count) }
    let errors = zip(all, normals).map { abs(Double($1) - Normal.quantile(Uniform.double($0))) }
    #expect(errors.max() ?? .nan < 2e-6)
  }
}
