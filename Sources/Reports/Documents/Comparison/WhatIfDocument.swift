package import Analysis
import Language
import Scenarios
import Simulation
import Statistics

extension WhatIf {
  /// What `whatif` shows: base, what-if, the difference on the same worlds, and how it splits over the changes.
  package func document(glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [.paragraph([TextRun(headline, .dim)]), .blank, .table(figures(glyphs))]
    if !parts.isEmpty { blocks += [.blank, .table(split(glyphs))] }
    blocks += Difference.legend(of: shownDifferences)
    blocks += [.blank, .paragraph([TextRun(worldByWorld(glyphs))])]
    return Document(blocks)
  }

  private var base: RunRecord { comparison.runs[0] }

  private var headline: String {
    let worlds = NumberFormat().worlds(base.summary?.outcome.paths ?? 0)
    let sampling = base.sampling.words.map { " · " + $0 } ?? ""
    let (both, scenario) = (say("\(worlds), the same for both"), comparison.runs[1].scenario)
    let run = say("\(both) · \(scenario.length) from \(scenario.start) · seed \(base.seed)\(sampling)")
    return run + " · " + base.strategy
  }

  private func figures(_ glyphs: Surface.Glyphs) -> Table {
    Table(
      columns: [
        Table.Column(base.scenario.currency, .text), Table.Column(base.strategy, .number(.money)),
        Table.Column(say("what if"), .number(.money)), Table.Column(say("difference (± 95 %)"), .number(.money)),
      ],
      rows: zip(comparison.shownRows, comparison.labels).map { row, label in
        let values = row.values.map { $0.map { Table.Cell.number($0) } ?? .missing }
        let difference = row.tellsDifference ? row.differences[1].cell(for: row.measure, glyphs) : .missing
        return Table.Row([.text(label)] + values + [difference], style: row.measure.style)
      })
  }

  private var shownDifferences: [Difference] {
    comparison.shownRows.filter(\.tellsDifference).map { $0.differences[1] } + parts.flatMap { shown($0.differences) }
      + shown(together)
  }

  /// Of the figures that the effect is split for, those that have a column: the first ones.
  private static let shownParts = 3

  private func shown(_ differences: [Difference]?) -> [Difference] {
    Array((differences ?? []).prefix(Self.shownParts))
  }

  // MARK: The split

  private func split(_ glyphs: Surface.Glyphs) -> Table {
    let measures = Array(WhatIf.partMeasures.prefix(Self.shownParts))
    let cells = { (differences: [Difference]?) -> [Table.Cell] in
      guard let differences else { return measures.map { _ in .missing } }
      return zip(shown(differences), measures).map { $0.cell(for: $1, glyphs) }
    }
    var rows = parts.map { part in Table.Row([.text(part.words)] + cells(part.differences)) }
    if let together { rows.append(Table.Row([.text(say("interaction"))] + cells(together), .dim)) }
    return Table(
      columns: [Table.Column(say("Effect of each change alone"), .text)]
        + measures.map { Table.Column($0.shortTitle, .number(.money)) },
      rows: rows)
  }

  // MARK: World by world

  private func worldByWorld(_ glyphs: Surface.Glyphs) -> String {
    let duel = comparison.duels[1]
    let format = NumberFormat(glyphs: glyphs)
    let criterion = comparison.criterion
    guard duel.ties < duel.worlds else {
      return criterion.isGain
        ? say("In every world, the gain is the same with and without the change.")
        : say("In every world, the final worth is the same with and without the change.")
    }
    let share = { (value: Proportion) in format.text(value.estimate, .share) }
    let ties = duel.ties > 0 ? say(", the same in \(share(duel.tie))") : ""
    let (more, less) = (share(duel.win), share(duel.loss))
    let title = criterion.isGain ? say("gain (final worth minus the money put in)") : criterion.title.lowercased()
    return say("After the change, the \(title) is higher in \(more) of the worlds, lower in \(less)\(ties).")
  }

  // MARK: Data

  package static let shape: JSONShape = {
    let parts = JSONShape.members(partMeasures.map(\.name), Difference.shape.orNull())
    return [
      "dropcast": .integer, "scenario": .string, "strategy": .string, "seed": .seed, "paths": .integer,
      "fingerprint": .string, "whatif_fingerprint": .string,
      "figures": .map(["base": .number, "whatif": .number, "difference": Difference.shape]),
      "changes": .array(["change": .string] + parts), "together": parts.orNull(), "better": .number, "worse": .number,
    ]
  }()

  package var json: JSON {
    let (before, after) = (comparison.runs[0], comparison.runs[1])
    return [
      "dropcast": 1, "scenario": .string(before.scenario.name), "strategy": .string(before.strategy),
      "seed": JSON(seed: before.seed), "paths": .integer(before.summary?.outcome.paths ?? 0),
      "fingerprint": .string(before.fingerprint), "whatif_fingerprint": .string(after.fingerprint),
      "figures": .object(
        comparison.rows.map { row in
          JSON.Member(
            row.measure.name,
            [
              "base": row.values[0].map(JSON.number) ?? .null, "whatif": row.values[1].map(JSON.number) ?? .null,
              "difference": row.differences[1].json,
            ])
        }),
      "changes": .array(parts.map { .object([JSON.Member("change", .string($0.words))] + members($0.differences)) }),
      "together": together.map { .object(members($0)) } ?? .null,
      "better": .number(comparison.duels[1].win.estimate), "worse": .number(comparison.duels[1].loss.estimate),
    ]
  }

  private func members(_ differences: [Difference]?) -> [JSON.Member] {
    WhatIf.partMeasures.indices.map { index in
      JSON.Member(WhatIf.partMeasures[index].name, differences.map { $0[index].json } ?? .null)
    }
  }

  package var csv: String {
    let columns = ["figure", "base", "whatif", "difference", "low", "high"]
    let rows = comparison.rows.map { row in
      let interval = row.differences[1].interval
      return Table.Row(
        [.text(row.measure.name)] + row.values.map { $0.map { .number($0) } ?? .missing }
          + [
            .number(row.differences[1].value), interval.map { .number($0.lowerBound) } ?? .missing,
            interval.map { .number($0.upperBound) } ?? .missing,
          ])
    }
    return Table(columns: columns.map { Table.Column($0, .text) }, rows: rows).csv()
  }
}

extension Comparison.Row {
  /// Not the same worlds run out of money in both: days of ruin do not compare.
  var tellsDifference: Bool { measure.isShare || measure.isOfEveryWorld }
}
