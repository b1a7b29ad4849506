package import Scenarios

/// How the numbers of one parameter are written: `4,350 USD`, `3.5 %`, `30 USD per day`.
package struct ParameterWords: Sendable {
  package let path: String
  private let info: FieldInfo
  /// The value now, which knows its period.
  private let now: FieldValue?
  private let currency: String
  private let format: NumberFormat

  package init(_ slot: Slot, in scenario: Scenario, _ glyphs: Surface.Glyphs) {
    path = slot.path
    info = slot.info
    now = scenario.planned(slot)
    currency = scenario.currency(of: slot)
    format = NumberFormat(glyphs: glyphs)
  }

  /// `4,350 USD`
  package func text(_ number: Double) -> String { short(number) + suffix(number) }

  /// `4,350`, `3.5 %`: where the unit stands elsewhere.
  package func short(_ number: Double) -> String {
    isShare ? format.text(number * 100, .number) + " %" : format.text(number, .number)
  }

  /// `USD per day`; empty where there is none, where it is the percent sign, and where the parameter is called so: months
  /// are counted in months.
  package var unit: String {
    let number = min(max(2, info.range?.lowerBound ?? 2), info.range?.upperBound ?? 2)
    let unit = suffix(number).trimmingPrefix { $0 == " " }
    return unit == info.name ? "" : String(unit)
  }

  /// Are only whole numbers meant?
  package var isWhole: Bool { info.kind.isWhole }

  /// How values are written below an axis.
  package var axisStyle: NumberStyle { isShare ? .share : .number }

  private var isShare: Bool {
    switch info.kind {
    case .share, .rate: true
    default: false
    }
  }

  /// What the file would say behind the number.
  private func suffix(_ number: Double) -> String {
    guard let value = info.value(info.kind.isWhole ? number.rounded() : number, like: now) else { return "" }
    let words = info.kind.write(value, currency: currency)
    let rest = words.drop { $0 != " " }
    guard isShare else { return String(rest) }
    return String(rest.dropFirst().drop { $0 != " " })
  }
}
