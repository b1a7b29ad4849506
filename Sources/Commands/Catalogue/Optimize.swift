import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let optimize = CommandSpec(
    "optimize", synonyms: ["optimise", "优化"], "finds the values that maximize or minimize a figure",
    syntax: "optimize PARAMETER A..B, … maximize FIGURE [with CONDITION, …] [pareto]",
    examples: [
      "optimize ads.meta.budget 5..60 maximize p50 cash --tries 10 --paths 200",
      "optimize cash.budget 1k..3k minimize ruin with p5 cash >= 0 --paths 90",
      "optimize ads.meta.budget 5..60 maximize p50 cash pareto --paths 90",
    ],
    operand: .parameterAndClauses(["maximize", "minimize", "with", "pareto", "of"]),
    options: [
      OptionSpec("tries", "N", "how many sets of values to try (100 by default)"),
      OptionSpec("search", "N", "how many worlds for each try (2,000 by default)"),
    ] + OptionSpec.question + OptionSpec.cluster,
    answer: OptimizeReport.shape, related: ["sweep", "solve"]
  ) { session, invocation throws(CommandFailure) in
    let order = try OptimizeRequest(invocation, session)
    let question = order.question
    let (scenario, seed) = (question.scenario, question.worlds.seed)
    let fresh = seed &+ 1
    let most = Optimization.mostRuns(
      tries: order.tries, decisions: order.slots.count, wantsFront: order.wantsFront)
    // The bar counts runs of full size; those of the search are smaller.
    let paths = question.worlds.paths
    let runs = most.fresh + (most.search * order.searchPaths + paths - 1) / paths
    var bench = try session.bench(for: question, say("optimizing"), runs: runs, invocation)
    defer { bench.end() }
    let optimization = Optimization(
      order.goal, order.decisions, start: order.start, tries: order.tries, wantsFront: order.wantsFront, seed: seed
    ) { values in
      bench.summary(of: order.scenario(values), paths: order.searchPaths)
    } rescore: { values in
      bench.summary(of: order.scenario(values), seed: fresh)
    } present: {
      bench.summary(of: scenario, seed: fresh)
    }
    guard !optimization.winners.isEmpty else { throw invocation.nothingFinished(bench) }
    let words = order.slots.map { ParameterWords($0, in: scenario, session.glyphs) }
    let report = OptimizeReport(
      optimization, words, now: order.slots.map { scenario.planned($0)?.number }, searchPaths: order.searchPaths,
      freshSeed: fresh, question.circumstances)
    var answer = Answer(report, session.glyphs)
    answer.notices = session.notesOnMonths(of: question.scenario, invocation)
    answer.stopped = invocation.stop(bench, say("sets of values tried so far: \(optimization.trials.count)"))
    if let best = optimization.winners.first?.searched.values {
      let steps = zip(words, best).map { "set \($0.path) = \($1.plain)" }
      answer.hint = say("Next: \(steps.joined(separator: " ; "))")
    }
    return answer
  }
}

/// What `optimize` was asked for.
private struct OptimizeRequest {
  let question: Question
  let slots: [Slot]
  let decisions: [Decision]
  let goal: Goal
  let wantsFront: Bool
  let tries: Int
  let searchPaths: Int

