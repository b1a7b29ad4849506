import CRows
import Scenarios
import Statistics

/// What a running business has on its way (model 17): rows that only such a business has.
struct OpeningRows {
  /// What all of it is worth, cash apart.
  let worth: MoneyRow
  /// Orders that were placed before.
  let orders: MoneyRow
  /// Refunds and chargebacks of these, by month.
  let refunds: MoneyRow
  /// How many of each are to come.
  let refundCount: MoneyRow
  let chargebackCount: MoneyRow
  /// Debts to the state and to others by day, and what of the latter is left.
  let stateBills: Schedule?
  let otherBills: Schedule?
  let owedToOthers: MoneyRow
  /// The balances on the first morning.
  let payouts: MoneyRow
  let claims: MoneyRow
  let reserves: MoneyRow
  let held: MoneyRow
  let stock: MoneyRow
  let owed: MoneyRow

  init(_ arena: Arena, _ program: OpeningProgram, days: Int, months: Int) {
    worth = arena.money()
    orders = arena.money()
    refunds = arena.money(months)
    refundCount = arena.money()
    chargebackCount = arena.money()
    stateBills = program.owesState ? Schedule(arena, days: days) : nil
    otherBills = program.owesOthers ? Schedule(arena, days: days) : nil
    owedToOthers = arena.money()
    payouts = arena.money()
    claims = arena.money()
    reserves = arena.money()
    held = arena.money()
    stock = arena.money()
    owed = arena.money()
  }

  /// Those that are not cleared where they are paid.
  var schedules: [Schedule] { [stateBills, otherBills].compactMap(\.self) }

  func clear(lanes: Int) {
    for row in [
      worth, orders, refundCount, chargebackCount, owedToOthers, payouts, claims, reserves, held, stock, owed,
    ] {
      row.update(repeating: 0, count: lanes)
    }
  }
}

extension Kernel {
  /// Puts into the books what is on its way, before the first morning.
  func openBalances() {
    guard let given = program.opening, let rows = opening else { return }
    rows.clear(lanes: lanes)
    openClaims(given, rows)
    openHolds(given, rows)
    openDebts(given, rows)
    openStock(given, rows)
    openReputation(given)
    openOrders(given, rows)
    openDisputes(given)
    tellReputation()
    // Nothing else has been booked yet.
    rows.refunds.update(from: ledger.row(.refundsAndChargebacks, 0), count: program.months * width)
    for month in 0..<program.months {
      add(ledger.row(.refunds, month), to: rows.refundCount)
      add(ledger.row(.chargebacks, month), to: rows.chargebackCount)
    }
    for i in 0..<lanes {
      rows.worth[i] = rows.payouts[i] + rows.claims[i] + rows.reserves[i] + rows.held[i] + rows.stock[i] - rows.owed[i]
    }
  }

  /// Payouts, what is still to be taken off them, and reserves.
  private func openClaims(_ given: OpeningProgram, _ rows: OpeningRows) {
    for payout in given.payouts {
      let (store, amount) = (stores[payout.store], row(payout.amount))
      for i in 0..<lanes {
        store.payouts.add(amount[i], day: payout.day, lane: i)
        store.owed[i] += amount[i]
        store.dated[i] += amount[i]
        rows.payouts[i] += amount[i]
      }
    }
    for deduction in given.deductions {
      let (store, amount) = (stores[deduction.store], row(deduction.amount))
      for i in 0..<lanes {
        store.netting[i] += amount[i]
        rows.payouts[i] -= amount[i]
      }
    }
    for reserve in given.reserves {
      let amount = row(reserve.amount)
      for i in 0..<lanes { keep(amount[i], in: stores[reserve.store], until: reserve.day, i) }
      add(amount, to: rows.reserves)
    }
  }

  private func keep(_ amount: Double, in store: StoreRows, until day: Int, _ lane: Int) {
    store.releases.add(amount, day: day, lane: lane)
    store.held[lane] += amount
  }

  private func add(_ amounts: MoneyRow, to sums: MoneyRow) { for i in 0..<lanes { sums[i] += amounts[i] } }

