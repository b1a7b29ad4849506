import CRows
import Statistics

/// What one order brings: its value, and how the processors divide it.
final class SaleRows {
  /// What the customer pays, and the state's part of it.
  let value: MoneyRow
  let vat: MoneyRow
  /// Commission and fees; what is paid out; what is kept in reserve.
  let fee: MoneyRow
  let payout: MoneyRow
  let reserve: MoneyRow
  /// Payout and reserve by the ways to be paid; with one way they are the rows above.
  let payouts: [MoneyRow]
  let reserves: [MoneyRow]

  init(_ arena: Arena, ways: Int) {
    value = arena.money()
    vat = arena.money()
    fee = arena.money()
    payout = arena.money()
    reserve = arena.money()
    let (payout, reserve) = (payout, reserve)
    payouts = ways == 1 ? [payout] : (0..<ways).map { _ in arena.money() }
    reserves = ways == 1 ? [reserve] : (0..<ways).map { _ in arena.money() }
  }
}

/// Visitors of a product who come by one channel or natural traffic: rows only, which cost nothing to hold.
struct VisitorSource<Number: RowNumber> {
  let visits: Row<Number>
  let appeal: Row<Number>
  let conversion: Row<Number>
  /// The part of the visitors who look at the product.
  let share: Number
  let stream: Stream
  /// The orders that it brings, where somebody looks back at them or takes a part.
  let brought: Row<Number>?
}

/// Who brings visitors to the products: channels, then natural traffic.
struct VisitorSources<Number: RowNumber> {
  private var all: [(product: Int, source: VisitorSource<Number>)] = []

  init(
    _ program: Program, _ channels: [ChannelRows<Number>], _ traffic: [TrafficRows<Number>], _ watch: WatchRows<Number>,
    lanes: Int
  ) {
    for (place, (channel, rows)) in zip(program.channels, channels).enumerated() {
      let brought = watch.brought.isEmpty ? nil : watch.brought[place]
      add(channel.links, visits: rows.clicks, rows.appeal, rows.conversion, brought: brought, lanes)
    }
    for (place, (source, rows)) in zip(program.traffic, traffic).enumerated() {
      let brought = watch.broughtNaturally.isEmpty ? nil : watch.broughtNaturally[place]
      add(source.links, visits: rows.visits, rows.appeal, rows.conversion, brought: brought, lanes)
    }
  }

  private mutating func add(
    _ links: [ProductLink], visits: Row<Number>, _ appeal: Row<Number>, _ conversion: Row<Number>,
    brought: [Row<Number>]?, _ lanes: Int
  ) {
    for (index, link) in links.enumerated() {
      let source = VisitorSource<Number>(
        visits: visits, appeal: appeal + index * lanes, conversion: conversion, share: Number(link.share),
        stream: link.stream,
        brought: brought?[index])
      all.append((link.product, source))
    }
  }

  func of(_ product: Int) -> [VisitorSource<Number>] { all.filter { $0.product == product }.map(\.source) }
}

/// A product on its day (model 4 and 6).
final class ProductRows<Number: RowNumber> {
  /// Is it one that is tested?
  let isTested: Bool
  /// In the order in which they are drawn.
  let sources: [VisitorSource<Number>]
  /// An order, and one whose customer buys express shipping.
  let sale: SaleRows
  let expressSale: SaleRows?
  /// What is owed for an order, to whom and back.
  let sold: [MoneyRow]
  let offers: [OfferRows<Number>]
  /// 1 while some offer takes orders.
  let onSale: Row<Number>
  /// Orders wanted today that no offer has taken yet.
  let wanted: Row<Number>
  /// Orders taken today so far, which numbers the next one, and the express ones among them.
  let taken: Row<Number>
  let expressTaken: Row<Number>
  /// Orders that one offer takes, those that it ships at once, and the express ones among either.
  let take: Row<Number>
  let shipped: Row<Number>
  let expressTake: Row<Number>
  /// Customers who will order again, those who join them by day, and the chance of each to do so today.
  let returning: Row<Number>
  /// The chance that the customer of an order shipped today comes back: a row of its own where a brand lifts it.
  let comesBack: MoneyRow
  let joining: Schedule?
  /// The share of late orders whose customers complain: a row of its own where messages keep some from it.
  let complains: MoneyRow
  /// The latest day in `joining`, where a candidate of product tests may be dropped before it.
  let lastJoining: MoneyRow?
  /// The same of customers whose candidate of product tests is gone: they order in vain.
  let stranded: Row<Number>
  let strandedJoining: Schedule?
  let hazard: Row<Number>

