import CRows

/// Binomial counts by inversion: one uniform word per count, and the count rises with the word.
package enum Binomial {
  /// How many of `trials` succeed (whole numbers as floats), for a row of trials and a row of probabilities.
  ///
  /// Below 10 expected successes (or failures): exact inversion, term by term; with p > ½ the failures are counted, from
  /// the mirrored uniform. Above: the quantile expansion, which moves about 0.05 % of the draws by one. Never below 0 or
  /// above `trials`. A probability outside 0…1 counts as the nearer end and NaN as 0; trials that are not positive (NaN
  /// too) give 0. Trials are whole and at most 2²⁴.
  ///
  /// The expansion is np + σz + ½ + (q − p)(z² − 1)/6 + B/σ + C/σ², rounded down. B and C are the next terms of the
  /// Cornish–Fisher expansion in the cumulants of the binomial law, with Sheppard's correction (σ² less 1/12) for its
  /// steps; at p → 0 it is the Poisson expansion. Source: Fisher and Cornish, "The percentile points of distributions
  /// having known cumulants", Technometrics 2 (1960), doi:10.1080/00401706.1960.10489895.
  /// - Parameter count: a multiple of 32. The rows must not overlap.
  package static func row(
    trials: UnsafePointer<Float>, probabilities: UnsafePointer<Float>, words: UnsafePointer<UInt32>,
    into counts: UnsafeMutablePointer<Float>, count: Int
  ) {
    assert(count % Stream.lanes == 0, "rows are made of whole groups of 32 paths")
    crows_binomial(trials, probabilities, words, counts, count)
  }
}
