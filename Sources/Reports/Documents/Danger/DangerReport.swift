package import Analysis
import Language
import Statistics

/// What `danger` answers.
package struct DangerReport: Report {
  private let danger: Danger
  private let circumstances: Circumstances
  private let fingerprint: String

  package init(_ danger: Danger, _ circumstances: Circumstances, fingerprint: String) {
    self.danger = danger
    self.circumstances = circumstances
    self.fingerprint = fingerprint
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    let words = DangerWords(danger, circumstances, glyphs)
    var blocks: [Block] = [circumstances.headline, .blank]
    if let passedOver = words.passedOver { blocks.append(.paragraph([TextRun(passedOver)])) }
    blocks.append(.paragraph([.strong(words.verdict)]))
    if case .box(let limits, let score) = danger.answer {
      blocks += [.blank, .table(sheet(limits, score, words))]
    }
    let remarks = words.remarks
    if !remarks.isEmpty { blocks += [.blank] + remarks.map { .paragraph([.dim($0)]) } }
    return Document(blocks)
  }

  /// For the eye: the first limit, the first two, and so on; then everywhere else.
  private func sheet(_ limits: [Danger.Limit], _ score: BoxScore, _ words: DangerWords) -> Table {
    func share(_ value: Double) -> Table.Cell { .number(value) }
    let rows = zip(limits, danger.steps).enumerated().map { place, pair in
      let (limit, step) = pair
      let name = words.sign(limit)
      return Table.Row([
        .text(place == 0 ? name : "  " + say("and \(name)")), share(step.mass.estimate), share(step.density.estimate),
        .number(Estimated(step.density).halfWidth, .dim), share(step.coverage.estimate),
      ])
    }
    let rest = Table.Row([
      .text(say("everywhere else")), share(1 - score.mass.estimate), share(score.elsewhere.estimate),
      .number(Estimated(score.elsewhere).halfWidth, .dim), share(1 - score.coverage.estimate),
    ])
    return Table(
      columns: [
        Table.Column(say("Where"), .text), Table.Column(say("Of all worlds"), short: say("of all"), .number(.share)),
        Table.Column(words.title, .number(.share)), Table.Column("± (95 %)", short: "±", .number(.points)),
        Table.Column(say("Of all such endings"), short: say("endings"), .number(.share)),
      ], rows: rows + [rest])
  }

  // MARK: Data

  package var table: Table {
    let limits = if case .box(let limits, _) = danger.answer { limits } else { [Danger.Limit]() }
    return Table(
      columns: [Table.Column("input", .text), Table.Column("side", .text)]
        + ["limit", "quasi_p"].map { Table.Column($0, .number(.number)) } + [Table.Column("lever", .text)]
        + ["mass", "density", "coverage"].map { Table.Column($0, .number(.number)) },
      rows: zip(limits, danger.steps).map { limit, step in
        Table.Row([
          .text(limit.input.path), .text(limit.side.rawValue), .number(limit.value), .number(limit.quasiP),
          .text(limit.input.isLever ? "yes" : "no"), .number(step.mass.estimate), .number(step.density.estimate),
          .number(step.coverage.estimate),
        ])
      })
  }

  package var numbers: [AnswerNumber] {
    let base = [AnswerNumber("base", Estimated(danger.base), .share)]
    guard case .box(let limits, let score) = danger.answer else { return base + [AnswerNumber("limits", 0, .plain)] }
    return base + [
      AnswerNumber("limits", Double(limits.count), .plain),
      AnswerNumber("density", Estimated(score.density), .share),
      AnswerNumber("coverage", Estimated(score.coverage), .share), AnswerNumber("mass", Estimated(score.mass), .share),
      AnswerNumber("elsewhere", Estimated(score.elsewhere), .share),
    ] + limits.map { AnswerNumber($0.side.rawValue, of: $0.input.path, $0.value, .parameter) }
  }

  package static let shape: JSONShape =
    Circumstances.shape + [
      "fingerprint": .string, "worlds": .integer, "runs": .integer, "target": .string, "chosen_seed": .seed,
      "scored_seed": .seed, "base": .estimate,
      "box": .array(["input": .string, "side": .string, "limit": .number, "quasi_p": .number, "lever": .bool]),
      "density?": .estimate, "coverage?": .estimate, "mass?": .estimate, "elsewhere?": .estimate, "z?": .number,
      "said": .bool, "too_few?": .integer,
    ]

  package var json: JSON {
    .object(
      circumstances.json + [
        JSON.Member("fingerprint", .string(fingerprint)), JSON.Member("worlds", .integer(circumstances.paths)),
        JSON.Member("runs", .integer(2)), JSON.Member("target", .string(danger.event.rawValue)),
        JSON.Member("chosen_seed", JSON(seed: danger.seeds.chosen)),
        JSON.Member("scored_seed", JSON(seed: danger.seeds.counted)), JSON.Member("base", JSON(Estimated(danger.base))),
      ] + answer)
  }

  private var answer: [JSON.Member] {
    switch danger.answer {
    case .box(let limits, let score): box(limits) + counted(score, isSaid: true)
    case .none(let score): box([]) + (score.map { counted($0, isSaid: false) } ?? [JSON.Member("said", .bool(false))])
    case .tooFew(let count):
      box([]) + [JSON.Member("said", .bool(false)), JSON.Member("too_few", .integer(count))]
    }
  }

  private func box(_ limits: [Danger.Limit]) -> [JSON.Member] {
    let items = limits.map { limit -> JSON in
      [
        "input": .string(limit.input.path), "side": .string(limit.side.rawValue), "limit": .number(limit.value),
        "quasi_p": .number(limit.quasiP), "lever": .bool(limit.input.isLever),
      ]
    }
    return [JSON.Member("box", .array(items))]
  }

  private func counted(_ score: BoxScore, isSaid: Bool) -> [JSON.Member] {
    [
      JSON.Member("density", JSON(Estimated(score.density))), JSON.Member("coverage", JSON(Estimated(score.coverage))),
      JSON.Member("mass", JSON(Estimated(score.mass))), JSON.Member("elsewhere", JSON(Estimated(score.elsewhere))),
      JSON.Member("z", .number(score.z)), JSON.Member("said", .bool(isSaid)),
    ]
  }
}
