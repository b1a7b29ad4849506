import Scenarios
import Statistics

/// One product as visitors of one channel meet it.
struct ProductLink {
  let product: Int
  let share: Double
  let intent: Parameter
  let stream: Stream
}

/// A paid channel of model 4, ready to run.
final class ChannelProgram: Sendable {
  /// `ads.meta`; `ads.meta#2` in the second slot of product tests.
  let name: String
  /// Its place in the scenario: copies that serve slots of product tests share it.
  let origin: Int
  let store: Int
  /// The account that pays for it, by its place; nil where it is paid as it spends.
  let account: Int?
  /// The card that pays for it, by its place.
  let card: Int?
  /// Its first day.
  let opens: Int
  /// What its ads have built up before day 0; nil where they have not run.
  let past: Past?
  let budget: Parameter
  let price: ClickPrice
  /// Seasonal factor of the click price by day.
  let season: [Double]
  let inflation: Parameter
  let priceSwing: SwingProgram
  let carryover: Parameter
  let saturation: Parameter?
  let hill: Parameter
  /// Hill exponent 1 in every world: the plain curve.
  let isPlainCurve: Bool
  let fatigueHalflife: Parameter?
  let fatigueFloor: Parameter
  let creativeRefresh: Parameter?
  let creativeCost: Parameter
  let learningDays: Parameter
  let learningFactor: Parameter
  let learns: Bool
  let noise: SwingProgram
  /// Normal 0 drives the click price, normal 1 the noise of conversion.
  let stream: Stream
  /// 1 where it rests while its store has nothing on sale; nil where that is so in no world.
  let pausesWhenOutOfStock: Parameter?
  let links: [ProductLink]

  /// Ads that have run before the first day (model 17): numbers that are given, and the days since the channel opened.
  struct Past {
    let days: Int
    let adstock: Parameter?
    let creativeAge: Parameter?
  }

  /// By the click, or by a thousand views and the share of them that click.
  enum ClickPrice {
    case click(Parameter)
    case views(thousand: Parameter, clickThrough: Parameter)
  }

  /// - Parameter slot: the slot of product tests that it serves, from 0; copies of a channel have streams of their own.
  init(_ channel: AdChannel, _ path: String, slot: Int? = nil, _ compiler: inout Compiler) {
    origin = compiler.scenario.ads.index(of: String(path.dropFirst("ads.".count))) ?? 0
    let name = slot.map { $0 == 0 ? path : "\(path)#\($0 + 1)" } ?? path
    self.name = name
    store = compiler.scenario.storeIndex(channel.store)
    account = compiler.scenario.adAccounts.index(of: channel.account)
    card = compiler.scenario.cards.index(of: channel.card)
    opens = compiler.opening(channel.opens, store: store)
    past = slot == nil ? Past(path, days: -opens, &compiler) : nil
    budget = compiler.parameter(path + ".budget", channel.budget)
    price = ClickPrice(channel, path, &compiler)
    season = compiler.calendar.byDay(channel.seasonAds)
    inflation = compiler.parameter(path + ".inflation", channel.inflation)
    priceSwing = SwingProgram(path + ".price", channel.priceDeviation, halflife: channel.priceHalflife, &compiler)
    carryover = compiler.parameter(path + ".carryover", channel.carryover)
    saturation = compiler.parameter(path + ".saturation", channel.saturation)
    hill = compiler.parameter(path + ".hill", channel.hill)
    isPlainCurve = compiler.parameters.certain(hill) == 1
    fatigueHalflife = compiler.parameter(path + ".fatigue_halflife", channel.fatigueHalflife)
    fatigueFloor = compiler.parameter(path + ".fatigue_floor", channel.fatigueFloor)
    creativeRefresh = compiler.parameter(path + ".creative_refresh", channel.creativeRefresh)
    creativeCost = compiler.parameter(path + ".creative_cost", channel.creativeCost)
    learningDays = compiler.parameter(path + ".learning_days", channel.learningDays)
    learningFactor = compiler.parameter(path + ".learning_factor", channel.learningFactor)
    learns = compiler.parameters.isUsed(learningDays)
    noise = SwingProgram(path + ".noise", channel.noiseDeviation, halflife: channel.noiseHalflife, &compiler)
    stream = Stream(seed: compiler.seed, name: name)
    let pauses = compiler.pausing(store)
    pausesWhenOutOfStock = compiler.parameters.isUsed(pauses) ? pauses : nil
    let intent = compiler.parameter(path + ".intent", channel.intent)
    links =
      slot.map { [compiler.link(from: name, slot: $0, share: 1, intent: intent)] }
      ?? compiler.links(from: name, store: store, intent: intent)
  }

  /// The channels of the scenario; those of product tests once for each slot.
  static func all(_ compiler: inout Compiler) -> [ChannelProgram] {
    var all: [ChannelProgram] = []
    for entry in compiler.scenario.ads.entries {
      let isTested = compiler.scenario.storeIndex(entry.value.store) == compiler.testedStore
      let slots = isTested ? compiler.slots.indices.map { Optional($0) } : [nil]
      for slot in slots { all.append(ChannelProgram(entry.value, "ads.\(entry.name)", slot: slot, &compiler)) }
    }
    return all
  }
}

