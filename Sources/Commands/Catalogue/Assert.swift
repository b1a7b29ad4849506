import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let assert = CommandSpec(
    "assert", synonyms: ["检验", "断言"], "checks a claim about a run; if false, the script ends with code 3",
    syntax: "assert FIGURE [of STRATEGY | of ROW in COMMAND] < VALUE | FIGURE …",
    examples: [
      "assert ruin <= 100%", "assert p50 final_cash > -5000", "assert mean orders >= 0 on base",
      "assert ruin of base <= ruin of lean", "assert doubtful in check < 30",
      "assert saved of refunds in why <= 100%",
    ],
    operand: .metric, takesRest: true, related: ["run", "compare", "why", "drivers", "danger", "learn", "check"]
  ) { session, invocation throws(CommandFailure) in
    let claim: Claim
    let tail: Fragment
    do throws(Fault) {
      (claim, tail) = try Claim.readPrefix(of: invocation.rest)
    } catch { throw invocation.failure(error) }
    let isAboutAnswer = if case .figure(let bound) = claim.bound { bound.place != nil } else { false }
    if claim.figure.place != nil || isAboutAnswer {
      if let word = (try? CommandLine(parsing: tail))?.commands.first?.words.first {
        throw invocation.failure(
          say("unexpected word"), at: word.span, help: say("remove this word and all that follows it"))
      }
      return try session.check(answersOf: claim, invocation)
    }
    let usual = try session.strategy(in: tail, invocation)
    let left = try AssertedFigure(claim.figure, usual, session, invocation)
    switch claim.bound {
    case .quantity(let bound): return try session.check(left, claim, bound, invocation)
    case .figure(let figure):
      return try session.check(left, claim, AssertedFigure(figure, usual, session, invocation), invocation)
    }
  }
}

/// A figure of a run that a claim is about.
private struct AssertedFigure {
  /// As typed, without the strategy: `p50 cash`.
  let name: String
  let measure: Measure
  let run: RunRecord
  let summary: Summary
  let value: Double

  init(
    _ figure: Claim.Figure, _ usual: Word?, _ session: Session, _ invocation: Invocation
  ) throws(CommandFailure) {
    if figure.owner != nil, let usual {
      throw invocation.failure(
        say("the words “of” and “on” mean the same here"), at: usual.span,
        help: say("remove the words \"on \(usual.text)\", and write \"of STRATEGY\" after each figure"))
    }
    run = try session.run(of: figure.owner ?? usual, invocation)
    measure = try Measure(figure.metric, figure.statistic, invocation)
    guard let summary = run.summary else {
      throw invocation.failure(
        say("the last run gave only averages (--plan)"), at: invocation.command.span, help: say("write: run"))
    }
    self.summary = summary
    name = [figure.statistic?.text, figure.metric.text].compactMap(\.self).joined(separator: " ")
    value = measure.value(in: summary) ?? measure.whenNone ?? .nan
  }

  func text(_ glyphs: Surface.Glyphs) -> String {
    measure.text(value, reach: measure.reading(in: summary)?.reach, run.scenario.currency, glyphs)
  }
}

extension Session {
  /// The strategy that `on STRATEGY` names; nil without it.
  fileprivate func strategy(in tail: Fragment, _ invocation: Invocation) throws(CommandFailure) -> Word? {
    let words = (try? CommandLine(parsing: tail))?.commands.first?.words ?? []
    guard let first = words.first else { return nil }
    guard words.count == 2, first.isKeyword("on") else {
      throw invocation.failure(
        say("cannot read this"), at: first.span, help: say("write: on STRATEGY, or remove this word"))
    }
    return words[1]
  }

  /// The run of a strategy; the last one where none is named.
  fileprivate func run(of strategy: Word?, _ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    guard let strategy else {
      if let lastRun { return lastRun }
      throw invocation.failure(
        say("nothing has been run yet"), at: invocation.command.span, help: say("first write: run"))
    }
    _ = try scenario(under: strategy.text, invocation, at: strategy.span)
    guard let run = runs[strategy.text] else {
      throw invocation.failure(
        say("\(strategy.text) has not been run"), at: strategy.span,
        help: say("first write: run --strategy \(strategy.text), or: compare"))
    }
    return run
  }

  /// Claims are about what is on the desk.
  private func checkIsCurrent(_ invocation: Invocation) throws(CommandFailure) {
    guard scenarioOfRuns == scenario else {
      throw invocation.failure(
        say("the scenario has changed since that run"), at: invocation.command.span, help: say("first write: run"))
    }
  }

