import Statistics

/// What a choice costs against the best choice of each world, known only afterwards.
///
/// Source: Savage, "The theory of statistical decision", Journal of the American Statistical Association 46 (1951),
/// doi:10.1080/01621459.1951.10500768.
package struct Regret: Equatable, Sendable {
  package let expected: Double
  package let worst: Double

  /// Of each of several runs of the same worlds; higher is better.
  package static func of(_ columns: [[Double]]) -> [Regret] {
    let worlds = columns.map(\.count).min() ?? 0
    let best = (0..<worlds).map { world in columns.reduce(-Double.infinity) { max($0, $1[world]) } }
    return columns.map { column in
      let regrets = zip(best, column).map { $0 - $1 }
      return Regret(expected: Moments(regrets).mean, worst: regrets.max() ?? .nan)
    }
  }
}
