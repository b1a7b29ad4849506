import CRows

// Rows of standard normals, in floats. The rows given to one call must not overlap.

extension Normal {
  /// Two independent normals for two words (Box and Muller).
  ///
  /// Source: Box and Muller, Annals of Mathematical Statistics 29 (1958), doi:10.1214/aoms/1177706645:
  /// √(−2 ln u)·cos 2πv and √(−2 ln u)·sin 2πv; sine and cosine by the polynomials of Moshier's Cephes library, `sinf` and
  /// `cosf`. With 32-bit words |z| is at most 6.66.
  package static func rows(
    radiusWords: UnsafePointer<UInt32>, angleWords: UnsafePointer<UInt32>,
    cosines: UnsafeMutablePointer<Float>, sines: UnsafeMutablePointer<Float>, count: Int
  ) {
    crows_normals(radiusWords, angleWords, cosines, sines, count)
  }

  /// The first of the two alone, for two words.
  package static func row(
    radiusWords: UnsafePointer<UInt32>, angleWords: UnsafePointer<UInt32>, into normals: UnsafeMutablePointer<Float>,
    count: Int
  ) {
    crows_cosines(radiusWords, angleWords, normals, count)
  }

  /// One normal per word: the quantile at (word + ½) · 2⁻³², absolute error below 2e-6; rising with the word, to that error.
  ///
  /// Source: Giles, "Approximating the erfinv function", GPU Computing Gems, Jade edition (2011), chapter 10,
  /// doi:10.1016/B978-0-12-385963-1.00010-1: one logarithm and two polynomials, no division. Giles's own tail ends at
  /// w = 16, 32-bit words reach 21.5: the tail's coefficients are a Chebyshev fit of the same function of √w for w from
  /// 4.95 to 21.6, error 6e-7.
  package static func quantileRow(
    words: UnsafePointer<UInt32>, into normals: UnsafeMutablePointer<Float>, count: Int
  ) {
    crows_normal_quantiles(words, normals, count)
  }
}
