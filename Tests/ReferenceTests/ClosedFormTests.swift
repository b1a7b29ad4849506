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
  /// Model section 15, for both simulators: if they agreed on a mistake, this would show it.
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
      scenario.suppliers["supplier"]?.failureDays = failureDays
      return scenario
    }

    private func expect(
      _ metric: Metric, of scenario: Scenario, _ simulator: Simulator, mean expected: Double,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let moments = Moments(try simulator.lastMonth(metric, of: scenario, worlds: 3_000))
      let z = (moments.mean - expected) / moments.standardError
      #expect(abs(z) < 4, "mean \(moments.mean), expected \(expected)", sourceLocation: sourceLocation)
    }
  }
}
