/// How strongly two parameters move together.
package struct RankCorrelation: Sendable, Equatable {
  /// Places of the two parameters.
  package let first: Int
  package let second: Int
  /// Spearman's ρ, from −1 to 1: the correlation of ranks, which no change of the laws alters.
  package let rho: Double
  /// Whether extremes come together more often than ρ alone would have them: a t copula with 4 degrees of freedom.
  package let crashTogether: Bool

  package init(_ first: Int, _ second: Int, rho: Double, crashTogether: Bool = false) {
    (self.first, self.second) = (first, second)
    (self.rho, self.crashTogether) = (rho, crashTogether)
  }
}

/// The dependence of a group of parameters, apart from their laws.
enum CopulaKind: Sendable, Equatable {
  case gaussian
  /// With 4 degrees of freedom.
  case studentT

  /// The correlation of the underlying normals for which Spearman's ρ of the results is `rho`.
  ///
  /// Gaussian: r = 2 sin(πρ/6), exact (Pearson, 1907). For the t copula a little more, from a fit with error below
  /// 0.0004 (`Tests/StatisticsTests/Fixtures/fit_t_copula_rank.py`) to the closed form of Lu, "Kendall and Spearman
  /// rank correlations for skew-elliptical copulas" (2024), arXiv:2412.20013.
  func normalCorrelation(rho: Double) -> Double {
    let r = 2 * Elementary.sinCosOfTurns(rho / 12).sine
    guard self == .studentT else { return r }
    return r + r * (1 - r * r) * (0.033_26 + 0.016_79 * r * r)
  }

  /// The inverse of `normalCorrelation(rho:)`, which rises: by halving, to 2⁻⁵⁰.
  func rho(normalCorrelation r: Double) -> Double {
    var (low, high) = (-1.0, 1.0)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if normalCorrelation(rho: middle) < r { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

/// Why correlations cannot be used as they are.
package struct CorrelationError: Error, Hashable, Sendable {
  /// What is wrong, without capital and full stop.
  package let message: String

  package init(message: String) { self.message = message }
}
