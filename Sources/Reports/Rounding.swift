/// Exact decimal rounding of binary floating point, without big integers.
///
/// A double is `significand × 2^exponent`. For magnitudes below 10^18 that product, scaled by the powers of ten a
/// report needs, is a fraction of two 128-bit integers; so ties are real ties. 0.005 prints as 0.01 at two places
/// because the stored number is 0.005000000000000000104…, and 1.005 as 1.00 because it is 1.00499999999999989….
enum Rounding {
  /// Beyond this the 128 bits would not suffice.
  static let limit = 1e18

  /// `|value| × 10^power`, rounded half to even.
  ///
  /// - Parameters:
  ///   - value: finite, its magnitude below `limit`.
  ///   - power: from −12 to 8; positive powers keep decimals, negative ones count thousands or millions.
  static func scaled(_ value: Double, power: Int) -> UInt128 {
    let biased = Int(value.exponentBitPattern)
    let hiddenBit: UInt64 = biased == 0 ? 0 : 1 << 52
    let exponent = max(biased, 1) - 1075
    // Less than a quarter of the last place even after scaling: avoids shifts beyond the 128 bits.
    if exponent < -84 { return 0 }
    let significand = UInt128(value.significandBitPattern | hiddenBit)
    let numerator = (significand * tenTo(max(power, 0))) << max(exponent, 0)
    let denominator = tenTo(max(-power, 0)) << max(-exponent, 0)
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let twice = remainder * 2
    let roundsUp = twice > denominator || (twice == denominator && !quotient.isMultiple(of: 2))
    return roundsUp ? quotient + 1 : quotient
  }

  static func tenTo(_ power: Int) -> UInt128 {
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  /// `digits ÷ 10^decimals` written out, with thousands separators.
  static func text(_ digits: UInt128, decimals: Int) -> String {
    let (whole, fraction) = digits.quotientAndRemainder(dividingBy: tenTo(decimals))
    if decimals == 0 { return grouped(whole) }
    let places = String(fraction)
    return grouped(whole) + "." + String(repeating: "0", count: decimals - places.count) + places
  }

  static func grouped(_ whole: UInt128) -> String {
    let digits = Array(String(whole))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
