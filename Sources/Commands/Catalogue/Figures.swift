import Analysis
import Language
import Reports

extension Measure {
  /// Figures between commas: `ruin, p50 cash`.
  static func list(_ clause: Clauses.Clause, _ invocation: Invocation) throws(CommandFailure) -> [Measure] {
    var measures: [Measure] = []
    for item in clause.items {
      let words = (try? CommandLine(parsing: item))?.commands.first?.words ?? []
      guard let last = words.last, words.count < 3 else {
        throw invocation.failure(say("expected a figure"), at: item.span, help: say("for example: ruin, or: p50 cash"))
      }
      let measure = try Measure(last, words.count == 2 ? words[0] : nil, invocation)
      if !measures.contains(measure) { measures.append(measure) }
    }
    return measures
  }
}

extension Target {
  /// A condition as typed; one that an error can be told of.
  init(_ text: Fragment, _ invocation: Invocation, currency: String) throws(CommandFailure) {
    let condition: Condition
    do throws(Fault) { condition = try Condition(parsing: text) } catch { throw invocation.failure(error) }
    let measure = try Measure(condition.metric, condition.statistic, invocation)
    try measure.checkUnit(of: condition.bound, invocation, currency)
    guard condition.relation != .equal, condition.relation != .notEqual else {
      throw invocation.failure(
        say("a target sets an upper or a lower limit"), at: condition.span, help: say("write: <= or >="))
    }
    self.init(measure, condition.relation, condition.bound.fraction)
  }
}
