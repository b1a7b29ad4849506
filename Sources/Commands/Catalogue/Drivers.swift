import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let drivers = CommandSpec(
    "drivers", synonyms: ["影响因素"], "finds which uncertain numbers matter most for the result",
    syntax: "drivers [shares | sobol] [for FIGURE] [of STRATEGY]",
    examples: [
      "drivers --paths 300", "drivers for gain --paths 300", "drivers shares for gain --paths 100",
      "drivers sobol for orders of lean --paths 100",
    ],
    operand: .words(["shares", "sobol", "for", "of"]), options: OptionSpec.question + OptionSpec.cluster,
    answer: .either([DriversReport.shape, SharesReport.shape, SobolReport.shape]),
    related: ["why", "run", "sweep", "breakeven"]
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["for", "of"])
    let wantsIndices = clauses.head.first?.isKeyword("sobol") == true
    let wantsShares = clauses.head.first?.isKeyword("shares") == true
    if let word = clauses.head.dropFirst(wantsIndices || wantsShares ? 1 : 0).first {
      throw invocation.failure(
        say("cannot read this"), at: word.span, help: say("write: \(invocation.spec.syntax.said)"))
    }
    let question = try Question(invocation, session, of: try clauses.word("of"))
    let target = try clauses.word("for").map { word throws(CommandFailure) in try Figure(driven: word, invocation) }
    guard question.worlds.paths >= Drivers.leastWorlds else {
      throw invocation.failure(
        say("\(NumberFormat().worlds(question.worlds.paths)): too few"),
        at: invocation.value("paths")?.span ?? invocation.command.span,
        help: say("use at least \(Drivers.leastWorlds) worlds, for example: --paths 2k"))
    }
    let run = try session.finishedRun(of: question, invocation)
    let drivers = Drivers(run, of: target)
    let report = DriversReport(drivers, question.circumstances, fingerprint: run.fingerprint)
    let first = report.firstAnswer(session.glyphs)
    if wantsShares { return try session.shares(run, drivers.figures[0], question, first, invocation) }
    if wantsIndices { return try session.sobol(run, drivers.figures[0], question, first, invocation) }
    var answer = Answer(report, session.glyphs)
    answer.notices = session.notesOnMonths(of: question.scenario, invocation)
    answer.hint = say("Next: drivers shares · drivers sobol · why · sweep PARAMETER over A..B")
    return answer
  }
}

extension Session {
  /// More worlds make the indices no surer than needed: two points.
  private static let mostWorlds = 4096

  /// The worlds of a run again, each time with one of their columns from other worlds.
  fileprivate func sobol(
    _ run: RunRecord, _ figure: Figure, _ question: Question, _ first: [String], _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    guard let outcome = run.summary?.outcome else { throw invocation.nothingFinished }
    let inputs = run.drawnInputs
    let groups = SobolIndices.groups(inputs)
    let paths = min(Self.mostWorlds, outcome.paths)
    let runs = groups.count + 2
    let progress = say("running \(NumberFormat().worlds(paths)) \(runs) times")
    var bench = Bench(question.worlds, progress, runs * paths, self)
    defer { bench.end() }
    bench.showFirst(first)
    let seed = question.worlds.seed
    let (mine, theirs) = (Program(run.scenario, seed: seed), Program(run.scenario, seed: seed &+ 1))
    let own = inputs.map { Array($0.values.prefix(paths)) }
    guard let others = bench.outcome(of: theirs, paths: paths),
      let otherLuck = bench.outcome(of: theirs, paths: paths, drawn: own)
    else { throw invocation.nothingFinished(bench) }
    var swapped: [SobolIndices.Swapped] = []
    for group in groups {
      var drawn = own
      for place in group { drawn[place] = others.drawn(place) }
      guard let outcome = bench.outcome(of: mine, paths: paths, drawn: drawn) else { break }
      swapped.append(SobolIndices.Swapped(group.map { inputs[$0].path }, figure.column(outcome)))
    }
    swapped.append(SobolIndices.Swapped([], figure.column(otherLuck)))
    let column = Array(figure.column(outcome).prefix(paths))
    let report = SobolReport(
      SobolIndices(column, figure.column(others), swapped), of: figure, question.circumstances(paths: paths),
      fingerprint: run.fingerprint)
    var answer = Answer(report, glyphs)
    answer.notices = notesOnMonths(of: question.scenario, invocation)
    answer.stopped = invocation.stop(bench, say("\(swapped.count - 1) of \(groups.count) rows done"))
    answer.hint = say("Next: why · sweep PARAMETER over A..B")
    return answer
  }
}

extension Figure {
  /// A figure that every world has.
  fileprivate init(driven word: Word, _ invocation: Invocation) throws(CommandFailure) {
    let known = Figure.all.filter { figure in figure.unit == .share || figure.isOfEveryWorld }
    if let figure = known.first(where: { $0.name == word.text || $0.aliases.contains(word.text) }) {
      self = figure
      return
    }
    let names = known.map(\.name)
    throw invocation.failure(
      Figure(name: word.text) == nil
        ? say("no such figure: \(word.text)") : say("some worlds have no \(word.text)"),
      at: word.span, help: Invocation.suggestion(word.text, names) ?? say("to list the figures, write: help metrics"))
  }
}

extension Session {
  /// The run that a question is about, world by world: the one that was kept, else made now and kept.
  mutating func finishedRun(of question: Question, _ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    var found: RunRecord?
    let contender = Contender(question.strategy, question.scenario)
    _ = try run([contender], in: question.worlds, keeping: 1, invocation) { found = $1 }
    guard let found else { throw invocation.nothingFinished }
    // What is changed for this question only is no strategy's run.
    if !invocation.has("set"), !invocation.has("months") { remember(found) }
    return found
  }
}
