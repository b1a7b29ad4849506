import Language
import Scenarios

/// Scenarios drawn from the schema: a few parts of each kind, and in every parameter a value from the sensible part of
/// its range. A parameter that is added to the model is drawn here without another word.
struct RandomScenario {
  private var random: RandomNumbers

  private init(number: Int) { random = RandomNumbers(seed: 0x5CE9_A210, world: number) }

  /// The first `count` scenarios without issues.
  static func first(_ count: Int) -> [Scenario] {
    Array((0...).lazy.map { scenario(number: $0) }.filter(\.issues.isEmpty).prefix(count))
  }

  private static func scenario(number: Int) -> Scenario {
    var drawing = RandomScenario(number: number)
    var scenario = drawing.parts()
    scenario.name = "random \(number)"
    for slot in scenario.slots {
      guard let value = drawing.value(of: slot, in: scenario) else { continue }
      slot.set(&scenario, value)
    }
    _ = scenario.normalizeSeasons()
    return scenario
  }

  // MARK: - Parts

  private mutating func parts() -> Scenario {
    var scenario = Scenario()
    for name in names("store", 1...2) { scenario.stores[name] = Store() }
    for name in names("supplier", 1...3) { scenario.suppliers[name] = supplier() }
    for name in names("channel", 0...2) { scenario.ads[name] = AdChannel() }
    for name in names("traffic", 0...2) { scenario.traffic[name] = NaturalTraffic() }
    for name in names("cost", 0...2) { scenario.costs[name] = FixedCost() }
    for name in names("product", 1...3) {
      var product = Product()
      for supplier in scenario.suppliers.names where random.happens(0.7) { product.offers[supplier] = Offer() }
      scenario.products[name] = product
    }
    return scenario
  }

  private mutating func names(_ stem: String, _ counts: ClosedRange<Int>) -> [String] {
    (0..<whole(counts)).map { "\(stem)\($0)" }
  }

  /// Closures are a list, which has no slots.
  private mutating func supplier() -> Supplier {
    var supplier = Supplier()
    for _ in 0..<whole(0...2) {
      var closure = Closure()
      closure.from = Self.day.adding(days: whole(-20...150)) ?? Self.day
      closure.days = Double(whole(1...30))
      supplier.closures.append(closure)
    }
    return supplier
  }

  // MARK: - Values

  /// nil leaves the parameter as it is.
  private mutating func value(of slot: Slot, in scenario: Scenario) -> FieldValue? {
    let info = slot.info
    // Weights that are drawn never sum to one.
    if slot.path.hasPrefix("scorecard.") { return nil }
    if info.isOptional, random.happens(Self.oftenOpen.contains(info.name) ? 0.85 : 0.4) { return nil }
    switch info.kind {
    case .text, .currency, .condition: return nil
    case .size: return .size(Size(number(-0.2...0.3)))
    case .opening: return .opening(.day(Double(whole(0...40))))
    case .date: return .date(Self.day.adding(days: whole(-40...40)) ?? Self.day)
    case .flag: return .flag(random.happens(0.5))
    case .choice(let words): return .text(words[whole(0...words.count - 1)])
    case .reference(let group) where group != "stores": return nil
    case .reference: return .text(scenario.stores.names[whole(0...scenario.stores.count - 1)])
    case .season: return .list((0..<12).map { _ in number(0.5...1.5) })
    case .amount: return .amount(amount())
    case .lag: return .lag(lag())
    case .wholeDays, .count: return .number(number(range(of: slot)).rounded())
    default: return .number(number(range(of: slot)))
    }
  }

  private func range(of slot: Slot) -> ClosedRange<Double> {
    let sensible = Self.sensible[slot.path] ?? Self.sensible[slot.info.name] ?? Self.sensible(slot.info.kind)
    return slot.info.range.map(sensible.clamped(to:)) ?? sensible
  }

  private mutating func amount() -> PeriodAmount {
    let periods: [PeriodAmount.Period] = [.day, .days(30), .month, .year, .once]
    let period = periods[whole(0...periods.count - 1)]
    return PeriodAmount(number(period == .day ? 0...5 : 0...200), period)
  }

  private mutating func lag() -> Lag {
    switch whole(0...2) {
    case 0: .fixed(Double(whole(0...15)))
    case 1: .lognormal(median: number(1...15), sigma: number(0.1...0.7))
    default: .uniform(number(0...5), number(5...20))
    }
  }

  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    // At an end now and then, where mistakes like to live.
    if random.happens(0.1) { return random.happens(0.5) ? range.lowerBound : range.upperBound }
    return range.lowerBound + (range.upperBound - range.lowerBound) * random.uniform()
  }

  private mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.uniform() * Double(range.count))
  }

  private static let day = CalendarDate(year: 2027, month: 3, day: 31) ?? .epoch

  /// Given in every product or channel they would contradict each other in most scenarios.
  private static let oftenOpen: Set = ["share", "cpm", "ctr"]

  /// What would take the shop out of the world of small shops: a few orders a day, and some money.
  private static let sensible: [String: ClosedRange<Double>] = [
    "months": 2...4, "cash.budget": 0...5_000, "budget": 0...60, "cpc": 0.2...1.5, "cpm": 4...20, "ctr": 0.005...0.05,
    "conversion": 0...0.08, "visits": 0...150, "price": 8...80, "reference_price": 8...80, "unit_cost": 1...20,
    "payment_fee_fixed": 0...0.5, "capacity": 0...10, "keep_it_threshold": 0...60, "saturation": 10...200,
    "creative_cost": 0...60, "credit_line": 0...2_000, "chargeback_fee": 0...20, "repeat_rate": 0...0.6,
    "carryover": 0...0.9, "ads_correlation": 0...1, "elasticity": 0...3,
  ]

  private static func sensible(_ kind: Kind) -> ClosedRange<Double> {
    switch kind {
    case .money, .moneyPerDay: 0...15
    case .share: 0...0.25
    case .rate: -0.3...0.5
    case .days: 0...30
    case .wholeDays: 0...20
    case .count: 0...50
    default: 0...1.5
    }
  }
}
