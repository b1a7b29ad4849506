/// The standard normal distribution, in doubles.
package enum Normal {
  /// P(Z ≤ z), relative error below 1e-14 in both tails (results under 1e-300 apart).
  ///
  /// Source: Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23 (1969),
  /// doi:10.1090/S0025-5718-1969-0247736-4, in the form of ANORM (ACM Algorithm 715, doi:10.1145/151271.151273).
  package static func cdf(_ z: Double) -> Double {
    guard !z.isNaN else { return z }
    if z.magnitude <= centre { return 0.5 + z * centralRatio(z * z) }
    let tail = upperTail(z.magnitude)
    return z < 0 ? tail : 1 - tail
  }

  /// P(Z > z), as accurate in the far tail as `cdf(_:)` is.
  package static func survival(_ z: Double) -> Double { cdf(-z) }

  /// The density (2π)^(−½) · e^(−z²/2).
  package static func density(_ z: Double) -> Double {
    0.398_942_280_401_432_7 * Elementary.exp(-0.5 * z * z)
  }

  /// The z with P(Z ≤ z) = p, relative error below 1e-15. −∞ at 0, ∞ at 1, NaN outside.
  ///
  /// Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37 (1988),
  /// doi:10.2307/2347330 (PPND16).
  package static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    let q = p - 0.5
    if q.magnitude <= 0.425 {
      let r = 0.180_625 - q * q
      return q * polynomial(r, Wichura.central) / polynomial(r, Wichura.centralDivisor)
    }
    let r = Elementary.squareRoot(-Elementary.log(q < 0 ? p : 1 - p))
    let z =
      r <= 5
      ? polynomial(r - 1.6, Wichura.middle) / polynomial(r - 1.6, Wichura.middleDivisor)
      : polynomial(r - 5, Wichura.far) / polynomial(r - 5, Wichura.farDivisor)
    return q < 0 ? -z : z
  }

  /// P(Z > z) for z > 0.6745.
  private static func upperTail(_ z: Double) -> Double {
    // From here on even the smallest double is too large; the split below would make NaN of infinity.
    guard z < 38.6 else { return 0 }
    let (coarse, rest) = exponents(z)
    let bell = Elementary.exp(coarse) * Elementary.exp(rest)
    return z > far ? farTail(z, bell: bell) : middleTail(z, bell: bell)
  }

  /// Coefficients from the highest power down.
  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    var sum = 0.0
    for coefficient in coefficients {
      sum = sum * x + coefficient
    }
    return sum
  }
}

// MARK: - Rows

extension Normal {
  /// The density for |z| < 37, bit for bit as `density(_:)` has it, and plain enough for loops over rows.
  @inline(__always)
  static func densityOfModest(_ z: Double) -> Double {
    0.398_942_280_401_432_7 * Elementary.expOfModest(-0.5 * z * z)
  }

  /// Replaces each z of a row by P(Z > z), bit for bit as `survival(_:)` has it. Neighbours of a kind are done in one
  /// loop without branches, so rows should rise or fall.
  package static func survivals(_ row: UnsafeMutableBufferPointer<Double>) {
    var start = 0
    while start < row.count {
      let form = Form(row[start])
      var end = start + 1
      while end < row.count, Form(row[end]) == form { end += 1 }
      form.survivals(UnsafeMutableBufferPointer(rebasing: row[start..<end]))
      start = end
    }
  }

  /// Which of the formulas holds at a place.
  private enum Form {
    case centre
    case middle(above: Bool)
    case far(above: Bool)
    /// Where e^(−z²/2) is no normal number, and no number at all.
    case other

    init(_ z: Double) {
      switch z.magnitude {
      case ...Normal.centre: self = .centre
      case ...Normal.far: self = .middle(above: z > 0)
      case ..<37: self = .far(above: z > 0)
      default: self = .other
      }
    }

    static func == (a: Form, b: Form) -> Bool {
      switch (a, b) {
      case (.centre, .centre), (.other, .other): true
      case (.middle(let a), .middle(let b)), (.far(let a), .far(let b)): a == b
      default: false
      }
    }

    func survivals(_ row: UnsafeMutableBufferPointer<Double>) {
      switch self {
      case .centre: for i in row.indices { row[i] = 0.5 - row[i] * Normal.centralRatio(row[i] * row[i]) }
      case .middle(above: true): for i in row.indices { row[i] = Normal.middleTailOfModest(row[i]) }
      case .middle(above: false): for i in row.indices { row[i] = 1 - Normal.middleTailOfModest(-row[i]) }
      case .far(above: true): for i in row.indices { row[i] = Normal.farTailOfModest(row[i]) }
      case .far(above: false): for i in row.indices { row[i] = 1 - Normal.farTailOfModest(-row[i]) }
      case .other: for i in row.indices { row[i] = Normal.survival(row[i]) }
      }
    }
  }

  @inline(__always)
  private static func bellOfModest(_ z: Double) -> Double {
    let (coarse, rest) = exponents(z)
    return Elementary.expOfModest(coarse) * Elementary.expOfModest(rest)
  }

  @inline(__always)
  private static func middleTailOfModest(_ z: Double) -> Double { middleTail(z, bell: bellOfModest(z)) }

  @inline(__always)
  private static func farTailOfModest(_ z: Double) -> Double { farTail(z, bell: bellOfModest(z)) }
}

// MARK: - Kernels

/// Plain enough for loops over rows of them.
extension Normal {
  /// Up to here from the middle the distribution function has a form of its own; from `far` on the tail has another one.
  static let centre = 0.674_489_75
  static let far = 5.656_854_249_492_380_6

