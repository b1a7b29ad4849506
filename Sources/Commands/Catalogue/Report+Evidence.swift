import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

/// What a report tells besides its runs: what would have saved worlds, and where numbers come from.
extension Session {
  /// A report is waited for: it may take a fraction of what `why` takes.
  private static let daysOfWorlds = 20_000_000

  /// Of the plan with the most worlds that ran out, where they are enough.
  func causes(
    of plans: [DecisionPage.Plan], _ request: ReportRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> DecisionPage.Causes {
    let byRuin = plans.enumerated().sorted { one, other in
      let ruined = [one, other].map { $0.element.run.summary?.ruin.successes ?? 0 }
      return (-ruined[0], one.offset) < (-ruined[1], other.offset)
    }
    for (place, plan) in byRuin {
      guard let outcome = plan.run.summary?.outcome else { continue }
      let endings = ButFor.Endings(outcome)
      guard let target = WhyTarget(.ruin, in: endings), target.kind == .ruin else { continue }
      let work = WhyWork(
        plan.run.scenario, request.worlds, endings, target, within: Self.daysOfWorlds)
      guard work.daysOfWorlds <= 2 * Self.daysOfWorlds else { return .tooMany(runs: work.runs) }
      let progress = say("running \(NumberFormat().worlds(work.paths)) \(work.runs) times")
      var bench = Bench(request.worlds, progress, work.runs * work.paths, self)
      defer { bench.end() }
      let found = work.butFor(&bench, in: work.paths)
      guard !bench.isStopped else { throw invocation.nothingFinished(bench) }
      return .found(found, plan: place)
    }
    return .tooFew
  }

  /// So many values of curves may be looked at, all in all: with two strategies and ten thousand worlds those of fifty
  /// numbers.
  private static let mostCurveValues = 20_000_000

  /// What to find out before choosing among the plans, without the value of all numbers together, which takes runs.
  func lessons(of plans: [DecisionPage.Plan], _ request: ReportRequest) -> DecisionPage.Lessons {
    let records = plans.map(\.run).filter(\.scenario.isChoice)
    let choices = LearnChoices(LearnChoices.choices(of: records))
    guard !choices.choices.isEmpty else { return .none }
    let columns = LearnChoices.columns(of: records)
    guard !columns.isEmpty else { return .none }
    guard columns.count * choices.choices.count * choices.worlds * KnownNumber.curves <= Self.mostCurveValues else {
      return .tooMany
    }
    let watch = beginWork(say("estimating what it is worth to know each of \(columns.count) numbers"), 1)
    defer { watch.end() }
    let worlds = request.worlds
    let numbers = Learn.numbers(columns, choices, seed: worlds.seed, threads: worlds.threads)
    let tests = Learn.tested(
      LearnTest.all(
        of: records.map { ($0.strategy, $0.scenario) }, seed: worlds.seed, paths: worlds.paths,
        sampling: worlds.sampling), choices, threads: worlds.threads)
    return .found(Learn(choices, numbers, tests, all: nil))
  }

  /// The numbers that the worlds draw.
  func assumptions(of run: RunRecord) -> [DecisionPage.Assumption] {
    run.uncertain.compactMap { path in
      guard let slot = run.scenario.slot(path), case .spread(let spread) = run.scenario.uncertain[path] else {
        return nil
      }
      let value = UncertainValue(slot, spread, run.scenario.currency(of: slot)).inShort
      let evidence = evidence(of: slot)
      return DecisionPage.Assumption(
        path: path, value: value, grade: evidence?.grade, source: evidence.map { $0.source.said } ?? say("your file"))
    }
  }

  /// Of a value that a preset gives.
  func evidence(of slot: Slot) -> Evidence? {
    guard origin(of: slot).hasPrefix("preset"), let name = presets[slot.path],
      let preset = PresetCatalogue.find(name)?.current
    else { return nil }
    let rows = preset.rows.filter { slot.path == $0.path || slot.path.hasSuffix("." + $0.path) }
    return rows.max { $0.path.count < $1.path.count }?.evidence
  }
}