extension ChannelProgram.Past {
  /// nil for a channel that begins with the run.
  fileprivate init?(_ path: String, days: Int, _ compiler: inout Compiler) {
    let given = compiler.scenario.opening.ads[String(path.dropFirst("ads.".count))]
    guard days > 0 || given != nil else { return nil }
    self.days = max(0, days)
    adstock = compiler.parameter("opening.\(path).adstock", given?.adstock)
    creativeAge = compiler.parameter("opening.\(path).creative_age", given?.creativeAge)
  }
}

extension ChannelProgram.ClickPrice {
  init(_ channel: AdChannel, _ path: String, _ compiler: inout Compiler) {
    if let thousandViews = channel.thousandViewsPrice, let clickThrough = channel.clickThrough {
      self = .views(
        thousand: compiler.parameter(path + ".cpm", thousandViews),
        clickThrough: compiler.parameter(path + ".ctr", clickThrough))
    } else {
      self = .click(compiler.parameter(path + ".cpc", channel.clickPrice ?? 1))
    }
  }
}

/// Natural traffic of model 4, ready to run.
final class TrafficProgram: Sendable {
  let store: Int
  /// Its first day.
  let opens: Int
  let visits: Parameter
  let rampDays: Parameter
  /// Of the owner; nil where it takes none.
  let hours: Parameter?
  /// Of the orders' value, to those who bring the visitors; nil where nobody takes any.
  let commission: Parameter?
  /// The ramp by day; nil where worlds differ in it.
  let ramp: [Double]?
  let noise: SwingProgram
  let stream: Stream
  let links: [ProductLink]

  init(_ traffic: NaturalTraffic, _ path: String, _ compiler: inout Compiler) {
    store = compiler.scenario.storeIndex(traffic.store)
    let opens = compiler.opening(traffic.opens, store: store)
    self.opens = opens
    visits = compiler.parameter(path + ".visits", traffic.visits)
    rampDays = compiler.parameter(path + ".ramp_days", traffic.rampDays)
    let hours = compiler.parameter(path + ".hours", traffic.hours)
    self.hours = compiler.parameters.isUsed(hours) ? hours : nil
    let commission = compiler.parameter(path + ".commission", traffic.commission)
    self.commission = compiler.parameters.isUsed(commission) ? commission : nil
    ramp = compiler.parameters.certain(rampDays).map { days in
      (0..<compiler.calendar.days).map { Self.ramp(day: $0 - opens, days: days) }
    }
    noise = SwingProgram(path + ".noise", traffic.noiseDeviation, halflife: traffic.noiseHalflife, &compiler)
    stream = Stream(seed: compiler.seed, name: path)
    let intent = compiler.parameter(path + ".intent", traffic.intent)
    links = compiler.links(from: path, store: store, intent: intent)
  }

  /// The logistic curve through 5 % on the opening day and 95 % after `days`: logit(0.95) = ln 19.
  static func ramp(day: Int, days: Double) -> Double {
    guard day >= 0 else { return 0 }
    guard days > 0 else { return 1 }
    let logit = 2.944_438_979_166_440_3 * (2 * Double(day) / days - 1)
    return 1 / (1 + Elementary.exp(-logit))
  }
}

extension Compiler {
  /// Whether ads of a store rest while it has nothing on sale, as a number that rules may change.
  mutating func pausing(_ store: Int) -> Parameter {
    let entry = scenario.stores.entries[store]
    return parameter(
      "stores.\(entry.name).pause_ads_when_out_of_stock", entry.value.pauseAdsWhenOutOfStock ? 1 : 0)
  }

  /// The store of product tests.
  var testedStore: Int? {
    slots.first.map { scenario.storeIndex(scenario.products.entries[$0].value.store) }
  }

  /// What is tested in a slot as visitors meet it.
  func link(from origin: String, slot: Int, share: Double, intent: Parameter) -> ProductLink {
    let product = scenario.products.entries[slots[0]].name
    let name = slot == 0 ? product : "\(product)#\(slot + 1)"
    return ProductLink(
      product: slots[slot], share: share, intent: intent, stream: Stream(seed: seed, name: "\(origin).orders.\(name)"))
  }

  /// The products of a store as visitors with some intent meet them; slots of product tests have equal parts.
  func links(from origin: String, store: Int, intent: Parameter) -> [ProductLink] {
    if store == testedStore {
      return slots.indices.map { link(from: origin, slot: $0, share: 1 / Double(slots.count), intent: intent) }
    }
    return ordinaryLinks(from: origin, store: store, intent: intent)
  }

  private func ordinaryLinks(from origin: String, store: Int, intent: Parameter) -> [ProductLink] {
    scenario.products.entries.enumerated().compactMap { index, entry in
      guard scenario.storeIndex(entry.value.store) == store else { return nil }
      return ProductLink(
        product: place(of: index), share: scenario.share(of: entry.value), intent: intent,
        stream: Stream(seed: seed, name: "\(origin).orders.\(entry.name)"))
    }
  }
}
