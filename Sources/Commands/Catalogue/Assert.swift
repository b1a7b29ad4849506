import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let assert = CommandSpec(
    "assert", synonyms: ["断言"], "fails (exit code 3) unless a claim about the last run holds",
    syntax: "assert [STATISTIC] METRIC < VALUE [on STRATEGY]",
    examples: ["assert ruin < 100%", "assert p50 final_cash > -5000", "assert mean orders >= 0 on base"],
    operand: .metric, takesRest: true, related: ["run"]
  ) { session, invocation throws(CommandFailure) in
    let condition: Condition
    let tail: Fragment
    do throws(Fault) {
      (condition, tail) = try Condition.readPrefix(of: invocation.rest)
    } catch { throw invocation.failure(error) }
    let run = try session.run(meantBy: tail, invocation)
    let measure = try Measure(condition, invocation)
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
    let bound = measure.text(wanted, error: nil, run.scenario.currency, session.glyphs)
    let name = [condition.statistic?.text, condition.metric.text].compactMap(\.self).joined(separator: " ")
    guard condition.relation.holds(value, wanted) else {
      throw invocation.failure(
        "assert failed: \(name) is \(text), wanted \(condition.relation.rawValue) \(bound)", at: condition.span,
        reason: .assertion)
    }
    return Answer("holds: \(name) is \(text), \(condition.relation.rawValue) \(bound)")
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
  fileprivate init(_ condition: Condition, _ invocation: Invocation) throws(CommandFailure) {
    let metric = condition.metric
    do throws(Measure.Problem) {
      self = try Measure(metric: metric.text, statistic: condition.statistic?.text)
    } catch {
      switch error {
      case .noSuchMetric:
        let known = Measure.shares + ["cash", "profit"] + Measure.amounts
        throw invocation.failure(
          "no such metric: \(metric.text)", at: metric.span,
          help: Invocation.suggestion(metric.text, known) ?? "metrics: " + known.joined(separator: ", "))
      case .noSuchStatistic:
        throw invocation.failure(
          "no such statistic", at: condition.statistic?.span ?? metric.span,
          help: "there are: " + Statistic.allCases.map(\.rawValue).joined(separator: ", "))
      case .statisticOfShare:
        throw invocation.failure(
          "\(metric.text) is one number for all worlds", at: condition.statistic?.span ?? metric.span,
          help: "write \(metric.text) \(condition.relation.rawValue) …")
      case .statisticMissing:
        throw invocation.failure(
          "\(metric.text) differs between worlds: which statistic?", at: metric.span,
          help: "write p50 \(metric.text), p5 \(metric.text) or mean \(metric.text)")
      }
    }
    try checkUnit(of: condition.bound, invocation)
  }

  private func checkUnit(of bound: Quantity, _ invocation: Invocation) throws(CommandFailure) {
    if isShare, !bound.isPercent, bound.value > 1 {
      throw invocation.failure("a share is expected", at: bound.span, help: "write 5% or 0.05")
    }
    if !isShare, bound.isPercent { throw invocation.failure("this is no share", at: bound.span, help: "write a number") }
  }

  fileprivate func text(_ value: Double, error: Double?, _ currency: String, _ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    guard !isShare else {
      return format.share(value) + (error.map { " ± " + format.text($0 * 100, .decimals(1)) } ?? "")
    }
    return isMoney ? "\(format.money(value, cents: true)) \(currency)" : format.text(value, .decimals(1))
  }
}
