import Scenarios
import Simulation

/// Orders arrive, are routed, wait and move (model 4 and 6).
extension ReferenceWorld {
  /// Less than this is no order but rounding, in the plan.
  private static let nothing = 1e-12

  /// Waiting orders ship when their offer is open again; where it is known to be shut they move, or are cancelled.
  mutating func serveWaiting(_ day: Int) {
    for product in unsent.indices {
      for order in unsent[product] { move(order, on: day) }
      unsent[product] = []
    }
    for product in waiting.indices {
      let orders = waiting[product]
      waiting[product] = []
      for order in orders {
        let units = units(of: order)
        offers[product][order.offer].stock?.reserve(-units)
        if isKnownClosed(product, order.offer) {
          move(order, on: day)
        } else {
          hand(order, on: day)
        }
      }
    }
  }

  private mutating func move(_ order: Order, on day: Int) {
    var left = order
    while left.count > Self.nothing, let (place, room) = route(order.product) {
      var part = left
      part.count = min(left.count, room)
      part.offer = place
      left.count -= part.count
      useCapacity(part)
      hand(part, on: day)
    }
    if left.count > Self.nothing { cancel(left, on: day) }
  }

  /// New and repeat orders, product by product in file order.
  mutating func takeOrders(_ day: Int, from arrivals: [StoreVisitors]) {
    for (index, product) in input.products.enumerated() {
      books.post(.lostSales, strandedRepeats[index].take(day))
      let returning = repeats[index].take(day)
      if let slot = product.slot, slots[slot].phase == .empty { continue }
      let means = arrivals.filter { $0.store == product.store }.map { expectedOrders($0, product, day) }
      takenToday = (0, 0)
      if isOffSale(index) {
        books.post(.lostSales, means.reduce(returning, +))
      } else {
        let wanted = means.map { input.isPlan ? $0 : Double(random.poisson($0)) }
        if input.isPlan {
          take(wanted.reduce(returning, +), of: index, on: day)
        } else {
          for _ in 0..<Int(wanted.reduce(returning, +)) { take(1, of: index, on: day) }
        }
        noteOrigins(wanted, arrivals, of: index, on: day)
        payCommissions(wanted, arrivals.filter { $0.store == product.store }, of: index, on: day)
      }
    }
  }

  /// Where not all orders could be taken, the first are those of channels, then of natural traffic, in file order.
  private mutating func payCommissions(
    _ wanted: [Double], _ arrivals: [StoreVisitors], of product: Int, on day: Int
  ) {
    guard takenToday.count > 0, input.fault != .commissionIgnored else { return }
    let (store, slot) = (input.products[product].store, input.products[product].slot)
    var left = takenToday.count
    for (orders, arrival) in zip(wanted, arrivals) {
      let brought = min(left, orders)
      left -= brought
      let owed = arrival.commission * brought * takenToday.value / takenToday.count
      let booked = owed * rate(ofStore: store)
      books.post(.paymentFees, booked)
      accounts[store].takeBack(owed, chargebacks: 0, on: day)
      diary.note(product: product, on: day) { $0.fees += booked }
      note(CandidateDay(fees: booked), slot: slot, candidate: slot.map { slots[$0].candidate } ?? 0, on: day)
    }
  }

  private func expectedOrders(
    _ arrival: StoreVisitors, _ product: ReferenceInput.SuppliedProduct, _ day: Int
  ) -> Double {
    var conversion = input.scenario.stores.entries[product.store].value.conversion * product.terms.conversionFactor
    var share = product.share
    var age = day
    if let slot = product.slot {
      conversion = slots[slot].conversion
      age = day - slots[slot].begun
      if let advertised = arrival.slot { share = advertised == slot ? 1 : 0 }
    }
    conversion *=
      arrival.visitors.willingness * market.demand * market.fad(age) * reputationFactor(day)
      * ReferenceMarket.appeal(of: product.terms.value, in: input.scenario.market, brand: brand)
    return arrival.visitors.count * share * min(1, conversion)
  }

