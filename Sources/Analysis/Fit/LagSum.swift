import Scenarios
import Statistics

/// A sum of delays, as one lognormal law of the same mean and variance.
struct LagSum: Sendable {
  let mean: Double
  private let deviation: Double

  init(_ lags: [Lag]) {
    mean = lags.reduce(0) { $0 + $1.meanDays }
    deviation = Elementary.squareRoot(lags.reduce(0) { $0 + $1.varianceOfDays })
  }

  func cdf(_ days: Double) -> Double {
    guard mean > 0 else { return 1 }
    guard deviation > 0 else { return days >= mean ? 1 : 0 }
    return Lognormal(mean: mean, standardDeviation: deviation).cdf(days)
  }

  func quantile(_ p: Double) -> Double {
    guard mean > 0, deviation > 0 else { return mean }
    return Lognormal(mean: mean, standardDeviation: deviation).quantile(p)
  }
}

extension Lag {
  var meanDays: Double {
    switch self {
    case .fixed(let days): days
    case .lognormal(let median, let sigma): Lognormal(median: median, logDeviation: sigma).mean
    case .uniform(let low, let high): (low + high) / 2
    }
  }

  fileprivate var varianceOfDays: Double {
    switch self {
    case .fixed: 0
    case .lognormal(let median, let sigma):
      Elementary.pow(Lognormal(median: median, logDeviation: sigma).standardDeviation, 2)
    case .uniform(let low, let high): (high - low) * (high - low) / 12
    }
  }
}
