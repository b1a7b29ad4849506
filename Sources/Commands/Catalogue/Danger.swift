import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let danger = CommandSpec(
    "danger", synonyms: ["危险区"], "finds the few ranges of values that account for most bad outcomes",
    syntax: "danger [ruin | loss] [with PARAMETER A..B, …] [of STRATEGY]",
    examples: [
      "danger --paths 500", "danger loss of lean --paths 500", "danger with cash.budget 1000..4000 --paths 500",
    ],
    operand: .words(Danger.Asked.allCases.map(\.rawValue) + ["with", "of"]), options: OptionSpec.question,
    answer: DangerReport.shape, related: ["drivers", "why", "sweep"]
  ) { session, invocation throws(CommandFailure) in
    let request = try DangerRequest(invocation, session)
    let worlds = request.question.worlds
    let program = Program(request.scenario, seed: worlds.seed)
    try session.checkMemory(for: [program], worlds, keeping: 2, invocation)
    let others = Program(request.scenario, seed: worlds.seed &+ 1)
    var chosenIn: RunRecord?
    if request.levers.isEmpty { chosenIn = try session.finishedRun(of: request.question, invocation) }
    let runs = request.levers.isEmpty ? 1 : 2
    let count = NumberFormat().worlds(worlds.paths)
    let work = runs == 1 ? say("running \(count)") : say("running \(count) \(runs) times")
    var bench = Bench(worlds, work, runs * worlds.paths, session)
    defer { bench.end() }
    guard let first = chosenIn?.summary?.outcome ?? bench.outcome(of: program),
      let second = bench.outcome(of: others)
    else { throw invocation.nothingFinished(bench) }
    let danger = request.danger(program, first, second)
    let fingerprint = Fingerprint.text(
      of: request.scenario, strategy: request.question.strategy, seed: worlds.seed, paths: worlds.paths,
      sampling: worlds.sampling)
    let report = DangerReport(danger, request.circumstances, fingerprint: fingerprint)
    var answer = Answer(report, session.glyphs)
    answer.notices = session.notesOnMonths(of: request.scenario, invocation)
    answer.hint = say("Next: drivers · why")
    return answer
  }
}

/// `danger loss with cash.budget 1000..4000 of lean`
private struct DangerRequest {
  let asked: Danger.Asked
  let question: Question
  /// With its levers drawn.
  let scenario: Scenario
  /// The paths of what the owner sets, and the question draws.
  let levers: [String]

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    let clauses = Clauses(invocation, keywords: ["with", "of"])
    if clauses.head.count > 1 {
      throw invocation.failure(
        say("unexpected word"), at: clauses.head[1].span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    guard let asked = clauses.head.first.map({ Danger.Asked(rawValue: $0.text.lowercased()) }) ?? .ruin else {
      let known = Danger.Asked.allCases.map(\.rawValue)
      throw invocation.failure(
        say("cannot read this"), at: clauses.head[0].span,
        help: Invocation.suggestion(clauses.head[0].text, known) ?? say("write: \(invocation.spec.saidSyntax)"))
    }
    self.asked = asked
    question = try Question(invocation, session, of: try clauses.word("of"))
    var drawn = Contender(question.strategy, question.scenario).scenario
    var levers: [String] = []
    for item in try clauses.only("with")?.items ?? [] {
      let lever = try Lever(item, drawn, session, invocation)
      lever.draw(in: &drawn)
      levers.append(lever.slot.path)
    }
    scenario = drawn
    self.levers = levers
  }

  var circumstances: Circumstances {
    Circumstances(
      scenario, strategy: question.strategy, seed: question.worlds.seed, paths: question.worlds.paths,
      sampling: question.worlds.sampling)
  }

  func danger(_ program: Program, _ first: Outcome, _ second: Outcome) -> Danger {
    let paths = program.uncertain.map(\.path)
    let inputs = program.uncertain.enumerated().map { index, parameter in
      let linked = scenario.correlations.filter { $0.rho != 0 && $0.paths.contains(parameter.path) }.flatMap(\.paths)
      return Danger.Input(
        parameter.path, isWhole: parameter.isWhole, isLever: levers.contains(parameter.path),
        linkedWith: paths.filter { $0 != parameter.path && linked.contains($0) }, chosenIn: first.drawn(index),
        countedIn: second.drawn(index))
    }
    func danger(_ asked: Danger.Asked) -> Danger {
      let event: ButFor.Event = asked == .ruin ? .ruin : .loss
      return Danger(
        asked, inputs, happened: (ButFor.Endings(first).happened(event), ButFor.Endings(second).happened(event)),
        seeds: (question.worlds.seed, question.worlds.seed &+ 1))
    }
    let found = danger(asked)
    guard asked == .ruin, case .tooFew = found.answer else { return found }
    var losses = danger(.loss)
    losses.passedOver = first.ruinDay.count { $0 >= 0 }
    return losses
  }
}

/// A number that the owner sets, drawn between two ends for the length of a question: `cash.budget 1000..4000`.
private struct Lever {
  let slot: Slot
  private let drawn: FieldValue

  init(
    _ item: Fragment, _ scenario: Scenario, _ session: Session, _ invocation: Invocation
  ) throws(CommandFailure) {
    let help = say("write: with cash.budget 1000..4000")
    guard let words = (try? CommandLine(parsing: item))?.commands.first?.words, words.count > 1 else {
      throw invocation.failure(say("from which value to which?"), at: item.span, help: help)
    }
    slot = try session.parameter(meantBy: words[0], invocation)
    let text = item.slice(SourceSpan(words[1].span.start, item.span.end))
    guard case .range(let low, let high) = try? ValueExpression(parsing: text) else {
      throw invocation.failure(say("\(slot.path): a range is expected"), at: text.span, help: help)
    }
    let ends = (
      try Self.end(low, slot, scenario, invocation), try Self.end(high, slot, scenario, invocation)
    )
    for end in [ends.0, ends.1] {
      try session.check(value: scenario.assigning(end, to: slot), slot.path, invocation, at: text.span)
    }
    guard let drawn = slot.info.drawn(between: ends.0, ends.1, text: text.text) else {
      throw invocation.failure(say("\(slot.path): a range is expected"), at: text.span, help: help)
    }
    self.drawn = drawn
  }

  private static func end(
    _ quantity: Quantity, _ slot: Slot, _ scenario: Scenario, _ invocation: Invocation
  ) throws(CommandFailure) -> FieldValue {
    do throws(Fault) {
      return try slot.info.value(of: quantity, like: scenario.planned(slot), currency: scenario.currency(of: slot))
    } catch {
      throw invocation.failure(say("\(slot.path): \(error.message)"), at: error.span, help: error.help)
    }
  }

  func draw(in scenario: inout Scenario) { slot.set(&scenario, drawn) }
}
