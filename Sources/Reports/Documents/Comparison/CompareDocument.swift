package import Analysis
import Language
import Scenarios
import Simulation
import Statistics

extension Comparison {
  /// What `compare` shows: what follows, how the worlds of every strategy end, and how they differ on the same worlds.
  ///
  /// - Parameter showsTables: also the figures of every strategy, their differences, and who wins world by world; where
  ///   certain figures were asked for these are shown alone.
  package func document(glyphs: Surface.Glyphs, showsTables: Bool = false) -> Document {
    var blocks: [Block] = [.paragraph([TextRun(headline, .dim)]), .blank]
    if runs.count > 1 { blocks += [.paragraph([.strong(advice(glyphs))]), .blank] }
    if isUsual {
      blocks += choiceBlocks
      if runs.count > 1 { blocks += [.blank, .table(gaps(glyphs))] + Difference.legend(of: gapsTold) }
    }
    if showsTables || !isUsual {
      blocks += (isUsual ? [.blank] : []) + [.table(figures)]
      if runs.count > 1 {
        blocks += [.blank, .table(differenceTable(glyphs))] + Difference.legend(of: toldDifferences)
        blocks += [.blank, .table(worlds)]
      }
    }
    if runs.count > 1 {
      let notes = [criterion.note].compactMap(\.self) + dominanceNotes + lossNotes + tieNotes(glyphs)
      if !notes.isEmpty { blocks += [.blank] + notes.map { .paragraph([.dim($0)]) } }
    }
    return Document(blocks)
  }

  /// Of the typical gaps.
  private var gapsTold: [Difference] {
    rows.filter { $0.measure == Self.cases[1] }.flatMap { row in others.map { row.differences[$0] } }
  }

  var names: [String] { runs.map(\.strategy) }

  private var headline: String {
    let run = runs[reference]
    let worlds = NumberFormat().worlds(run.summary?.outcome.paths ?? 0)
    let sampling = run.sampling.words.map { " · " + $0 } ?? ""
    let world = say("\(worlds), the same for all")
    return say("\(world) · \(run.scenario.length) from \(run.scenario.start) · seed \(run.seed)\(sampling)")
      + " · " + run.scenario.currency
  }

  /// Whether to start at all, what earns more, what is safer, and what is too close to call.
  package func advice(_ glyphs: Surface.Glyphs) -> String {
    let words = VerdictWords(verdict, names: names, currency: runs[reference].scenario.currency, glyphs)
    guard duels.allSatisfy({ $0.ties == $0.worlds }) else { return words.all }
    let same = say("In every world, the strategies end with the same result.")
    return [words.baseline, same, words.withheld].compactMap(\.self).joined(separator: Tongue.current.sentenceGap)
  }

  // MARK: Figures

  /// What is shown of the usual figures: worth says again what the gain says.
  var shownRows: [Row] {
    guard isUsual else { return rows }
    return rows.filter { $0.measure.figure != .finalWorth || $0.measure.statistic == .cvar5 }
  }

  private var isUsual: Bool { rows.map(\.measure) == Comparison.measures }

  /// The choice beside all strategies.
  private var notStarting: String { say("not starting") }

  private func cellWithoutStarting(_ row: Row) -> Table.Cell {
    let value = runs[reference].summary.flatMap { row.measure.valueWithoutStarting(in: $0.outcome) }
    return value.map { .number($0) } ?? .missing
  }

  /// A column for each strategy; where these would not fit beside each other, a row.
  private var figures: Table { isNarrow ? byFigure : byStrategy }

  /// Do the strategies' columns fit a line of 80 cells?
  private var isNarrow: Bool {
    let labels = labels.map(\.displayWidth).max() ?? 0
    return ([notStarting] + names).reduce(labels) { $0 + max($1.displayWidth, 9) + 2 } <= 78
  }

  private var byFigure: Table {
    Table(
      columns: [Table.Column(runs[reference].scenario.currency, .text)]
        + ([notStarting] + names).map { Table.Column($0, .number(.money)) },
      rows: zip(shownRows, labels).map { row, label in
        Table.Row([.text(label), cellWithoutStarting(row)] + row.cells, style: row.measure.style)
      })
  }

  /// Statistics of one metric stand below its first.
  var labels: [String] {
    let rows = shownRows
    return rows.indices.map { index in
      let measure = rows[index].measure
      guard index > 0, rows[index - 1].measure.metricName == measure.metricName else { return measure.fullTitle }
      return "  " + measure.statisticTitle
    }
  }

  private var byStrategy: Table {
    Table(
      columns: [Table.Column(say("Strategy"), .text)]
        + shownRows.map { Table.Column($0.measure.shortTitle, .number($0.measure.style)) },
      rows: [Table.Row([.text(notStarting)] + shownRows.map(cellWithoutStarting), .dim)]
        + names.indices.map { run in Table.Row([.text(names[run])] + shownRows.map { $0.cells[run] }) })
  }

  // MARK: Differences

  /// Of these it is told how they differ, where nothing else was asked for.
  private static let decisive: Set = [
    "ruin", "profit", "p5 gain", "p50 gain", "p95 gain", "mean gain", "p50 net_profit", "cvar5 final_worth",
  ]

