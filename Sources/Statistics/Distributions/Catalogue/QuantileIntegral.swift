/// ∫ (Q(u) − pivot)ᵏ du over a stretch of a law's quantile function Q, k = 1 and 2.
///
/// Adaptive halving with the Gauss–Kronrod pair of 7 and 15 points, which never touches an end, where Q may be
/// infinite. Source: Piessens et al., "QUADPACK" (1983), doi:10.1007/978-3-642-61786-7, routine QK15.
struct QuantileIntegral {
  private(set) var moments = (first: 0.0, second: 0.0)

  private let law: any LawForm
  private let pivot: Double
  /// Pieces whose two rules agree to this are not halved any more.
  private var tolerance = (first: 0.0, second: 0.0)

  init(of law: Law, from: Double, to: Double, pivot: Double) {
    (self.law, self.pivot) = (law.form, pivot)
    guard from < to else { return }
    let whole = rules(from, to).fine
    let scale = Elementary.squareRoot(whole.second * (to - from))
    tolerance = (1e-12 * scale, 1e-12 * whole.second)
    add(from, to, depth: 0)
  }

  /// - Parameter depth: halvings so far. At a jump of Q they end at a width where it does not matter any more.
  private mutating func add(_ from: Double, _ to: Double, depth: Int) {
    let (fine, coarse) = rules(from, to)
    let agree =
      (fine.first - coarse.first).magnitude <= tolerance.first
      && (fine.second - coarse.second).magnitude <= tolerance.second
    guard !agree, depth < 40 else {
      moments.first += fine.first
      moments.second += fine.second
      return
    }
    let middle = from + (to - from) / 2
    add(from, middle, depth: depth + 1)
    add(middle, to, depth: depth + 1)
  }

  /// Both moments by 15 points and by 7 of them.
  private func rules(
    _ from: Double, _ to: Double
  ) -> (fine: (first: Double, second: Double), coarse: (first: Double, second: Double)) {
    let (centre, half) = (from + (to - from) / 2, (to - from) / 2)
    var fine = (first: 0.0, second: 0.0)
    var coarse = (first: 0.0, second: 0.0)
    for (i, node) in Self.nodes.enumerated() {
      for place in node == 0 ? [centre] : [centre - half * node, centre + half * node] {
        let x = law.quantile(place) - pivot
        fine.first += half * Self.weights[i] * x
        fine.second += half * Self.weights[i] * x * x
        guard i % 2 == 1 else { continue }
        coarse.first += half * Self.gaussWeights[i / 2] * x
        coarse.second += half * Self.gaussWeights[i / 2] * x * x
      }
    }
    return (fine, coarse)
  }

  /// From the end to the middle; every second one is a node of the 7-point rule, too.
  private static let nodes = [
    0.991_455_371_120_812_639_206_85, 0.949_107_912_342_758_524_526_19, 0.864_864_423_359_769_072_789_71,
    0.741_531_185_599_394_439_863_86, 0.586_087_235_467_691_130_294_14, 0.405_845_151_377_397_166_906_61,
    0.207_784_955_007_898_467_600_69, 0,
  ]
  private static let weights = [
    0.022_935_322_010_529_224_963_73, 0.063_092_092_629_978_553_290_70, 0.104_790_010_322_250_183_839_88,
    0.140_653_259_715_525_918_745_19, 0.169_004_726_639_267_902_826_58, 0.190_350_578_064_785_409_913_26,
    0.204_432_940_075_298_892_414_16, 0.209_482_141_084_727_828_012_99,
  ]
  private static let gaussWeights = [
    0.129_484_966_168_869_693_270_61, 0.279_705_391_489_276_667_901_47, 0.381_830_050_505_118_944_950_37,
    0.417_959_183_673_469_387_755_10,
  ]
}