  /// Holds that go on. One that ends this very morning withholds nothing more: its money is only released.
  private func openHolds(_ given: OpeningProgram, _ rows: OpeningRows) {
    for hold in given.holds {
      let withheld = row(hold.withheld)
      add(withheld, to: rows.held)
      guard hold.until > 0, let held = stores[hold.store].hold, let terms = program.stores[hold.store].hold else {
        for i in 0..<lanes { keep(withheld[i], in: stores[hold.store], until: hold.until, i) }
        continue
      }
      let share = row(hold.share ?? terms.share)
      for i in 0..<lanes {
        held.until[i] = Double(hold.until)
        held.share[i] = share[i]
        held.withheld[i] = withheld[i]
      }
    }
  }

  private func openDebts(_ given: OpeningProgram, _ rows: OpeningRows) {
    for debt in given.debts {
      let amount = row(debt.amount)
      add(amount, to: rows.owed)
      let (owed, bills) =
        switch debt.creditor {
        case .supplier: (books.owedToSuppliers, books.bills)
        case .state: (books.owedToState, rows.stateBills)
        case .others: (rows.owedToOthers, rows.otherBills)
        }
      for i in 0..<lanes {
        owed[i] += amount[i]
        bills?.add(amount[i], day: debt.day, lane: i)
      }
    }
  }

  /// Goods that are paid for: on hand, or on their way.
  private func openStock(_ given: OpeningProgram, _ rows: OpeningRows) {
    for goods in given.stock {
      guard let stock = products[goods.product].offers[goods.offer].stock else { continue }
      let (units, cost) = (row(goods.units), row(goods.unitCost))
      for i in 0..<lanes {
        let value = units[i] * cost[i]
        rows.stock[i] += value
        guard let day = goods.day else {
          stock.units[i] += units[i]
          stock.value[i] += value
          stock.paid?[i] += value
          continue
        }
        stock.unitsComing[i] += units[i]
        stock.valueComing[i] += value
        stock.arrivingUnits.add(units[i], day: day, lane: i)
        stock.arrivingValue.add(value, day: day, lane: i)
      }
    }
    guard !given.stock.isEmpty else { return }
    for (item, product) in zip(program.products, products) {
      for (offer, costs) in zip(item.offers, product.offers) where costs.stock != nil {
        priceOrders(offer, of: item, costs, in: 0..<lanes)
      }
    }
  }

  private func openReputation(_ given: OpeningProgram) {
    guard program.brand.hasReputation, let reputation = given.reputation else { return }
    let (bad, orders) = (row(reputation.bad), row(reputation.orders))
    for i in 0..<lanes {
      brand.problems[i] = bad[i] * orders[i]
      brand.shipped[i] = orders[i]
    }
  }

  /// Chargebacks of the last 90 days count for holds; open ones may be won.
  private func openDisputes(_ given: OpeningProgram) {
    for disputes in given.disputes {
      let (count, open, value) = (row(disputes.count), row(disputes.open), row(disputes.value))
      let (store, winRate) = (program.stores[disputes.store], row(program.returns.winRate))
      stores[disputes.store].hold?.remember(count, from: disputes.day, areChargebacks: true, lanes: lanes)
      for lane in 0..<lanes where open[lane] > 0 {
        let vatRate = row(store.vatRate)[lane]
        let vat = value[lane] * vatRate / (1 + vatRate)
        func win(_ count: Double, after days: Int) {
          let day = max(0, disputes.day + days)
          winBack(count * value[lane], vat: count * vat, day: day, disputes.store, lane)
        }
        if mode == .plan {
          win(open[lane] * winRate[lane], after: Lag.planned(disputes.decision.mean))
          continue
        }
        for number in 0..<Int(open[lane]) {
          let words = disputes.stream.block(path: path(of: lane), day: 0, index: number)
          guard Uniform.double(words[0]) < winRate[lane] else { continue }
          win(1, after: disputes.decision.days(word: words[1]))
        }
      }
    }
  }

  /// Debts to the state and to others fall due (step 4).
  func payOpeningDebts(_ day: Int, _ month: Int) {
    guard let rows = opening else { return }
    if let bills = rows.stateBills?.row(day) {
      let payments = ledger.row(.taxPayments, month)
      for i in 0..<lanes {
        payments[i] += bills[i]
        books.cash[i] -= bills[i]
        books.owedToState[i] -= bills[i]
      }
    }
    guard let bills = rows.otherBills?.row(day) else { return }
    let payments = ledger.row(.otherPayments, month)
    for i in 0..<lanes {
      payments[i] += bills[i]
      books.cash[i] -= bills[i]
      rows.owedToOthers[i] -= bills[i]
    }
  }
}
