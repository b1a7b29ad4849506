import CRows
package import Scenarios
package import Statistics

/// A scenario made ready for the engine: calendars by day, indices instead of names, streams and rows instead of
/// entities.
///
/// Compiling is the last place where anything about a scenario can be wrong; a program always runs.
package struct Program: Sendable {
  /// Goes into every fingerprint: runs of different versions are not the same run.
  package static let streamVersion = 1
  /// The machine that the running build of the engine's loops is made for.
  package static var build: String { String(cString: crows_build()) }

  /// Does something in each build of the loops that this machine can run: all give the same results.
  package static func onEachBuild<Result>(_ work: () -> Result) -> [(build: String, result: Result)] {
    let usual = build
    var done: [(build: String, result: Result)] = []
    for isBase in [true, false] {
      crows_use_base(isBase)
      if done.contains(where: { $0.build == build }) { continue }
      done.append((build, work()))
    }
    crows_use_base(done.first?.build == usual)
    return done
  }

  package let days: Int
  /// The reported month of each day.
  let monthOfDay: [Int]
  /// The calendar month of each day, January = 0.
  let calendarMonth: [Int]
  let months: Int
  let parameters: Parameters
  let budget: Parameter
  let creditLine: Parameter
  let interestRate: Parameter
  let taxRate: Parameter
  /// How many reported months lie between two returns of income tax, and of VAT.
  let taxMonths: Int
  let vatMonths: Int
  let commonCause: Parameter
  let fixedCosts: [FixedCostProgram]
  let market: MarketProgram
  let channels: [ChannelProgram]
  let traffic: [TrafficProgram]
  let products: [ProductProgram]
  let stores: [StoreProgram]
  let suppliers: [SupplierProgram]
  let returns: ReturnsProgram
  let operations: OperationsProgram
  let brand: BrandProgram
  let insurance: InsuranceProgram
  /// What a running business begins with.
  let opening: OpeningProgram?
  /// Who lends money; nil where nobody does.
  let lenders: LendersProgram?
  let adAccounts: [AdAccountProgram]
  let cards: [CardProgram]
  let currencies: [CurrencyProgram]
  /// Do amounts in other currencies follow rates that move, and do those of ads?
  let amountsMove: Bool
  let adsFollowRates: Bool
  /// What may strike all suppliers of a region at once, a stream each.
  let regions: [Stream]
  let tests: ProductTestsProgram?
  /// What makes a candidate of product tests stay, and what makes it go.
  let keepIf: TestCondition?
  let stopIf: TestCondition?
  let rules: RuleProgram
  let watch: WatchProgram
  /// The metrics that can be anything but 0: columns of others take no room.
  let told: [Metric]
  package let seed: UInt64
  private let scenario: Scenario
  private let pins: Pins
  /// How the draws of uncertain parameters go together; nil where they do not.
  package let copula: Copula?

  /// - Parameters:
  ///   - scenario: one without `issues`.
  ///   - pins: what is taken away from it.
  package init(_ scenario: Scenario, seed: UInt64, pins: Pins = Pins()) {
    self.scenario = scenario
    self.pins = pins
    told = Metric.reported(of: scenario)
    var scenario = scenario.settled
    _ = scenario.normalizeSeasons()
    self.seed = seed
    var compiler = Compiler(scenario, seed: seed, pins: pins)
    days = compiler.calendar.days
    months = scenario.monthCount
    monthOfDay = compiler.calendar.reportedMonth
    calendarMonth = compiler.calendar.calendarMonth
    budget = compiler.parameter("cash.budget", scenario.cash.budget)
    creditLine = compiler.parameter("cash.credit_line", scenario.cash.creditLine)
    interestRate = compiler.parameter("cash.interest_rate", scenario.cash.interestRate)
    taxRate = compiler.parameter("tax.rate", scenario.tax.rate)
    taxMonths = scenario.tax.period.months
    vatMonths = scenario.tax.vatPeriod.months
    commonCause = compiler.parameter("common_cause", scenario.commonCause)
    market = MarketProgram(scenario.market, &compiler)
    currencies = scenario.currencies.entries.map { CurrencyProgram($0.value, "fx.\($0.name)", &compiler) }
    regions = compiler.regions.map { Stream(seed: seed, name: "regions.\($0).failure") }
    stores = scenario.stores.entries.map { StoreProgram($0.value, "stores.\($0.name)", &compiler) }
    suppliers = scenario.suppliers.entries.map { SupplierProgram($0.value, "suppliers.\($0.name)", &compiler) }
    returns = ReturnsProgram(scenario.returns, &compiler)
    operations = OperationsProgram(scenario.operations, &compiler)
    brand = BrandProgram(scenario.brand, &compiler)
    insurance = InsuranceProgram(scenario.insurance, &compiler)
    products = ProductProgram.all(&compiler)
    opening = OpeningProgram(products, &compiler)
    channels = ChannelProgram.all(&compiler)
    tests = ProductTestsProgram(channels, &compiler)
    traffic = scenario.traffic.entries.map { TrafficProgram($0.value, "traffic.\($0.name)", &compiler) }
    fixedCosts = FixedCostProgram.all(in: scenario, &compiler)
    lenders = LendersProgram(&compiler)
    adAccounts = AdAccountProgram.all(&compiler)
    cards = CardProgram.all(&compiler)
    let figures = FigureCompiler(
      scenario: scenario, channels: channels, products: products, slots: compiler.slots,
      slotChannels: tests?.slots.map(\.channels) ?? [])
    var rules = RuleCompiler(figures, compiler)
    keepIf = rules.testCondition(tests == nil ? "" : scenario.productTests.keepIf)
    stopIf = rules.testCondition(tests == nil ? "" : scenario.productTests.stopIf)
    self.rules = rules.program
    var watch = rules.watch
    if traffic.contains(where: { $0.commission != nil }) { watch.watchAllOrigins() }
    self.watch = watch
    parameters = rules.compiler.sortedParameters
    let (rates, used) = (currencies, parameters.foreign.map(\.currency) + stores.compactMap(\.currency))
    amountsMove = used.contains { rates[$0].isUsed }
    adsFollowRates = scenario.quotes.paths.contains { $0.hasPrefix("ads.") || $0.hasPrefix("product_tests.") }
    copula = Copula(scenario, names: parameters.uncertain.map(\.path), seed: seed)
  }

  /// Is this one of its days? One comparison, whichever side the others lie on.
  func holds(_ day: Int) -> Bool { UInt(bitPattern: day) < UInt(bitPattern: days) }

  /// The same again, of parts of its own.
  func compiledAgain() -> Program { Program(scenario, seed: seed, pins: pins) }

  /// The numbers that differ between worlds, in the order of the scenario.
  package var uncertain: [UncertainParameter] { parameters.uncertain }
}

