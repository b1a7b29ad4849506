import Statistics
import Testing

@Suite struct QuantileTests {
  @Test("the quantiles are those of the definition", arguments: Type7Vectors.cases)
  func known(_ name: String, _ values: [Double], _ quantiles: [Double]) {
    let found = Quantiles.of(values, at: Type7Vectors.probabilities)
    for (quantile, expected) in zip(found, quantiles) {
      #expect(close(quantile, expected, relative: 1e-13), "\(name)")
    }
  }

  @Test(
    "long columns give what sorting them gives", arguments: ["spread", "equal", "two values", "both signs"],
    [600, 30_000, 140_000])
  func longColumns(_ shape: String, _ count: Int) {
    let values = words(count / 32 * 32, stream: "column").map { word -> Double in
      switch shape {
      case "spread": Elementary.exp(Normal.quantile(Uniform.double(word)) * 3)
      case "equal": 42
      case "two values": word < 1 << 30 ? -0.0 : 7
      default: Double(word) - 2e9
      }
    }
    let probabilities = [0.95, 0, 0.05, 0.5, 1, 0.25, 0.123_456]
    let sorted = values.sorted()
    let expected = probabilities.map { p in
      let h = Double(sorted.count - 1) * p
      let low = sorted[Int(h)]
      return low + (h - h.rounded(.down)) * (sorted[min(Int(h) + 1, sorted.count - 1)] - low)
    }
    #expect(Quantiles.of(values, at: probabilities) == expected)
    #expect(Quantiles.of(values.reversed(), at: probabilities) == expected)
  }

  @Test("infinities are values, NaN ranks last, nothing has no quantile")
  func strangeValues() {
    #expect(Quantiles.of([.infinity, 1, -.infinity], at: [0, 0.5, 1]) == [-.infinity, 1, .infinity])
    #expect(Quantiles.of([.infinity, .infinity, 1], at: [0.75]) == [.infinity])
    let withNaN = Quantiles.of([.nan, 2, 1], at: [0, 0.5, 1])
    #expect(withNaN[0] == 1 && withNaN[1] == 2 && withNaN[2].isNaN)
    let long = [.nan, .infinity, -.infinity] + (0..<997).map(Double.init)
    let strange = Quantiles.of(long, at: [0, 1.0 / 999, 998.0 / 999, 1])
    #expect(strange[0] == -.infinity && strange[1] == 0 && strange[2] == .infinity && strange[3].isNaN)
    #expect(Quantiles.of([], at: [0.5])[0].isNaN)
    #expect(Quantiles.of([3, 4], at: [.nan])[0].isNaN)
    #expect(Quantiles.of([3, 4], at: [-2, 5]) == [3, 4])
  }
}

@Suite struct MomentsTests {
  @Test("mean and standard deviation survive a large offset")
  func offset() {
    let moments = Moments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
    #expect(moments.mean == 1e9 + 10)
    #expect(close(moments.standardDeviation, 30.0.squareRoot(), relative: 1e-15))
    #expect(close(moments.standardError, 7.5.squareRoot(), relative: 1e-15))
  }

  @Test("merged blocks are the whole")
  func merge() {
    let values = words(1_000, stream: "moments").map { Uniform.double($0) }
    var merged = Moments()
    merged.merge(Moments())
    for start in stride(from: 0, to: values.count, by: 96) {
      merged.merge(Moments(values[start..<min(start + 96, values.count)]))
    }
    merged.merge(Moments())
    let whole = Moments(values)
    #expect(merged.count == whole.count)
    #expect(close(merged.mean, whole.mean, relative: 1e-14))
    #expect(close(merged.standardDeviation, whole.standardDeviation, relative: 1e-13))
  }

  @Test("too few values have no mean or no spread; NaN is passed on")
  func few() {
    #expect(Moments().mean.isNaN)
    #expect(Moments([5]).mean == 5)
    #expect(Moments([5]).standardDeviation.isNaN)
    #expect(Moments([5, .nan]).mean.isNaN)
  }
}

@Suite struct ProportionTests {
  @Test("standard error and Wilson interval have the textbook values")
  func known() {
    let share = Proportion(successes: 2_340, trials: 10_000)
    #expect(share.estimate == 0.234)
    #expect(close(share.standardError, 0.004_233_721_766_4, relative: 1e-9))
    let small = Proportion(successes: 1, trials: 10).interval(confidence: 0.95)
    #expect(close(small.lowerBound, 0.017_876_21, absolute: 1e-7))
    #expect(close(small.upperBound, 0.404_150_03, absolute: 1e-7))
  }

