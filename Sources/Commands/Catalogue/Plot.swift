import Analysis
import Language
import Reports
import Simulation

extension CommandSpec {
  static let plot = CommandSpec(
    "plot", synonyms: ["画图", "图表"], "draws the result of a run, or one of its figures by month",
    syntax: "plot fan [FIGURE] | compare [FIGURE] | PICTURE [of RUN]",
    examples: [
      "plot fan", "plot fan net_profit", "plot fan orders of base", "plot result", "plot survival of base",
      "plot dots", "plot cdf", "plot waterfall", "plot compare", "plot fan cash --to fan.svg",
    ],
    operand: .metric, options: OptionSpec.rows + OptionSpec.pictures, answer: .rows(others: .cell), about: .always,
    related: ["run", "compare", "report"]
  ) { session, invocation throws(CommandFailure) in
    if let word = invocation.operands.first, let plot = RunPicture(rawValue: word.text.lowercased()) {
      return try session.answer(to: plot, invocation)
    }
    var words = invocation.operands
    let overlays = words.first?.isKeyword("compare") ?? false
    let hasKind = overlays || words.first?.isKeyword("fan") ?? false
    if hasKind { words.removeFirst() }
    var owner: Word?
    if words.count > 1, words[words.count - 2].isKeyword("of"), !overlays {
      owner = words[words.count - 1]
      words.removeLast(2)
    }
    if words.count > 1 {
      throw invocation.failure(
        say("unexpected word"), at: words[1].span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    var metric = Metric.closingCash
    if let word = words.first, !word.isKeyword("cash") {
      guard let named = Metric(name: word.text), Metric.reported.contains(named) else {
        throw invocation.failure(
          say("no such figure: \(word.text)"), at: word.span,
          help: Invocation.suggestion(
            word.text,
            (hasKind ? [] : ["fan", "compare"] + RunPicture.allCases.map(\.rawValue)) + ["cash"]
              + Metric.reported.map(\.name))
            ?? say("to list them, write: help metrics"))
      }
      metric = named
    }
    let title =
      metric == .closingCash
      ? say("Cash at the end of each month") : say("\(String(metric.row.doc.said.dropLast())), each month")
    if overlays { return try session.plotComparison(of: metric, title, invocation) }
    let run = try session.record(of: owner, invocation)
    let number = session.finished.find(run).map { "\($0.label) · " } ?? ""
    let fan = run.fan(of: metric, title: title, origin: number + run.strategy)
    var answer = Answer(Document([.chart(.fan(fan))]))
    let table = fan.table
    answer.picture = { Chart.fan(fan).svg() }
    answer.json = { table.json() }
    answer.csv = { table.csv() }
    return answer
  }
}

extension Session {
  fileprivate func answer(to plot: RunPicture, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    var invocation = invocation
    let owner = try invocation.takeOwner()
    try invocation.expect(atMost: 1)
    let run = try record(of: owner, invocation)
    let label = finished.find(run).map { " · \($0.label)" } ?? ""
    let origin = "\(run.strategy) · " + say("seed \(run.seed)") + label
    guard let (chart, table) = run.drawn(plot, origin: origin, glyphs: glyphs) else {
      throw invocation.failure(
        say("there is nothing to draw"), at: invocation.command.span, help: say("write: run 2k, then try again"))
    }
    var answer = Answer(Document([.chart(chart)]))
    answer.picture = { chart.svg() }
    answer.json = { table.json() }
    answer.csv = { table.csv() }
    return answer
  }

  fileprivate func plotComparison(
    of metric: Metric, _ title: String, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    guard let comparison = lastComparison else {
      throw invocation.failure(
        say("nothing has been compared yet"), at: invocation.command.span, help: say("write: compare"))
    }
    var answer = Answer(comparison.plot(of: metric, title: title))
    answer.picture = { comparison.picture(of: metric, title: title).svg() }
    answer.json = { comparison.table(of: metric).json() }
    answer.csv = { comparison.table(of: metric).csv() }
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
