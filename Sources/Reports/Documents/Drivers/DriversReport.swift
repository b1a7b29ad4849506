package import Analysis
import Language
import Scenarios
import Simulation

/// What `drivers` answers.
package struct DriversReport: Report {
  private let drivers: Drivers
  private let circumstances: Circumstances
  private let fingerprint: String

  package init(_ drivers: Drivers, _ circumstances: Circumstances, fingerprint: String) {
    self.drivers = drivers
    self.circumstances = circumstances
    self.fingerprint = fingerprint
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    guard !drivers.tornado.bars.isEmpty else {
      return Document([
        circumstances.headline, .blank,
        .paragraph([TextRun(say("This scenario has no uncertain numbers: its worlds differ by luck alone."))]),
      ])
    }
    let clear = drivers.tornado.clear(of: 0)
    var blocks: [Block] = [circumstances.headline, .blank]
    blocks.append(.paragraph([.strong(verdict(clear, glyphs))]))
    if !clear.isEmpty { blocks += [.blank, .table(sheet(clear, glyphs))] }
    blocks += [.blank] + remarks(clear, glyphs).map { .paragraph([.dim($0)]) }
    return Document(blocks)
  }

  // MARK: Sentences

  /// What the run tells already, while shares are being worked out.
  package func firstAnswer(_ glyphs: Surface.Glyphs) -> [String] {
    guard !drivers.tornado.bars.isEmpty else { return [] }
    return [say("A first answer:"), verdict(drivers.tornado.clear(of: 0), glyphs)]
  }

  private func verdict(_ clear: [Tornado.Bar], _ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    let target = drivers.figures[0]
    guard let first = clear.first else {
      return say("\(target.title.said): no uncertain number makes a difference beyond chance.")
    }
    let (from, to) = ends(first, glyphs)
    let swing = format.spelled(first.swings[0].value, style(of: 0))
    let unit = unit(of: 0)
    return say(
      "\(target.title.said): \(first.input.path) matters most; when it goes from \(from) to \(to), the result changes by \(swing)\(unit)."
    )
  }

  private func remarks(_ clear: [Tornado.Bar], _ glyphs: Surface.Glyphs) -> [String] {
    let within = drivers.tornado.withinError(of: 0).map(\.input.path)
    let target = drivers.figures[0].title.said
    return [
      clear.isEmpty
        ? nil
        : say(
          "\(target): the mean in worlds where the number is high (around P90: 9 of 10 worlds have less) minus the mean in worlds where it is low (around P10: 9 of 10 worlds have more)."
        ),
      linked(clear),
      drivers.figures[0] == .ruin ? WhySentences.closed(drivers.quits, of: circumstances.paths) : nil,
      within.isEmpty
        ? nil : say("No effect beyond chance (\(within.count)): \(within.joined(separator: Tongue.current.comma))."),
      tooFew,
    ].compactMap(\.self)
  }

  /// What moves with a number is part of its swing.
  private func linked(_ clear: [Tornado.Bar]) -> String? {
    let pairs = clear.filter { !$0.input.linkedWith.isEmpty }.map { bar in
      say("\(bar.input.path) with \(bar.input.linkedWith.joined(separator: Tongue.current.comma))")
    }
    guard !pairs.isEmpty else { return nil }
    return say("* Correlated, so they move together: \(pairs.joined(separator: Tongue.current.semicolon)).")
  }

  private var tooFew: String? {
    guard case .tooFew(let need) = drivers.ruin else { return nil }
    let count = NumberFormat().count(drivers.ruined)
    let all = NumberFormat().worlds(circumstances.paths)
    guard let need else {
      return say(
        "This run does not show what makes worlds run out of money: the money runs out in \(count) of \(all), and a comparison needs enough worlds that run out and enough that do not."
      )
    }
    return say(
      "This run does not show what makes worlds run out of money: the money runs out in \(count) of \(all), and a comparison needs enough worlds that run out and enough that do not. To find out, run more worlds: --paths \(need)."
    )
  }

  // MARK: Numbers

  private func ends(_ bar: Tornado.Bar, _ glyphs: Surface.Glyphs) -> (from: String, to: String) {
    guard let slot = circumstances.scenario.slot(bar.input.path) else { return ("", "") }
    let words = ParameterWords(slot, in: circumstances.scenario, glyphs)
    return (words.short(bar.lowAt.toThreeDigits), words.short(bar.highAt.toThreeDigits))
  }

  private func style(of figure: Int) -> NumberStyle {
    switch drivers.figures[figure].unit {
    case .share: NumberStyle(.points(decimals: 1), showsPlus: true)
    case .money: NumberStyle(.money(cents: false), showsPlus: true)
    case .count, .day, .month: NumberStyle(.plain(decimals: 1), showsPlus: true)
    }
  }

  private func unit(of figure: Int) -> String {
    drivers.figures[figure].unit == .money ? " " + circumstances.currency : ""
  }

  /// For the eye: the first figure with its bar, the others beside it.
  private func sheet(_ bars: [Tornado.Bar], _ glyphs: Surface.Glyphs) -> Table {
    let longest = bars.map { $0.swings[0].value.magnitude }.max() ?? 0
    let bar = SwingBar(longest: longest, glyphs: glyphs)
    let figures = drivers.figures.enumerated().flatMap { index, figure -> [Table.Column] in
      let title = figure.title.said + (figure.unit == .money ? ", \(circumstances.currency)" : "")
      let errors = style(of: index).unit
      return [
        Table.Column(title, short: figure.shortTitle.said, .number(style(of: index))),
        Table.Column("± (95 %)", short: "±", .number(NumberStyle(errors))),
      ]
    }
    return Table(
      columns: [Table.Column(say("Number"), .text), Table.Column(say("from … to"), .text)]
        + Array(figures.prefix(2)) + [Table.Column("", .text)] + Array(figures.dropFirst(2)),
      rows: bars.map { one in
        let (from, to) = ends(one, glyphs)
        let arrow = glyphs == .ascii ? "->" : "→"
        let cells = one.swings.enumerated().flatMap { figure, swing -> [Table.Cell] in
          let isClear = drivers.tornado.isClear(one, of: figure)
          return [.number(swing.value, isClear ? .plain : .dim), .number(swing.halfWidth, .dim)]
        }
        return Table.Row(
          [.text(one.input.path + (one.input.linkedWith.isEmpty ? "" : " *")), .text("\(from) \(arrow) \(to)")]
            + Array(cells.prefix(2)) + [.text(bar.text(one.swings[0].value))] + Array(cells.dropFirst(2)))
      })
  }

  // MARK: Data

  package var table: Table {
    Table(
      columns: [Table.Column("input", .text)] + ["low_at", "high_at"].map { Table.Column($0, .number(.number)) }
        + drivers.figures.flatMap { figure in
          ["", "_standard_error", "_low", "_high"].map { Table.Column(figure.name + $0, .number(.number)) }
        } + [Table.Column("linked_with", .text)],
      rows: drivers.tornado.bars.map { bar in
        Table.Row(
          [.text(bar.input.path), .number(bar.lowAt), .number(bar.highAt)]
            + bar.swings.flatMap { swing -> [Table.Cell] in
              [.number(swing.value), .number(swing.standardError), .number(swing.low), .number(swing.high)]
            } + [.text(bar.input.linkedWith.joined(separator: " "))])
      })
  }

  package var numbers: [AnswerNumber] {
    drivers.tornado.bars.flatMap { bar in
      zip(drivers.figures, bar.swings).map { figure, swing in
        let unit: AnswerNumber.Unit =
          switch figure.unit {
          case .share: .share
          case .money: .money
          case .count, .day, .month: .plain
          }
        return AnswerNumber(figure.name, of: bar.input.path, swing, unit)
      }
    }
  }

  /// Of the figures that were asked for, each bar has its swing.
  package static let shape: JSONShape =
    Circumstances.shape + [
      "fingerprint": .string, "worlds": .integer, "runs": .integer, "target": .string,
      "tornado": .array(barShape.with(others: .estimate)),
    ]

  private static let barShape: JSONShape = [
    "input": .string, "low_at": .number, "high_at": .number, "beyond_chance": .bool, "linked_with": .array(.string),
  ]

  package var json: JSON {
    .object(
      circumstances.json + [
        JSON.Member("fingerprint", .string(fingerprint)), JSON.Member("worlds", .integer(circumstances.paths)),
        JSON.Member("runs", .integer(1)), JSON.Member("target", .string(drivers.figures[0].name)),
        JSON.Member("tornado", .array(drivers.tornado.bars.map(json))),
      ])
  }

  private func json(_ bar: Tornado.Bar) -> JSON {
    .object(
      [
        JSON.Member("input", .string(bar.input.path)), JSON.Member("low_at", .number(bar.lowAt)),
        JSON.Member("high_at", .number(bar.highAt)),
      ] + zip(drivers.figures, bar.swings).map { JSON.Member($0.name, JSON($1)) } + [
        JSON.Member("beyond_chance", .bool(drivers.tornado.isClear(bar, of: 0))),
        JSON.Member("linked_with", .array(bar.input.linkedWith.map { .string($0) })),
      ])
  }
}
