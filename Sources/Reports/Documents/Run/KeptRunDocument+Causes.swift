package import Analysis
import Language
package import Scenarios

extension KeptRunDocument {
  /// What would have saved the bad worlds of a run, as `why` found it.
  package struct Causes {
    package struct Row {
      /// nil where the scenario knows no such cause any more.
      let cause: Cause?
      let id: String
      let change: PairedChange

      package init(cause: Cause?, id: String, change: PairedChange) {
        (self.cause, self.id, self.change) = (cause, id, change)
      }
    }

    private let event: WhyTarget.Kind
    /// As it was run.
    private let scenario: Scenario?
    /// The strongest first.
    private let rows: [Row]

    package init(_ event: WhyTarget.Kind, scenario: Scenario?, rows: [Row]) {
      (self.event, self.scenario, self.rows) = (event, scenario, rows)
    }

    private static let most = 5

    package func blocks(_ glyphs: Surface.Glyphs) -> [Block] {
      guard let first = rows.first else { return [] }
      let format = NumberFormat(glyphs: glyphs)
      let (before, worlds) = (format.count(first.change.before), format.worlds(first.change.worlds))
      let sentence =
        switch event {
        case .ruin: say("Found earlier by the command \"why\": \(before) of \(worlds) run out of money.")
        case .loss: say("Found earlier by the command \"why\": \(before) of \(worlds) lose money.")
        case .worst: say("Found earlier by the command \"why\", about the worst \(before) of \(worlds):")
        }
      let saved =
        switch event {
        case .ruin: (say("Out of money: share avoided"), say("out avoided"))
        case .loss: (say("Losing worlds: share avoided"), say("loss avoided"))
        case .worst: (say("Worst worlds: share avoided"), say("worst avoided"))
        }
      let words = scenario.map { CauseWords(scenario: $0, glyphs: glyphs) }
      let table = Table(
        columns: [
          Table.Column(say("What if"), .text), Table.Column(saved.0, short: saved.1, .number(.share)),
          Table.Column("± (95 %)", short: "±", .number(.points)),
        ],
        rows: rows.prefix(Self.most).map { row in
          let name = row.cause.flatMap { cause in words?.absence(of: cause) } ?? row.id
          let share = row.change.savedShare
          return Table.Row([.text(name), .number(share.value), .number(share.halfWidth, .dim)])
        })
      return [.blank, .paragraph([TextRun(sentence)]), .table(table)]
    }
  }
}
