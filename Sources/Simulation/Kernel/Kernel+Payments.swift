import CRows
import Statistics

/// What one store's processor owes (model 9).
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
  /// Reserves kept back.
  let held: MoneyRow
  /// VAT that refunds and lost disputes give back, by day; what won ones add is negative.
  let vatBack: Schedule?
  let hold: HoldRows?
  /// Where the rows above are in another currency, or payouts go through an account.
  let abroad: AbroadRows?

  /// - Parameter remembers: does the business begin with orders and chargebacks of before?
  init(_ arena: Arena, _ store: StoreProgram, days: Int, remembers: Bool) {
    payouts = Schedule(arena, days: days)
    refunds = Schedule(arena, days: days)
    wins = Schedule(arena, days: days)
    releases = Schedule(arena, days: days)
    owed = arena.money()
    dated = arena.money()
    netting = arena.money()
    held = arena.money()
    vatBack = store.hasVAT ? Schedule(arena, days: days) : nil
    hold = store.hold == nil ? nil : HoldRows(arena, days: days, remembers: remembers)
    abroad = store.currency == nil && store.account == nil ? nil : AbroadRows(arena, days: days)
  }

  /// Those that are not cleared where they are paid.
  var schedules: [Schedule] { [vatBack].compactMap(\.self) }
}

extension Kernel {
  func openStores() {
    for rows in stores {
      for row in [rows.owed, rows.dated, rows.netting, rows.held] { row.update(repeating: 0, count: lanes) }
      rows.hold?.open(lanes: lanes)
      rows.abroad?.open(lanes: lanes)
    }
  }

  func deriveStores() {
    paysSameDay = findWhetherPaidSameDay()
    for (store, rows) in zip(program.stores, stores) {
      guard let hold = store.hold, let held = rows.hold else { continue }
      let rate = row(hold.rate)
      for i in 0..<lanes { held.hazard[i] = Rates.dailyProbability(perMonth: rate[i]) }
    }
  }

  /// Books the orders that offers took today as sales, whoever ships them (model 16.6).
  func accept(_ product: Int, _ rows: ProductRows<Number>, _ day: Int, _ month: Int) {
    loops.bookTwice(rows.taken, ledger.row(.orders, month), books.open, lanes)
    countOrders(product, day)
    guard let express = rows.expressSale else { return accept(rows.sale, rows.taken, of: product, day, month) }
    for i in 0..<lanes { scratch.draws[i] = rows.taken[i] - rows.expressTaken[i] }
    accept(rows.sale, scratch.draws, of: product, day, month)
    accept(express, rows.expressTaken, of: product, day, month)
  }

  /// Revenue, fees, the claims on the processors and the state's part.
  private func accept(_ sale: SaleRows, _ count: Row<Number>, of product: Int, _ day: Int, _ month: Int) {
    let store = program.stores[program.products[product].store]
    let rows = stores[program.products[product].store]
    let home = inHomeMoney(sale, of: program.products[product].store)
    let (revenue, fees) = (ledger.row(.revenue, month), ledger.row(.paymentFees, month))
    if program.watch.watchesSales {
      let watched = watch.sales[product]
      loops.sellWatched(
        count, home.value, home.vat, home.fee, revenue, fees, watched.revenue, watched.fees, lanes)
    } else {
      loops.sell(count, home.value, home.vat, home.fee, revenue, fees, lanes)
    }
    shareSales(count, home.value, of: program.products[product].store)
    if store.hasVAT { for i in 0..<lanes { oweVAT(count[i].double * home.vat[i], i) } }
    loops.bookProduct(count, sale.payout, rows.owed, lanes)
    for (index, way) in store.ways.enumerated() {
      if !way.paysFromDelivery {
        book(
          count, times: sale.payouts[index], to: rows.dated, until: way.payoutDays, way.dates, from: day,
          in: rows.payouts)
      }
      if way.reserves {
        book(
          count, times: sale.reserves[index], to: rows.held, until: way.reserveDays, nil, from: day, in: rows.releases)
      }
    }
  }

