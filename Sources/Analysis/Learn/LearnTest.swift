package import Scenarios
import Simulation
package import Statistics

/// A test that may be bought before choosing, and what it tells of.
package struct LearnTest: Sendable {
  package enum Kind: Equatable, Sendable {
    /// Clicks of a channel on the page of a product: some order.
    case ads(channel: String, product: String)
    /// Orders from an offer to oneself: some are lost or bad.
    case sampleOrders(product: String, supplier: String)
    /// Days on which a supplier is watched: on some it shuts down.
    case supplierDays(String)

    /// With what it is a test of: `ads:meta:lamp`.
    package var name: String {
      switch self {
      case .ads(let channel, let product): "\(id):\(channel):\(product)"
      case .sampleOrders(let product, let supplier): "\(id):\(product):\(supplier)"
      case .supplierDays(let supplier): "\(id):\(supplier)"
      }
    }

    package var id: String {
      switch self {
      case .ads: "ads"
      case .sampleOrders: "sample_orders"
      case .supplierDays: "supplier_days"
      }
    }
  }

  package let kind: Kind
  /// The strategy in which it is so, where it is another than in the first one; nil otherwise.
  package private(set) var strategy: String?
  /// Of a try, world by world.
  let chances: [Double]
  /// Price of a try, and of the test whatever its size.
  package let price: Double
  package let fixedPrice: Double
  /// How many tries a day brings; nil where that is not told.
  package let perDay: Double?
  let swing: Double

  package func price(of tries: Int) -> Double { fixedPrice + Double(tries) * price }

  /// The tests that a scenario offers whose outcome differs between worlds; what is one number in it tells nothing.
  /// - Parameter sampling: that of the run whose worlds these are.
  package static func all(
    of scenario: Scenario, seed: UInt64, paths: Int, sampling: ParameterSampling
  ) -> [LearnTest] {
    let draws = ParameterDraws(scenario, seed: seed, paths: paths, sampling: sampling)
    guard !draws.isCertain else { return [] }
    var tests = Self.drafts(of: scenario)
    draws.eachWorld { world in
      for place in tests.indices { tests[place].add(world) }
    }
    return tests.compactMap(\.test)
  }

  /// The tests that strategies offer. Where one sells something else than the first does, such as a product of its own rather
  /// than candidates, it has tests of its own.
  package static func all(
    of strategies: [(name: String, scenario: Scenario)], seed: UInt64, paths: Int, sampling: ParameterSampling
  ) -> [LearnTest] {
    var tests: [LearnTest] = []
    for (place, strategy) in strategies.enumerated() {
      for var test in all(of: strategy.scenario, seed: seed, paths: paths, sampling: sampling)
      where !tests.contains(where: { $0.kind == test.kind && $0.chances == test.chances }) {
        test.strategy = place == 0 ? nil : strategy.name
        tests.append(test)
      }
    }
    return tests
  }

  private static func drafts(of scenario: Scenario) -> [Draft] {
    let products = scenario.products.entries
    let channels = scenario.ads.entries.filter { $0.value.budget > 0 }
    let ads = channels.flatMap { channel in
      products.filter { scenario.storeIndex($0.value.store) == scenario.storeIndex(channel.value.store) }.map {
        product in
        Draft(kind: .ads(channel: channel.name, product: product.name))
      }
    }
    let samples = products.flatMap { product in
      product.value.offers.names.map { Draft(kind: .sampleOrders(product: product.name, supplier: $0)) }
    }
    return ads + samples + scenario.suppliers.names.map { Draft(kind: .supplierDays($0)) }
  }
}

/// A test while worlds are looked at.
private struct Draft {
  let kind: LearnTest.Kind
  private var chances: [Double] = []
  private var prices: [Double] = []
  private var fixed: [Double] = []
  /// Tries a day: a budget buys so many clicks.
  private var perDay: [Double] = []
  private var swings: [Double] = []

  init(kind: LearnTest.Kind) { self.kind = kind }

  mutating func add(_ world: Scenario) {
    switch kind {
    case .ads(let channel, let product): addAds(world, channel, product)
    case .sampleOrders(let product, let supplier): addSample(world, product, supplier)
    case .supplierDays(let supplier):
      chances.append(Rates.dailyProbability(perMonth: world.suppliers[supplier]?.failureRate ?? 0))
      prices.append(FixedCosts.aMonth(world) * 12 / 365)
      perDay.append(1)
    }
  }

  private mutating func addAds(_ world: Scenario, _ channelName: String, _ productName: String) {
    let places = world.stores.names
    guard let channel = world.ads[channelName], let product = world.products[productName],
      places.indices.contains(world.storeIndex(product.store)),
      let store = world.stores[places[world.storeIndex(product.store)]]
    else { return }
    chances.append(
      min(1, ChannelEconomics.appeal(world, product, store) * channel.intent * channel.learningFactor))
    let click = ChannelEconomics(world, channel, product, store, carriesFixed: false).clickPrice
    prices.append(click)
    fixed.append(channel.creativeCost)
    if click > 0 { perDay.append(channel.budget / click) }
    swings.append(channel.noiseDeviation)
  }

  private mutating func addSample(_ world: Scenario, _ productName: String, _ supplierName: String) {
    guard let product = world.products[productName], let offer = product.offers[supplierName],
      let supplier = world.suppliers[supplierName]
    else { return }
    let rate = world.currencies[supplier.currency].map { $0.rate * (1 + $0.spread) } ?? 1
    chances.append(min(1, supplier.lostRate + supplier.defectRate))
    prices.append(
      (offer.unitCost + offer.shippingCost) * rate + world.freightPrice(offer.freight, of: product, units: 1))
  }

  /// Nil where every world is alike in it.
  var test: LearnTest? {
    guard let first = chances.first, chances.contains(where: { $0 != first }) else { return nil }
    func mean(_ values: [Double]) -> Double? { values.isEmpty ? nil : Moments(values).mean }
    return LearnTest(
      kind: kind, chances: chances, price: mean(prices) ?? 0, fixedPrice: mean(fixed) ?? 0, perDay: mean(perDay),
      swing: mean(swings) ?? 0)
  }
}
