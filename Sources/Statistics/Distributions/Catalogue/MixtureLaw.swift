/// One of several laws, chosen by weight: `80%: 0 | 20%: 1000 to 4000`. F(x) = Σ weight · Fᵢ(x).
package struct MixtureLaw: LawForm {
  package struct Part: Sendable, Equatable {
    /// A share of 1, above 0.
    package let weight: Double
    package let law: Law
  }

  package let parts: [Part]

  /// - Parameter parts: weights above 0 in any unit; they are scaled to the sum 1.
  package init(_ parts: [(weight: Double, law: Law)]) throws(LawError) {
    guard !parts.isEmpty else { throw LawError("a mixture needs at least one part") }
    for part in parts {
      try LawError.check(positive: part.weight, "a weight")
    }
    let total = parts.reduce(0) { $0 + $1.weight }
    self.parts = parts.map { Part(weight: $0.weight / total, law: $0.law) }
  }

  /// Between the smallest and the largest of the parts' quantiles, where F passes u.
  package func quantile(_ u: Double) -> Double {
    guard u > 0, u < 1 else { return end(u) }
    let quantiles = parts.map { $0.law.quantile(u) }
    guard let low = quantiles.min(), let high = quantiles.max() else { return .nan }
    return cdf(low) >= u ? low : crossing(of: u, above: low, upTo: high)
  }

  /// At 0 the lowest end of the parts, at 1 the highest.
  private func end(_ u: Double) -> Double {
    guard u == 0 || u == 1 else { return .nan }
    let ends = parts.map { $0.law.quantile(u) }
    return (u == 0 ? ends.min() : ends.max()) ?? .nan
  }

  /// Newton's steps where F is smooth, halving where it jumps: there only halving finds the very value.
  private func crossing(of u: Double, above low: Double, upTo high: Double) -> Double {
    var (low, high) = (low, high)
    var newton = low + (high - low) / 2
    for step in 0..<200 {
      let middle = Self.halfway(low, high)
      guard middle > low, middle < high else { return high }
      // Every third step halves, so that slow progress from one side ends.
      let x = step % 3 < 2 && newton > low && newton < high ? newton : middle
      let excess = cdf(x) - u
      if excess < 0 { low = x } else { high = x }
      let slope = density(x)
      newton = x - excess / slope
      if excess.magnitude <= 1e-15 * u, slope > 0, slope < .infinity { return x }
    }
    return high
  }

  /// Halves the number of doubles between the two, which takes at most 64 steps whatever their sizes.
  private static func halfway(_ low: Double, _ high: Double) -> Double {
    let (a, b) = (place(low), place(high))
    // Without the sum, which may not fit.
    let middle = (a >> 1) + (b >> 1) + (a & b & 1)
    return Double(bitPattern: UInt64(bitPattern: middle < 0 ? Int64.min &- middle : middle))
  }

  /// The double's number in ascending order, 0 for both zeros.
  private static func place(_ x: Double) -> Int64 {
    let bits = Int64(bitPattern: x.bitPattern)
    return bits < 0 ? Int64.min &- bits : bits
  }

  package func cdf(_ x: Double) -> Double { min(sum { $0.cdf(x) }, 1) }
  package func density(_ x: Double) -> Double { sum { $0.density(x) } }
  package var mean: Double { sum { $0.mean } }

  package var standardDeviation: Double {
    let centre = mean
    return Elementary.squareRoot(
      sum { law in
        let (deviation, distance) = (law.standardDeviation, law.mean - centre)
        return deviation * deviation + distance * distance
      })
  }

  private func sum(_ value: (Law) -> Double) -> Double {
    parts.reduce(0) { $0 + $1.weight * value($1.law) }
  }
}
