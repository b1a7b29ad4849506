import Foundation
import Scenarios

/// The one path beside the worlds (model 14).
extension Scenario {
  /// Nothing swings, nothing fails by chance.
  var withoutChance: Scenario {
    var scenario = self
    scenario.market.demandDeviation = 0
    for name in ads.names {
      scenario.ads[name]?.priceDeviation = 0
      scenario.ads[name]?.noiseDeviation = 0
    }
    for name in traffic.names { scenario.traffic[name]?.noiseDeviation = 0 }
    for name in currencies.names { scenario.currencies[name]?.volatility = 0 }
    for name in stores.names { scenario.stores[name]?.holdRate = 0 }
    for name in suppliers.names {
      scenario.suppliers[name]?.failureRate = 0
      scenario.suppliers[name]?.priceJumpRate = 0
      scenario.suppliers[name]?.slideRate = 0
    }
    for product in products.names {
      for offer in products[product]?.offers.names ?? [] {
        scenario.products[product]?.offers[offer]?.stockoutRate = 0
        scenario.products[product]?.offers[offer]?.delistingRate = 0
      }
    }
    return scenario
  }
}

/// Where a world draws and the plan divides.
extension ReferenceWorld {
  /// The part of some orders for which something of that probability happens. In a world they are one order.
  mutating func part(of count: Double, _ probability: Double) -> Double {
    if input.isPlan { return count * probability }
    return random.happens(probability) ? count : 0
  }

  /// Days of one lag, or of several in a row, rounded once.
  mutating func wholeDays(_ lags: Lag...) -> Int {
    if input.isPlan { return Int((lags.reduce(0) { $0 + $1.mean } + 0.5).rounded(.down)) }
    let days = lags.reduce(0) { $0 + random.days($1) }
    return input.fault == .lagsRoundedDown ? Int(days) : Time.wholeDays(days)
  }

  mutating func geometricDays(mean: Double) -> Int {
    input.isPlan ? Int((mean + 0.5).rounded(.down)) : random.geometric(mean: mean)
  }

  mutating func size(_ size: Size) -> Double { input.isPlan ? size.mean : random.size(size) }
}

extension Lag {
  var mean: Double {
    switch self {
    case .fixed(let days): days
    case .lognormal(let median, let sigma): median * exp(sigma * sigma / 2)
    case .uniform(let low, let high): (low + high) / 2
    }
  }

  /// P(lag > days).
  func exceeds(_ days: Double) -> Double {
    switch self {
    case .fixed(let value): value > days ? 1 : 0
    case .lognormal(let median, let sigma):
      days <= 0 ? 1 : erfc(log(days / median) / sigma / 2.0.squareRoot()) / 2
    case .uniform(let low, let high): min(1, max(0, (high - days) / (high - low)))
    }
  }

  /// P(this and another lag together > days), by the trapezoidal rule over this one.
  func exceeds(_ days: Double, with other: Lag) -> Double {
    switch self {
    case .fixed(let value): return other.exceeds(days - value)
    case .uniform(let low, let high):
      let steps = 4_000
      let values = (0...steps).map { other.exceeds(days - low - (high - low) * Double($0) / Double(steps)) }
      return (values.reduce(0, +) - (values[0] + values[steps]) / 2) / Double(steps)
    case .lognormal(let median, let sigma):
      if case .fixed(let value) = other { return exceeds(days - value) }
      let step = 0.005
      let sum = stride(from: -8.5, through: 8.5, by: step).reduce(0) { sum, z in
        sum + exp(-z * z / 2) * other.exceeds(days - median * exp(sigma * z))
      }
      return sum * step / (2 * Double.pi).squareRoot()
    }
  }
}