  /// −z²/2 in two parts, the first exact: the exponential must not magnify a rounding error of z².
  @inline(__always)
  static func exponents(_ z: Double) -> (coarse: Double, rest: Double) {
    let coarse = Elementary.nearestInteger(z * 16) / 16
    let rest = (z - coarse) * (z + coarse)
    return (-0.5 * coarse * coarse, -0.5 * rest)
  }

  /// (P(Z ≤ z) − ½) / z, from z², for |z| ≤ 0.6745.
  @inline(__always)
  static func centralRatio(_ x: Double) -> Double {
    var p = 0.065_682_337_918_207_449_113
    p = p * x + 2.235_252_035_460_683_928_7
    p = p * x + 161.028_231_068_555_878_81
    p = p * x + 1_067.689_485_460_370_958_2
    p = p * x + 18_154.981_253_343_561_249
    var q = x + 47.202_581_904_688_241_870
    q = q * x + 976.098_551_737_776_693_22
    q = q * x + 10_260.932_208_618_978_205
    q = q * x + 45_507.789_335_026_729_956
    return p / q
  }

  /// P(Z > z) for z from 0.6745 to 5.6569, from e^(−z²/2).
  @inline(__always)
  static func middleTail(_ z: Double, bell: Double) -> Double {
    var p = 1.076_557_677_372_019_231_7e-8
    p = p * z + 0.398_941_512_088_134_667_64
    p = p * z + 8.883_149_794_388_375_941_2
    p = p * z + 93.506_656_132_177_855_979
    p = p * z + 597.270_276_394_800_262_26
    p = p * z + 2_494.537_585_290_372_671_1
    p = p * z + 6_848.190_450_536_282_332_6
    p = p * z + 11_602.651_437_647_350_124
    p = p * z + 9_842.714_838_383_978_021_8
    var q = z + 22.266_688_044_328_115_691
    q = q * z + 235.387_901_782_624_998_61
    q = q * z + 1_519.377_599_407_554_805_0
    q = q * z + 6_485.558_298_266_760_755_0
    q = q * z + 18_615.571_640_885_098_091
    q = q * z + 34_900.952_721_145_977_266
    q = q * z + 38_912.003_286_093_271_411
    q = q * z + 19_685.429_676_859_990_727
    return bell * p / q
  }

  /// P(Z > z) for z > 5.6569, from e^(−z²/2).
  @inline(__always)
  static func farTail(_ z: Double, bell: Double) -> Double {
    let r = 1 / (z * z)
    var p = 2.307_344_176_494_017_303e-2
    p = p * r + 0.215_898_534_057_956_99
    p = p * r + 0.127_401_161_160_247_363_9
    p = p * r + 2.223_527_787_064_980_7e-2
    p = p * r + 1.421_619_193_227_893_466e-3
    p = p * r + 2.911_287_495_116_879_2e-5
    var q = r + 1.284_260_096_144_911_21
    q = q * r + 0.468_238_212_480_865_118
    q = q * r + 6.598_813_786_892_855_15e-2
    q = q * r + 3.782_396_332_027_582_44e-3
    q = q * r + 7.297_515_550_839_662_05e-5
    return bell * (0.398_942_280_401_432_68 - r * p / q) / z
  }
}

private enum Wichura {
  static let central = [
    2_509.080_928_730_122_672_7, 33_430.575_583_588_128_105, 67_265.770_927_008_700_853, 45_921.953_931_549_871_457,
    13_731.693_765_509_461_125, 1_971.590_950_306_551_442_7, 133.141_667_891_784_377_45, 3.387_132_872_796_366_608_0,
  ]
  static let centralDivisor = [
    5_226.495_278_852_854_561_0, 28_729.085_735_721_942_674, 39_307.895_800_092_710_610, 21_213.794_301_586_595_867,
    5_394.196_021_424_751_107_7, 687.187_007_492_057_908_30, 42.313_330_701_600_911_252, 1,
  ]
  static let middle = [
    7.745_450_142_783_414_076_40e-4, 2.272_384_498_926_918_458_33e-2, 0.241_780_725_177_450_611_770,
    1.270_458_252_452_368_382_58, 3.647_848_324_763_204_605_04, 5.769_497_221_460_691_405_50,
    4.630_337_846_156_545_295_90, 1.423_437_110_749_683_577_34,
  ]
  static let middleDivisor = [
    1.050_750_071_644_416_843_24e-9, 5.475_938_084_995_344_946_00e-4, 1.519_866_656_361_645_719_66e-2,
    0.148_103_976_427_480_074_590, 0.689_767_334_985_100_004_550, 1.676_384_830_183_803_849_40,
    2.053_191_626_637_758_821_87, 1,
  ]
  static let far = [
    2.010_334_399_292_288_132_65e-7, 2.711_555_568_743_487_578_15e-5, 1.242_660_947_388_078_438_60e-3,
    2.653_218_952_657_612_309_30e-2, 0.296_560_571_828_504_891_230, 1.784_826_539_917_291_335_80,
    5.463_784_911_164_114_369_90, 6.657_904_643_501_103_777_20,
  ]
  static let farDivisor = [
    2.044_263_103_389_939_785_64e-15, 1.421_511_758_316_445_888_70e-7, 1.846_318_317_510_054_681_80e-5,
    7.868_691_311_456_132_591_00e-4, 1.487_536_129_085_061_485_25e-2, 0.136_929_880_922_735_805_310,
    0.599_832_206_555_887_937_690, 1,
  ]
}
