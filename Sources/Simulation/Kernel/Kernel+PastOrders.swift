import Scenarios
import Statistics

/// Orders that were placed before the first day (model 17): each lives its life of model 7 from its own day. What falls
/// before day 0 has happened, and is in the opening balances.
extension Kernel {
  func openOrders(_ given: OpeningProgram, _ rows: OpeningRows) {
    for (place, orders) in given.orders.enumerated() {
      let count = row(orders.count)
      let hold = stores[program.products[orders.product].store].hold
      hold?.remember(count, from: orders.day, areChargebacks: false, lanes: lanes)
      lookWhoComesBack(orders.product)
      for lane in 0..<lanes where count[lane] > 0 {
        let run = OrderRun(lane: lane, day: orders.day, first: 0, count: count[lane], opening: place)
        openClaims(orders, count[lane], rows, lane)
        rows.orders[lane] += count[lane]
        books.open[lane] += count[lane]
        let sale = sale(of: orders, lane)
        guard let offer = orders.offer else {
          waiting.append(
            WaitingOrders(product: orders.product, offer: 0, orders: run, sale: sale, isUnsent: true))
          continue
        }
        selling(orders.product, lane, for: sale) {
          settle(run, of: orders, offer, shipped: orders.day, orders.delivery, planned: orders.planned)
        }
      }
    }
  }

  /// Payouts that have no date before delivery.
  private func openClaims(_ orders: OpeningOrdersProgram, _ count: Double, _ rows: OpeningRows, _ lane: Int) {
    let claim = count * row(orders.claim)[lane]
    rows.claims[lane] += claim
    stores[program.products[orders.product].store].owed[lane] += claim
  }

  /// What the orders were sold for, in the order of ``ProductRows/sold``. The claim is divided among the ways to be paid
  /// that count from delivery, by their shares.
  private func sale(of orders: OpeningOrdersProgram, _ lane: Int) -> [Double] {
    let rows = products[orders.product]
    let store = program.stores[program.products[orders.product].store]
    let value = orders.value.map { row($0)[lane] } ?? rows.sale.value[lane]
    let vatRate = row(store.vatRate)[lane]
    let whole = store.ways.reduce(0) { $0 + ($1.paysFromDelivery ? $1.share : 0) }
    let claims = store.ways.map { $0.paysFromDelivery ? row(orders.claim)[lane] * $0.share / whole : 0 }
    let sale = [value, value * vatRate / (1 + vatRate)] + claims
    return rows.expressSale == nil ? sale : sale + sale
  }

  /// What becomes of orders that an offer ships, or has shipped.
  func settle(
    _ run: OrderRun, of orders: OpeningOrdersProgram, _ offer: Int, shipped: Int, _ delivery: LagTable, planned: Int
  ) {
    let (terms, lane) = (fates[orders.product][offer], run.lane)
    let rates = orders.areDelivered ? FateRates(terms, lane).delivered : FateRates(terms, lane)
    func shipment(_ number: Int, after days: Int) -> Shipment {
      Shipment(
        lane: lane, ordered: run.day, number: number, shipped: shipped, due: shipped + days, isExpress: false,
        opening: run.opening)
    }
    guard mode == .worlds else {
      let shipment = shipment(run.first, after: planned)
      dateClaims(run.count, of: orders.product, from: shipment.due, lane)
      return planFates(run.count, shipment, terms, rates, delivery)
    }
    for number in run.first..<(run.first + Int(run.count)) {
      let words = orders.fates.block(path: path(of: lane), day: 0, index: number)
      let shipment = shipment(number, after: delivery.days(word: words[1]))
      dateClaims(1, of: orders.product, from: shipment.due, lane)
      drawFate(of: shipment, terms, rates, words)
    }
  }

  /// Payouts that are counted from delivery get their dates. One whose date is past is still owed, so it is paid today.
  private func dateClaims(_ count: Double, of product: Int, from day: Int, _ lane: Int) {
    let store = program.products[product].store
    for (index, way) in program.stores[store].ways.enumerated() where way.paysFromDelivery {
      let amount = count * products[product].sale.payouts[index][lane]
      let due = way.dates.due(fromAny: day, days: Int(row(way.payoutDays)[lane]))
      stores[store].dated[lane] += amount
      stores[store].payouts.add(amount, day: max(0, due), lane: lane)
    }
  }

  /// An order whose delivery was due before the first day has its outcome, which the first month counts; customers have
  /// heard of it, unless the opening balances say what they have heard.
  func closeBefore(_ shipment: Shipment, as fate: Metric, _ count: Double) {
    let lane = shipment.lane
    ledger.add(count, fate, month: 0, lane: lane)
    guard program.brand.hasReputation, program.opening?.reputation == nil else { return }
    let halflife = row(program.brand.reputationHalflife)[lane]
    let weight = count * Elementary.pow(0.5, Double(-1 - shipment.due) / halflife)
    brand.shipped[lane] += weight
    if fate == .lost || fate == .bad || fate == .late { brand.problems[lane] += weight }
  }

  /// Has a customer who will come back, and whose delivery was due before the first day, not done so yet?
  func isStillAway(_ shipment: Shipment, _ product: Int, _ word: UInt32) -> Bool {
    guard shipment.due < -1 else { return true }
    let stays = 1 - products[product].hazard[shipment.lane].double
    return Uniform.double(word) < Elementary.pow(stays, Double(-1 - shipment.due))
  }

  /// Refunds and chargebacks that come from handing on opening orders are told apart.
  func tellingApart(_ orders: OrderRun, _ serve: () -> Void) {
    guard orders.opening != nil, let rows = opening else { return serve() }
    let months = 0..<program.months
    let before = months.map { ledger.row(.refundsAndChargebacks, $0)[orders.lane] }
    serve()
    for month in months {
      rows.refunds[month * width + orders.lane] +=
        ledger.row(.refundsAndChargebacks, month)[orders.lane] - before[month]
    }
  }
}

extension FateRates {
  /// The same of orders that have arrived: none of them can be lost.
  var delivered: FateRates {
    let arrived = 1 - lost
    guard lost > 0, arrived > 0 else { return self }
    return FateRates(
      fraud: fraud / arrived, lost: 0, bad: bad / arrived, unwanted: unwanted / arrived, late: late / arrived)
  }
}

extension PayoutDates {
  /// The same for a day before the first one: weeks and cycles go on backwards.
  func due(fromAny day: Int, days: Int) -> Int {
    guard day < 0 else { return due(from: day, days: days) }
    let period = 7 * cycle
    let shift = (period - 1 - day) / period * period
    return due(from: day + shift, days: days) - shift
  }
}
