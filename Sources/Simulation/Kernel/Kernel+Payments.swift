/// What one store's processor owes (model section 9).
struct StoreRows {
  /// Payouts by day; refunds and chargebacks by day; won disputes by day; reserves released by day.
  let payouts: Schedule
  let refunds: Schedule
  let wins: Schedule
  let releases: Schedule
  /// Payouts owed, and the part of them that has a date.
  let owed: MoneyRow
  let dated: MoneyRow
  /// Refunds and chargebacks that wait to be taken from the next payouts; never more than `dated`.
  let netting: MoneyRow
  let reserve: MoneyRow

  init(_ arena: Arena, days: Int) {
    payouts = Schedule(arena, days: days)
    refunds = Schedule(arena, days: days)
    wins = Schedule(arena, days: days)
    releases = Schedule(arena, days: days)
    owed = arena.money()
    dated = arena.money()
    netting = arena.money()
    reserve = arena.money()
  }
}

extension Kernel {
  /// What is paid out of one order's value: less commission and fees, less the reserve.
  func payout(perOrderOf product: Int) -> Double { owed(perOrderOf: product) - reserve(perOrderOf: product) }

  /// What is kept back of one order. Of an order that is worth less than its fees there is nothing to keep.
  private func reserve(perOrderOf product: Int) -> Double {
    max(0, owed(perOrderOf: product)) * program.stores[program.products[product].store].reserveRate
  }

  private func owed(perOrderOf product: Int) -> Double {
    let item = program.products[product]
    let store = program.stores[item.store]
    return item.orderValue * (1 - store.feeShare) - store.feeFixed
  }

  /// Books orders as sales: revenue, fees, the claim on the processor (model section 16.6).
  func accept(_ product: Int, _ count: Row, _ day: Int, _ month: Int) {
    let item = program.products[product]
    let store = program.stores[item.store]
    let rows = stores[item.store]
    let fee = item.orderValue * store.feeShare + store.feeFixed
    let orders = ledger.row(.orders, month)
    let revenue = ledger.row(.revenue, month)
    let fees = ledger.row(.paymentFees, month)
    for i in 0..<lanes {
      let n = Double(count[i])
      orders[i] += n
      revenue[i] += n * item.orderValue
      fees[i] += n * fee
      books.open[i] += n
    }
    hold(count, reserve(perOrderOf: product), rows, releasedOn: day + store.reserveDays)
    let payout = payout(perOrderOf: product)
    for i in 0..<lanes { rows.owed[i] += Double(count[i]) * payout }
    guard !store.paysFromDelivery else { return }
    for i in 0..<lanes { rows.dated[i] += Double(count[i]) * payout }
    guard day + store.payoutDays < program.days else { return }
    let due = rows.payouts.row(day + store.payoutDays)
    for i in 0..<lanes { due[i] += Double(count[i]) * payout }
  }

  private func hold(_ count: Row, _ perOrder: Double, _ rows: StoreRows, releasedOn day: Int) {
    guard perOrder > 0 else { return }
    for i in 0..<lanes { rows.reserve[i] += Double(count[i]) * perOrder }
    guard day < program.days else { return }
    let released = rows.releases.row(day)
    for i in 0..<lanes { released[i] += Double(count[i]) * perOrder }
  }

  /// A waiting order that no offer can take: refunded in full today, its payout dated from today.
  func cancel(_ count: Double, of product: Int, lane: Int, _ day: Int, _ month: Int) {
    let item = program.products[product]
    let store = program.stores[item.store]
    let rows = stores[item.store]
    rows.refunds.add(count * item.orderValue, day: day, lane: lane)
    ledger.add(count * item.orderValue, .refundsAndChargebacks, month: month, lane: lane)
    ledger.add(count, .refunds, month: month, lane: lane)
    ledger.add(count, .cancelledOrders, month: month, lane: lane)
    books.open[lane] -= count
    guard store.paysFromDelivery else { return }
    let payout = count * payout(perOrderOf: product)
    rows.dated[lane] += payout
    rows.payouts.add(payout, day: day + store.payoutDays, lane: lane)
  }

  /// Payouts and reserves fall due (model section 1, step 1). A dispute decided on the day of its chargeback waits for
  /// the evening: it cannot be won before it arrives.
  func payOut(_ day: Int, _ month: Int) { payOut(day, month, withWins: program.returns.decisionDays > 0) }

  /// With payout lag 0 today's sales are paid out today (step 8), and a reserve or a dispute of no days with them.
  func payOutSameDay(_ day: Int, _ month: Int) { payOut(day, month, withWins: true) }

  private func payOut(_ day: Int, _ month: Int, withWins: Bool) {
    let released = ledger.row(.released, month)
    for rows in stores {
      if withWins { addWins(rows, day) }
      pay(rows, day, month)
      let releases = rows.releases.row(day)
      for i in 0..<lanes {
        rows.reserve[i] -= releases[i]
        released[i] += releases[i]
        books.cash[i] += releases[i]
        releases[i] = 0
      }
    }
  }

  /// A won dispute is owed from the moment it is decided, and paid out with the payouts of that day.
  private func addWins(_ rows: StoreRows, _ day: Int) {
    let due = rows.payouts.row(day)
    let wins = rows.wins.row(day)
    for i in 0..<lanes {
      due[i] += wins[i]
      rows.owed[i] += wins[i]
      rows.dated[i] += wins[i]
      wins[i] = 0
    }
  }

  /// Pays what is due, less what waits to be netted.
  private func pay(_ rows: StoreRows, _ day: Int, _ month: Int) {
    let due = rows.payouts.row(day)
    let payouts = ledger.row(.payouts, month)
    for i in 0..<lanes {
      let netted = min(due[i], rows.netting[i])
      rows.netting[i] -= netted
      rows.owed[i] -= due[i]
      rows.dated[i] -= due[i]
      payouts[i] += due[i] - netted
      books.cash[i] += due[i] - netted
      due[i] = 0
    }
  }

  /// Refunds and chargebacks are taken from the payouts that have a date; what exceeds them leaves cash (step 7).
  func payRefunds(_ day: Int, _ month: Int) {
    let payments = ledger.row(.refundPayments, month)
    for rows in stores {
      let refunds = rows.refunds.row(day)
      for i in 0..<lanes {
        let waiting = rows.netting[i] + refunds[i]
        let left = max(0, waiting - max(0, rows.dated[i]))
        rows.netting[i] = waiting - left
        payments[i] += left
        books.cash[i] -= left
      }
    }
    let suppliers = ledger.row(.supplierPayments, month)
    let recoveries = books.recoveries.row(day)
    for i in 0..<lanes {
      suppliers[i] -= recoveries[i]
      books.cash[i] += recoveries[i]
    }
  }

  /// Fixed costs, and new creatives (step 4).
  func payFixedCosts(_ day: Int, _ month: Int) {
    let platform = program.platformCosts[day]
    let other = program.otherCosts[day]
    let creatives = program.channels.reduce(0) { $0 + $1.creativeCosts[day] }
    guard platform + other + creatives > 0 else { return }
    let platformRow = ledger.row(.platformAndTools, month)
    let otherRow = ledger.row(.other, month)
    let fixedPayments = ledger.row(.fixedPayments, month)
    let otherPayments = ledger.row(.otherPayments, month)
    for i in 0..<lanes {
      let alive = books.alive[i]
      platformRow[i] += platform * alive
      otherRow[i] += (other + creatives) * alive
      fixedPayments[i] += (platform + other) * alive
      otherPayments[i] += creatives * alive
      books.cash[i] -= (platform + other + creatives) * alive
    }
  }
}