  private static let keywords = ["maximize", "maximise", "minimize", "minimise", "with", "pareto", "of"]

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    let clauses = Clauses(invocation, keywords: Self.keywords)
    question = try Question(invocation, session, of: try clauses.word("of"))
    (slots, decisions) = try Self.decisions(clauses, session, question.scenario, invocation)
    goal = try Self.goal(clauses, invocation, currency: question.scenario.currency)
    let pareto = clauses.all.first { $0.keyword.isKeyword("pareto") }
    if let word = pareto?.words.first {
      throw invocation.failure(say("unexpected word"), at: word.span, help: say("nothing may follow pareto here"))
    }
    wantsFront = pareto != nil
    tries =
      try invocation.value("tries").map { word throws(CommandFailure) in
        try invocation.wholeNumber(word, in: 1...100_000, say("tries"))
      } ?? 100
    searchPaths =
      try invocation.value("search").map { word throws(CommandFailure) in
        try invocation.wholeNumber(word, in: 10...10_000_000, say("worlds for each try"))
      } ?? min(2000, question.worlds.paths)
    // What makes no sense makes none at an end of the ranges.
    for ends in [decisions.map(\.range.lowerBound), decisions.map(\.range.upperBound), start] {
      try session.check(value: scenario(ends), say("values from these ranges"), invocation, at: invocation.command.span)
    }
  }

  /// `PATH A..B, PATH A..B`; a path with `*` is a parameter of its own for each of those it stands for.
  private static func decisions(
    _ clauses: Clauses, _ session: Session, _ scenario: Scenario, _ invocation: Invocation
  ) throws(CommandFailure) -> ([Slot], [Decision]) {
    let help = say("write: optimize ads.meta.budget 0..60, products.lamp.price 25..45 maximize p50 cash")
    guard let text = clauses.headText else {
      throw invocation.failure(say("which parameters?"), at: invocation.command.span, help: help)
    }
    var slots: [Slot] = []
    var decisions: [Decision] = []
    for item in text.separatedByCommas(thousands: true) {
      let words = (try? CommandLine(parsing: item))?.commands.first?.words ?? []
      guard let name = words.first, words.count > 1, let end = words.last else {
        throw invocation.failure(say("expected a parameter and its range"), at: item.span, help: help)
      }
      let range = item.slice(words[1].span.joined(with: end.span))
      for slot in try session.parameters(meantBy: name, invocation) {
        guard !slots.contains(where: { $0.path == slot.path }) else {
          throw invocation.failure(say("\(slot.path) is given twice"), at: name.span)
        }
        slots.append(slot)
        decisions.append(try decision(slot, range, scenario, invocation))
      }
    }
    guard slots.count <= 20 else {
      throw invocation.failure(say("\(slots.count) parameters are too many"), at: text.span, help: say("at most 20"))
    }
    return (slots, decisions)
  }

  private static func decision(
    _ slot: Slot, _ text: Fragment, _ scenario: Scenario, _ invocation: Invocation
  ) throws(CommandFailure) -> Decision {
    do throws(Fault) {
      guard slot.info.holdsNumbers else {
        throw Fault(
          say("the value of this parameter is not a number"), at: text.span,
          help: say("to try its values, use sweep; or name a parameter that is a number"))
      }
      guard case .range(let low, let high) = try ValueExpression(parsing: text) else {
        throw Fault(say("expected a range"), at: text.span, help: say("write: \(slot.path) 10..60"))
      }
      let now = scenario.planned(slot)
      let ends = (
        try slot.info.value(of: low, like: now, currency: scenario.currency(of: slot)).number ?? 0,
        try slot.info.value(of: high, like: now, currency: scenario.currency(of: slot)).number ?? 0
      )
      guard ends.0 < ends.1 else {
        throw Fault(say("a range must run from low to high"), at: text.span, help: say("write: \(slot.path) 10..60"))
      }
      return Decision(ends.0...ends.1, isWhole: slot.info.kind.isWhole)
    } catch { throw invocation.failure(say("\(slot.path): \(error.message)"), at: error.span, help: error.help) }
  }

  private static func goal(
    _ clauses: Clauses, _ invocation: Invocation, currency: String
  ) throws(CommandFailure) -> Goal {
    let wanted = clauses.all.filter { $0.keyword.text.lowercased().hasPrefix("m") }
    guard let clause = wanted.first, wanted.count == 1 else {
      throw invocation.failure(
        say("expected one figure to maximize or minimize"), at: invocation.command.span,
        help: say("for example: maximize p50 cash"))
    }
    let measures = try Measure.list(try clauses.filled(clause), invocation)
    guard let measure = measures.first, measures.count == 1 else {
      throw invocation.failure(
        say("expected one figure"), at: clause.text.span, help: say("for example: maximize p50 cash"))
    }
    var conditions: [Target] = []
    if let with = try clauses.only("with") {
      // `net_profit >= 1,000` is one condition.
      for item in with.text.separatedByCommas(thousands: true) {
        conditions.append(try Target(item, invocation, currency: currency))
      }
    }
    let maximizes = clause.keyword.text.lowercased().hasPrefix("max")
    return Goal(measure, maximizes: maximizes, conditions: conditions)
  }

  /// The values as they are; the middle of the range where there is none.
  var start: [Double] {
    zip(slots, decisions).map { slot, decision in
      question.scenario.planned(slot)?.number ?? (decision.range.lowerBound + decision.range.upperBound) / 2
    }
  }

  func scenario(_ values: [Double]) -> Scenario {
    zip(slots, values).reduce(question.scenario) { scenario, pair in
      guard let value = pair.0.info.value(pair.1, like: scenario.planned(pair.0)) else { return scenario }
      return scenario.assigning(value, to: pair.0)
    }
  }
}
