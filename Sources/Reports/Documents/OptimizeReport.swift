package import Analysis
import Language
import Scenarios
import Statistics

/// What `optimize` answers.
package struct OptimizeReport: Report {
  private let optimization: Optimization
  private let words: [ParameterWords]
  /// The values as they are; nil where a parameter has no number now.
  private let now: [Double?]
  private let circumstances: Circumstances
  private let searchPaths: Int
  private let freshSeed: UInt64

  package init(
    _ optimization: Optimization, _ words: [ParameterWords], now: [Double?], searchPaths: Int, freshSeed: UInt64,
    _ circumstances: Circumstances
  ) {
    self.optimization = optimization
    self.words = words
    self.now = now
    self.searchPaths = searchPaths
    self.freshSeed = freshSeed
    self.circumstances = circumstances
  }

  private var goal: Goal { optimization.goal }
  private var measure: Measure { goal.measure }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [headline, .blank]
    guard let winner = optimization.winners.first else { return Document(blocks) }
    blocks += [.table(decisionTable(winner)), .blank, .facts(facts(winner, glyphs)), .blank]
    if optimization.winners.count > 1 {
      blocks += [
        .paragraph([.dim(say("The best sets of values that clearly differ, each rerun in fresh worlds"))]),
        .table(winnerTable),
        .blank,
      ]
    }
    blocks += frontBlocks
    if case .blank = blocks.last { blocks.removeLast() }
    return Document(blocks)
  }

  private var headline: Block {
    let count = { NumberFormat().count($0) }
    return .paragraph([
      .dim(
        [
          say(
            "\(count(optimization.trials.count)) tries, \(count(searchPaths)) worlds each (seed \(circumstances.seed))"),
          say("the best ones rerun in \(count(circumstances.paths)) fresh worlds (seed \(freshSeed))"),
          circumstances.strategy,
        ].joined(separator: " · ")
      )
    ])
  }

  // MARK: The winner

  private func decisionTable(_ winner: Optimization.Winner) -> Table {
    Table(
      columns: [say("Parameter"), say("now"), say("best"), say("searched"), ""].map { Table.Column($0, .text) },
      rows: words.indices.map { place in
        let (word, value) = (words[place], winner.searched.values[place])
        let range = optimization.decisions[place].range
        return Table.Row([
          .text(word.path), .text(now[place].map(word.text) ?? "–"), .text(word.text(value), .strong),
          .text(say("\(word.short(range.lowerBound)) to \(word.short(range.upperBound))"), .dim),
          .text(optimization.decisions[place].isAtBound(value) ? say("at the edge of its range") : "", .bad),
        ])
      })
  }

  private func facts(_ winner: Optimization.Winner, _ glyphs: Surface.Glyphs) -> [Fact] {
    let format = NumberFormat(glyphs: glyphs)
    var facts: [Fact] = []
    if let fresh = winner.rescored {
      facts.append(
        Fact(measure.fullTitle, [.strong(text(fresh.objective, format))], note: present(format)))
      facts.append(
        Fact(say("in the search"), [TextRun(text(winner.searched.objective, format))], note: drop(winner, format)))
    } else {
      facts.append(
        Fact(
          measure.fullTitle, [.strong(text(winner.searched.objective, format))],
          note: say("from the search only: not rerun in fresh worlds")))
    }
    let trial = winner.rescored ?? winner.searched
    for (place, (condition, reading)) in zip(goal.conditions, trial.conditions).enumerated() {
      facts.append(
        Fact(
          words(condition, format), [TextRun(text(reading, of: condition.measure, format), tone(condition, reading))],
          note: status(condition, reading, binds: optimization.binds(place))))
    }
    if !goal.conditions.contains(where: { $0.measure.name == "ruin" }) {
      facts.append(Fact(say("Out of money"), [TextRun(format.share(trial.ruin.value))]))
    }
    facts.append(
      Fact(
        say("Compared with not starting"), [.strong(against(trial.outlook))],
        note: trial.outlook.fate(circumstances.currency, format)))
    return facts
  }

  /// The best of what was tried may still be worse than to keep the money.
  private func against(_ outlook: Outlook) -> String {
    guard circumstances.scenario.isChoice else { return Outlook.Recommendation.notAChoice.words }
    return switch (outlook.medianSign, outlook.meanSign) {
    case (.positive, _): outlook.recommendation.words
    case (.negative, .positive): say("a lottery")
    case (.negative, .negative): say("the best values still lose")
    default: say("too close to call")
    }
  }

  private func words(_ condition: Target, _ format: NumberFormat) -> String {
    let bound = condition.measure.text(condition.bound, currency: circumstances.currency, format)
    return "\(condition.measure.fullTitle) \(condition.relation.rawValue) \(bound)"
  }

  private func tone(_ condition: Target, _ reading: Reading?) -> Tone {
    condition.holds(reading) ? .good : .bad
  }

  /// Holds or fails, and how clearly; and whether it stands in the way of more.
  private func status(_ condition: Target, _ reading: Reading?, binds: Bool) -> String {
    let isClear = condition.isClear(reading)
    let status =
      switch (condition.holds(reading), isClear) {
      case (true, true): say("met")
      case (true, false): say("met, barely")
      case (false, true): say("missed")
      case (false, false): say("missed, but within the margin of error")
      }
    return binds ? say("\(status); this is the limiting condition") : status
  }

  private func present(_ format: NumberFormat) -> String {
    guard let objective = optimization.present?.objective else { return "" }
    return say("\(format.text(objective.value, measure.style)) with your current values in the same worlds")
  }

  private func drop(_ winner: Optimization.Winner, _ format: NumberFormat) -> String {
    guard let searched = winner.searched.objective?.value, let fresh = winner.rescored?.objective?.value else {
      return ""
    }
    let loss = goal.maximizes ? searched - fresh : fresh - searched
    let style = measure.style.difference
    let change = format.spelled(fresh - searched, style)
    return loss > 0
      ? say("changes by \(change) when rerun in fresh worlds: that much was luck")
      : say("changes by \(change) when rerun in fresh worlds")
  }

  private func text(_ reading: Reading?, _ format: NumberFormat) -> String { text(reading, of: measure, format) }

  private func text(_ reading: Reading?, of measure: Measure, _ format: NumberFormat) -> String {
    guard let reading else {
      return measure.whenNone == nil ? say("n/a") : say("never")
    }
    let unit = measure.isMoney ? " \(circumstances.currency)" : ""
    let error = reading.reach.map { " ± \(format.spelled($0, measure.errorStyle))" } ?? ""
    return format.text(reading.value, measure.style) + unit + error
  }

  // MARK: Others

  private var winnerTable: Table {
    Table(
      columns: words.map { Table.Column($0.path, short: String($0.path.split(separator: ".").last ?? ""), .text) } + [
        Table.Column(measure.fullTitle, short: measure.shortTitle, .number(measure.style)),
        Table.Column(say("in the search"), short: say("search"), .number(measure.style)),
        Table.Column(say("Out of money"), short: say("Out"), .number(.share)),
      ],
      rows: optimization.winners.enumerated().map { rank, winner in
        let values = zip(words, winner.searched.values).map { Table.Cell.text($0.short($1)) }
        let fresh = winner.rescored
        return Table.Row(
          values + [
            fresh?.objective.map { .number($0.value) } ?? .missing,
            winner.searched.objective.map { .number($0.value) } ?? .missing,
            fresh.map { .number($0.ruin.value) } ?? .missing,
          ], rank == 0 ? .strong : .none)
      })
  }

  private var frontBlocks: [Block] {
    guard !optimization.front.isEmpty else { return [] }
    let rows = optimization.front.map { trial in
      Table.Row(
        [.number(trial.ruin.value), trial.objective.map { .number($0.value) } ?? .missing]
          + zip(words, trial.values).map { .text($0.short($1)) })
    }
    let table = Table(
      columns: [
        Table.Column(say("Out of money"), short: say("Out"), .number(.share)),
        Table.Column(measure.fullTitle, short: measure.shortTitle, .number(measure.style)),
      ] + words.map { Table.Column($0.path, short: String($0.path.split(separator: ".").last ?? ""), .text) },
      rows: rows)
    var blocks: [Block] = [
      .paragraph([.dim(say("What it costs you to run out of money less often (rerun in fresh worlds)"))]),
      .table(table),
      .blank,
    ]
    if optimization.front.count > 1 {
      let points = optimization.front.map { trial in
        let objective = trial.objective
        return LineChart.Point(
          trial.ruin.value, NumberFormat().share(trial.ruin.value), objective?.value ?? .nan, objective?.interval)
      }
      blocks += [
        .chart(
          .line(
            LineChart(
              title: say("\(measure.fullTitle) and the chance of running out of money"),
              unit: measure.unit(currency: circumstances.currency), style: measure.style, placeStyle: .share,
              origin: NumberFormat().worlds(circumstances.paths, seed: freshSeed), points: points))),
        .blank,
      ]
    }
    return blocks
  }

  // MARK: Data

  /// All that was run in fresh worlds, by what it is.
  package var table: Table {
    let columns =
      [Table.Column("kind", .text)] + words.map { Table.Column($0.path, .number(.number)) }
      + [measure.name, "\(measure.name) low", "\(measure.name) high", "\(measure.name) in search"].map {
        Table.Column($0, .number(measure.style))
      } + (measure.name == "ruin" ? [] : [Table.Column("ruin", .number(.share))])
    var rows: [Table.Row] = []
    func add(_ kind: String, _ trial: Trial?, searched: Trial?) {
      guard let values = (trial ?? searched)?.values else { return }
      let objective = trial?.objective
      rows.append(
        Table.Row(
          [.text(kind)] + values.map { .number($0) } + [
            objective.map { .number($0.value) } ?? .missing,
            objective?.interval.map { .number($0.lowerBound) } ?? .missing,
            objective?.interval.map { .number($0.upperBound) } ?? .missing,
            searched?.objective.map { .number($0.value) } ?? .missing,
          ] + (measure.name == "ruin" ? [] : [trial.map { .number($0.ruin.value) } ?? .missing])))
    }
    for (rank, winner) in optimization.winners.enumerated() {
      add(rank == 0 ? "best" : "winner", winner.rescored, searched: winner.searched)
    }
    add("now", optimization.present, searched: optimization.trials.first)
    for trial in optimization.front { add("front", trial, searched: nil) }
    return Table(columns: columns, rows: rows)
  }

  /// The columns of the rows are the parameters and the goal, with the ends of its interval.
  package static let shape: JSONShape =
    Circumstances.shape + [
      "goal": .string, "best": .map(.number), "value": .number, "low": .number, "high": .number,
      "value_in_search": .number, "ruin": .number, "profit": .number, "p50 gain": .number,
      "bounds_that_bind": .array(.string),
      "conditions": .array([
        "figure": .string, "relation": .string, "bound": .number, "value": .number, "holds": .bool, "binds": .bool,
      ]), "search_paths": .integer, "fresh_seed": .seed, "tries": .integer, "finished": .bool,
      "rows": .rows(texts: ["kind"], others: .number),
    ]

  package var json: JSON {
    let winner = optimization.winners.first
    let best = winner?.searched.values ?? []
    let fresh = winner?.rescored
    return .object(
      circumstances.json + [
        JSON.Member("goal", .string("\(goal.maximizes ? "maximize" : "minimize") \(measure.name)")),
        JSON.Member("best", .object(zip(words, best).map { JSON.Member($0.path, .number($1)) })),
        JSON.Member("value", fresh?.objective.map { .number($0.value) } ?? .null),
        JSON.Member("low", fresh?.objective?.interval.map { .number($0.lowerBound) } ?? .null),
        JSON.Member("high", fresh?.objective?.interval.map { .number($0.upperBound) } ?? .null),
        JSON.Member("value_in_search", winner?.searched.objective.map { .number($0.value) } ?? .null),
        JSON.Member("ruin", fresh.map { .number($0.ruin.value) } ?? .null),
        JSON.Member("profit", fresh.map { .number($0.outlook.profit.estimate) } ?? .null),
        JSON.Member("p50 gain", fresh.map { .number($0.outlook.median.value) } ?? .null),
        JSON.Member(
          "bounds_that_bind",
          .array(
            best.indices.filter { optimization.decisions[$0].isAtBound(best[$0]) }.map { .string(words[$0].path) })),
        JSON.Member("conditions", .array(conditionsJSON(fresh ?? winner?.searched))),
        JSON.Member("search_paths", .integer(searchPaths)),
        JSON.Member("fresh_seed", Int(exactly: freshSeed).map(JSON.integer) ?? .string(String(freshSeed))),
        JSON.Member("tries", .integer(optimization.trials.count)),
        JSON.Member("finished", .bool(optimization.isFinished)), JSON.Member("rows", table.json()),
      ])
  }

  private func conditionsJSON(_ trial: Trial?) -> [JSON] {
    zip(goal.conditions, trial?.conditions ?? []).enumerated().map { place, pair in
      let (condition, reading) = pair
      return [
        "figure": .string(condition.measure.name), "relation": .string(condition.relation.rawValue),
        "bound": .number(condition.bound), "value": reading.map { .number($0.value) } ?? .null,
        "holds": .bool(condition.holds(reading)), "binds": .bool(optimization.binds(place)),
      ]
    }
  }
}
