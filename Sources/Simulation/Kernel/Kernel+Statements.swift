import CRows

/// The operator's own books (model 9 and 10).
struct Books {
  let cash: MoneyRow
  /// 1 until the money runs out, or the operator quits.
  let alive: MoneyRow
  /// Ad money planned and paid today, and the days in a row on which less than half could be paid.
  let planned: MoneyRow
  let paidForAds: MoneyRow
  let starvedDays: MoneyRow
  let ruinDay: MoneyRow
  let ruinCause: MoneyRow
  /// The day the operator quit; −1: never.
  let quitDay: MoneyRow
  /// Orders whose delivery is not due yet, beside those whose delivery was due this month.
  let open: MoneyRow
  /// Those that become due by day, where somebody counts them.
  let closing: Schedule?
  /// What suppliers pay back, by day; what sending goods back costs; orders that turn out lost, bad or late.
  let recoveries: Schedule
  let postage: Schedule?
  let problems: Schedule?
  /// Bills of suppliers, and their sum.
  let bills: Schedule?
  let owedToSuppliers: MoneyRow
  /// Owed to the state: all of it; VAT of this month; what falls due with the next; profit not taxed yet.
  let owedToState: MoneyRow
  let vat: MoneyRow
  let stateDue: MoneyRow
  let untaxedProfit: MoneyRow
  /// What the owner has taken out so far.
  let drawn: MoneyRow
  /// Cash of last evening.
  let lastCash: MoneyRow
  /// What own stock would bring; what the business is worth when a month ends, and the month since which that is more than
  /// was put in: see ``BreakEven``.
  let leftover: MoneyRow
  let worth: MoneyRow
  let breakEvenMonth: MoneyRow
  /// What a running business is worth beside its cash on the first morning; 0 for a new one.
  let openingWorth: MoneyRow

  /// - Parameter opening: the rows of a running business.
  init(_ arena: Arena, _ program: Program, _ opening: OpeningRows?) {
    let days = program.days
    cash = arena.money()
    alive = arena.money()
    planned = arena.money()
    paidForAds = arena.money()
    starvedDays = arena.money()
    ruinDay = arena.money()
    ruinCause = arena.money()
    quitDay = arena.money()
    open = arena.money()
    let hasReputation = program.brand.hasReputation
    closing = hasReputation ? Schedule(arena, days: days) : nil
    recoveries = Schedule(arena, days: days)
    postage = program.returns.paysReturns ? Schedule(arena, days: days) : nil
    problems = hasReputation || program.operations.isUsed ? Schedule(arena, days: days) : nil
    let hasDeposits = program.products.contains { $0.offers.contains { $0.ownStock?.deposit != nil } }
    let hasBills =
      program.suppliers.contains(where: \.hasTerms) || program.opening?.owesSuppliers == true || hasDeposits
    bills = hasBills ? Schedule(arena, days: days) : nil
    owedToSuppliers = arena.money()
    owedToState = arena.money()
    vat = arena.money()
    stateDue = arena.money()
    untaxedProfit = arena.money()
    drawn = arena.money()
    lastCash = arena.money()
    leftover = arena.money()
    worth = arena.money()
    breakEvenMonth = arena.money()
    openingWorth = opening?.worth ?? arena.money()
  }

  /// What is told of a world as a whole.
  var ends: [MoneyRow] { [ruinDay, ruinCause, quitDay, worth, breakEvenMonth, openingWorth] }

  /// Those that are not cleared where they serve.
  var schedules: [Schedule] { [closing, postage, problems, bills].compactMap(\.self) }
}

extension Kernel {
  /// So many days in a row without half of the planned ad money end the business.
  private var starvationDays: Double { 14 }
  /// Rounding of sums is not ruin.
  private var tolerance: Double { 1e-6 }

  func openBooks() {
    books.cash.update(from: row(program.budget), count: lanes)
    books.alive.update(repeating: 1, count: lanes)
    books.ruinDay.update(repeating: -1, count: lanes)
    books.quitDay.update(repeating: -1, count: lanes)
    for row in [
      books.starvedDays, books.ruinCause, books.open, books.owedToSuppliers, books.owedToState, books.vat,
      books.stateDue, books.untaxedProfit, books.lastCash, books.leftover, books.drawn,
      books.breakEvenMonth,
    ] { row.update(repeating: 0, count: lanes) }
  }

  func openMonth(_ day: Int, _ month: Int) {
    guard day == 0 || program.monthOfDay[day - 1] != month else { return }
    let opening = ledger.row(.openingCash, month)
    let lowest = ledger.row(.lowestCash, month)
    for i in 0..<lanes { opening[i] = books.cash[i] }
    lowest.update(repeating: .infinity, count: lanes)
  }

  /// The day closes: lowest cash, out-of-money test, and at a month's end the statements (step 9).
  func closeDay(_ day: Int, _ month: Int) {
    crows_close_day(books.cash, ledger.row(.lowestCash, month), books.lastCash, lanes)
    crows_ruin(
      Double(day), books.cash, row(program.creditLine), tolerance, books.starvedDays, starvationDays,
      Double(RuinCause.insolvent.rawValue), Double(RuinCause.starved.rawValue), books.alive, books.ruinDay,
      books.ruinCause, lanes)
    if day + 1 == program.days || program.monthOfDay[day + 1] != month { closeMonth(month) }
  }

