import Scenarios
import Statistics

/// Model 3, ready to run.
struct MarketProgram {
  /// Seasonal factor by day.
  let season: [Double]
  let trend: Parameter
  let fadHalflife: Parameter?
  let copycats: Parameter
  let swing: SwingProgram
  let adsCorrelation: Parameter
  let deliverySensitivity: Parameter
  /// Normal 0 drives demand, normal 1 what ad prices have in common.
  let stream: Stream

  init(_ market: Market, _ compiler: inout Compiler) {
    season = compiler.calendar.byDay(market.season)
    trend = compiler.parameter("market.trend", market.trend)
    fadHalflife = compiler.parameter("market.fad_halflife", market.fadHalflife)
    copycats = compiler.parameter("market.copycats", market.copycats)
    swing = SwingProgram(
      "market.demand", market.demandDeviation, halflife: market.demandHalflife, &compiler)
    adsCorrelation = compiler.parameter("market.ads_correlation", market.adsCorrelation)
    deliverySensitivity = compiler.parameter("market.delivery_sensitivity", market.deliverySensitivity)
    stream = Stream(seed: compiler.seed, name: "market")
  }
}

/// A stationary Ornstein–Uhlenbeck process in daily steps, given by its standard deviation and half-life.
struct SwingProgram {
  let deviation: Parameter
  let halflife: Parameter
  /// False where the deviation is zero in every world: what does not swing costs nothing.
  let isUsed: Bool

  /// - Parameter path: what `_sd` and `_halflife` are appended to.
  init(_ path: String, _ deviation: Double, halflife: Double, _ compiler: inout Compiler) {
    self.deviation = compiler.parameter(path + "_sd", deviation)
    self.halflife = compiler.parameter(path + "_halflife", halflife)
    isUsed = compiler.parameters.isUsed(self.deviation)
  }
}
