import Analysis
import Language
import Simulation
import Statistics

/// A month for each row, to hold one's own shop against.
extension DecisionPage {
  var months: Page.Section {
    Page.Section(
      kind: "monthly", title: [TextRun(say("Month by month, to compare with your own shop"))],
      told: [
        Page.Paragraph(
          say(
            "Cash at the end of the month, in \(currency). Open: in how many of 100 worlds the shop is still selling. Out: the money has run out."
          )),
        Page.Paragraph(
          say(
            "If your cash falls below the bad case, you are doing worse than about 95 of 100 worlds: stop and look for the cause."
          ),
          isSmall: true),
      ],
      figures: plans.map { plan in
        Page.Figure(
          caption: [], content: .sheet(Page.Sheet(caption: [.accent(plan.name)], table: months(plan), kind: "months")))
      })
  }

  private func months(_ plan: Plan) -> Table {
    let cash = plan.summary.monthlyQuantiles([(.closingCash, RunRecord.cases)])[0]
    let (out, all) = plan.run.closed(plan.summary)
    let titles = [say("bad"), say("typical"), say("good")]
    return Table(
      columns: [Table.Column(say("Month"), .text), Table.Column(say("open"), .number(.count))]
        + titles.map { Table.Column($0, .number(.money)) },
      rows: cash.indices.map { month in
        let share = { (count: Int) in Double(count) / Double(max(1, worlds)) }
        return Table.Row(
          [.text(plan.run.label(month)), .number(100 * (1 - share(all[month])))]
            + zip(cash[month], RunRecord.cases).map { value, part in
              share(out[month]) >= part ? .text(say("out"), .bad) : .number(value)
            })
      })
  }
}
