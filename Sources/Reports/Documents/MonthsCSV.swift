package import Analysis
import Language
import Scenarios
import Simulation

extension RunRecord {
  /// A row for each month and figure, in the order of the months, after RFC 4180: the month from 1, its first day, the
  /// figure, how it spreads over the worlds, and its plan on averages. Empty when only the plan was run.
  package var monthsCSV: String {
    guard let summary else { return "" }
    let figures = Metric.reported(of: scenario)
    let spreads = summary.monthly(figures)
    let columns = ["month", "start", "figure", "mean", "sd", "p5", "p25", "p50", "p75", "p95", "plan"]
    var text = Table(columns: columns.map { Table.Column($0, .text) }, rows: []).csv()
    for month in 0..<scenario.monthCount {
      let start = firstDay(ofMonth: month).description
      for (place, figure) in figures.enumerated() {
        let spread = spreads[place][month]
        let numbers = [
          spread.mean, spread.standardDeviation, spread.p5, spread.p25, spread.p50, spread.p75, spread.p95,
          plan.monthly(figure, month: month)[0],
        ]
        text += "\(month + 1),\(start),\(figure.name)"
        for number in numbers { text += "," + (number.isFinite ? JSON.number(number).text() : "") }
        text += "\r\n"
      }
    }
    return text
  }

  private func firstDay(ofMonth month: Int) -> CalendarDate {
    let day = (0..<scenario.dayCount).first { self.month(ofDay: $0) == month } ?? 0
    return scenario.date(ofDay: day)
  }
}
