import CRows
import Statistics

/// Steps one block of paths through the days (model 1). Rows are columns over the paths of the block; days are
/// the outer loop, entities the inner one, and each pass is a short loop over the lanes.
///
/// The files beside this one are the sections of the model, in its order.
///
/// `Number` is what rows of visits, prices of clicks and orders are made of: single precision for worlds, double for the
/// plan. Money is double in both.
final class Kernel<Number: RowNumber> {
  /// Random worlds, or the plan of model 14: the same day with every draw replaced by its expectation.
  enum Mode { case worlds, plan }

  let program: Program
  let mode: Mode
  var loops: Number.Loops { Number.loops }
  /// What the worlds' luck is drawn with; the plan has none.
  let draws: Number.Draws?
  /// Paths of the block, and so the distance from one row to the next.
  let width: Int
  /// The lanes that a pass concerns: of the whole block, or of the worlds that go on, which are the first ones.
  private(set) var lanes: Int
  let ledger: Ledger
  let books: Books
  /// What a running business has on its way; nil for a new one.
  let opening: OpeningRows?
  let market: MarketRows<Number>
  let channels: [ChannelRows<Number>]
  let traffic: [TrafficRows<Number>]
  let suppliers: [SupplierRows<Number>]
  let products: [ProductRows<Number>]
  let stores: [StoreRows]
  let currencies: [CurrencyRows]
  /// Loans, then advances.
  let lenders: [LenderRows]
  let adAccounts: [AdAccountRows]
  let cards: [CardRows]
  let brand: BrandRows<Number>
  let slots: [SlotRows<Number>]
  /// The number of the candidate that is started next; what channels of slots may spend today.
  let nextCandidate: MoneyRow
  let testBudgets: MoneyRow
  let watch: WatchRows<Number>
  let rules: RuleRows<Number>
  let scratch: Scratch<Number>
  /// The lane that is traced: its firings, its days, and the month's sums as the last of them left them.
  var tracedLane: Int?
  var firings: [Firing] = []
  var trials: [Candidacy] = []
  var diary: [WorldDay] = []
  var notedSums: [Double] = []
  var begun: [Metric: Double] = [:]
  let batch = OrderBatch()
  let refundDays: crows_lag
  let disputeDays: crows_lag
  var waiting: [WaitingOrders] = []
  /// Set for each block.
  var firstPath = 0
  /// Worlds that have ended are left out of what no longer concerns them. It changes speed, never results.
  var leavesOutEnded = true
  /// The first lanes, which the worlds that go on are among.
  var living: Int
  /// How far beyond the first path the path of each lane is, once lanes have been moved.
  let places: WordRow
  let unmovedWords: WordRow
  var moves: [LanePair] = []
  /// Groups of 32 neighbouring paths in which some world goes on.
  var livingGroups: [Int] = []
  /// Is anything paid on the day on which it began?
  var paysSameDay = true

  /// The steps of a day that the scenario needs.
  private(set) var passes: [Pass] = []
  /// By product and offer.
  private(set) var fates: [[FateTerms<Number>]] = []
  /// By sum that is looked back at: see `wholeFigures(of:)`.
  private(set) var wholeFigures: [[UnsafePointer<Double>?]] = []
  /// By product: may it go off sale?
  private var goesOffSale: [Bool] = []
  private let parameters: MoneyRow
  private let worlds: WorldDraws?
  /// What the block's worlds drew: a row for each uncertain parameter, in their order.
  let drawn: MoneyRow
  private let arena: Arena
  /// What falls due by day and is looked at on that day or the next, and not cleared by those who do. Each row is cleared
  /// when it has served, so that the next block finds them empty: cheaper than to clear all days at once, which no cache
  /// holds.
  private let schedules: [Schedule]

  /// A kernel of a few lanes.
  /// - Parameter worlds: how uncertain parameters are drawn; nil for the plan, which uses their means.
  convenience init(_ program: Program, worlds: WorldDraws?, lanes: Int) {
    self.init(program, worlds: worlds, in: Arena(lanes: lanes))
  }

