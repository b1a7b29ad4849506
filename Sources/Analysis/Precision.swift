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

  /// The same of so many figures together: chance alone passes it in any of them with 5 % (Šidák, Journal of the American
  /// Statistical Association 62 (1967), doi:10.1080/01621459.1967.10482935).
  static func normalScore(ofAll rows: Int) -> Double {
    let confidence = Elementary.pow(Self.confidence, 1 / Double(max(1, rows)))
    return Normal.quantile(1 - (1 - confidence) / 2)
  }

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

  /// The mean of one figure: mean ± 1.96 standard errors. Nil below two values.
  package func meanInterval(_ sample: Sample) -> ClosedRange<Double>? {
    let (mean, deviation) = sample.moments
    return meanInterval(mean, deviation: deviation, count: sample.count)
  }

  private func meanInterval(_ mean: Double, deviation: Double, count: Int) -> ClosedRange<Double>? {
    let half = Precision.normalScore * (deviation / Elementary.squareRoot(Double(count)))
    guard half.isFinite, mean.isFinite else { return nil }
    return (mean - half)...(mean + half)
  }

  package func meanInterval(_ values: [Double]) -> ClosedRange<Double>? { meanInterval(.values(values)) }

  /// How several figures spread, and how sure their 5th, 50th and 95th percentiles and their means are.
  package func spreads(
    _ samples: [Sample]
  ) -> [(spread: Distribution, intervals: [ClosedRange<Double>?])] {
    figures(samples.count) { place in
      let sample = samples[place]
      let spread = Distribution(sample)
      let mean = meanInterval(spread.mean, deviation: spread.standardDeviation, count: sample.count)
      return (spread, [0.05, 0.5, 0.95].map { quantileInterval(sample, $0) } + [mean])
    }
  }
}
