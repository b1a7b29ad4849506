package import Analysis
import Language

/// What `drivers shares` answers.
package struct SharesReport: Report {
  private let shares: DriverShares
  private let figure: Figure
  private let circumstances: Circumstances
  private let fingerprint: String

  package init(_ shares: DriverShares, of figure: Figure, _ circumstances: Circumstances, fingerprint: String) {
    self.shares = shares
    self.figure = figure
    self.circumstances = circumstances
    self.fingerprint = fingerprint
  }

  /// A smaller share is not shown as a row.
  private static let least = 0.01

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [circumstances.headline, .blank]
    guard shares.variance > 0 else {
      blocks.append(.paragraph([.strong(say("\(figure.title.said): this is the same in all worlds."))]))
      return Document(blocks)
    }
    blocks += verdict.map { .paragraph([.strong($0)]) }
    blocks += [.blank, .table(sheet), .blank]
    blocks += remarks.map { .paragraph([.dim($0)]) }
    return Document(blocks)
  }

  private func name(_ input: DriverShares.Input) -> String { input.paths.joined(separator: " + ") }

  private func share(_ estimate: Estimated) -> String { estimate.shareInWords }

  private var verdict: [String] {
    let title = figure.title.said
    let luck = say(
      "\(title): luck explains \(share(shares.luck)) of the differences between worlds; knowing the uncertain numbers exactly would not reduce this share."
    )
    if shares.inputs.isEmpty { return [luck] }
    if shares.isLuckAlone {
      return [luck, say("With so much luck, the effect of each number cannot be seen.")]
    }
    guard let first = shares.inputs.first, !first.share.isWithinError else { return [luck] }
    return [
      luck, say("Of the numbers, \(name(first)) has the largest share of the differences: \(share(first.share))."),
    ]
  }

  private var shown: [DriverShares.Input] {
    shares.inputs.filter { $0.share.value >= Self.least || !$0.share.isWithinError && $0.share.value > 0 }
  }
  private var rest: [DriverShares.Input] {
    let shown = shown.map(\.paths)
    return shares.inputs.filter { !shown.contains($0.paths) }
  }

  private var sheet: Table {
    func cells(_ name: String, _ share: Estimated, _ own: Estimated?, _ note: String) -> Table.Row {
      Table.Row([
        .text(name), .number(min(1, max(0, share.value)), share.isWithinError ? .dim : .plain),
        .number(share.halfWidth, .dim), own.map { .number(min(1, $0.value)) } ?? .text(""), .text(note, .dim),
      ])
    }
    var rows = shown.map { cells(name($0), $0.share, $0.own, note($0)) }
    let others = rest.reduce(0) { $0 + $1.share.value }
    if rest.count > 0 {
      rows.append(Table.Row([.text(say("all others (\(rest.count))")), .number(min(1, max(0, others)), .dim)]))
    }
    rows.append(cells(say("luck"), shares.luck, nil, ""))
    return Table(
      columns: [
        Table.Column(say("Number"), .text), Table.Column(say("Share"), .number(.share)),
        Table.Column("± (95 %)", short: "±", .number(.points)),
        Table.Column(say("own effect, if all else is known"), short: say("own effect"), .number(.share)),
        Table.Column("", .text),
      ], rows: rows)
  }

  private func note(_ input: DriverShares.Input) -> String {
    if input.isOnlyALink {
      return say("only through its link to \(input.linkedWith.joined(separator: Tongue.current.comma))")
    }
    if input.share.isWithinError, let own = input.own, !own.isWithinError {
      return say("changes only how much luck matters")
    }
    return input.linkedWith.isEmpty ? "" : say("moves with \(input.linkedWith.joined(separator: Tongue.current.comma))")
  }

  private var remarks: [String] {
    let none = shares.inputs.filter { $0.doesNothingItself && !$0.isOnlyALink }.map(name)
    let runs = 2 * shares.inputs.count + 2
    let worlds = NumberFormat().worlds(shares.worlds)
    return [
      say(
        "The shares add up to 100 %. Own effect: the share of the differences that would remain if you knew everything else, luck included, but not this number."
      ),
      none.isEmpty
        ? nil : say("No effect in any world (\(none.count)): \(none.joined(separator: Tongue.current.comma))."),
      shares.ofFarthest > 0.5
        ? say("More than half of these differences come from 1 % of the worlds: those that end farthest from the mean.")
        : nil,
      say("This took \(runs) runs of \(worlds) each."),
    ].compactMap(\.self)
  }

  // MARK: Data

  package var table: Table {
    let names = ["share", "own"].flatMap { name in ["", "_standard_error", "_low", "_high"].map { name + $0 } }
    func cells(_ estimate: Estimated?) -> [Table.Cell] {
      guard let estimate else { return [.missing, .missing, .missing, .missing] }
      return [
        .number(estimate.value), .number(estimate.standardError), .number(estimate.low), .number(estimate.high),
      ]
    }
    return Table(
      columns: [Table.Column("input", .text)] + names.map { Table.Column($0, .number(.number)) }
        + [Table.Column("only_linked_with", .text)],
      rows: shares.inputs.map { input in
        Table.Row(
          [.text(input.paths.joined(separator: "+"))] + cells(input.share) + cells(input.own)
            + [.text(input.isOnlyALink ? input.linkedWith.joined(separator: " ") : "")])
      } + [Table.Row([.text("luck")] + cells(shares.luck) + cells(nil) + [.text("")])])
  }

  package static let shape: JSONShape = {
    let input: JSONShape = [
      "input": .string, "share": .estimate, "own": JSONShape.estimate.orNull(),
      "only_linked_with": JSONShape.array(.string).orNull(), "does_nothing": .bool,
    ]
    return Circumstances.shape + [
      "fingerprint": .string, "worlds": .integer, "runs": .integer, "target": .string, "variance": .number,
      "shares": ["luck": .estimate, "inputs": .array(input)],
    ]
  }()

  package var json: JSON {
    let inputs = shares.inputs.map { input -> JSON in
      [
        "input": .string(input.paths.joined(separator: "+")), "share": JSON(input.share),
        "own": input.own.map { JSON($0) } ?? .null,
        "only_linked_with": input.isOnlyALink ? .array(input.linkedWith.map { .string($0) }) : .null,
        "does_nothing": .bool(input.doesNothingItself),
      ]
    }
    return .object(
      circumstances.json + [
        JSON.Member("fingerprint", .string(fingerprint)), JSON.Member("worlds", .integer(shares.worlds)),
        JSON.Member("runs", .integer(2 * shares.inputs.count + 2)), JSON.Member("target", .string(figure.name)),
        JSON.Member("variance", .number(shares.variance)),
        JSON.Member("shares", ["luck": JSON(shares.luck), "inputs": .array(inputs)]),
      ])
  }

  package var numbers: [AnswerNumber] {
    shares.inputs.flatMap { input in
      let id = input.paths.joined(separator: "+")
      return [AnswerNumber("share", of: id, input.share, .share)]
        + (input.own.map { [AnswerNumber("own", of: id, $0, .share)] } ?? [])
    } + [AnswerNumber("share", of: "luck", shares.luck, .share)]
  }
}
