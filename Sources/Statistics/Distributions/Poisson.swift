import CRows

/// Poisson counts by inversion: one uniform word per count, and the count rises with the word and with the mean.
///
/// One word per draw, whatever the mean, keeps the luck of two strategies aligned; rejection methods would not.
package enum Poisson {
  /// Counts for a row of means (whole numbers as floats).
  ///
  /// Means below 4: exact inversion, term by term. Above: the quantile expansion, which at mean 4 moves 0.15 % of the draws
  /// by one, at 20 0.02 %, at 100 0.002 %. Means that are not positive (NaN too) give 0; means above 2³⁰ count as 2³⁰.
  ///
  /// The expansion is ⌊λ + √λ z + (1/3 + z²/6) − (z/36 + z³/72)/√λ + (z⁴/270 + 7z²/810 − 8/405)/λ⌋, z kept above −2√λ, where
  /// the series is below 0 and would turn upward again. Source: Giles, "Algorithm 955: approximation of the inverse
  /// Poisson cumulative distribution function", ACM TOMS 42 (2016), doi:10.1145/2699466, section 2 (the Cornish–Fisher
  /// expansion with continuity correction).
  /// - Parameter count: a multiple of 32. The rows must not overlap.
  package static func row(
    means: UnsafePointer<Float>, words: UnsafePointer<UInt32>, into counts: UnsafeMutablePointer<Float>, count: Int
  ) {
    assert(count % Stream.lanes == 0, "rows are made of whole groups of 32 paths")
    crows_poisson(means, words, counts, count)
  }
}
