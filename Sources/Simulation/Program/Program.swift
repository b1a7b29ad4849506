package import Scenarios

/// A scenario made ready for the engine: calendars by day, indices instead of names, streams instead of entities.
///
/// Compiling is the last place where anything about a scenario can be wrong; a program always runs.
package struct Program: Sendable {
  let days: Int
  /// The reported month of each day.
  let monthOfDay: [Int]
  let months: Int
  let budget: Double
  let creditLine: Double
  /// Fixed costs of each day, by statement row.
  let platformCosts: [Double]
  let otherCosts: [Double]
  let market: MarketProgram
  let channels: [ChannelProgram]
  let traffic: [TrafficProgram]
  let products: [ProductProgram]
  let stores: [StoreProgram]
  let suppliers: [SupplierProgram]
  let returns: ReturnsProgram

  /// - Parameter scenario: one that ``Scenario/findings`` finds nothing wrong with.
  package init(_ scenario: Scenario, seed: UInt64) {
    var scenario = scenario
    _ = scenario.normalizeSeasons()
    let calendar = Calendar(scenario)
    days = calendar.days
    months = scenario.monthCount
    monthOfDay = calendar.reportedMonth
    budget = scenario.cash.budget
    creditLine = scenario.cash.creditLine
    platformCosts = calendar.platformCosts(of: scenario)
    otherCosts = calendar.costs(of: scenario, in: .other)
    market = MarketProgram(scenario.market, calendar: calendar, seed: seed)
    stores = scenario.stores.entries.map { StoreProgram($0.value) }
    suppliers = scenario.suppliers.entries.map {
      SupplierProgram($0.value, name: $0.name, calendar: calendar, seed: seed)
    }
    products = scenario.products.entries.map { ProductProgram($0.value, name: $0.name, in: scenario, seed: seed) }
    channels = scenario.ads.entries.map {
      ChannelProgram($0.value, name: $0.name, in: scenario, calendar: calendar, seed: seed)
    }
    traffic = scenario.traffic.entries.map {
      TrafficProgram($0.value, name: $0.name, in: scenario, calendar: calendar, seed: seed)
    }
    returns = ReturnsProgram(scenario.returns)
  }
}

extension Scenario {
  /// The store of that name, or the first one when the name is empty.
  func storeIndex(_ name: String) -> Int { name.isEmpty ? 0 : stores.index(of: name) ?? 0 }

  /// The share of a store's visitors that each of its products gets: as given, or equal parts of what is left.
  func share(of product: Product) -> Double {
    if let share = product.share { return share }
    let siblings = products.entries.map(\.value).filter { storeIndex($0.store) == storeIndex(product.store) }
    let given = siblings.compactMap(\.share).reduce(0, +)
    let open = siblings.count { $0.share == nil }
    return max(0, 1 - given) / Double(max(1, open))
  }
}

extension Program {
  /// Goes into every fingerprint: runs of different versions are not the same run.
  package static let streamVersion = 1
}
