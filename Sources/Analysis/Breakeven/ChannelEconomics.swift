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
