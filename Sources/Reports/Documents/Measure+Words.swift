package import Analysis
import Language

extension Measure {
  /// What the figure is called: `Cash at the end`.
  package var title: String { figure.title.said }

  /// Which value of the worlds: `P50`; empty for shares of worlds.
  var statisticTitle: String {
    switch statistic {
    case .mean: say("mean")
    case .sd: say("sd")
    case .p5, .p25, .p50, .p75, .p95: statistic?.rawValue.uppercased() ?? ""
    case .cvar5: say("worst 5 %")
    case nil: ""
    }
  }

  /// `Cash at the end, P50`
  package var fullTitle: String { statisticTitle.isEmpty ? title : say("\(title), \(statisticTitle)") }

  /// For the head of a narrow column.
  var shortTitle: String {
    let name = figure.shortTitle.said
    return statisticTitle.isEmpty ? name : name + " " + statisticTitle
  }

  /// How its values are written.
  package var style: NumberStyle {
    if isShare { return .share }
    return isMoney ? NumberStyle(.money(cents: false), showsPlus: figure.isSigned && statistic != .sd) : .count
  }

  /// How its errors are written.
  var errorStyle: NumberStyle { isShare ? .points : isMoney ? .money : .count }

  package func unit(currency: String) -> String { isMoney ? currency : "" }

  /// A bound as one says it: `5 %`, `1,000 USD`.
  package func text(_ value: Double, currency: String, _ format: NumberFormat) -> String {
    if isShare { return format.text(value * 100, .number) + " %" }
    return isMoney ? "\(format.text(value, .money)) \(currency)" : format.text(value, .number)
  }
}
