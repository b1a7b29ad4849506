import Language

@testable import Scenarios

/// Values and scenarios drawn from the schema.
struct RandomScenarios {
  var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  private mutating func uniform() -> Double { Double.random(in: 0...1, using: &random) }

  /// A value that the field allows; nil only where it may be left open.
  mutating func value(of info: FieldInfo, stores: [String] = []) -> FieldValue? {
    if info.isOptional, uniform() < 0.3 { return nil }
    let range = info.range ?? 0...1
    switch info.kind {
    case .money, .moneyPerDay, .share, .rate, .days, .measure, .factor: return .number(number(in: range))
    case .wholeDays: return .number(number(in: range).rounded())
    case .count(let noun):
      let number = number(in: range)
      return .number(noun.hasPrefix("visits") ? number : number.rounded())
    case .amount: return .amount(PeriodAmount(number(in: range), period()))
    case .lag: return .lag(lag(in: range))
    case .season: return .list((0..<12).map { _ in max(number(in: range), 0.01) })
    case .size: return .size(Size((number(in: range) * 100).rounded() / 100))
    case .opening: return .opening(.day(number(in: range).rounded()))
    case .condition: return .text("roas(4) >= 1.4")
    case .actions: return .text("pause ads")
    case .chance:
      let per: Kind.RatePeriod? = [.month, .year, nil].randomElement(using: &random) ?? nil
      return .chance(Chance(number(in: 0...1), per: per))
    case .text: return .text(Self.names.randomElement(using: &random) ?? "name")
    case .currency: return .text(["USD", "EUR", "CNY"].randomElement(using: &random) ?? "USD")
    case .date: return CalendarDate(daysSinceEpoch: Int.random(in: 0..<80_000, using: &random)).map(FieldValue.date)
    case .flag: return .flag(Bool.random(using: &random))
    case .choice(let words): return words.randomElement(using: &random).map(FieldValue.text)
    case .reference("stores"): return stores.randomElement(using: &random).map(FieldValue.text)
    case .reference: return nil
    }
  }

