package import Scenarios
import Simulation
import Statistics

/// What a run says of selling into a niche.
package struct Niche: Sendable {
  package enum Demand: String, Sendable {
    case fad = "a fad"
    case small = "small and steady"
    case seasonal
    case growing
    case steady
  }

  package enum Competition: String, Sendable {
    case moderate, strong, fierce
  }

  package let name: String
  /// The scenario that was run.
  package let file: String
  package let summary: Summary
  package let demand: Demand
  package let outlook: Outlook
  package let medianCash: Double
  /// Ad money for one order: the middle world's.
  package let buyerCosts: Double
  /// What goods, shipping, fees and refunds leave of an order, on average.
  package let orderLeaves: Double

  package init(_ scenario: Scenario, file: String, _ summary: Summary) {
    name = scenario.niche.isEmpty ? scenario.name : scenario.niche
    self.file = file
    self.summary = summary
    demand = Demand(of: scenario)
    let outcome = summary.outcome
    outlook = Outlook(summary, isChoice: scenario.isChoice)
    medianCash = summary.total(.closingCash).p50
    let orders = outcome.total(.orders)
    let ads = outcome.total(.ads)
    let perOrder = zip(ads, orders).map { spend, orders in orders > 0 ? spend / orders : .infinity }.sorted()
    buyerCosts = perOrder.isEmpty ? .infinity : perOrder[(perOrder.count - 1) / 2]
    let left =
      outcome.total(.grossProfit).reduce(0, +) - outcome.total(.paymentFees).reduce(0, +)
      - outcome.total(.refundsAndChargebacks).reduce(0, +)
    orderLeaves = left / max(1, orders.reduce(0, +))
  }

  /// By what a buyer costs against what an order leaves: at more than 1 no first order pays for itself.
  package var competition: Competition {
    let ratio = buyerCosts / orderLeaves
    guard orderLeaves > 0, ratio < 5 else { return .fierce }
    return ratio < 2 ? .moderate : .strong
  }

  /// The share of worlds that end with more than was put in.
  package var profit: Double { outlook.profit.estimate }
}

extension Niche.Demand {
  /// In one word, from the numbers of the market.
  init(of scenario: Scenario) {
    let market = scenario.market
    let smallest = scenario.ads.entries.compactMap(\.value.saturation).min()
    if market.fadHalflife != nil {
      self = .fad
    } else if let smallest, smallest <= 100 {
      self = .small
    } else if market.trend >= 0.05 {
      self = .growing
    } else {
      // A peak outside the fourth quarter, which lifts every shop.
      let mean = market.season.reduce(0, +) / 12
      self = market.season.prefix(9).contains { $0 > 1.15 * mean } ? .seasonal : .steady
    }
  }
}

extension [Niche] {
  /// The best chance of a profit first; of equal ones the smaller chance of ruin, then as given.
  package var ranked: [Niche] {
    enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      if left.profit != right.profit { return left.profit > right.profit }
      if left.summary.ruin.successes != right.summary.ruin.successes {
        return left.summary.ruin.successes < right.summary.ruin.successes
      }
      return a.offset < b.offset
    }.map(\.element)
  }
}
