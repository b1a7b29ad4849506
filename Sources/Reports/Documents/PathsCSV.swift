package import Analysis
import Simulation

extension RunRecord {
  /// A row for each world, in path order, after RFC 4180: when it ran out of money and when it quit by its own rule (day 1
  /// is the first), the month since which it was worth more than was put in (all empty if it did not), what it came to, and
  /// what it drew for each uncertain parameter, in the unit of the parameter, shares as fractions.
  /// Empty when only the plan was run, or the worlds were not kept.
  package var pathsCSV: String {
    guard let outcome = summary?.outcome, outcome.keepsWorlds else { return "" }
    let columns = figures.map { $0.column(outcome) } + uncertain.indices.map { outcome.drawn($0) }
    let days = [outcome.ruinDay, outcome.quitDay]
    var text = pathsHeader
    for path in 0..<outcome.paths {
      text += String(path)
      for day in days { text += "," + (day[path] < 0 ? "" : JSON.number(day[path] + 1).text()) }
      for column in columns { text += "," + (column[path].isFinite ? JSON.number(column[path]).text() : "") }
      text += "\r\n"
    }
    return text
  }

  /// How worlds end, then what is asked for most. Days have their own columns, as a world may quit and never be ruined.
  private var figures: [Figure] {
    let ends = Figure.endings.filter { $0.unit != .share && $0.unit != .day }
    let first = [Metric.lowestCash, .netProfit, .revenue, .orders].map(\.name)
    return ends + first.compactMap(Figure.init(name:))
      + Figure.metrics(of: scenario).filter { !first.contains($0.name) }
  }

  private var pathsHeader: String {
    let names = ["path", "ruin_day", "quit_day"] + figures.map(\.name) + uncertain
    return Table(columns: names.map { Table.Column($0, .text) }, rows: []).csv()
  }
}
