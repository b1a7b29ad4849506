import CRows
import Scenarios
import Statistics

/// A supplier (model 6).
struct SupplierRows<Number: RowNumber> {
  /// Chance a day to shut; how it opens again.
  let failure: MoneyRow
  let failures: SpellRows
  /// 1 while failed; the day it failed.
  let failed: Row<Number>
  let failedOn: Row<Number>
  /// 1 while failed or closed, and 1 while that is known.
  let shut: Row<Number>
  let knownShut: Row<Number>
  let capacityLeft: Row<Number>
  /// Does it take no more than so many orders a day?
  let isLimited: Bool
  /// Unit costs against those of the first day; the step of a day by drift.
  let prices: GrowthRows
  let jump: MoneyRow
  /// 1 while its quality slides; chance a day to begin, and how it ends.
  let sliding: Row<Number>
  let slide: MoneyRow
  let slides: SpellRows

  init(_ arena: Arena, _ supplier: SupplierProgram) {
    isLimited = supplier.capacity != nil
    failure = arena.money()
    failures = SpellRows(arena)
    failed = arena.row()
    failedOn = arena.row()
    shut = arena.row()
    knownShut = arena.row()
    capacityLeft = arena.row()
    prices = GrowthRows(arena)
    jump = arena.money()
    sliding = arena.row()
    slide = arena.money()
    slides = SpellRows(arena)
  }
}

/// Some orders of one path that were placed on the same day: numbers `first ..< first + count` of that day.
struct OrderRun {
  var lane: Int
  let day: Int
  let first: Int
  /// A whole number in worlds, fractional in the plan.
  let count: Double
  /// Their place among the opening orders (model 17); nil for orders of the run.
  var opening: Int?
}

/// Orders sent to a supplier that is shut, which nobody has noticed.
struct WaitingOrders {
  let product: Int
  let offer: Int
  var orders: OrderRun
  /// What they were sold for, where rules may have changed that since.
  var sale: [Double] = []
  /// No supplier has been asked yet: opening orders.
  var isUnsent = false
}

extension Kernel {
  func openSuppliers() {
    for rows in suppliers {
      for row in [rows.failed, rows.failedOn, rows.shut, rows.knownShut, rows.sliding] {
        row.update(repeating: 0, count: lanes)
      }
      rows.prices.level.update(repeating: 1, count: lanes)
    }
  }

  func deriveSuppliers() {
    for (supplier, rows) in zip(program.suppliers, suppliers) {
      let rates = row(supplier.failureRate)
      for i in 0..<lanes where supplier.canFail { rows.failure[i] = Rates.dailyProbability(perMonth: rates[i]) }
      derive(rows.failures, supplier.failureLength)
      derivePrices(supplier, rows)
      deriveSlides(supplier, rows)
    }
  }

  /// Suppliers fail and reopen (model 1, step 2).
  func failSuppliers(_ day: Int) {
    guard let draws, day > 0 else { return }
    for (supplier, rows) in zip(program.suppliers, suppliers) where supplier.canFail {
      fail(supplier, rows, day, draws)
    }
  }

  /// Failures are found out; closures, events and rules are known at once.
  func shutSuppliers(_ day: Int, _ month: Int) {
    for (index, (supplier, rows)) in zip(program.suppliers, suppliers).enumerated() {
      let closed = scratch.draws
      closed.update(repeating: supplier.closed[day] ? 1 : 0, count: lanes)
      addShut(.supplier(index), to: closed)
      loops.shut(
        rows.failed, rows.failedOn, closed, Number(day), row(supplier.detectionDays), rows.shut, rows.knownShut, lanes)
      loops.book(rows.shut, ledger.row(.supplierDownDays, month), lanes)
    }
  }

