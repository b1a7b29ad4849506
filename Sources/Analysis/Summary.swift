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
  /// How many worlds run out of money on each day, up to the last one on which any does.
  private let ruinedByDay: [Int]

  package init(_ outcome: Outcome) {
    self.outcome = outcome
    let endings = outcome.endings
    let share = { (days: [Int]) in Proportion(successes: days.reduce(0, +), trials: outcome.paths) }
    ruin = share(endings.ruined)
    insolvent = share(endings.insolvent)
    starved = share(endings.starved)
    quit = share(endings.quit)
    ruinedByDay = endings.ruined
    ruinDay = ruin.successes > 0 ? Distribution(outcome.ruinDaySample) : nil
  }

  package func total(_ metric: Metric) -> Distribution { Distribution(outcome.sample(metric)) }

  package var finalWorth: Distribution { Distribution(outcome.worthSample) }

  package func monthly(_ metric: Metric, month: Int) -> Distribution {
    Distribution(outcome.sample(metric, month: month))
  }

  /// The path whose cash at the end is the median (the lower one of two): a whole world whose rows add up, which
  /// medians of single rows do not. Of outcomes that keep worlds.
  package var medianWorld: Int {
    let cash = outcome.monthly(.closingCash, month: outcome.months - 1)
    let rank = (cash.count - 1) / 2
    guard let middle = OrderStatistics.value(at: rank, of: cash) else { return 0 }
    // Of worlds with the same cash those of lower numbers come first.
    let before = cash.count { $0 < middle }
    return cash.indices.lazy.filter { cash[$0] == middle }.dropFirst(rank - before).first ?? 0
  }

  /// How many worlds run out of money in each month.
  package func ruined(monthOfDay: (Int) -> Int) -> [Int] {
    var counts = [Int](repeating: 0, count: outcome.months)
    for (day, number) in ruinedByDay.enumerated() where number > 0 { counts[monthOfDay(day)] += number }
    return counts
  }

  /// The month (from 0) in which most worlds run out of money, the first of several; nil when none does.
  package func commonRuinMonth(monthOfDay: (Int) -> Int) -> Int? {
    let counts = ruined(monthOfDay: monthOfDay)
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most)
  }
}

extension Outcome {
  /// The days on which worlds run out of money.
  var ruinDaySample: Sample { keepsWorlds ? .values(ruinDay.filter { $0 >= 0 }) : .counts(endings.ruined) }
}
