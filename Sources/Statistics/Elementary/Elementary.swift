import CRows

/// Elementary functions made of additions, multiplications, divisions and bit operations only.
///
/// Mathematical libraries differ in the last bit from system to system; these do not, so results are equal bytes on
/// every machine. Accuracy is given in units in the last place (ulp), as held by the tests. They are quick enough for
/// compiling a scenario; rows have their own functions (`ElementaryRows.swift`).
package enum Elementary {
  static let log2OfE = 1.442_695_040_888_963_4
  /// ln 2 in two parts; the first has so few bits that its product with an exponent is exact.
  static let ln2High = 6.931_471_803_691_238_164_90e-1
  static let ln2Low = 1.908_214_929_270_587_700_02e-10

  /// The correctly rounded square root.
  @inline(__always)
  package static func squareRoot(_ x: Double) -> Double { crows_sqrt(x) }

  /// eˣ within 1 ulp; subnormal results within one unit of their grid.
  package static func exp(_ x: Double) -> Double {
    guard x < 709.782_712_893_384 else { return x.isNaN ? x : .infinity }
    guard x > -745.2 else { return 0 }
    let (fraction, power) = expParts(x, low: 0)
    return scale(fraction, byPowerOfTwo: power)
  }

  /// ln x within 1 ulp. −∞ at 0, NaN below.
  package static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
    guard x < .leastNormalMagnitude else { return logOfNormal(x) }
    let (f, e) = splitForLog(x * 0x1p54)
    return logOf(mantissaMinusOne: f, exponent: e - 54)
  }

  /// eˣ − 1 within 3 ulp, without the cancellation near 0.
  ///
  /// Kahan's identity (e − 1)·x / ln e, with e the rounded eˣ: the rounding errors of both factors cancel. Source: Higham,
  /// "Accuracy and Stability of Numerical Algorithms", 2nd ed., section 1.14.1, doi:10.1137/1.9780898718027.
  package static func expm1(_ x: Double) -> Double {
    let e = exp(x)
    if e == 1 { return x }
    if e - 1 == -1 { return -1 }
    return e == .infinity ? e : (e - 1) * x / log(e)
  }

  /// ln(1 + x) within 3 ulp, without the cancellation near 0. Same source as `expm1(_:)`.
  package static func log1p(_ x: Double) -> Double {
    let sum = 1 + x
    if sum == 1 { return x }
    return sum > 0 && sum < .infinity ? log(sum) * x / (sum - 1) : log(sum)
  }

  /// sin 2πx and cos 2πx within 2 ulp (near the sine's zeros, too). From 2⁵⁰ turns on x counts as whole turns.
  package static func sinCosOfTurns(_ x: Double) -> (sine: Double, cosine: Double) {
    guard x.isFinite else { return (.nan, .nan) }
    guard x.magnitude < 0x1p50 else { return (0, 1) }
    let quarters = nearestInteger(4 * x)
    let angle = (x - 0.25 * quarters) * 6.283_185_307_179_586
    let (sine, cosine) = (sineNearZero(angle), cosineNearZero(angle))
    switch Int(quarters) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  /// The nearest whole number, ties to even, for |x| < 2⁵¹: adding 1.5 · 2⁵² pushes the fraction out.
  @inline(__always)
  static func nearestInteger(_ x: Double) -> Double { (x + 0x1.8p52) - 0x1.8p52 }
}

// MARK: - Kernels

extension Elementary {
  /// e^(x + low) = fraction · 2^power, for |x| < 1,000 and a `low` far smaller than 1.
  ///
  /// Cody and Waite's reduction x = k ln 2 + r, |r| ≤ ln 2 / 2, then the exponential series to r¹³ (rest below 2⁻⁵⁸).
  @inline(__always)
  static func expParts(_ x: Double, low: Double) -> (fraction: Double, power: UInt64) {
    let shifted = x * log2OfE + 0x1.8p52
    let k = shifted - 0x1.8p52
    let r = (x - k * ln2High) - (k * ln2Low - low)
    var p = 1 / 6_227_020_800.0
    p = p * r + 1 / 479_001_600.0
    p = p * r + 1 / 39_916_800.0
    p = p * r + 1 / 3_628_800.0
    p = p * r + 1 / 362_880.0
    p = p * r + 1 / 40_320.0
    p = p * r + 1 / 5_040.0
    p = p * r + 1 / 720.0
    p = p * r + 1 / 120.0
    p = p * r + 1 / 24.0
    p = p * r + 1 / 6.0
    p = p * r + 0.5
    return (p * (r * r) + r + 1, shifted.bitPattern)
  }

