import Analysis
import Language
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

  /// `▁▄█▆▃▂▁▁`: how likely values are, from the 1st to the 99th percentile.
  func curve(_ glyphs: Surface.Glyphs) -> String {
    Sparkline.profile(LawProfile(spread.law, bins: Self.sparks).probabilities, glyphs)
  }

  /// `0.6 … 0.917 … 1.4`: the unit stands beside it, but for the percent sign.
  var inShort: String {
    let values = Self.percentiles.map { words(quantile($0.u)).split(separator: " ") }
    let isPercent = values.allSatisfy { $0.dropFirst().first == "%" }
    return values.map { $0.first ?? "" }.joined(separator: " … ") + (isPercent ? " %" : "")
  }

  var facts: [Fact] {
    let values = Self.percentiles.map { words(quantile($0.u)) }
    return [
      Fact("p5 … p50 … p95", [TextRun(values.joined(separator: " … "))]),
      Fact(say("used in averages"), [TextRun(words(planned))], note: say("the mean")),
    ]
  }

  private var planned: Double {
    switch spread.planned {
    case .number(let number): number
    case .amount(let amount): amount.value
    case .lag, .size, .opening, .chance, .text, .flag, .date, .list, .quoted, .uncertain: spread.law.mean
    }
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

  /// To three digits, of the percentage where that is what is written: no belief is finer.
  private func rounded(_ value: Double) -> Double {
    switch slot.info.kind {
    case .share, .rate: (value * 100).threeDigits / 100
    default: value.threeDigits
    }
  }

  private func words(_ value: Double) -> String {
    let value = rounded(value)
    if case .amount(let amount) = spread.planned {
      return slot.info.kind.write(.amount(PeriodAmount(value, amount.period)), currency: currency)
    }
    return slot.info.kind.write(.number(value), currency: currency)
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
