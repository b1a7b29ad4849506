import Scenarios
import Statistics

/// One product as visitors of one channel meet it.
struct ProductLink {
  let product: Int
  let share: Float
  /// Conversion before everything that changes from day to day.
  let conversion: Float
  let stream: Stream
}

/// A paid channel of model section 4, ready to run.
struct ChannelProgram {
  let store: Int
  let budget: Double
  /// Click price by day before its swing: level, season and inflation.
  let price: [Float]
  let priceSwing: OrnsteinUhlenbeck?
  let carryover: Float
  let saturation: Float?
  let hill: Float
  /// 2^hill − 1.
  let hillScale: Float
  /// Conversion by day through the age of the creative.
  let fatigue: [Float]
  /// What a new creative costs, on the days it is made.
  let creativeCosts: [Double]
  let learningDays: Int
  let learningFactor: Float
  let noise: OrnsteinUhlenbeck?
  /// Normal 0 drives the click price, normal 1 the noise of conversion.
  let stream: Stream
  let pausesWhenOutOfStock: Bool
  let links: [ProductLink]

  init(_ channel: AdChannel, name: String, in scenario: Scenario, calendar: Calendar, seed: UInt64) {
    store = scenario.storeIndex(channel.store)
    budget = channel.budget
    let cpc = channel.cpc ?? 0
    price = (0..<calendar.days).map { day in
      let season = channel.seasonAds[calendar.calendarMonth[day]]
      return Float(cpc * season * Elementary.pow(1 + channel.inflation, Double(day) / 365))
    }
    priceSwing = OrnsteinUhlenbeck(deviation: channel.priceDeviation, halflife: channel.priceHalflife)
    carryover = Float(channel.carryover)
    saturation = channel.saturation.map { Float($0) }
    hill = Float(channel.hill)
    hillScale = Float(Elementary.pow(2, channel.hill) - 1)
    let refresh = channel.creativeRefresh.map { Int($0) }
    fatigue = (0..<calendar.days).map { day in
      guard let halflife = channel.fatigueHalflife else { return 1 }
      let age = refresh.map { day % $0 } ?? day
      return Float(max(channel.fatigueFloor, Elementary.pow(0.5, Double(age) / halflife)))
    }
    creativeCosts = (0..<calendar.days).map { day in
      guard let refresh, day > 0, day % refresh == 0 else { return 0 }
      return channel.creativeCost
    }
    learningDays = Int(channel.learningDays)
    learningFactor = Float(channel.learningFactor)
    noise = OrnsteinUhlenbeck(deviation: channel.noiseDeviation, halflife: channel.noiseHalflife)
    stream = Stream(seed: seed, name: "ads.\(name)")
    pausesWhenOutOfStock = scenario.stores.entries[store].value.pauseAdsWhenOutOfStock
    links = scenario.links(from: "ads.\(name)", store: store, intent: channel.intent, seed: seed)
  }
}

/// Natural traffic of model section 4, ready to run.
struct TrafficProgram {
  let store: Int
  /// Visits by day along the ramp.
  let visits: [Float]
  let noise: OrnsteinUhlenbeck?
  let stream: Stream
  let links: [ProductLink]

  init(_ traffic: NaturalTraffic, name: String, in scenario: Scenario, calendar: Calendar, seed: UInt64) {
    store = scenario.storeIndex(traffic.store)
    visits = (0..<calendar.days).map { Float(traffic.visits * Self.ramp(day: $0, days: traffic.rampDays)) }
    noise = OrnsteinUhlenbeck(deviation: traffic.noiseDeviation, halflife: traffic.noiseHalflife)
    stream = Stream(seed: seed, name: "traffic.\(name)")
    links = scenario.links(from: "traffic.\(name)", store: store, intent: traffic.intent, seed: seed)
  }

  /// The logistic curve through 5 % on day 0 and 95 % after `days`: logit(0.95) = ln 19.
  static func ramp(day: Int, days: Double) -> Double {
    guard days > 0 else { return 1 }
    let logit = Elementary.log(19) * (2 * Double(day) / days - 1)
    return 1 / (1 + Elementary.exp(-logit))
  }
}

extension Scenario {
  /// The products of a store as visitors with some intent meet them.
  func links(from origin: String, store: Int, intent: Double, seed: UInt64) -> [ProductLink] {
    products.entries.enumerated().compactMap { index, entry in
      guard storeIndex(entry.value.store) == store else { return nil }
      let conversion =
        stores.entries[store].value.conversion * entry.value.conversionFactor * intent
        * entry.value.priceFactor * market.deliveryFactor(promisedDays: entry.value.promisedDays)
      return ProductLink(
        product: index, share: Float(share(of: entry.value)), conversion: Float(conversion),
        stream: Stream(seed: seed, name: "\(origin).orders.\(entry.name)"))
    }
  }
}

extension Product {
  /// (price ÷ reference price) to the power of minus the elasticity (model section 3).
  var priceFactor: Double {
    guard let referencePrice, elasticity != 0 else { return 1 }
    return Elementary.pow(price / referencePrice, -elasticity)
  }
}

extension Market {
  /// Conversion at a promised delivery time (model section 4); seven days lose nothing, the loss ends at 35 %.
  func deliveryFactor(promisedDays: Double) -> Double {
    max(0.65, 1 - deliverySensitivity * max(0, promisedDays - 7))
  }
}
