import Foundation
import Language
import Scenarios
import Simulation
import Statistics
import Testing

/// Which of the two simulators is asked.
enum Simulator: CaseIterable {
  case reference, engine

  /// One metric in the last month, a value per world.
  func lastMonth(_ metric: Metric, of scenario: Scenario, worlds: Int) throws -> [Double] {
    let month = scenario.monthCount - 1
    switch self {
    case .reference:
      return ReferenceOutcome(ReferenceInput(scenario), worlds: worlds, seed: 5).monthly(metric, month: month)
    case .engine:
      return try engineWorlds(scenario, paths: worlds, seed: 5).monthly(metric, month: month)
    }
  }
}

extension SimulatorTests {
  /// Model 15, for both simulators: if they agreed on a mistake, this would show it.
  @Suite("Closed forms") struct ClosedFormTests {
    @Test("in the long run spend ÷ clicks is the click price, however much it swings", arguments: Simulator.allCases)
    func clickPrice(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.ads["meta"]?.priceDeviation = 0.6
      try expect(.clicks, of: scenario, simulator, mean: 30 * Self.budget / Self.cpc)
    }

    @Test("in the long run a supplier is down p/(p + q) of the days", arguments: Simulator.allCases)
    func downShare(_ simulator: Simulator) throws {
      try expect(.supplierDownDays, of: Self.failing(), simulator, mean: 30 * Self.downShare)
    }

    @Test("without backup that is the share of orders lost", arguments: Simulator.allCases)
    func lostShare(_ simulator: Simulator) throws {
      try expect(.lostSales, of: Self.failing(), simulator, mean: 30 * Self.dailyOrders * Self.downShare)
    }

    @Test("refunds and chargebacks are the given shares of orders", arguments: Simulator.allCases)
    func claims(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.suppliers["supplier"]?.lostRate = 0.05
      scenario.suppliers["supplier"]?.defectRate = 0.1
      scenario.products["product"]?.returnRate = 0.2
      scenario.returns.fraudRate = 0.03
      scenario.returns.disputeShare = 0.4
      let orders = 30 * Self.dailyOrders
      try expect(.refunds, of: scenario, simulator, mean: orders * (0.15 * 0.6 + 0.2))
      try expect(.chargebacks, of: scenario, simulator, mean: orders * (0.15 * 0.4 + 0.03))
    }

    @Test("in the long run a customer orders 1/(1 − r·w) times", arguments: Simulator.allCases)
    func repeats(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.products["product"]?.repeatRate = 0.5
      scenario.products["product"]?.repeatDays = 2
      scenario.products["product"]?.returnRate = 0.2
      // The last of several months, by when as many customers come back as in the long run.
      scenario.months = 4
      try expect(.orders, of: scenario, simulator, mean: 30 * Self.dailyOrders / (1 - 0.5 * 0.8))
    }

    @Test("a dispute won at once is not paid out before it arrives", arguments: Simulator.allCases)
    func wonAtOnce(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.stores["shop"]?.payoutDays = 60
      scenario.returns.fraudRate = 1
      scenario.returns.disputeDays = .fixed(1)
      scenario.returns.winRate = 1
      // Each chargeback waits to be netted when its value comes back, so nothing is left to pay out.
      let payouts = try simulator.lastMonth(.payouts, of: scenario, worlds: 100)
      #expect(payouts.allSatisfy { abs($0) < 1e-6 })
    }

    // MARK: The rest of the model

    @Test("an offer is out of stock p/(p + q) of the days, and so many orders are lost", arguments: Simulator.allCases)
    func stockoutShare(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.months = 4
      scenario.products["product"]?.offers["supplier"]?.stockoutRate = Self.failureRate
      scenario.products["product"]?.offers["supplier"]?.stockoutDays = .fixed(Self.failureDays)
      try expect(.lostSales, of: scenario, simulator, mean: 30 * Self.dailyOrders * Self.downShare)
    }

    @Test("a common cause changes nothing about how often one supplier is down", arguments: Simulator.allCases)
    func commonCause(_ simulator: Simulator) throws {
      var scenario = try Self.failing()
      scenario.commonCause = 0.7
      let p = Time.daily(perMonth: Self.failureRate)
      let either = 1 - (1 - 0.7 * p) * (1 - 0.3 * p)
      try expect(.supplierDownDays, of: scenario, simulator, mean: 30 * either / (either + 1 / Self.failureDays))
    }

