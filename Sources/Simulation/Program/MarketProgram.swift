import Scenarios
import Statistics

/// Model section 3, ready to run.
struct MarketProgram {
  /// Season, trend and fad by day.
  let demand: [Float]
  /// What imitators leave of conversion, by day.
  let copycats: [Float]
  let swing: OrnsteinUhlenbeck?
  /// The weight of the common part in every channel's price innovations, √ρ.
  let commonWeight: Float
  /// Normal 0 drives demand, normal 1 what ad prices have in common.
  let stream: Stream

  init(_ market: Market, calendar: Calendar, seed: UInt64) {
    demand = (0..<calendar.days).map { day in
      let fad = market.fadHalflife.map { Elementary.pow(0.5, Double(day) / $0) } ?? 1
      let season = market.season[calendar.calendarMonth[day]]
      return Float(season * Elementary.pow(1 + market.trend, Double(day) / 365) * fad)
    }
    copycats = (0..<calendar.days).map { Float(Elementary.pow(1 - market.copycats, Double($0) / 365)) }
    swing = OrnsteinUhlenbeck(deviation: market.demandDeviation, halflife: market.demandHalflife)
    commonWeight = Float(market.adsCorrelation.squareRoot())
    stream = Stream(seed: seed, name: "market")
  }
}

extension OrnsteinUhlenbeck {
  /// nil without a deviation: what does not swing costs nothing.
  init?(deviation: Double, halflife: Double) {
    guard deviation > 0 else { return nil }
    self.init(standardDeviation: deviation, halfLife: halflife)
  }
}
