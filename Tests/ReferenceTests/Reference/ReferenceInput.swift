import Scenarios

extension Scenario {
  /// What is the same as another amount is in the same currency.
  mutating func quoteLike(_ origin: String?, _ slot: Slot) {
    guard slot.info.kind.isMoney, let origin else { return }
    quotes.quote(slot.path, in: quotes[origin])
  }
}

/// What one world is given: its numbers, the calendar, and names turned into places.
struct ReferenceInput {
  /// A product; a tested one once for each slot.
  struct SuppliedProduct {
    /// Its place in the scenario.
    let place: Int
    var terms: Boxed<Product>
    let store: Int
    /// Its part of the store's visitors.
    let share: Double
    let offers: [(supplier: Int, terms: Offer)]
    let slot: Int?
    /// Shut by a rule or event.
    var isClosed = false
  }

  struct Channel {
    /// Its place in the scenario.
    let place: Int
    let terms: AdChannel
    let store: Int
    let opensOn: Int
    let slot: Int?
    /// What its ads have built up before the first day.
    var past = OpeningAds()
  }

  /// The currencies of an offer's prices; nil for the scenario's own, and for a price that names another than the
  /// supplier's: such a price is converted already.
  struct PriceCurrencies {
    var unitCost, shipping, express: Int?
  }

  struct Traffic {
    let terms: NaturalTraffic
    let store: Int
    let opensOn: Int
  }

  var scenario: Scenario
  /// With amounts as they are written; in `scenario` all are in the scenario's money.
  let written: Scenario
  /// Its amounts in other currencies.
  var quoted: QuotedAmounts
  let fault: ReferenceFault?
  var ruleFault: RuleFault?
  let book: RuleBook
  /// Is it the one path beside the worlds (model 14)?
  let isPlan: Bool
  let time: Time
  var products: [SuppliedProduct]
  /// As the operator gave it.
  private let given: Scenario
  private let uncertain: UncertainNumbers
  let channels: [Channel]
  let traffic: [Traffic]
  /// The currency of each supplier, by its place; nil for the scenario's own.
  let currencies: [Int?]
  /// The same of each store's processors, and of the prices of each offer of each product. Looked up once: a day asks for
  /// them with every order.
  let storeCurrencies: [Int?]
  let priceCurrencies: [[PriceCurrencies]]
  let tests: TestedProducts?

  /// - Parameter scenario: one without issues, its seasons of mean 1.
  init(_ scenario: Scenario, fault: ReferenceFault? = nil) {
    let uncertain = UncertainNumbers(scenario, fault: fault)
    self.init(scenario, given: scenario, Time(scenario), uncertain, fault: fault, isPlan: false)
  }

  /// What a spreadsheet would say of that scenario: every uncertain number at its mean.
  init(planOf scenario: Scenario) {
    var certain = scenario.settled.withoutChance
    for slot in scenario.slots {
      if case .same = scenario.uncertain[slot.path] { certain.quoteLike(scenario.origin(of: slot.path), slot) }
    }
    certain.uncertain = [:]
    let uncertain = UncertainNumbers(certain, fault: nil)
    self.init(certain, given: certain, Time(certain), uncertain, fault: nil, isPlan: true)
  }

  /// What one world finds: every uncertain number drawn.
  func drawn(_ random: inout RandomNumbers) -> ReferenceInput {
    guard !uncertain.isEmpty else { return self }
    var drawn = given
    uncertain.draw(into: &drawn, &random)
    var input = ReferenceInput(drawn, given: given, time, uncertain, fault: fault, isPlan: isPlan, quoted: quoted)
    input.ruleFault = ruleFault
    return input
  }

  /// The same with every amount in the scenario's money, at the rates of the first day.
  var inHomeMoney: ReferenceInput {
    guard !written.quotes.isEmpty else { return self }
    let home = written.inHomeMoney(quoted, written.currencies.entries.map(\.value.rate))
    var input = ReferenceInput(
      home, given: given, time, uncertain, fault: fault, isPlan: isPlan, written: written, quoted: quoted)
    input.ruleFault = ruleFault
    return input
  }

