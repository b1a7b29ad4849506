package import Scenarios
import Simulation
package import Statistics

/// Where a product breaks even in an ad channel, from the parameters of every world, without simulating it.
package struct Breakeven: Sendable {
  /// The same figures as they are and as they have to be.
  package struct Figures: Sendable {
    /// Revenue for each unit of ad money.
    package let roas: Distribution
    /// Ad money for an order.
    package let costPerOrder: Distribution
    package let clickPrice: Distribution
    /// Orders for each click.
    package let conversion: Distribution
    package let price: Distribution
    /// Where a price becomes too high to do; infinite without such an end.
    package let highestPrice: Distribution
  }

  package struct Line: Sendable {
    package let product: String
    package let channel: String
    package let now: Figures
    /// Over all worlds. Where nothing will do, a figure that has to be high is infinite, and one that has to be low
    /// negative, or infinitely so: no ad is cheap enough for an order that leaves nothing.
    package let needed: Figures
    /// The share of worlds on the right side.
    package let chance: Proportion
    /// Orders a month that the channel brings, and as many as carry the fixed costs: infinite where no number does.
    package let orders: Distribution
    package let ordersNeeded: Distribution
  }

  /// What an order of a product leaves, by world.
  package struct Order: Sendable {
    package let product: String
    package let supplier: String
    /// With every uncertain number at its mean.
    package let planned: OrderEconomics
    package let contribution: Distribution
  }

  package private(set) var orders: [Order] = []
  package private(set) var lines: [Line] = []
  /// Fixed costs a month, with uncertain numbers at their means.
  package let fixedCosts: Double
  /// How many worlds were looked at; 1 where all are the same.
  package let worlds: Int
  /// Does nothing in the scenario differ between worlds? One world that was asked for is not all there are.
  package let isCertain: Bool

  /// - Parameters:
  ///   - carriesFixed: ads are to earn the fixed costs, too, each channel its part by its budget.
  ///   - paths: how many worlds draw the uncertain numbers.
  package init(_ scenario: Scenario, carriesFixed: Bool = false, seed: UInt64, paths: Int) {
    let draws = ParameterDraws(scenario, seed: seed, paths: paths)
    let places = scenario.products.entries.compactMap { OrderPlace($0, in: scenario) }
    fixedCosts = FixedCosts.aMonth(draws.planned)
    worlds = draws.worlds
    isCertain = draws.isCertain
    var contributions = places.map { _ in [Double]() }
    var cells = places.map { place in
      scenario.ads.entries.filter { scenario.stores.names[safe: scenario.storeIndex($0.value.store)] == place.store }
        .map { Cell(channel: $0.name) }
    }
    draws.eachWorld { world in
      for (index, place) in places.enumerated() {
        let order = OrderEconomics(world, place)
        contributions[index].append(order.contribution)
        for column in cells[index].indices { cells[index][column].add(world, place, order, carriesFixed) }
      }
    }
    orders = zip(places, contributions).map { place, values in
      Order(
        product: place.product, supplier: place.supplier, planned: OrderEconomics(draws.planned, place),
        contribution: Distribution(values))
    }
    lines = zip(places, cells).flatMap { place, cells in cells.map { $0.line(place.product) } }
  }
}

/// The values of one product in one channel, world by world.
private struct Cell {
  let channel: String
  private var roas: [Double] = []
  private var costPerOrder: [Double] = []
  private var clickPrice: [Double] = []
  private var conversion: [Double] = []
  private var price: [Double] = []
  private var needed = (
    roas: [Double](), cost: [Double](), click: [Double](), conversion: [Double](), price: [Double]()
  )
  private var orders: [Double] = []
  private var ordersNeeded: [Double] = []
  private var right = 0
  private var highestPrice: [Double] = []

  init(channel: String) { self.channel = channel }

  mutating func add(_ world: Scenario, _ place: OrderPlace, _ order: OrderEconomics, _ carriesFixed: Bool) {
    guard let product = world.products[place.product], let ads = world.ads[channel],
      let store = world.stores[place.store]
    else { return }
    let traffic = ChannelEconomics(world, ads, product, store, carriesFixed: carriesFixed)
    let left = order.contribution
    let cost = traffic.conversion > 0 ? traffic.clickPrice / traffic.conversion : .infinity
    // What an order has to earn beside its ads.
    let fixed = traffic.conversion > 0 ? traffic.fixed / traffic.conversion : .infinity
    let isRight = left > 0 && left >= cost + fixed
    right += isRight ? 1 : 0
    roas.append(order.net / cost)
    costPerOrder.append(cost)
    clickPrice.append(traffic.clickPrice)
    conversion.append(traffic.conversion)
    price.append(product.price)
    needed.roas.append(left > fixed ? order.net / (left - fixed) : .infinity)
    needed.cost.append(left - fixed)
    needed.click.append(traffic.conversion > 0 ? (left - fixed) * traffic.conversion : -.infinity)
    needed.conversion.append(left > 0 ? (traffic.clickPrice + traffic.fixed) / left : .infinity)
    let prices = prices(world, place, order, product, cost + fixed)
    needed.price.append(prices?.lowerBound ?? .infinity)
    highestPrice.append(prices?.upperBound ?? -.infinity)
    orders.append(traffic.clicks * traffic.conversion * 365 / 12)
    ordersNeeded.append(left > cost ? FixedCosts.aMonth(world) / (left - cost) : .infinity)
  }

  /// What an order leaves is a straight line over the price, as long as unwanted goods stay or go back as now.
  private func prices(
    _ world: Scenario, _ place: OrderPlace, _ order: OrderEconomics, _ product: Product, _ cost: Double
  ) -> ClosedRange<Double>? {
    let dearer = OrderEconomics(world, place, price: product.price * 1.001)
    let slope = (dearer.contribution - order.contribution) / (product.price * 0.001)
    return BreakevenPrices(
      slope: slope, cost: slope * product.price - order.contribution, now: product.price,
      elasticity: product.elasticity, costPerOrder: cost
    ).range
  }

  func line(_ product: String) -> Breakeven.Line {
    Breakeven.Line(
      product: product, channel: channel,
      now: Breakeven.Figures(
        roas: Distribution(roas), costPerOrder: Distribution(costPerOrder), clickPrice: Distribution(clickPrice),
        conversion: Distribution(conversion), price: Distribution(price),
        highestPrice: Distribution(price)),
      needed: Breakeven.Figures(
        roas: Distribution(needed.roas), costPerOrder: Distribution(needed.cost),
        clickPrice: Distribution(needed.click), conversion: Distribution(needed.conversion),
        price: Distribution(needed.price),
        highestPrice: Distribution(highestPrice)),
      chance: Proportion(successes: right, trials: roas.count), orders: Distribution(orders),
      ordersNeeded: Distribution(ordersNeeded))
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