  /// The ends, plain decimals, and numbers of every size in between.
  private mutating func number(in range: ClosedRange<Double>) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    let number: Double
    switch Int.random(in: 0..<6, using: &random) {
    case 0: number = low
    case 1: number = high
    case 2: number = ((low + (high - low) * uniform()) * 100).rounded() / 100
    case 3: number = low + (high - low) * uniform() * uniform() * uniform() * uniform()
    case 4: number = low + (high - low) * 1e-12 * uniform()
    default: number = low + (high - low) * uniform()
    }
    return min(max(number, low), high)
  }

  private mutating func period() -> PeriodAmount.Period {
    let days = PeriodAmount.Period.days(2 + (3000 * uniform()).rounded() / 4)
    return [.day, .month, .year, .once, days].randomElement(using: &random) ?? .month
  }

  private mutating func lag(in range: ClosedRange<Double>) -> Lag {
    let (a, b) = (number(in: range), number(in: range))
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return .fixed(a)
    case 1 where a > 0: return .lognormal(median: a, sigma: 0.01 + 1.9 * uniform())
    default: return a == b ? .fixed(a) : .uniform(min(a, b), max(a, b))
    }
  }

  private static let names = [
    "lamp shop", "小店：第一家", "it's \"quoted\" \\ here", "null", "~", "yes", "017", "2027-01-01", "- dash", "# hash",
    "a: b",
    "a #b", "{x}", "[1]", "*star", "&and", "!bang", "%", " lead", "trail ", "a, b", "@", "`", "e\u{301}", "|", ">",
    "1e5",
  ]

  // MARK: Scenarios

  private static let partNames = ["a", "义乌", "x-1", "null", "yes", "-", "_", "1", "Meta", "\u{E9}"]

  private mutating func parts<Part: Described>(_ count: ClosedRange<Int>) -> Named<Part> {
    var parts = Named<Part>()
    for name in Self.partNames.shuffled(using: &random).prefix(Int.random(in: count, using: &random)) {
      parts[name] = Part()
    }
    return parts
  }

  /// A scenario in order, as the reader would give it.
  mutating func scenario() -> Scenario {
    var scenario = Scenario()
    scenario.costs = parts(0...3)
    scenario.suppliers = parts(1...3)
    scenario.stores = parts(1...2)
    scenario.products = parts(1...3)
    scenario.ads = parts(0...3)
    scenario.traffic = parts(0...2)
    for product in scenario.products.names {
      for supplier in scenario.suppliers.names.shuffled(using: &random).prefix(2) {
        scenario.products[product]?.offers[supplier] = Offer()
      }
    }
    let stores = scenario.stores.names
    for slot in scenario.slots { slot.set(&scenario, value(of: slot.info, stores: stores)) }
    for supplier in scenario.suppliers.names { scenario.suppliers[supplier]?.closures = closures() }
    settle(&scenario)
    quote(&scenario)
    scenario.rules = (0..<Int.random(in: 0...2, using: &random)).map { _ in rule(for: scenario) }
    scenario.events = (0..<Int.random(in: 0...2, using: &random)).map { event($0, for: scenario) }
    return scenario
  }

  /// Some amounts, and a store, are in another currency.
  private mutating func quote(_ scenario: inout Scenario) {
    for code in ["USD", "GBP"] where code != scenario.currency && uniform() < 0.6 {
      var currency = Currency()
      for field in Currency.shape.fields { field.set(&currency, value(of: field.info)) }
      scenario.currencies[code] = currency
    }
    guard let code = scenario.currencies.names.randomElement(using: &random) else { return }
    for slot in scenario.slots where slot.info.kind.isMoney && slot.get(scenario) != nil && uniform() < 0.3 {
      scenario.quotes.quote(slot.path, in: code)
    }
    // What is on its way is in the scenario's money.
    if let store = scenario.stores.names.first, scenario.opening.isEmpty { scenario.stores[store]?.currency = code }
    scenario.settleQuotes()
  }

  private mutating func rule(for scenario: Scenario) -> Rule {
    Rule("when \(condition(for: scenario)) then \(action(for: scenario)), \(action(for: scenario)) every 3 days")
  }

  private mutating func condition(for scenario: Scenario) -> String {
    let figures = ["cash < 500", "ads.orders(7) > 2", "stores.refund_rate(30) > 8 %", "not suppliers.open", "day = 3"]
    return figures.shuffled(using: &random).prefix(2).map { naming($0, scenario) }.joined(separator: " and ")
  }

  private mutating func action(for scenario: Scenario) -> String {
    let live = scenario.slots.filter { slot in
      guard case .number? = slot.get(scenario) else { return false }
      return slot.info.isLive
    }
    // Not every live parameter of the schema is in use: only own stock has an order quantity.
    let path =
      live.shuffled(using: &random).first { slot in
        scenario.faults(inRules: [Fragment("when day = 3 then \(slot.path) *= 0.9")]).isEmpty
      }?.path ?? "cash.credit_line"
    return ["\(path) *= 0.9", "pause ads", "close suppliers"].randomElement(using: &random) ?? "pause ads"
  }

  /// `ads.orders(7)` as that of one of the channels; of the business where there is none.
  private func naming(_ text: String, _ scenario: Scenario) -> String {
    let groups = [
      ("ads.", scenario.ads.names), ("stores.", scenario.stores.names), ("suppliers.", scenario.suppliers.names),
    ]
    return groups.reduce(text) { text, group in
      text.replacing(group.0, with: group.1.first.map { "\(group.0)\($0)." } ?? "")
    }
  }

  private mutating func event(_ number: Int, for scenario: Scenario) -> Event {
    var event = Event()
    for field in Event.shape.fields { field.set(&event, value(of: field.info)) }
    event.name = "event \(number)"
    event.when = Bool.random(using: &random) ? condition(for: scenario) : ""
    event.then = action(for: scenario)
    if event.from == nil { event.chance = Chance(0.02, per: .month) }
    return event
  }

  private mutating func closures() -> [Closure] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      var closure = Closure()
      for field in Closure.shape.fields { field.set(&closure, value(of: field.info)) }
      return closure
    }
  }

  /// Settles what parts must agree on.
  private func settle(_ scenario: inout Scenario) {
    // Storage by volume asks for a size.
    for product in scenario.products.names where scenario.products[product]?.parcel.volume == nil {
      for offer in scenario.products[product]?.offers.names ?? [] {
        scenario.products[product]?.offers[offer]?.ownStock.storageByVolume = 0
      }
    }
    scenario.scorecard = ScoreWeights()
    for product in scenario.products.names {
      scenario.products[product]?.share = nil
      scenario.products[product]?.returnRate *= 0.25
      if let price = scenario.products[product]?.price, scenario.products[product]?.referencePrice == nil {
        scenario.products[product]?.referencePrice = price
      }
    }
    // Product tests need a store of their own; they have tests of their own too.
    scenario.productTests.candidates = 0
    scenario.returns.fraudRate *= 0.25
    for supplier in scenario.suppliers.names {
      scenario.suppliers[supplier]?.lostRate *= 0.25
      scenario.suppliers[supplier]?.defectRate *= 0.25
    }
    let reputation = scenario.opening.reputation
    if reputation.bad == nil || reputation.orders == nil { scenario.opening.reputation = OpeningReputation() }
    for name in scenario.ads.names {
      guard var channel = scenario.ads[name] else { continue }
      let isByViews = channel.clickPrice == nil
      channel.thousandViewsPrice = isByViews ? 8 : nil
      channel.clickThrough = isByViews ? 0.01 : nil
      scenario.ads[name] = channel
    }
  }

  /// Changes of any parameters that keep the scenario in order; empty when the drawn ones did not.
  mutating func strategy(for scenario: Scenario) -> Strategy {
    let stores = scenario.stores.names
    let changes = scenario.slots.shuffled(using: &random).prefix(4).map { slot in
      Strategy.Change(path: slot.path, value: value(of: slot.info, stores: stores))
    }
    let strategy = Strategy(name: "lean", changes: changes, rules: [rule(for: scenario)])
    return scenario.applying(strategy).issues.isEmpty ? strategy : Strategy(name: "lean", changes: [])
  }
}