  private func reputationFactor(_ day: Int) -> Double {
    guard input.fault == .reputationLooksAtToday else { return reputation.factor }
    var reputation = reputation
    let due = Fate.allCases.map { ($0, endings[$0.rawValue].amount(day)) }
    reputation.close(
      problems: due.filter { $0.0.isProblem }.reduce(0) { $0 + $1.1 }, shipped: due.reduce(0) { $0 + $1.1 })
    return reputation.factor
  }

  /// Orders want to be placed: accepted as far as offers have room for them, else lost as a sale.
  private mutating func take(_ count: Double, of product: Int, on day: Int) {
    var left = count
    while left > Self.nothing, let (place, room) = route(product) {
      let part = min(left, room)
      left -= part
      let express = self.part(of: part, input.products[product].terms.express.uptake)
      for (isExpress, orders) in [(true, express), (false, part - express)] where orders > 0 {
        accept(orders, of: product, from: place, isExpress: isExpress, on: day)
      }
    }
    if left > Self.nothing { books.post(.lostSales, left) }
  }

  private mutating func accept(_ count: Double, of product: Int, from place: Int, isExpress: Bool, on day: Int) {
    let terms = input.products[product]
    let rate = rate(ofStore: terms.store)
    let value = (terms.terms.orderValue + (isExpress ? terms.terms.express.price : 0)) / rate
    let net = value - accounts[terms.store].vat(in: value)
    let fees = accounts[terms.store].fees(on: value)
    let payouts = accounts[terms.store].accept(count, of: value, on: day)
    takenToday.count += count
    takenToday.value += count * value
    books.post(.orders, count)
    books.post(.revenue, count * net * rate)
    books.post(.paymentFees, count * fees * rate)
    salesOfDay[terms.store] += count * value * rate
    diary.note(product: product, on: day) { entry in
      entry.orders += count
      entry.revenue += count * net * rate
      entry.fees += count * fees * rate
    }
    state.addVAT(count * (value - net) * rate)
    openOrders += count
    let operations = input.scenario.operations
    books.post(.ownerHours, count * operations.orderMinutes / 60)
    answerTickets(count * operations.ticketsPerOrder)
    if operations.messages.sent { payOther(count * operations.messages.cost) }

    let candidate = terms.slot.map { slots[$0].candidate } ?? 0
    note(
      CandidateDay(orders: count, revenue: count * net * rate, fees: count * fees * rate), slot: terms.slot,
      candidate: candidate,
      on: day)
    let order = Order(
      product: product, candidate: candidate, day: day, isExpress: isExpress, value: value, payouts: payouts,
      offer: place, count: count)
    useCapacity(order)
    hand(order, on: day)
  }

  /// Somebody answers them, for money and for the owner's time.
  mutating func answerTickets(_ asked: Double) {
    let operations = input.scenario.operations
    let isSpared = operations.messages.sent && input.fault != .messagesSpareNoTickets
    let tickets = asked * (isSpared ? 1 - operations.messages.fewerTickets : 1)
    payOther(tickets * operations.ticketCost)
    books.post(.ownerHours, tickets * operations.ticketMinutes / 60)
  }

  private mutating func useCapacity(_ order: Order) {
    suppliers[input.products[order.product].offers[order.offer].supplier].take(order.count)
  }

  private func units(of order: Order) -> Double {
    order.count * input.products[order.product].terms.unitsPerOrder
  }

  /// An offer that is open takes the order at once; at one that is shut it waits.
  private mutating func hand(_ order: Order, on day: Int) {
    if isClosed(order.product, order.offer) {
      let units = units(of: order)
      offers[order.product][order.offer].stock?.reserve(units)
      waiting[order.product].append(order)
    } else {
      ship(order, on: day)
    }
  }

  private mutating func cancel(_ order: Order, on day: Int) {
    accounts[input.products[order.product].store].date(order, from: day)
    refund(order, on: day)
    if input.ruleFault == .cancelledNotRefunds {
      diary.note(product: order.product, on: day) { $0.refunds -= order.count }
    }
    books.post(.cancelledOrders, order.count)
    openOrders -= order.count
  }
}
