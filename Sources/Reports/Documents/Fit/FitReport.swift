package import Analysis
import Language
package import Scenarios

/// What `fit` answers: what was believed, what was seen, and what to believe now.
package struct FitReport: Report {
  private let fit: Fit
  private let scenario: Scenario
  /// The strategy that holds what is proposed; nil where nothing is.
  private let strategy: String?

  package init(_ fit: Fit, _ scenario: Scenario, strategy: String?) {
    (self.fit, self.scenario, self.strategy) = (fit, scenario, strategy)
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    let words = FitWords(fit, scenario, glyphs)
    var blocks: [Block] = [.paragraph([.strong(words.headline)]), .blank, .table(rows(words))]
    if !words.notes.isEmpty {
      blocks.append(.blank)
      for (place, note) in words.notes.enumerated() { blocks.append(.paragraph([.dim("\(place + 1)  \(note)")])) }
    }
    let rest = words.rest
    if !rest.isEmpty { blocks += [.blank] + rest.map { .paragraph([.dim($0)]) } }
    blocks += [.blank, .paragraph([words.verdict])]
    if let strategy {
      let count = NumberFormat(glyphs: glyphs).count(fit.changes.count)
      blocks.append(
        .paragraph([
          TextRun(say("Changes in the strategy \"\(strategy)\": \(count); your scenario itself is unchanged."))
        ])
      )
    }
    return Document(blocks)
  }

  private func rows(_ words: FitWords) -> Table {
    Table(
      columns: [
        Table.Column(say("Number"), .text), Table.Column(say("Before, 90 % range"), short: say("Before"), .text),
        Table.Column(say("Fitted, 90 % range"), short: say("Fitted"), .text), Table.Column(say("Based on"), .text),
        Table.Column(say("Verdict"), .text),
      ],
      rows: fit.rows.map { row in
        Table.Row([
          .text(words.name(row)), .text(words.prior(row)), .text(words.posterior(row)), .text(words.seen(row.seen)),
          .text(words.verdict(of: row)),
        ])
      })
  }

  // MARK: Data

  package var table: Table {
    let texts = ["parameter", "method", "given"]
    let numbers = [
      "prior_p5", "prior_p50", "prior_p95", "worth", "p5", "p50", "p95", "k", "n", "dispersion", "surprise",
    ]
    return Table(
      columns: texts.map { Table.Column($0, .text) } + numbers.map { Table.Column($0, .number(.number)) }
        + ["moved", "verdict", "written"].map { Table.Column($0, .text) },
      rows: fit.rows.map { row in
        func cell(_ number: Double?) -> Table.Cell { number.map { .number($0) } ?? .missing }
        let values: [Double?] = [
          row.prior.p5, row.prior.p50, row.prior.p95, row.priorWorth, row.posterior.p5, row.posterior.p50,
          row.posterior.p95, row.k, row.n, row.dispersion, row.surprise,
        ]
        let written = row.changes.map { "\($0.path) = \($0.text)" }.joined(separator: "; ")
        return Table.Row(
          [.text(row.parameter), .text(row.method.rawValue), .text(row.given)] + values.map(cell)
            + [.text(row.moved ? "yes" : "no"), .text(row.verdict.rawValue), .text(written)])
      })
  }

  private static let change: JSONShape = .named("change", ["parameter": .string, "value": .string])

  package static let shape: JSONShape = [
    "from": .string, "to": .string, "weeks": .integer, "orders": .integer, "clicks": .number, "spend": .number,
    "parameters": .array([
      "parameter": .string, "method": .string,
      "prior": ["p5": .number, "p50": .number, "p95": .number, "worth": .number, "given": .string],
      "posterior": ["p5": .number, "p50": .number, "p95": .number, "written": .array(change)],
      "k": .number, "n": .number, "dispersion": .number, "surprise": .number, "moved": .bool,
      "verdict": .string, "reasons": .array(.string),
    ]),
    "worlds": JSONShape.object(
      [
        .init("paths", .integer), .init("seed", .seed), .init("k_hat", .number), .init("k_limit", .number),
        .init("ess", .number),
      ], others: nil
    ).orNull(),
    "correlations": .array(["first": .string, "second": .string, "rho": .number]),
    "not_seen": .array(["parameter": .string, "why": .string]), "changes": .array(change), "verdict": .string,
    "strategy": JSONShape.string.orNull(),
  ]

  package var json: JSON {
    [
      "from": .string(fit.period.lowerBound.description), "to": .string(fit.period.upperBound.description),
      "weeks": .integer(fit.weeks), "orders": .integer(fit.orders), "clicks": .number(fit.clicks),
      "spend": .number(fit.spend), "parameters": .array(fit.rows.map(json)), "worlds": worlds,
      "correlations": .array(
        fit.correlations.map { ["first": .string($0.first), "second": .string($0.second), "rho": .number($0.rho)] }),
      "not_seen": .array(
        fit.notSeen.map {
          ["parameter": .string($0.parameter), "why": .string(FitWords.why($0.why))]
        }),
      "changes": .array(fit.changes.map { ["parameter": .string($0.path), "value": .string($0.text)] }),
      "verdict": .string(fit.verdict.rawValue), "strategy": strategy.map { .string($0) } ?? .null,
    ]
  }

  private var worlds: JSON {
    guard let worlds = fit.worlds else { return .null }
    return [
      "paths": .integer(worlds.paths), "seed": JSON(seed: worlds.seed),
      "k_hat": worlds.shape.map { .number($0) } ?? .null, "k_limit": .number(worlds.mostShape),
      "ess": .number(worlds.effective),
    ]
  }

  private func json(_ row: FitRow) -> JSON {
    func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
    let words = FitWords(fit, scenario, .ascii)
    return [
      "parameter": .string(row.parameter), "method": .string(row.method.rawValue),
      "prior": [
        "p5": .number(row.prior.p5), "p50": .number(row.prior.p50), "p95": .number(row.prior.p95),
        "worth": number(row.priorWorth), "given": .string(row.given),
      ],
      "posterior": [
        "p5": .number(row.posterior.p5), "p50": .number(row.posterior.p50), "p95": .number(row.posterior.p95),
        "written": .array(
          row.changes.map { ["parameter": .string($0.path), "value": .string($0.text)] }),
      ],
      "k": number(row.k), "n": number(row.n), "dispersion": number(row.dispersion), "surprise": number(row.surprise),
      "moved": .bool(row.moved), "verdict": .string(row.verdict.rawValue),
      "reasons": .array(row.reasons.map { .string(words.note($0, row)) }),
    ]
  }
}
