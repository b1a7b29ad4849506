package import Simulation
import Statistics

/// A figure of a run that a condition can be about, by name: `ruin`, `p50 cash`, `mean net_profit`.
package struct Measure: Equatable, Sendable {
  /// `cvar5` is the mean of the worst 5 % of the worlds.
  package enum Statistic: String, CaseIterable, Sendable { case mean, sd, p5, p25, p50, p75, p95, cvar5 }

  package let statistic: Statistic?
  package let figure: Figure

  package static let statistics = Statistic.allCases.map(\.rawValue)

  package enum Problem: Error, Equatable, Sendable {
    case noSuchMetric, noSuchStatistic
    /// A share of worlds has no quantiles.
    case statisticOfShare
    /// An amount differs between worlds: which of its statistics is meant?
    case statisticMissing
  }

  /// - Parameter statistic: nil of a share, and only of one.
  init(_ statistic: Statistic?, of figure: Figure) {
    self.statistic = statistic
    self.figure = figure
  }

  package init(metric name: String, statistic word: String?) throws(Problem) {
    guard let figure = Figure(name: name) else { throw .noSuchMetric }
    self.figure = figure
    let isShare = figure.unit == .share
    guard let word else {
      guard isShare else { throw .statisticMissing }
      statistic = nil
      return
    }
    guard !isShare else { throw .statisticOfShare }
    guard let known = Statistic(rawValue: word.lowercased()) else { throw .noSuchStatistic }
    statistic = known
  }

  package var isShare: Bool { statistic == nil }

  /// Has every world an amount of it? Then worlds can be told apart by it.
  package var isOfEveryWorld: Bool { figure.isOfEveryWorld }

  /// What stands for the figure where no world has it; nil where nothing can. Money that runs out in no world lasts longer
  /// than any.
  package var whenNone: Double? {
    if case .someWorlds(let value) = figure.presence, statistic != .sd { value } else { nil }
  }

  /// The full name of the figure.
  package var metricName: String { figure.name }

  /// As it is typed: `ruin`, `p50 final_cash`.
  package var name: String { (statistic.map { $0.rawValue + " " } ?? "") + metricName }

  /// Is the figure an amount of money, rather than a count, a day or a share?
  package var isMoney: Bool { figure.unit == .money }

  package var isWorth: Bool { figure == .finalWorth }

  /// Is the money that was put in at the start part of it?
  var holdsStartMoney: Bool { figure.includesStartMoney }

  /// The value; nil when no world has one (the ruin day of a run without ruin).
  package func value(in summary: Summary) -> Double? {
    if let share = share(in: summary) { return share.estimate }
    let sample = figure.sample(in: summary.outcome)
    guard sample.count > 0 else { return nil }
    return statistic == .cvar5 ? tailMean(of: sample).mean.ifNumber : pick(Distribution(sample))
  }

  /// The standard error, 95 % interval's width over 2 · 1.96 where that is what is known; nil while there are too few worlds
  /// to tell, and for standard deviations. It is not 0 where all worlds agree on a share.
  package func standardError(in summary: Summary) -> Double? {
    if let share = share(in: summary) { return Precision.standardError(of: share) }
    return sample(in: summary.outcome).flatMap(standardError)
  }

  private func standardError(of sample: Sample) -> Double? {
    if statistic == .cvar5 {
      if case .values(let values) = sample { return Estimate(.cvar5, of: values, worse: worse).standardError }
      return tailMean(of: sample).standardError(over: sample.weighted)
    }
    if statistic == .mean {
      let error = sample.standardError
      return error.isFinite ? error : nil
    }
    return statistic?.probability.flatMap { sample.quantileInterval($0, confidence: Precision.confidence) }.map {
      ($0.upperBound - $0.lowerBound) / (2 * Precision.normalScore)
    }
  }

  private func tailMean(of sample: Sample) -> TailMean {
    if case .values(let values) = sample { return TailMean(values, worst: 0.05, worse) }
    return TailMean(weighted: sample.weighted, worst: 0.05, worse)
  }

  /// What all worlds have of it; nil for shares of worlds.
  func sample(in outcome: Outcome) -> Sample? { isShare ? nil : figure.sample(in: outcome) }

  /// The share of worlds; nil for amounts.
  func share(in summary: Summary) -> Proportion? { isShare ? summary.share(figure) : nil }

  private func pick(_ distribution: Distribution) -> Double {
    switch statistic {
    case .mean: distribution.mean
    case .sd: distribution.standardDeviation
    case .p5: distribution.p5
    case .p25: distribution.p25
    case .p50: distribution.p50
    case .p75: distribution.p75
    case .p95: distribution.p95
    case .cvar5, nil: .nan
    }
  }
}

// MARK: World by world

/// Of outcomes that keep worlds.
extension Measure {
  /// What each world has of it: 0 or 1 for shares of worlds, NaN where a world has none (the ruin day of one that lasted).
  package func column(in outcome: Outcome) -> [Double] { figure.column(outcome) }

  /// The same, so that more is better.
  package func goodness(in outcome: Outcome) -> [Double] {
    let column = column(in: outcome)
    return worse == .high ? column.map { -$0 } : column
  }

  /// What it is where one does not start and keeps the money.
  package func valueWithoutStarting(in outcome: Outcome) -> Double? {
    figure.columnWithoutStarting(outcome).map { estimate(of: $0).value }
  }

  package func estimate(in outcome: Outcome) -> Estimate { estimate(of: column(in: outcome)) }

  func estimate(of column: [Double]) -> Estimate {
    statistic.map { Estimate($0, of: column, worse: worse) } ?? Estimate(shareOf: column)
  }

  /// Is more of it better, worse, or neither?
  package var better: Metric.Better { figure.better }

  var worse: TailMean.Side { better == .lower ? .high : .low }
}

extension Double {
  fileprivate var ifNumber: Double? { isNaN ? nil : self }
}

extension Measure.Statistic {
  /// Of quantiles, which one.
  package var probability: Double? {
    switch self {
    case .p5: 0.05
    case .p25: 0.25
    case .p50: 0.5
    case .p75: 0.75
    case .p95: 0.95
    case .mean, .sd, .cvar5: nil
    }
  }
}
