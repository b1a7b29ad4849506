package import Simulation

/// How a figure spreads over the worlds.
package struct Distribution: Equatable, Sendable {
  package let mean: Double
  /// The sample's, with n − 1; NaN of a single world.
  package let standardDeviation: Double
  /// Quantiles of type 7 (Hyndman and Fan 1996).
  package let p5: Double
  package let p25: Double
  package let p50: Double
  package let p75: Double
  package let p95: Double

  package init(_ sample: Sample) {
    (mean, standardDeviation) = sample.moments
    let quantiles = sample.quantiles(at: [0.05, 0.25, 0.5, 0.75, 0.95])
    (p5, p25, p50, p75, p95) = (quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4])
  }

  package init(_ values: [Double]) { self.init(.values(values)) }
}
