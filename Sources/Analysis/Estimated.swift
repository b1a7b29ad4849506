package import Statistics

/// An estimate with how far off it may be, as data tells it: `{"value", "standard_error", "low", "high"}`.
package struct Estimated: Equatable, Sendable {
  package let value: Double
  package let standardError: Double
  /// The ends of its 95 % interval.
  package let low: Double
  package let high: Double

  /// One that spreads like a normal.
  package init(_ value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
    low = value - Precision.normalScore * standardError
    high = value + Precision.normalScore * standardError
  }

  /// A mean over worlds.
  package init(meanOf values: [Double]) {
    let moments = Moments(values)
    self.init(moments.mean, standardError: moments.standardError)
  }

  /// A share of worlds: Wilson's interval; at none and at all of them that of Clopper and Pearson, Biometrika 26 (1934),
  /// doi:10.1093/biomet/26.4.404, which then has a closed form.
  package init(_ share: Proportion) {
    value = share.estimate
    standardError = share.standardError
    let wilson = share.interval(confidence: Precision.confidence)
    // 1 − (α/2)^(1/n)
    let least = share.trials > 0 ? 1 - Elementary.pow((1 - Precision.confidence) / 2, 1 / Double(share.trials)) : 1
    low = share.successes == share.trials && share.trials > 0 ? 1 - least : wilson.lowerBound
    high = share.successes == 0 ? least : wilson.upperBound
  }

  /// Half the width of its interval.
  package var halfWidth: Double { (high - low) / 2 }

  /// May chance alone have made it? So it may where the error is not known.
  package var isWithinError: Bool { !(low > 0 || high < 0) }
}
