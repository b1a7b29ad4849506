import Foundation
import Scenarios

/// The rate of one currency, a geometric random walk whose mean stays (model 2).
struct ReferenceCurrency {
  var terms: Currency
  private let fault: ReferenceFault?
  private var walk = 0.0

  init(_ terms: Currency, fault: ReferenceFault?) {
    self.terms = terms
    self.fault = fault
  }

  mutating func begin(_ day: Int, _ random: inout RandomNumbers) {
    guard day > 0 else { return }
    let variance = terms.volatility * terms.volatility / 365
    let correction = fault == .walkCorrectionOmitted ? 0 : variance / 2
    walk += variance.squareRoot() * random.normal() - correction
  }

  var rate: Double { terms.rate * exp(walk) }
}
