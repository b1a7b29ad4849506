import Scenarios
import Simulation

/// Visitors that landed in a store, or with one of the products that it tests.
struct StoreVisitors {
  let store: Int
  let slot: Int?
  let visitors: Visitors
  /// What those who brought them take of the order value.
  var commission = 0.0
}

/// The steps of a day, in its order.
extension ReferenceWorld {
  // MARK: 1 Payouts, reserves and holds

  mutating func beginHolds(_ day: Int) {
    for store in accounts.indices { receive(accounts[store].beginHold(day, &random), from: store, as: .released, day) }
  }

  /// Payouts that fall due; in the evening once more, for those without any lag.
  mutating func payOut(_ day: Int) {
    for store in accounts.indices {
      let (paid, won) = accounts[store].payOut(day)
      let vat = input.fault == .wonVATKept ? 0 : accounts[store].vat(in: won)
      let rate = rate(ofStore: store)
      receive(paid, from: store, as: .payouts, day)
      books.post(.refundsAndChargebacks, (vat - won) * rate)
      state.addVAT(vat * rate)
    }
  }

  mutating func releaseReserves(_ day: Int) {
    for store in accounts.indices { receive(accounts[store].release(day), from: store, as: .released, day) }
  }

  // MARK: 2 Suppliers change

  mutating func beginSupply(_ day: Int) {
    var luck: [String: Double] = [:]
    for supplier in suppliers.indices {
      let region = suppliers[supplier].terms.region
      let regionLuck = luck[region] ?? random.uniform()
      luck[region] = regionLuck
      suppliers[supplier].begin(
        day, regionLuck: regionLuck, commonCause: input.scenario.commonCause, &random)
      if suppliers[supplier].isShut { books.post(.supplierDownDays, 1) }
    }
    for product in offers.indices {
      for place in offers[product].indices { offers[product][place].begin(day, &random) }
    }
    if day == 0 { fillStock() }
  }

  /// After the events of the morning, so that chances that they change count at once.
  mutating func changeSupply(_ day: Int) {
    for supplier in suppliers.indices { suppliers[supplier].change(day, &random) }
    if !isOver { placeTestOrders(day) }
  }

  /// Draws what the day is like.
  mutating func beginMarket(_ day: Int) {
    let month = input.time.calendarMonth[day]
    brand.begin()
    market.begin(day, calendarMonth: month, brand: brand, &random)
    for channel in channels.indices {
      channels[channel].begin(
        day, calendarMonth: month, market: market, correlation: input.scenario.market.adsCorrelation, &random)
    }
  }

  // MARK: 4 Costs

  /// What must be paid whatever has become of the business.
  mutating func payWhatIsDue(_ day: Int) {
    payBills(day)
    payBillsWithCards(day)
    payForAds(day)
    payOldDebts(day)
    if input.time.isFirstOfMonth(day) { books.pay(.taxPayments, state.pay()) }
    payOther(interest(day))
    settleCards(day)
    meetLenders(day)
    keepStock(day)
  }

  private func interest(_ day: Int) -> Double {
    guard day > 0 else { return 0 }
    let cash = input.scenario.cash
    let debt = input.fault == .interestOnCash ? abs(closedCash) : max(0, -closedCash)
    return cash.interestRate / 365 * min(cash.creditLine, debt)
  }

  /// A cost of the row "other" that is paid at once.
  mutating func payOther(_ amount: Double) {
    books.post(.other, amount)
    books.pay(.otherPayments, amount)
  }

  mutating func payFixedCosts(_ day: Int) {
    for cost in input.scenario.costs.entries.map(\.value) {
      let amount = input.time.part(of: cost.amount, on: day)
      books.post(cost.row == .other ? .other : .platformAndTools, amount)
      books.pay(.fixedPayments, amount)
    }
    for source in traffic where input.time.isFirstOfMonth(day) && source.isOpen(day) {
      books.post(.platformAndTools, source.terms.cost)
      books.pay(.fixedPayments, source.terms.cost)
    }
    for channel in channels { payOther(channel.creativeCost(day)) }
    if input.fault != .ownerNeverPrepares {
      if day == 0 { books.post(.ownerHours, input.scenario.operations.setupHours) }
      for source in traffic where source.isOpen(day) { books.post(.ownerHours, source.terms.hours * 12 / 365) }
    }
    payOther(input.scenario.brand.spend)
    brand.spend(input.scenario.brand.spend)
  }

  // MARK: 5 Visitors

