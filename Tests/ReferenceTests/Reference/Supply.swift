import Scenarios
import Simulation

/// Which offer takes an order, and what it costs (model 6).
extension ReferenceWorld {
  // MARK: Open or shut

  /// Empty own stock is another matter: what waits there has its goods.
  func isClosed(_ product: Int, _ place: Int) -> Bool {
    suppliers[input.products[product].offers[place].supplier].isShut || offers[product][place].isGone
  }

  func isKnownClosed(_ product: Int, _ place: Int) -> Bool {
    let supplier = suppliers[input.products[product].offers[place].supplier]
    return supplier.isKnownShut || offers[product][place].isKnownGone(after: supplier.terms.detectionDays)
  }

  private func isKnownShut(_ product: Int, _ place: Int) -> Bool {
    isKnownClosed(product, place) || ordersInStock(product, place) <= 0
  }

  /// While no offer is known to be open the product is off sale.
  func isOffSale(_ product: Int) -> Bool {
    input.products[product].isClosed || input.products[product].offers.indices.allSatisfy { isKnownShut(product, $0) }
  }

  /// Orders that own stock has goods for: whole ones, but in the plan. Without own stock there is no limit.
  private func ordersInStock(_ product: Int, _ place: Int) -> Double {
    guard let stock = offers[product][place].stock else { return .infinity }
    let orders = stock.available / input.products[product].terms.unitsPerOrder
    if input.isPlan { return orders > 1e-9 ? orders : 0 }
    return max(0, (orders + 1e-9).rounded(.down))
  }

  /// The first offer not known to be shut that has capacity left, and for how many orders.
  func route(_ product: Int) -> (place: Int, room: Double)? {
    for (place, offer) in input.products[product].offers.enumerated() where !isKnownShut(product, place) {
      let capacity = suppliers[offer.supplier].room
      let room = min(input.isPlan ? capacity : capacity.rounded(.up), ordersInStock(product, place))
      if room > 0 { return (place, room) }
    }
    return nil
  }

  // MARK: Prices

  /// What one of the currency costs that a price is quoted in.
  private func paidRate(_ currency: Int?) -> Double {
    currency.map { currencies[$0].rate * (1 + currencies[$0].terms.spread) } ?? 1
  }

  /// What a unit costs today, duty apart.
  func unitCost(_ product: Int, _ place: Int) -> Double {
    let supplier = input.products[product].offers[place].supplier
    return offers[product][place].terms.unitCost * suppliers[supplier].priceLevel
      * paidRate(input.priceCurrencies[product][place].unitCost)
  }

  /// Shipping of an order, with express.
  private func shippingCost(_ product: Int, _ place: Int, isExpress: Bool) -> Double {
    let quoted = input.priceCurrencies[product][place]
    let express = isExpress ? input.products[product].terms.express.cost * paidRate(quoted.express) : 0
    return offers[product][place].terms.shippingCost * paidRate(quoted.shipping) + express
  }

  /// What a parcel costs by weight (model 6): read like a carrier's list.
  private func freight(_ list: String, _ product: Int, units: Double) -> Double {
    guard let freight = input.scenario.freight[list], let weight = input.products[product].terms.parcel.weight else {
      return 0
    }
    let parcel = input.products[product].terms.parcel
    var grams = weight * units
    if let divisor = freight.volumeDivisor, let length = parcel.length, let width = parcel.width,
      let height = parcel.height, input.fault != .volumeIgnored
    {
      grams = max(grams, length * width * height * units / divisor * 1000)
    }
    // A millionth of a step is rounding.
    let beyond = max(0, grams - freight.firstWeight - 1e-6 * freight.stepWeight)
    let steps =
      input.fault == .stepsNotRoundedUp ? beyond / freight.stepWeight : (beyond / freight.stepWeight).rounded(.up)
    var byWeight = freight.firstPrice + steps * freight.stepWeight / 1000 * freight.kilogramPrice
    var dearer = freight.surcharge
    for zone in freight.zones.entries where input.fault != .zonesIgnored {
      dearer += zone.value.share * zone.value.surcharge
    }
    byWeight *= 1 + dearer
    return freight.parcelFee + byWeight
  }

  private func tariff(_ product: Int, _ place: Int) -> Tariff {
    input.scenario.tariffs[offers[product][place].terms.tariff] ?? Tariff()
  }

  /// Duty on the goods of an offer, the supplier's and the tariff's.
  private func dutyRate(_ product: Int, _ place: Int) -> Double {
    let supplier = suppliers[input.products[product].offers[place].supplier].terms
    return supplier.dutyRate + (input.fault == .tariffIgnored ? 0 : tariff(product, place).dutyRate)
  }

  /// Books what a supplier charges for an order that it takes.
  /// - Returns: goods of one order without duty, which is what recovery and resale are shares of.
  mutating func chargeForGoods(_ order: Order, on day: Int) -> Double {
    let (product, place) = (order.product, order.offer)
    let units = input.products[product].terms.unitsPerOrder
    let supplier = suppliers[input.products[product].offers[place].supplier].terms
    let shipping =
      shippingCost(product, place, isExpress: order.isExpress)
      + freight(offers[product][place].terms.freight, product, units: units)
    var goods = units * unitCost(product, place)
    var bill =
      goods * (1 + dutyRate(product, place)) + shipping + supplier.dutyPerOrder + tariff(product, place).dutyPerLine
    var cost = bill
    if offers[product][place].stock != nil {
      goods = (offers[product][place].stock?.take(units * order.count) ?? 0) / order.count
      bill = shipping + offers[product][place].terms.ownStock.fulfilment + supplier.dutyPerOrder
      cost = goods + bill
    }
    books.post(.goodsAndShipping, order.count * cost)
    owe(order.count * bill, supplier.value, on: day)
    diary.note(product: product, on: day) { $0.goods += order.count * cost }
    let slot = input.products[product].slot
    note(CandidateDay(goods: order.count * cost), slot: slot, candidate: order.candidate, on: day)
    return input.fault == .dutyRecovered ? goods * (1 + dutyRate(product, place)) : goods
  }