  private func closeMonth(_ month: Int) {
    let closing = ledger.row(.closingCash, month)
    let open = ledger.row(.openOrders, month)
    let owed = ledger.row(.owedByProcessors, month)
    let reserves = ledger.row(.reserves, month)
    for i in 0..<lanes { closing[i] = books.cash[i] }
    for fate: Metric in [.well, .fraud, .lost, .bad, .unwanted, .late] {
      let closed = ledger.row(fate, month)
      for i in 0..<lanes { books.open[i] -= closed[i] }
    }
    for i in 0..<lanes { open[i] = books.open[i] }
    for (store, rows) in stores.enumerated() {
      if let abroad = rows.abroad {
        closeAbroad(rows, abroad, rate(ofStore: store), month)
        continue
      }
      for i in 0..<lanes { owed[i] += rows.owed[i] - rows.netting[i] }
      for i in 0..<lanes { reserves[i] += rows.held[i] }
      guard let hold = rows.hold else { continue }
      let withheld = ledger.row(.withheld, month)
      for i in 0..<lanes { owed[i] += hold.withheld[i] }
      for i in 0..<lanes { withheld[i] += hold.withheld[i] }
    }
    books.leftover.update(repeating: 0, count: lanes)
    addStock(to: ledger.row(.stock, month), leftover: books.leftover)
    ledger.row(.owedToSuppliers, month).update(from: books.owedToSuppliers, count: lanes)
    let gross = ledger.row(.grossProfit, month)
    let net = ledger.row(.netProfit, month)
    let revenue = ledger.row(.revenue, month)
    let goods = ledger.row(.goodsAndShipping, month)
    for i in 0..<lanes { gross[i] = revenue[i] - goods[i] }
    for i in 0..<lanes { net[i] = gross[i] }
    for cost: Metric in [.ads, .platformAndTools, .paymentFees, .refundsAndChargebacks, .other] {
      let row = ledger.row(cost, month)
      for i in 0..<lanes { net[i] -= row[i] }
    }
    if stores.contains(where: { $0.abroad != nil }) {
      let exchange = ledger.row(.exchange, month)
      for i in 0..<lanes { net[i] += exchange[i] }
    }
    closeLenders(net, month)
    closeTax(month)
    ledger.row(.owedToState, month).update(from: books.owedToState, count: lanes)
    if let rows = opening { ledger.row(.owedToOthers, month).update(from: rows.owedToOthers, count: lanes) }
    closeAdAccounts(month)
    closeWorth(month)
  }

  /// What a store owes in its own currency, at tonight's rate.
  private func closeAbroad(_ rows: StoreRows, _ abroad: AbroadRows, _ rate: MoneyRow?, _ month: Int) {
    let (owed, reserves) = (ledger.row(.owedByProcessors, month), ledger.row(.reserves, month))
    let (withheld, unrealised) = (ledger.row(.withheld, month), ledger.row(.unrealisedExchange, month))
    for i in 0..<lanes {
      let (today, held) = (rate?[i] ?? 1, rows.hold?.withheld[i] ?? 0)
      owed[i] += (rows.owed[i] - rows.netting[i] + held + abroad.onTheWay[i]) * today
      reserves[i] += rows.held[i] * today
      withheld[i] += held * today
      unrealised[i] += abroad.unrealised[i]
    }
  }

  /// What lenders charge is a cost of its own; what they are owed stands in the books.
  private func closeLenders(_ net: MoneyRow, _ month: Int) {
    guard !lenders.isEmpty || !cards.isEmpty else { return }
    let (costs, owed) = (ledger.row(.financingCosts, month), ledger.row(.owedToLenders, month))
    for i in 0..<lanes { net[i] -= costs[i] }
    for rows in lenders { for i in 0..<lanes { owed[i] += rows.owed[i] } }
    for rows in cards { for i in 0..<lanes { owed[i] += rows.owed[i] } }
  }

  private func closeWorth(_ month: Int) {
    let putIn = ledger.row(.openingCash, 0)
    let (owed, reserves) = (ledger.row(.owedByProcessors, month), ledger.row(.reserves, month))
    let (worth, since) = (books.worth, books.breakEvenMonth)
    for i in 0..<lanes {
      worth[i] =
        books.cash[i] + owed[i] + reserves[i] + books.leftover[i] - books.owedToSuppliers[i] - books.owedToState[i]
    }
    if let rows = opening { for i in 0..<lanes { worth[i] -= rows.owedToOthers[i] } }
    for rows in lenders { for i in 0..<lanes { worth[i] -= rows.owed[i] } }
    for rows in cards { for i in 0..<lanes { worth[i] -= rows.owed[i] } }
    for rows in adAccounts { for i in 0..<lanes { worth[i] += rows.worth(i) } }
    if program.rules.paysOwner { for i in 0..<lanes { worth[i] += books.drawn[i] } }
    for i in 0..<lanes {
      let begun = putIn[i] + books.openingWorth[i]
      since[i] = BreakEven.month(after: since[i], worth: worth[i], putIn: begun, month: month)
    }
  }
}
