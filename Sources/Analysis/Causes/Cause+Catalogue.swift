package import Scenarios
import Simulation

extension Cause {
  /// What may bring this business down. What is 0 in the scenario, and stays so, is no cause of anything.
  package static func all(of scenario: Scenario) -> [Cause] {
    let numbers = Numbers(scenario)
    return suppliers(numbers) + visitors(numbers) + demand(numbers) + events(scenario) + returns(numbers, scenario)
      + payouts(numbers, scenario) + testLuck(scenario) + inputs(scenario)
  }

  private static func suppliers(_ numbers: Numbers) -> [Cause] {
    let scenario = numbers.scenario
    var closures = Pins()
    closures.skipsClosures = true
    let isClosed = scenario.suppliers.entries.contains { !$0.value.closures.isEmpty }
    return [
      numbers.cause(.failures, .suppliers, [Place("suppliers", "failure_rate")]),
      isClosed ? Cause(kind: .closures, group: .suppliers, isBuiltIn: true, pins: closures) : nil,
      numbers.cause(
        .stockouts, .suppliers, [Place("products", "stockout_rate"), Place("products", "delisting_rate")]
      ),
      numbers.cause(.slides, .suppliers, [Place("suppliers", "slide_rate")]),
      numbers.cause(
        .supplierPrices, .suppliers,
        [
          Place("suppliers", "price_drift"), Place("suppliers", "price_jump_rate"),
          Place("fx", "volatility"),
        ]),
    ].compactMap(\.self)
  }

  private static func visitors(_ numbers: Numbers) -> [Cause] {
    [
      numbers.cause(.adPrices, .visitors, [Place("ads", "price_sd")]),
      numbers.cause(.visitorNoise, .visitors, [Place("ads", "noise_sd"), Place("traffic", "noise_sd")]),
      // A creative that never tires: half its effect is gone after ever so many views.
      numbers.cause(
        .fatigue, .visitors,
        [
          Place("ads", "fatigue_halflife", without: .infinity), Place("ads", "learning_factor", without: 1),
        ], isBuiltIn: true),
    ].compactMap(\.self)
  }

  private static func demand(_ numbers: Numbers) -> [Cause] {
    [
      numbers.cause(.demand, .demand, [Place("market", "demand_sd")]),
      numbers.cause(
        .fading, .demand,
        [Place("market", "fad_halflife", without: .infinity), Place("market", "copycats")],
        isBuiltIn: true),
    ].compactMap(\.self)
  }

  private static func events(_ scenario: Scenario) -> [Cause] {
    scenario.events.enumerated().map { index, event in
      var pins = Pins()
      pins.events = [index]
      return Cause(kind: .event(event.name), group: .events, isBuiltIn: event.chance == nil, pins: pins)
    }
  }

  private static func returns(_ numbers: Numbers, _ scenario: Scenario) -> [Cause] {
    let complaints =
      ["lost_rate", "defect_rate"].map { Place("suppliers", $0) }
      + [Place("products", "late_complaint")]
    let problems = numbers.isAny(complaints)
    let disputes = numbers.isAny([Place("returns", "dispute_share")])
    var (refunds, chargebacks) = (Pins(), Pins())
    refunds.refundsEndWell = true
    chargebacks.chargebacksEndWell = true
    let hasRefunds = problems || numbers.isAny([Place("products", "return_rate")])
    let hasChargebacks = problems && disputes || numbers.isAny([Place("returns", "fraud_rate")])
    return [
      hasRefunds ? Cause(kind: .refunds, group: .returns, isBuiltIn: true, pins: refunds) : nil,
      hasChargebacks ? Cause(kind: .chargebacks, group: .returns, isBuiltIn: true, pins: chargebacks) : nil,
    ].compactMap(\.self)
  }

