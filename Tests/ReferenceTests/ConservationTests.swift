import Foundation
import Scenarios
import Simulation
import Testing

extension SimulatorTests {
  /// No money and no order appears or vanishes, whatever the scenario.
  @Suite("Money and orders are conserved") struct ConservationTests {
    @Test("in every path and month of our own scenarios", arguments: OwnScenarios.all.map(\.name))
    func own(_ name: String) throws {
      try expectConservation(scenario(OwnScenarios.text(name)), paths: 1_000)
    }

    @Test("in every path and month of every bundled scenario", arguments: BundledScenarios.files)
    func bundled(_ file: URL) throws {
      try expectConservation(scenario(String(contentsOf: file, encoding: .utf8)), paths: 1_000)
    }

    @Test(
      "in every path and month of scenarios drawn from the schema")
    func drawn() throws {
      for scenario in RandomScenario.first(80) { try expectConservation(scenario, paths: 200) }
    }

    @Test("in the reference simulator too, and its plan")
    func reference() throws {
      let own = try OwnScenarios.all.map { try scenario($0.text) }
      for scenario in own + RandomScenario.first(80) {
        let input = ReferenceInput(scenario)
        for world in 0..<20 { try expectConservation(ReferenceWorld(input, seed: 2, world: world), orders: 0) }
        let plan = ReferenceInput(planOf: scenario)
        try expectConservation(ReferenceWorld(plan, seed: 2, world: 0), orders: 1e-9)
      }
    }

    @Test("more money at the start ruins nobody, where no ads are bought with it")
    func moreCash() throws {
      var ruined = 0
      for var scenario in RandomScenario.first(40) {
        for name in scenario.ads.names { scenario.give("ads.\(name).budget", 0) }
        // Tests of products have ad money of their own.
        scenario.give("product_tests.candidates", 0)
        for name in ["budget", "credit_line"] { scenario.give("cash.\(name)", 0) }
        let poor = try engineWorlds(scenario, paths: 200, seed: 4)
        scenario.give("cash.budget", 300)
        let rich = try engineWorlds(scenario, paths: 200, seed: 4)
        for (path, (poorDay, richDay)) in zip(poor.ruinDay, rich.ruinDay).enumerated() where richDay >= 0 {
          ruined += 1
          #expect(poorDay >= 0 && poorDay <= richDay, "\(scenario.name), path \(path)")
        }
      }
      #expect(ruined > 100)
    }

    /// Statements, and the reserves and holds behind them: what was ever kept came back or is still there.
    private func expectConservation(_ world: ReferenceWorld, orders: Double) throws {
      var world = world
      let scenario = world.input.scenario
      let result = world.live()
      let ledger = Ledger(
        months: scenario.monthCount, budget: result.budget, openingWorth: result.openingWorth,
        openingOrders: result.openingOrders, figure: result.monthly)
      #expect(ledger.faults(orders: orders) == [], "\(scenario.name)")
      func kept(_ all: (StoreAccount) -> Double) -> Double { world.accounts.reduce(0) { $0 + all($1) } }
      let reserves = kept { $0.reserved.kept - $0.reserved.released - $0.reserve }
      let holds = kept { $0.hold.moved.withheld - $0.hold.moved.released - $0.hold.withheld }
      let months = 0..<scenario.monthCount
      let released = months.reduce(0) { $0 + result.monthly(.released, $1) }
      let expected = kept { $0.reserved.released + $0.hold.moved.released }
      let rounding = 1e-6 * max(1, months.reduce(0) { $0 + result.monthly(.revenue, $1) })
      // What goes through an account or is changed is another amount where it comes.
      let gaps = [reserves, holds] + (scenario.isPaidAbroad ? [] : [released - expected])
      for gap in gaps { #expect(abs(gap) < rounding, "\(scenario.name)") }
    }

    private func expectConservation(_ scenario: Scenario, paths: Int) throws {
      let worlds = try engineWorlds(scenario, paths: paths, seed: 9)
      let columns = Metric.allCases.map { metric in (0..<worlds.months).map { worlds.monthly(metric, month: $0) } }
      let budgets = Self.budgets(scenario, worlds)
      let (begun, placed) = (worlds.moneyPutIn, Self.openingOrders(scenario, worlds))
      for path in 0..<paths {
        let ledger = Ledger(
          months: worlds.months, budget: budgets[path], openingWorth: begun[path] - budgets[path],
          openingOrders: placed[path]
        ) { columns[$0.rawValue][$1][path] }
        #expect(ledger.faults(orders: 0).isEmpty, "\(scenario.name), path \(path)")
      }
      let plan = Program(scenario, seed: 9).plan()
      let planned = scenario.settled.inOwnCurrency.cash.budget
      let ledger = Ledger(
        months: plan.months, budget: planned, openingWorth: plan.moneyPutIn[0] - planned,
        openingOrders: scenario.opening.orders.reduce(0) { $0 + $1.count }
      ) { plan.monthly($0, month: $1)[0] }
      #expect(ledger.faults(orders: 1e-9).isEmpty, "\(scenario.name), the plan")
    }

    /// The orders that each world has to begin with: whole ones, where their number is drawn.
    private static func openingOrders(_ scenario: Scenario, _ worlds: Outcome) -> [Double] {
      let uncertain = Program(scenario, seed: 9).uncertain
      var placed = [Double](repeating: 0, count: worlds.paths)
      for (place, orders) in scenario.opening.orders.enumerated() {
        let column = uncertain.firstIndex { $0.path == "opening.orders.\(place + 1).count" }.map(worlds.drawn)
        for path in 0..<worlds.paths { placed[path] += column?[path] ?? orders.count }
      }
      return placed
    }

    /// The money that each world began with.
    private static func budgets(_ scenario: Scenario, _ worlds: Outcome) -> [Double] {
      let uncertain = Program(scenario, seed: 9).uncertain.map(\.path)
      func numbers(_ path: String, _ certain: Double) -> [Double] {
        let origin = scenario.origin(of: path) ?? path
        return uncertain.firstIndex(of: origin).map(worlds.drawn) ?? [Double](repeating: certain, count: worlds.paths)
      }
      let settled = scenario.settled
      let budgets = numbers("cash.budget", settled.cash.budget)
      guard let code = scenario.quotes[scenario.origin(of: "cash.budget") ?? "cash.budget"], code != scenario.currency
      else { return budgets }
      return zip(budgets, numbers("fx.\(code).rate", settled.currencies[code]?.rate ?? 1)).map { $0 * $1 }
    }
  }
}

extension Scenario {
  /// Gives a parameter one number in every world.
  fileprivate mutating func give(_ path: String, _ number: Double) { slot(path)?.set(&self, .number(number)) }
}
