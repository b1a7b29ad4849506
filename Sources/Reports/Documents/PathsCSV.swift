package import Analysis
import Simulation

extension RunRecord {
  /// A row for each world, in path order, after RFC 4180: when it ran out of money and when it quit by its own rule (day 1
  /// is the first, empty if it did not), what it came to, and what it drew for each uncertain parameter, in the unit of the
  /// parameter, shares as fractions.
  /// Empty when only the plan was run, or the worlds were not kept.
  package var pathsCSV: String {
    guard let outcome = summary?.outcome, outcome.keepsWorlds else { return "" }
    let columns = totals(of: outcome) + uncertain.indices.map { outcome.drawn($0) }
    let ends = [outcome.ruinDay, outcome.quitDay]
    var text = pathsHeader
    for path in 0..<outcome.paths {
      text += String(path)
      for days in ends { text += "," + (days[path] < 0 ? "" : JSON.number(days[path] + 1).text()) }
      for column in columns { text += "," + (column[path].isFinite ? JSON.number(column[path]).text() : "") }
      text += "\r\n"
    }
    return text
  }

  /// Those that are asked for most come first.
  private static let first: [Metric] = [.lowestCash, .netProfit, .revenue, .orders]

  private static var metrics: [Metric] { first + Metric.reported.filter { !first.contains($0) } }

  private func totals(of outcome: Outcome) -> [[Double]] {
    [outcome.total(.closingCash)] + Self.metrics.map { outcome.total($0) }
  }

  private var pathsHeader: String {
    let names = ["path", "ruin_day", "quit_day", "final_cash"] + Self.metrics.map(\.name) + uncertain
    return Table(columns: names.map { Table.Column($0, .text) }, rows: []).csv()
  }
}
