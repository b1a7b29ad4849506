import Importers
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let opening = CommandSpec(
    "opening", synonyms: ["期初"], "shows what is still open in a running shop: payouts, orders, debts",
    syntax: "opening [from actuals] [on DATE] [cash AMOUNT]",
    examples: [
      "opening", "opening from scenarios/lamp-shop/lamp-shop.actuals cash 1240",
      "opening from scenarios/lamp-shop/lamp-shop.actuals on 2027-04-01 cash 900",
      "opening --json",
    ],
    changes: .scenario, operand: .words(["from", "on", "cash"]), options: OptionSpec.rows + OptionSpec.output,
    answer: OpeningReport.shape, related: ["import", "actuals", "fit", "show"]
  ) { session, invocation throws(CommandFailure) in
    let request = try OpeningRequest(invocation, session)
    return try request.perform(&session)
  }
}

/// `opening from actuals on 2027-06-01 cash 1240`
private struct OpeningRequest {
  private let invocation: Invocation
  /// Where the numbers are to come from; nil: they are only shown.
  private let source: Word?
  private let start: CalendarDate?
  private let cash: Double?

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    self.invocation = invocation
    let clauses = Clauses(invocation, keywords: ["from", "on", "cash"])
    if let word = clauses.head.first {
      throw invocation.failure(
        say("unexpected word"), at: word.span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    source = try clauses.word("from")
    let day = try clauses.only("on")
    start = try day.map { clause throws(CommandFailure) in
      do throws(Fault) { return try CalendarDate(parsing: clause.text) } catch { throw invocation.failure(error) }
    }
    let amount = try clauses.only("cash")
    cash = try amount.map { clause throws(CommandFailure) in
      do throws(Fault) {
        let kind = Kind.money(per: nil)
        let value = try kind.read(clause.text, in: -1e9...1e9, currency: session.scenario.currency)
        guard case .number(let number) = value else {
          throw Fault(say("expected one number"), at: clause.text.span, help: say("write: cash 1240"))
        }
        return number
      } catch { throw invocation.failure(error) }
    }
    if source == nil, let clause = day ?? amount {
      throw invocation.failure(
        say("the word \(clause.keyword.text) can only be used in: opening from actuals"), at: clause.keyword.span,
        help: say("write: \(invocation.spec.saidSyntax)"))
    }
  }

  func perform(_ session: inout Session) throws(CommandFailure) -> Answer {
    guard let source else { return shown(session) }
    let folder = try session.actualsFolder(named: source.isKeyword("actuals") ? nil : source, invocation)
    let made = OpeningFromActuals(
      session.scenario, presets: session.presets, on: start, try session.tables(of: folder, OpeningFromActuals.tables))
    try check(made, folder.name)
    guard let cash = cash ?? made.knownCash else {
      throw invocation.failure(
        say("how much cash is there on the first morning?"), at: invocation.command.words[0].span,
        help: say("no bank statement was imported; add the amount: cash 1240"))
    }
    let entered = made.entered(cash: cash)
    try session.check(entered, invocation, at: source.span)
    let isChange = entered != session.scenario
    if isChange { session.edit(to: entered) }
    let balances = Program(entered, seed: 1).openingBalances()
    var answer = Answer(
      OpeningReport(
        entered, balances ?? OpeningSummary(cash: cash), remarks: made.remarks, isTyped: self.cash != nil),
      session.glyphs)
    let note =
      isChange
      ? say("The scenario now starts on \(entered.start.inWords); undo takes it back.")
      : say("no change: the scenario already has these values")
    answer.document.blocks += [.blank, .paragraph([.dim(note)])]
    answer.hint = say("Next: run · show opening · save")
    return answer
  }

  /// Files that end long before the first morning do not tell what is on its way then.
  private func check(_ made: OpeningFromActuals, _ folder: String) throws(CommandFailure) {
    let span = invocation.command.words[0].span
    guard let last = made.lastDay else {
      throw invocation.failure(
        say("\(folder) has no orders, payments or ads"), at: span, help: say("import your data first: import FILE…"))
    }
    guard let start, last.days(until: start) > 1 else { return }
    let next = last.adding(days: 1) ?? last
    throw invocation.failure(
      say("the data in \(folder) end on \(last.inWords), \(last.days(until: start)) days before \(start.inWords)"),
      at: span,
      help: say("import the days that are missing, or start earlier: on \(next.description)"))
  }

  private func shown(_ session: Session) -> Answer {
    let scenario = session.scenario
    guard let balances = Program(scenario.normalized, seed: 1).openingBalances() else {
      var answer = Answer(
        OpeningReport(
          scenario, OpeningSummary(cash: scenario.cash.budget),
          remarks: [say("Nothing is owed or on its way: the business starts with its cash only.")]),
        session.glyphs)
      answer.hint = say("Next: opening from actuals · help opening")
      return answer
    }
    var answer = Answer(OpeningReport(scenario, balances), session.glyphs)
    answer.hint = say("Next: run · show opening")
    return answer
  }
}
