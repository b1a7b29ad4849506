import Scenarios
import Simulation

/// Sections 4 and 6 of the model: orders arrive, are routed, wait and move.
extension ReferenceWorld {
  /// Waiting orders ship when their supplier is open again; where it is known to be shut they move, or are cancelled.
  mutating func serveWaiting(_ day: Int) {
    for product in waiting.indices {
      let orders = waiting[product]
      waiting[product] = []
      for var order in orders {
        let supplier = suppliers[input.products[product].offers[order.offer].supplier]
        if supplier.isKnownShut {
          guard let offer = route(product) else {
            cancel(order, on: day)
            continue
          }
          order.offer = offer
        }
        hand(order, on: day)
      }
    }
  }

  /// New and repeat orders, product by product in file order.
  mutating func takeOrders(_ day: Int, from arrivals: [StoreVisitors]) {
    for (index, product) in input.products.enumerated() {
      let means = arrivals.filter { $0.store == product.store }.map { expectedOrders($0.visitors, product) }
      let returning = Int(repeats[index].take(day))
      if isOffSale(product) {
        books.post(.lostSales, means.reduce(Double(returning), +))
        continue
      }
      let wanted = means.map { Double(random.poisson($0)) }
      let before = diary.ofProduct(index, day..<day + 1).orders
      for _ in 0..<(returning + Int(wanted.reduce(0, +))) { take(index, on: day) }
      noteOrigins(wanted, arrivals, of: index, taken: diary.ofProduct(index, day..<day + 1).orders - before, on: day)
    }
  }

  private func expectedOrders(_ visitors: Visitors, _ product: ReferenceInput.SuppliedProduct) -> Double {
    let conversion =
      input.scenario.stores.entries[product.store].value.conversion * product.terms.conversionFactor
      * visitors.willingness * market.demand * ReferenceMarket.appeal(of: product.terms, in: input.scenario.market)
    return visitors.count * product.share * min(1, conversion)
  }

  /// One order wants to be placed: accepted when an offer has room for it, else lost as a sale.
  private mutating func take(_ product: Int, on day: Int) {
    guard let offer = route(product) else { return books.post(.lostSales, 1) }
    let value = input.products[product].terms.orderValue
    let store = input.products[product].store
    let payout = accounts[store].accept(value, on: day)
    books.post(.orders, 1)
    books.post(.revenue, value)
    books.post(.paymentFees, accounts[store].fees(on: value))
    let fees = accounts[store].fees(on: value)
    diary.note(product: product, on: day) { entry in
      entry.orders += 1
      entry.revenue += value
      entry.fees += fees
    }
    openOrders += 1
    hand(Order(product: product, day: day, value: value, payout: payout, offer: offer), on: day)
  }

  /// The first offer not known to be shut that has capacity left.
  private mutating func route(_ product: Int) -> Int? {
    for (place, offer) in input.products[product].offers.enumerated() where suppliers[offer.supplier].takes() {
      return place
    }
    return nil
  }

  /// A supplier that is open takes the order at once; at one that is shut it waits.
  private mutating func hand(_ order: Order, on day: Int) {
    let supplier = input.products[order.product].offers[order.offer].supplier
    if suppliers[supplier].isShut {
      waiting[order.product].append(order)
    } else {
      ship(order, on: day)
    }
  }

  private mutating func cancel(_ order: Order, on day: Int) {
    accounts[input.products[order.product].store].date(order.payout, from: day)
    refund(order, on: day)
    if input.ruleFault == .cancelledNotRefunds { diary.note(product: order.product, on: day) { $0.refunds -= 1 } }
    books.post(.cancelledOrders, 1)
    openOrders -= 1
  }
}
