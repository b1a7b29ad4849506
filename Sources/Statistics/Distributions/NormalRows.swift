// Rows of standard normals, in floats. The rows given to one call must not overlap.

extension Normal {
  /// Two independent normals for two words (Box and Muller).
  ///
  /// Source: Box and Muller, Annals of Mathematical Statistics 29 (1958), doi:10.1214/aoms/1177706645:
  /// √(−2 ln u)·cos 2πv and √(−2 ln u)·sin 2πv. With 32-bit words |z| is at most 6.66.
  package static func rows(
    radiusWords: UnsafePointer<UInt32>, angleWords: UnsafePointer<UInt32>,
    cosines: UnsafeMutablePointer<Float>, sines: UnsafeMutablePointer<Float>, count: Int
  ) {
    for i in 0..<count {
      let radius = radius(radiusWords[i])
      let (cosine, sine) = direction(angleWords[i])
      cosines[i] = radius * cosine
      sines[i] = radius * sine
    }
  }

  /// One normal per word: the quantile at (word + ½) · 2⁻³², absolute error below 2e-6; rising with the word, to that error.
  package static func quantileRow(
    words: UnsafePointer<UInt32>, into normals: UnsafeMutablePointer<Float>, count: Int
  ) {
    for i in 0..<count {
      normals[i] = quantile(word: words[i])
    }
  }

  @inline(__always)
  private static func radius(_ word: UInt32) -> Float {
    // 31 bits as a float: fine near 0, where the logarithm is steep; rounding may reach 1, which the minimum forbids.
    let u = Float(Int32(bitPattern: word &>> 1)) * 0x1p-31 + 0x1p-32
    let inside = u < 0x1.fffffep-1 ? u : 0x1.fffffep-1
    return Elementary.squareRoot(-2 * Elementary.log(inside))
  }

  /// Cosine and sine of word · 2⁻³² turns: the top bits choose the nearest quarter, polynomials do the rest.
  ///
  /// Source of coefficients: Moshier's Cephes library, `sinf` and `cosf`.
  @inline(__always)
  private static func direction(_ word: UInt32) -> (cosine: Float, sine: Float) {
    let quarter = (word &+ 0x2000_0000) &>> 30
    let radiansPerUnit: Float = 1.462_918_079_267_159_681e-9
    let a = Float(Int32(bitPattern: word &- (quarter &<< 30))) * radiansPerUnit
    let z = a * a
    let sine = ((-1.951_529_5891e-4 * z + 8.332_160_8736e-3) * z - 1.666_665_4611e-1) * (z * a) + a
    let cosine =
      ((2.443_315_711_809_948e-5 * z - 1.388_731_625_493_765e-3) * z + 4.166_664_568_298_827e-2) * (z * z)
      + (z * -0.5 + 1)
    let odd = quarter & 1 != 0
    let sineSign = (quarter & 2) &<< 30
    let cosineSign = ((quarter &+ 1) & 2) &<< 30
    return (
      Float(bitPattern: (odd ? sine : cosine).bitPattern ^ cosineSign),
      Float(bitPattern: (odd ? cosine : sine).bitPattern ^ sineSign)
    )
  }

  /// Source: Giles, "Approximating the erfinv function", GPU Computing Gems, Jade edition (2011), chapter 10,
  /// doi:10.1016/B978-0-12-385963-1.00010-1: one logarithm and two polynomials, no division.
  @inline(__always)
  static func quantile(word: UInt32) -> Float {
    // The distance p to the nearer end keeps its relative precision; the sign comes back at the end.
    let upperHalf = UInt32(bitPattern: Int32(bitPattern: word) &>> 31)
    let p = Float(Int32(bitPattern: word ^ upperHalf)) * 0x1p-32 + 0x1p-33
    let x = -2 * p + 1
    let w = -Elementary.log(-4 * p * p + 4 * p)
    let central = centralInverse(w - 2.5)
    let tail = tailInverse(Elementary.squareRoot(w) - 3)
    let ratio = w < 5 ? central : tail
    let z = ratio * (x * 1.414_213_562_37)
    return Float(bitPattern: z.bitPattern ^ (~upperHalf & 0x8000_0000))
  }

  @inline(__always)
  private static func centralInverse(_ t: Float) -> Float {
    var r: Float = 2.810_226_36e-8
    r = r * t + 3.432_739_39e-7
    r = r * t - 3.523_387_7e-6
    r = r * t - 4.391_506_54e-6
    r = r * t + 2.185_808_7e-4
    r = r * t - 1.253_725_03e-3
    r = r * t - 4.177_681_64e-3
    r = r * t + 2.466_407_27e-1
    return r * t + 1.501_409_41
  }

  /// Giles's own tail ends at w = 16; 32-bit words reach 21.5. These coefficients are a Chebyshev fit of the same
  /// function of √w for w from 4.95 to 21.6, error 6e-7.
  @inline(__always)
  private static func tailInverse(_ t: Float) -> Float {
    var r: Float = 3.865_488_5e-5
    r = r * t - 1.566_577_3e-4
    r = r * t - 2.518_715e-5
    r = r * t + 1.289_920_6e-3
    r = r * t - 3.564_439_2e-3
    r = r * t + 5.768_546_4e-3
    r = r * t - 7.654_192_4e-3
    r = r * t + 9.433_561e-3
    r = r * t + 1.001_676_4
    return r * t + 2.832_977
  }
}