  @Test("none and all of the trials still leave an interval")
  func ends() {
    let none = Proportion(successes: 0, trials: 100).interval(confidence: 0.95)
    #expect(none.lowerBound == 0 && close(none.upperBound, 0.036_994, absolute: 1e-5))
    let all = Proportion(successes: 100, trials: 100).interval(confidence: 0.95)
    #expect(all.upperBound == 1 && close(all.lowerBound, 1 - 0.036_994, absolute: 1e-5))
    #expect(Proportion(successes: 0, trials: 0).interval(confidence: 0.95) == 0...1)
    #expect(Proportion(successes: 9, trials: 3).estimate == 1)
    #expect(Proportion(successes: 1, trials: 3).interval(confidence: .nan) == 0...1)
    #expect(Proportion(successes: 1, trials: 3).interval(confidence: 1.0.nextDown) == 0...1)
  }

  @Test("the interval covers the true share about as often as it says")
  func coverage() {
    let (rounds, trials) = (2_000, 50)
    let sample = words(rounds * trials, stream: "coverage")
    let covered = (0..<rounds).count { round in
      let successes = (0..<trials).count { Uniform.double(sample[round * trials + $0]) < 0.1 }
      return Proportion(successes: successes, trials: trials).interval(confidence: 0.95).contains(0.1)
    }
    #expect(Double(covered) / Double(rounds) > 0.93)
  }
}

@Suite struct QuantileIntervalTests {
  /// Checked by summing the binomial probabilities: P(B ≤ 1) = 0.0107, P(B ≤ 2) = 0.0547 for ten fair trials.
  @Test("ten values enclose their median by the second and the ninth at 95 %")
  func knownRanks() {
    #expect(QuantileInterval.ranks(count: 10, probability: 0.5, confidence: 0.95) == 1...8)
    #expect(QuantileInterval.ranks(count: 10, probability: 0.5, confidence: 0.85) == 2...7)
    #expect(QuantileInterval.ranks(count: 6, probability: 0.5, confidence: 0.95) == 0...5)
  }

  @Test("small samples and senseless arguments have no interval")
  func none() {
    #expect(QuantileInterval.ranks(count: 5, probability: 0.5, confidence: 0.95) == nil)
    #expect(QuantileInterval.ranks(count: 10, probability: 0.05, confidence: 0.95) == nil)
    #expect(QuantileInterval.ranks(count: 0, probability: 0.5, confidence: 0.95) == nil)
    #expect(QuantileInterval.ranks(count: 100, probability: .nan, confidence: 0.95) == nil)
    #expect(QuantileInterval.ranks(count: 100, probability: 0.5, confidence: 1) == nil)
    #expect(QuantileInterval.of([Double](repeating: .nan, count: 100), probability: 0.5, confidence: 0.9) == nil)
  }

  @Test("ranks of large samples are those of the normal approximation, nearly")
  func largeSample() throws {
    let ranks = try #require(QuantileInterval.ranks(count: 1_000_000, probability: 0.05, confidence: 0.95))
    let half = 1.959_964 * (1_000_000 * 0.05 * 0.95).squareRoot()
    #expect(abs(Double(ranks.lowerBound) - (50_000 - half)) < 3)
    #expect(abs(Double(ranks.upperBound) - (50_000 + half)) < 3)
  }

  @Test("the interval covers the true quantile at least as often as it says")
  func coverage() {
    let (rounds, size) = (1_000, 200)
    let sample = words(rounds * size, stream: "interval").map { Uniform.double($0) }
    let covered = (0..<rounds).count { round in
      let part = Array(sample[round * size..<(round + 1) * size])
      return QuantileInterval.of(part, probability: 0.1, confidence: 0.95)?.contains(0.1) ?? false
    }
    #expect(Double(covered) / Double(rounds) > 0.945)
  }

  @Test("the standard error of a median is the known one for uniforms: 1/(2√n)")
  func standardError() throws {
    let sample = words(100_000, stream: "median").map { Uniform.double($0) }
    let error = try #require(QuantileInterval.standardError(of: sample, probability: 0.5))
    #expect(close(error, 1 / (2 * 100_000.0.squareRoot()), relative: 0.15))
  }
}