  fileprivate func check(
    _ figure: AssertedFigure, _ claim: Claim, _ bound: Quantity, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    try figure.measure.checkUnit(of: bound, invocation, figure.run.scenario.currency)
    try checkIsCurrent(invocation)
    // The bound as typed: rounding it could make it read like the value that missed it.
    let wanted = "\(claim.relation.rawValue) \(invocation.rest.slice(bound.span).text)"
    let name = claim.figure.owner.map { "\(figure.name) of \($0.text)" } ?? figure.name
    let told = say("\(name) is \(figure.text(glyphs)), wanted \(wanted)")
    guard claim.relation.holds(figure.value, bound.fraction) else {
      throw invocation.failure(say("assert failed: \(told)"), at: claim.span, reason: .assertion)
    }
    return Answer(say("assert holds: \(told)"))
  }

  fileprivate func check(
    _ left: AssertedFigure, _ claim: Claim, _ right: AssertedFigure, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    guard left.measure.isShare == right.measure.isShare, left.measure.isMoney == right.measure.isMoney else {
      throw invocation.failure(
        say("these two cannot be compared"), at: claim.span, help: say("name two figures with the same unit"))
    }
    try checkIsCurrent(invocation)
    let (first, other) = (
      "\(left.name) of \(left.run.strategy)", "\(right.name) of \(right.run.strategy)"
    )
    let told = say(
      "\(first) is \(left.text(glyphs)), wanted \(claim.relation.rawValue) \(other), which is \(right.text(glyphs))")
    guard claim.relation.holds(left.value, right.value) else {
      throw invocation.failure(say("assert failed: \(told)"), at: claim.span, reason: .assertion)
    }
    var answer = Answer(say("assert holds: \(told)"))
    answer.notices = closeCall(left, right)
    return answer
  }

  /// A claim may hold by chance: in the same worlds that can be told.
  private func closeCall(_ left: AssertedFigure, _ right: AssertedFigure) -> [String] {
    guard left.run.seed == right.run.seed, left.run.sampling == right.run.sampling,
      left.summary.outcome.paths == right.summary.outcome.paths, left.run.strategy != right.run.strategy,
      left.summary.outcome.keepsWorlds, right.summary.outcome.keepsWorlds
    else { return [] }
    let difference = Difference(
      left.measure.estimate(in: left.summary.outcome), minus: right.measure.estimate(in: right.summary.outcome))
    guard difference.interval != nil, !difference.isClear, difference.value != 0 else { return [] }
    return [say("too close to call: the difference is \(difference.words(for: left.measure, glyphs))")]
  }
}

extension Measure {
  /// The figure that words as typed mean.
  init(_ metric: Word, _ statistic: Word?, _ invocation: Invocation) throws(CommandFailure) {
    do throws(Measure.Problem) {
      self = try Measure(metric: metric.text, statistic: statistic?.text)
    } catch {
      switch error {
      case .noSuchMetric:
        let known = Figure.all.flatMap { $0.aliases + [$0.name] }
        throw invocation.failure(
          say("no such figure: \(metric.text)"), at: metric.span,
          help: Invocation.suggestion(metric.text, known) ?? say("to list them, write: help metrics"))
      case .noSuchStatistic:
        throw invocation.failure(
          say("no such statistic"), at: statistic?.span ?? metric.span,
          help: say("available: \(Statistic.allCases.map(\.rawValue).joined(separator: ", "))"))
      case .statisticOfShare:
        throw invocation.failure(
          say("\(metric.text) is one number for all worlds"), at: statistic?.span ?? metric.span,
          help: metric.text == Figure.profit.name
            ? say("write: profit, or \(statistic?.text ?? "p50") gain, or \(statistic?.text ?? "p50") net_profit")
            : say("write only: \(metric.text)"))
      case .statisticMissing:
        throw invocation.failure(
          say("\(metric.text) is different in each world: which value do you mean?"), at: metric.span,
          help: say("write: p50 \(metric.text), p5 \(metric.text) or mean \(metric.text)"))
      }
    }
  }

  /// Refuses a bound that is no figure of this kind.
  func checkUnit(of bound: Quantity, _ invocation: Invocation, _ currency: String) throws(CommandFailure) {
    let hasUnit = bound.currency != nil || bound.unit != nil || bound.per != nil
    if isShare, hasUnit || !bound.isPercent && bound.value > 1 {
      throw invocation.failure(say("expected a share"), at: bound.span, help: say("for example: 5% or 0.05"))
    }
    let isOurMoney = isMoney && bound.currency == currency && bound.unit == nil && bound.per == nil
    if !isShare, bound.isPercent || hasUnit && !isOurMoney {
      throw invocation.failure(
        isMoney ? say("expected an amount in \(currency)") : say("expected a number without a unit"), at: bound.span)
    }
  }

  fileprivate func text(_ value: Double, reach: Double?, _ currency: String, _ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    guard !isShare else {
      return format.text(value, NumberStyle(.share(decimals: 2)))
        + (reach.map { " ± \(format.text($0 * 100, .decimals(2))) (95 %)" } ?? "")
    }
    if value == .infinity { return say("never") }
    return isMoney ? "\(format.money(value, cents: true)) \(currency)" : format.text(value, .decimals(1))
  }
}
