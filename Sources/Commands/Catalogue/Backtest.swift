import Analysis
import Importers
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let backtest = CommandSpec(
    "backtest", synonyms: ["回测"], "tests the scenario on past months: would it have predicted them?",
    syntax: "backtest [FOLDER] [horizon N] [fixed ads]",
    examples: [
      "backtest scenarios/lamp-shop/lamp-shop.actuals --paths 100",
      "backtest scenarios/lamp-shop/lamp-shop.actuals fixed ads --paths 100 --csv",
      "backtest scenarios/lamp-shop/lamp-shop.actuals horizon 2 --paths 100 --json",
    ],
    operand: .words(["horizon", "fixed"]),
    options: OptionSpec.worlds.filter { $0.name != "sampling" } + OptionSpec.rows + OptionSpec.output,
    answer: BacktestReport.shape, related: ["fit", "track", "actuals"]
  ) { session, invocation throws(CommandFailure) in
    let request = try BacktestRequest(invocation, session)
    let (backtest, isStopped) = try request.perform(session)
    guard !backtest.months.isEmpty else { throw invocation.nothingFinished }
    let report = BacktestReport(backtest, currency: session.scenario.currency, titles: WholeMonths.titles)
    var answer = Answer(report, session.glyphs)
    if isStopped {
      answer.stopped = invocation.failure(
        say("stopped; later months are missing"), at: invocation.command.words[0].span, reason: .interrupted)
    }
    answer.hint = say("Next: fit · track")
    return answer
  }
}

/// `backtest lamp.actuals horizon 2 fixed ads`
private struct BacktestRequest {
  private let invocation: Invocation
  private let worlds: SharedWorlds
  private let months: WholeMonths
  private let shop: SeenShop
  private let tables: (TableKind) -> RowStore
  private let presets: [String: String]
  private let folder: String
  private let horizon: Int
  private let givesAds: Bool

