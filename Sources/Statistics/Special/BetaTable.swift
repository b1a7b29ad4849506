import Synchronization

/// The quantile function of one beta law, made ready for many draws.
///
/// The logit of X is nearly normal, so as a function of the normal quantile of u it is nearly straight: cubic pieces
/// between the exact values and slopes at 193 places differ from it by less than 1e-8 (the tests measure it).
///
/// Finding an exact value is long work, and worlds seldom draw far out: each is found when a draw first asks for it.
struct BetaTable: Sendable {
  private static let reach = 6.0
  private static let step = 1.0 / 16
  /// 2 · reach / step.
  private static let pieces = 192

  private let nodes: Nodes

  /// - Returns: nil for laws that heap up at an end, whose logits are not nearly normal.
  init?(_ function: IncompleteBeta) {
    guard function.a >= 1, function.b >= 1 else { return nil }
    nodes = Nodes(function)
  }

  /// nil so far out that the table has ended.
  func quantile(_ u: Double) -> Double? {
    let place = (Normal.quantile(u) + Self.reach) / Self.step
    guard place >= 0, place < Double(Self.pieces) else { return nil }
    let index = Int(place)
    let (low, high) = (nodes[index], nodes[index + 1])
    let s = place - Double(index)
    let gap = high.logit - low.logit
    // Hermite's cubic through both ends with their slopes.
    let bend = low.rise + high.rise - 2 * gap
    return IncompleteBeta.sides(low.logit + s * (low.rise + s * (3 * gap - 2 * low.rise - high.rise + s * bend))).x
  }

  /// At z = −6, −6 + 1/16, …, 6: the logit of the quantile, and its slope times the step.
  ///
  /// Shared by all workers. Who finds a node known by half, or not at all, finds it himself: it comes out the same.
  private final class Nodes: Sendable {
    private let function: IncompleteBeta
    private let words = InlineArray<386, Atomic<UInt64>> { _ in Atomic(Nodes.unknown) }
    /// The bits of no number that comes out.
    private static let unknown = UInt64.max

    init(_ function: IncompleteBeta) { self.function = function }

    subscript(_ index: Int) -> (logit: Double, rise: Double) {
      let logit = words[2 * index].load(ordering: .relaxed)
      let rise = words[2 * index + 1].load(ordering: .relaxed)
      guard logit != Self.unknown, rise != Self.unknown else { return found(index) }
      return (Double(bitPattern: logit), Double(bitPattern: rise))
    }

    private func found(_ index: Int) -> (logit: Double, rise: Double) {
      let z = Double(index) * BetaTable.step - BetaTable.reach
      let (x, y) = function.sides(normal: z)
      let density = Elementary.exp(function.logDensityOfLogit(x, y))
      let logit = Elementary.log(x) - Elementary.log(y)
      let rise = BetaTable.step * Normal.density(z) / density
      words[2 * index].store(logit.bitPattern, ordering: .relaxed)
      words[2 * index + 1].store(rise.bitPattern, ordering: .relaxed)
      return (logit, rise)
    }
  }
}
