import Statistics

/// Steps one block of paths through the days (model section 1). Rows are columns over the paths of the block; days are
/// the outer loop, entities the inner one, and each pass is a short loop over the lanes.
///
/// The files beside this one are the sections of the model, in its order.
final class Kernel {
  /// Random worlds, or the plan of model section 14: the same day with every draw replaced by its expectation.
  enum Mode { case worlds, plan }

  let program: Program
  let mode: Mode
  let lanes: Int
  let ledger: Ledger
  let books: Books
  let market: MarketRows
  let channels: [ChannelRows]
  let traffic: [TrafficRows]
  let suppliers: [SupplierRows]
  let products: [ProductRows]
  let stores: [StoreRows]
  let scratch: Scratch
  var batch: OrderBatch
  var waiting: [WaitingOrders] = []
  /// Set for each block.
  var firstPath = 0

  private let arena: Arena

  init(_ program: Program, mode: Mode, lanes: Int) {
    let arena = Arena(lanes: lanes)
    self.arena = arena
    self.program = program
    self.mode = mode
    self.lanes = lanes
    ledger = Ledger(arena, months: program.months)
    books = Books(arena, days: program.days)
    market = MarketRows(arena)
    channels = program.channels.map { _ in ChannelRows(arena) }
    traffic = program.traffic.map { _ in TrafficRows(arena) }
    suppliers = program.suppliers.map { _ in SupplierRows(arena) }
    products = program.products.map {
      ProductRows(
        arena, days: program.days, repeatHazard: $0.repeatHazard, repeats: $0.repeatRate > 0)
    }
    stores = program.stores.map { _ in StoreRows(arena, days: program.days) }
    scratch = Scratch(arena)
    batch = OrderBatch()
  }

  /// Runs the paths from `firstPath` on; afterwards the ledger and the books hold their figures.
  func run(firstPath: Int) {
    self.firstPath = firstPath
    open()
    for day in 0..<program.days { step(day) }
  }

  private func open() {
    ledger.clear()
    waiting.removeAll(keepingCapacity: true)
    openBooks()
    openMarket()
    openTraffic()
    openSuppliers()
    openProducts()
  }

  /// One day, in the order of model section 1.
  private func step(_ day: Int) {
    let month = program.monthOfDay[day]
    openMonth(day, month)
    payOut(day, month)
    changeSuppliers(day, month)
    payFixedCosts(day, month)
    moveMarket(day)
    runAds(day, month)
    takeOrders(day, month)
    payRefunds(day, month)
    payOutSameDay(day, month)
    closeDay(day, month)
  }
}

/// Rows that passes use and forget.
struct Scratch {
  let words: WordRow
  let moreWords: WordRow
  let normals: Row
  let moreNormals: Row
  let means: Row
  let draws: Row
  let factor: Row

  init(_ arena: Arena) {
    words = arena.words()
    moreWords = arena.words()
    normals = arena.row()
    moreNormals = arena.row()
    means = arena.row()
    draws = arena.row()
    factor = arena.row()
  }
}
