package import Analysis
import Language
package import Scenarios

/// What `check` answers.
package struct CheckReport: Report {
  /// Where a parameter stands in the file.
  package typealias Place = (line: Int, column: Int)

  private let audit: Audit
  private let scenario: Scenario
  private let strategy: String
  private let places: [Place?]

  /// - Parameter places: of the findings, in their order; nil for what stands in no file.
  package init(_ audit: Audit, _ scenario: Scenario, strategy: String, places: [Place?]) {
    self.audit = audit
    self.scenario = scenario
    self.strategy = strategy
    self.places = places
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    let words = AuditWords(scenario: scenario, glyphs: glyphs)
    var blocks: [Block] = [.paragraph([.dim("\(scenario.name) · \(strategy)")]), .blank]
    blocks.append(.paragraph([.strong(verdict)]))
    if !audit.findings.isEmpty {
      let rows = audit.findings.enumerated().flatMap { index, finding -> [Table.Row] in
        let tone: Tone = finding.severity == .wrong ? .bad : .plain
        let first = Table.Row([
          .text(finding.severity.title, tone), .text(place(index), .dim), .text(words.sentence(finding)),
        ])
        return [first] + (words.fix(finding).map { [Table.Row([.text(""), .text(""), .text($0, .accent)])] } ?? [])
      }
      blocks += [
        .blank,
        .table(
          Table(
            columns: [
              Table.Column("", .text), Table.Column(say("line"), .text), Table.Column(say("what to look at"), .text),
            ], rows: rows)),
      ]
    }
    if audit.resting != nil { blocks += [.blank] + resting(glyphs).map { .paragraph([TextRun($0)]) } }
    if let grades { blocks += [.blank, .paragraph([.dim(grades)])] }
    return Document(blocks)
  }

  private func place(_ index: Int) -> String { places[index].map { "\($0.line):\($0.column)" } ?? "" }

  private var verdict: String {
    let counts = AuditFinding.Severity.allCases.map(audit.count)
    if audit.findings.isEmpty { return say("Nothing stands out.") }
    guard counts[0] > 0 else { return say("Nothing is clearly wrong; \(counts[1]) doubtful, \(counts[2]) to note.") }
    return say("\(counts[0]) clearly wrong, \(counts[1]) doubtful, \(counts[2]) to note.")
  }

  /// How good the sources are that values come from.
  private var grades: String? {
    guard !audit.grades.isEmpty else { return nil }
    let all = audit.grades.reduce(0) { $0 + $1.count }
    let parts = audit.grades.map { say("\($0.count) of grade \($0.grade.rawValue) (\($0.grade.words))") }
    let list = parts.joined(separator: Tongue.current.semicolon)
    return say("Values from presets: \(all), namely \(list).")
  }

  // MARK: What ruin rests on

  private func resting(_ glyphs: Surface.Glyphs) -> [String] {
    guard let resting = audit.resting else { return [] }
    let format = NumberFormat(glyphs: glyphs)
    func share(_ value: Double) -> String { format.text(max(0, min(1, value)), NumberStyle(.share(decimals: 0))) }
    let comma = Tongue.current.comma
    let title = resting.figure.title.said
    let luck = say("\(title): luck explains \(share(resting.shares.luck.value)) of the differences between worlds.")
    let points =
      resting.canBePoints.isEmpty
      ? nil
      : say(
        "The following numbers have no effect in any world, so a single value would do for each instead of a range: \(resting.canBePoints.joined(separator: comma))."
      )
    guard resting.isTold else {
      return [luck, say("Apart from luck, no uncertain number has a visible effect."), points].compactMap(\.self)
    }
    let parts = resting.parts.map { part -> String in
      let source = part.grade.map { say("grade \($0.rawValue) (\($0.words))") } ?? say("your own numbers")
      return say("\(share(part.share)) \(source): \(part.paths.joined(separator: comma))")
    }
    let worlds = format.worlds(resting.shares.worlds)
    return [
      luck,
      say(
        "The uncertain numbers explain the rest, here sorted by where they come from: \(parts.joined(separator: Tongue.current.semicolon))."
      ),
      points,
      say("This took \(2 * resting.shares.inputs.count + 2) runs of \(worlds) each."),
    ].compactMap(\.self)
  }

  // MARK: Data

  package var numbers: [AnswerNumber] {
    let counts = zip(["wrong", "doubtful", "notes"], AuditFinding.Severity.allCases).map {
      AnswerNumber($0, Double(audit.count($1)), .plain)
    }
    let rules = Audit.rules.map { rule in
      AnswerNumber("findings", of: rule, Double(audit.findings.count { $0.rule == rule }), .plain)
    }
    let assumptions = audit.resting.map { [AnswerNumber("assumptions", $0.assumptions?.share ?? 0, .share)] } ?? []
    return counts + [AnswerNumber("findings", Double(audit.findings.count), .plain)] + rules + assumptions
  }

  package var table: Table {
    let words = AuditWords(scenario: scenario, glyphs: .unicode)
    return Table(
      columns: ["rule", "severity", "path"].map { Table.Column($0, .text) }
        + ["line", "column"].map { Table.Column($0, .number(.count)) }
        + ["sentence", "fix"].map { Table.Column($0, .text) },
      rows: audit.findings.enumerated().map { index, finding in
        let place = places[index]
        return Table.Row([
          .text(finding.rule), .text(finding.severity.rawValue), .text(finding.path),
          place.map { .number(Double($0.line)) } ?? .missing, place.map { .number(Double($0.column)) } ?? .missing,
          .text(words.sentence(finding)), words.fix(finding).map { .text($0) } ?? .missing,
        ])
      })
  }

  private func json(_ resting: Resting) -> JSON {
    let parts = resting.parts.map { part -> JSON in
      [
        "grade": .string(part.grade?.rawValue ?? "yours"), "share": .number(part.share),
        "inputs": .array(part.paths.map { .string($0) }),
      ]
    }
    return [
      "target": .string(resting.figure.name), "luck": JSON(resting.shares.luck), "told": .bool(resting.isTold),
      "assumptions": .number(resting.assumptions?.share ?? 0), "by_grade": .array(parts),
      "can_be_points": .array(resting.canBePoints.map { .string($0) }),
      "worlds": .integer(resting.shares.worlds), "runs": .integer(2 * resting.shares.inputs.count + 2),
    ]
  }

  package static let shape: JSONShape = [
    "dropcast": .integer, "scenario": .string, "strategy": .string,
    "findings": .rows(texts: ["rule", "severity", "path", "sentence", "fix"], numbers: ["line", "column"]),
    "grades": .map(.integer), "resting?": restingShape,
  ]

  private static let restingShape: JSONShape = [
    "target": .string, "luck": .estimate, "told": .bool, "assumptions": .number,
    "by_grade": .array(["grade": .string, "share": .number, "inputs": .array(.string)]),
    "can_be_points": .array(.string), "worlds": .integer, "runs": .integer,
  ]

  package var json: JSON {
    .object(
      [
        JSON.Member("dropcast", 1), JSON.Member("scenario", .string(scenario.name)),
        JSON.Member("strategy", .string(strategy)), JSON.Member("findings", table.json()),
        JSON.Member(
          "grades", .object(audit.grades.map { JSON.Member($0.grade.rawValue, .integer($0.count)) })),
      ] + (audit.resting.map { [JSON.Member("resting", json($0))] } ?? []))
  }
}
