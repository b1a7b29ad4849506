package import Analysis
import Language
import Simulation

extension Difference {
  /// `−1,860 ± 55`, `≈ −20 ± 55` where that may as well be chance, `−20 ± ?` where there is no telling, `−310 to −40` where
  /// one number for both sides would hide something; good and bad news in their tones.
  package func cell(for measure: Measure, _ glyphs: Surface.Glyphs) -> Table.Cell {
    guard value.isFinite else { return .missing }
    return .text(words(for: measure, glyphs), tone(for: measure))
  }

  package func words(for measure: Measure, _ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    guard let interval, let reach else { return format.text(value, measure.style.difference) + " ± ?" }
    // Of the same run: there is nothing to be unsure of.
    guard reach > 0 else { return format.text(value, measure.style.difference) }
    let decimals = Self.decimals(of: reach, isShare: measure.isShare)
    let style: NumberStyle = measure.isShare ? NumberStyle(.points(decimals: decimals)) : .decimals(decimals)
    let text = { (number: Double) in format.text(number, style.difference) }
    let sign = mayBeChance ? "≈ " : ""
    guard isEven else {
      // The unit stands once, behind the second number.
      let bare = NumberStyle(.plain(decimals: decimals), showsPlus: true)
      let low =
        measure.isShare ? format.text(interval.lowerBound * 100, bare) : text(interval.lowerBound)
      return sign + say("\(low) to \(text(interval.upperBound))")
    }
    return sign + text(value) + " ± " + format.text(measure.isShare ? reach * 100 : reach, .decimals(decimals))
  }

  /// Does one number say how far the interval reaches to both sides, and on which side of zero it is?
  private var isEven: Bool {
    guard let interval, let reach else { return false }
    let lesser = min(interval.upperBound - value, value - interval.lowerBound)
    return lesser >= 0.6 * reach && (!isClear || value.magnitude > reach)
  }

  /// What the signs mean that some differences carry.
  static func legend(of differences: [Difference]) -> [Block] {
    let notes = [
      differences.contains(where: \.mayBeChance) ? say("≈ may be chance: zero is within the margin of error.") : nil,
      differences.contains { $0.value.isFinite && $0.unknown == .fewWorlds }
        ? say("± ? too few worlds to estimate the error.") : nil,
      differences.contains { $0.value.isFinite && $0.unknown == .fewValues }
        ? say("± ? too few different values to estimate the error.") : nil,
    ]
    return notes.compactMap(\.self).map { .paragraph([.dim($0)]) }
  }

  /// Is there a difference, and may it as well be chance? Runs of equal figures do not differ at all.
  var mayBeChance: Bool { reach.map { $0 > 0 && !isClear } ?? false }

  /// As many as tell something: two digits of the error, but no cents of large sums.
  private static func decimals(of half: Double, isShare: Bool) -> Int {
    let half = isShare ? half * 100 : half
    if isShare { return half < 0.1 ? 2 : 1 }
    return half >= 10 || half == 0 ? 0 : half >= 1 ? 1 : 2
  }

  /// Chance is dim, neither is what is neither better nor worse.
  func tone(for measure: Measure) -> Tone {
    guard isClear else { return .dim }
    switch measure.better {
    case .higher: return value > 0 ? .good : .bad
    case .lower: return value < 0 ? .good : .bad
    case .neither: return .plain
    }
  }

  static let shape = JSONShape.named("difference", ["value": .number, "low": .number, "high": .number])

  package var json: JSON {
    [
      "value": .number(value), "low": interval.map { .number($0.lowerBound) } ?? .null,
      "high": interval.map { .number($0.upperBound) } ?? .null,
    ]
  }
}
