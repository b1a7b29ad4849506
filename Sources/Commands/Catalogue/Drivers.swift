import Analysis
import Language
import Reports
import Scenarios

extension CommandSpec {
  static let drivers = CommandSpec(
    "drivers", synonyms: ["影响因素"], "which uncertain numbers decide how a business ends",
    syntax: "drivers [for FIGURE] [of STRATEGY]",
    examples: ["drivers --paths 300", "drivers for gain --paths 300", "drivers for orders of lean --paths 300"],
    operand: .words(["for", "of"]), options: OptionSpec.question, related: ["why", "run", "sweep", "breakeven"]
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["for", "of"])
    if let word = clauses.head.first {
      throw invocation.failure(
        say("this is not understood"), at: word.span, help: say("write \(invocation.spec.syntax.said)"))
    }
    let question = try Question(invocation, session, of: try clauses.word("of"))
    let target = try clauses.word("for").map { word throws(CommandFailure) in try Figure(driven: word, invocation) }
    guard question.worlds.paths >= Drivers.leastWorlds else {
      throw invocation.failure(
        say("\(NumberFormat().worlds(question.worlds.paths)) are too few"),
        at: invocation.value("paths")?.span ?? invocation.command.span,
        help: say("at least \(Drivers.leastWorlds): --paths 2k"))
    }
    let run = try session.finishedRun(of: question, invocation)
    let drivers = Drivers(run, of: target)
    let report = DriversReport(drivers, question.circumstances, fingerprint: run.fingerprint)
    var answer = Answer(report, session.glyphs)
    answer.notices = session.notesOnMonths(of: question.scenario, invocation)
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
        ? say("no such figure: \(word.text)") : say("not every world has a \(word.text)"),
      at: word.span, help: Invocation.suggestion(word.text, names) ?? say("help metrics lists the figures"))
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
