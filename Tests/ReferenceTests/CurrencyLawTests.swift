import Foundation
import Language
import Scenarios
import Simulation
import Testing

/// What exchange rates do to a shop (model 2).
extension SimulatorTests {
  @Suite("Currencies") struct CurrencyLawTests {
    /// Natural visitors, 50 dollars an order, yuan at home; paid at once unless told.
    private static func shop(
      cost: String, volatility: Double = 0.3, payoutDays: Int = 0, euro: String = "", costs: String = ""
    ) throws -> Scenario {
      try scenario(
        """
        name: shop
        currency: CNY
        start: 2027-01-01
        months: 12
        cash: {budget: 1000000}
        fx:
          USD: {rate: 7, volatility: \(volatility)}
          EUR: {rate: 8, volatility: 0.2\(euro)}
        costs: {\(costs)}
        products:
          product: {price: 50 USD, offers: {supplier: {unit_cost: \(cost)}}}
        stores:
          shop: {currency: USD, conversion: 5 %, payout_days: \(payoutDays)}
        traffic:
          search: {visits: 200}
        suppliers:
          supplier: {}
        """)
    }

    private static func deviation(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / Double(values.count)
      return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    }

    @Test("a shop that earns and pays in dollars gains nothing by their rate where it has no margin")
    func indifferent() throws {
      let outcome = try engineWorlds(try Self.shop(cost: "50 USD"), paths: 200, seed: 1)
      #expect(outcome.gain.allSatisfy { abs($0) < 1e-6 * 1e6 })
      let exposed = try engineWorlds(try Self.shop(cost: "350 CNY"), paths: 200, seed: 1)
      #expect(Self.deviation(exposed.gain) > 50_000)
    }

    @Test("with a margin of a tenth it swings by a tenth of what its sales do")
    func margin() throws {
      let outcome = try engineWorlds(try Self.shop(cost: "45 USD"), paths: 1_000, seed: 2)
      let revenue = outcome.total(.revenue)
      for (gain, sales) in zip(outcome.gain, revenue) { #expect(abs(gain - sales / 10) < 1e-6 * sales) }
    }

    @Test("rates do not drift: neither does what a year of sales is worth")
    func drift() throws {
      let (still, moving) = (
        try engineWorlds(try Self.shop(cost: "300 CNY", volatility: 0), paths: 4_000, seed: 3),
        try engineWorlds(try Self.shop(cost: "300 CNY", payoutDays: 30), paths: 4_000, seed: 3)
      )
      let differences = zip(moving.gain, still.gain).map { $0 - $1 }
      let mean = differences.reduce(0, +) / 4_000
      #expect(abs(mean) < 4 * Self.deviation(differences) / 4_000.0.squareRoot())
      let exchange = moving.total(.exchange)
      #expect(abs(exchange.reduce(0, +) / 4_000) < 4 * Self.deviation(exchange) / 4_000.0.squareRoot())
    }

    @Test("two currencies move together as asked", arguments: [-0.5, 0, 0.8])
    func correlation(_ asked: Double) throws {
      // A dollar and a euro a day of the last month show their rates.
      let scenario = try Self.shop(
        cost: "50 USD", euro: ", correlation: \(asked)",
        costs: "dollar: {amount: 1 USD per day, row: other}, euro: {amount: 1 EUR per day, row: platform_and_tools}")
      let outcome = try engineWorlds(scenario, paths: 4_000, seed: 4)
      func logs(_ metric: Metric) -> [Double] {
        zip(outcome.monthly(metric, month: 11), outcome.monthly(metric, month: 10)).map { log($0 / $1) }
      }
      let (dollars, euros) = (logs(.other), logs(.platformAndTools))
      let (mean, other) = (dollars.reduce(0, +) / 4_000, euros.reduce(0, +) / 4_000)
      let both = zip(dollars, euros).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - other) } / 4_000
      let found = both / (Self.deviation(dollars) * Self.deviation(euros))
      #expect(abs(found - asked) < 4 / 4_000.0.squareRoot())
      // The mean of a month against that of the month before moves by about the root of two thirds of it.
      let month = 0.3 * (31.0 / 365 * 2 / 3).squareRoot()
      #expect(abs(Self.deviation(dollars) / month - 1) < 0.06)
    }
  }
}