  /// One uniform a day: an open supplier shuts with the daily failure probability, a shut one reopens with 1 ÷ mean
  /// days, so that it is shut for a geometric time, or on the day that was drawn; it never fails on the day it reopens.
  ///
  /// Of its failures a share is the region's: one uniform strikes every open supplier there whose share is above it.
  private func fail(
    _ supplier: SupplierProgram, _ rows: SupplierRows<Number>, _ day: Int, _ draws: Number.Draws
  ) {
    words(supplier.failureLength.stream, day, into: scratch.words)
    let isShared = program.parameters.isUsed(program.commonCause)
    if isShared {
      words(program.regions[supplier.region], day, into: scratch.moreWords)
    }
    endSpells(rows.failures, supplier.failureLength, day)
    draws.fail(
      scratch.words, isShared ? scratch.moreWords : nil, row(program.commonCause), rows.failure, rows.failures.ending,
      Number(day), rows.failed, rows.failedOn, lanes)
    beginSpells(rows.failures, supplier.failureLength, day) { rows.failed[$0] > 0 && rows.failedOn[$0] == Number(day) }
  }

  /// May every offer of a product be known to be shut at once? The kernel remembers it.
  func findWhetherOffSale(_ product: Int) -> Bool {
    products[product].isTested || canBeShut(.product(product)) || canBeShut(.store(program.products[product].store))
      || program.products[product].offers.allSatisfy { offer in
        let supplier = program.suppliers[offer.supplier]
        return (supplier.canFail && mode == .worlds) || supplier.closed.contains(true) || offer.hasCausesOfItsOwn
          || canBeShut(.supplier(offer.supplier))
      }
  }

  func resetCapacity() {
    for (supplier, rows) in zip(program.suppliers, suppliers) {
      guard let capacity = supplier.capacity.map({ row($0) }) else { continue }
      loops.floor(capacity, rows.capacityLeft, lanes)
    }
  }

  /// Waiting orders ship when their supplier reopens, move on when its failure is noticed, else wait on. They come
  /// before the day's new orders, product by product, oldest first.
  func handleWaiting(_ day: Int, _ month: Int) {
    guard !waiting.isEmpty else { return }
    let queue = waiting
    waiting.removeAll(keepingCapacity: true)
    for product in products.indices {
      for entry in queue where entry.product == product {
        selling(entry) { tellingApart(entry.orders) { handle(entry, day, month) } }
      }
    }
  }

  private func handle(_ entry: WaitingOrders, _ day: Int, _ month: Int) {
    if entry.isUnsent { return moveOn(entry, day, month) }
    let offer = products[entry.product].offers[entry.offer]
    let lane = entry.orders.lane
    if offer.shut[lane] == 0 {
      offer.stock?.free(unitsOf(entry.orders.count, entry.product, lane), lane)
      ship(entry.orders, entry.product, entry.offer, day, month)
    } else if offer.knownShut[lane] > 0 {
      offer.stock?.free(unitsOf(entry.orders.count, entry.product, lane), lane)
      moveOn(entry, day, month)
    } else {
      waiting.append(entry)
    }
  }

  /// Routes waiting orders like new ones; those that no offer can take are cancelled and refunded in full.
  private func moveOn(_ entry: WaitingOrders, _ day: Int, _ month: Int) {
    let lane = entry.orders.lane
    var first = entry.orders.first
    var left = entry.orders.count
    for (index, offer) in program.products[entry.product].offers.enumerated() where left > 0 {
      let rows = products[entry.product].offers[index]
      guard rows.refuses[lane] == 0 else { continue }
      let supplier = suppliers[offer.supplier]
      var take = left
      if rows.stock != nil { take = min(take, ordersInStock(entry.product, index, lane)) }
      if program.suppliers[offer.supplier].capacity != nil {
        take = min(take, supplier.capacityLeft[lane].double)
        supplier.capacityLeft[lane] -= Number(take)
      }
      guard take > 0 else { continue }
      let orders = OrderRun(
        lane: lane, day: entry.orders.day, first: first, count: take, opening: entry.orders.opening)
      if rows.shut[lane] > 0 {
        rows.stock?.reserve(unitsOf(take, entry.product, lane), lane)
        wait(orders, for: entry.product, index)
      } else {
        ship(orders, entry.product, index, day, month)
      }
      first += Int(take)
      left -= take
    }
    if left > 0 {
      let orders = OrderRun(
        lane: lane, day: entry.orders.day, first: first, count: left, opening: entry.orders.opening)
      cancel(orders, of: entry.product, day, month)
    }
  }
}
