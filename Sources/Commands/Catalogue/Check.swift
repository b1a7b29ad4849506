import Analysis
import Language
import Reports
import Scenarios

extension CommandSpec {
  static let check = CommandSpec(
    "check", synonyms: ["体检"], "checks a scenario for what is wrong or doubtful, before any run",
    syntax: "check [of STRATEGY] [--strict] [--deep]",
    examples: ["check", "check of lean", "check --deep --paths 100", "check --json"],
    operand: .words(["of"]),
    options: [
      OptionSpec("strict", nil, "exit with code 3 if anything is wrong"),
      OptionSpec("deep", nil, "also show what the chance of running out of money depends on (takes many runs)"),
    ] + OptionSpec.worlds + OptionSpec.rows + OptionSpec.output,
    answer: CheckReport.shape, related: ["run", "presets", "breakeven", "drivers"]
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["of"])
    if let word = clauses.head.first {
      throw invocation.failure(
        say("cannot read this"), at: word.span, help: say("write: \(invocation.spec.syntax.said)"))
    }
    let strategy = try clauses.word("of")
    let (name, scenario) = try session.scenario(asked: invocation, under: strategy)
    let audited = Contender(name, scenario).scenario
    let isDeep = invocation.has("deep")
    for option in OptionSpec.worlds where invocation.has(option.name) && !isDeep {
      throw invocation.failure(
        say("worlds are run only with --deep"), at: invocation.command.span, help: say("remove --\(option.name)"))
    }
    var (resting, stopped): (Resting?, CommandFailure?) = (nil, nil)
    if isDeep { (resting, stopped) = try session.resting(of: strategy, invocation) }
    let audit = Audit(audited, presets: session.presets, seed: 1, resting: resting)
    let places = session.places
    let report = CheckReport(
      audit, audited, strategy: name, places: audit.findings.map { places.place(of: $0.path) })
    var answer = Answer(report, session.glyphs)
    answer.hint = say("Next: run · drivers · show preset NAME")
    answer.stopped = stopped
    let wrong = audit.count(.wrong)
    if invocation.has("strict"), wrong > 0 {
      answer.stopped = invocation.failure(
        say("clear mistakes in the scenario: \(wrong)"), at: invocation.command.words[0].span, reason: .assertion)
    }
    return answer
  }
}

extension Session {
  /// What the chance of ruin rests on.
  fileprivate mutating func resting(
    of strategy: Word?, _ invocation: Invocation
  ) throws(CommandFailure) -> (Resting?, CommandFailure?) {
    let question = try Question(invocation, self, of: strategy)
    guard question.worlds.paths >= Drivers.leastWorlds else {
      throw invocation.failure(
        say("\(NumberFormat().worlds(question.worlds.paths)): too few"),
        at: invocation.value("paths")?.span ?? invocation.command.span,
        help: say("use at least \(Drivers.leastWorlds) worlds, for example: --paths 2k"))
    }
    let run = try finishedRun(of: question, invocation)
    let figure = Drivers(run, of: nil).figures[0]
    let work = SharesWork(run, figure, question.worlds)
    var bench = Bench(question.worlds, work.announcement, work.runs * work.paths, self)
    defer { bench.end() }
    let shares = work.shares(&bench)
    let stopped = invocation.stop(bench, say("not calculated: what the chance of running out of money depends on"))
    guard let shares, shares.isWhole, shares.variance > 0 else { return (nil, stopped) }
    let resting = Resting(shares, of: figure) { path in
      question.scenario.slot(path).flatMap { evidence(of: $0)?.grade }
    }
    return (resting, stopped)
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