  /// What goes to those who brought today's orders of a product is taken off the store's next payouts (model 9).
  func oweCommissions(_ product: Int, _ rows: ProductRows<Number>, _ day: Int, _ month: Int) {
    let store = program.products[product].store
    let rate = rate(ofStore: store)
    for (source, brought) in zip(program.traffic, watch.broughtNaturally) {
      guard let commission = source.commission.map({ row($0) }) else { continue }
      for (link, part) in zip(source.links, brought) where link.product == product {
        for i in 0..<lanes where part[i] > 0 {
          let express = rows.expressSale == nil ? 0 : rows.expressTaken[i].double
          let usual = rows.taken[i].double - express
          let value = usual * rows.sale.value[i] + express * (rows.expressSale?.value[i] ?? 0)
          let owed = part[i].double * value * commission[i]
          stores[store].refunds.add(owed, day: day, lane: i)
          let booked = owed * (rate?[i] ?? 1)
          ledger.add(booked, .paymentFees, month: month, lane: i)
          // What a store abroad takes back today is booked as refunds when it is: this part of it is none.
          if stores[store].abroad != nil { ledger.add(-booked, .refundsAndChargebacks, month: month, lane: i) }
          if program.watch.watchesSales { watch.sales[product].fees[i] += booked }
        }
      }
    }
  }

  /// Adds count × amount to a sum, and to a schedule so many days from today.
  private func book(
    _ count: Row<Number>, times amount: MoneyRow, to sum: MoneyRow, until lag: Parameter, _ dates: PayoutDates?,
    from day: Int, in schedule: Schedule
  ) {
    func due(_ days: Int) -> Int { dates?.due(from: day, days: days) ?? day + days }
    if let days = program.parameters.certain(lag), case let day = due(Int(days)), day < program.days {
      return loops.bookUntil(count, amount, sum, schedule.row(day), lanes)
    }
    loops.bookProduct(count, amount, sum, lanes)
    guard program.parameters.certain(lag) == nil else { return }
    if dates?.isAnyDay ?? true {
      loops.schedule(count, amount, row(lag), day, program.days, schedule.row(0), width, lanes)
    } else {
      let days = row(lag)
      for i in 0..<lanes where count[i] > 0 {
        schedule.add(count[i].double * amount[i], day: due(Int(days[i])), lane: i)
      }
    }
  }

  /// A waiting order that no offer can take: refunded in full today, its payout dated from today.
  func cancel(_ orders: OrderRun, of product: Int, _ day: Int, _ month: Int) {
    let lane = orders.lane
    let express = expressOrders(orders, product)
    ledger.add(orders.count, .refunds, month: month, lane: lane)
    ledger.add(orders.count, .cancelledOrders, month: month, lane: lane)
    books.open[lane] -= orders.count
    countRefunds(orders.count, product, day, lane)
    for (count, isExpress) in [(orders.count - express, false), (express, true)] where count > 0 {
      let sale = sale(product, express: isExpress)
      takeBack(
        count * sale.value[lane], vat: count * sale.vat[lane], recovery: 0, day: day,
        program.products[product].store, lane)
      datePayouts(count, sale, of: product, from: day, lane)
    }
  }

  /// Payouts that are counted from delivery get their dates.
  func datePayouts(_ count: Double, _ sale: SaleRows, of product: Int, from day: Int, _ lane: Int) {
    let store = program.stores[program.products[product].store]
    guard store.paysFromDelivery else { return }
    let rows = stores[program.products[product].store]
    for (index, way) in store.ways.enumerated() where way.paysFromDelivery {
      let amount = count * sale.payouts[index][lane]
      rows.dated[lane] += amount
      rows.payouts.add(
        amount, day: way.dates.due(from: day, days: Int(row(way.payoutDays)[lane])), lane: lane)
    }
  }

  /// The same of the orders that are listed, each from its own delivery.
  func datePayouts(of product: Int, _ delivery: crows_lag, _ day: Int) {
    let store = program.stores[program.products[product].store]
    guard store.paysFromDelivery else { return }
    let (rows, sale) = (stores[program.products[product].store], products[product].sale)
    let ways = zip(store.ways, sale.payouts).compactMap { way, payout in
      way.paysFromDelivery ? (payout: payout, days: row(way.payoutDays), dates: way.dates) : nil
    }
    batch.each { order in
      let due = day + crows_days(delivery, order.words[1])
      for way in ways {
        let amount = way.payout[order.lane]
        rows.dated[order.lane] += amount
        rows.payouts.add(amount, day: way.dates.due(from: due, days: Int(way.days[order.lane])), lane: order.lane)
      }
    }
  }

  /// Payouts and reserves fall due (model 1, step 1). A dispute decided on the day of its chargeback waits for
  /// the evening: it cannot be won before it arrives.
  func payOut(_ day: Int, _ month: Int) { payOut(day, month, isEvening: false) }

  /// With payout lag 0 today's sales are paid out today (step 8), and a reserve or a dispute of no days with them.
  func payOutSameDay(_ day: Int, _ month: Int) {
    if paysSameDay { payOut(day, month, isEvening: true) }
  }

