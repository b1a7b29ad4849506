package import Scenarios
import Simulation
import Statistics

/// A test that may be bought before choosing, and what it tells of.
package struct LearnTest: Sendable {
  package enum Kind: Equatable, Sendable {
    /// Clicks of a channel on the page of a product: some order.
    case ads(channel: String, product: String)
    /// Orders from an offer to oneself: some are lost or bad.
    case sampleOrders(product: String, supplier: String)
    /// Days on which a supplier is watched: on some it shuts down.
    case supplierDays(String)

    package var id: String {
      switch self {
      case .ads: "ads"
      case .sampleOrders: "sample_orders"
      case .supplierDays: "supplier_days"
      }
    }
  }

  package let kind: Kind
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
  package static func all(of scenario: Scenario, seed: UInt64, paths: Int) -> [LearnTest] {
    let draws = ParameterDraws(scenario, seed: seed, paths: paths)
    guard !draws.isCertain else { return [] }
    var tests = Self.drafts(of: scenario)
    draws.eachWorld { world in
      for place in tests.indices { tests[place].add(world) }
    }
    return tests.compactMap(\.test)
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
    let samples = products.compactMap { product in
      product.value.offers.names.first.map { Draft(kind: .sampleOrders(product: product.name, supplier: $0)) }
    }
    return ads + samples + scenario.suppliers.names.map { Draft(kind: .supplierDays($0)) }
  }
}

/// A test while worlds are looked at.
private struct Draft {
  let kind: LearnTest.Kind
  private var chances: [Double] = []
  private var prices: [Double] = []
  private var fixed = 0.0
  private var perDay: Double?
  private var swing = 0.0

  init(kind: LearnTest.Kind) { self.kind = kind }

  mutating func add(_ world: Scenario) {
    switch kind {
    case .ads(let channel, let product): addAds(world, channel, product)
    case .sampleOrders(let product, let supplier): addSample(world, product, supplier)
    case .supplierDays(let supplier):
      chances.append(Rates.dailyProbability(perMonth: world.suppliers[supplier]?.failureRate ?? 0))
      prices.append(FixedCosts.aMonth(world) * 12 / 365)
      perDay = 1
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
    fixed = channel.creativeCost
    perDay = click > 0 ? channel.budget / click : nil
    swing = channel.noiseDeviation
  }

  private mutating func addSample(_ world: Scenario, _ productName: String, _ supplierName: String) {
    guard let product = world.products[productName], let offer = product.offers[supplierName],
      let supplier = world.suppliers[supplierName]
    else { return }
    let rate = supplier.currency.isEmpty ? 1 : world.currencies[supplier.currency]?.rate ?? 1
    chances.append(min(1, supplier.lostRate + supplier.defectRate))
    prices.append((offer.unitCost + offer.shippingCost) * rate)
  }

  /// Nil where every world is alike in it.
  var test: LearnTest? {
    guard let first = chances.first, chances.contains(where: { $0 != first }) else { return nil }
    let price = Moments(prices).mean
    return LearnTest(
      kind: kind, chances: chances, price: price, fixedPrice: fixed, perDay: perDay, swing: swing)
  }
}
