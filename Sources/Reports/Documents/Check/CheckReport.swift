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
    if let grades { blocks += [.blank, .paragraph([.dim(grades)])] }
    return Document(blocks)
  }

  private func place(_ index: Int) -> String { places[index].map { "\($0.line):\($0.column)" } ?? "" }

  private var verdict: String {
    let counts = AuditFinding.Severity.allCases.map(audit.count)
    if audit.findings.isEmpty { return say("Nothing stands out.") }
    guard counts[0] > 0 else { return say("Nothing is surely wrong; \(counts[1]) doubtful, \(counts[2]) to note.") }
    return say("\(counts[0]) surely wrong, \(counts[1]) doubtful, \(counts[2]) to note.")
  }

  /// How good the sources are that values come from.
  private var grades: String? {
    guard !audit.grades.isEmpty else { return nil }
    let all = audit.grades.reduce(0) { $0 + $1.count }
    let parts = audit.grades.map { "\($0.grade.rawValue) \($0.count): \($0.grade.words)" }
    let list = parts.joined(separator: Tongue.current.semicolon)
    return say("\(all) values come from presets. \(list).")
  }

  // MARK: Data

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

  package var json: JSON {
    .object([
      JSON.Member("dropcast", 1), JSON.Member("scenario", .string(scenario.name)),
      JSON.Member("strategy", .string(strategy)), JSON.Member("findings", table.json()),
      JSON.Member(
        "grades", .object(audit.grades.map { JSON.Member($0.grade.rawValue, .integer($0.count)) })),
    ])
  }
}
