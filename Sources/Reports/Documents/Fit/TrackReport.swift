package import Analysis
import Language

/// What `track` answers: where the shop stands in the fan of a plan that was made before.
package struct TrackReport: Report {
  private let track: Track
  private let run: String
  private let currency: String
  /// Of the first month that is compared.
  private let since: String
  /// Months that are left out, and why.
  private let remarks: [String]
  private let titles: [String: (title: String, isMoney: Bool)]

  package init(
    _ track: Track, run: String, currency: String, since: String, remarks: [String],
    titles: [String: (title: String, isMoney: Bool)]
  ) {
    (self.track, self.run, self.currency, self.since) = (track, run, currency, since)
    (self.remarks, self.titles) = (remarks, titles)
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    let format = NumberFormat(glyphs: glyphs)
    let columns = [
      Table.Column(say("Since \(since)"), .text), Table.Column(say("actual"), .number(.money)),
      Table.Column("p5", .number(.money)), Table.Column("p50", .number(.money)), Table.Column("p95", .number(.money)),
      Table.Column(say("Higher than … of 100 worlds"), short: say("Above … of 100"), .number(.count)),
      Table.Column(say("Verdict"), .text),
    ]
    let rows = track.totals.map { total in
      Table.Row([
        .text(name(total.cell)), .number(total.cell.actual), .number(total.cell.p5), .number(total.cell.p50),
        .number(total.cell.p95), .number((total.cell.percentile * 100).rounded()),
        .text(Self.words(total.cell.word)),
      ])
    }
    var blocks: [Block] = [
      .paragraph([.strong(say("Compared with run \(run), which was made before these months"))]), .blank,
      .table(Table(columns: columns, rows: rows)), .blank,
    ]
    for total in track.totals {
      guard let luck = total.luck else { continue }
      let share = format.text(min(1, luck) * 100, .decimals(0))
      blocks.append(
        .paragraph([
          TextRun(
            say(
              "\(titled(total.cell)): luck explains \(share) % of the differences between worlds; knowing more about your shop would not reduce this share."
            ))
        ]))
    }
    let expected = format.text(track.expectedOutside, .decimals(1))
    blocks.append(
      .paragraph([
        TextRun(
          say(
            "Monthly figures outside their 90 % range: \(track.outside) of \(track.cells.count); \(expected) would be normal."
          ))
      ]))
    blocks += remarks.map { .paragraph([.dim($0)]) }
    return Document(blocks)
  }

  private func titled(_ cell: Track.Cell) -> String { titles[cell.figure]?.title ?? cell.figure }

  private func name(_ cell: Track.Cell) -> String {
    guard let title = titles[cell.figure] else { return cell.figure }
    return title.isMoney ? "\(title.title) \(currency)" : title.title
  }

  static func words(_ word: Track.Word) -> String {
    switch word {
    case .onPlan: say("as expected")
    case .ahead(false): say("ahead, may be luck")
    case .ahead(true): say("ahead, more than luck")
    case .behind(false): say("behind, may be luck")
    case .behind(true): say("behind, more than luck")
    }
  }

  // MARK: Data

  package var table: Table {
    let numbers = ["actual", "p5", "p25", "p50", "p75", "p95", "percentile"]
    return Table(
      columns: [Table.Column("month", .text), Table.Column("figure", .text)]
        + numbers.map { Table.Column($0, .number(.number)) },
      rows: track.cells.map { cell in
        let values = [cell.actual, cell.p5, cell.p25, cell.p50, cell.p75, cell.p95, cell.percentile]
        return Table.Row([.text(cell.month), .text(cell.figure)] + values.map { .number($0) })
      })
  }

  package static let shape: JSONShape = [
    "run": .string,
    "months": .array([
      "month": .string, "figure": .string, "actual": .number, "p5": .number, "p25": .number, "p50": .number,
      "p75": .number, "p95": .number, "percentile": .number,
    ]),
    "totals": .array([
      "figure": .string, "actual": .number, "percentile": .number, "word": .string, "luck_share": .number,
    ]),
    "outside": .integer, "expected_outside": .number,
  ]

  package var json: JSON {
    [
      "run": .string(run),
      "months": .array(
        track.cells.map {
          [
            "month": .string($0.month), "figure": .string($0.figure), "actual": .number($0.actual),
            "p5": .number($0.p5), "p25": .number($0.p25), "p50": .number($0.p50), "p75": .number($0.p75),
            "p95": .number($0.p95), "percentile": .number($0.percentile),
          ]
        }),
      "totals": .array(
        track.totals.map { total in
          [
            "figure": .string(total.cell.figure), "actual": .number(total.cell.actual),
            "percentile": .number(total.cell.percentile),
            "word": .string(Tongue.english.speaking { Self.words(total.cell.word) }),
            "luck_share": total.luck.map { .number($0) } ?? .null,
          ]
        }),
      "outside": .integer(track.outside), "expected_outside": .number(track.expectedOutside),
    ]
  }
}