  init(
    _ arena: Arena, _ product: ProductProgram, _ program: Program, _ suppliers: [SupplierRows<Number>], isTested: Bool,
    sources: [VisitorSource<Number>], repeatRate: MoneyRow, lateComplaint: MoneyRow
  ) {
    self.isTested = isTested
    self.sources = sources
    let ways = program.stores[product.store].ways.count
    sale = SaleRows(arena, ways: ways)
    expressSale = product.express == nil ? nil : SaleRows(arena, ways: ways)
    sold = [sale, expressSale].compactMap(\.self).flatMap { [$0.value, $0.vat] + $0.payouts }
    offers = product.offers.map { OfferRows<Number>(arena, $0, suppliers[$0.supplier], program) }
    onSale = arena.row(filledWith: 1)
    wanted = arena.row()
    taken = arena.row()
    expressTaken = arena.row()
    take = arena.row()
    shipped = arena.row()
    expressTake = arena.row()
    returning = arena.row()
    comesBack = program.brand.hasBrand ? arena.money() : repeatRate
    complains = program.operations.messages == nil ? lateComplaint : arena.money()
    joining = product.canRepeat ? Schedule(arena, days: program.days) : nil
    stranded = arena.row()
    strandedJoining = product.canRepeat && isTested ? Schedule(arena, days: program.days) : nil
    lastJoining = strandedJoining == nil ? nil : arena.money()
    hazard = arena.row()
  }

  var schedules: [Schedule] { [joining, strandedJoining].compactMap(\.self) }
}

extension Kernel {
  /// The expected orders of one channel for one product on one day are cut here, and those beyond are lost sales: each
  /// order is drawn on its own, so that an absurd scenario must not run for hours. Small stores stay far below.
  static var mostOrders: Number { 20_000 }

  func openProducts() {
    for rows in products {
      rows.onSale.update(repeating: 1, count: lanes)
      rows.returning.update(repeating: 0, count: lanes)
      rows.stranded.update(repeating: 0, count: lanes)
      rows.lastJoining?.update(repeating: -1, count: lanes)
    }
    openOffers()
  }

  func deriveProducts(_ indices: Range<Int>, in some: Range<Int>) {
    for index in indices {
      let (item, rows) = (program.products[index], products[index])
      let days = row(item.repeatDays)
      for i in some { rows.hazard[i] = Number(1 / days[i]) }
      let price = row(item.price)
      let units = row(item.unitsPerOrder)
      let rate = self.rate(ofStore: item.store)
      for i in some { rows.sale.value[i] = price[i] * units[i] }
      if let rate { for i in some { rows.sale.value[i] /= rate[i] } }
      derive(rows.sale, store: item.store, in: some)
      if let express = item.express, let sale = rows.expressSale {
        let extra = row(express.price)
        for i in some { sale.value[i] = rows.sale.value[i] + (rate.map { extra[i] / $0[i] } ?? extra[i]) }
        derive(sale, store: item.store, in: some)
      }
      if let fewer = program.operations.messages.map({ row($0.fewerLateComplaints) }) {
        let late = row(item.lateComplaint)
        for i in some { rows.complains[i] = late[i] * (1 - fewer[i]) }
      }
      for (offer, costs) in zip(item.offers, rows.offers) { priceOrders(offer, of: item, costs, in: some) }
      for offer in item.offers.indices { deriveFates(index, offer, in: some) }
    }
  }

  /// Divides the value of an order among state, processors and operator.
  private func derive(_ sale: SaleRows, store: Int, in some: Range<Int>) {
    let terms = program.stores[store]
    let commission = row(terms.commission)
    let vat = row(terms.vatRate)
    for i in some { sale.vat[i] = sale.value[i] * vat[i] / (1 + vat[i]) }
    if let rate = rate(ofStore: store) { return deriveAbroad(sale, terms, rate, in: some) }
    if let way = terms.ways.first, terms.ways.count == 1 {
      let (fee, fixed, reserve) = (row(way.fee), row(way.feeFixed), row(way.reserveRate))
      for i in some {
        sale.fee[i] = sale.value[i] * (commission[i] + fee[i]) + fixed[i]
        // Of an order that is worth less than its fees there is nothing to keep.
        sale.reserve[i] = max(0, sale.value[i] - sale.fee[i]) * reserve[i]
        sale.payout[i] = sale.value[i] - sale.fee[i] - sale.reserve[i]
      }
      return
    }
    for row in [sale.fee, sale.reserve, sale.payout] { for i in some { row[i] = 0 } }
    for (index, way) in terms.ways.enumerated() {
      let (feeShare, fixed, reserveRate) = (row(way.fee), row(way.feeFixed), row(way.reserveRate))
      for i in some {
        let value = sale.value[i] * way.share
        let fee = value * (commission[i] + feeShare[i]) + fixed[i] * way.share
        let reserve = max(0, value - fee) * reserveRate[i]
        sale.reserves[index][i] = reserve
        sale.payouts[index][i] = value - fee - reserve
        sale.fee[i] += fee
        sale.reserve[i] += reserve
        sale.payout[i] += value - fee - reserve
      }
    }
  }

