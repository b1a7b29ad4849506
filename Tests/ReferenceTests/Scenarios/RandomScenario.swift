import Language
import Statistics

@testable import Scenarios

/// Scenarios drawn from the schema: a few parts of each kind, and in every parameter a value from the sensible part of
/// its range. A parameter that is added to the model is drawn here without another word.
struct RandomScenario {
  private var random: RandomNumbers

  private init(number: Int, seed: UInt64 = 0x5CE9_A210) { random = RandomNumbers(seed: seed, world: number) }

  /// The first `count` scenarios without issues.
  static func first(_ count: Int) -> [Scenario] {
    Array((0...).lazy.map { scenario(number: $0) }.filter(\.issues.isEmpty).prefix(count))
  }

  private static func scenario(number: Int) -> Scenario {
    var drawing = RandomScenario(number: number)
    var scenario = drawing.parts()
    scenario.name = "random \(number)"
    for slot in scenario.slots where !isDrawnLater(slot.path) {
      guard let value = drawing.value(of: slot, in: scenario) else { continue }
      slot.set(&scenario, value)
    }
    drawing.settle(&scenario)
    drawing.quote(&scenario)
    _ = scenario.normalizeSeasons()
    if drawing.random.happens(0.7) { drawing.blur(&scenario) }
    var money = RandomScenario(number: number, seed: 0x10A7_5EED)
    money.borrow(&scenario)
    var parcels = RandomScenario(number: number, seed: 0x0F4E_1647)
    parcels.weigh(&scenario)
    var trade = RandomScenario(number: number, seed: 0x73AD_E0AF)
    trade.trade(&scenario)
    return scenario
  }

  /// Is it for ``borrow(_:)``, ``weigh(_:)`` or ``trade(_:)``?
  private static func isDrawnLater(_ path: String) -> Bool {
    path.hasPrefix("ads.") && path.hasSuffix(".account") || path.hasSuffix(".card") || isTermOfStock(path)
      || isOfParcels(path) || isOfTheTrade(path)
  }

  private static func isOfTheTrade(_ path: String) -> Bool {
    path.hasPrefix("operations.messages.") || path.hasPrefix("traffic.") && path.hasSuffix(".commission")
      || path == "tax.period" || path == "tax.vat_period"
  }

  /// Affiliates, messages, periods of tax, and holidays of every year, with draws of their own too.
  private mutating func trade(_ scenario: inout Scenario) {
    guard random.happens(0.5) else { return }
    for slot in scenario.slots where Self.isOfTheTrade(slot.path) {
      guard let value = value(of: slot, in: scenario) else { continue }
      slot.set(&scenario, value)
    }
    for name in scenario.suppliers.names where random.happens(0.3) {
      var closure = Closure()
      closure.from = holiday()
      closure.days = Double(whole(1...20))
      scenario.suppliers[name]?.closures.append(closure)
    }
    guard let supplier = scenario.suppliers.names.first, random.happens(0.4) else { return }
    var event = Event()
    event.name = "holiday"
    event.from = holiday()
    event.lasts = .uniform(3, 12)
    event.chance = random.happens(0.5) ? Chance(0.6, per: nil) : nil
    event.then = "close suppliers.\(supplier)"
    scenario.events.append(event)
  }

  private mutating func holiday() -> Opening {
    .holiday(random.happens(0.5) ? .chineseNewYear : .goldenWeek, offset: whole(-20...20))
  }

  private static func isOfParcels(_ path: String) -> Bool {
    path.contains(".parcel.")
      || ["freight", "tariff", "head_freight", "storage_by_volume"].contains { path.hasSuffix(".\($0)") }
  }

