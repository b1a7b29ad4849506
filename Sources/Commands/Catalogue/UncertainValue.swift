import Analysis
import Reports
import Scenarios
import Statistics

/// How an uncertain parameter is shown: in the words of its field.
struct UncertainValue {
  private let slot: Slot
  private let spread: Spread
  private let currency: String

  static let percentiles = [(name: "p5", u: 0.05), (name: "p50", u: 0.5), (name: "p95", u: 0.95)]
  private static let sparks = 8

  init(_ slot: Slot, _ spread: Spread, _ currency: String) {
    self.slot = slot
    self.spread = spread
    self.currency = currency
  }

  /// As worlds draw it, in the unit of the field.
  func quantile(_ u: Double) -> Double {
    let value = spread.law.quantile(u)
    return spread.isWhole ? (value + 0.5).rounded(.down) : value
  }

  /// `▁▄█▆▃▂▁▁  0.6 … 0.917 … 1.4`, shares in percent.
  func inShort(_ glyphs: Surface.Glyphs) -> String {
    let curve = Sparkline.profile(LawProfile(spread.law, bins: Self.sparks).probabilities, glyphs)
    let values = Self.percentiles.map { words(quantile($0.u)).split(separator: " ") }
    let isPercent = values.allSatisfy { $0.count > 1 && $0[1] == "%" }
    return curve + "  " + values.map { String($0[0]) }.joined(separator: " … ") + (isPercent ? " %" : "")
  }

  var facts: [Fact] {
    let values = Self.percentiles.map { words(quantile($0.u)) }
    return [
      Fact("p5 … p50 … p95", [TextRun(values.joined(separator: " … "))]),
      Fact(
        "the plan uses", [TextRun(slot.info.kind.write(spread.planned.rounded, currency: currency))], note: "the mean"),
    ]
  }

  var chart: DensityChart {
    let style: NumberStyle =
      switch slot.info.kind {
      case .share, .rate: .share
      default: .number
      }
    return DensityChart(
      title: slot.path, unit: slot.info.kind.unit(currency: currency), style: style, law: spread.law,
      marks: Self.percentiles.map { DensityChart.Mark($0.name, quantile($0.u), words(quantile($0.u))) })
  }

  var json: [JSON.Member] { Self.percentiles.map { JSON.Member($0.name, .number(quantile($0.u))) } }

  /// To three digits: no belief is finer.
  private func words(_ value: Double) -> String {
    switch slot.info.kind {
    case .share: return "\((value * 100).threeDigits.plain) %"
    case .rate(let period): return "\((value * 100).threeDigits.plain) % per \(period.rawValue)"
    default: break
    }
    let value = value.threeDigits
    if case .amount(let amount) = spread.planned {
      return slot.info.kind.write(.amount(PeriodAmount(value, amount.period)), currency: currency)
    }
    return slot.info.kind.write(.number(value), currency: currency)
  }
}

extension FieldValue {
  /// A number or an amount to three digits.
  fileprivate var rounded: FieldValue {
    switch self {
    case .number(let number): .number(number.threeDigits)
    case .amount(let amount): .amount(PeriodAmount(amount.value.threeDigits, amount.period))
    case .lag, .text, .flag, .date, .list, .uncertain: self
    }
  }
}

extension Double {
  /// Three significant digits; 0 and what is not finite stay.
  fileprivate var threeDigits: Double {
    guard isFinite, self != 0 else { return self }
    var scale = 1.0
    while abs(self) / scale >= 1000 { scale *= 10 }
    if scale > 1 { return (self / scale).rounded() * scale }
    while abs(self) * scale < 100, scale < 1e300 { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
