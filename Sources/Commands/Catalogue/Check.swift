import Analysis
import Language
import Reports
import Scenarios

extension CommandSpec {
  static let check = CommandSpec(
    "check", synonyms: ["体检"], "checks a scenario for what is wrong or doubtful, before any run",
    syntax: "check [of STRATEGY] [--strict]", examples: ["check", "check of lean", "check --json"],
    operand: .words(["of"]),
    options: [OptionSpec("strict", nil, "exit with 3 if anything is wrong")] + OptionSpec.rows + OptionSpec.output,
    related: ["run", "presets", "breakeven", "drivers"]
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["of"])
    if let word = clauses.head.first {
      throw invocation.failure(
        say("cannot read this"), at: word.span, help: say("write \(invocation.spec.syntax.said)"))
    }
    let strategy = try clauses.word("of")
    let (name, scenario) = try session.scenario(asked: invocation, under: strategy)
    let audited = Contender(name, scenario).scenario
    let audit = Audit(audited, presets: session.presets, seed: 1)
    let places = session.places
    let report = CheckReport(
      audit, audited, strategy: name, places: audit.findings.map { places.place(of: $0.path) })
    var answer = Answer(report, session.glyphs)
    answer.hint = say("Next: run · drivers · show preset NAME")
    let wrong = audit.count(.wrong)
    if invocation.has("strict"), wrong > 0 {
      answer.stopped = invocation.failure(
        say("surely wrong: \(wrong)"), at: invocation.command.words[0].span, reason: .assertion)
    }
    return answer
  }
}

/// Where the parameters of a scenario stand in its file.
private struct Places {
  let source: Source?
  let spans: [String: SourceSpan]

  /// Its own place, or that of the nearest part around it; nil where nothing of it is in the file.
  func place(of path: String) -> CheckReport.Place? {
    guard let source else { return nil }
    var parts = path.split(separator: ".")
    while !parts.isEmpty {
      if let span = spans[parts.joined(separator: ".")] {
        let place = source.place(at: span.start)
        return (place.line, place.column)
      }
      parts.removeLast()
    }
    return nil
  }
}

extension Session {
  /// Of the text that was loaded or last saved.
  fileprivate var places: Places {
    guard let source, let file = try? ScenarioFile.read(source, home: surroundings.home) else {
      return Places(source: nil, spans: [:])
    }
    return Places(source: source, spans: file.spans)
  }
}
