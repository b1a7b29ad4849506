import Glibc
import Statistics

/// A stream with a fixed seed: tests draw the same words every time.
func words(_ count: Int, stream name: String, seed: UInt64 = 20_270_101) -> [UInt32] {
  let groups = (count + 31) / 32
  return Array(unsafeUninitializedCapacity: groups * 32) { buffer, size in
    if let base = buffer.baseAddress {
      Stream(seed: seed, name: name).words(firstPath: 0, day: 0, into: base, count: groups * 32)
    }
    size = groups * 32
  }
}

/// Runs a row function that writes `count` floats.
func row(_ count: Int, _ fill: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
  Array(unsafeUninitializedCapacity: count) { buffer, size in
    if let base = buffer.baseAddress { fill(base) }
    size = count
  }
}

/// How many units in the last place of `expected` the value is off; 0 for equal values, infinities included.
func ulps(_ value: Double, _ expected: Double) -> Double {
  value == expected || (value.isNaN && expected.isNaN) ? 0 : abs(value - expected) / expected.ulp
}

func ulps(_ value: Float, _ expected: Double) -> Double {
  abs(Double(value) - expected) / Double(Float(expected).ulp)
}

func close(_ value: Double, _ expected: Double, relative: Double = 0, absolute: Double = 0) -> Bool {
  abs(value - expected) <= absolute + relative * abs(expected)
}

/// The chance of a chi-square at least this large if the law is right: Q(k/2, x/2), by series or continued fraction
/// (Numerical Recipes, section 6.2).
func chiSquareTail(_ statistic: Double, freedom: Int) -> Double {
  let (a, x) = (Double(freedom) / 2, statistic / 2)
  guard x > 0 else { return 1 }
  let front = Glibc.exp(a * Glibc.log(x) - x - lgamma(a))
  if x < a + 1 {
    var (term, sum, n) = (1 / a, 1 / a, a)
    while term > sum * 1e-14 {
      n += 1
      term *= x / n
      sum += term
    }
    return 1 - front * sum
  }
  var b = x + 1 - a
  var c = 1e300
  var d = 1 / b
  var h = d
  for i in 1...10_000 {
    let an = -Double(i) * (Double(i) - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    h *= d * c
    if abs(d * c - 1) < 1e-14 { break }
  }
  return front * h
}

/// Pearson's test of counts 0, 1, 2 … against probabilities; neighbouring cells are merged to at least ten expected.
func goodnessOfFit(_ counts: [Float], probability: (Int) -> Double) -> Double {
  let n = Double(counts.count)
  let most = Int(counts.max() ?? 0)
  var seen = [Double](repeating: 0, count: most + 1)
  for count in counts {
    seen[Int(count)] += 1
  }
  var statistic = 0.0
  var cells = 0
  var (observed, expected, left) = (0.0, 0.0, n)
  for k in 0...most {
    observed += seen[k]
    expected += n * probability(k)
    guard expected >= 10, left - expected >= 10 else { continue }
    statistic += (observed - expected) * (observed - expected) / expected
    cells += 1
    left -= expected
    (observed, expected) = (0, 0)
  }
  // The rest is one cell more, everything beyond the largest count seen included.
  statistic += (observed - left) * (observed - left) / left
  return cells > 0 ? chiSquareTail(statistic, freedom: cells) : 1
}

/// Kolmogorov's distance times √n between a sample and a continuous law; above 1.95 in one sample of a thousand.
func kolmogorov(_ sample: [Double], cdf: (Double) -> Double) -> Double {
  let n = Double(sample.count)
  let distances = sample.sorted().enumerated().map { index, value in
    max(cdf(value) - Double(index) / n, Double(index + 1) / n - cdf(value))
  }
  return (distances.max() ?? 0) * n.squareRoot()
}