  private init(
    _ scenario: Scenario, given: Scenario, _ time: Time, _ uncertain: UncertainNumbers, fault: ReferenceFault?,
    isPlan: Bool, written: Scenario? = nil, quoted: QuotedAmounts? = nil
  ) {
    var scenario = scenario
    if written == nil { fault?.corrupt(&scenario) }
    self.written = written ?? scenario
    self.quoted = quoted?.of(scenario) ?? QuotedAmounts(scenario)
    let tests = TestedProducts(scenario)
    self.scenario = scenario
    self.given = given
    book = RuleBook(scenario)
    self.fault = fault
    self.time = time
    self.uncertain = uncertain
    self.isPlan = isPlan
    self.tests = tests
    products = Self.products(in: scenario, tests)
    channels = scenario.ads.entries.enumerated().flatMap { place, entry in
      let store = Self.store(entry.value.store, in: scenario)
      let opensOn = Self.opening(entry.value.opens, store, in: scenario)
      let slots = tests?.store == store ? (0..<(tests?.slots ?? 0)).map { Optional($0) } : [nil]
      let past = scenario.opening.ads[entry.name] ?? OpeningAds()
      return slots.map {
        Channel(place: place, terms: entry.value, store: store, opensOn: opensOn, slot: $0, past: past)
      }
    }
    traffic = scenario.traffic.entries.map { entry in
      let store = Self.store(entry.value.store, in: scenario)
      return Traffic(
        terms: entry.value, store: store, opensOn: Self.opening(entry.value.opens, store, in: scenario))
    }
    currencies = scenario.suppliers.entries.map { entry in
      entry.value.currency == scenario.currency ? nil : scenario.currencies.index(of: entry.value.currency)
    }
    storeCurrencies = scenario.stores.entries.map { entry in
      let code = entry.value.currency
      return code == scenario.currency ? nil : scenario.currencies.index(of: code)
    }
    priceCurrencies = Self.priceCurrencies(of: products, in: scenario, currencies)
  }

  private static func priceCurrencies(
    of products: [SuppliedProduct], in scenario: Scenario, _ currencies: [Int?]
  ) -> [[PriceCurrencies]] {
    products.map { product in
      let path = "products.\(scenario.products.names[product.place])"
      return product.offers.map { offer in
        guard let currency = currencies[offer.supplier] else { return PriceCurrencies() }
        func unlessQuoted(_ path: String) -> Int? { scenario.quotes[path] == nil ? currency : nil }
        let offered = "\(path).offers.\(scenario.suppliers.names[offer.supplier])"
        return PriceCurrencies(
          unitCost: unlessQuoted("\(offered).unit_cost"), shipping: unlessQuoted("\(offered).shipping_cost"),
          express: unlessQuoted("\(path).express.cost"))
      }
    }
  }

  /// Own stock is what the scenario gives an order quantity; a world that draws none of it buys nothing.
  func isOwnStock(_ product: Int, from supplier: Int) -> Bool {
    let (name, entry) = (given.suppliers.names[supplier], given.products.entries[product])
    let isUncertain = given.uncertain["products.\(entry.name).offers.\(name).own_stock.order_quantity"] != nil
    return isUncertain || (entry.value.offers[name]?.ownStock.orderQuantity ?? 0) > 0
  }

  /// A part that names no store belongs to the first one.
  static func store(_ name: String, in scenario: Scenario) -> Int {
    scenario.stores.names.firstIndex(of: name) ?? 0
  }

  /// Nothing brings visitors to a store that is not open. One that is open on day 0 does not say since when.
  private static func opening(_ opening: Opening, _ store: Int, in scenario: Scenario) -> Int {
    let (day, home) = (scenario.day(of: opening), scenario.day(of: scenario.stores.entries[store].value.opens))
    return home == 0 ? day : max(day, home)
  }

  private static func products(in scenario: Scenario, _ tests: TestedProducts?) -> [SuppliedProduct] {
    let names = scenario.suppliers.names
    let entries = zip(scenario.products.entries.map(\.value), shares(in: scenario))
    return entries.enumerated().flatMap { place, entry -> [SuppliedProduct] in
      let (product, share) = entry
      let offers = product.offers.entries.compactMap { offer in
        names.firstIndex(of: offer.name).map { ($0, offer.value) }
      }
      let slots = tests?.product == place ? tests?.slots ?? 0 : 0
      let copies = slots > 0 ? (0..<slots).map { Optional($0) } : [nil]
      return copies.map {
        SuppliedProduct(
          place: place, terms: Boxed(product), store: store(product.store, in: scenario),
          share: share / Double(max(1, slots)), offers: offers, slot: $0)
      }
    }
  }

  /// As given, or equal parts of what the given ones leave of their store's visitors.
  private static func shares(in scenario: Scenario) -> [Double] {
    let products = scenario.products.entries.map(\.value)
    return products.map { product in
      if let share = product.share { return share }
      let siblings = products.filter { store($0.store, in: scenario) == store(product.store, in: scenario) }
      let given = siblings.compactMap(\.share).reduce(0, +)
      return (1 - given) / Double(siblings.count { $0.share == nil })
    }
  }
}