  /// A kernel whose memory is taken in advance and may be refused.
  /// - Parameter bytes: what its rows take, as ``bytes(_:lanes:)`` says.
  convenience init(_ program: Program, worlds: WorldDraws, lanes: Int, bytes: Int) throws(MemoryRefusal) {
    self.init(program, worlds: worlds, in: try Arena(lanes: lanes, bytes: bytes))
  }

  /// The memory that the rows of a program take in so many lanes: found by making them for one.
  static func bytes(_ program: Program, lanes: Int) -> Int {
    Kernel(program, worlds: nil, lanes: 1).arena.bytes(lanes: lanes)
  }

  private init(_ program: Program, worlds: WorldDraws?, in arena: Arena) {
    let lanes = arena.lanes
    self.arena = arena
    width = lanes
    self.lanes = lanes
    living = lanes
    places = arena.words()
    unmovedWords = arena.words()
    self.program = program
    self.worlds = worlds
    draws = worlds == nil ? nil : Number.draws
    mode = draws == nil ? .plan : .worlds
    parameters = arena.money(program.parameters.count)
    drawn = arena.money(program.uncertain.count)
    ledger = Ledger(arena, months: program.months)
    let opening = program.opening.map { OpeningRows(arena, $0, days: program.days, months: program.months) }
    self.opening = opening
    books = Books(arena, program, opening)
    market = MarketRows<Number>(arena)
    channels = program.channels.map { ChannelRows<Number>(arena, links: $0.links.count, hasCard: $0.card != nil) }
    traffic = program.traffic.map { TrafficRows<Number>(arena, links: $0.links.count) }
    let suppliers = program.suppliers.map { SupplierRows<Number>(arena, $0) }
    self.suppliers = suppliers
    let tested = Set(program.tests?.slots.map(\.product) ?? [])
    let watch = WatchRows<Number>(arena, program)
    let sources = VisitorSources<Number>(program, channels, traffic, watch, lanes: lanes)
    let parameters = parameters
    products = program.products.enumerated().map { index, item in
      ProductRows<Number>(
        arena, item, program, suppliers, isTested: tested.contains(index), sources: sources.of(index),
        repeatRate: parameters + item.repeatRate.index * lanes,
        lateComplaint: parameters + item.lateComplaint.index * lanes)
    }
    let remembers = program.opening != nil
    stores = program.stores.map { StoreRows(arena, $0, days: program.days, remembers: remembers) }
    currencies = program.currencies.map { _ in CurrencyRows(arena) }
    lenders = (program.lenders?.names ?? []).map { _ in LenderRows(arena) }
    cards = program.cards.map { _ in CardRows(arena, days: program.days) }
    adAccounts = program.adAccounts.map { AdAccountRows(arena, $0, days: program.days) }
    brand = BrandRows<Number>(arena)
    nextCandidate = arena.money()
    testBudgets = arena.money(program.channels.count)
    slots = (program.tests?.slots ?? []).map { _ in SlotRows<Number>(arena) }
    self.watch = watch
    rules = RuleRows<Number>(arena, program.rules)
    scratch = Scratch<Number>(arena, hasSalesAbroad: program.stores.contains { $0.currency != nil })
    refundDays = arena.lag(program.returns.refund)
    disputeDays = arena.lag(program.returns.dispute)
    schedules =
      books.schedules + adAccounts.compactMap(\.bills) + cards.flatMap(\.schedules) + (opening?.schedules ?? [])
      + stores.flatMap(\.schedules)
      + products.flatMap(\.schedules)
      + watch.sales.flatMap(\.schedules)
    fates = program.products.enumerated().map { product, item in
      item.offers.indices.map { FateTerms<Number>(self, product, $0) }
    }
    goesOffSale = program.products.indices.map { findWhetherOffSale($0) }
    wholeFigures = program.watch.sums.map { wholeFigures(of: $0) }
    passes = Self.passes.filter { $0.isNeeded(self) }
  }

  /// The memory for a day's orders was refused: what has been run is worth nothing.
  var refusal: MemoryRefusal? { batch.refusal }

  func canGoOffSale(_ product: Int) -> Bool { goesOffSale[product] }

