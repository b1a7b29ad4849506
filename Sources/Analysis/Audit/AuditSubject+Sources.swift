import Language
import Scenarios
import Statistics

/// A value that a file gives in the place of its preset's.
struct Sourced {
  let path: String
  let told: AuditFinding.SourceRange
  /// How far P5 and P95 lie apart: the logarithm of their ratio, or their difference where they are not above 0.
  let width: Double
  let sourceWidth: Double
  let median: Double
  let sourceBand: ClosedRange<Double>
}

extension AuditSubject {
  /// Numbers for which the preset of their part gives a range, and the file something else.
  var sourced: [Sourced] {
    slots.filter { presets[$0.path] == nil && $0.info.holdsNumbers }.compactMap(sourced)
  }

  private func sourced(_ slot: Slot) -> Sourced? {
    guard let (preset, row) = row(for: slot.path), let value = slot.get(scenario),
      let told = try? slot.info.kind.read(Fragment(row.value), in: slot.info.range, currency: preset.currency),
      case .uncertain(.spread(let source)) = told
    else { return nil }
    let band = [0.05, 0.95].map(source.law.quantile)
    guard band[0] < band[1] else { return nil }
    var own = [0.05, 0.5, 0.95]
    switch value {
    case .uncertain(.spread(let spread)):
      guard spread.text != source.text else { return nil }
      own = own.map(spread.law.quantile)
    case .number(let number): own = own.map { _ in number }
    default: return nil
    }
    let isPositive = band[0] > 0 && own[0] > 0
    func width(_ low: Double, _ high: Double) -> Double { isPositive ? Elementary.log(high / low) : high - low }
    return Sourced(
      path: slot.path,
      told: AuditFinding.SourceRange(
        path: slot.path, preset: preset.name, range: row.value, source: row.evidence.source),
      width: width(own[0], own[2]), sourceWidth: width(band[0], band[1]), median: own[1],
      sourceBand: band[0]...band[1])
  }

  /// The row of a preset that a value stands in the place of: the part that it belongs to names the preset.
  private func row(for path: String) -> (preset: Preset, row: Preset.Row)? {
    guard let point = path.lastIndex(of: ".") else { return nil }
    let (part, field) = (path[..<point], path[path.index(after: point)...])
    let siblings = presets.filter { $0.key.hasPrefix(part + ".") && !$0.key.dropFirst(part.count + 1).contains(".") }
    guard let name = siblings.min(by: { $0.key < $1.key })?.value, let preset = PresetCatalogue.find(name)?.current,
      let row = preset.rows.first(where: { $0.path == field })
    else { return nil }
    return (preset, row)
  }
}
