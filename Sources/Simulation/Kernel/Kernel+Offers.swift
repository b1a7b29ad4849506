import CRows
import Scenarios
import Statistics

/// An offer of a product: is it open, what does an order cost, and what comes back of it (model 6).
struct OfferRows<Number: RowNumber> {
  /// Goods, and all that is paid for an order: goods, shipping and duty; and what express adds.
  let goods: MoneyRow
  let cost: MoneyRow
  let expressCost: MoneyRow
  /// Two rows: a draw from here on goes well when on time; whatever the day.
  let sound: MoneyRow
  /// Days from shipping to delivery, without express and with it.
  let delivery: crows_lag
  let express: crows_lag?
  /// 1 while no order can be shipped: the supplier is shut, or the offer out of stock or delisted. 1 while that is known.
  let shut: Row<Number>
  let knownShut: Row<Number>
  /// 1 while it takes no new orders: known to be shut, or own stock that is empty.
  let refuses: Row<Number>
  /// 1 while out of stock, and once delisted; since which day.
  let out: Row<Number>
  let outOn: Row<Number>
  /// How it comes back into stock.
  let stockouts: SpellRows
  let delisted: Row<Number>
  let delistedOn: Row<Number>
  let stock: StockRows?

  /// Offers that are open whenever their supplier is share its rows.
  init(_ arena: Arena, _ offer: OfferProgram, _ supplier: SupplierRows<Number>, _ program: Program) {
    goods = arena.money()
    cost = arena.money()
    expressCost = arena.money()
    sound = arena.money(2)
    delivery = arena.lag(offer.delivery)
    express = offer.express.map { arena.lag($0) }
    let isOwn = offer.hasCausesOfItsOwn
    shut = isOwn ? arena.row() : supplier.shut
    knownShut = isOwn ? arena.row() : supplier.knownShut
    refuses = isOwn ? arena.row() : supplier.knownShut
    out = arena.row()
    outOn = arena.row()
    stockouts = SpellRows(arena)
    delisted = arena.row()
    delistedOn = arena.row()
    stock = offer.ownStock == nil ? nil : StockRows(arena, days: program.days, isPaid: program.opening != nil)
  }
}

extension Kernel {
  func openOffers() {
    for (item, product) in zip(program.products, products) {
      for (offer, rows) in zip(item.offers, product.offers) {
        for row in [rows.out, rows.delisted] { row.update(repeating: 0, count: lanes) }
        if let stockouts = offer.stockouts { derive(rows.stockouts, stockouts.length) }
      }
    }
  }

  /// Offers run out of stock, come back and are delisted (model 1, step 2).
  func changeOffers(_ day: Int) {
    guard mode == .worlds, day > 0 else { return }
    for (item, product) in zip(program.products, products) {
      for (offer, rows) in zip(item.offers, product.offers) {
        if let delisting = offer.delisting { delist(delisting, rows, day) }
        if let stockouts = offer.stockouts { runOut(stockouts, rows, day) }
      }
    }
  }

  /// That is found out, and goods on the way arrive.
  func shutOffers(_ day: Int) {
    for (item, product) in zip(program.products, products) {
      for (offer, rows) in zip(item.offers, product.offers) where offer.hasCausesOfItsOwn {
        combineCauses(offer, rows, day)
      }
    }
    arriveStock(day)
  }

  private func delist(_ delisting: DelistingProgram, _ rows: OfferRows<Number>, _ day: Int) {
    words(delisting.stream, day, into: scratch.words)
    let rate = row(delisting.rate)
    for i in 0..<lanes where rows.delisted[i] == 0 {
      guard Rates.isBelow(Uniform.double(scratch.words[i]), perMonth: rate[i]) else { continue }
      rows.delisted[i] = 1
      rows.delistedOn[i] = Number(day)
    }
  }

  private func runOut(_ stockouts: StockoutProgram, _ rows: OfferRows<Number>, _ day: Int) {
    words(stockouts.length.stream, day, into: scratch.words)
    let rate = row(stockouts.rate)
    endSpells(rows.stockouts, stockouts.length, day)
    for i in 0..<lanes {
      let u = Uniform.double(scratch.words[i])
      if rows.out[i] > 0 {
        if u < rows.stockouts.ending[i] { rows.out[i] = 0 }
      } else if Rates.isBelow(u, perMonth: rate[i]) {
        rows.out[i] = 1
        rows.outOn[i] = Number(day)
      }
    }
    beginSpells(rows.stockouts, stockouts.length, day) { rows.out[$0] > 0 && rows.outOn[$0] == Number(day) }
  }

  /// Each cause is known so many days after it began.
  private func combineCauses(_ offer: OfferProgram, _ rows: OfferRows<Number>, _ day: Int) {
    let supplier = suppliers[offer.supplier]
    let detection = row(program.suppliers[offer.supplier].detectionDays)
    for i in 0..<lanes {
      let outKnown = rows.out[i] > 0 && (Number(day) - rows.outOn[i]).double >= detection[i]
      let delistedKnown = rows.delisted[i] > 0 && (Number(day) - rows.delistedOn[i]).double >= detection[i]
      rows.shut[i] = max(supplier.shut[i], max(rows.out[i], rows.delisted[i]))
      rows.knownShut[i] = outKnown || delistedKnown ? 1 : supplier.knownShut[i]
      rows.refuses[i] = rows.knownShut[i]
    }
  }

  /// Own stock that cannot serve one whole order takes none; a product that no offer takes orders for is off sale.
  func openForSale() {
    for (index, rows) in products.enumerated() where canGoOffSale(index) {
      rows.onSale.update(repeating: 0, count: lanes)
      for (place, offer) in rows.offers.enumerated() {
        if offer.stock != nil {
          for i in 0..<lanes where ordersInStock(index, place, i) <= 0 { offer.refuses[i] = 1 }
        }
        loops.sellThrough(offer.refuses, rows.onSale, lanes)
      }
      close(.product(index), in: rows.onSale)
      close(.store(program.products[index].store), in: rows.onSale)
    }
    for (slot, terms) in zip(slots, program.tests?.slots ?? []) {
      let onSale = products[terms.product].onSale
      for i in 0..<lanes where slot.candidate[i] < 0 { onSale[i] = 0 }
    }
  }
}
