import Scenarios
import Simulation

/// One world, order by order, as Documentation/Model.md tells it: slow, plain, and written without a look at the engine.
struct ReferenceWorld {
  var input: ReferenceInput
  var random: RandomNumbers
  var books: Books
  var market: ReferenceMarket
  var brand: ReferenceBrand
  var reputation: ReferenceReputation
  var channels: [ReferenceChannel]
  var traffic: [ReferenceNaturalTraffic]
  var currencies: [ReferenceCurrency]
  var suppliers: [ReferenceSupplier]
  /// By product, in order of preference.
  var offers: [[ReferenceOffer]]
  var accounts: [StoreAccount]
  var claims: [Claims]
  /// What suppliers are owed, by day.
  var bills: Schedule
  var state = StateDebts()
  /// In the order of the file; and by store, what customers have paid today.
  var loans: [LenderAccount]
  var advances: [LenderAccount]
  var salesOfDay: [Double]
  /// Orders of the product at hand that were accepted today, and what customers pay for them.
  var takenToday = (count: 0.0, value: 0.0)
  var profitOfLastMonth = 0.0
  /// By the owner, by rules.
  var takenOut = 0.0
  var adAccounts: [ReferenceAdAccount]
  var cards: [ReferenceCard]
  /// Debts of before to the state and to others, by day.
  var oldTaxes: Schedule
  var oldDebts: Schedule
  /// By fate: how many orders end so, by day.
  var endings: [Schedule]
  /// By product: repeat orders, by day.
  var repeats: [Schedule]
  /// By product: repeat orders for candidates that were dropped.
  var strandedRepeats: [Schedule]
  /// By product: accepted orders at offers that were shut without anybody knowing, oldest first.
  var waiting: [[Order]]
  /// By product: orders of before that no supplier has been asked for yet.
  var unsent: [[Order]]
  /// Orders as they were shipped, where somebody wants to know.
  var shipments: [(day: Int, due: Int)]?
  /// What was on its way on the first morning, and orders of before: all, and those that had ended.
  var openingWorth = 0.0
  var openingOrders = 0.0
  var endedBefore = 0.0
  var slots: [ReferenceSlot]
  var candidatesTried = 0
  var openOrders = 0.0
  /// Net profit of the months of this quarter, before tax.
  var quarterProfit = 0.0
  /// The money it began with.
  let budget: Double
  /// Worth at the end of each month so far.
  var worthOfMonths: [Double] = []
  /// Cash at the end of yesterday.
  var closedCash: Double
  var starvedDays = 0
  var ruinDay: Int?
  var ruinCause = RuinCause.none
  var quitDay: Int?
  var rules: ReferenceRules
  var diary: Diary
  /// 1 for what was open yesterday evening.
  var wasOpen: [Subject: Double] = [:]

  init(_ input: ReferenceInput, seed: UInt64, world: Int) {
    var random = RandomNumbers(seed: seed, world: world)
    let input = input.drawn(&random).inHomeMoney
    let (scenario, days, fault) = (input.scenario, input.time.days, input.fault)
    self.input = input
    self.random = random
    budget = scenario.cash.budget
    books = Books(months: input.time.months, cash: budget)
    closedCash = scenario.cash.budget
    market = ReferenceMarket(scenario.market, fault: fault)
    brand = ReferenceBrand(scenario.brand)
    reputation = ReferenceReputation(scenario.brand)
    channels = input.channels.map { ReferenceChannel($0, fault: fault) }
    traffic = input.traffic.map { ReferenceNaturalTraffic($0) }
    currencies = scenario.currencies.entries.map { ReferenceCurrency($0.value, fault: fault) }
    suppliers = scenario.suppliers.entries.map { ReferenceSupplier($0.value, in: scenario, fault: input.fault) }
    offers = input.products.map { product in
      product.offers.map { offer in
        let isOwnStock = input.isOwnStock(product.place, from: offer.supplier)
        return ReferenceOffer(offer.terms, isOwnStock: isOwnStock, days: days, fault: fault)
      }
    }
    accounts = scenario.stores.entries.enumerated().map { store, entry in
      let currency = fault == .storeRateIgnored ? nil : input.storeCurrencies[store]
      let rate = currency.map { scenario.currencies.entries[$0].value.rate } ?? 1
      return StoreAccount(entry.value, rate: rate, input.time, fault: fault)
    }
    claims = scenario.stores.entries.map { _ in Claims(days: days) }
    loans = scenario.loans.entries.map { _ in LenderAccount() }
    advances = scenario.advances.entries.map { _ in LenderAccount() }
    adAccounts = scenario.adAccounts.entries.map { _ in ReferenceAdAccount(bills: Schedule(days: days)) }
    cards = scenario.cards.entries.map { _ in
      ReferenceCard(statements: Schedule(days: days), bills: Schedule(days: days))
    }
    salesOfDay = scenario.stores.entries.map { _ in 0 }
    bills = Schedule(days: days)
    oldTaxes = bills
    oldDebts = bills
    endings = Fate.allCases.map { _ in Schedule(days: days) }
    repeats = input.products.map { _ in Schedule(days: days) }
    strandedRepeats = repeats
    waiting = input.products.map { _ in [] }
    unsent = waiting
    rules = ReferenceRules(input.written, input.book, fault: input.ruleFault, isPlan: input.isPlan)
    diary = Diary(channels: channels.count, products: input.products.count, days: days)
    slots = (0..<(input.tests?.slots ?? 0)).map { _ in ReferenceSlot() }
    begin(with: scenario.opening)
  }

  /// The day in the order of section 1.
  mutating func live(_ day: Int) {
    let time = input.time
    if time.isFirstOfMonth(day) { books.open(time.reportedMonth[day]) }
    moveRates(day)
    receiveFromAccounts(day)
    beginHolds(day)
    payOut(day)
    releaseReserves(day)
    beginSupply(day)
    happen(day)
    changeSupply(day)
    if !isOver { testProducts(day) }
    decide(day)
    beginMarket(day)
    payWhatIsDue(day)
    if !isOver {
      payFixedCosts(day)
      let visitors = advertise(day) + naturalVisitors(day)
      serveWaiting(day)
      takeOrders(day, from: visitors)
    } else {
      if input.ruleFault == .quitKeepsCosts, quitDay != nil { payFixedCosts(day) }
      serveWaiting(day)
    }
    settleClaims(day)
    payOut(day)
    releaseReserves(day)
    shareSales()
    close(day)
  }
}