    @Test(
      "1 − (1 − p)ⁿ is the chance of a winner among n candidates, when money never binds", arguments: Simulator.allCases
    )
    func winner(_ simulator: Simulator) throws {
      let scenario = try Self.testing()
      try expect(.winners, of: scenario, simulator, mean: 1 - pow(0.7, 5))
      try expect(.candidatesTried, of: scenario, simulator, mean: (1 - pow(0.7, 5)) / 0.3)
    }

    @Test("with enough slots all are tried, and n·p win", arguments: Simulator.allCases)
    func winners(_ simulator: Simulator) throws {
      var scenario = try Self.testing()
      scenario.productTests.live = 5
      try expect(.winners, of: scenario, simulator, mean: 5 * 0.3)
      try expect(.testSpend, of: scenario, simulator, mean: 5 * 80)
    }

    @Test("a foreign currency is as dear as on the first day, on average", arguments: Simulator.allCases)
    func currency(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.currencies["CNY"] = Currency()
      scenario.currencies["CNY"]?.rate = 0.5
      scenario.currencies["CNY"]?.volatility = 0.6
      scenario.suppliers["supplier"]?.currency = "CNY"
      scenario.months = 6
      scenario.start = scenario.start.adding(months: -5) ?? scenario.start
      try expect(.goodsAndShipping, of: scenario, simulator, mean: 30 * Self.dailyOrders * 20 * 0.5)
    }

    @Test("its logarithm has the yearly volatility after a year")
    func volatility() {
      var random = RandomNumbers(seed: 3, world: 0)
      var terms = Currency()
      terms.rate = 7
      terms.volatility = 0.2
      let logarithms = (0..<4_000).map { _ in
        var currency = ReferenceCurrency(terms, fault: nil)
        for day in 0...365 { _ = currency.begin(day, with: nil, &random) }
        return log(currency.rate / 7)
      }
      let moments = Moments(logarithms)
      #expect(abs(moments.mean + 0.02) < 4 * 0.2 / 4_000.0.squareRoot())
      #expect(abs(moments.standardDeviation - 0.2) < 4 * 0.2 / 8_000.0.squareRoot())
    }

    /// The hazard of 1 begins a hold of a week on day 1, and the next one on the day it ends.
    @Test("half of all payouts is withheld for a week at a time", arguments: Simulator.allCases)
    func hold(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.stores["shop"]?.holdRate = 1
      scenario.stores["shop"]?.holdShare = 0.5
      scenario.stores["shop"]?.holdDays = .fixed(7)
      let daily = Self.dailyOrders * 50
      try expect(.payouts, of: scenario, simulator, mean: daily * (1 + 29 * 0.5))
      try expect(.released, of: scenario, simulator, mean: daily * 28 * 0.5)
      try expect(.withheld, of: scenario, simulator, mean: daily * 0.5)
    }

    @Test("in the long run a reserve is its rate times net sales of so many days", arguments: Simulator.allCases)
    func reserve(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.stores["shop"]?.paymentFee = 0.04
      scenario.stores["shop"]?.reserveRate = 0.1
      scenario.stores["shop"]?.reserveDays = 20
      try expect(.reserves, of: scenario, simulator, mean: 20 * Self.dailyOrders * 50 * 0.96 * 0.1)
    }

    @Test("a slide multiplies defects for its share of the days", arguments: Simulator.allCases)
    func slides(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.months = 4
      scenario.suppliers["supplier"]?.defectRate = 0.05
      scenario.suppliers["supplier"]?.slideRate = Self.failureRate
      scenario.suppliers["supplier"]?.slideDays = .fixed(Self.failureDays)
      scenario.suppliers["supplier"]?.slideFactor = 5
      try expect(.bad, of: scenario, simulator, mean: 30 * Self.dailyOrders * 0.05 * (1 + 4 * Self.downShare))
    }

    /// Ads stop ten days before the last month: with a half-life of ten days half of what they carry over comes in it.
    @Test("what ads carry over is half gone after the half-life", arguments: Simulator.allCases)
    func adstock(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      let carryover = pow(0.5, 1 / 10.0)
      scenario.ads["meta"]?.carryover = carryover
      scenario.months = 12
      scenario.start = scenario.start.adding(months: -11) ?? scenario.start
      let lastMonth = scenario.monthStarts[11]
      scenario.rules = [Rule("when day = \(lastMonth - 10) then ads.meta.budget = 0")]
      // The last month ends before all of it has come.
      let clicks = Self.budget / Self.cpc * carryover / (1 - carryover) * (0.5 - pow(0.5, 4))
      try expect(.clicks, of: scenario, simulator, mean: clicks)
    }

