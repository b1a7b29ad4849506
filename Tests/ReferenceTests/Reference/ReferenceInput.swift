import Scenarios

/// What one world is given: its numbers, the calendar, and names turned into places.
struct ReferenceInput {
  struct SuppliedProduct {
    let terms: Product
    let store: Int
    /// Its part of the store's visitors.
    let share: Double
    let offers: [(supplier: Int, terms: Offer)]
  }

  let scenario: Scenario
  let fault: ReferenceFault?
  let time: Time
  let products: [SuppliedProduct]
  /// As the operator gave it.
  private let given: Scenario
  private let uncertain: UncertainNumbers

  /// - Parameter scenario: one without issues, its seasons of mean 1.
  init(_ scenario: Scenario, fault: ReferenceFault? = nil) {
    let uncertain = UncertainNumbers(scenario, fault: fault)
    self.init(scenario, given: scenario, Time(scenario), uncertain, fault: fault)
  }

  /// What one world finds: every uncertain number drawn.
  func drawn(_ random: inout RandomNumbers) -> ReferenceInput {
    guard !uncertain.isEmpty else { return self }
    var drawn = given
    uncertain.draw(into: &drawn, &random)
    return ReferenceInput(drawn, given: given, time, uncertain, fault: fault)
  }

  private init(
    _ scenario: Scenario, given: Scenario, _ time: Time, _ uncertain: UncertainNumbers, fault: ReferenceFault?
  ) {
    var scenario = scenario
    fault?.corrupt(&scenario)
    let names = scenario.suppliers.names
    let shares = Self.shares(in: scenario)
    self.scenario = scenario
    self.given = given
    self.fault = fault
    self.time = time
    self.uncertain = uncertain
    products = zip(scenario.products.entries, shares).map { entry, share in
      SuppliedProduct(
        terms: entry.value, store: Self.store(entry.value.store, in: scenario), share: share,
        offers: entry.value.offers.entries.compactMap { offer in
          names.firstIndex(of: offer.name).map { ($0, offer.value) }
        })
    }
  }

  /// A part that names no store belongs to the first one.
  static func store(_ name: String, in scenario: Scenario) -> Int {
    scenario.stores.names.firstIndex(of: name) ?? 0
  }

  /// As given, or equal parts of what the given ones leave of their store's visitors.
  private static func shares(in scenario: Scenario) -> [Double] {
    let products = scenario.products.entries.map(\.value)
    return products.map { product in
      if let share = product.share { return share }
      let siblings = products.filter { store($0.store, in: scenario) == store(product.store, in: scenario) }
      let given = siblings.compactMap(\.share).reduce(0, +)
      return (1 - given) / Double(siblings.count { $0.share == nil })
    }
  }
}
