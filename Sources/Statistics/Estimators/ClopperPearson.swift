extension Proportion {
  /// The exact interval: it holds at least as often as promised, for any number of trials. Without trials the whole of 0…1.
  ///
  /// Source: Clopper and Pearson, Biometrika 26 (1934), doi:10.1093/biomet/26.4.404.
  package func exactInterval(confidence: Double) -> ClosedRange<Double> {
    let tail = (1 - confidence) / 2
    guard trials > 0, tail > 0, tail < 0.5 else { return 0...1 }
    let (k, n) = (Double(successes), Double(trials))
    let low = successes == 0 ? 0 : IncompleteBeta(k, n - k + 1).quantile(tail)
    let high = successes == trials ? 1 : IncompleteBeta(k + 1, n - k).quantile(1 - tail)
    return low...max(low, high)
  }
}
