import Glibc
import Statistics
import Testing

/// Words from 0 to the largest, ascending, most of them evenly spaced and a crowd at both ends.
let rising: [UInt32] =
  (0..<1_024).map { UInt32($0) << 8 } + (1..<4_095).map { UInt32($0) << 20 }
  + (0..<1_026).map { UInt32.max - 1_025 + UInt32($0) }

@Suite struct PoissonTests {
  func draw(_ mean: Float, _ n: Int = 1 << 18) -> [Float] {
    let sample = words(n, stream: "poisson")
    let means = [Float](repeating: mean, count: n)
    return row(n) { Poisson.row(means: means, words: sample, into: $0, count: n) }
  }

  @Test(
    "counts follow the Poisson law",
    arguments: [0.01, 0.1, 0.3, 1, 2, 3, 3.99, 4, 4.5, 6, 10, 20, 30, 50, 100, 200] as [Float])
  func law(_ mean: Float) {
    let lambda = Double(mean)
    let p = goodnessOfFit(draw(mean)) { Glibc.exp(Double($0) * Glibc.log(lambda) - lambda - lgamma(Double($0) + 1)) }
    #expect(p > 1e-3)
  }

  @Test("mean and variance of the counts are the mean", arguments: [0.01, 1, 3, 4, 20, 200, 5_000, 1e6] as [Float])
  func moments(_ mean: Float) {
    let counts = draw(mean)
    let n = Double(counts.count)
    let moments = Moments(counts.map(Double.init))
    let lambda = Double(mean)
    #expect(abs(moments.mean - lambda) < 4 * (lambda / n).squareRoot())
    let variance = moments.standardDeviation * moments.standardDeviation
    // The variance of the sample variance is about (μ₄ − σ⁴)/n = (2λ² + λ)/n.
    #expect(abs(variance - lambda) < 4 * ((2 * lambda * lambda + lambda) / n).squareRoot())
  }

  @Test("rare events are as rare as they should be: P(at least 1) at mean 0.01, P(at least 12) at mean 3")
  func tails() {
    let n = 1 << 20
    let some = draw(0.01, n).count { $0 >= 1 }
    #expect(abs(Double(some) - 0.009_950_166_250_831_947 * Double(n)) < 4 * (0.00995 * Double(n)).squareRoot())
    let many = draw(3, n).count { $0 >= 12 }
    let expected = 7.138_7e-5 * Double(n)
    #expect(abs(Double(many) - expected) < 4 * expected.squareRoot())
  }

  /// Quantiles by SciPy.
  @Test(
    "quantiles are the exact ones",
    arguments: [
      (0.3, 0, 0, 1), (1, 0, 1, 3), (4.5, 1, 4, 8), (30, 21, 30, 39), (200, 177, 200, 224),
      (5_000, 4_884, 5_000, 5_117),
    ] as [(Float, Float, Float, Float)])
  func knownQuantiles(_ mean: Float, _ q05: Float, _ q50: Float, _ q95: Float) {
    var sample = [UInt32](repeating: 0, count: 32)
    (sample[0], sample[1], sample[2]) = (214_748_364, 2_147_483_648, 4_080_218_931)
    let means = [Float](repeating: mean, count: 32)
    let counts = row(32) { Poisson.row(means: means, words: sample, into: $0, count: 32) }
    #expect(Array(counts[0..<3]) == [q05, q50, q95])
  }

  /// Rows invert in single precision; where a uniform comes close to a sum of probabilities the last bit of its word
  /// must decide all the same.
  @Test(
    "to the last bit of a word the count is that of inversion in double precision",
    arguments: [0.01, 0.1, 0.7, 2, 3.99] as [Float])
  func lastBit(_ mean: Float) {
    var sums: [Double] = []
    var (probability, sum) = (Elementary.exp(-Double(mean)), 0.0)
    for k in 1...64 {
      sum += probability
      sums.append(sum)
      probability *= Double(mean) / Double(k)
    }
    let sample = nextTo(sums.filter { $0 < 1 - 1e-9 })
    let means = [Float](repeating: mean, count: sample.count)
    let counts = row(sample.count) { Poisson.row(means: means, words: sample, into: $0, count: sample.count) }
    for (word, count) in zip(sample, counts) {
      let below = sums.count { Uniform.double(word) - $0 > 1e-14 }
      let notAbove = sums.count { Uniform.double(word) - $0 > -1e-14 }
      #expect(Int(count) == below || Int(count) == notAbove, "\(word) at mean \(mean)")
    }
  }

