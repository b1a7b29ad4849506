import Foundation
import Scenarios

/// What moves the demand for everything at once (model 3).
struct ReferenceMarket {
  var market: Market
  private let fault: ReferenceFault?
  private var demandSwing: Swing
  private var leftByCopycats = 1.0
  /// Demand index times what copycats leave, today; without the fad, which is as old as the product.
  private(set) var demand = 1.0
  /// The innovation that the click prices of all channels share, today.
  private(set) var commonInnovation = 0.0

  init(_ market: Market, fault: ReferenceFault?) {
    self.market = market
    self.fault = fault
    demandSwing = Swing(deviation: market.demandDeviation, halflife: market.demandHalflife)
  }

  mutating func begin(_ day: Int, calendarMonth: Int, brand: ReferenceBrand, _ random: inout RandomNumbers) {
    let correction = fault == .demandCorrectionOmitted ? 0 : demandSwing.variance / 2
    demand =
      market.season[calendarMonth] * Time.growth(market.trend, day)
      * exp(demandSwing.step(random.normal()) - correction)
    if day > 0 { leftByCopycats *= Time.growth(-brand.copycats(in: market)) }
    demand *= leftByCopycats
    commonInnovation = random.normal()
  }

  /// What is left of a fad of that age.
  func fad(_ age: Int) -> Double { market.fadHalflife.map { pow(0.5, Double(age) / $0) } ?? 1 }

  /// How price and promised delivery of a product change its conversion.
  static func appeal(of product: Product, in market: Market, brand: ReferenceBrand) -> Double {
    let reference = product.referencePrice ?? product.price
    let price = pow(product.price / reference, -brand.elasticity(of: product))
    let speed = max(0.65, 1 - market.deliverySensitivity * max(0, product.promisedDays - 7))
    return price * speed
  }
}
