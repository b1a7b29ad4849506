import Scenarios
import Simulation

/// Several runs of the same worlds beside each other.
package struct Comparison: Sendable {
  /// A figure of every run, and how it differs from that of the reference.
  package struct Row: Sendable {
    package let measure: Measure
    /// A value per run; nil where no world has one.
    package let values: [Double?]
    package let differences: [Difference]
  }

  package let runs: [RunRecord]
  /// The place of the run that the others are compared with.
  package let reference: Int
  package let rows: [Row]
  /// What is meant by doing better in a world.
  package let criterion: Criterion
  /// Each run against the reference, world by world.
  package let duels: [Duel]
  /// Not starting against the reference, world by world; nil where it has nothing of what is compared.
  package let duelWithoutStarting: Duel?
  package let best: BestShares
  package let regrets: [Regret]
  /// Which run dominates which, by their places; only what is beyond chance.
  package let dominances: [(over: Int, under: Int, kind: Dominance)]
  package let verdict: Verdict

  /// What is told unless something else is asked for.
  package static let measures = named([
    (nil, "ruin"), (nil, "profit"), (.p50, "ruin_day"), (.p50, "break_even_month"), (.p5, "gain"), (.p50, "gain"),
    (.p95, "gain"), (.mean, "gain"), (.p5, "final_cash"), (.p50, "final_cash"), (.p95, "final_cash"),
    (.p5, "final_worth"), (.p50, "final_worth"), (.p95, "final_worth"), (.cvar5, "final_worth"), (.p50, "lowest_cash"),
    (.p50, "net_profit"), (.p50, "revenue"), (.p50, "orders"), (.p50, "owner_hours"),
  ])

  package static func named(_ names: [(Measure.Statistic?, String)]) -> [Measure] {
    names.compactMap { try? Measure(metric: $0.1, statistic: $0.0?.rawValue) }
  }

  /// "Better" is said of a run whose mean gain, median gain and chance of ruin are not clearly worse, and one of them clearly
  /// better.
  static func isBetter(_ run: Outcome, than other: Outcome) -> Bool {
    let measures = [Measure(.mean, of: .gain), Measure(.p50, of: .gain), Measure(nil, of: .ruin)]
    let clear = measures.map { measure -> Double in
      let difference = Difference(measure.estimate(in: run), minus: measure.estimate(in: other))
      guard difference.isClear else { return 0 }
      return measure.better == .lower ? -difference.value : difference.value
    }
    return clear.allSatisfy { $0 >= 0 } && clear.contains { $0 > 0 }
  }

  /// Worth at the end: money that is still on its way is money too.
  package static let usualCriterion = named([(.p50, "final_worth")])[0]

  /// - Parameters:
  ///   - runs: one or more, of the same worlds.
  ///   - reference: one of their places.
  package init(_ runs: [RunRecord], against reference: Int, by measures: [Measure], criterion: Measure) {
    self.runs = runs
    self.reference = reference
    let outcomes = runs.compactMap { $0.summary?.outcome }
    let criterion = Criterion(criterion, for: outcomes)
    self.criterion = criterion
    rows = measures.map { Row($0, outcomes, against: reference, runs) }
    let columns = outcomes.map { criterion.goodness(in: $0) }
    duels = columns.map { Duel($0, against: columns[reference]) }
    duelWithoutStarting = criterion.duelWithoutStarting(in: outcomes[reference])
    best = BestShares(columns)
    regrets = Regret.of(columns)
    dominances = Dominance.told(of: columns).filter { found in
      runs[found.over].scenario.isChoice
        && (found.kind != .secondOrder || Self.isBetter(outcomes[found.over], than: outcomes[found.under]))
    }
    verdict = Verdict(
      of: outcomes, isChoice: { runs[$0].scenario.isChoice }, isSame: { runs[$0].isSame(as: runs[$1]) })
  }
}

extension Comparison.Row {
  fileprivate init(_ measure: Measure, _ outcomes: [Outcome], against reference: Int, _ runs: [RunRecord]) {
    let estimates = outcomes.map { measure.estimate(in: $0) }
    self.measure = measure
    values = estimates.map { $0.value.isNaN ? nil : $0.value }
    differences = estimates.indices.map { index in
      runs[index].isSame(as: runs[reference]) ? .none : Difference(estimates[index], minus: estimates[reference])
    }
  }
}

extension RunRecord {
  /// The same program: then what they show differs in no world.
  func isSame(as other: RunRecord) -> Bool {
    scenario == other.scenario && seed == other.seed && sampling == other.sampling
      && summary?.outcome.paths == other.summary?.outcome.paths
  }
}
