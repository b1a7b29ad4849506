package import Analysis
import Language
import Simulation

extension Measure {
  /// What the figure is called: `Cash at the end`.
  package var title: String {
    switch metricName {
    case "ruin": return say("Runs out of money")
    case "insolvent": return say("Runs dry")
    case "starved": return say("No money left for ads")
    case "quit": return say("Given up")
    case "winner_found": return say("Finds a winner")
    case "ruin_day": return say("On which day")
    case "final_cash": return say("Cash at the end")
    case "final_worth": return say("Worth at the end")
    case "owner_hours": return say("Owner's hours")
    default:
      let words = metricName.replacing("_", with: " ")
      return (words.prefix(1).uppercased() + words.dropFirst()).said
    }
  }

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
    let short: [String: String] = [
      "ruin": "Ruin", "ruin_day": "Day", "final_cash": "Cash", "final_worth": "Worth", "lowest_cash": "Lowest",
      "net_profit": "Profit", "owner_hours": "Hours",
    ]
    let name = short[metricName]?.said ?? title
    return statisticTitle.isEmpty ? name : name + " " + statisticTitle
  }

  /// How its values are written.
  package var style: NumberStyle { isShare ? .share : isMoney ? .money : .count }

  package func unit(currency: String) -> String { isMoney ? currency : "" }

  /// A bound as one says it: `5 %`, `1,000 USD`.
  package func text(_ value: Double, currency: String, _ format: NumberFormat) -> String {
    if isShare { return format.text(value * 100, .number) + " %" }
    return isMoney ? "\(format.text(value, .money)) \(currency)" : format.text(value, .number)
  }
}
