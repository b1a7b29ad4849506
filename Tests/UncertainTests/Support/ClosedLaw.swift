import Glibc

/// Distribution functions written down from their textbooks, without a look at the product's own.
struct ClosedLaw: Sendable {
  let cdf: @Sendable (Double) -> Double

  init(_ cdf: @escaping @Sendable (Double) -> Double) { self.cdf = cdf }
}

extension ClosedLaw {
  /// Φ⁻¹ of 0.75, 0.9 and 0.95 (Abramowitz and Stegun, table 26.5).
  static let z75 = 0.674_489_750_196_081_7
  static let z90 = 1.281_551_565_544_600_4
  static let z95 = 1.644_853_626_951_472_2

  static func phi(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  static func normal(_ mean: Double, _ deviation: Double) -> ClosedLaw {
    ClosedLaw { phi(($0 - mean) / deviation) }
  }

  static func lognormal(_ median: Double, _ sigma: Double) -> ClosedLaw {
    ClosedLaw { $0 <= 0 ? 0 : phi(log($0 / median) / sigma) }
  }

  /// Lognormal through a value at −z and one at z.
  static func lognormal(from low: Double, to high: Double, z: Double = z95) -> ClosedLaw {
    lognormal((low * high).squareRoot(), log(high / low) / (2 * z))
  }

  /// Normal through a value at −z and one at z.
  static func normal(from low: Double, to high: Double, z: Double = z95) -> ClosedLaw {
    normal((low + high) / 2, (high - low) / (2 * z))
  }

  static func uniform(_ low: Double, _ high: Double) -> ClosedLaw {
    ClosedLaw { min(max(($0 - low) / (high - low), 0), 1) }
  }

  static func triangular(_ low: Double, _ mode: Double, _ high: Double) -> ClosedLaw {
    ClosedLaw { x in
      if x <= low { return 0 }
      if x >= high { return 1 }
      return x < mode
        ? (x - low) * (x - low) / ((high - low) * (mode - low))
        : 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
    }
  }

  /// Of whole parameters: P(at least a of a + b − 1 uniforms lie below x).
  static func beta(_ a: Int, _ b: Int) -> ClosedLaw {
    ClosedLaw { x in
      let (x, n) = (min(max(x, 0), 1), a + b - 1)
      return (a...n).reduce(0) { sum, j in
        let ways = exp(lgamma(Double(n + 1)) - lgamma(Double(j + 1)) - lgamma(Double(n - j + 1)))
        return sum + ways * pow(x, Double(j)) * pow(1 - x, Double(n - j))
      }
    }
  }

  /// PERT over low…high whose stretched beta law has these whole parameters.
  static func pert(_ low: Double, _ high: Double, _ a: Int, _ b: Int) -> ClosedLaw {
    let share = beta(a, b)
    return ClosedLaw { share.cdf(($0 - low) / (high - low)) }
  }

  /// Gamma of whole shape: the wait for the k-th event of a Poisson process.
  static func gamma(_ shape: Int, _ scale: Double) -> ClosedLaw {
    ClosedLaw { x in
      guard x > 0 else { return 0 }
      let t = x / scale
      var (term, sum) = (1.0, 1.0)
      for k in 1..<shape {
        term *= t / Double(k)
        sum += term
      }
      return 1 - exp(-t) * sum
    }
  }

  static func certain(_ value: Double) -> ClosedLaw { ClosedLaw { $0 >= value ? 1 : 0 } }

  static func mixture(_ parts: [(weight: Double, law: ClosedLaw)]) -> ClosedLaw {
    ClosedLaw { x in parts.reduce(0) { $0 + $1.weight * $1.law.cdf(x) } }
  }

  static func chance(_ weight: Double, _ law: ClosedLaw) -> ClosedLaw {
    mixture([(1 - weight, certain(0)), (weight, law)])
  }

  /// Straight between points (normal score, value), of the values' logarithms; the outer pieces go on.
  static func percentiles(_ points: [(z: Double, value: Double)]) -> ClosedLaw {
    ClosedLaw { x in
      guard x > 0 else { return 0 }
      let inner = points.dropFirst().dropLast().filter { $0.value <= x }.count
      let (left, right) = (points[inner], points[inner + 1])
      return phi(left.z + (right.z - left.z) * log(x / left.value) / log(right.value / left.value))
    }
  }

  /// Straight between the sorted observations, which stand at ½/n, 1½/n … (n − ½)/n; the outermost hold ½/n each.
  static func empirical(_ sorted: [Double]) -> ClosedLaw {
    ClosedLaw { x in
      guard let last = sorted.last, x < last else { return 1 }
      guard let upper = sorted.firstIndex(where: { $0 > x }), upper > 0 else { return 0 }
      let (low, high) = (sorted[upper - 1], sorted[upper])
      return (Double(upper) - 0.5 + (x - low) / (high - low)) / Double(sorted.count)
    }
  }

  /// Rounded to the nearest whole number, halves up.
  var rounded: ClosedLaw {
    ClosedLaw { [cdf] in cdf(($0.rounded(.down) + 0.5).nextDown) }
  }

  /// Known to lie within low…high.
  func cut(_ low: Double, _ high: Double) -> ClosedLaw {
    ClosedLaw { [cdf] in
      if $0 < low { return 0 }
      if $0 >= high { return 1 }
      return (cdf($0) - cdf(low.nextDown)) / (cdf(high) - cdf(low.nextDown))
    }
  }
}
