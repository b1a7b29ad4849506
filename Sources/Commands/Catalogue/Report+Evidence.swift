import Analysis
import Language
import Reports
import Scenarios
import Simulation

/// What a report tells besides its runs: what would have saved worlds, and where numbers come from.
extension Session {
  /// A report is waited for: it may take a fraction of what `why` takes.
  private static let daysOfWorlds = 20_000_000

  /// Of the first plan with enough worlds that ran out.
  func causes(
    of plans: [DecisionPage.Plan], _ request: ReportRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> DecisionPage.Causes {
    for (place, plan) in plans.enumerated() {
      guard let outcome = plan.run.summary?.outcome else { continue }
      let endings = ButFor.Endings(outcome)
      guard let target = WhyTarget(.ruin, in: endings), target.kind == .ruin else { continue }
      let work = WhyWork(
        plan.run.scenario, request.worlds, endings, target, within: Self.daysOfWorlds)
      guard work.daysOfWorlds <= 2 * Self.daysOfWorlds else { return .tooMany(runs: work.runs) }
      let progress = say("running \(work.runs) times \(NumberFormat().worlds(work.paths))")
      var bench = Bench(request.worlds, progress, work.runs * work.paths, self)
      defer { bench.end() }
      let found = work.butFor(&bench)
      guard !bench.isStopped else { throw invocation.nothingFinished(bench) }
      return .found(found, plan: place)
    }
    return .tooFew
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
