import Scenarios
import Simulation

/// Visitors that landed in a store.
struct StoreVisitors {
  let store: Int
  let visitors: Visitors
}

/// The steps of a day, in its order.
extension ReferenceWorld {
  /// Payouts and reserves that fall due; in the evening once more, for those without any lag.
  mutating func payOut(_ day: Int) {
    for store in accounts.indices {
      let (paid, won) = accounts[store].payOut(day)
      books.receive(.payouts, paid)
      books.post(.refundsAndChargebacks, -won)
      books.receive(.released, accounts[store].release(day))
    }
  }

  mutating func beginSuppliers(_ day: Int) {
    for supplier in suppliers.indices {
      suppliers[supplier].begin(day, &random)
      if suppliers[supplier].isShut { books.post(.supplierDownDays, 1) }
    }
  }

  /// Draws what the day is like.
  mutating func beginMarket(_ day: Int) {
    let month = input.time.calendarMonth[day]
    market.begin(day, calendarMonth: month, &random)
    for channel in channels.indices {
      channels[channel].begin(
        day, calendarMonth: month, market: market, correlation: input.scenario.market.adsCorrelation, &random)
    }
  }

  mutating func payFixedCosts(_ day: Int) {
    for cost in input.scenario.costs.entries.map(\.value) {
      let amount = input.time.part(of: cost.amount, on: day)
      books.post(cost.row == .other ? .other : .platformAndTools, amount)
      books.pay(.fixedPayments, amount)
    }
    for source in traffic where input.time.isFirstOfMonth(day) {
      books.post(.platformAndTools, source.terms.cost)
      books.pay(.fixedPayments, source.terms.cost)
    }
    for channel in channels {
      books.post(.other, channel.creativeCost(day))
      books.pay(.otherPayments, channel.creativeCost(day))
    }
  }

  /// Channels spend in file order what cash and credit line bear.
  mutating func advertise(_ day: Int) -> [StoreVisitors] {
    var (planned, paid) = (0.0, 0.0)
    var arrived: [StoreVisitors] = []
    for index in channels.indices {
      let store = channels[index].store
      let isPaused = isShut(channel: index) || (accounts[store].terms.pauseAdsWhenOutOfStock && isOutOfStock(store))
      let wish = channels[index].plannedSpend(day, isPaused: isPaused)
      let money = min(wish, max(0, books.cash + input.scenario.cash.creditLine))
      books.post(.ads, money)
      books.pay(.adPayments, money)
      let visitors = channels[index].spend(money, day)
      books.post(.clicks, visitors.count)
      diary.note(channel: index, spend: money, clicks: visitors.count, on: day)
      arrived.append(StoreVisitors(store: store, visitors: visitors))
      planned += wish
      paid += money
    }
    starvedDays = planned > 0 && paid < planned / 2 ? starvedDays + 1 : 0
    return arrived
  }

  mutating func naturalVisitors(_ day: Int) -> [StoreVisitors] {
    traffic.indices.map { index in
      let visitors = traffic[index].visitors(day, &random)
      return StoreVisitors(store: traffic[index].store, visitors: isShut(traffic: index) ? Visitors() : visitors)
    }
  }

  private func isOutOfStock(_ store: Int) -> Bool {
    input.products.allSatisfy { $0.store != store || isOffSale($0) }
  }

  /// While no offer is known to be open the product is off sale.
  func isOffSale(_ product: ReferenceInput.SuppliedProduct) -> Bool {
    product.isClosed || product.offers.allSatisfy { suppliers[$0.supplier].isKnownShut }
  }

  mutating func close(_ day: Int) {
    revealFates(day)
    books.closeDay()
    diary.cash.append(books.cash)
    noteWhatIsOpen()
    if !isOver {
      if books.cash < -input.scenario.cash.creditLine - 1e-6 {
        (ruinDay, ruinCause) = (day, .insolvent)
      } else if starvedDays >= 14 {
        (ruinDay, ruinCause) = (day, .starved)
      }
    }
    guard input.time.isLastOfMonth(day) else { return }
    books.closeMonth(
      owed: accounts.reduce(0) { $0 + $1.owed }, reserved: accounts.reduce(0) { $0 + $1.reserved },
      openOrders: openOrders)
  }
}
