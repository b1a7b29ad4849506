import Analysis
import Language
import Reports
import Scenarios
import YAML

extension CommandSpec {
  static let fit = CommandSpec(
    "fit", synonyms: ["校准"], "narrows your scenario's ranges to fit what your shop really did",
    syntax: "fit [FOLDER] [--to FILE.yaml]",
    examples: [
      "fit scenarios/lamp-shop/lamp-shop.actuals --paths 500",
      "fit scenarios/lamp-shop/lamp-shop.actuals --paths 500 --json",
      "fit scenarios/lamp-shop/lamp-shop.actuals --paths 500 --to fitted.yaml",
    ],
    changes: .scenario, operand: .file(suffix: ".actuals/"),
    options: [
      OptionSpec("paths", "N", "how many random sets of values to try where no formula gives the answer"),
      OptionSpec("seed", "N", "which random sets: the same seed gives the same sets"),
    ] + OptionSpec.rows + OptionSpec.scenarios,
    answer: FitReport.shape, related: ["import", "actuals", "backtest", "track", "compare"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    let (shop, folder) = try session.seenShop(named: invocation.operands.first, invocation)
    let paths = try invocation.value("paths").map { word throws(CommandFailure) in
      try invocation.wholeNumber(word, in: 100...100_000, say("worlds"))
    }
    let fit = try session.fitted(
      shop, session.scenario, folder, seed: try invocation.seed() ?? 1, paths: paths ?? Fit.usualWorlds, invocation)
    let before = session.scenario
    let strategy = Strategy(
      name: Session.fittedName, changes: fit.changes.map { Strategy.Change(path: $0.path, value: $0.value) })
    let isProposed = !fit.changes.isEmpty
    if isProposed { try session.propose(strategy, invocation) }
    let report = FitReport(fit, before, strategy: isProposed ? strategy.name : nil)
    var answer = Answer(report, session.glyphs)
    if isProposed { answer.document.blocks += [.blank] + session.difference(of: fit) }
    answer.scenario = session.text(of: fit)
    answer.hint =
      isProposed
      ? say("Next: compare base fitted · strategy show fitted · fit --to FILE.yaml")
      : say("Next: actuals · backtest")
    return answer
  }
}

extension OptionSpec {
  /// Of an answer that proposes another scenario.
  static let scenarios: [OptionSpec] = [
    OptionSpec("json", nil, "answer as JSON"),
    OptionSpec("to", "FILE", "write to a file; its ending sets the format: .yaml .json .csv .md .txt"),
    OptionSpec("force", nil, "overwrite that file"),
  ]
}

extension Session {
  /// The strategy that `fit` puts beside the scenario.
  static let fittedName = "fitted"

  func fitted(
    _ shop: SeenShop, _ scenario: Scenario, _ folder: String, seed: UInt64, paths: Int, _ invocation: Invocation
  ) throws(CommandFailure) -> Fit {
    do throws(Fit.Refusal) {
      return try Fit(shop, scenario, seed: seed, paths: paths)
    } catch {
      switch error {
      case .noOrders:
        throw invocation.failure(
          say("\(folder) has no orders on the days its ads ran"), at: invocation.command.words[0].span,
          help: say("import the store's orders and the ads of the same weeks"))
      case .tooFew(let orders):
        throw invocation.failure(
          say("there are too few orders (\(orders); \(Fit.leastOrders) are needed), so nothing was fitted"),
          at: invocation.command.words[0].span, help: say("import more weeks, or wait until you have them"))
      }
    }
  }

  /// Puts a strategy beside the scenario, or in the place of the one of its name.
  fileprivate mutating func propose(_ strategy: Strategy, _ invocation: Invocation) throws(CommandFailure) {
    var changed = work
    if let index = changed.strategies.firstIndex(where: { $0.name == strategy.name }) {
      changed.strategies[index] = strategy
    } else {
      changed.strategies.append(strategy)
    }
    guard changed != work else { return }
    try check(changed, invocation, at: invocation.command.span)
    edit(to: changed)
  }

  /// `ads.meta.cpc   lognormal(1 USD, 0.35) → 0.55 to 0.66 USD per click`
  fileprivate func difference(of fit: Fit) -> [Block] {
    let facts = fit.changes.compactMap { change -> Fact? in
      scenario.slot(change.path).map { slot in
        Fact(slot.path, [TextRun(Self.change(from: text(slot, in: scenario), to: change.text))])
      }
    }
    return [.facts(facts)]
  }

  /// The scenario with what was fitted in it, and what goes together.
  fileprivate func text(of fit: Fit) -> () -> String {
    var fitted = scenario
    for change in fit.changes {
      if let slot = fitted.slot(change.path) { fitted = fitted.assigning(change.value, to: slot) }
    }
    let drawn = fit.correlations.filter { pair in
      [pair.first, pair.second].allSatisfy { path in fitted.uncertain[path] != nil }
        && !fitted.correlations.contains { $0.paths.contains(pair.first) && $0.paths.contains(pair.second) }
    }
    fitted.correlations += drawn.map {
      Correlation(paths: [$0.first, $0.second], rho: ($0.rho * 100).rounded() / 100, crashesTogether: false)
    }
    let others = strategies.filter { $0.name != Self.fittedName }
    let (source, presets, columns) = (source, presets, columns)
    return {
      guard let source else { return fitted.yaml(strategies: others) }
      do throws(CannotKeep) {
        return try ScenarioFile.rewritten(source, as: fitted, others, presets: presets, columns: columns)
      } catch { return fitted.yaml(strategies: others) }
    }
  }
}