  private static let usualWorlds = 1_000
  /// Draws that are weighed for each month.
  private static let fitWorlds = 2_000

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    self.invocation = invocation
    let clauses = Clauses(invocation, keywords: ["horizon", "fixed"])
    if clauses.head.count > 1 {
      throw invocation.failure(
        say("unexpected word"), at: clauses.head[1].span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    horizon =
      try clauses.word("horizon").map { word throws(CommandFailure) in
        try invocation.wholeNumber(word, in: 1...12, say("months"))
      } ?? 1
    let fixed = try clauses.word("fixed")
    if let fixed, !fixed.isKeyword("ads") {
      throw invocation.failure(
        say(
          "only the word ads can follow the word fixed: predictions then use the scenario's ad budgets instead of what you really spent"
        ),
        at: fixed.span,
        help: say("write: fixed ads"))
    }
    givesAds = fixed == nil
    var worlds = try SharedWorlds(invocation, session)
    if invocation.value("paths") == nil { worlds.paths = Self.usualWorlds }
    self.worlds = worlds
    let place = try session.actualsFolder(named: clauses.head.first, invocation)
    folder = place.name
    months = WholeMonths(try session.monthlyActuals(of: place, invocation))
    shop = try session.seenShop(named: clauses.head.first, invocation).shop
    tables = try session.tables(of: place, OpeningFromActuals.tables)
    presets = session.presets
    let least = Backtest.leastToLearn + Backtest.leastToJudge + horizon - 1
    guard months.months.count >= least else {
      throw invocation.failure(
        horizon == 1
          ? say(
            "\(folder) has too few whole months: \(months.months.count); at least \(least) are needed, \(Backtest.leastToLearn) to learn from and \(Backtest.leastToJudge) to test with"
          )
          : say(
            "\(folder) has too few whole months: \(months.months.count); at least \(least) are needed to predict \(horizon) months ahead"
          ),
        at: invocation.command.words[0].span, help: say("import more months; the command fit needs only 4 weeks"))
    }
  }

  /// - Returns: the months that were finished, and whether the operator stopped the rest.
  func perform(_ session: Session) throws(CommandFailure) -> (Backtest, Bool) {
    let all = months.months
    let targets = Array(all.indices.dropFirst(Backtest.leastToLearn + horizon - 1))
    let progress = say("predicting \(targets.count) months")
    var bench = Bench(worlds, progress, targets.count * worlds.paths, session)
    defer { bench.end() }
    var found: [Backtest.Month] = []
    var begins = Backtest.Begins.opening
    for target in targets {
      let origin = target - horizon
      var scenario = learnt(session.scenario, from: shop.known(on: all[origin].last))
      (scenario, begins) = begun(scenario, before: origin + 1)
      scenario = laid(scenario, until: target)
      try session.check(
        value: scenario, say("what was known before \(all[target].description)"), invocation,
        at: invocation.command.words[0].span)
      let index = monthIndex(all[target], in: scenario)
      guard let outcome = bench.outcome(of: Program(scenario, seed: worlds.seed)) else { break }
      for figure in months.figures where figure != .cash {
        let name = figure.rawValue
        let uniform = Uniform.double(
          Stream(seed: worlds.seed, name: "backtest.\(name)").word(path: target, day: 0, index: 0))
        found.append(
          Backtest.Month(
            month: all[target].description, figure: name, worlds: outcome.monthly(figure.metric, month: index),
            actual: months.value(figure, all[target]), naive: months.value(figure, all[origin]), uniform: uniform))
      }
    }
    return (Backtest(found, horizon: horizon, givenAds: givesAds, begins: begins), bench.isStopped)
  }

  /// The scenario with what the files of before teach; where that is nothing yet, the plan foretells as it was.
  private func learnt(_ plan: Scenario, from known: SeenShop) -> Scenario {
    guard let fit = try? Fit(known, plan, seed: worlds.seed, paths: Self.fitWorlds) else { return plan }
    let learnt = fit.changes.reduce(plan) { scenario, change in
      scenario.slot(change.path).map { scenario.assigning(change.value, to: $0) } ?? scenario
    }
    return learnt.issues.isEmpty ? learnt : plan
  }

  /// The scenario on the first morning of a month, with what was on its way by what was known then.
  ///
  /// Three kinds of shop run from their first day instead: one that tests products, for a candidate's tests begin afresh
  /// wherever it is entered; one that is paid abroad, which cannot be entered yet; and one without a processor's books,
  /// which would wait for no money.
  private func begun(_ scenario: Scenario, before month: Int) -> (Scenario, Backtest.Begins) {
    guard scenario.testedProduct == nil else { return (fromFirstDay(scenario), .firstDayOfTests) }
    guard !scenario.isPaidAbroad else { return (fromFirstDay(scenario), .firstDayPaidAbroad) }
    let made = OpeningFromActuals(
      scenario, presets: presets, on: months.months[month].first, hindsight: false, tables)
    guard made.hasBooks else { return (fromFirstDay(scenario), .firstDayWithoutBooks) }
    return (made.entered(cash: made.knownCash ?? scenario.cash.budget), .opening)
  }

  /// It begins with the months that were seen, where it would begin later or within a month.
  private func fromFirstDay(_ scenario: Scenario) -> Scenario {
    let first = months.months[0].first
    guard scenario.start > first || scenario.start.day != 1 else { return scenario }
    var scenario = scenario
    scenario.start = first
    // What was on its way on another morning.
    scenario.opening = OpeningBalances()
    return scenario
  }

  private func monthIndex(_ month: MonthlyActuals.Month, in scenario: Scenario) -> Int {
    (month.year - scenario.start.year) * 12 + month.month - scenario.start.month
  }

  /// The scenario up to a month that was seen, spending what was really spent.
  private func laid(_ original: Scenario, until target: Int) -> Scenario {
    var scenario = original
    scenario.months = Double(monthIndex(months.months[target], in: scenario) + 1)
    guard givesAds else { return scenario }
    // What was spent was there to be spent, whatever the worlds earn, and whatever rules would have done.
    scenario.cash.budget = max(scenario.cash.budget, 1e7)
    scenario.rules = []
    for name in scenario.ads.names {
      guard let slot = scenario.slot("ads.\(name).budget") else { continue }
      let past = months.months[...target].filter { $0.first >= scenario.start }
      var budgets: [Double] = []
      for month in past {
        let spent = shop.ads.filter { $0.channel == name && $0.day >= month.first && $0.day <= month.last }
        budgets.append(spent.reduce(0) { $0 + $1.spend } / Double(month.lastDay))
      }
      guard budgets.contains(where: { $0 > 0 }) else { continue }
      scenario = scenario.assigning(.number(rounded(budgets[0])), to: slot)
      for (place, budget) in budgets.enumerated().dropFirst() {
        var event = Event()
        event.name = "spent on \(name) in \(past[place].description)"
        event.from = .date(past[place].first)
        event.then = "ads.\(name).budget = \(rounded(budget).plain) \(scenario.currency) per day"
        scenario.events.append(event)
      }
    }
    return scenario
  }

  private func rounded(_ amount: Double) -> Double { (amount * 100).rounded() / 100 }
}