  @Test("the expansion at mean 4 moves fewer than 2 draws of 1,000")
  func expansionError() {
    let n = 1 << 16
    let even = (0..<n).map { UInt32($0) << 16 | 0x8000 }
    let expanded = row(n) { Poisson.row(means: [Float](repeating: 4, count: n), words: even, into: $0, count: n) }
    let below = [Float](repeating: Float(4).nextDown, count: n)
    let inverted = row(n) { Poisson.row(means: below, words: even, into: $0, count: n) }
    let moved = zip(expanded, inverted).count { $0 != $1 }
    #expect(Double(moved) / Double(n) < 0.002)
    #expect(zip(expanded, inverted).allSatisfy { abs($0 - $1) <= 1 })
  }

  @Test("mixed rows give each lane what a row of its own mean gives")
  func mixedRows() {
    let n = 256
    let sample = words(n, stream: "mixed")
    let choices: [Float] = [0, 0.5, 3.9, 4, 60]
    let means = (0..<n).map { choices[$0 % 5] }
    let mixed = row(n) { Poisson.row(means: means, words: sample, into: $0, count: n) }
    for (index, mean) in choices.enumerated() {
      let uniform = [Float](repeating: mean, count: n)
      let pure = row(n) { Poisson.row(means: uniform, words: sample, into: $0, count: n) }
      #expect(stride(from: index, to: n, by: 5).allSatisfy { mixed[$0] == pure[$0] })
    }
  }

