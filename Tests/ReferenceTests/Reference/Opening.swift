import Language
import Scenarios
import Simulation

/// What a running business has on its way on the first morning (model 17).
extension ReferenceWorld {
  /// Puts it into the books before anything happens.
  mutating func begin(with opening: OpeningBalances) {
    expectMoney(opening)
    for debt in opening.owed { owe(debt) }
    for stock in opening.stock { bring(stock.offer, stock.units, at: stock.unitCost, on: 0) }
    for arrival in opening.arriving { bring(arrival.offer, arrival.units, at: arrival.unitCost, on: day(arrival.on)) }
    if let bad = opening.reputation.bad, let orders = opening.reputation.orders {
      reputation.begin(bad: bad, orders: orders)
    }
    for orders in opening.orders { live(through: orders) }
    for disputes in opening.disputes { remember(disputes) }
    openingWorth = worthOfClaims + stockWorth.cost
    openingOrders = openOrders + endedBefore
  }

  private func day(_ date: CalendarDate) -> Int { input.scenario.start.days(until: date) }

  private func store(_ name: String) -> Int { ReferenceInput.store(name, in: input.scenario) }

  // MARK: 1 and 2 Money of processors, debts

  private mutating func expectMoney(_ opening: OpeningBalances) {
    for payout in opening.payouts { accounts[store(payout.store)].expect(payout.amount, on: day(payout.due)) }
    for reserve in opening.reserves { accounts[store(reserve.store)].keep(reserve.amount, until: day(reserve.until)) }
    for hold in opening.holds {
      accounts[store(hold.store)].goOnHolding(hold.withheld, share: hold.share, until: day(hold.until))
    }
    for deduction in opening.deductions { accounts[store(deduction.store)].takeBack(deduction.amount) }
  }

  private mutating func owe(_ debt: OpeningDebt) {
    switch debt.to {
    case "state": oldTaxes.add(debt.amount, on: day(debt.due))
    case "other": oldDebts.add(debt.amount, on: day(debt.due))
    default: bills.add(debt.amount, on: day(debt.due))
    }
  }

  // MARK: 4 Stock

  private mutating func bring(_ path: String, _ units: Double, at price: Double, on day: Int) {
    let names = path.split(separator: ".").map(String.init)
    for (product, terms) in input.products.enumerated() {
      guard input.scenario.products.names[terms.place] == names[1] else { continue }
      for (place, offer) in terms.offers.enumerated() where input.scenario.suppliers.names[offer.supplier] == names[3] {
        offers[product][place].stock?.buy(units, at: price, arriving: day, today: 0)
      }
    }
  }

  // MARK: 3 Orders

  /// Each of them lives through section 7 from its own day; the plan's go through it together.
  private mutating func live(through given: OpeningOrders) {
    guard let index = input.products.firstIndex(where: { input.scenario.products.names[$0.place] == given.product })
    else { return }
    let product = input.products[index]
    let supplier = input.scenario.suppliers.names.firstIndex(of: given.supplier)
    var order = Order(
      product: index, candidate: 0, day: day(given.ordered), isExpress: false,
      value: given.value ?? product.terms.orderValue, payouts: accounts[product.store].claims(of: given.claim),
      offer: product.offers.firstIndex { $0.supplier == supplier } ?? 0, count: given.count)
    openOrders += given.count
    accounts[product.store].claim(given.count * given.claim)
    accounts[product.store].hold.remember(orders: given.count, on: order.day)
    if !input.isPlan { order.count = 1 }
    for _ in 0..<(input.isPlan ? 1 : Int(given.count)) {
      if given.isTaken { arrive(order, given.delivered) } else { unsent[index].append(order) }
    }
  }