  /// eˣ for |x| < 700, bit for bit as `exp(_:)` has it, and plain enough for loops over rows.
  @inline(__always)
  static func expOfModest(_ x: Double) -> Double {
    let (fraction, power) = expParts(x, low: 0)
    return fraction * Double(bitPattern: (power &+ 1_023) &<< 52)
  }

  /// `fraction` · 2^k in two steps, so that neither factor leaves the normal range. The low bits of `power` hold k.
  static func scale(_ fraction: Double, byPowerOfTwo power: UInt64) -> Double {
    let k = Int64(Int16(truncatingIfNeeded: power))
    let half = k >> 1
    return fraction * powerOfTwo(half) * powerOfTwo(k - half)
  }

  private static func powerOfTwo(_ k: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: k &+ 1_023) &<< 52)
  }

  /// x = (1 + f) · 2^e with 1 + f in [√½, √2), for normal x > 0.
  @inline(__always)
  static func splitForLog(_ x: Double) -> (f: Double, e: Double) {
    let rootOfHalf: UInt64 = 0x3FE6_A09E_667F_3BCD
    let offset = x.bitPattern &- rootOfHalf
    let biased = (offset &+ (1_024 &<< 52)) &>> 52
    let e = Double(bitPattern: 0x4330_0000_0000_0000 | biased) - (0x1p52 + 1_024)
    let f = Double(bitPattern: (offset & 0x000F_FFFF_FFFF_FFFF) &+ rootOfHalf) - 1
    return (f, e)
  }

  /// Source: FreeBSD msun `e_log.c` (Sun Microsystems, 1993): ln(1 + f) from s = f / (2 + f), error below 1 ulp.
  @inline(__always)
  static func logOf(mantissaMinusOne f: Double, exponent e: Double) -> Double {
    let s = f / (2 + f)
    let halfSquare = 0.5 * f * f
    let tail = s * (halfSquare + logSeries(s * s))
    return e * ln2High - ((halfSquare - (tail + e * ln2Low)) - f)
  }

  /// ln x for normal x > 0.
  @inline(__always)
  static func logOfNormal(_ x: Double) -> Double {
    let (f, e) = splitForLog(x)
    return logOf(mantissaMinusOne: f, exponent: e)
  }

  /// (ln((1 + s) / (1 − s)) − 2s) / s for z = s², |s| ≤ 0.1716.
  @inline(__always)
  static func logSeries(_ z: Double) -> Double {
    var p = 1.479_819_860_511_658_591e-1
    p = p * z + 1.531_383_769_920_937_332e-1
    p = p * z + 1.818_357_216_161_805_012e-1
    p = p * z + 2.222_219_843_214_978_396e-1
    p = p * z + 2.857_142_874_366_239_149e-1
    p = p * z + 3.999_999_999_940_941_908e-1
    p = p * z + 6.666_666_666_666_735_130e-1
    return p * z
  }

  /// sin a for |a| ≤ π/4. Source: FreeBSD msun `k_sin.c`.
  private static func sineNearZero(_ a: Double) -> Double {
    let z = a * a
    var p = 1.589_690_995_211_550_102_21e-10
    p = p * z - 2.505_076_025_340_686_341_95e-8
    p = p * z + 2.755_731_370_707_006_767_89e-6
    p = p * z - 1.984_126_982_985_794_931_34e-4
    p = p * z + 8.333_333_333_322_489_461_24e-3
    p = p * z - 1.666_666_666_666_663_243_48e-1
    return a + a * z * p
  }

  /// cos a for |a| ≤ π/4. Source: FreeBSD msun `k_cos.c`.
  private static func cosineNearZero(_ a: Double) -> Double {
    let z = a * a
    var p = -1.135_964_755_778_819_482_65e-11
    p = p * z + 2.087_572_321_298_174_827_90e-9
    p = p * z - 2.755_731_435_139_066_330_35e-7
    p = p * z + 2.480_158_728_947_672_941_78e-5
    p = p * z - 1.388_888_888_887_410_957_49e-3
    p = p * z + 4.166_666_666_666_660_190_37e-2
    let half = 0.5 * z
    let most = 1 - half
    return most + (((1 - most) - half) + z * z * p)
  }
}