  /// Parcels that pay by weight, with draws of their own too.
  private mutating func weigh(_ scenario: inout Scenario) {
    guard random.happens(0.5) else { return }
    for name in names("line", 1...2) {
      var freight = Freight()
      for zone in names("zone", 0...2) { freight.zones[zone] = FreightZone() }
      scenario.freight[name] = freight
    }
    for name in names("tariff", 0...1) { scenario.tariffs[name] = Tariff() }
    func isMine(_ slot: Slot) -> Bool {
      slot.path.hasPrefix("freight.") || slot.path.hasPrefix("tariffs.") || Self.isOfParcels(slot.path)
    }
    for slot in scenario.slots where isMine(slot) {
      guard let value = value(of: slot, in: scenario) else { continue }
      slot.set(&scenario, value)
    }
    // What is charged by weight or volume must be known.
    for name in scenario.products.names {
      guard var product = scenario.products[name] else { continue }
      product.parcel.weight = product.parcel.weight ?? 300
      product.parcel.length = product.parcel.length ?? 25
      product.parcel.width = product.parcel.width ?? 20
      product.parcel.height = product.parcel.height ?? 8
      scenario.products[name] = product
    }
    for slot in scenario.slots where isMine(slot) && slot.get(scenario) != nil && random.happens(0.15) {
      if let value = uncertainValue(of: slot, in: scenario) { slot.set(&scenario, value) }
    }
    guard let code = scenario.currencies.names.last else { return }
    for slot in scenario.slots where isMine(slot) && slot.info.kind.isMoney && random.happens(0.25) {
      scenario.quotes.quote(slot.path, in: code)
    }
  }

  private static func isTermOfStock(_ path: String) -> Bool {
    ["deposit", "balance_days", "minimum_order"].contains { path.hasSuffix(".own_stock.\($0)") }
  }

  /// Lenders and ad accounts have draws of their own, so that all else is as it was without them.
  private mutating func borrow(_ scenario: inout Scenario) {
    for name in names("loan", 0...1) { scenario.loans[name] = Loan() }
    for name in names("advance", 0...1) { scenario.advances[name] = Advance() }
    for name in names("account", 0...2) { scenario.adAccounts[name] = AdAccount() }
    for name in scenario.ads.names where random.happens(0.6) {
      let accounts = scenario.adAccounts.names
      if !accounts.isEmpty { scenario.ads[name]?.account = accounts[whole(0...accounts.count - 1)] }
    }
    for name in names("card", 0...1) {
      scenario.cards[name] = Card()
      for supplier in scenario.suppliers.names where random.happens(0.4) { scenario.suppliers[supplier]?.card = name }
      for channel in scenario.ads.names where scenario.ads[channel]?.account.isEmpty == true && random.happens(0.5) {
        scenario.ads[channel]?.card = name
      }
      for account in scenario.adAccounts.names where random.happens(0.5) { scenario.adAccounts[account]?.card = name }
    }
    let groups = ["cards.", "loans.", "advances.", "ad_accounts."]
    for slot in scenario.slots where groups.contains(where: slot.path.hasPrefix) || Self.isTermOfStock(slot.path) {
      guard let value = value(of: slot, in: scenario) else { continue }
      slot.set(&scenario, value)
    }
    for name in scenario.adAccounts.names where scenario.adAccounts[name]?.threshold == nil {
      scenario.adAccounts[name]?.threshold = number(10...300)
    }
  }

  // MARK: - Parts

