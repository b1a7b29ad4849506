import Analysis
import Importers
import Language
import Reports
import SQLite
import Scenarios
import Simulation

extension CommandSpec {
  static let track = CommandSpec(
    "track", synonyms: ["对照"], "ahead, behind, or luck? your months against an earlier run",
    syntax: "track [FOLDER] [of RUN]",
    examples: [
      "track scenarios/lamp-shop/lamp-shop.actuals", "track scenarios/lamp-shop/lamp-shop.actuals of other",
      "track scenarios/lamp-shop/lamp-shop.actuals --json",
    ],
    operand: .words(["of"]),
    options: OptionSpec.worlds.filter { $0.name == "threads" } + OptionSpec.rows + OptionSpec.output,
    answer: TrackReport.shape, related: ["actuals", "backtest", "runs"]
  ) { session, invocation throws(CommandFailure) in
    var invocation = invocation
    let owner = try invocation.takeOwner()
    try invocation.expect(atMost: 1)
    let request = try TrackRequest(owner, invocation, session)
    let (track, remarks) = try request.perform(session)
    let report = TrackReport(
      track, run: request.title, currency: session.scenario.currency, since: request.months[0].description,
      remarks: remarks, titles: WholeMonths.titles)
    var answer = Answer(report, session.glyphs)
    answer.hint = say("Next: fit · backtest · actuals")
    return answer
  }
}

/// `track lamp.actuals of first`
private struct TrackRequest {
  private let invocation: Invocation
  private let run: FinishedRun
  private let actuals: WholeMonths
  /// Those that the run covers and that began after it was made.
  let months: [MonthlyActuals.Month]
  private let left: [MonthlyActuals.Month]

  /// So many worlds are looked at one by one, and of so many their own plans are made.
  private static let mostWorlds = 1_000
  private static let plans = 200

  var title: String { ([run.label] + [run.name].compactMap(\.self)).joined(separator: " ") }

  init(_ owner: Word?, _ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    self.invocation = invocation
    let span = owner?.span ?? invocation.command.words[0].span
    let place = try session.actualsFolder(named: invocation.operands.first, invocation)
    actuals = WholeMonths(try session.monthlyActuals(of: place, invocation))
    guard !actuals.months.isEmpty else {
      throw invocation.failure(
        say("there is no whole month in \(place.name)"), at: span, help: say("import the rest of the month"))
    }
    run = try Self.run(owner, invocation, session)
    let scenario = run.scenario
    guard scenario.start.day == 1 else {
      throw invocation.failure(
        say("the months of \(run.label) do not begin on the first of a month"), at: span,
        help: say("run it again with a start on the first of a month"))
    }
    let covered = actuals.months.filter { (0..<scenario.monthCount).contains(Self.index($0, in: scenario)) }
    guard !covered.isEmpty else {
      throw invocation.failure(
        say("\(run.label) and \(place.name) cover different months"), at: span,
        help: say("name another run; to list them, write: runs"))
    }
    let made = try Self.made(run, invocation, session)
    months = covered.filter { month in made.map { month.first >= $0 } ?? true }
    guard !months.isEmpty else {
      throw invocation.failure(
        say("\(run.label) was made after these months had begun, so it cannot predict them"), at: span,
        help: say("name a run that was made before these months; to list your runs, write: runs"))
    }
    let used = months
    left = actuals.actuals.months.filter { !used.contains($0) }
  }

  private static func index(_ month: MonthlyActuals.Month, in scenario: Scenario) -> Int {
    (month.year - scenario.start.year) * 12 + month.month - scenario.start.month
  }

  /// The one that was named, else the last one.
  private static func run(
    _ owner: Word?, _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> FinishedRun {
    if let owner {
      if let run = try session.finishedRun(owner, invocation) { return run }
      throw invocation.failure(
        say("no run is called \(owner.text)"), at: owner.span,
        help: Invocation.suggestion(owner.text, session.finished.names) ?? say("to list them, write: runs"))
    }
    guard let last = session.lastRun.flatMap({ session.finished.find($0) }) else {
      throw invocation.failure(
        say("which run?"), at: invocation.command.words[0].span,
        help: say("write: track of #1; to list your runs, write: runs"))
    }
    return last
  }

  /// The day on which a run was kept; of one that was not kept, today. nil where no clock tells.
  private static func made(
    _ run: FinishedRun, _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> CalendarDate? {
    var seconds = session.surroundings.clock()
    if let kept = run.kept {
      let known = try session.asking(invocation) { store throws(DatabaseFault) in try store.run(kept.number) } ?? nil
      seconds = known?.made ?? seconds
    }
    return seconds > 0 ? CalendarDate(daysSinceEpoch: seconds / 86_400) : nil
  }

  func perform(_ session: Session) throws(CommandFailure) -> (Track, [String]) {
    var worlds = SharedWorlds(of: run)
    worlds.threads = try RunRequest.threads(invocation) ?? 0
    worlds.paths = min(run.paths, Self.mostWorlds)
    var found: Outcome?
    _ = try session.run([Contender(run.strategy, run.scenario)], in: worlds, keeping: 1, invocation) {
      found = $1.summary?.outcome
    }
    guard let outcome = found else { throw invocation.nothingFinished }
    let plans = Track.ownPlans(
      Contender(run.strategy, run.scenario).scenario, seed: worlds.seed, worlds: min(Self.plans, worlds.paths),
      of: worlds.paths, sampling: worlds.sampling)
    var cells: [Track.Cell] = []
    var totals: [Track.Total] = []
    for figure in actuals.figures {
      for month in months {
        let index = Self.index(month, in: run.scenario)
        cells.append(
          Track.Cell(
            month: month.description, figure: figure.rawValue, actual: actuals.value(figure, month),
            worlds: outcome.monthly(figure.metric, month: index)))
      }
      totals.append(total(figure, outcome, plans))
    }
    return (Track(cells: cells, totals: totals), remarks(worlds, session))
  }

  /// Over all months, or at the end of the last.
  private func total(_ figure: MonthlyActuals.Figure, _ outcome: Outcome, _ plans: [Outcome]?) -> Track.Total {
    let counted = figure == .cash ? Array(months.suffix(1)) : months
    func sums(_ outcome: Outcome) -> [Double] {
      var sums = [Double](repeating: 0, count: outcome.paths)
      for month in counted {
        let values = outcome.monthly(figure.metric, month: Self.index(month, in: run.scenario))
        for place in sums.indices { sums[place] += values[place] }
      }
      return sums
    }
    let all = sums(outcome)
    let actual = counted.reduce(0) { $0 + actuals.value(figure, $1) }
    let own = plans.map { plans in plans.compactMap { sums($0).first } }
    let luck = own.flatMap { Track.luck(Array(all.prefix($0.count)), ownPlans: $0) }
    return Track.Total(
      Track.Cell(month: "", figure: figure.rawValue, actual: actual, worlds: all), luck: luck)
  }

  private func remarks(_ worlds: SharedWorlds, _ session: Session) -> [String] {
    var remarks: [String] = []
    if !left.isEmpty {
      let names = left.map(\.description).listed
      remarks.append(
        left.count == 1
          ? say(
            "\(names) is left out: the month is incomplete, not in the run, or had begun before the run was made."
          )
          : say(
            "\(names) are left out: these months are incomplete, not in the run, or had begun before the run was made."
          ))
    }
    if worlds.paths < run.paths {
      remarks.append(say("Only the first \(NumberFormat().worlds(worlds.paths)) of the run are counted."))
    }
    return remarks
  }
}