  @Test("counts rise with the word, across the whole range")
  func monotone() {
    let even = rising
    for mean in [0.5, 3.5, 4, 9, 80, 1e6] as [Float] {
      let means = [Float](repeating: mean, count: even.count)
      let counts = row(even.count) { Poisson.row(means: means, words: even, into: $0, count: even.count) }
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test("senseless means give 0, huge ones stay finite")
  func strangeMeans() {
    var means = [Float](repeating: 0, count: 32)
    means[1] = -3
    means[2] = .nan
    means[3] = -.infinity
    means[4] = .infinity
    let sample = words(32, stream: "strange")
    let counts = row(32) { Poisson.row(means: means, words: sample, into: $0, count: 32) }
    #expect(counts[0...3].allSatisfy { $0 == 0 })
    #expect(counts[4] > 1e9 && counts[4] < 1.1e9)
    #expect(counts[5...].allSatisfy { $0 == 0 })
  }
}

/// Words around the places where a sum of probabilities lies: next to it, and a little and a little more apart; filled up
/// to whole rows.
private func nextTo(_ sums: [Double]) -> [UInt32] {
  var words: [UInt32] = []
  for sum in sums {
    for offset in [-400_000, -70_000, -5_000, -300, -2, -1, 0, 1, 2, 300, 5_000, 70_000, 400_000] {
      words.append(UInt32(clamping: Int(sum * 0x1p32) + offset))
    }
  }
  while words.count % 32 != 0 { words.append(0) }
  return words
}

@Suite struct BinomialTests {
  func draw(_ trials: Float, _ p: Float, _ n: Int = 1 << 18) -> [Float] {
    let sample = words(n, stream: "binomial")
    let (trials, probabilities) = ([Float](repeating: trials, count: n), [Float](repeating: p, count: n))
    return row(n) {
      Binomial.row(trials: trials, probabilities: probabilities, words: sample, into: $0, count: n)
    }
  }

  static let cases: [(Float, Float)] = [
    (1, 0.5), (1, 0.02), (3, 0.9), (10, 0.08), (20, 0.49), (20, 0.5), (20, 0.51), (30, 0.97), (200, 0.049), (200, 0.05),
    (200, 0.08), (200, 0.95), (400, 0.3), (400, 0.7), (1_000, 0.5), (100_000, 0.00005), (100_000, 0.001),
  ]

  @Test("counts follow the binomial law", arguments: cases)
  func law(_ trials: Float, _ p: Float) {
    let (n, p64) = (Double(trials), Double(p))
    let chance = goodnessOfFit(draw(trials, p)) { k in
      let k = Double(k)
      let logChoices = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
      return k > n ? 0 : Glibc.exp(logChoices + k * Glibc.log(p64) + (n - k) * Glibc.log1p(-p64))
    }
    #expect(chance > 1e-3)
  }

  @Test(
    "to the last bit of a word the count is that of inversion in double precision",
    arguments: [(1, 0.02), (3, 0.02), (20, 0.3), (400, 0.02), (100_000, 0.00005)] as [(Float, Float)])
  func lastBit(_ trials: Float, _ p: Float) {
    let (n, odds) = (Double(trials), Double(p) / (1 - Double(p)))
    var sums: [Double] = []
    var (probability, sum) = (Elementary.exp(-n * Elementary.log(1 + odds)), 0.0)
    for k in 1...64 where Double(k) <= n {
      sum += probability
      sums.append(sum)
      probability *= (n * odds - odds * Double(k - 1)) / Double(k)
    }
    let sample = nextTo(sums.filter { $0 < 1 - 1e-9 })
    let (n32, p32) = ([Float](repeating: trials, count: sample.count), [Float](repeating: p, count: sample.count))
    let counts = row(sample.count) {
      Binomial.row(trials: n32, probabilities: p32, words: sample, into: $0, count: sample.count)
    }
    for (word, count) in zip(sample, counts) {
      let below = sums.count { Uniform.double(word) - $0 > 1e-13 }
      let notAbove = sums.count { Uniform.double(word) - $0 > -1e-13 }
      #expect(Int(count) == below || Int(count) == notAbove, "\(word) of \(trials) at \(p)")
    }
  }

  @Test(
    "mean and variance of the counts are np and npq, up to a million trials",
    arguments: cases + [(1_000_000, 0.5), (1_000_000, 0.000_004), (1_000_000, 0.9)])
  func moments(_ trials: Float, _ p: Float) {
    let counts = draw(trials, p)
    let moments = Moments(counts.map(Double.init))
    let (n, p64) = (Double(trials), Double(p))
    let variance = n * p64 * (1 - p64)
    let fourth = 3 * variance * variance + variance * (1 - 6 * p64 * (1 - p64))
    let size = Double(counts.count)
    #expect(abs(moments.mean - n * p64) < 4 * (variance / size).squareRoot())
    let spread = moments.standardDeviation * moments.standardDeviation
    #expect(abs(spread - variance) < 4 * ((fourth - variance * variance) / size).squareRoot() + 4 * variance / size)
  }

  @Test("counts never leave 0 … trials, at any word", arguments: cases + [(0, 0.5), (1_000_000, 0.999)])
  func bounds(_ trials: Float, _ p: Float) {
    let ends: [UInt32] = (0..<16).flatMap { [$0, .max - $0] }
    let (n, probabilities) = ([Float](repeating: trials, count: 32), [Float](repeating: p, count: 32))
    let counts = row(32) { Binomial.row(trials: n, probabilities: probabilities, words: ends, into: $0, count: 32) }
    #expect(counts.allSatisfy { $0 >= 0 && $0 <= trials && $0 == $0.rounded() })
  }

  @Test("counts rise with the word, below and above one half", arguments: cases)
  func monotone(_ trials: Float, _ p: Float) {
    let size = rising.count
    let (n, probabilities) = ([Float](repeating: trials, count: size), [Float](repeating: p, count: size))
    let counts = row(size) {
      Binomial.row(trials: n, probabilities: probabilities, words: rising, into: $0, count: size)
    }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(
    "the expansion moves few draws, and those by one",
    arguments: [(20, 0.5), (25, 0.4), (34, 0.7), (200, 0.05), (1_000, 0.01), (400, 0.3)] as [(Float, Float)])
  func expansionError(_ trials: Float, _ p: Float) {
    let size = 1 << 15
    let even = (0..<size).map { UInt32($0) << 17 | 0x1_0000 }
    let (n, probabilities) = ([Float](repeating: trials, count: size), [Float](repeating: p, count: size))
    let counts = row(size) {
      Binomial.row(trials: n, probabilities: probabilities, words: even, into: $0, count: size)
    }
    let odds = Double(p) / (1 - Double(p))
    var k = 0.0
    var probability = Glibc.exp(Double(trials) * Glibc.log1p(-Double(p)))
    var sum = probability
    var moved = 0
    for (word, count) in zip(even, counts) {
      while sum < Uniform.double(word), k < Double(trials) {
        probability *= (Double(trials) - k) / (k + 1) * odds
        k += 1
        sum += probability
      }
      #expect(abs(Double(count) - k) <= 1)
      moved += Double(count) == k ? 0 : 1
    }
    #expect(Double(moved) / Double(size) < 0.000_6)
  }

  @Test("certain, impossible and senseless probabilities")
  func edges() {
    let sample = words(32, stream: "edges")
    let trials: [Float] = [5, 5, 5, 5, 5, 0, -2, .nan] + [Float](repeating: 500, count: 24)
    var probabilities: [Float] = [0, 1, .nan, -1, 2, 0.5, 0.5, 0.5] + [Float](repeating: 1, count: 24)
    probabilities[31] = 0
    let counts = row(32) {
      Binomial.row(trials: trials, probabilities: probabilities, words: sample, into: $0, count: 32)
    }
    #expect(Array(counts[0..<8]) == [0, 5, 0, 0, 5, 0, 0, 0])
    #expect(counts[8..<31].allSatisfy { $0 == 500 })
    #expect(counts[31] == 0)
  }
}
