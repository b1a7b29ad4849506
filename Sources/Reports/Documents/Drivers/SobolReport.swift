package import Analysis
import Language
import Scenarios
import Statistics

/// What `drivers sobol` answers.
package struct SobolReport: Report {
  private let indices: SobolIndices
  private let figure: Figure
  private let circumstances: Circumstances
  private let fingerprint: String

  package init(_ indices: SobolIndices, of figure: Figure, _ circumstances: Circumstances, fingerprint: String) {
    self.indices = indices
    self.figure = figure
    self.circumstances = circumstances
    self.fingerprint = fingerprint
  }

  /// Less of the variance is not shown as a row.
  private static let least = 0.01

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [circumstances.headline, .blank]
    guard indices.variance > 0 else {
      blocks.append(.paragraph([.strong(say("\(figure.title.said): this is the same in all worlds."))]))
      return Document(blocks)
    }
    blocks += verdict.map { .paragraph([.strong($0)]) }
    blocks += [.blank, .table(sheet), .blank]
    blocks += remarks.map { .paragraph([.dim($0)]) }
    return Document(blocks)
  }

  private func name(_ column: SobolIndices.Column) -> String {
    column.paths.isEmpty ? say("luck") : column.paths.joined(separator: " + ")
  }

  private var verdict: [String] {
    let title = figure.title.said
    let luck = indices.luck.map { column in
      say(
        "\(title): luck explains \(column.total.shareInWords) of the differences between worlds; knowing the uncertain numbers exactly would not reduce this share."
      )
    }
    let first = indices.numbers.first.flatMap { column -> String? in
      guard !column.first.isWithinError else { return nil }
      return say(
        "Of the numbers, \(name(column)) matters most: by itself, it explains \(column.first.shareInWords) of the differences."
      )
    }
    return [luck, first].compactMap(\.self)
  }

  private var shown: [SobolIndices.Column] { indices.numbers.filter { $0.total.value >= Self.least } }

  private var sheet: Table {
    let rows = (shown + [indices.luck].compactMap(\.self)).map { column in
      let isClear = !column.first.isWithinError
      return Table.Row([
        .text(name(column)), .number(min(1, max(0, column.first.value)), isClear ? .plain : .dim),
        .number(column.first.halfWidth, .dim), .number(min(1, column.total.value)),
        .number(column.total.halfWidth, .dim),
      ])
    }
    return Table(
      columns: [
        Table.Column(say("Number"), .text), Table.Column(say("by itself"), .number(.share)),
        Table.Column("± (95 %)", short: "±", .number(.points)),
        Table.Column(say("with all others"), .number(.share)), Table.Column("± (95 %)", short: "±", .number(.points)),
      ], rows: rows)
  }

  private var remarks: [String] {
    let comma = Tongue.current.comma
    let none = indices.numbers.filter(\.doesNothing).map(name)
    let small = indices.numbers.filter { $0.total.value < Self.least && !$0.doesNothing }.map(name)
    let runs = indices.columns.count + 2
    let worlds = NumberFormat().worlds(indices.worlds)
    return [
      say(
        "“By itself”: the share of the differences that would disappear if you knew only this number. “With all others”: the share that would remain if you knew everything else, luck included, but not this number."
      ),
      small.isEmpty ? nil : say("“With all others” below 1 % (\(small.count)): \(small.joined(separator: comma))."),
      none.isEmpty ? nil : say("No effect in any world (\(none.count)): \(none.joined(separator: comma))."),
      indices.ofFarthest > 0.5
        ? say("More than half of these differences come from 1 % of the worlds: those that end farthest from the mean.")
        : nil,
      say("This took \(runs) runs of \(worlds) each. Correlated numbers share one row."),
    ].compactMap(\.self)
  }

  // MARK: Data

  package var table: Table {
    let names = ["first", "total"].flatMap { name in ["", "_standard_error", "_low", "_high"].map { name + $0 } }
    return Table(
      columns: [Table.Column("column", .text)] + names.map { Table.Column($0, .number(.number)) },
      rows: indices.columns.map { column in
        Table.Row(
          [.text(id(column))]
            + [column.first, column.total].flatMap { index -> [Table.Cell] in
              [.number(index.value), .number(index.standardError), .number(index.low), .number(index.high)]
            })
      })
  }

  package var numbers: [AnswerNumber] {
    indices.columns.flatMap { column in
      [
        AnswerNumber("first", of: id(column), column.first, .share),
        AnswerNumber("total", of: id(column), column.total, .share),
      ]
    }
  }

  private func id(_ column: SobolIndices.Column) -> String {
    column.paths.isEmpty ? "luck" : column.paths.joined(separator: "+")
  }

  package static let shape: JSONShape =
    Circumstances.shape + [
      "fingerprint": .string, "worlds": .integer, "runs": .integer, "target": .string, "mean": .number,
      "variance": .number,
      "sobol": .array(["column": .string, "first": .estimate, "total": .estimate, "does_nothing": .bool]),
    ]

  package var json: JSON {
    let columns = indices.columns.map { column -> JSON in
      [
        "column": .string(id(column)), "first": JSON(column.first), "total": JSON(column.total),
        "does_nothing": .bool(column.doesNothing),
      ]
    }
    return .object(
      circumstances.json + [
        JSON.Member("fingerprint", .string(fingerprint)), JSON.Member("worlds", .integer(indices.worlds)),
        JSON.Member("runs", .integer(indices.columns.count + 2)), JSON.Member("target", .string(figure.name)),
        JSON.Member("mean", .number(indices.mean)), JSON.Member("variance", .number(indices.variance)),
        JSON.Member("sobol", .array(columns)),
      ])
  }
}