    @Test("a creative loses half its effect in its half-life, down to its floor", arguments: Simulator.allCases)
    func fatigue(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.ads["meta"]?.fatigueHalflife = 6
      scenario.ads["meta"]?.fatigueFloor = 0.2
      let factors = (0..<30).map { max(0.2, pow(0.5, Double($0) / 6)) }
      try expect(.orders, of: scenario, simulator, mean: Self.dailyOrders * factors.reduce(0, +))
    }

    @Test("after a year the price in a foreign currency has its yearly volatility", arguments: Simulator.allCases)
    func yearlyVolatility(_ simulator: Simulator) throws {
      var scenario = try Self.base()
      scenario.currencies["CNY"] = Currency()
      scenario.currencies["CNY"]?.rate = 0.14
      scenario.currencies["CNY"]?.volatility = 0.2
      scenario.suppliers["supplier"]?.currency = "CNY"
      scenario.stores["shop"]?.conversion = 0.5
      scenario.months = 12
      // Something is sold on the last day alone.
      scenario.rules = [
        Rule("when day = 0 then close products"), Rule("when day = \(scenario.dayCount - 1) then open products"),
      ]
      let goods = try simulator.lastMonth(.goodsAndShipping, of: scenario, worlds: 3_000)
      let orders = try simulator.lastMonth(.orders, of: scenario, worlds: 3_000)
      let sold = zip(goods, orders).filter { $0.1 > 0 }
      #expect(sold.count > 2_900)
      let moments = Moments(sold.map { log($0.0 / $0.1 / 20 / 0.14) })
      #expect(abs(moments.mean + 0.02) < 4 * 0.2 / 3_000.0.squareRoot())
      #expect(abs(moments.standardDeviation - 0.2) < 4 * 0.2 / 6_000.0.squareRoot())
    }

    /// Five candidates, each either a sure winner or without any buyer.
    private static func testing() throws -> Scenario {
      var scenario = try base()
      scenario.productTests.candidates = 5
      scenario.productTests.testSpend = 80
      scenario.productTests.testDays = 4
      scenario.productTests.keepIf = "orders(4) >= 1"
      let laws = [(0.7, Law.certain(try CertainLaw(0))), (0.3, Law.certain(try CertainLaw(0.3)))]
      scenario.productTests.conversion = Size(.mixture(try MixtureLaw(laws)), text: "30 % chance 30 %")
      return scenario
    }

    private static let (budget, cpc, conversion) = (20.0, 0.5, 0.05)
    private static let dailyOrders = budget / cpc * conversion
    private static let (failureRate, failureDays) = (0.4, 5.0)

    private static var downShare: Double {
      let p = Time.daily(perMonth: failureRate)
      return p / (p + 1 / failureDays)
    }

    /// The last month has 30 days.
    private static func base() throws -> Scenario {
      try scenario(
        """
        name: closed forms
        start: 2027-06-01
        months: 1
        cash: {budget: 100000}
        products:
          product: {price: 50, offers: {supplier: {unit_cost: 20}}}
        stores:
          shop: {conversion: \(conversion)}
        ads:
          meta: {budget: \(budget), cpc: \(cpc)}
        suppliers:
          supplier: {}
        """)
    }

    private static func failing() throws -> Scenario {
      var scenario = try base()
      // Noticed at once; by the last month the day it all began is forgotten.
      scenario.months = 4
      scenario.suppliers["supplier"]?.failureRate = failureRate
      scenario.suppliers["supplier"]?.failureDays = .fixed(failureDays)
      return scenario
    }

    private func expect(
      _ metric: Metric, of scenario: Scenario, _ simulator: Simulator, mean expected: Double,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let moments = Moments(try simulator.lastMonth(metric, of: scenario, worlds: 3_000))
      // Rounding apart, where nothing is left to chance.
      let distance = max(0, abs(moments.mean - expected) - 1e-6 * max(1, abs(expected)))
      #expect(
        distance == 0 || distance / moments.standardError < 4, "mean \(moments.mean), expected \(expected)",
        sourceLocation: sourceLocation)
    }
  }
}
