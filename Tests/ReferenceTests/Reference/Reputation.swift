import Foundation
import Scenarios

/// What customers have heard (model 8).
struct ReferenceReputation {
  var terms: Brand
  private var problems = 0.0
  private var shipped = 0.0

  init(_ terms: Brand) { self.terms = terms }

  /// Orders whose delivery was due today.
  mutating func close(problems newProblems: Double, shipped newShipped: Double) {
    let kept = Time.kept(halflife: terms.reputationHalflife)
    problems = kept * problems + newProblems
    shipped = kept * shipped + newShipped
  }

  /// What customers of a running business have heard.
  mutating func begin(bad: Double, orders: Double) { (problems, shipped) = (bad * orders, orders) }

  /// Orders whose delivery was due so many days before the first one.
  mutating func remember(problems oldProblems: Double, shipped oldShipped: Double, daysAgo: Int) {
    let left = pow(Time.kept(halflife: terms.reputationHalflife), Double(daysAgo - 1))
    problems += left * oldProblems
    shipped += left * oldShipped
  }

  /// What conversion is multiplied by.
  var factor: Double {
    guard shipped > 0 else { return 1 }
    return min(1.2, max(0.2, exp(-terms.reputationWeight * (problems / shipped - terms.badReference))))
  }
}

/// What money for the brand has built up (model 8).
struct ReferenceBrand {
  var terms: Brand
  private var level = 0.0
  /// From 0 to 1; that of yesterday evening.
  private(set) var strength = 0.0

  init(_ terms: Brand) { self.terms = terms }

  mutating func begin() { strength = level > 0 ? level / (level + terms.scale) : 0 }

  mutating func spend(_ money: Double) {
    let kept = Time.kept(halflife: terms.halflife)
    level = (1 - kept) * money + kept * level
  }

  func repeatRate(of product: Product) -> Double {
    min(0.95, product.repeatRate * (1 + terms.repeatLift * strength))
  }

  func elasticity(of product: Product) -> Double { product.elasticity * (1 - terms.priceAcceptance * strength) }

  func copycats(in market: Market) -> Double { market.copycats * (1 - terms.copycatShield * strength) }
}
