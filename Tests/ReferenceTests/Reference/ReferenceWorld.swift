import Scenarios
import Simulation

/// One world, order by order, as model.md tells it: slow, plain, and written without a look at the engine.
struct ReferenceWorld {
  let input: ReferenceInput
  var random: RandomNumbers
  var books: Books
  var market: ReferenceMarket
  var channels: [ReferenceChannel]
  var traffic: [ReferenceNaturalTraffic]
  var suppliers: [ReferenceSupplier]
  var accounts: [StoreAccount]
  var claims: [Claims]
  /// By fate: how many orders end so, by day.
  var endings: [Schedule]
  /// By product: repeat orders, by day.
  var repeats: [Schedule]
  /// By product: accepted orders at suppliers that were shut without anybody knowing, oldest first.
  var waiting: [[Order]]
  var openOrders = 0
  var starvedDays = 0
  var ruinDay: Int?
  var ruinCause = RuinCause.none

  init(_ input: ReferenceInput, seed: UInt64, world: Int) {
    var random = RandomNumbers(seed: seed, world: world)
    let input = input.drawn(&random)
    let (scenario, days, fault) = (input.scenario, input.time.days, input.fault)
    self.input = input
    self.random = random
    books = Books(months: input.time.months, cash: scenario.cash.budget)
    market = ReferenceMarket(scenario.market, fault: fault)
    channels = scenario.ads.entries.map {
      ReferenceChannel($0.value, store: ReferenceInput.store($0.value.store, in: scenario), fault: fault)
    }
    traffic = scenario.traffic.entries.map {
      ReferenceNaturalTraffic($0.value, store: ReferenceInput.store($0.value.store, in: scenario))
    }
    suppliers = scenario.suppliers.entries.map { ReferenceSupplier($0.value, in: scenario) }
    accounts = scenario.stores.entries.map { StoreAccount($0.value, days: days, fault: fault) }
    claims = scenario.stores.entries.map { _ in Claims(days: days) }
    endings = Fate.allCases.map { _ in Schedule(days: days) }
    repeats = input.products.map { _ in Schedule(days: days) }
    waiting = input.products.map { _ in [] }
  }

  /// The day in the order of section 1.
  mutating func live(_ day: Int) {
    let time = input.time
    if time.isFirstOfMonth(day) { books.open(time.reportedMonth[day]) }
    payOut(day)
    beginSuppliers(day)
    beginMarket(day)
    if ruinDay == nil {
      payFixedCosts(day)
      let visitors = advertise(day) + naturalVisitors(day)
      serveWaiting(day)
      takeOrders(day, from: visitors)
    } else {
      serveWaiting(day)
    }
    settleClaims(day)
    payOut(day)
    close(day)
  }
}
