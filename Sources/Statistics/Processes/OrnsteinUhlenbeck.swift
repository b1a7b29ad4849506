/// A stationary Ornstein–Uhlenbeck process of mean 0 in daily steps: X(t+1) = a·X(t) + b·Z.
///
/// The exact step, not Euler's: with a = 0.5^(1/half-life) and b² = s²(1 − a²) every day has standard deviation s and the
/// correlation of days k apart is a^k. Source: Gillespie, Physical Review E 54 (1996), doi:10.1103/PhysRevE.54.2084.
package struct OrnsteinUhlenbeck: Sendable, Equatable {
  /// s, the standard deviation of every day.
  package let standardDeviation: Double
  /// a, the correlation of neighbouring days.
  package let persistence: Double
  /// b, the standard deviation of what a day adds.
  package let innovationDeviation: Double

  /// - Parameter halfLife: days until half of a deviation is forgotten; 0 (or less) is white noise.
  package init(standardDeviation: Double, halfLife: Double) {
    let logPersistence = halfLife > 0 ? -0.693_147_180_559_945_3 / halfLife : -.infinity
    self.standardDeviation = standardDeviation
    persistence = Elementary.exp(logPersistence)
    // 1 − a² loses its digits when a is near 1; expm1 does not.
    innovationDeviation = standardDeviation * Elementary.squareRoot(-Elementary.expm1(2 * logPersistence))
  }

  /// Day 0 of a row of paths, from the stationary law: s·z. The rows must not overlap.
  package func start(normals: UnsafePointer<Float>, into states: UnsafeMutablePointer<Float>, count: Int) {
    let deviation = Float(standardDeviation)
    for i in 0..<count {
      states[i] = deviation * normals[i]
    }
  }

  /// The next day of a row of paths, in place. The rows must not overlap.
  package func step(_ states: UnsafeMutablePointer<Float>, normals: UnsafePointer<Float>, count: Int) {
    let a = Float(persistence)
    let b = Float(innovationDeviation)
    for i in 0..<count {
      states[i] = a * states[i] + b * normals[i]
    }
  }
}