  /// A bill of a supplier; with no days to pay it is paid today.
  private mutating func owe(_ amount: Double, _ supplier: Supplier, on day: Int) {
    owe(amount, supplier, due: day + Int(supplier.termsDays), on: day)
  }

  private mutating func owe(_ amount: Double, _ supplier: Supplier, due: Int, on day: Int) {
    if let card = card(supplier.card) {
      cards[card].bills.add(amount, on: due)
      if due == day { payBillsWithCards(day) }
    } else {
      bills.add(amount, on: due)
      if due == day { payBills(day) }
    }
  }

  mutating func payBills(_ day: Int) { books.pay(.supplierPayments, bills.take(day)) }

  // MARK: Test orders

  /// One order from the first offer of each supplier whose turn it is; it shows whether quality has slid.
  mutating func placeTestOrders(_ day: Int) {
    for supplier in suppliers.indices where suppliers[supplier].isTested(day) {
      suppliers[supplier].endSlide()
      guard let (product, place) = firstOffer(of: supplier) else { continue }
      let terms = suppliers[supplier].terms
      let units = input.products[product].terms.unitsPerOrder
      let isOwn = offers[product][place].stock != nil
      payOther(
        units * unitCost(product, place) * (1 + dutyRate(product, place))
          + shippingCost(product, place, isExpress: false)
          + freight(offers[product][place].terms.freight, product, units: units) + terms.dutyPerOrder
          + (isOwn ? 0 : tariff(product, place).dutyPerLine))
    }
  }

  private func firstOffer(of supplier: Int) -> (product: Int, place: Int)? {
    for (product, terms) in input.products.enumerated() {
      if let place = terms.offers.firstIndex(where: { $0.supplier == supplier }) { return (product, place) }
    }
    return nil
  }

  // MARK: Own stock

  /// What is there on the first day was bought then.
  mutating func fillStock() {
    forEachStock { world, product, place in
      let units = world.offers[product][place].terms.ownStock.openingUnits
      guard units > 0 else { return }
      let price = world.landedUnitCost(product, place, buying: units)
      world.offers[product][place].stock?.buy(units, at: price, arriving: 0, today: 0)
      world.books.pay(.supplierPayments, units * price)
    }
  }

  /// Storage of what is there this morning; then it is decided whether to buy more.
  mutating func keepStock(_ day: Int) {
    forEachStock { world, product, place in
      let (terms, units) = (world.offers[product][place].terms.ownStock, world.offers[product][place].stock?.units ?? 0)
      world.payOther(units * terms.storage * 12 / 365)
      let parcel = world.input.products[product].terms.parcel
      if let length = parcel.length, let width = parcel.width, let height = parcel.height {
        let cubicMetres = units * length / 100 * width / 100 * height / 100
        world.payOther(cubicMetres * (world.input.fault == .storageByVolumeIgnored ? 0 : terms.storageByVolume))
      }
      guard !world.isOver, let stock = world.offers[product][place].stock else { return }
      // Units of orders are fractions: a millionth of one is rounding.
      guard stock.expected <= terms.reorderPoint + 1e-6, terms.orderQuantity > 0 else { return }
      let arrival = day + world.wholeDays(terms.leadDays)
      let minimum = world.input.fault == .minimumIgnored ? 0 : terms.minimumOrder
      let bought = max(terms.orderQuantity, minimum)
      let price = world.landedUnitCost(product, place, buying: bought)
      world.offers[product][place].stock?.buy(bought, at: price, arriving: arrival, today: day)
      let supplier = world.suppliers[world.input.products[product].offers[place].supplier].terms.value
      if terms.deposit > 0, world.input.fault != .depositIgnored {
        let balance = terms.balanceDays.map { day + Int($0) } ?? arrival
        world.owe(terms.deposit * bought * price, supplier, due: day, on: day)
        world.owe((1 - terms.deposit) * bought * price, supplier, due: balance + Int(supplier.termsDays), on: day)
      } else {
        world.owe(bought * price, supplier, on: day)
      }
    }
  }

  /// What a unit costs in the warehouse: price, duty, and its part of the way there.
  private func landedUnitCost(_ product: Int, _ place: Int, buying units: Double) -> Double {
    let duty = input.fault == .dutyNotOnStock ? 0 : dutyRate(product, place)
    let list = input.fault == .headFreightIgnored ? "" : offers[product][place].terms.ownStock.headFreight
    return unitCost(product, place) * (1 + duty) + freight(list, product, units: units) / units
  }

  private mutating func forEachStock(_ body: (inout ReferenceWorld, Int, Int) -> Void) {
    for product in offers.indices {
      for place in offers[product].indices where offers[product][place].stock != nil { body(&self, product, place) }
    }
  }

  /// Own stock at cost, and at what is left of it when all ends today.
  var stockWorth: (cost: Double, leftover: Double) {
    offers.joined().reduce(into: (cost: 0, leftover: 0)) { sum, offer in
      let worth = offer.stock?.worth ?? 0
      sum.cost += worth
      sum.leftover += worth * offer.terms.ownStock.leftoverShare
    }
  }
}
