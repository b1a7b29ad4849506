import Simulation
import Statistics

/// Pairs of outcomes of the same worlds: ties, two that lose, one that is never ruined, fat tails, two that gain, and two
/// around nothing.
enum RandomOutcomes {
  static let worlds = 160

  static func pair(_ number: Int) -> [Outcome] {
    let (kind, size) = (number % 6, uniforms(number, 9)[0])
    let risks = [uniforms(number, 8)[0], kind == 2 ? 0 : uniforms(number, 7)[0]]
    let first = gains(kind, size, number, 0)
    var second = gains(kind, uniforms(number, 6)[0], number, 1)
    if kind == 0 { second = zip(first, uniforms(number, 5)).map { $1 < size / 4 ? $0 + 10 : $0 } }
    return zip([first, second], risks).enumerated().map { plan, values in
      let (gains, risk) = values
      let days = uniforms(number, 10 + plan).map { $0 < risk ? 20.0 : -1 }
      return Outcome(
        [.openingCash: [gains.map { _ in 2000 }], .closingCash: [gains.map { 2000 + $0 }]], ruinDay: days,
        ruinCause: days.map { $0 < 0 ? .none : .insolvent })
    }
  }

  private static func gains(_ kind: Int, _ size: Double, _ number: Int, _ plan: Int) -> [Double] {
    let (luck, shared) = (uniforms(number, 2 + plan), uniforms(number, 4))
    return zip(luck, shared).map { own, both in
      let normal = Normal.quantile(own) + Normal.quantile(both)
      let gain =
        switch kind {
        case 0: own < 0.5 ? 0 : (own - 0.7) * 1000 * size
        case 1: -100 - 900 * own * size
        case 2: -200 + 500 * size + 400 * normal
        case 3: own < 0.06 ? 40_000 * both * size : -300 * both
        case 4: 400 * size + 300 * normal
        default: 100 * (size - 0.5) + 300 * normal
        }
      return (gain * 100).rounded() / 100
    }
  }

  private static func uniforms(_ number: Int, _ index: Int) -> [Double] {
    let stream = Stream(seed: 11, name: "test.pairs")
    return (0..<worlds).map { (Double(stream.word(path: $0, day: number, index: index)) + 0.5) / 0x1p32 }
  }
}