  private var told: [Row] {
    rows.filter { isUsual ? Self.decisive.contains($0.measure.name) : $0.tellsDifference }
  }

  private var others: [Int] { runs.indices.filter { $0 != reference } }

  private var toldDifferences: [Difference] { told.flatMap { row in others.map { row.differences[$0] } } }

  private func differenceTable(_ glyphs: Surface.Glyphs) -> Table {
    let title = say("vs \(names[reference]) (± 95 %)")
    guard isNarrow else {
      return Table(
        columns: [Table.Column(title, .text)] + told.map { Table.Column($0.measure.shortTitle, .number(.money)) },
        rows: others.map { run in
          Table.Row([.text(names[run])] + told.map { $0.differences[run].cell(for: $0.measure, glyphs) })
        })
    }
    return Table(
      columns: [Table.Column(title, .text)] + others.map { Table.Column(names[$0], .number(.money)) },
      rows: told.map { row in
        let cells = others.map { row.differences[$0].cell(for: row.measure, glyphs) }
        return Table.Row([.text(row.measure.fullTitle)] + cells)
      })
  }

  // MARK: World by world

  private var worlds: Table {
    let rival = names[reference]
    let money = criterion.measure.style
    let world = say("\(criterion.heading), world by world")
    return Table(
      columns: [
        Table.Column(world, .text), Table.Column(say("best in"), .number(.share)),
        Table.Column(say("beats \(rival)"), short: say("beats"), .number(.share)),
        Table.Column(say("ties"), .number(.share)),
        Table.Column(say("mean gap to the best"), short: say("mean gap"), .number(money)),
        Table.Column(say("largest gap"), .number(money)),
      ],
      rows: rowWithoutStarting
        + runs.indices.map { run in
          let duel = duels[run]
          let isRival = run == reference
          return Table.Row([
            .text(names[run]), .number(best.shares[run]), isRival ? .text("") : .number(duel.win.estimate),
            isRival ? .text("") : .number(duel.tie.estimate), .number(regrets[run].expected),
            .number(regrets[run].worst),
          ])
        })
  }

  /// In how many worlds the rival is beaten by not starting.
  private var rowWithoutStarting: [Table.Row] {
    guard let duel = duelWithoutStarting else { return [] }
    let shares = [duel.win, duel.tie].map { Table.Cell.number($0.estimate) }
    return [Table.Row([.text(notStarting), .text("")] + shares + [.text(""), .text("")], .dim)]
  }

  private func tieNotes(_ glyphs: Surface.Glyphs) -> [String] {
    guard best.tied >= 0.001, best.tied < 1 else { return [] }
    let share = NumberFormat(glyphs: glyphs).share(best.tied)
    return [
      say(
        "In \(share) of the worlds, several strategies tie for first place; each of these worlds is split between them."
      )
    ]
  }

  /// To dominate is no praise where all that are compared so lose.
  private var lossNotes: [String] {
    let signs = verdict.outlooks.map(\.medianSign)
    let losing = dominances.filter { signs[$0.over] == .negative && signs[$0.under] == .negative }
    let plans = runs.indices.filter { run in losing.contains { $0.over == run || $0.under == run } }
    return plans.isEmpty
      ? [] : [say("In the median case, these strategies still lose money: \(plans.map { names[$0] }.listed).")]
  }

  /// Who dominates whom, the strongest way each; those that dominate the same ones in one sentence.
  private var dominanceNotes: [String] {
    Dominance.allCases.flatMap { kind -> [String] in
      var groups: [(over: [String], under: [String])] = []
      for run in runs.indices {
        let under = dominances.filter { $0.over == run && $0.kind == kind }.map { names[$0.under] }
        guard !under.isEmpty else { continue }
        if let group = groups.firstIndex(where: { $0.under == under }) {
          groups[group].over.append(names[run])
        } else {
          groups.append(([names[run]], under))
        }
      }
      return groups.map { kind.words($0.over, over: $0.under) }
    }
  }
}

extension Dominance {
  fileprivate func words(_ better: [String], over others: [String]) -> String {
    let (names, others) = (better.listed, others.listed)
    let isOne = better.count == 1
    return switch self {
    case .everyWorld:
      isOne
        ? say("\(names) does at least as well as \(others) in every world.")
        : say("\(names) do at least as well as \(others) in every world.")
    case .firstOrder:
      isOne
        ? say("Whatever your target, \(names) reaches it more often than \(others) (first-order dominance).")
        : say("Whatever your target, \(names) reach it more often than \(others) (first-order dominance).")
    case .secondOrder:
      isOne
        ? say("\(names) is better than \(others) for anyone who prefers less risk (second-order dominance).")
        : say("\(names) are better than \(others) for anyone who prefers less risk (second-order dominance).")
    }
  }
}

extension Comparison.Row {
  fileprivate var cells: [Table.Cell] { values.map { $0.map { .number($0) } ?? .missing } }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`
  package var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return say("\(dropLast().joined(separator: Tongue.current.comma)) and \(last)")
  }
}
