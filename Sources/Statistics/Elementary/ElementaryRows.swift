// Rows of floats: plain loops over raw pointers, which the compiler turns into vector code. Source and destination must
// be different rows: when they overlap the result is still right, but the loop runs one element at a time.

extension Elementary {
  /// eˣ within 2 ulp. Below −87.33 and above 88.72, where floats end, x counts as that bound: never 0 or ∞.
  package static func expRow(
    _ x: UnsafePointer<Float>, into results: UnsafeMutablePointer<Float>, count: Int
  ) {
    for i in 0..<count {
      results[i] = exp(x[i])
    }
  }

  /// ln x within 2 ulp for x > 0. Everything below the least normal float, 2⁻¹²⁶, counts as it; NaN and ∞ give no sense.
  package static func logRow(
    _ x: UnsafePointer<Float>, into results: UnsafeMutablePointer<Float>, count: Int
  ) {
    for i in 0..<count {
      results[i] = log(x[i])
    }
  }

  /// Source of reduction and coefficients: Moshier's Cephes library, `expf`.
  @inline(__always)
  static func exp(_ x: Float) -> Float {
    let atLeast = x < -87.33 ? -87.33 : x
    let bounded = atLeast > 88.72 ? 88.72 : atLeast
    let shifted = bounded * 1.442_695_041 + 0x1.8p23
    let k = shifted - 0x1.8p23
    let r = k * 2.121_944_40e-4 + (k * -0.693_359_375 + bounded)
    var p: Float = 1.987_569_1500e-4
    p = p * r + 1.398_199_9507e-3
    p = p * r + 8.333_451_9073e-3
    p = p * r + 4.166_579_5894e-2
    p = p * r + 1.666_666_5459e-1
    p = p * r + 5.000_000_1201e-1
    p = p * (r * r) + r + 1
    return Float(bitPattern: p.bitPattern &+ (shifted.bitPattern &<< 23))
  }

  /// Source of coefficients: Moshier's Cephes library, `logf`.
  @inline(__always)
  static func log(_ x: Float) -> Float {
    let normal = x > 0x1p-126 ? x : 0x1p-126
    let rootOfHalf: UInt32 = 0x3F35_04F3
    let offset = Int32(bitPattern: normal.bitPattern &- rootOfHalf)
    let e = Float(offset &>> 23)
    let f = Float(bitPattern: (UInt32(bitPattern: offset) & 0x7F_FFFF) &+ rootOfHalf) - 1
    let z = f * f
    var y: Float = 7.037_683_6292e-2
    y = y * f - 1.151_461_0310e-1
    y = y * f + 1.167_699_8740e-1
    y = y * f - 1.242_014_0846e-1
    y = y * f + 1.424_932_2787e-1
    y = y * f - 1.666_805_7665e-1
    y = y * f + 2.000_071_4765e-1
    y = y * f - 2.499_999_3993e-1
    y = y * f + 3.333_333_1174e-1
    y = e * -2.121_944_40e-4 + y * f * z
    return e * 0.693_359_375 + (f + (z * -0.5 + y))
  }
}
