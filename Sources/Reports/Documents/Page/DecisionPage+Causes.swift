import Analysis
import Language
import Statistics

/// What would have saved the worlds that ran out of money.
extension DecisionPage {
  private static let mostCauses = 5

  var causesSection: Page.Section? {
    var section = Page.Section(
      kind: "half causes", title: [TextRun(say("What would have saved the worlds that ran out of money"))])
    switch causes {
    case .tooFew: return nil
    case .tooMany(let runs):
      section.told = [
        Page.Paragraph(
          say(
            "This part is left out, because computing it takes \(runs) runs. To see it, type \(TypedNames.marked("why of \(base.name)"))."
          ))
      ]
      return section
    case .found(let found, let place):
      let plan = plans[place]
      let rows = found.rows.filter { $0.changes[0].saved > 0 }.enumerated().sorted { one, other in
        (-one.element.changes[0].saved, one.offset) < (-other.element.changes[0].saved, other.offset)
      }.map(\.element)
      let words = CauseWords(scenario: plan.run.scenario, glyphs: .unicode)
      let bars = rows.prefix(Self.mostCauses).map { row -> SignBars.Row in
        let count = Int((row.changes[0].savedShare.value * 100).rounded())
        return SignBars.Row(words.absence(of: row.cause), count, [SignBars.Part("-", count, .dim)])
      }
      let chart = SignBars(title: say("What would have saved them"), origin: "", rows: Array(bars), key: [])
      section.told = [
        Page.Paragraph(
          say(
            "The same worlds once more, with one thing put right. Each figure shows how many of 100 worlds that ran out of money would last to the end. Do not add the figures up: some worlds need two things at once."
          ))
      ]
      let note = say("of 100 worlds that ran out of money, how many each change saves")
      section.figures = [Page.Figure(caption: caption(plan, note), content: .picture(chart.picture))]
      section.tables = [sheet(plan, found, rows, words)]
      return section
    }
  }

  private func sheet(_ plan: Plan, _ found: ButFor, _ rows: [ButFor.Row], _ words: CauseWords) -> Page.Sheet {
    let (ruined, all) = (found.happened.first?.successes ?? 0, found.happened.first?.trials ?? 0)
    let caption = say("\(plan.typed): \(numbers.count(ruined)) of \(numbers.worlds(all)) run out of money")
    return Page.Sheet(
      caption: TypedNames.runs(caption),
      table: Table(
        columns: [
          Table.Column(say("What if"), .text), Table.Column(say("saved, of 100 that ran out"), .number(.decimals(1))),
          Table.Column("± (95 %)", .number(.decimals(1))),
          Table.Column(say("newly out of money (worlds)"), .number(.count)),
        ],
        rows: rows.map { row in
          let saved = row.changes[0].savedShare
          return Table.Row([
            .text(words.absence(of: row.cause)), .number(100 * saved.value), .number(100 * saved.halfWidth),
            .number(Double(row.changes[0].newly)),
          ])
        }))
  }
}
