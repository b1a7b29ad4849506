package import Simulation
package import Statistics

/// What a run answers: ruin first, money second.
package struct Summary: Sendable {
  package let outcome: Outcome
  package let ruin: Proportion
  package let insolvent: Proportion
  package let starved: Proportion
  /// Worlds in which a rule ended the business; they are not ruined.
  package let quit: Proportion
  /// Over the ruined worlds; nil when there are none.
  package let ruinDay: Distribution?

  package init(_ outcome: Outcome) {
    self.outcome = outcome
    let days = outcome.ruinDay.filter { $0 >= 0 }
    ruin = Proportion(successes: days.count, trials: outcome.paths)
    insolvent = Self.share(of: .insolvent, in: outcome)
    starved = Self.share(of: .starved, in: outcome)
    quit = Proportion(successes: outcome.quitDay.count { $0 >= 0 }, trials: outcome.paths)
    ruinDay = days.isEmpty ? nil : Distribution(days)
  }

  private static func share(of cause: RuinCause, in outcome: Outcome) -> Proportion {
    Proportion(
      successes: outcome.ruinCause.count { $0 == Double(cause.rawValue) }, trials: outcome.paths)
  }

  package func total(_ metric: Metric) -> Distribution { Distribution(outcome.total(metric)) }

  package var finalWorth: Distribution { Distribution(outcome.finalWorth) }

  package func monthly(_ metric: Metric, month: Int) -> Distribution {
    Distribution(outcome.monthly(metric, month: month))
  }

  /// The path whose cash at the end is the median (the lower one of two): a whole world whose rows add up, which
  /// medians of single rows do not.
  package var medianWorld: Int {
    let cash = outcome.monthly(.closingCash, month: outcome.months - 1)
    let order = cash.indices.sorted { (cash[$0], $0) < (cash[$1], $1) }
    return order[(order.count - 1) / 2]
  }

  /// The month (from 0) in which most worlds run out of money, and the days in the middle half of them.
  package func commonRuinMonth(monthOfDay: (Int) -> Int) -> Int? {
    var counts = [Int](repeating: 0, count: outcome.months)
    for day in outcome.ruinDay where day >= 0 { counts[monthOfDay(Int(day))] += 1 }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most)
  }
}