  /// Does any lane pay or decide anything on the day on which it began?
  func findWhetherPaidSameDay() -> Bool {
    let ways = program.stores.flatMap(\.ways)
    let lags = ways.map(\.payoutDays) + ways.filter(\.reserves).map(\.reserveDays)
    return program.returns.decidesSameDay || lags.contains { lag in (0..<lanes).contains { row(lag)[$0] < 1 } }
  }

  private func payOut(_ day: Int, _ month: Int, isEvening: Bool) {
    let released = ledger.row(.released, month)
    for (index, (store, rows)) in zip(program.stores, stores).enumerated() {
      if rows.abroad != nil {
        if isEvening == program.returns.decidesSameDay { winAbroad(index, day, month) }
        payAbroad(index, day, month)
        if store.releases { releaseAbroad(index, day, month) }
        continue
      }
      if isEvening == program.returns.decidesSameDay { addWins(rows, day) }
      pay(rows, day, month)
      if store.releases {
        crows_release(rows.releases.row(day), rows.held, released, books.cash, lanes)
      }
    }
  }

  /// A won dispute is owed from the moment it is decided, and paid out with the payouts of that day.
  private func addWins(_ rows: StoreRows, _ day: Int) {
    guard program.parameters.isUsed(program.returns.winRate) else { return }
    crows_win(rows.wins.row(day), rows.payouts.row(day), rows.owed, rows.dated, lanes)
  }

  /// Pays what is due, less what waits to be netted.
  private func pay(_ rows: StoreRows, _ day: Int, _ month: Int) {
    let due = rows.payouts.row(day)
    let payouts = ledger.row(.payouts, month)
    guard let hold = rows.hold else {
      return crows_pay_out(due, rows.netting, rows.owed, rows.dated, payouts, books.cash, lanes)
    }
    for i in 0..<lanes {
      let netted = min(due[i], rows.netting[i])
      rows.netting[i] -= netted
      rows.owed[i] -= due[i]
      rows.dated[i] -= due[i]
      let paid = due[i] - netted
      let withheld = hold.withhold(paid, day, i)
      payouts[i] += paid - withheld
      books.cash[i] += paid - withheld
      due[i] = 0
    }
  }

  /// Refunds and chargebacks are taken from the payouts that have a date; what exceeds them leaves cash (step 7).
  func payRefunds(_ day: Int, _ month: Int) {
    let payments = ledger.row(.refundPayments, month)
    for (index, rows) in stores.enumerated() {
      guard rows.abroad == nil else {
        refundAbroad(index, day, month)
        continue
      }
      crows_refund(rows.refunds.row(day), rows.dated, rows.netting, payments, books.cash, lanes)
    }
    crows_recover(books.recoveries.row(day), ledger.row(.supplierPayments, month), books.cash, lanes)
    for rows in stores {
      guard let back = rows.vatBack?.row(day) else { continue }
      for i in 0..<lanes { oweVAT(-back[i], i) }
    }
    guard let postage = books.postage?.row(day) else { return }
    for i in 0..<lanes where postage[i] > 0 { payOther(postage[i], month, i) }
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
    for index in channels.indices { renewCreative(index, day, month) }
  }

  /// The creative grows a day older; one that has served its days is replaced. The first is free, and so are those of a
  /// channel without a budget: nobody makes them.
  private func renewCreative(_ index: Int, _ day: Int, _ month: Int) {
    let (channel, rows) = (program.channels[index], channels[index])
    guard day > channel.opens || channel.past?.creativeAge != nil,
      channel.fatigueHalflife != nil || channel.creativeRefresh != nil
    else { return }
    for i in 0..<lanes { rows.age[i] += 1 }
    guard let refresh = channel.creativeRefresh.map({ row($0) }) else { return }
    let cost = row(channel.creativeCost)
    let other = ledger.row(.other, month)
    let payments = ledger.row(.otherPayments, month)
    guard let candidates = slot(ofChannel: index).map({ slots[$0].candidate }) else {
      let budget = row(channel.budget)
      return crows_renew(refresh, cost, budget, books.alive, rows.age, other, payments, books.cash, lanes)
    }
    // Nobody makes ads for nothing.
    for i in 0..<lanes where rows.age[i] >= refresh[i] && candidates[i] >= 0 {
      rows.age[i] = 0
      let paid = cost[i] * books.alive[i]
      other[i] += paid
      payments[i] += paid
      books.cash[i] -= paid
    }
  }
}
