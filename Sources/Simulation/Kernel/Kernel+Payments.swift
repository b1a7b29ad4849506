/// What one store's processor owes (model section 9).
struct StoreRows {
  /// Commission and payment fee as shares of a sale, and the fixed fee.
  let feeShare: MoneyRow
  let feeFixed: MoneyRow
  let reserveRate: MoneyRow
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
  /// Reserves kept back.
  let held: MoneyRow

  init(_ arena: Arena, days: Int) {
    feeShare = arena.money()
    feeFixed = arena.money()
    reserveRate = arena.money()
    payouts = Schedule(arena, days: days)
    refunds = Schedule(arena, days: days)
    wins = Schedule(arena, days: days)
    releases = Schedule(arena, days: days)
    owed = arena.money()
    dated = arena.money()
    netting = arena.money()
    held = arena.money()
  }
}

extension Kernel {
  func openStores() {
    for (store, rows) in zip(program.stores, stores) {
      let commission = row(store.commission)
      let fee = row(store.paymentFee)
      for i in 0..<lanes { rows.feeShare[i] = commission[i] + fee[i] }
      rows.feeFixed.update(from: row(store.paymentFeeFixed), count: lanes)
      rows.reserveRate.update(from: row(store.reserveRate), count: lanes)
      for row in [rows.owed, rows.dated, rows.netting, rows.held] { row.update(repeating: 0, count: lanes) }
      for schedule in [rows.payouts, rows.refunds, rows.wins, rows.releases] { schedule.clear() }
    }
  }

  /// Books orders as sales: revenue, fees, the claim on the processor (model section 16.6).
  func accept(_ product: Int, _ count: Row, _ day: Int, _ month: Int) {
    let sale = products[product]
    let store = program.stores[program.products[product].store]
    let rows = stores[program.products[product].store]
    let orders = ledger.row(.orders, month)
    let revenue = ledger.row(.revenue, month)
    let fees = ledger.row(.paymentFees, month)
    for i in 0..<lanes {
      let n = Double(count[i])
      orders[i] += n
      revenue[i] += n * sale.orderValue[i]
      fees[i] += n * sale.fee[i]
      books.open[i] += n
    }
    for i in 0..<lanes { rows.owed[i] += Double(count[i]) * sale.payout[i] }
    if !store.paysFromDelivery {
      for i in 0..<lanes { rows.dated[i] += Double(count[i]) * sale.payout[i] }
      schedule(count, times: sale.payout, after: store.payoutDays, from: day, in: rows.payouts)
    }
    if store.reserves {
      for i in 0..<lanes { rows.held[i] += Double(count[i]) * sale.reserve[i] }
      schedule(count, times: sale.reserve, after: store.reserveDays, from: day, in: rows.releases)
    }
  }

  /// Adds count × amount to a schedule, so many days from today.
  private func schedule(
    _ count: Row, times amount: MoneyRow, after lag: Parameter, from day: Int, in schedule: Schedule
  ) {
    if let days = program.parameters.certain(lag) {
      guard day + Int(days) < program.days else { return }
      let due = schedule.row(day + Int(days))
      for i in 0..<lanes { due[i] += Double(count[i]) * amount[i] }
    } else {
      let days = row(lag)
      for i in 0..<lanes where count[i] > 0 {
        schedule.add(Double(count[i]) * amount[i], day: day + Int(days[i]), lane: i)
      }
    }
  }

  /// A waiting order that no offer can take: refunded in full today, its payout dated from today.
  func cancel(_ count: Double, of product: Int, lane: Int, _ day: Int, _ month: Int) {
    let sale = products[product]
    let store = program.stores[program.products[product].store]
    let rows = stores[program.products[product].store]
    let value = count * sale.orderValue[lane]
    rows.refunds.add(value, day: day, lane: lane)
    ledger.add(value, .refundsAndChargebacks, month: month, lane: lane)
    ledger.add(count, .refunds, month: month, lane: lane)
    ledger.add(count, .cancelledOrders, month: month, lane: lane)
    books.open[lane] -= count
    guard store.paysFromDelivery else { return }
    let payout = count * sale.payout[lane]
    rows.dated[lane] += payout
    rows.payouts.add(payout, day: day + Int(row(store.payoutDays)[lane]), lane: lane)
  }

  /// Payouts and reserves fall due (model section 1, step 1). A dispute decided on the day of its chargeback waits for
  /// the evening: it cannot be won before it arrives.
  func payOut(_ day: Int, _ month: Int) { payOut(day, month, decidedAfter: 1) }

  /// With payout lag 0 today's sales are paid out today (step 8), and a reserve or a dispute of no days with them.
  func payOutSameDay(_ day: Int, _ month: Int) { payOut(day, month, decidedAfter: 0) }

  private func payOut(_ day: Int, _ month: Int, decidedAfter days: Double) {
    let released = ledger.row(.released, month)
    for rows in stores {
      addWins(rows, day, decidedAfter: days)
      pay(rows, day, month)
      let releases = rows.releases.row(day)
      for i in 0..<lanes {
        rows.held[i] -= releases[i]
        released[i] += releases[i]
        books.cash[i] += releases[i]
        releases[i] = 0
      }
    }
  }

  /// A won dispute is owed from the moment it is decided, and paid out with the payouts of that day.
  private func addWins(_ rows: StoreRows, _ day: Int, decidedAfter days: Double) {
    guard program.parameters.isUsed(program.returns.winRate) else { return }
    let due = rows.payouts.row(day)
    let wins = rows.wins.row(day)
    let decision = row(program.returns.decisionDays)
    for i in 0..<lanes where decision[i] >= days {
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
    let payments = ledger.row(.fixedPayments, month)
    for cost in program.fixedCosts where cost.shares[day] > 0 {
      let share = cost.shares[day]
      let amount = row(cost.amount)
      let statement = ledger.row(cost.row, month)
      for i in 0..<lanes {
        let paid = amount[i] * share * books.alive[i]
        statement[i] += paid
        payments[i] += paid
        books.cash[i] -= paid
      }
    }
    for (channel, rows) in zip(program.channels, channels) { renewCreative(channel, rows, day, month) }
  }

  /// The creative grows a day older; one that has served its days is replaced. The first is free.
  private func renewCreative(_ channel: ChannelProgram, _ rows: ChannelRows, _ day: Int, _ month: Int) {
    guard day > 0 else { return }
    for i in 0..<lanes { rows.age[i] += 1 }
    guard let refresh = channel.creativeRefresh.map({ row($0) }) else { return }
    let cost = row(channel.creativeCost)
    let other = ledger.row(.other, month)
    let payments = ledger.row(.otherPayments, month)
    for i in 0..<lanes where rows.age[i] >= refresh[i] {
      rows.age[i] = 0
      let paid = cost[i] * books.alive[i]
      other[i] += paid
      payments[i] += paid
      books.cash[i] -= paid
    }
  }
}
