import Foundation
import Scenarios

/// Section 3 of the model: what moves the demand for everything at once.
struct ReferenceMarket {
  private let market: Market
  private let fault: ReferenceFault?
  private var demandSwing: Swing
  /// Demand index times what copycats leave, today.
  private(set) var demand = 1.0
  /// The innovation that the click prices of all channels share, today.
  private(set) var commonInnovation = 0.0

  init(_ market: Market, fault: ReferenceFault?) {
    self.market = market
    self.fault = fault
    demandSwing = Swing(deviation: market.demandDeviation, halflife: market.demandHalflife)
  }

  mutating func begin(_ day: Int, calendarMonth: Int, _ random: inout RandomNumbers) {
    let correction = fault == .demandCorrectionOmitted ? 0 : demandSwing.variance / 2
    demand =
      market.season[calendarMonth] * Time.growth(market.trend, day)
      * exp(demandSwing.step(random.normal()) - correction)
    if let halflife = market.fadHalflife { demand *= pow(0.5, Double(day) / halflife) }
    demand *= Time.growth(-market.copycats, day)
    commonInnovation = random.normal()
  }

  /// How price and promised delivery of a product change its conversion.
  static func appeal(of product: Product, in market: Market) -> Double {
    let reference = product.referencePrice ?? product.price
    let price = pow(product.price / reference, -product.elasticity)
    let speed = max(0.65, 1 - market.deliverySensitivity * max(0, product.promisedDays - 7))
    return price * speed
  }
}
