import Scenarios
import Simulation
import Testing

@Suite("Every number of a scenario may be a range")
struct EveryNumberTests {
  /// A shop that uses every part of the model.
  private let full = Shop(
    [
      "months": "2", "ads.meta.budget": "30", "ads.search.budget": "10", "ads.search.cpm": "8 USD per 1000 views",
      "ads.search.ctr": "1 %",
      "ads.meta.saturation": "300", "ads.meta.fatigue_halflife": "18 days", "ads.meta.creative_refresh": "21 days",
      "market.fad_halflife": "90 days", "traffic.search.visits": "20", "traffic.search.cost": "50",
      "suppliers.yiwu.capacity": "40", "products.lamp.repeat_rate": "8 %", "returns.dispute_share": "10 %",
      "products.lamp.elasticity": "1.2", "stores.shop.reserve_rate": "5 %",
    ])

  private func slots() throws -> [Slot] {
    let scenario = try full.scenario()
    return scenario.slots.filter { slot in
      // Goods go back to the supplier here, so nobody asks what the other way costs.
      !slot.info.isCertain && slot.info.range != nil && slot.get(scenario) != nil
        && !slot.path.hasPrefix("returns.to_local.")
    }
  }

  /// A law of the field's allowed values, in its own unit and within a factor of a few of what it is.
  private func text(_ slot: Slot, _ scenario: Scenario) -> String {
    switch slot.get(scenario) {
    case .amount(let amount): "\(amount.value) to \(amount.value * 2) per month"
    case .number(let number) where number > 0:
      "uniform(\(number * 0.8), \(min(number * 1.2, slot.info.range?.upperBound ?? .infinity)))"
    default: "uniform(0, 0.02)"
    }
  }

  @Test("each is drawn once a world under its own path, and no draw breaks the books")
  func each() throws {
    let scenario = try full.scenario()
    let slots = try slots()
    #expect(slots.count > 60)
    for slot in slots {
      let text = text(slot, scenario)
      var shop = full
      shop[slot.path] = text
      let draws = try Draws(try shop.scenario(), worlds: 64)
      #expect(draws.paths == [slot.path], "\(slot.path) = \(text)")
      #expect(draws.outcome.total(.closingCash).allSatisfy { $0.isFinite }, "\(slot.path)")
    }
  }

  @Test("all of them at once")
  func all() throws {
    let scenario = try full.scenario()
    var shop = full
    let slots = try slots()
    for slot in slots { shop[slot.path] = text(slot, scenario) }
    let draws = try Draws(try shop.scenario(), worlds: 500)
    #expect(draws.paths == slots.map(\.path))
    for metric in Metric.allCases { #expect(draws.outcome.total(metric).allSatisfy { $0.isFinite }, "\(metric)") }
  }

  @Test("over the whole of what each field allows, no draw breaks the books")
  func extremes() throws {
    let scenario = try full.scenario()
    for slot in try slots() {
      guard let range = slot.info.range, case .number(let number) = slot.get(scenario) else { continue }
      var shop = full
      // Mostly what it is, so that shares of the same orders stay below their sum of 1 on average.
      shop[slot.path] = "80%: \(number) | 10%: \(range.lowerBound) | 10%: \(min(range.upperBound, 1e5))"
      let draws = try Draws(try shop.scenario(), worlds: 64)
      for metric in Metric.allCases {
        #expect(draws.outcome.total(metric).allSatisfy { $0.isFinite }, "\(slot.path): \(metric)")
      }
    }
  }
}
