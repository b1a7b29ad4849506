import Scenarios
import Simulation
import Statistics

/// What an ad channel brings to a product, on average over the run, as far as that has a closed form.
///
/// The price of a click is that at the channel's budget: `cpc` with saturation, with inflation averaged over the run, and with
/// the cost of new creatives spread over the clicks. Conversion is the store's with everything that shifts it for good: product,
/// intent, price, promised days, and the tiredness of a creative averaged over its life. Season is 1 on average; learning and
/// reputation are left out.
struct ChannelEconomics: Equatable, Sendable {
  let clickPrice: Double
  let conversion: Double
  /// What a click has to earn of the fixed costs, where ads are to carry these, each channel by its budget.
  let fixed: Double
  /// Clicks for this product on a day.
  let clicks: Double

  init(_ scenario: Scenario, _ channel: AdChannel, _ product: Product, _ store: Store, carriesFixed: Bool) {
    let days = max(1, scenario.dayCount)
    let base = Self.click(channel, days: days)
    let spread = channel.creativeRefresh.map { $0 > 0 ? channel.creativeCost / $0 : 0 } ?? 0
    let creatives = channel.budget > 0 ? 1 + spread / channel.budget : 1
    clickPrice = base * creatives
    fixed = carriesFixed ? base * FixedCosts.perAdMoney(scenario) : 0
    let tired = Self.freshness(channel, days: days)
    conversion = min(1, Self.appeal(scenario, product, store) * channel.intent * tired)
    clicks = base > 0 ? channel.budget / base * scenario.share(of: product) : 0
  }

  /// Orders of a product for each visit of intent 1.
  static func appeal(_ scenario: Scenario, _ product: Product, _ store: Store) -> Double {
    let isTested = scenario.testedProduct.map { scenario.products.entries[$0].value == product } ?? false
    let base = isTested ? scenario.productTests.conversion.mean : store.conversion * product.conversionFactor
    let speed = max(0.65, 1 - scenario.market.deliverySensitivity * max(0, product.promisedDays - 7))
    return base * speed * demand(product, at: product.price)
  }

  /// How a price changes conversion.
  static func demand(_ product: Product, at price: Double) -> Double {
    guard product.elasticity != 0, price > 0 else { return 1 }
    return Elementary.pow(price / (product.referencePrice ?? product.price), -product.elasticity)
  }

  private static func click(_ channel: AdChannel, days: Int) -> Double {
    var price = channel.cpc ?? 0
    if let saturation = channel.saturation, channel.budget > 0 {
      let scale = Elementary.pow(2, channel.hill) - 1
      price *= Elementary.pow(1 + scale * Elementary.pow(channel.budget / saturation, channel.hill), 1 / channel.hill)
    }
    guard channel.inflation != 0 else { return price }
    // The mean of a geometric row of days.
    let growth = Elementary.pow(1 + channel.inflation, 1 / 365)
    let sum = growth == 1 ? Double(days) : (Elementary.pow(growth, Double(days)) - 1) / (growth - 1)
    return price * sum / Double(days)
  }

  private static func freshness(_ channel: AdChannel, days: Int) -> Double {
    guard let halflife = channel.fatigueHalflife, halflife > 0 else { return 1 }
    let life = min(days, channel.creativeRefresh.map { max(1, Int($0)) } ?? days)
    let sum = (0..<life).reduce(0.0) { sum, age in
      sum + max(channel.fatigueFloor, Elementary.pow(0.5, Double(age) / halflife))
    }
    return sum / Double(life)
  }
}

/// The prices at which an order earns what its clicks cost: those with (a·p − b) · (p ÷ now)^(−elasticity) ≥ cost of an order
/// now, where a·p − b is what an order leaves at p. They lie side by side.
struct BreakevenPrice {
  /// What an order leaves: slope by price, and what is taken off.
  let slope: Double
  let cost: Double
  let now: Double
  let elasticity: Double
  let costPerOrder: Double

  /// The end of them that is nearest to the price now, the lower one where that is among them. Nil where no price will do: what
  /// a higher price brings per order it loses in orders.
  var value: Double? {
    guard slope > 0, costPerOrder.isFinite else { return nil }
    let least = max(0, cost / slope)
    if elasticity == 0 { return (cost + costPerOrder) / slope }
    if elasticity <= 1 { return end(from: least, to: beyond(least)) }
    // The left side is highest at the price that a monopolist would ask; without costs the lower the better.
    guard least > 0 else { return upperEnd(from: now) }
    let peak = least * elasticity / (elasticity - 1)
    guard surplus(peak) >= 0 else { return nil }
    return surplus(now) < 0 && now > peak ? upperEnd(from: peak) : end(from: least, to: peak)
  }

  /// A price above the rising end.
  private func beyond(_ least: Double) -> Double {
    var high = max(least, now)
    while surplus(high) < 0, high < 1e12 { high *= 2 }
    return high
  }

  /// Where prices begin to do, between one that does not and one that does; nil where the second does not either.
  private func end(from short: Double, to enough: Double) -> Double? {
    guard surplus(enough) >= 0 else { return nil }
    var (low, high) = (short, enough)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if surplus(middle) < 0 { low = middle } else { high = middle }
    }
    return high
  }

  /// Where they cease to do.
  private func upperEnd(from enough: Double) -> Double? {
    var above = enough
    while surplus(above) >= 0, above < 1e12 { above *= 2 }
    return end(from: above, to: enough)
  }

  private func surplus(_ price: Double) -> Double {
    guard price > 0 else { return -.infinity }
    return (slope * price - cost) * Elementary.pow(price / now, -elasticity) - costPerOrder
  }
}
