package import Scenarios
import Simulation
import Statistics

/// Shocks one by one and all together, against the business as it is, in the same worlds.
package struct Stress: Sendable {
  package struct Row: Sendable {
    package enum Kind: Sendable {
      case base
      case shock(Shock)
      /// All that were run, at once.
      case all
    }

    package let kind: Kind
    package let summary: Figures
    /// Against the base, world by world; nil for the base itself.
    package let ruinChange: Difference?
    package let cashChange: Difference?
  }

  /// What a row says of its worlds.
  package struct Figures: Sendable {
    package let ruin: Reading
    package let profit: Reading
    package let cash: Distribution
    package let lowestCash: Distribution
  }

  /// The base, the shocks in their order, all together; as far as they were finished.
  package private(set) var rows: [Row] = []
  /// Shocks that say nothing about this scenario, and why.
  package private(set) var unfit: [(shock: Shock, reason: String)] = []
  /// How many rows there are to be.
  package let wanted: Int

  /// The shock that ruins most worlds; of those that ruin as many, the one that costs most cash on average.
  package var worst: Row? {
    rows.filter { if case .shock = $0.kind { true } else { false } }
      .min {
        (-($0.ruinChange?.value ?? 0), $0.cashChange?.value ?? 0) < (
          -($1.ruinChange?.value ?? 0), $1.cashChange?.value ?? 0
        )
      }
  }

  /// - Parameter evaluate: runs a scenario; nil ends the work, which keeps the finished rows.
  package init(_ shocks: [Shock], on base: Scenario, evaluate: (Scenario) -> Summary?) {
    var runs: [(kind: Row.Kind, scenario: Scenario)] = [(.base, base)]
    var together = base
    for shock in shocks {
      do throws(Shock.Unfit) {
        runs.append((.shock(shock), try shock.applied(to: base)))
        together = try shock.applied(to: together)
      } catch { unfit.append((shock, error.reason)) }
    }
    if runs.count > 2 { runs.append((.all, together)) }
    wanted = runs.count
    run(runs, evaluate)
  }

  private mutating func run(_ runs: [(kind: Row.Kind, scenario: Scenario)], _ evaluate: (Scenario) -> Summary?) {
    var base: (ruin: Estimate, cash: Estimate)?
    for (kind, scenario) in runs {
      guard let summary = evaluate(scenario) else { return }
      let profit = summary.share(.profit)
      let figures = Figures(
        ruin: Reading(summary.ruin.estimate, summary.ruinInterval),
        profit: Reading(profit.estimate, profit.interval(confidence: Precision.confidence)),
        cash: summary.total(.closingCash), lowestCash: summary.total(.lowestCash))
      let ruin = Estimate(shareOf: summary.outcome.ruinDay.map { $0 >= 0 ? 1 : 0 })
      let cash = Estimate(.mean, of: summary.outcome.total(.closingCash))
      rows.append(
        Row(
          kind: kind, summary: figures, ruinChange: base.map { Difference(ruin, minus: $0.ruin) },
          cashChange: base.map { Difference(cash, minus: $0.cash) }))
      if base == nil { base = (ruin, cash) }
    }
  }
}
