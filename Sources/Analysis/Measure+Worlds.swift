package import Simulation
import Statistics

/// A figure of a run with its 95 % interval.
package struct Estimate: Equatable, Sendable {
  package let value: Double
  /// What another seed might have shown; nil where that is not known.
  package let interval: ClosedRange<Double>?

  package init(_ value: Double, _ interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval = interval
  }

  package var halfWidth: Double? { interval.map { ($0.upperBound - $0.lowerBound) / 2 } }
}

extension Measure {
  /// The figure with its interval; nil when no world has it, such as the ruin day of a run without ruin.
  package func estimate(in summary: Summary) -> Estimate? {
    guard let value = value(in: summary), !value.isNaN else { return nil }
    return Estimate(value, interval(in: summary))
  }

  private func interval(in summary: Summary) -> ClosedRange<Double>? {
    switch figure {
    case .ruin: return summary.ruin.interval(confidence: Precision.confidence)
    case .insolvent: return summary.insolvent.interval(confidence: Precision.confidence)
    case .starved: return summary.starved.interval(confidence: Precision.confidence)
    case .finalWorth, .ruinDay, .total: break
    }
    let values = worlds(in: summary.outcome).filter { !$0.isNaN }
    if statistic == .mean { return summary.meanInterval(values) }
    return statistic?.probability.flatMap { summary.quantileInterval(values, $0) }
  }

  /// The figure of each world: 1 or 0 for shares, NaN for the ruin day of a world that did not run out of money.
  package func worlds(in outcome: Outcome) -> [Double] {
    switch figure {
    case .ruin: outcome.ruinDay.map { $0 >= 0 ? 1 : 0 }
    case .insolvent: outcome.ruinCause.map { $0 == Double(RuinCause.insolvent.rawValue) ? 1 : 0 }
    case .starved: outcome.ruinCause.map { $0 == Double(RuinCause.starved.rawValue) ? 1 : 0 }
    case .finalWorth: outcome.finalWorth
    case .ruinDay: outcome.ruinDay.map { $0 >= 0 ? $0 : .nan }
    case .total(let metric): outcome.total(metric)
    }
  }
}
