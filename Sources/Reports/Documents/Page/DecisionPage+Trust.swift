import Analysis
import Language
import Scenarios

/// What the numbers rest on, and how the page is made again.
extension DecisionPage {
  /// As many as fit a printed page.
  private static let mostAssumptions = 7

  var trust: Page.Section? {
    guard !assumptions.isEmpty else { return nil }
    let effects = fifths.first.flatMap(\.self)
    let effect = { (path: String) in effects?.rows.first { $0.input.path == path } }
    let sorted = assumptions.enumerated().sorted { one, other in
      let gaps = [one, other].map { effect($0.element.path)?.gap.magnitude ?? -1 }
      return (-gaps[0], one.offset) < (-gaps[1], other.offset)
    }.map(\.element)
    let shown = Array(sorted.prefix(Self.mostAssumptions))
    let titles = [say("What"), say("Low … typical … high"), say("Grade"), say("Source")]
    func table(_ rows: [Assumption]) -> Table {
      Table(
        columns: titles.map { Table.Column($0, .text) } + [Table.Column(say("Effect"), .number(.count))],
        rows: rows.map { row in
          let gap = effect(row.path).map { $0.gap.magnitude > effects?.noise ?? 0 ? $0.gap.magnitude * 100 : 0 }
          return Table.Row([
            .text(row.path, .accent), .text(row.value), .text(row.grade?.rawValue ?? say("own")), .text(row.source),
            gap.map { .number($0) } ?? .missing,
          ])
        })
    }
    let grades = Grade.allCases.map { "\($0.rawValue) \($0.words)" }.joined(separator: " · ")
    let all =
      sorted.count > shown.count
      ? [Page.Sheet(caption: [TextRun(say("All uncertain numbers"))], table: table(sorted), kind: "trust")] : []
    return Page.Section(
      kind: "assumed", title: TypedNames.runs(trustTitle(sorted.first)),
      told: [
        Page.Paragraph(grades + " · " + say("own: from your file")),
        Page.Paragraph(
          say(
            "Effect with \(base.typed): take the 20 % of worlds where the number is highest, and the 20 % where it is lowest. Count how many of 100 worlds make a profit in each of these two groups. The effect is the difference between the two counts; the column does not say which is larger. 0: the difference is within the margin of error."
          ), isSmall: true),
      ],
      figures: [
        Page.Figure(
          caption: [],
          content: .sheet(
            Page.Sheet(caption: [TextRun(say("The numbers that matter most"))], table: table(shown), kind: "trust")))
      ], tables: all)
  }

  private func trustTitle(_ first: Assumption?) -> String {
    guard let first, let effects = fifths.first.flatMap(\.self), effects.clear.first?.input.path == first.path else {
      return say("How well the numbers are known")
    }
    switch first.grade {
    case .official: return say("The deciding number comes from an official page")
    case .data: return say("The deciding number comes from a vendor's data")
    case .blog: return say("The deciding number comes only from blogs")
    case .assumption: return say("The deciding number is an assumption")
    case nil: return say("The deciding number is your own")
    }
  }

  var again: Page.Section {
    let runs = plans.map { plan in
      Page.Line(head: [.accent(plan.name)], tail: [], hash: plan.run.fingerprint)
    }
    let version = say("dropcast \(recipe.version) · random-number version \(recipe.streams)")
    let errors = say(
      "± and ranges (95% sure) cover only the error that comes from simulating no more than \(numbers.worlds(worlds)); errors in the values you entered are not included. A report is no promise."
    )
    let changed =
      recipe.isChanged
      ? [
        Page.Line(
          head: TypedNames.runs(say("The scenario has been changed since it was last saved: save it first.")), tail: [])
      ] : []
    let same = say(
      "The same command makes exactly the same report on every machine. The code after each strategy is the fingerprint of its run: equal codes mean equal results."
    )
    return Page.Section(
      kind: "again", title: [TextRun(say("How to make this report again"))],
      figures: [
        Page.Figure(
          caption: [],
          content: .lines(
            [Page.Line(head: [TextRun(same)], tail: []), Page.Line(head: [.accent(recipe.command)], tail: [])] + changed
              + runs + [Page.Line(head: [.dim(version + " · " + errors)], tail: [])]))
      ])
  }
}
