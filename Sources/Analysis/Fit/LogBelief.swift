import Statistics

/// What is believed of the middle of a price or a delay, as a normal-inverse-gamma law of its logarithm.
package struct LogBelief: Sendable {
  package let median: Double
  /// What the median is worth, in values; and how sure the spread of one value is, in degrees of freedom.
  package let worth: Double
  package let degrees: Double
  /// Of the logarithm of one value.
  package let deviation: Double

  package init(median: Double, worth: Double, degrees: Double, deviation: Double) {
    (self.median, self.worth, self.degrees, self.deviation) = (median, worth, degrees, deviation)
  }

  /// A range of the median with this spread on the log scale.
  package init(median: Double, sigma: Double, degrees: Double, deviation: Double) {
    let ratio = deviation / sigma
    self.init(median: median, worth: ratio * ratio, degrees: degrees, deviation: deviation)
  }

  /// What was seen: logarithms of values that follow one another.
  package struct Seen: Sendable {
    /// Of the middle; its own where it is a ratio of totals.
    package let centre: Double
    package let squares: Double
    package let count: Double

    /// - Parameter lag: how far one value resembles the next; n such values are worth n(1 − ρ)/(1 + ρ).
    package init(_ logs: [Double], centre: Double? = nil, lag: Double) {
      let mean = logs.isEmpty ? 0 : logs.reduce(0, +) / Double(logs.count)
      self.centre = centre ?? mean
      count = Double(logs.count) * (1 - lag) / (1 + lag)
      squares = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * (1 - lag) / (1 + lag)
    }

    /// The lag-1 correlation of values, within what a few of them can tell.
    package static func lag(of logs: [Double]) -> Double {
      guard logs.count > 3 else { return 0 }
      let mean = logs.reduce(0, +) / Double(logs.count)
      let all = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      guard all > 0 else { return 0 }
      let shifted = zip(logs, logs.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
      return min(max(shifted / all, 0), 0.8)
    }
  }

  package func learning(_ seen: Seen) -> LogBelief {
    let worth = self.worth + seen.count
    let log = Elementary.log(median)
    let degrees = self.degrees + seen.count
    let apart = seen.centre - log
    let squares =
      self.degrees * deviation * deviation + seen.squares + self.worth * seen.count * apart * apart / worth
    return LogBelief(
      median: Elementary.exp((self.worth * log + seen.count * seen.centre) / worth), worth: worth, degrees: degrees,
      deviation: Elementary.squareRoot(squares / degrees))
  }

  /// Of the logarithm of the median.
  package var scale: Double { deviation / Elementary.squareRoot(worth) }

  package func quantile(_ p: Double) -> Double {
    median * Elementary.exp(scale * StudentT(degrees: degrees).quantile(p))
  }

  package var quantiles: Quantiles3 { Quantiles3(quantile) }

  /// The spread of the lognormal law with the same p5 and p95.
  package var sigma: Double { Elementary.log(quantile(0.95) / quantile(0.05)) / (2 * Normal.quantile(0.95)) }

  package func surprise(_ seen: Seen) -> Double {
    guard seen.count > 0 else { return 1 }
    let spread = deviation * Elementary.squareRoot(1 / worth + 1 / seen.count)
    return StudentT(degrees: degrees).beyond((seen.centre - Elementary.log(median)) / spread)
  }
}