/// What compiling the parts of a scenario shares.
struct Compiler {
  let scenario: Scenario
  let calendar: Calendar
  let seed: UInt64
  let pins: Pins
  private(set) var parameters: Parameters
  let rules: [BoundRule]
  let events: [BoundEvent]
  /// Stores whose payouts events may hold, by their places.
  let heldStores: Set<Int>

  /// The regions of suppliers, in the order of the file.
  let regions: [String]
  /// The places in the program of the products of product tests, a slot each; none without tests.
  let slots: [Int]

  init(_ scenario: Scenario, seed: UInt64, pins: Pins) {
    self.scenario = scenario
    self.seed = seed
    self.pins = pins
    calendar = Calendar(scenario)
    rules = scenario.boundRules
    events = scenario.boundEvents
    let actions = rules.flatMap(\.actions) + events.flatMap(\.actions)
    parameters = Parameters(assigned: Set(actions.compactMap(\.assignedPath)), pins: pins.levels)
    heldStores = Set(
      actions.compactMap { action in if case .hold(.store(let store)) = action { store } else { nil } })
    regions = scenario.suppliers.entries.reduce(into: []) { regions, entry in
      if !regions.contains(entry.value.region) { regions.append(entry.value.region) }
    }
    slots = scenario.testedProduct.map { Array($0..<($0 + Int(scenario.productTests.live))) } ?? []
  }

  /// The place in the program of a product of the scenario; each slot of product tests is a product of its own there.
  func place(of product: Int) -> Int {
    guard let first = slots.first, product > first else { return product }
    return product + slots.count - 1
  }

  /// The first day of something in a store: not before the store's own. A store that is open on day 0 does not say since
  /// when, so what it has may be older.
  func opening(_ opening: Opening, store: Int) -> Int {
    let (day, home) = (scenario.day(of: opening), scenario.day(of: scenario.stores.entries[store].value.opens))
    return home == 0 ? day : max(day, home)
  }

  mutating func parameter(_ path: String, _ value: Double) -> Parameter { parameters.add(path, value, in: scenario) }

  /// No parameter where an optional number is not given.
  mutating func parameter(_ path: String, _ value: Double?) -> Parameter? { value.map { parameter(path, $0) } }

  var sortedParameters: Parameters {
    var sorted = parameters
    sorted.sort(like: scenario)
    return sorted
  }
}

extension BoundAction {
  fileprivate var assignedPath: String? {
    guard case .assign(let assignment) = self else { return nil }
    return assignment.path
  }
}

extension Scenario {
  /// The share of a store's visitors that each of its products gets: as given, or equal parts of what is left.
  package func share(of product: Product) -> Double {
    if let share = product.share { return share }
    let siblings = products.entries.map(\.value).filter { storeIndex($0.store) == storeIndex(product.store) }
    let given = siblings.compactMap(\.share).reduce(0, +)
    let open = siblings.count { $0.share == nil }
    return max(0, 1 - given) / Double(max(1, open))
  }
}
