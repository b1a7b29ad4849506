import Scenarios
import Statistics

extension Kernel {
  func derivePrices(_ supplier: SupplierProgram, _ rows: SupplierRows<Number>) {
    let drift = row(supplier.prices.drift)
    let jumps = row(supplier.prices.jumpRate)
    for i in 0..<lanes { rows.prices.step[i] = dailyGrowth(drift[i]) }
    for i in 0..<lanes where supplier.prices.jumps { rows.jump[i] = Rates.dailyProbability(perMonth: jumps[i]) }
  }

  /// Unit costs drift and jump, and with them what an order costs (model 6).
  func movePrices(_ day: Int) {
    for (supplier, rows) in zip(program.suppliers, suppliers) where supplier.prices.move {
      grow(rows.prices, by: supplier.prices.drift, day)
      if supplier.prices.jumps, mode == .worlds, day > 0 { jumpPrices(supplier.prices, rows, day) }
    }
    for (item, rows) in zip(program.products, products) {
      for (offer, costs) in zip(item.offers, rows.offers) {
        guard program.suppliers[offer.supplier].prices.move || costs.stock != nil else { continue }
        priceOrders(offer, of: item, costs, in: 0..<lanes)
      }
    }
  }

  private func jumpPrices(_ prices: SupplierPrices, _ rows: SupplierRows<Number>, _ day: Int) {
    words(prices.stream, day, into: scratch.words)
    words(prices.stream, day, index: 1, into: scratch.moreWords)
    for i in 0..<lanes where Uniform.double(scratch.words[i]) < rows.jump[i] {
      let size = prices.jump.law?.quantile(Uniform.double(scratch.moreWords[i])) ?? prices.jump.mean
      rows.prices.level[i] *= 1 + size
    }
  }

  /// What a unit costs today in the scenario's currency, without duty.
  func unitCost(_ offer: OfferProgram, _ lane: Int) -> Double {
    row(offer.unitCost)[lane] * suppliers[offer.supplier].prices.level[lane] * priceRate(offer.unitCurrency, lane)
  }

  /// What an order costs today: goods, shipping and duty. Goods of own stock cost what they cost on average, duty paid.
  func priceOrders(_ offer: OfferProgram, of item: ProductProgram, _ costs: OfferRows<Number>, in some: Range<Int>) {
    let units = row(item.unitsPerOrder)
    let shipping = row(offer.shippingCost)
    let supplier = program.suppliers[offer.supplier]
    let dutyRate = row(supplier.dutyRate)
    let dutyPerOrder = row(supplier.dutyPerOrder)
    for i in some {
      let parcel = shipping[i] * priceRate(offer.shippingCurrency, i) + dutyPerOrder[i]
      if let stock = costs.stock, let own = offer.ownStock {
        costs.goods[i] = stock.averageCost(i) * units[i]
        costs.cost[i] = costs.goods[i] + parcel + row(own.fulfilment)[i]
      } else {
        costs.goods[i] = unitCost(offer, i) * units[i]
        costs.cost[i] = costs.goods[i] * (1 + dutyRate[i]) + parcel
      }
    }
    if offer.freight != nil || offer.tariff != nil { addFreightAndTariff(offer, of: item, costs, in: some) }
    guard let express = item.express else { return }
    let extra = row(express.cost)
    for i in some { costs.expressCost[i] = extra[i] * priceRate(express.currency(of: offer, in: program), i) }
  }

  /// What an order costs by weight and by its line at customs; goods of one's own have paid their duty.
  private func addFreightAndTariff(
    _ offer: OfferProgram, of item: ProductProgram, _ costs: OfferRows<Number>, in some: Range<Int>
  ) {
    for i in some {
      if let tariff = offer.tariff, costs.stock == nil { costs.cost[i] += costs.goods[i] * row(tariff.dutyRate)[i] }
      costs.cost[i] += parcelCost(offer, of: item, i)
    }
  }

  func deriveSlides(_ supplier: SupplierProgram, _ rows: SupplierRows<Number>) {
    guard let slides = supplier.slides else { return }
    let rates = row(slides.rate)
    for i in 0..<lanes { rows.slide[i] = Rates.dailyProbability(perMonth: rates[i]) }
    derive(rows.slides, slides.length)
  }

  /// Quality slides, unseen, until it recovers by itself or a test order finds it.
  func orderTests(_ day: Int, _ month: Int) {
    guard day > 0 else { return }
    for (index, (supplier, rows)) in zip(program.suppliers, suppliers).enumerated() {
      if let slides = supplier.slides, mode == .worlds { slide(slides, rows, day) }
      if let period = supplier.testOrderDays { orderTest(index, row(period), rows, day, month) }
    }
  }

  private func slide(_ slides: SlideProgram, _ rows: SupplierRows<Number>, _ day: Int) {
    words(slides.length.stream, day, into: scratch.words)
    endSpells(rows.slides, slides.length, day)
    let before = scratch.factor
    for i in 0..<lanes {
      let u = Uniform.double(scratch.words[i])
      before[i] = rows.sliding[i]
      rows.sliding[i] = rows.sliding[i] > 0 ? (u < rows.slides.ending[i] ? 0 : 1) : (u < rows.slide[i] ? 1 : 0)
    }
    beginSpells(rows.slides, slides.length, day) { rows.sliding[$0] > before[$0] }
  }

  /// A test order costs what an order of the supplier's first offer costs.
  private func orderTest(_ supplier: Int, _ period: MoneyRow, _ rows: SupplierRows<Number>, _ day: Int, _ month: Int) {
    guard let (item, offer) = firstOffer(of: supplier) else { return }
    let units = row(item.unitsPerOrder)
    let terms = program.suppliers[supplier]
    let paysMore = offer.freight != nil || offer.tariff != nil
    for i in 0..<lanes where day % max(1, Int(period[i])) == 0 && books.alive[i] > 0 {
      let goods = unitCost(offer, i) * units[i] * (1 + dutyRate(offer, i))
      let parcel = row(offer.shippingCost)[i] * priceRate(offer.shippingCurrency, i) + row(terms.dutyPerOrder)[i]
      payOther(goods + parcel + (paysMore ? parcelCost(offer, of: item, i) : 0), month, i)
      rows.sliding[i] = 0
    }
  }

  private func firstOffer(of supplier: Int) -> (ProductProgram, OfferProgram)? {
    for item in program.products {
      for offer in item.offers where offer.supplier == supplier { return (item, offer) }
    }
    return nil
  }

  /// Books and pays something among the other costs.
  func payOther(_ amount: Double, _ month: Int, _ lane: Int) {
    ledger.add(amount, .other, month: month, lane: lane)
    ledger.add(amount, .otherPayments, month: month, lane: lane)
    books.cash[lane] -= amount
  }
}
