package import Simulation
import Statistics

/// How sure figures of a run are: what another seed might have shown instead.
///
/// All intervals are at 95 %, and those of worlds drawn independently of each other. Stratified sampling (Latin
/// hypercubes, Sobol' points) only narrows the truth, so that for it they are too wide.
package enum Precision {
  package static let confidence = 0.95
  /// Φ⁻¹(0.975): a 95 % interval of a normal figure reaches so many standard errors to either side.
  package static let normalScore = 1.959_963_984_540_054

  /// Are the worlds enough to tell how far off the worst of them may be? So many that the 95 % interval of P5 has ends: 72.
  static func tellsOfTails(worlds: Int) -> Bool {
    QuantileInterval.ranks(count: worlds, probability: 0.05, confidence: confidence) != nil
  }

  /// A standard error that is not 0 where all worlds agree: half the width of the Wilson interval over 1.96.
  static func standardError(of share: Proportion) -> Double {
    let interval = share.interval(confidence: confidence)
    return (interval.upperBound - interval.lowerBound) / (2 * normalScore)
  }
}

extension Summary {
  /// The probability of ruin: Wilson's interval. 0…1 at most.
  package var ruinInterval: ClosedRange<Double> { ruin.interval(confidence: Precision.confidence) }

  /// A quantile of one figure: the order statistics that enclose it whatever its distribution. Nil when there are too few
  /// values.
  package func quantileInterval(_ sample: Sample, _ probability: Double) -> ClosedRange<Double>? {
    sample.quantileInterval(probability, confidence: Precision.confidence)
  }

  package func quantileInterval(_ values: [Double], _ probability: Double) -> ClosedRange<Double>? {
    quantileInterval(.values(values), probability)
  }

  /// The mean of one figure, which need not be symmetric; of worlds that are not kept, which are very many, mean ± 1.96
  /// standard errors. Nil where the values differ in too few worlds.
  package func meanInterval(_ sample: Sample) -> ClosedRange<Double>? {
    if case .values(let values) = sample { return Estimate(.mean, of: values).interval }
    let (mean, half) = (sample.moments.mean, Precision.normalScore * sample.standardError)
    guard half.isFinite, mean.isFinite else { return nil }
    return (mean - half)...(mean + half)
  }

  package func meanInterval(_ values: [Double]) -> ClosedRange<Double>? { meanInterval(.values(values)) }

  /// How several figures spread, and how sure their 5th, 50th and 95th percentiles and their means are.
  package func spreads(_ samples: [Sample]) -> [(spread: Distribution, intervals: [ClosedRange<Double>?])] {
    figures(samples.count) { place in
      let sample = samples[place]
      let quantiles = [0.05, 0.5, 0.95].map { quantileInterval(sample, $0) }
      return (Distribution(sample), quantiles + [meanInterval(sample)])
    }
  }

  /// How figures spread, and how sure each number of that is.
  package func knownDistributions(of wanted: [Figure]) -> [KnownDistribution] {
    figures(wanted.count) { KnownDistribution(wanted[$0].sample(in: outcome), self) }
  }
}

/// How a figure spreads over the worlds, with the intervals of its mean and of its quantiles.
package struct KnownDistribution: Sendable {
  package let spread: Distribution
  /// By the names that data has for them; nil where there are too few worlds to tell.
  package let intervals: [(name: String, interval: ClosedRange<Double>?)]

  init(_ sample: Sample, _ summary: Summary) {
    spread = Distribution(sample)
    let quantiles = Measure.Statistic.allCases.compactMap { statistic in
      statistic.probability.map { (statistic.rawValue, summary.quantileInterval(sample, $0)) }
    }
    intervals = [("mean", summary.meanInterval(sample))] + quantiles
  }
}
