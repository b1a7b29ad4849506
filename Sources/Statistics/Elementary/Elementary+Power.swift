extension Elementary {
  /// base^exponent for base ≥ 0, within 2 ulp while |exponent · ln base| ≤ 100. NaN for a negative base.
  ///
  /// e^(y ln x) multiplies the error of the logarithm by y ln x, so the logarithm is carried in two doubles (its product
  /// with y, too).
  package static func pow(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    guard base > 0, base < .infinity, exponent.isFinite else { return limit(base, exponent) }
    let (high, low) = logInTwoParts(base)
    let product = high * exponent
    guard product.magnitude < 709 else { return exp(product) }
    let error = productError(high, exponent, product) + low * exponent
    let (fraction, power) = expParts(product, low: error)
    return scale(fraction, byPowerOfTwo: power)
  }

  /// The cases that logarithms do not reach: 0, ∞, NaN and negative bases.
  private static func limit(_ base: Double, _ exponent: Double) -> Double {
    guard base >= 0, !exponent.isNaN else { return .nan }
    let grows = (base > 1) == (exponent > 0)
    return grows ? .infinity : 0
  }

  /// ln x as a sum of two doubles, relative error about 2⁻⁶⁰, for finite x > 0.
  ///
  /// ln(1 + f) = 2s + s·(series in s²), s = f / (2 + f); only 2s needs both parts, the series is small.
  private static func logInTwoParts(_ x: Double) -> (high: Double, low: Double) {
    let subnormal = x < .leastNormalMagnitude
    var (f, e) = splitForLog(subnormal ? x * 0x1p54 : x)
    if subnormal { e -= 54 }
    let divisor = 2 + f
    let divisorError = f - (divisor - 2)
    let s = f / divisor
    let product = s * divisor
    let remainder = (f - product) - productError(s, divisor, product)
    let sLow = (remainder - s * divisorError) / divisor
    let tail = 2 * sLow + s * logSeries(s * s) + e * ln2Low
    // The larger part first: then one subtraction recovers what the sum lost (Dekker).
    let (large, small) = e == 0 ? (2 * s, 0) : (e * ln2High, 2 * s)
    let sum = large + small
    let low = (small - (sum - large)) + tail
    let high = sum + low
    return (high, low - (high - sum))
  }

  /// a·b − `product` exactly, where `product` is the rounded a·b.
  ///
  /// Source: Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18 (1971),
  /// doi:10.1007/BF01397083. (A fused multiply-add would do it in one step, but is a library call on older machines.)
  private static func productError(_ a: Double, _ b: Double, _ product: Double) -> Double {
    let (aHigh, aLow) = halves(a)
    let (bHigh, bLow) = halves(b)
    return ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
  }

  /// x as a sum of two numbers of at most 26 bits. |x| < 2⁹⁹⁰.
  private static func halves(_ x: Double) -> (high: Double, low: Double) {
    let spread = x * 134_217_729
    let high = spread - (spread - x)
    return (high, x - high)
  }
}
