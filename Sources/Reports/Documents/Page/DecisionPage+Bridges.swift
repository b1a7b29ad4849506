import Analysis
import Language
import Scenarios

/// From what averages promise to what happens in the typical world.
extension DecisionPage {
  var bridges: Page.Section {
    let found = plans.compactMap { plan in AverageBridge(plan.run).map { (plan: plan, bridge: $0) } }
    let charts = found.map { waterfall($0.plan, $0.bridge) }
    let spans = charts.map(\.ownSpan)
    let low = spans.map(\.lowerBound).min() ?? 0
    let high = spans.map(\.upperBound).max() ?? 1
    let figures = zip(found, charts).map { pair, chart -> Page.Figure in
      var chart = chart
      chart.span = low...high
      return Page.Figure(caption: caption(pair.plan, say("net profit, \(currency)")), content: .picture(chart.picture))
    }
    let (title, told) = words(found.first?.bridge)
    return Page.Section(
      kind: "bridges", title: TypedNames.runs(title), told: told.map { Page.Paragraph($0) }, figures: figures,
      tables: found.map { sheet($0.plan, $0.bridge) })
  }

  private func words(_ bridge: AverageBridge?) -> (String, [String]) {
    let (averages, typical) = (bridge?.averages ?? 0, base.outlook.median.value)
    let shown = numbers.gain(typical, base.outlook.median.reach).value
    if averages > 0, typical < 0 {
      return (
        say(
          "With every number at its average, the result of \(base.typed) is \(signed(averages)), but in the typical world it is \(shown)"
        ),
        [
          say(
            "A spreadsheet with one number per line hides luck: a few very good worlds lift its averages, while most worlds lie below."
          )
        ]
      )
    }
    if averages <= 0, typical <= 0 {
      return (
        say("Even with every number at its average, \(base.typed) loses \(numbers.money(-averages))"),
        [say("A spreadsheet with one number per line would have shown it.")]
      )
    }
    return (
      say(
        "With every number at its average, the result of \(base.typed) is \(signed(averages)), and in the typical world it is \(shown)"
      ),
      []
    )
  }

  private func waterfall(_ plan: Plan, _ bridge: AverageBridge) -> WaterfallChart {
    plan.run.waterfall(bridge, title: say("From averages to the typical world, \(plan.name)"))
  }

  private func sheet(_ plan: Plan, _ bridge: AverageBridge) -> Page.Sheet {
    let style = NumberStyle(.money(cents: false), showsPlus: true)
    let rows = bridge.rows.map { row in (row.line.words, row.averages, row.middle) }
    let total = (say("Net profit"), bridge.averages, bridge.middle)
    return Page.Sheet(
      caption: TypedNames.runs(
        say("\(plan.typed), \(currency); typical: the mean of the \(numbers.worlds(bridge.worlds)) in the middle")),
      table: Table(
        columns: [
          Table.Column("", .text), Table.Column(say("averages"), .number(.money)),
          Table.Column(say("typical"), .number(.money)), Table.Column(say("difference"), .number(style)),
        ],
        rows: (rows + [total]).map { Table.Row([.text($0.0), .number($0.1), .number($0.2), .number($0.2 - $0.1)]) }))
  }
}

extension RunRecord {
  func waterfall(_ bridge: AverageBridge, title: String, origin: String = "") -> WaterfallChart {
    WaterfallChart(
      title: title, origin: origin, currency: scenario.currency,
      from: WaterfallChart.Step(say("Averages"), bridge.averages),
      steps: bridge.rows.map { WaterfallChart.Step($0.line.words, $0.middle - $0.averages) },
      to: WaterfallChart.Step(say("Typical world"), bridge.middle))
  }
}

extension AverageBridge.Line {
  var words: String {
    switch self {
    case .grossProfit: say("Gross profit")
    case .ads: say("Ads")
    case .refunds: say("Refunds")
    case .fees: say("Payment fees")
    case .toolsAndOther: say("Tools, other")
    }
  }
}