  /// The same in the currency that a store's processors settle in: fixed fees, which may be in any, at today's rate.
  private func deriveAbroad(_ sale: SaleRows, _ terms: StoreProgram, _ rate: MoneyRow, in some: Range<Int>) {
    let commission = row(terms.commission)
    for row in [sale.fee, sale.reserve, sale.payout] { for i in some { row[i] = 0 } }
    for (index, way) in terms.ways.enumerated() {
      let (feeShare, fixed, reserveRate) = (row(way.fee), row(way.feeFixed), row(way.reserveRate))
      for i in some {
        let value = sale.value[i] * way.share
        let fee = value * (commission[i] + feeShare[i]) + fixed[i] / rate[i] * way.share
        let reserve = max(0, value - fee) * reserveRate[i]
        // With one way its rows are the sums.
        if sale.payouts.count > 1 {
          sale.reserves[index][i] = reserve
          sale.payouts[index][i] = value - fee - reserve
        }
        sale.fee[i] += fee
        sale.reserve[i] += reserve
        sale.payout[i] += value - fee - reserve
      }
    }
  }

  /// Orders arrive, are routed, booked and shipped (model 1, step 6).
  func takeOrders(_ day: Int, _ month: Int) {
    resetCapacity()
    beginSales()
    for (index, rows) in products.enumerated() {
      rows.taken.update(repeating: 0, count: lanes)
      if rows.expressSale != nil { rows.expressTaken.update(repeating: 0, count: lanes) }
      lookWhoComesBack(index)
    }
    handleWaiting(day, month)
    for (index, rows) in products.enumerated() {
      let item = program.products[index]
      rows.wanted.update(repeating: 0, count: lanes)
      addVisitors(of: index, rows, day, month)
      addRepeats(of: item, rows, day, month)
      addStranded(of: item, rows, day, month)
      route(index, item, rows, day, month)
    }
  }

  /// Orders of all channels and of natural traffic for one product.
  private func addVisitors(of product: Int, _ rows: ProductRows<Number>, _ day: Int, _ month: Int) {
    let lost = ledger.row(.lostSales, month)
    for source in rows.sources {
      expect(source, of: product, rows, lost)
      draw(source, rows, day)
    }
  }

  /// Orders to expect of some visitors, into `scratch.means`; those of an off-sale product are lost sales.
  private func expect(
    _ source: VisitorSource<Number>, of product: Int, _ rows: ProductRows<Number>, _ lost: MoneyRow
  ) {
    // A mean that is no number becomes the limit as well.
    guard rows.isTested else {
      return loops.visit(
        source.visits, source.share, source.appeal, source.conversion, Self.mostOrders, rows.onSale, scratch.means,
        lost, lanes)
    }
    for i in 0..<lanes { scratch.factor[i] = source.appeal[i] * source.conversion[i] }
    convertCandidates(product)
    for i in 0..<lanes { scratch.means[i] = source.visits[i] * source.share * min(1, scratch.factor[i]) }
    loops.offer(Self.mostOrders, rows.onSale, scratch.means, lost, lanes)
  }

  /// Draws the orders whose expectation stands in `scratch.means`. What a channel brought is remembered where somebody
  /// looks back at it, in the plan as an expectation.
  private func draw(_ source: VisitorSource<Number>, _ rows: ProductRows<Number>, _ day: Int) {
    guard let draws else {
      source.brought?.update(from: scratch.means, count: lanes)
      return loops.add(scratch.means, rows.wanted, lanes)
    }
    let drawn = source.brought ?? scratch.draws
    words(source.stream, day, into: scratch.words)
    draws.poisson(scratch.means, scratch.words, drawn, lanes)
    loops.add(drawn, rows.wanted, lanes)
  }