  private mutating func parts() -> Scenario {
    var scenario = Scenario()
    for code in ["CNY", "EUR"] where random.happens(0.5) { scenario.currencies[code] = Currency() }
    for name in names("account", 0...1) { scenario.payoutAccounts[name] = PayoutAccount() }
    for name in names("store", 1...2) { scenario.stores[name] = store() }
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

  /// Ways to be paid share all sales; the steps of a hold are a list, which has no slots.
  private mutating func store() -> Store {
    var store = Store()
    if random.happens(0.4) {
      for name in names("way", 1...3) { store.payments[name] = PaymentWay() }
    }
    for _ in 0..<whole(0...2) {
      var step = HoldStep()
      step.above = number(0...0.1)
      step.times = number(0...10)
      store.holdMultiplier.append(step)
    }
    return store
  }

  /// Closures are a list, which has no slots.
  private mutating func supplier() -> Supplier {
    var supplier = Supplier()
    supplier.region = random.happens(0.5) ? "east" : ""
    for _ in 0..<whole(0...2) {
      var closure = Closure()
      closure.from = .date(Self.day.adding(days: whole(-20...150)) ?? Self.day)
      closure.days = Double(whole(1...30))
      supplier.closures.append(closure)
    }
    return supplier
  }

  /// What parts must agree on.
  private mutating func settle(_ scenario: inout Scenario) {
    for name in scenario.stores.names {
      guard var store = scenario.stores[name], !store.payments.isEmpty else { continue }
      let weights = store.payments.names.map { _ in number(0.1...1) }
      for (way, weight) in zip(store.payments.names, weights) {
        store.payments[way]?.share = weight / weights.reduce(0, +)
      }
      scenario.stores[name] = store
    }
    for product in scenario.products.names {
      for offer in scenario.products[product]?.offers.names ?? [] where random.happens(0.7) {
        scenario.products[product]?.offers[offer]?.ownStock = OwnStock()
      }
    }
    if random.happens(0.6) { test(&scenario) } else { scenario.productTests = ProductTests() }
  }

  /// The first product is tested, in a store of its own.
  private mutating func test(_ scenario: inout Scenario) {
    let (stores, products) = (scenario.stores.names, scenario.products.names)
    for name in products { scenario.products[name]?.store = stores[stores.count - 1] }
    scenario.products[products[0]]?.store = stores[0]
    scenario.products[products[0]]?.share = nil
    if stores.count == 1 {
      for name in products.dropFirst() { scenario.products[name] = nil }
    }
    if let channel = scenario.ads.names.first { scenario.ads[channel]?.store = stores[0] }
    scenario.productTests.product = random.happens(0.5) ? products[0] : ""
    scenario.productTests.candidates = Double(whole(1...8))
    scenario.productTests.live = Double(whole(1...3))
    let conditions = ["roas(4) >= 1.4", "orders(3) > 3", "cpa(5) < 15", "margin(4) >= 5 %", "clicks(2) < 60"]
    scenario.productTests.keepIf = conditions[whole(0...conditions.count - 1)]
    let ends = ["roas(7) < 1.1", "revenue(5) < 100", "roas(7) < 2 and spend(7) >= 40"]
    scenario.productTests.stopIf = random.happens(0.7) ? ends[whole(0...ends.count - 1)] : ""
    if let law = try? Law(percentiles: [(0.05, number(0.002...0.01)), (0.95, number(0.02...0.15))]) {
      scenario.productTests.conversion = Size(law, text: "a range")
    }
  }

  /// Some amounts are in another currency.
  private mutating func quote(_ scenario: inout Scenario) {
    guard let code = scenario.currencies.names.last, random.happens(0.6) else { return }
    for slot in scenario.slots
    where slot.info.kind.isMoney && !slot.path.hasPrefix("opening.") && !Self.isDrawnLater(slot.path) {
      if random.happens(0.25) { scenario.quotes.quote(slot.path, in: random.happens(0.9) ? code : scenario.currency) }
    }
  }

  // MARK: - Values

  /// nil leaves the parameter as it is.
  private mutating func value(of slot: Slot, in scenario: Scenario) -> FieldValue? {
    let info = slot.info
    // Weights that are drawn never sum to one.
    if slot.path.hasPrefix("scorecard.") { return nil }
    // What a running business has on its way belongs together: OwnScenarios has one.
    if slot.path.hasPrefix("opening.") { return nil }
    if info.isOptional, random.happens(Self.oftenOpen.contains(info.name) ? 0.85 : 0.4) { return nil }
    switch info.kind {
    case .text, .currency, .condition: return nil
    case .size: return .size(Size(number(-0.2...0.3)))
    case .opening: return .opening(.day(random.happens(0.6) ? 0 : Double(whole(0...40))))
    case .date: return .date(Self.day.adding(days: whole(-40...40)) ?? Self.day)
    case .flag: return .flag(random.happens(0.5))
    case .choice(let words): return .text(words[whole(0...words.count - 1)])
    case .reference("payout_accounts"): return scenario.payoutAccounts.names.first.map(FieldValue.text)
    case .reference("fx"): return scenario.currencies.names.first.map(FieldValue.text)
    case .reference("freight"): return .text(scenario.freight.names[whole(0...scenario.freight.count - 1)])
    case .reference("tariffs"): return scenario.tariffs.names.first.map(FieldValue.text)
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

  // MARK: - Uncertain numbers

  /// Makes some numbers uncertain, two of them correlated and a few the same as their likes.
  private mutating func blur(_ scenario: inout Scenario) {
    for slot in scenario.slots where !Self.isDrawnLater(slot.path) && random.happens(0.15) {
      if let value = uncertainValue(of: slot, in: scenario) { slot.set(&scenario, value) }
    }
    let ranges = scenario.slots.filter { scenario.uncertain[$0.path] != nil }
    for slot in scenario.slots where scenario.uncertain[slot.path] == nil && !slot.info.isCertain {
      guard slot.get(scenario) != nil, let like = ranges.first(where: { $0.info.name == slot.info.name }),
        like.info.kind == slot.info.kind, random.happens(0.5)
      else { continue }
      slot.set(&scenario, .uncertain(.same(as: like.path)))
    }
    guard ranges.count > 1 else { return }
    let first = whole(0...ranges.count - 2)
    scenario.correlations = [
      Correlation(
        paths: [ranges[first].path, ranges[first + 1].path], rho: number(-0.9...0.9),
        crashesTogether: random.happens(0.3))
    ]
  }

  /// Written and read, as an operator would give it; nil for what is the same in every world.
  private mutating func uncertainValue(of slot: Slot, in scenario: Scenario) -> FieldValue? {
    guard !slot.info.isCertain else { return nil }
    var range = range(of: slot)
    var unit = ""
    switch slot.get(scenario) {
    case .number:
      if case .rate(let period) = slot.info.kind { unit = " per \(period.rawValue)" }
      if case .measure(let measure) = slot.info.kind { unit = " \(measure.rawValue)" }
    case .amount(let amount) where amount.period == .month: (range, unit) = (0...200, " USD per month")
    default: return nil
    }
    let width = range.upperBound - range.lowerBound
    let ends = [0.05...0.3, 0.35...0.6, 0.65...0.95].map { part in
      "\((range.lowerBound + width * number(part)))\(unit)"
    }
    let (low, middle, high) = (ends[0], ends[1], ends[2])
    let spellings = [
      "\(low) to \(high)", "\(low) to \(high) likely \(middle)", "p10 \(low) p90 \(high)", "uniform(\(low), \(high))",
      "60%: \(low) | 40%: \(middle) to \(high)", "30% chance \(middle)",
    ]
    return try? slot.info.read(
      Fragment(spellings[whole(0...spellings.count - 1)]), currency: scenario.currency, columns: noColumns)
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
    "carryover": 0...0.9, "ads_correlation": 0...1, "elasticity": 0...3, "brand.spend": 0...10, "scale": 1...15,
    "reputation_weight": 0...8, "common_cause": 0...1, "delisting_rate": 0...0.1, "hold_share": 0...1,
    "ticket_cost": 0...3, "ticket_minutes": 0...10, "order_minutes": 0...10, "uptake": 0...0.6, "slide_factor": 0...6,
    "test_spend": 20...200, "test_days": 1...8, "storage": 0...2, "leftover_share": 0...1, "seller_share": 0...1,
    "duty_per_order": 0...4, "rate": 0.05...1.5, "return_shipping": 0...10, "candidates": 0...0, "tax.rate": 0...0.5,
    "interest_rate": 0...0.5, "spread": 0...0.04, "fee_fixed": 0...5, "payout_accounts.account0.fee": 0...0.03,
    "payout_accounts.account0.days": 0...6, "loans.loan0.amount": 0...3_000, "advances.advance0.amount": 0...1_000,
    "cards.card0.limit": 0...1_500, "statement_day": 1...28, "due_days": 0...30,
    "weight": 50...900, "length": 5...50, "width": 5...40, "height": 2...30, "first_weight": 0...600,
    "step_weight": 1...500, "volume_divisor": 4_000...9_000, "kilogram_price": 0...20, "parcel_fee": 0...4,
    "first_price": 0...6, "surcharge": 0...0.5, "duty_per_line": 0...3, "storage_by_volume": 0...2,
    "freight.line0.zones.zone0.share": 0...0.5, "freight.line0.zones.zone1.share": 0...0.5,
    "freight.line1.zones.zone0.share": 0...0.5, "freight.line1.zones.zone1.share": 0...0.5,
    "threshold": 10...300, "top_up": 0...200, "lost_on_ban": 0...1,
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
