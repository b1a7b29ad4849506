/// The demand that all channels share (model 3).
package struct Market: Equatable, Sendable {
  package var season = Season.flat
  package var trend = 0.0
  package var demandDeviation = 0.0
  package var demandHalflife = 30.0
  package var fadHalflife: Double?
  package var copycats = 0.0
  package var adsCorrelation = 0.0
  package var deliverySensitivity = 0.015
  package init() {}
}

/// Twelve factors, January to December, of mean 1.
package enum Season {
  package static let flat = [Double](repeating: 1, count: 12)
}

extension Market: Described {
  package static let shape = Shape<Market>(fields: [
    Field(
      "season", \.season, 0...100,
      "Demand by calendar month, as factors: 1.2 is 20 % above average. If their mean is not 1, they are scaled so that it becomes 1, and a note says so."
    ),
    Field("trend", \.trend, .rate(per: .year), -0.99...10, live: true, "Growth of demand per year."),
    Field(
      "demand_sd", \.demandDeviation, .factor, 0...2,
      "How far demand swings around season and trend: 0.2 is about ±20 % (standard deviation of its logarithm)."),
    Field(
      "demand_halflife", \.demandHalflife, .days, 0...1000, "Days until a swing of demand has faded by half."),
    Field("fad_halflife", \.fadHalflife, .days, 1...10_000, "Days until a fad has lost half its demand."),
    Field(
      "copycats", \.copycats, .rate(per: .year), 0...0.99, live: true,
      "Share of your conversion that imitators take per year."
    ),
    Field(
      "ads_correlation", \.adsCorrelation, .share, 0...1,
      "How closely the click prices of all channels move together: 0 % not at all, 100 % fully."),
    Field(
      "delivery_sensitivity", \.deliverySensitivity, .share, 0...1, live: true,
      "Share of conversion lost for each promised day of delivery beyond seven, at most 35 % in all."),
  ])
}
