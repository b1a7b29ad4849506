import Analysis
import Language
import Reports
import Simulation

extension CommandSpec {
  static let plot = CommandSpec(
    "plot", synonyms: ["画图", "图表"], "draws a figure of the last run, month by month",
    syntax: "plot fan [METRIC]", examples: ["plot fan", "plot fan net_profit", "plot fan orders"], operand: .metric,
    options: OptionSpec.output, related: ["run"]
  ) { session, invocation throws(CommandFailure) in
    var words = invocation.operands
    if let first = words.first, first.isKeyword("fan") { words.removeFirst() }
    if words.count > 1 {
      throw invocation.failure("one word too many", at: words[1].span, help: "write plot fan [METRIC]")
    }
    var metric = Metric.closingCash
    if let word = words.first, !word.isKeyword("cash") {
      guard let named = Metric(name: word.text), Metric.reported.contains(named) else {
        throw invocation.failure(
          "no such metric: \(word.text)", at: word.span,
          help: Invocation.suggestion(word.text, ["fan", "cash"] + Metric.reported.map(\.name))
            ?? "help metrics lists them")
      }
      metric = named
    }
    guard let run = session.lastRun, run.summary != nil else {
      throw invocation.failure("nothing has been run yet", at: invocation.command.span, help: "write run")
    }
    let title = metric == .closingCash ? "Cash at the end of each month" : "\(metric.row.doc.dropLast()), each month"
    let fan = run.fan(of: metric, title: title, origin: "#\(session.runCount) · \(run.strategy)")
    var answer = Answer(Document([.chart(.fan(fan))]))
    let table = fan.table
    answer.json = { table.json() }
    answer.csv = { table.csv() }
    return answer
  }
}

extension FanChart {
  /// The numbers that the chart draws.
  fileprivate var table: Table {
    let columns = ["p5", "p25", "p50", "p75", "p95", "plan"]
    return Table(
      columns: [Table.Column(periodName, .text)] + columns.map { Table.Column($0, .number(style)) },
      rows: periods.map { period in
        Table.Row(
          [.text(period.label)]
            + [period.p5, period.p25, period.p50, period.p75, period.p95].map { .number($0) }
            + [period.plan.map { .number($0) } ?? .missing])
      })
  }
}
