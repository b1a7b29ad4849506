extension SymmetricMatrix {
  /// The correlation matrix that differs least from this one (in the sum of squares): no negative eigenvalue, ones on
  /// the diagonal.
  ///
  /// Alternating projections with Dykstra's correction. Source: Higham, "Computing the nearest correlation matrix", IMA
  /// Journal of Numerical Analysis 22 (2002), doi:10.1093/imanum/22.3.329, algorithm 3.3.
  func nearestCorrelation() -> SymmetricMatrix {
    var nearest = self
    var correction = SymmetricMatrix(count: count) { _, _ in 0 }
    for _ in 0..<500 {
      let corrected = nearest - correction
      let positive = corrected.raisingEigenvalues(to: 0)
      correction = positive - corrected
      nearest = positive.withUnitDiagonal()
      if (nearest - positive).norm <= 1e-12 * nearest.norm { break }
    }
    // What the projections left below zero is lifted just above it, so that a factor exists for certain.
    return nearest.raisingEigenvalues(to: 1e-9).scaledToUnitDiagonal()
  }

  private func withUnitDiagonal() -> SymmetricMatrix {
    SymmetricMatrix(count: count) { $0 == $1 ? 1 : self[$0, $1] }
  }

  private func scaledToUnitDiagonal() -> SymmetricMatrix {
    let scales = (0..<count).map { 1 / Elementary.squareRoot(self[$0, $0]) }
    return SymmetricMatrix(count: count) { $0 == $1 ? 1 : self[$0, $1] * scales[$0] * scales[$1] }
  }
}
