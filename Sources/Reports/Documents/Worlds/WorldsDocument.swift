package import Analysis
import Language
import Scenarios
package import Simulation

/// Some worlds of a run, each in a line: where it stands, what it gained and what happened in it.
package struct WorldsPage {
  package struct Entry: Sendable {
    /// Such as `p5`; several where one world stands at several places.
    package let places: [String]
    package let number: Int
    package let story: WorldStory

    package init(places: [String], number: Int, story: WorldStory) {
      (self.places, self.number, self.story) = (places, number, story)
    }
  }

  private let run: RunRecord
  private let outcome: Outcome
  private let entries: [Entry]
  private let glyphs: Surface.Glyphs

  package init(_ entries: [Entry], of run: RunRecord, _ outcome: Outcome, glyphs: Surface.Glyphs) {
    (self.entries, self.run, self.outcome, self.glyphs) = (entries, run, outcome, glyphs)
  }

  package var document: Document {
    let worlds = say("\(NumberFormat().worlds(outcome.paths)), from worst to best by final worth")
    let title = [run.strategy, worlds, say("seed \(run.seed)")].joined(separator: " · ")
    let gains = outcome.gain
    let lowest = outcome.total(.lowestCash)
    let columns = [
      Table.Column(say("place"), .text), Table.Column(say("world"), .number(.count)),
      Table.Column(say("gain, \(run.scenario.currency)"), .number(NumberStyle(.money(cents: false), showsPlus: true))),
      Table.Column(say("lowest cash"), short: say("lowest"), .number(.money)), Table.Column(say("ending"), .text),
      Table.Column(say("what happened"), .text),
    ]
    let rows = entries.map { entry in
      Table.Row([
        .text(entry.places.joined(separator: Tongue.current.comma)), .number(Double(entry.number)),
        .number(gains[entry.number]), .number(lowest[entry.number]), ending(entry, gains[entry.number]),
        .text(sentence(entry)),
      ])
    }
    return Document([.paragraph([.dim(title)]), .blank, .table(Table(columns: columns, rows: rows))])
  }

  private func ending(_ entry: Entry, _ gain: Double) -> Table.Cell {
    if let day = entry.story.replay.ruinDay { return .text(say("out on day \(day + 1)"), .bad) }
    return gain > 0 ? .text(say("profit"), .good) : .text(say("loss"))
  }

  /// What weighs most of what happened, besides the end of the money, and the orders.
  private func sentence(_ entry: Entry) -> String {
    let words = HappeningWords(currency: run.scenario.currency, glyphs)
    let happening = entry.story.weightiest(besidesEnd: entry.story.replay.ruinDay != nil).map(words.dated)
    let orders = { (outcome: Outcome, path: Int) in
      NumberFormat(glyphs: glyphs).text(outcome.total(.orders)[path], .count)
    }
    let counted = say("orders: \(orders(outcome, entry.number)) (\(orders(run.plan, 0)) with average numbers)")
    return [happening ?? say("nothing in particular"), counted].joined(separator: Tongue.current.semicolon)
  }

  package static let tableShape = JSONShape.rows(
    texts: ["label", "sentence"], numbers: ["world", "worth", "gain", "lowest_cash", "ruin_day"])

  package var table: Table {
    let (worth, gain, lowest) = (outcome.finalWorth, outcome.gain, outcome.total(.lowestCash))
    let numbers = ["world", "worth", "gain", "lowest_cash", "ruin_day"].map { Table.Column($0, .number(.number)) }
    return Table(
      columns: [Table.Column("label", .text)] + numbers + [Table.Column("sentence", .text)],
      rows: entries.map { entry in
        let figures = [Double(entry.number), worth[entry.number], gain[entry.number], lowest[entry.number]]
        return Table.Row(
          [.text(entry.places.joined(separator: " "))] + figures.map { .number($0) }
            + [entry.story.replay.ruinDay.map { .number(Double($0 + 1)) } ?? .missing, .text(sentence(entry))])
      })
  }
}
