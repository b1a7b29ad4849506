import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let breakeven = CommandSpec(
    "breakeven", synonyms: ["break-even", "保本", "盈亏平衡", "打平"],
    "finds how much you can pay for ads before an order loses money",
    syntax: "breakeven [of STRATEGY] [--fixed]", examples: ["breakeven", "breakeven of lean", "breakeven --fixed"],
    operand: .words(["of"]),
    options: [OptionSpec("fixed", nil, "include the fixed costs, so that the ads must pay for them, too")]
      + OptionSpec.question,
    answer: BreakevenReport.shape, related: ["solve", "sweep"]
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["of"])
    if let word = clauses.head.first {
      throw invocation.failure(
        say("cannot read this"), at: word.span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    let question = try Question(invocation, session, of: try clauses.word("of"))
    let breakeven = Breakeven(
      question.scenario, carriesFixed: invocation.has("fixed"), seed: question.worlds.seed, paths: question.worlds.paths
    )
    guard !breakeven.lines.isEmpty else {
      throw invocation.failure(
        say("there is no product with an ad channel"), at: invocation.command.span,
        help: say("add an ad channel under ads"))
    }
    let report = BreakevenReport(
      breakeven, carriesFixed: invocation.has("fixed"),
      question.circumstances(paths: breakeven.worlds))
    var answer = Answer(report, session.glyphs)
    answer.notices = session.notesOnMonths(of: question.scenario, invocation)
    answer.hint = say("Next: whatif products.*.price +10% · run")
    return answer
  }
}
