import Analysis
import Language
import Simulation
import Statistics

/// When: the cash of seven worlds over the range of all, and in which months the money runs out.
extension DecisionPage {
  var cash: Page.Section {
    let charts = plans.map(cashChart)
    let top = max(
      1.05 * (charts.compactMap { $0.months.last?.p75 }.max() ?? 0), 1.6 * (plans.map(\.budget).max() ?? 0))
    let most = charts.flatMap { $0.out + $0.closed }.max() ?? 0
    let pictures = zip(plans, charts).map { plan, chart in
      Page.Figure(
        caption: caption(plan),
        content: .picture(
          chart.picture(title: say("Cash by month with \(plan.name), seven worlds"), top: top, most: most)))
    }
    return Page.Section(
      kind: "cash", title: TypedNames.runs(cashTitle(charts)),
      told: [
        Page.Paragraph(
          say(
            "The lines are 7 of the \(numbers.worlds(worlds)); each stands for one seventh of them. The wide grey band holds 9 in 10 worlds, the narrow one the middle half; no single world follows the edge of a band."
          ))
      ],
      key: [
        Page.Key(shape: .sign(.out), words: say("run out of money")),
        Page.Key(shape: .sign(.loss), words: say("end with a loss")),
        Page.Key(shape: .sign(.profit), words: say("end with a profit")),
        Page.Key(shape: .halfBand, words: say("middle half")), Page.Key(shape: .band, words: say("9 in 10 worlds")),
        Page.Key(shape: .typical, words: say("typical")),
      ], figures: pictures, tables: zip(plans, charts).map(cashSheet))
  }

  private func cashChart(_ plan: Plan) -> CashChart {
    var chart = plan.run.cashChart(plan.summary)
    let quits = plan.summary.quit(monthOfDay: plan.run.month(ofDay:))
    let share = Double(quits.reduce(0, +)) / Double(max(1, worlds))
    chart.closed = Apportionment.of(Int((100 * share).rounded()), by: quits)
    chart.worlds = plan.lines.map { line in
      let sign = WorldSign(line.ending)
      return CashChart.World(
        cash: line.cash, days: line.days, sign: sign,
        words: say("world \(line.world): \(sign.words), \(signed(line.gain)) \(currency)"))
    }
    return chart
  }

  /// The months with at least half as many as the worst one.
  private func cashTitle(_ charts: [CashChart]) -> String {
    // Of the plan in which it happens most; the first of those that are alike.
    let most = plans.map(\.shares.ofHundred.out).max() ?? 0
    guard most > 0, let place = plans.firstIndex(where: { $0.shares.ofHundred.out == most }) else {
      return say("The money hardly ever runs out")
    }
    let (out, name) = (charts[place].out, plans[place].typed)
    let worst = out.max() ?? 0
    let months = out.indices.filter { 2 * out[$0] >= worst && out[$0] > 0 }.map { $0 + 1 }
    guard let first = months.first, let last = months.last, first != last else {
      return say("With \(name) the money runs out most often in month \(months.first ?? 1)")
    }
    return say("With \(name) the money runs out most often in months \(first) to \(last)")
  }

  private func cashSheet(_ plan: Plan, _ chart: CashChart) -> Page.Sheet {
    let titles = [
      say("bad case"), say("1 in 4 is worse"), say("typical"), say("1 in 4 is better"), say("good case"),
    ]
    return Page.Sheet(
      caption: TypedNames.runs(say("Cash at the end of each month with \(plan.typed), \(currency)")),
      table: Table(
        columns: [Table.Column(say("Month"), .text)] + titles.map { Table.Column($0, .number(.money)) }
          + [say("run out in this month, of 100 worlds"), say("closed by a rule in this month, of 100 worlds")].map {
            Table.Column($0, .number(.count))
          },
        rows: chart.months.enumerated().map { month, cash in
          Table.Row(
            [.text(plan.run.label(month))]
              + [cash.p5, cash.p25, cash.p50, cash.p75, cash.p95].map { .number($0) }
              + [chart.out[month], chart.closed[month]].map { .number(Double($0)) })
        }))
  }
}

extension WorldSign {
  var words: String {
    switch self {
    case .out: say("out of money")
    case .loss, .worse: say("a loss")
    case .profit: say("a profit")
    }
  }
}