  /// Channels spend in file order what cash and credit line bear; where products are tested, slot by slot.
  mutating func advertise(_ day: Int) -> [StoreVisitors] {
    var (planned, paid) = (0.0, 0.0)
    var arrived: [StoreVisitors] = []
    for index in channels.indices {
      let (store, slot) = (channels[index].store, channels[index].slot)
      let isPaused =
        isShut(channel: index) || (accounts[store].terms.pauseAdsWhenOutOfStock && isOutOfStock(store, slot))
      let wish = channels[index].plannedSpend(day, budget: budget(of: channels[index]), isPaused: isPaused)
      let money: Double
      if let account = adAccount(of: channels[index].terms) {
        money = spend(wish, on: account)
      } else {
        let card = card(channels[index].terms.card)
        money = min(wish, max(0, books.cash + input.scenario.cash.creditLine) + room(on: card))
        pay(.adPayments, money, with: card)
      }
      books.post(.ads, money)
      if money > 0, input.fault != .adsRunThemselves {
        books.post(.ownerHours, input.scenario.operations.adsMinutes / 60)
      }
      let visitors = channels[index].spend(money, day)
      books.post(.clicks, visitors.count)
      diary.note(channel: index, spend: money, clicks: visitors.count, on: day)
      if let slot {
        if slots[slot].phase == .testing { books.post(.testSpend, money) }
        note(
          CandidateDay(spend: money, clicks: visitors.count), slot: slot, candidate: slots[slot].candidate, on: day)
      }
      arrived.append(StoreVisitors(store: store, slot: slot, visitors: visitors))
      planned += wish
      paid += money
    }
    billThresholds(day)
    starvedDays = planned > 0 && paid < planned / 2 ? starvedDays + 1 : 0
    return arrived
  }

  private func budget(of channel: ReferenceChannel) -> Double {
    guard let tests = input.tests, let slot = channel.slot, slots[slot].phase == .testing else {
      return channel.terms.budget
    }
    return tests.budget(of: channel.terms, in: input.scenario)
  }

  mutating func naturalVisitors(_ day: Int) -> [StoreVisitors] {
    traffic.indices.map { index in
      let visitors = traffic[index].visitors(day, &random)
      return StoreVisitors(
        store: traffic[index].store, slot: nil, visitors: isShut(traffic: index) ? Visitors() : visitors,
        commission: traffic[index].terms.commission)
    }
  }

  /// Has the store, or the slot, nothing to sell?
  private func isOutOfStock(_ store: Int, _ slot: Int?) -> Bool {
    for (index, product) in input.products.enumerated() where product.store == store && product.slot == slot {
      if !isOffSale(index) { return false }
    }
    return true
  }

  // MARK: 9 The day closes

  mutating func close(_ day: Int) {
    revealFates(day)
    books.closeDay()
    closedCash = books.cash
    diary.cash.append(books.cash)
    noteWhatIsOpen(day)
    if !isOver {
      if books.cash < -input.scenario.cash.creditLine - 1e-6 {
        (ruinDay, ruinCause) = (day, .insolvent)
      } else if starvedDays >= 14 {
        (ruinDay, ruinCause) = (day, .starved)
      }
    }
    if input.time.isLastOfMonth(day) { closeMonth(input.time.reportedMonth[day]) }
  }

  private mutating func closeMonth(_ month: Int) {
    quarterProfit += books.profit
    var tax = 0.0
    let terms = input.scenario.tax
    let months = terms.period == .year ? 12 : terms.period == .quarter ? 3 : 1
    if input.time.isLast(of: months, month: month) || input.fault == .taxByMonth {
      tax = input.scenario.tax.rate * max(0, quarterProfit)
      quarterProfit = 0
    }
    books.post(.other, tax)
    let isVATDue = terms.vatPeriod == .month || input.time.isLast(of: 3, month: month) || input.fault == .vatByMonth
    state.closeMonth(incomeTax: tax, isVATDue: isVATDue)
    books.closeMonth([
      .owedByProcessors: accounts.reduce(0) { $0 + $1.owed * $1.rate },
      .withheld: accounts.reduce(0) { $0 + $1.hold.withheld * $1.rate },
      .reserves: accounts.reduce(0) { $0 + $1.reserve * $1.rate },
      .unrealisedExchange: accounts.reduce(0) { $0 + $1.unrealised },
      .stock: stockWorth.cost,
      .owedToSuppliers: bills.outstanding + cards.reduce(0) { $0 + $1.bills.outstanding },
      .owedToState: state.owed + oldTaxes.outstanding,
      .owedToOthers: oldDebts.outstanding,
      .owedToLenders: owedToLenders,
      .adBalance: adAccounts.reduce(0) { $0 + $1.worth },
      .openOrders: openOrders,
    ])
    profitOfLastMonth = books.profit
    worthOfMonths.append(worth)
  }
}
