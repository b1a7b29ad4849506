import Statistics

/// What is believed of how often something happens, as a gamma law: so many events in so much time.
package struct RateBelief: Sendable {
  package let events: Double
  package let exposure: Double

  package init(events: Double, exposure: Double) {
    (self.events, self.exposure) = (max(events, 1e-3), max(exposure, 1e-9))
  }

  package var mean: Double { events / exposure }
  package var deviation: Double { Elementary.squareRoot(events) / exposure }

  package func learning(_ seen: Double, in time: Double, dispersion: Double = 1) -> RateBelief {
    RateBelief(events: events + seen / dispersion, exposure: exposure + time / dispersion)
  }

  package func quantile(_ p: Double) -> Double {
    if let law = try? GammaLaw(shape: events, scale: 1 / exposure) { return law.quantile(p) }
    return max(0, mean + deviation * Normal.quantile(p))
  }

  package var quantiles: Quantiles3 { Quantiles3(quantile) }

  /// Of a negative binomial count.
  package func surprise(_ seen: Int, in time: Double) -> Double {
    let share = exposure / (exposure + time)
    func chance(_ k: Int) -> Double {
      let k = Double(k)
      return Elementary.exp(
        LogGamma.value(events + k) - LogGamma.value(events) - LogGamma.value(k + 1) + events * Elementary.log(share)
          + k * Elementary.log1p(-share))
    }
    let below = (0..<max(0, seen)).reduce(0) { $0 + chance($1) }
    return Surprise.midP(below: below, at: chance(max(0, seen)))
  }
}
