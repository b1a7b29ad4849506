import Analysis
import Language
import Scenarios
import Simulation

/// The choices side by side as whoever has to choose sees them: of 100 worlds how each ends, what it gains in the bad, the
/// typical and the good case, and what to say of it; beside them not to start.
extension Comparison {
  var choiceBlocks: [Block] {
    [.table(choices), .blank, .chart(.bars(endings))]
  }

  private var choices: Table {
    let none = Table.Row(
      [.text(say("not starting"))] + [Double](repeating: 0, count: 6).map { .number($0) }
        + [.text(say("keeps \(NumberFormat().money(verdict.outlooks[reference].moneyPutIn))"))], .dim)
    return Table(
      columns: [Table.Column(say("Of 100 worlds"), .text)]
        + [say("out"), say("loss"), say("profit")].map { Table.Column($0, .number(.number)) }
        + [say("bad case"), say("typical"), say("good case")].map { Table.Column($0, .number(.gain)) }
        + [Table.Column("", .text)],
      rows: [none] + runs.indices.map(choice))
  }

  private func choice(_ run: Int) -> Table.Row {
    let outlook = verdict.outlooks[run]
    let counts = outlook.ending.ofHundred
    let amounts = Self.cases.map { measure -> Table.Cell in
      runs[run].summary.flatMap { measure.value(in: $0) }.map { .number($0) } ?? .missing
    }
    return Table.Row(
      [.text(names[run])] + [counts.out, counts.loss, counts.profit].map { .number(Double($0)) } + amounts
        + [.text(outlook.recommendation.shortWords)])
  }

  /// The bad case, the typical one and the good one.
  static let cases = named([(.p5, "gain"), (.p50, "gain"), (.p95, "gain")])

  private var endings: SignBars {
    let rows = runs.indices.map { run in
      let counts = verdict.outlooks[run].ending.ofHundred
      return SignBars.Row(
        names[run], counts.profit,
        [.init("x", counts.out, .bad), .init("o", counts.loss), .init("+", counts.profit, .good)])
    }
    return SignBars(
      title: say("How many of 100 worlds end with a profit"), origin: say("the same worlds for all"),
      rows: [SignBars.Row(say("not starting"), 0, [.init("-", 100, .dim)])] + rows,
      key: [
        ("x", say("run out of money"), .bad), ("o", say("end with a loss"), .plain),
        ("+", say("end with a profit"), .good), ("-", say("you keep your money"), .dim),
      ])
  }

  /// World by world against the reference, and how far apart they are in the typical case.
  func gaps(_ glyphs: Surface.Glyphs) -> Table {
    let measure = Self.cases[1]
    let row = rows.first { $0.measure == measure }
    return Table(
      columns: [
        Table.Column(say("vs \(names[reference]), of 100 worlds"), .text),
        Table.Column(say("better"), .number(.number)),
        Table.Column(say("the same"), .number(.number)), Table.Column(say("worse"), .number(.number)),
        Table.Column(say("typical gap, \(runs[reference].scenario.currency)"), .number(.money)),
      ],
      rows: runs.indices.filter { $0 != reference }.map { run in
        let duel = duels[run]
        let counts = Apportionment.of(100, by: [duel.wins, duel.ties, duel.losses])
        return Table.Row(
          [.text(names[run])] + counts.map { .number(Double($0)) }
            + [row?.differences[run].cell(for: measure, glyphs) ?? .missing])
      })
  }
}

extension NumberStyle {
  /// Whole money with its sign.
  fileprivate static let gain = NumberStyle(.money(cents: false), showsPlus: true)
}
