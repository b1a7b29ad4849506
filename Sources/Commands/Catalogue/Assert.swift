import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let assert = CommandSpec(
    "assert", synonyms: ["断言"], "checks a claim about the last run; a script ends with 3 if not",
    syntax: "assert [STATISTIC] METRIC < VALUE [on STRATEGY]",
    examples: ["assert ruin <= 100%", "assert p50 final_cash > -5000", "assert mean orders >= 0 on base"],
    operand: .metric, takesRest: true, related: ["run"]
  ) { session, invocation throws(CommandFailure) in
    let condition: Condition
    let tail: Fragment
    do throws(Fault) {
      (condition, tail) = try Condition.readPrefix(of: invocation.rest)
    } catch { throw invocation.failure(error) }
    let run = try session.run(meantBy: tail, invocation)
    let measure = try Measure(condition, invocation, currency: run.scenario.currency)
    guard let summary = run.summary else {
      throw invocation.failure("the last run was only the plan", at: invocation.command.span, help: "write run")
    }
    guard session.scenarioOfRuns == session.scenario else {
      throw invocation.failure(
        "the scenario has changed since that run", at: invocation.command.span, help: "write run first")
    }
    let value = measure.value(in: summary) ?? .nan
    let wanted = condition.bound.fraction
    let text = measure.text(value, error: measure.error(in: summary), run.scenario.currency, session.glyphs)
    let name = [condition.statistic?.text, condition.metric.text].compactMap(\.self).joined(separator: " ")
    // The bound as typed: rounding it could make it read like the value that missed it.
    let claim = "\(condition.relation.rawValue) \(invocation.rest.slice(condition.bound.span).text)"
    guard condition.relation.holds(value, wanted) else {
      throw invocation.failure(
        "assert failed: \(name) is \(text), wanted \(claim)", at: condition.span, reason: .assertion)
    }
    return Answer("holds: \(name) is \(text), wanted \(claim)")
  }
}

extension Session {
  /// The run that `on STRATEGY` means; the last one without it.
  fileprivate func run(meantBy tail: Fragment, _ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    let words = (try? CommandLine(parsing: tail))?.commands.first?.words ?? []
    guard let first = words.first else {
      if let lastRun { return lastRun }
      throw invocation.failure("nothing has been run yet", at: invocation.command.span, help: "write run first")
    }
    guard words.count == 2, first.isKeyword("on") else {
      throw invocation.failure("this is not understood", at: first.span, help: "write on STRATEGY, or end here")
    }
    guard let run = runs[words[1].text] else {
      throw invocation.failure(
        "\(words[1].text) has not been run", at: words[1].span, help: "write run --strategy \(words[1].text) first")
    }
    return run
  }
}

extension Measure {
  fileprivate init(_ condition: Condition, _ invocation: Invocation, currency: String) throws(CommandFailure) {
    try self.init(condition.metric, condition.statistic, invocation)
    try checkUnit(of: condition.bound, invocation, currency)
  }

  /// The figure that words as typed mean.
  init(_ metric: Word, _ statistic: Word?, _ invocation: Invocation) throws(CommandFailure) {
    do throws(Measure.Problem) {
      self = try Measure(metric: metric.text, statistic: statistic?.text)
    } catch {
      switch error {
      case .noSuchMetric:
        let known = Measure.shares + ["cash", "profit"] + Measure.amounts
        throw invocation.failure(
          "no such metric: \(metric.text)", at: metric.span,
          help: Invocation.suggestion(metric.text, known) ?? "help metrics lists them")
      case .noSuchStatistic:
        throw invocation.failure(
          "no such statistic", at: statistic?.span ?? metric.span,
          help: "there are: " + Statistic.allCases.map(\.rawValue).joined(separator: ", "))
      case .statisticOfShare:
        throw invocation.failure(
          "\(metric.text) is one number for all worlds", at: statistic?.span ?? metric.span,
          help: "write \(metric.text) alone")
      case .statisticMissing:
        throw invocation.failure(
          "\(metric.text) differs between worlds: which statistic?", at: metric.span,
          help: "write p50 \(metric.text), p5 \(metric.text) or mean \(metric.text)")
      }
    }
  }

  /// Refuses a bound that is no figure of this kind.
  func checkUnit(of bound: Quantity, _ invocation: Invocation, _ currency: String) throws(CommandFailure) {
    let hasUnit = bound.currency != nil || bound.unit != nil || bound.per != nil
    if isShare, hasUnit || !bound.isPercent && bound.value > 1 {
      throw invocation.failure("a share is expected", at: bound.span, help: "write 5% or 0.05")
    }
    let isOurMoney = isMoney && bound.currency == currency && bound.unit == nil && bound.per == nil
    if !isShare, bound.isPercent || hasUnit && !isOurMoney {
      throw invocation.failure(
        isMoney ? "an amount in \(currency) is expected" : "a plain number is expected", at: bound.span)
    }
  }

  fileprivate func text(_ value: Double, error: Double?, _ currency: String, _ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    guard !isShare else {
      return format.text(value, NumberStyle(.share(decimals: 2)))
        + (error.map { " ± " + format.text($0 * 100, .decimals(2)) } ?? "")
    }
    return isMoney ? "\(format.money(value, cents: true)) \(currency)" : format.text(value, .decimals(1))
  }
}