  private static func payouts(_ numbers: Numbers, _ scenario: Scenario) -> [Cause] {
    let lags = [Place("stores", "payout_days")]
    var atOnce = numbers.pins(lags)
    atOnce.paysAtOnce = true
    let ways = scenario.stores.entries.flatMap { store in store.value.ways.map(\.1) }
    let waits = numbers.isAny(lags) || ways.contains { $0.payoutFrom == .delivery || $0.payoutCycle ?? 1 > 1 }
    return [
      waits ? Cause(kind: .payoutLag, group: .payouts, isBuiltIn: true, pins: atOnce) : nil,
      numbers.cause(.reserves, .payouts, [Place("stores", "reserve_rate")], isBuiltIn: true),
      numbers.cause(.holds, .payouts, [Place("stores", "hold_rate")]),
    ].compactMap(\.self)
  }

  private static func testLuck(_ scenario: Scenario) -> [Cause] {
    guard scenario.testedProduct != nil, scenario.productTests.conversion.law != nil else { return [] }
    var pins = Pins()
    pins.makesCandidatesAlike = true
    return [Cause(kind: .testLuck, group: .numbers, isBuiltIn: false, pins: pins)]
  }

  /// Each drawn number, with all that are the same as it; and those that are correlated, all together.
  private static func inputs(_ scenario: Scenario) -> [Cause] {
    let drawn = Program(scenario, seed: 0).uncertain.map(\.path)
    var lists = drawn.map { [$0] }
    for correlation in scenario.correlations {
      let together = drawn.filter(correlation.paths.contains)
      if together.count > 1, !lists.contains(together) { lists.append(together) }
    }
    return lists.map { paths in
      let followers = scenario.uncertain.keys.filter { paths.contains(scenario.origin(of: $0) ?? $0) }
      var pins = Pins()
      for path in paths + followers { pins.levels[path] = .planned }
      return Cause(kind: .inputs(paths), group: .numbers, isBuiltIn: false, pins: pins)
    }
  }
}

/// Numbers of one name in one section of the scenario.
private struct Place {
  let section: String
  let name: String
  /// Their value where the cause is absent.
  let without: Double

  init(_ section: String, _ name: String, without: Double = 0) {
    (self.section, self.name, self.without) = (section, name, without)
  }
}

/// The numbers of a scenario that are zero where a cause is absent, and whether they are.
private struct Numbers {
  let scenario: Scenario
  private let slots: [(parts: [Substring], slot: Slot)]
  /// What rules and events assign to.
  private let assigned: Set<String>

  init(_ scenario: Scenario) {
    self.scenario = scenario
    slots = scenario.slots.map { ($0.path.split(separator: "."), $0) }
    let actions = scenario.boundRules.flatMap(\.actions) + scenario.boundEvents.flatMap(\.actions)
    assigned = Set(actions.compactMap { if case .assign(let assignment) = $0 { assignment.path } else { nil } })
  }

  /// nil where all of them are as if it were absent.
  func cause(_ kind: Cause.Kind, _ group: Cause.Group, _ places: [Place], isBuiltIn: Bool = false) -> Cause? {
    guard isAny(places) else { return nil }
    return Cause(kind: kind, group: group, isBuiltIn: isBuiltIn, pins: pins(places))
  }

  func pins(_ places: [Place]) -> Pins {
    var pins = Pins()
    for place in places {
      // One that is not given is not in the program; to hold it does nothing.
      for slot in found(place) where slot.get(scenario) != nil { pins.levels[slot.path] = .number(place.without) }
    }
    return pins
  }

  /// Is any of them there, in some world on some day?
  func isAny(_ places: [Place]) -> Bool {
    places.contains { place in found(place).contains { isThere($0, place.without) } }
  }

  private func found(_ place: Place) -> [Slot] {
    slots.filter { $0.parts.first.map(String.init) == place.section && $0.parts.last.map(String.init) == place.name }
      .map(\.slot)
  }

  private func isThere(_ slot: Slot, _ without: Double) -> Bool {
    if assigned.contains(slot.path) { return true }
    switch slot.get(scenario) {
    case .number(let number): return number != without
    case .uncertain: return true
    default: return false
    }
  }
}
