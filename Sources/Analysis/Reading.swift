import Simulation
import Statistics

/// A figure of a run with its 95 % interval, without the worlds it came from: many runs leave many of them.
package struct Reading: Equatable, Sendable {
  package let value: Double
  /// What another seed might have shown; nil where there are too few worlds to tell.
  package let interval: ClosedRange<Double>?

  package init(_ value: Double, _ interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval = interval
  }

  package var halfWidth: Double? { interval.map { ($0.upperBound - $0.lowerBound) / 2 } }

  /// How far the interval reaches, to the side on which it reaches further: value ± reach is sure at 95 %, where half the width
  /// would not be.
  package var reach: Double? { interval.map { max($0.upperBound - value, value - $0.lowerBound) } }
}

extension Measure {
  /// The figure with its interval; nil when no world has it, such as the ruin day of a run without ruin.
  package func reading(in summary: Summary) -> Reading? {
    guard let value = value(in: summary), !value.isNaN else { return nil }
    return Reading(value, interval(around: value, in: summary))
  }

  /// Wilson's for shares of worlds, order statistics for quantiles; for the rest one that may be askew, and of worlds that are
  /// not kept, which are very many, value ± 1.96 standard errors.
  private func interval(around value: Double, in summary: Summary) -> ClosedRange<Double>? {
    if let share = share(in: summary) { return share.interval(confidence: Precision.confidence) }
    if let probability = statistic?.probability, let sample = sample(in: summary.outcome) {
      return summary.quantileInterval(sample, probability)
    }
    guard !summary.outcome.keepsWorlds else {
      return estimate(in: summary.outcome).interval
    }
    guard let error = standardError(in: summary) else { return nil }
    let half = Precision.normalScore * error
    return (value - half)...(value + half)
  }
}
