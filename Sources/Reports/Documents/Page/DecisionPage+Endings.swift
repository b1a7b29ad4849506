import Analysis
import Language
import Statistics

/// How often: of 100 worlds, what becomes of each.
extension DecisionPage {
  var endings: Page.Section {
    let title = each(
      { say("\($0.typed) runs out of money in \($0.shares.out.worlds(numbers))") },
      { say("\($0.typed) does so in \($0.shares.out.worlds(numbers))") })
    return Page.Section(
      kind: "last", title: TypedNames.runs(title),
      told: [Page.Paragraph(say("Each sign is one of 100 worlds, all equally likely."))],
      baseline: base.outlook.isRunning
        ? say("If you stop today, you keep about \(money(base.budget)) in all 100 worlds.")
        : say("If you do not start, you keep \(money(base.budget)) in all 100 worlds."),
      figures: plans.map { plan in
        let picture = plan.run.signs(plan.summary).picture(title: say("How 100 worlds end with \(plan.name)"))
        return Page.Figure(caption: caption(plan), content: .picture(picture))
      },
      tables: [
        Page.Sheet(
          caption: TypedNames.runs(say("How \(numbers.worlds(worlds)) end (in brackets: the range, 95% sure)")),
          table: table)
      ])
  }

  private var table: Table {
    let kinds: [(String, KeyPath<EndingShares, Proportion>)] = [
      (say("run out of money"), \.out), (say("end with a loss"), \.loss), (say("end with a profit"), \.profit),
    ]
    return Table(
      columns: [Table.Column("", .text)] + plans.map { Table.Column($0.name, .number(.share)) },
      rows: kinds.map { words, share in
        Table.Row(
          [.text(words)]
            + plans.map { plan in
              let known = Estimated(plan.shares[keyPath: share])
              let percent = { (value: Double) in numbers.text(value * 100, .decimals(1)) }
              return .text("\(percent(known.value))% (\(percent(known.low))–\(percent(known.high))%)")
            })
      })
  }
}