  /// Customers who come back. Each waits a geometric time, so each comes with the same chance every day.
  private func addRepeats(of item: ProductProgram, _ rows: ProductRows<Number>, _ day: Int, _ month: Int) {
    guard let joining = rows.joining else { return }
    // Those whose delivery was due yesterday join first: orders that ship and arrive today join after this pass.
    if day > 0 {
      let joins = joining.row(day - 1)
      loops.join(joins, rows.returning, lanes)
    }
    if let draws {
      words(item.repeats, day, into: scratch.words)
      draws.binomial(rows.returning, rows.hazard, scratch.words, scratch.draws, lanes)
    } else {
      // They join on the day before they are planned to come back, and all come at once.
      for i in 0..<lanes { scratch.draws[i] = rows.returning[i] }
    }
    loops.comeBack(
      scratch.draws, rows.onSale, books.alive, rows.returning, rows.wanted, ledger.row(.lostSales, month), lanes)
  }

  /// Customers who come back for a candidate that is gone are lost sales.
  private func addStranded(of item: ProductProgram, _ rows: ProductRows<Number>, _ day: Int, _ month: Int) {
    guard let joining = rows.strandedJoining else { return }
    if day > 0 {
      let joins = joining.row(day - 1)
      for i in 0..<lanes { rows.stranded[i] += Number(joins[i]) }
    }
    if let draws {
      words(item.repeats, day, index: 1, into: scratch.words)
      draws.binomial(rows.stranded, rows.hazard, scratch.words, scratch.draws, lanes)
    } else {
      for i in 0..<lanes { scratch.draws[i] = rows.stranded[i] }
    }
    let lost = ledger.row(.lostSales, month)
    for i in 0..<lanes {
      rows.stranded[i] -= scratch.draws[i]
      lost[i] += scratch.draws[i].double * books.alive[i]
    }
  }

  /// Gives the day's new orders to the offers in order of preference; what none can take is a lost sale.
  private func route(
    _ product: Int, _ item: ProductProgram, _ rows: ProductRows<Number>, _ day: Int, _ month: Int
  ) {
    var isSold = false
    for (offer, terms) in item.offers.enumerated() {
      let (takesAny, someWait) = take(offer, terms, of: product, rows)
      guard takesAny else { continue }
      isSold = true
      work(rows.take, month)
      findExpress(product, day)
      if someWait { holdBack(product, offer, day) }
      ship(product, offer, from: rows.taken, placed: day, on: day, month)
      loops.add(rows.take, rows.taken, lanes)
    }
    if isSold { accept(product, rows, day, month) }
    shareOrders(rows)
    oweCommissions(product, rows, day, month)
    loops.book(rows.wanted, ledger.row(.lostSales, month), lanes)
  }

  /// Gives the offer what it takes of the orders that are still wanted: it ships them at once, or lets them wait where the
  /// supplier is shut and nobody has noticed. Does it take any, and do some wait?
  private func take(
    _ offer: Int, _ terms: OfferProgram, of product: Int, _ rows: ProductRows<Number>
  ) -> (takesAny: Bool, someWait: Bool) {
    let supplier = suppliers[terms.supplier]
    let (refuses, shut) = (rows.offers[offer].refuses, rows.offers[offer].shut)
    var (takesAny, someWait) = (false, false)
    guard supplier.isLimited || terms.ownStock != nil else {
      loops.take(refuses, shut, rows.wanted, rows.take, rows.shipped, &takesAny, &someWait, lanes)
      return (takesAny, someWait)
    }
    for i in 0..<lanes { rows.take[i] = rows.wanted[i] * (1 - refuses[i]) }
    if terms.ownStock != nil {
      for i in 0..<lanes { rows.take[i] = min(rows.take[i], Number(ordersInStock(product, offer, i))) }
    }
    if supplier.isLimited {
      for i in 0..<lanes {
        rows.take[i] = min(rows.take[i], supplier.capacityLeft[i])
        supplier.capacityLeft[i] -= rows.take[i]
      }
    }
    for i in 0..<lanes { rows.wanted[i] -= rows.take[i] }
    loops.any(rows.take, &takesAny, lanes)
    if takesAny { loops.passOpen(rows.take, shut, rows.shipped, &someWait, lanes) }
    return (takesAny, someWait)
  }

  private func holdBack(_ product: Int, _ offer: Int, _ day: Int) {
    let rows = products[product]
    for lane in 0..<lanes where rows.shipped[lane] < rows.take[lane] {
      let orders = OrderRun(lane: lane, day: day, first: Int(rows.taken[lane]), count: rows.take[lane].double)
      rows.offers[offer].stock?.reserve(unitsOf(orders.count, product, lane), lane)
      wait(orders, for: product, offer)
      rows.expressTake[lane] = 0
    }
  }
}
