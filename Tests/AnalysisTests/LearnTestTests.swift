import Scenarios
import Simulation
import Statistics
import Testing

@testable import Analysis

@Suite("Tests that a scenario offers before choosing")
struct LearnTestTests {
  /// Two offers, a channel, and a supplier that sometimes shuts, of rates that nobody knows.
  private static let shop = """
    name: two offers
    currency: USD
    start: 2027-01-01
    months: 1
    cash: {budget: 3000 USD}
    products:
      lamp:
        price: 40 USD
        elasticity: 0
        offers:
          yiwu: {unit_cost: 10 USD, shipping_cost: 4 USD}
          shenzhen: {unit_cost: 12 USD, shipping_cost: 4 USD}
    stores:
      shop: {conversion: 1 % to 4 %}
    ads:
      meta: {budget: 20 USD per day, cpc: 0.40 USD}
    suppliers:
      yiwu: {lost_rate: 1 % to 5 %, failure_rate: 2 % to 20 % per month}
      shenzhen: {defect_rate: 1 % to 5 %}

    """

  @Test("of every offer and every channel, and none of what is one number")
  func all() throws {
    let tests = LearnTest.all(of: try scenario(Self.shop), seed: 1, paths: 64, sampling: .random)
    #expect(
      tests.map(\.kind.name) == [
        "ads:meta:lamp", "sample_orders:lamp:yiwu", "sample_orders:lamp:shenzhen", "supplier_days:yiwu",
      ])
    #expect(tests.map(\.price) == [0.4, 14, 16, 0])
  }

  @Test("in the worlds of the run, however it draws them", arguments: ParameterSampling.allCases)
  func sameWorlds(_ sampling: ParameterSampling) throws {
    let scenario = try scenario(Self.shop)
    let program = Program(scenario, seed: 5)
    let drawn = program.drawn(paths: 64, sampling: sampling)
    let conversion = try #require(program.uncertain.firstIndex { $0.path == "stores.shop.conversion" })
    let tests = LearnTest.all(of: scenario, seed: 5, paths: 64, sampling: sampling)
    let clicks = try #require(tests.first)
    #expect(zip(clicks.chances, drawn[conversion]).allSatisfy { abs($0 - $1) < 1e-12 })
    let closing = try #require(program.uncertain.firstIndex { $0.path == "suppliers.yiwu.failure_rate" })
    let days = try #require(tests.last)
    #expect(days.chances == drawn[closing].map { Rates.dailyProbability(perMonth: $0) })
  }

  @Test("a strategy whose shop differs has its own; what is alike in both is tested once")
  func strategies() throws {
    let base = try scenario(Self.shop)
    let other = try scenario(Self.shop.replacing("conversion: 1 % to 4 %", with: "conversion: 2 % to 5 %"))
    let tests = LearnTest.all(
      of: [("base", base), ("own_product", other)], seed: 1, paths: 64, sampling: .random)
    #expect(tests.count == 5)
    #expect(tests.filter { $0.strategy == "own_product" }.map(\.kind.name) == ["ads:meta:lamp"])
  }
}
