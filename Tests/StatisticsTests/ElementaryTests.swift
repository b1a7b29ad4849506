import Glibc
import Statistics
import Testing

@Suite struct ElementaryTests {
  /// The largest error in ulp over an even grid.
  func worst(
    _ range: ClosedRange<Double>, steps: Int = 200_000, _ error: (Double) -> Double
  ) -> Double {
    (0...steps).map { step in
      error(range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / Double(steps))
    }.max() ?? .nan
  }

  @Test("exp is within 1 ulp of the library's", arguments: [-1.0...1, -40...40, -708...709])
  func exp(_ range: ClosedRange<Double>) {
    #expect(worst(range) { ulps(Elementary.exp($0), Glibc.exp($0)) } <= 1)
  }

  @Test("exp at its limits")
  func expLimits() {
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(-746) == 0)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.exp(0) == 1)
    #expect(abs(Elementary.exp(-740) - Glibc.exp(-740)) <= Double.leastNonzeroMagnitude)
    #expect(Elementary.exp(709.78).isFinite)
  }

  @Test("log is within 1 ulp of the library's", arguments: [0.5...2.0, 0.99...1.01, 1e-6...1e6])
  func log(_ range: ClosedRange<Double>) {
    #expect(worst(range) { ulps(Elementary.log($0), Glibc.log($0)) } <= 1)
  }

  @Test("log at its limits and at subnormal numbers")
  func logLimits() {
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.nan).isNaN)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(1) == 0)
    #expect(ulps(Elementary.log(0x1p-1074), Glibc.log(0x1p-1074)) <= 1)
    #expect(ulps(Elementary.log(1.7e308), Glibc.log(1.7e308)) <= 1)
  }

  @Test("expm1 and log1p keep their digits near 0", arguments: [-1e-9...1e-9, -0.5...0.5, -0.99...20])
  func nearZero(_ range: ClosedRange<Double>) {
    #expect(worst(range) { ulps(Elementary.expm1($0), Glibc.expm1($0)) } <= 3)
    #expect(worst(range) { ulps(Elementary.log1p($0), Glibc.log1p($0)) } <= 3)
  }

  @Test("expm1 and log1p at their limits")
  func nearZeroLimits() {
    #expect(Elementary.expm1(-.infinity) == -1)
    #expect(Elementary.expm1(.infinity) == .infinity)
    #expect(Elementary.log1p(-1) == -.infinity)
    #expect(Elementary.log1p(-2).isNaN)
    #expect(Elementary.log1p(.infinity) == .infinity)
  }

  @Test("pow is within 2 ulp of the library's", arguments: [0.001, 0.5, 0.97, 1.03, 12.5, 0x1p-1030])
  func pow(_ base: Double) {
    let reach = 100 / abs(Glibc.log(base))
    #expect(worst(-reach...reach) { ulps(Elementary.pow(base, $0), Glibc.pow(base, $0)) } <= 2)
  }

  @Test("pow at its limits is what the library's is, except for negative bases")
  func powLimits() {
    for base in [0, 1, 0.5, 2, .infinity, .nan] as [Double] {
      for exponent in [0, 1, -1, .infinity, -.infinity, .nan, 5_000, -5_000] as [Double] {
        #expect(ulps(Elementary.pow(base, exponent), Glibc.pow(base, exponent)) == 0, "\(base)^\(exponent)")
      }
    }
    #expect(Elementary.pow(-2, 2).isNaN)
  }

  @Test("sine and cosine of turns are right to 2 ulp and exact at quarters")
  func turns() {
    #expect(Elementary.sinCosOfTurns(0.25) == (1, 0))
    #expect(Elementary.sinCosOfTurns(-7.5) == (0, -1))
    #expect(Elementary.sinCosOfTurns(0x1p60) == (0, 1))
    #expect(Elementary.sinCosOfTurns(.infinity).sine.isNaN)
    let eighth = worst(-0.124...0.124) { ulps(Elementary.sinCosOfTurns($0).sine, Glibc.sin(2 * Double.pi * $0)) }
    #expect(eighth <= 2)
    let everywhere = worst(-3...3) { x in
      let (sine, cosine) = Elementary.sinCosOfTurns(x)
      let angle = 2 * Double.pi * (x - x.rounded())
      return max(abs(sine - Glibc.sin(angle)), abs(cosine - Glibc.cos(angle)))
    }
    #expect(everywhere < 5e-16)
  }

  @Test("the row of exponentials is within 2 ulp of float")
  func expRow() {
    let x = (0...500_000).map { Float(-87.3 + 176 * Double($0) / 500_000) }
    let results = row(x.count) { Elementary.expRow(x, into: $0, count: x.count) }
    #expect(zip(x, results).map { ulps($1, Glibc.exp(Double($0))) }.max() ?? .nan <= 2)
  }

  @Test("the row of exponentials stops at the ends of float")
  func expRowLimits() {
    let x: [Float] = [-.infinity, -100, 100, .infinity, 0, .nan]
    let results = row(x.count) { Elementary.expRow(x, into: $0, count: x.count) }
    #expect(results[0] == results[1] && results[1] > 0 && results[1] < 1.2e-38)
    #expect(results[2] == results[3] && results[2].isFinite && results[2] > 3.3e38)
    #expect(results[4] == 1)
    #expect(results[5].isNaN)
  }

  @Test("the row of logarithms is within 2 ulp of float", arguments: [0.5...2.0, 1e-30...1e-20, 1e-3...1e7])
  func logRow(_ range: ClosedRange<Double>) {
    let x = (0...300_000).map {
      Float(range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / 300_000)
    }
    let results = row(x.count) { Elementary.logRow(x, into: $0, count: x.count) }
    let worst = zip(x, results).map { $0 == 1 ? Double($1) : ulps($1, Glibc.log(Double($0))) }.max() ?? .nan
    #expect(worst <= 2)
  }

  @Test("the row of logarithms takes zero and below for the least normal number")
  func logRowLimits() {
    let x: [Float] = [0, -5, 0x1p-149, 0x1p-126]
    let results = row(x.count) { Elementary.logRow(x, into: $0, count: x.count) }
    #expect(results.allSatisfy { $0 == results[3] })
    #expect(close(Double(results[3]), -87.3365447, relative: 1e-7))
  }
}
