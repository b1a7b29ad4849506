import Statistics

/// A supplier (model section 6).
struct SupplierRows {
  /// Chance a day to shut, and, once shut, to open again.
  let failure: MoneyRow
  let reopening: MoneyRow
  /// 1 while failed; the day it failed.
  let failed: Row
  let failedOn: Row
  /// 1 while failed or closed, and 1 while that is known.
  let shut: Row
  let knownShut: Row
  let capacityLeft: Row

  init(_ arena: Arena) {
    failure = arena.money()
    reopening = arena.money()
    failed = arena.row()
    failedOn = arena.row()
    shut = arena.row()
    knownShut = arena.row()
    capacityLeft = arena.row()
  }
}

/// Some orders of one path that were placed on the same day: numbers `first ..< first + count` of that day.
struct OrderRun {
  let lane: Int
  let day: Int
  let first: Int
  /// A whole number in worlds, fractional in the plan.
  let count: Double
}

/// Orders sent to a supplier that is shut, which nobody has noticed.
struct WaitingOrders {
  let product: Int
  let offer: Int
  let orders: OrderRun
}

extension Kernel {
  func openSuppliers() {
    for (supplier, rows) in zip(program.suppliers, suppliers) {
      let rates = row(supplier.failureRate)
      let days = row(supplier.failureDays)
      for i in 0..<lanes where supplier.canFail {
        rows.failure[i] = Rates.dailyProbability(perMonth: rates[i])
        rows.reopening[i] = 1 / days[i]
      }
      for row in [rows.failed, rows.failedOn, rows.shut, rows.knownShut] { row.update(repeating: 0, count: lanes) }
    }
  }

  /// Suppliers fail, reopen and are found out (model section 1, step 2).
  func changeSuppliers(_ day: Int, _ month: Int) {
    for (supplier, rows) in zip(program.suppliers, suppliers) {
      if supplier.canFail, mode == .worlds, day > 0 { fail(supplier, rows, day) }
      let closed: Float = supplier.closed[day] ? 1 : 0
      let detection = row(supplier.detectionDays)
      for i in 0..<lanes {
        rows.shut[i] = max(rows.failed[i], closed)
        rows.knownShut[i] = Double(Float(day) - rows.failedOn[i]) >= detection[i] ? max(rows.failed[i], closed) : closed
      }
      addRow(rows.shut, to: ledger.row(.supplierDownDays, month))
    }
    for (index, rows) in products.enumerated() where canGoOffSale(index) {
      rows.onSale.update(repeating: 0, count: lanes)
      for offer in program.products[index].offers {
        let known = suppliers[offer.supplier].knownShut
        for i in 0..<lanes { rows.onSale[i] = max(rows.onSale[i], 1 - known[i]) }
      }
    }
  }

  /// One uniform a day: an open supplier shuts with the daily failure probability, a shut one reopens with 1 ÷ mean
  /// days, so that it is shut for a geometric time and never fails on the day it reopens.
  private func fail(_ supplier: SupplierProgram, _ rows: SupplierRows, _ day: Int) {
    supplier.stream.words(firstPath: firstPath, day: day, into: scratch.words, count: lanes)
    let today = Float(day)
    for i in 0..<lanes {
      let u = Uniform.double(scratch.words[i])
      let wasUp = rows.failed[i] == 0
      let isUp = wasUp ? u >= rows.failure[i] : u < rows.reopening[i]
      rows.failedOn[i] = wasUp && !isUp ? today : rows.failedOn[i]
      rows.failed[i] = isUp ? 0 : 1
    }
  }

  /// May every offer of a product be known to be shut at once?
  func canGoOffSale(_ product: Int) -> Bool {
    program.products[product].offers.allSatisfy { offer in
      let supplier = program.suppliers[offer.supplier]
      return (supplier.canFail && mode == .worlds) || supplier.closed.contains(true)
    }
  }

  func resetCapacity() {
    for (supplier, rows) in zip(program.suppliers, suppliers) {
      guard let capacity = supplier.capacity.map({ row($0) }) else { continue }
      for i in 0..<lanes { rows.capacityLeft[i] = Float(capacity[i].rounded(.down)) }
    }
  }

  /// Waiting orders ship when their supplier reopens, move on when its failure is noticed, else wait on. They come
  /// before the day's new orders, product by product, oldest first.
  func handleWaiting(_ day: Int, _ month: Int) {
    guard !waiting.isEmpty else { return }
    let queue = waiting
    waiting.removeAll(keepingCapacity: true)
    for product in products.indices {
      for entry in queue where entry.product == product { handle(entry, day, month) }
    }
  }

  private func handle(_ entry: WaitingOrders, _ day: Int, _ month: Int) {
    let supplier = suppliers[program.products[entry.product].offers[entry.offer].supplier]
    if supplier.shut[entry.orders.lane] == 0 {
      ship(entry.orders, entry.product, entry.offer, day, month)
      settleBatch(entry.product, entry.offer, day)
    } else if supplier.knownShut[entry.orders.lane] > 0 {
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
      let supplier = suppliers[offer.supplier]
      guard supplier.knownShut[lane] == 0 else { continue }
      var take = left
      if program.suppliers[offer.supplier].capacity != nil {
        take = min(left, Double(supplier.capacityLeft[lane]))
        supplier.capacityLeft[lane] -= Float(take)
      }
      guard take > 0 else { continue }
      let orders = OrderRun(lane: lane, day: entry.orders.day, first: first, count: take)
      if supplier.shut[lane] > 0 {
        waiting.append(WaitingOrders(product: entry.product, offer: index, orders: orders))
      } else {
        ship(orders, entry.product, index, day, month)
        settleBatch(entry.product, index, day)
      }
      first += Int(take)
      left -= take
    }
    if left > 0 { cancel(left, of: entry.product, lane: lane, day, month) }
  }
}