  /// Runs the paths from `firstPath` on; afterwards the ledger and the books hold their figures.
  func run(firstPath: Int) {
    self.firstPath = firstPath
    open()
    noteOpening()
    for day in 0..<program.days {
      leaveOutEnded(day)
      step(day)
      note(day)
      forget(day - 1)
    }
    forget(program.days - 1)
    moveBack()
  }

  /// A number of the scenario, one value per path.
  func row(_ parameter: Parameter) -> MoneyRow { parameters + parameter.index * width }

  private func open() {
    living = width
    drawParameters()
    openStores()
    openCurrencies()
    ledger.clear()
    waiting.removeAll(keepingCapacity: true)
    openBooks()
    openLenders()
    openAdAccounts()
    openCards()
    openMarket()
    openSuppliers()
    openProducts()
    openTraffic()
    openBrand()
    openTests()
    openWatch()
    openRules()
    derive()
    openStock()
    openBalances()
  }

  /// What follows from the numbers of the scenario alone. Done again after a morning that assigned to any of them.
  func derive() {
    deriveCurrencies()
    deriveStores()
    deriveMarket()
    deriveSuppliers()
    deriveProducts(products.indices, in: 0..<lanes)
    deriveTraffic()
  }

  /// What follows from the numbers of some products, in some lanes.
  func derive(_ products: Range<Int>, in lanes: Range<Int>) {
    deriveProducts(products, in: lanes)
    deriveAppeal(of: products, in: lanes)
  }

  private func drawParameters() {
    for (index, value) in program.parameters.values.enumerated() {
      row(Parameter(index: index)).update(repeating: value, count: lanes)
    }
    guard let worlds else { return }
    worlds.draw(firstPath: firstPath, lanes: lanes, into: drawn)
    for (index, uncertain) in program.uncertain.enumerated() where !uncertain.isPinned {
      row(uncertain.parameter).update(from: drawn + index * width, count: width)
    }
    copyParameters()
  }

  private func copyParameters() {
    for copy in program.parameters.copies { row(copy.to).update(from: row(copy.from), count: lanes) }
  }

  /// One day.
  private func step(_ day: Int) {
    let month = program.monthOfDay[day]
    for pass in passes {
      lanes = pass.concernsEnded ? width : living
      if lanes > 0 { pass.run(self, day, month) }
    }
    lanes = width
  }

  /// Exchanges lanes in all rows of the block.
  func exchange(_ pairs: [LanePair], on day: Int) { arena.exchange(pairs, on: day) }

  /// The same as `run(firstPath:)`, with the time of each pass added up.
  func run(firstPath: Int, timing times: inout [Duration]) {
    self.firstPath = firstPath
    open()
    for day in 0..<program.days {
      leaveOutEnded(day)
      var last = ContinuousClock.now
      for (index, pass) in passes.enumerated() {
        lanes = pass.concernsEnded ? width : living
        if lanes > 0 { pass.run(self, day, program.monthOfDay[day]) }
        let now = ContinuousClock.now
        times[index] += now - last
        last = now
      }
      lanes = width
      forget(day - 1)
    }
    forget(program.days - 1)
    moveBack()
  }

  /// What fell due on a day has served.
  private func forget(_ day: Int) {
    for schedule in schedules { schedule.clear(day) }
  }
}

/// Rows that passes use and forget.
struct Scratch<Number: RowNumber> {
  let words: WordRow
  let moreWords: WordRow
  let normals: Row<Number>
  let moreNormals: Row<Number>
  let means: Row<Number>
  let draws: Row<Number>
  let factor: Row<Number>
  let amounts: MoneyRow
  /// A sale in the scenario's money, where stores are paid in another.
  let sale: SaleRows?

  init(_ arena: Arena, hasSalesAbroad: Bool) {
    sale = hasSalesAbroad ? SaleRows(arena, ways: 1) : nil
    words = arena.words()
    moreWords = arena.words()
    normals = arena.row()
    moreNormals = arena.row()
    means = arena.row()
    draws = arena.row()
    factor = arena.row()
    amounts = arena.money()
  }
}
