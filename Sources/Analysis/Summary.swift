package import Simulation
package import Statistics

/// What a run answers: ruin first, money second.
package struct Summary: Sendable {
  package let outcome: Outcome
  package let ruin: Proportion
  package let starved: Proportion
  /// Worlds in which a rule ended the business; they are not ruined.
  package let quit: Proportion
  /// Over the ruined worlds, day 1 the first; nil when there are none.
  package let ruinDay: Distribution?
  /// How many worlds run out of money on each day, up to the last one on which any does.
  private let ruinedByDay: [Int]
  private let threads: Int

  package init(_ outcome: Outcome) { self.init(outcome, threads: 0) }

  /// - Parameter threads: on how many of them figures may be found; 0: on as many as there are processors.
  package init(_ outcome: Outcome, threads: Int) {
    self.outcome = outcome
    self.threads = threads
    let endings = outcome.endings
    let share = { (days: [Int]) in Proportion(successes: days.reduce(0, +), trials: outcome.paths) }
    ruin = share(endings.ruined)
    starved = share(endings.starved)
    quit = share(endings.quit)
    ruinedByDay = endings.ruined
    ruinDay = ruin.successes > 0 ? Distribution(Figure.ruinDay.sample(in: outcome)) : nil
  }

  /// Of a figure that is a share of worlds.
  package func share(_ figure: Figure) -> Proportion {
    Proportion(successes: figure.sample(in: outcome).nonzeros, trials: outcome.paths)
  }

  /// What an hour of the owner brings: mean net profit over mean hours; nil where the owner has nothing to do.
  package var profitOfAnHour: Double? {
    let hours = total(.ownerHours).mean
    return hours > 0 ? total(.netProfit).mean / hours : nil
  }

  package func total(_ metric: Metric) -> Distribution { Distribution(outcome.sample(metric)) }

  /// The money put in, on average; of a running business what it is worth when it is entered (model 17).
  package var moneyPutIn: Double { total(.openingCash).mean + openingWorth }

  /// What a running business has on its way, on average; 0 for a new one.
  package var openingWorth: Double {
    if outcome.keepsWorlds { return Distribution(outcome.openingWorth).mean }
    // Tallies know it by what it makes of worth and gain, whose sums are exact to a millionth of each world.
    let gain = Distribution(Figure.gain.sample(in: outcome)).mean
    let worth = finalWorth.mean - gain - total(.openingCash).mean
    return abs(worth) < 1e-3 ? 0 : worth
  }

  package var finalWorth: Distribution { Distribution(outcome.worthSample) }

  package func monthly(_ metric: Metric, month: Int) -> Distribution {
    Distribution(outcome.sample(metric, month: month))
  }

  package func distributions(of wanted: [Figure]) -> [Distribution] {
    figures(wanted.count) { Distribution(wanted[$0].sample(in: outcome)) }
  }

  /// Several metrics, month by month.
  package func monthly(_ metrics: [Metric]) -> [[Distribution]] {
    let months = outcome.months
    let all = figures(metrics.count * months) { place in
      monthly(metrics[place / months], month: place % months)
    }
    return metrics.indices.map { Array(all[($0 * months)..<(($0 + 1) * months)]) }
  }

  /// A few quantiles of several metrics, month by month: for each metric its months, for each month its quantiles.
  package func monthlyQuantiles(_ wanted: [(metric: Metric, probabilities: [Double])]) -> [[[Double]]] {
    let months = outcome.months
    let all = figures(wanted.count * months) { place in
      let (metric, probabilities) = wanted[place / months]
      return outcome.sample(metric, month: place % months).quantiles(at: probabilities)
    }
    return wanted.indices.map { Array(all[($0 * months)..<(($0 + 1) * months)]) }
  }

  /// So many figures, each found by itself: where that is work, on several threads.
  func figures<Figure: Sendable>(_ count: Int, _ figure: @escaping @Sendable (Int) -> Figure) -> [Figure] {
    let isWork = outcome.keepsWorlds && outcome.paths >= 2_000
    return Parallel.map(count, threads: isWork ? threads : 1, figure)
  }

  /// The path whose worth at the end is the median (the lower one of two): a whole world whose rows add up, which
  /// medians of single rows do not. Of outcomes that keep worlds.
  package var medianWorld: Int { outcome.world(at: .median) }

  /// How many worlds have been closed by a rule in each month.
  package func quit(monthOfDay: (Int) -> Int) -> [Int] { count(outcome.endings.quit, monthOfDay) }

  /// How many worlds run out of money in each month.
  package func ruined(monthOfDay: (Int) -> Int) -> [Int] {
    count(ruinedByDay, monthOfDay)
  }

  private func count(_ worldsByDay: [Int], _ monthOfDay: (Int) -> Int) -> [Int] {
    var counts = [Int](repeating: 0, count: outcome.months)
    for (day, number) in worldsByDay.enumerated() where number > 0 { counts[monthOfDay(day)] += number }
    return counts
  }

  /// The month (from 0) in which most worlds run out of money, the first of several; nil when none does.
  package func commonRuinMonth(monthOfDay: (Int) -> Int) -> Int? {
    let counts = ruined(monthOfDay: monthOfDay)
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most)
  }
}

extension Summary {
  /// The median cash at the end of the worlds that can no longer pay for their ads: they are out of money with that much in
  /// the bank. Nil where there are none, or no world was kept.
  package var cashOfStarved: Double? {
    guard starved.successes > 0, outcome.keepsWorlds else { return nil }
    let isStarved = Double(RuinCause.starved.rawValue)
    let cash = zip(outcome.ruinCause, outcome.total(.closingCash)).filter { $0.0 == isStarved }.map(\.1)
    return Quantiles.of(cash, at: [0.5])[0]
  }
}
