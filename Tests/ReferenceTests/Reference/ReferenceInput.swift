import Scenarios

/// What all worlds of a scenario share: the calendar, and names turned into places.
struct ReferenceInput {
  struct SuppliedProduct {
    var terms: Product
    let store: Int
    /// Its part of the store's visitors.
    let share: Double
    var offers: [(supplier: Int, terms: Offer)]
    /// Shut by a rule or event.
    var isClosed = false
  }

  var scenario: Scenario
  let book: RuleBook
  var ruleFault: RuleFault?
  let fault: ReferenceFault?
  let time: Time
  var products: [SuppliedProduct]

  /// - Parameter scenario: one without issues, its seasons of mean 1.
  init(_ scenario: Scenario, fault: ReferenceFault? = nil) {
    var scenario = scenario
    fault?.corrupt(&scenario)
    let names = scenario.suppliers.names
    let shares = Self.shares(in: scenario)
    self.scenario = scenario
    book = RuleBook(scenario)
    self.fault = fault
    time = Time(scenario)
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