  /// An order that was shipped on its own day.
  private mutating func arrive(_ order: Order, _ delivered: Bool?) {
    let product = input.products[order.product]
    let supplier = suppliers[product.offers[order.offer].supplier].terms
    let door = Door(handling: supplier.handlingDays, transit: supplier.transitDays, age: -order.day, delivered)
    let due = order.day + days(through: door)
    accounts[product.store].date(order, from: due)
    var late = Double(due - order.day) > product.terms.promisedDays ? 1.0 : 0
    if input.isPlan { late = door.exceeds(product.terms.promisedDays.rounded(.down)) }
    let goods = product.terms.unitsPerOrder * unitCost(order.product, order.offer)
    let stock = offers[order.product][order.offer].stock
    let average = stock.map { product.terms.unitsPerOrder * ($0.units > 0 ? $0.value / $0.units : 0) }
    for (fate, count) in fates(of: order, isLate: late, isDelivered: delivered == true) where count > 0 {
      var part = order
      part.count = count
      end(fate, count, due: due)
      settle(
        fate, of: part, shipped: order.day, due: due, goods: average ?? goods, recovery: supplier.supplierRecovery)
    }
  }

  /// What was due before the first day has its outcome already.
  private mutating func end(_ fate: Fate, _ count: Double, due: Int) {
    guard due < 0 else { return endings[fate.rawValue].add(count, on: due) }
    books.post(fate.metric, count)
    openOrders -= count
    endedBefore += count
    guard input.scenario.opening.reputation.orders == nil else { return }
    reputation.remember(problems: fate.isProblem ? count : 0, shipped: count, daysAgo: -due)
  }

  // MARK: 4 Disputes

  private mutating func remember(_ disputes: OpeningDisputes) {
    let (store, day) = (store(disputes.store), day(disputes.on))
    accounts[store].hold.remember(disputes: disputes.count, on: day)
    let (rate, decision) = (input.scenario.returns.winRate, input.scenario.returns.disputeDecisionDays)
    let door = Door(handling: .fixed(0), transit: decision, age: -day, false)
    for _ in 0..<(input.isPlan ? 1 : Int(disputes.open)) {
      let won = part(of: input.isPlan ? disputes.open : 1, rate)
      if won > 0 { accounts[store].win(won * disputes.value, on: max(0, day + days(through: door))) }
    }
  }

  // MARK: 2 and 3 On the first day

  /// Debts to the state and to others.
  mutating func payOldDebts(_ day: Int) {
    books.pay(.taxPayments, oldTaxes.take(day))
    books.pay(.otherPayments, oldDebts.take(day))
  }

  /// What processors owe and keep, less debts.
  private var worthOfClaims: Double {
    accounts.reduce(0) { $0 + $1.owed + $1.reserve } - bills.outstanding - oldTaxes.outstanding - oldDebts.outstanding
  }
}

/// How long a parcel takes of which it is known whether it has arrived.
private struct Door {
  let handling: Lag
  let transit: Lag
  /// Whole days since the order.
  let age: Int
  let delivered: Bool?

  init(handling: Lag, transit: Lag, age: Int, _ delivered: Bool?) {
    (self.handling, self.transit, self.age, self.delivered) = (handling, transit, age, delivered)
  }

  func fits(_ days: Int) -> Bool { delivered.map { $0 ? days < age : days >= age } ?? true }

  /// Where nothing fits it arrives as soon, or has arrived as late, as can be.
  var nearest: Int { delivered == true ? age - 1 : age }

  private func beyond(_ days: Double) -> Double { days < 0 ? 1 : handling.exceeds(days, with: transit) }

  /// P(days > d), given what is known.
  func exceeds(_ days: Double) -> Double {
    guard let delivered else { return beyond(days) }
    let left = beyond(Double(age - 1))
    if delivered {
      if days >= Double(age - 1) { return 0 }
      return left < 1 ? 1 - (1 - beyond(days)) / (1 - left) : 1
    }
    if days < Double(age) { return 1 }
    return left > 0 ? beyond(days) / left : 0
  }

  /// Of the whole days.
  var mean: Double { (0..<4_000).lazy.map { exceeds(Double($0)) }.prefix { $0 > 1e-12 }.reduce(0, +) }
}

extension ReferenceWorld {
  private mutating func days(through door: Door) -> Int {
    if input.isPlan {
      return door.delivered == nil ? wholeDays(door.handling, door.transit) : Int((door.mean + 0.5).rounded(.down))
    }
    for _ in 0..<100_000 {
      let days = wholeDays(door.handling, door.transit)
      if door.fits(days) { return days }
    }
    return door.nearest
  }
}
