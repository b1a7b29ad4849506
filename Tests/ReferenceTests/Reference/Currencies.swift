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

  /// - Parameter first: what moves the first currency today; nil for that one itself.
  /// - Returns: what moves this one.
  mutating func begin(_ day: Int, with first: Double?, _ random: inout RandomNumbers) -> Double {
    guard day > 0 else { return 0 }
    let own = random.normal()
    let rho = fault == .ratesUncorrelated ? 0 : terms.correlation
    let shock = first.map { rho * $0 + (1 - rho * rho).squareRoot() * own } ?? own
    let variance = terms.volatility * terms.volatility / 365
    let correction = fault == .walkCorrectionOmitted ? 0 : variance / 2
    walk += variance.squareRoot() * shock - correction
    return shock
  }

  var rate: Double { terms.rate * exp(walk) }
}
