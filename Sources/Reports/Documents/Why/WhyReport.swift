package import Analysis
import Language

/// What `why` answers.
package struct WhyReport: Report {
  let why: Why
  let circumstances: Circumstances
  let fingerprint: String
  private var target: WhyTarget { why.target }
  private var place: Int { target.place }

  package init(_ why: Why, _ circumstances: Circumstances, fingerprint: String) {
    self.why = why
    self.circumstances = circumstances
    self.fingerprint = fingerprint
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    let sentences = WhySentences(why, circumstances, glyphs)
    var blocks: [Block] = [circumstances.headline, .blank]
    blocks += sentences.verdict.map { .paragraph([.strong($0)]) }
    blocks += [.blank, .table(sheet(glyphs)), .blank] + sentences.belowTable.map { .paragraph([.dim($0)]) }
    if let shares = sentences.shares { blocks += [.blank, .paragraph([TextRun(shares)])] }
    if let replays = why.replays {
      let steps = steps(replays.bridge, replays)
      blocks += [.blank, .paragraph([TextRun(sentences.bridge(replays))]), .blank, .table(steps)]
      blocks.append(.paragraph([.dim(sentences.quartiles)]))
    }
    let rest = sentences.shift + sentences.story + [sentences.exemplars].compactMap(\.self)
    if !rest.isEmpty { blocks += [.blank] + rest.map { .paragraph([TextRun($0)]) } }
    return Document(blocks)
  }

  /// What is known before any cause is taken away.
  package func knownFromTheRun(_ glyphs: Surface.Glyphs) -> [String] {
    WhySentences(why, circumstances, glyphs).known
  }

  /// What the first of the worlds tell already.
  package func firstAnswer(in worlds: Int, _ glyphs: Surface.Glyphs) -> [String] {
    let worlds = NumberFormat(glyphs: glyphs).worlds(worlds)
    return [say("A first look, at \(worlds):")] + WhySentences(why, circumstances, glyphs).verdict
  }

  // MARK: What if it had not happened

  /// Rows that make a difference: to the share that is saved or lost, or to money.
  private var rows: [ButFor.Row] {
    why.butFor.rows.filter(Self.makesADifference).enumerated().sorted { one, other in
      (-one.element.changes[place].saved, one.offset) < (-other.element.changes[place].saved, other.offset)
    }.map(\.element)
  }

  /// A few worlds are turned by anything.
  static func makesADifference(_ row: ButFor.Row) -> Bool {
    row.changes.contains { $0.saved + $0.newly > 0 && 100 * max($0.saved, $0.newly) >= $0.before }
  }

  private func sheet(_ glyphs: Surface.Glyphs) -> Table {
    let words = CauseWords(scenario: circumstances.scenario, glyphs: glyphs)
    let money = NumberStyle(.money(cents: false), showsPlus: true)
    let days = NumberStyle(.plain(decimals: 0), showsPlus: true)
    let titles = [
      (say("Out of money: share avoided"), say("out avoided")),
      (say("Losing worlds: share avoided"), say("loss avoided")),
      (say("Worst worlds: share avoided"), say("worst avoided")),
    ]
    let columns =
      [Table.Column(say("What if"), .text), Table.Column(titles[place].0, short: titles[place].1, .number(.share))]
      + [Table.Column("± (95 %)", short: "±", .number(.points))]
      + target.events.indices.filter { $0 != place }.map {
        Table.Column(titles[$0].0, short: titles[$0].1, .number(.share))
      }
      + [
        Table.Column(say("Newly out of money"), short: say("newly out"), .number(.share)),
        Table.Column(say("Lasts longer, days"), short: say("longer"), .number(days)),
        Table.Column(say("Mean gain, change"), short: say("gain diff"), .number(money)),
      ]
    func row(_ row: ButFor.Row) -> Table.Row {
      let saved = row.changes[place].savedShare
      return Table.Row(
        [.text(words.absence(of: row.cause)), .number(saved.value), .number(saved.halfWidth, .dim)]
          + target.events.indices.filter { $0 != place }.map { cell(row.changes[$0].savedShare.value) }
          + [
            cell(row.changes[0].newly == 0 ? nil : row.changes[0].newlyShare.value), cell(row.daysGained),
            .number(row.gainChange.value, row.gainChange.isWithinError ? .dim : .plain),
          ])
    }
    let (luck, builtIn) = (rows.filter { !$0.cause.isBuiltIn }, rows.filter(\.cause.isBuiltIn))
    var sections = [Table.Section(rows: luck.map(row))]
    if !builtIn.isEmpty {
      sections.append(Table.Section(say("Causes that exist even without bad luck"), rows: builtIn.map(row)))
    }
    return Table(columns: columns, sections: sections)
  }

  private func cell(_ value: Double?) -> Table.Cell {
    value.flatMap { $0.isNaN ? nil : Table.Cell.number($0) } ?? .text("")
  }

  // MARK: The bridge

  private func steps(_ bridge: Bridge, _ replays: Replays) -> Table {
    let money = NumberStyle.money
    let signed = NumberStyle(.money(cents: false), showsPlus: true)
    func row(_ title: String, _ plan: Double, _ world: Double, _ middle: ClosedRange<Double>?) -> Table.Row {
      Table.Row([
        .text(title), .number(plan), .number(world), .number(world - plan),
        middle.map { .number($0.lowerBound, .dim) } ?? .text(""),
        middle.map { .number($0.upperBound, .dim) } ?? .text(""),
      ])
    }
    var rows: [Table.Row] = []
    if bridge.start.plan != bridge.start.world {
      rows.append(row(say("Money put in"), bridge.start.plan, bridge.start.world, nil))
    }
    rows += bridge.told.map {
      row(CauseWords.title(of: $0.account), $0.plan, $0.world, replays.quartiles[$0.account])
    }
    if let rest = bridge.everythingElse { rows.append(row(say("Everything else"), rest.plan, rest.world, nil)) }
    rows.append(
      Table.Row(
        [
          .text(say("Cash")), .number(bridge.cash.plan), .number(bridge.cash.world),
          .number(bridge.cash.world - bridge.cash.plan), .text(""), .text(""),
        ], .total))
    return Table(
      columns: [
        Table.Column(circumstances.currency, .text), Table.Column(say("Averages"), .number(money)),
        Table.Column(say("World \(replays.world)"), short: say("World"), .number(money)),
        Table.Column(say("Difference"), .number(signed)), Table.Column("P25", .number(signed)),
        Table.Column("P75", .number(signed)),
      ], rows: rows)
  }

  // MARK: Data

  package var numbers: [AnswerNumber] {
    [AnswerNumber("happened", Estimated(why.happened), .share)]
      + why.butFor.rows.flatMap { row -> [AnswerNumber] in
        let (id, change) = (row.cause.id, row.changes[place])
        return [
          AnswerNumber("saved", of: id, change.savedShare, .share),
          AnswerNumber("newly", of: id, change.newlyShare, .share),
          AnswerNumber("gain", of: id, row.gainChange, .money),
        ] + (row.daysGained.map { [AnswerNumber("days", of: id, $0, .plain)] } ?? [])
      }
      + (why.shares.map { found in
        zip(found.players, found.shares.players).map {
          AnswerNumber("share", of: $0.id, $1.estimate, .share)
        } + [AnswerNumber("share", of: "remainder", found.shares.remainder, .share)]
      } ?? [])
  }

  package var table: Table {
    let names = ["ruined", "losing"] + (target.kind == .worst ? ["worst"] : [])
    let share = Table.Column.Kind.number(.number)
    return Table(
      columns: [Table.Column("cause", .text), Table.Column("group", .text), Table.Column("built_in", .text)]
        + names.flatMap { name in
          ["saved_of_\(name)", "saved_of_\(name)_low", "saved_of_\(name)_high", "newly_\(name)"].map {
            Table.Column($0, share)
          }
        }
        + ["days_gained", "gain_change", "gain_change_low", "gain_change_high"].map { Table.Column($0, share) },
      rows: why.butFor.rows.map { row in
        Table.Row(
          [.text(row.cause.id), .text(row.cause.group.rawValue), .text(row.cause.isBuiltIn ? "yes" : "no")]
            + row.changes.flatMap { change -> [Table.Cell] in
              let saved = change.savedShare
              return [
                .number(saved.value), .number(saved.low), .number(saved.high), .number(change.newlyShare.value),
              ]
            } + [
              row.daysGained.map { .number($0) } ?? .missing, .number(row.gainChange.value),
              .number(row.gainChange.low), .number(row.gainChange.high),
            ])
      })
  }
}
