import Statistics
import Testing

@Suite struct QuantileBandTests {
  @Test("its ends are those of the quantile's interval, and small samples have none")
  func ends() throws {
    let values = words(640, stream: "band").map { Uniform.double($0) }
    for p in [0.05, 0.5, 0.95] {
      let band = try #require(QuantileBand(values, probability: p, confidence: 0.95))
      #expect(band.ends == QuantileInterval.of(values, probability: p, confidence: 0.95))
    }
    #expect(QuantileBand([1, 2, 3], probability: 0.5, confidence: 0.95) == nil)
    #expect(QuantileBand([Double](repeating: .infinity, count: 9) + values, probability: 0.99, confidence: 0.95) == nil)
    #expect(QuantileBand([Double](repeating: 7, count: 100), probability: 0.5, confidence: 0.95)?.ends == 7...7)
  }

  @Test("where values bunch on one side of an amount the curve bends there; an even density keeps it straight")
  func bends() throws {
    // From the 516th on twenty times further apart; the median's interval ends at about the 531st.
    let bunched = (0..<515).map(Double.init)
    let apart = (0..<485).map { 515 + 20 * Double($0) }
    let band = try #require(QuantileBand(bunched + apart, probability: 0.5, confidence: 0.95))
    let ranks: (bend: Double, end: Double) = (515 - 499.5, (band.ends.upperBound - 515) / 20 + 515 - 499.5)
    let value = band.values(at: 1.96 * ranks.bend / ranks.end).low
    #expect(abs(value - 515) < 8)
    let even = try #require(QuantileBand((0..<1000).map(Double.init), probability: 0.5, confidence: 0.95))
    let half = (499.5 + even.ends.upperBound) / 2
    #expect(close(even.values(at: 0.98).low, half, relative: 1e-4))
  }
}

@Suite struct JointIntervalTests {
  private func term(_ values: [Double], _ p: Double, weight: Double = 1) throws -> JointInterval.Term {
    let quantile = Quantiles.of(values, at: [p])[0]
    let band = try #require(QuantileBand(values, probability: p, confidence: 0.95))
    return JointInterval.Term(weight: weight, .quantile(band), scores: values.map { ($0 <= quantile ? 1 : 0) - p })
  }

  private let score = 1.959_963_984_540_054

  @Test("of one quantile it is the interval of that")
  func one() throws {
    let values = words(640, stream: "joint").map { Uniform.double($0) }
    let interval = try #require(JointInterval.of([try term(values, 0.05)], score: score))
    #expect(interval == QuantileInterval.of(values, probability: 0.05, confidence: 0.95))
    let negative = try #require(JointInterval.of([try term(values, 0.05, weight: -2)], score: score))
    #expect(negative.lowerBound == -2 * interval.upperBound && negative.upperBound == -2 * interval.lowerBound)
  }

  @Test("of quantiles of other worlds the squares of their widths add up; of the same worlds less")
  func two() throws {
    let count = 32_000
    let (a, b) = (
      words(count, stream: "a").map { Normal.quantile(Uniform.double($0)) },
      words(count, stream: "b").map { Normal.quantile(Uniform.double($0)) }
    )
    let width = { (interval: ClosedRange<Double>?) in interval.map { $0.upperBound - $0.lowerBound } ?? .nan }
    let alone = width(JointInterval.of([try term(a, 0.5)], score: score))
    let apart = width(JointInterval.of([try term(a, 0.5), try term(b, 0.5, weight: -1)], score: score))
    #expect(close(apart, alone * 2.0.squareRoot(), relative: 0.05))
    let near = zip(a, b).map { $0 + 0.2 * $1 }
    let paired = width(JointInterval.of([try term(near, 0.5), try term(a, 0.5, weight: -1)], score: score))
    #expect(paired < 0.6 * alone && paired > 0.1 * alone)
    // What three sums of pairs would add up to; samples of directions miss a little.
    let c = words(count, stream: "c").map { Normal.quantile(Uniform.double($0)) }
    let three = try [a, b, c].map { try term($0, 0.5) }
    #expect(close(width(JointInterval.of(three, score: score)), alone * 3.0.squareRoot(), relative: 0.05))
  }

  @Test("a cliff that one quantile may be beyond and the other not is in it with its whole height")
  func cliff() throws {
    // Nothing between −6000 and 0; in half a hundred worlds of 1,000, give or take two.
    let a = (0..<1000).map { $0 < 48 ? -6000 : Double($0) }
    let b = (0..<1000).map { $0 < 52 ? -6000 : Double($0) }
    let interval = try #require(
      JointInterval.of([try term(a, 0.05), try term(b, 0.05, weight: -1)], score: score))
    #expect(interval.upperBound > 6000 && interval.lowerBound < 100)
  }
}

@Suite struct SkewedMeanTests {
  @Test("a symmetric sample has a symmetric interval, a mirrored one the mirror's")
  func symmetry() throws {
    let interval = try #require(SkewedMean.interval(of: [-2, -1, 0, 1, 2], confidence: 0.95))
    #expect(close(interval.upperBound, -interval.lowerBound, relative: 1e-12))
    let values = words(320, stream: "mean").map { Elementary.exp(Normal.quantile(Uniform.double($0))) }
    let (one, other) = (
      try #require(SkewedMean.interval(of: values, confidence: 0.95)),
      try #require(SkewedMean.interval(of: values.map { -$0 }, confidence: 0.95))
    )
    #expect(close(one.lowerBound, -other.upperBound, relative: 1e-12))
    let mean = Moments(values).mean
    #expect(one.upperBound - mean > mean - one.lowerBound)
  }

  @Test("fewer than three values beside one have none; dust is no difference")
  func few() {
    #expect(SkewedMean.interval(of: [5, 5, 5, 5, 6, 7], confidence: 0.95) == nil)
    #expect(SkewedMean.interval(of: [5, 5, 5, 5, 6, 7, 8], confidence: 0.95) != nil)
    #expect(SkewedMean.interval(of: [1, 1 + 1e-12, 1 - 1e-12, 1 + 2e-12, 1], confidence: 0.95, dust: 1e-9) == nil)
    #expect(SkewedMean.interval(of: [], confidence: 0.95) == nil)
    #expect(SkewedMean.interval(of: [1, 2, 3, .nan, 5, 6], confidence: 0.95) == nil)
  }

  @Test("means of lognormal values are covered about as often as it says")
  func coverage() {
    let (rounds, size) = (1_000, 320)
    let sample = words(rounds * size, stream: "skewed").map { Elementary.exp(Normal.quantile(Uniform.double($0))) }
    let truth = Elementary.exp(0.5)
    let covered = (0..<rounds).count { round in
      let part = Array(sample[round * size..<(round + 1) * size])
      return SkewedMean.interval(of: part, confidence: 0.95)?.contains(truth) ?? false
    }
    #expect((930...985).contains(covered), "\(covered)")
  }
}
