import CRows
import Statistics

/// Goods that the operator owns (model 6).
struct StockRows {
  /// Units on hand and what they cost, duty paid; those on the way; those that waiting orders will take.
  let units: MoneyRow
  let value: MoneyRow
  let unitsComing: MoneyRow
  let valueComing: MoneyRow
  let reserved: MoneyRow
  /// What of the first day's stock has been paid for before; nil for a new business.
  let paid: MoneyRow?
  let arrivingUnits: Schedule
  let arrivingValue: Schedule

  init(_ arena: Arena, days: Int, isPaid: Bool) {
    units = arena.money()
    value = arena.money()
    unitsComing = arena.money()
    valueComing = arena.money()
    reserved = arena.money()
    paid = isPaid ? arena.money() : nil
    arrivingUnits = Schedule(arena, days: days)
    arrivingValue = Schedule(arena, days: days)
  }

  func averageCost(_ lane: Int) -> Double { units[lane] > 0 ? value[lane] / units[lane] : 0 }

  func reserve(_ count: Double, _ lane: Int) { reserved[lane] += count }
  func free(_ count: Double, _ lane: Int) { reserved[lane] -= count }

  /// Takes units off the shelf, at what they cost on average.
  func take(_ count: Double, _ lane: Int) {
    let cost = averageCost(lane) * count
    units[lane] -= count
    value[lane] -= cost
    // The dust of fractions: what cannot be sold has no value.
    if units[lane] < 1e-9 {
      units[lane] = 0
      value[lane] = 0
    }
  }

  func arrive(_ count: Double, _ cost: Double, _ lane: Int) {
    units[lane] += count
    value[lane] += cost
    unitsComing[lane] -= count
    valueComing[lane] -= cost
  }
}

extension Kernel {
  /// Stock of the first day; it is paid that day.
  func openStock() {
    for (item, product) in zip(program.products, products) {
      for (offer, rows) in zip(item.offers, product.offers) {
        guard let terms = offer.ownStock, let stock = rows.stock else { continue }
        for row in [stock.unitsComing, stock.valueComing, stock.reserved, stock.paid].compactMap(\.self) {
          row.update(repeating: 0, count: lanes)
        }
        stock.arrivingUnits.clear()
        stock.arrivingValue.clear()
        let opening = row(terms.openingUnits)
        for i in 0..<lanes {
          let price = opening[i] * row(offer.unitCost)[i] * priceRate(offer.unitCurrency, i)
          stock.units[i] = opening[i]
          stock.value[i] = purchaseCost(opening[i], for: price, offer, of: item, i)
        }
      }
    }
  }

  func arriveStock(_ day: Int) {
    for stock in products.flatMap(\.offers).compactMap(\.stock) {
      if day == 0 {
        let payments = ledger.row(.supplierPayments, 0)
        for i in 0..<lanes {
          let price = stock.value[i] - (stock.paid?[i] ?? 0)
          payments[i] += price
          books.cash[i] -= price
        }
      }
      let units = stock.arrivingUnits.row(day)
      let value = stock.arrivingValue.row(day)
      for i in 0..<lanes where units[i] > 0 { stock.arrive(units[i], value[i], i) }
    }
  }

  /// Buys what runs low, and pays for storage (model 1, step 4).
  func keepStock(_ day: Int, _ month: Int) {
    for (item, product) in zip(program.products, products) {
      for (offer, rows) in zip(item.offers, product.offers) {
        guard let terms = offer.ownStock, let stock = rows.stock else { continue }
        let storage = row(terms.storage)
        for i in 0..<lanes { payOther(stock.units[i] * storage[i] * 12 / 365, month, i) }
        if terms.storageByVolume != nil {
          for i in 0..<lanes { payOther(storageByVolume(terms, of: item, stock.units[i], i), month, i) }
        }
        buy(offer, of: item, terms, stock, day, month)
        priceOrders(offer, of: item, rows, in: 0..<lanes)
      }
    }
  }

  private func buy(
    _ offer: OfferProgram, of item: ProductProgram, _ terms: OwnStockProgram, _ stock: StockRows, _ day: Int,
    _ month: Int
  ) {
    // The plan has one lane, and draws nothing.
    if mode != .plan { words(terms.stream, day, into: scratch.words) }
    let point = row(terms.reorderPoint)
    let (quantity, minimum) = (row(terms.orderQuantity), row(terms.minimumOrder))
    for i in 0..<lanes where books.alive[i] > 0 && quantity[i] > 0 {
      // Units of orders are fractions: a millionth of one is rounding.
      guard stock.units[i] - stock.reserved[i] + stock.unitsComing[i] <= point[i] + 1e-6 else { continue }
      let units = max(quantity[i], minimum[i])
      let cost = purchaseCost(units, for: units * unitCost(offer, i), offer, of: item, i)
      stock.unitsComing[i] += units
      stock.valueComing[i] += cost
      let lag = mode == .plan ? terms.plannedLead : terms.lead.days(word: scratch.words[i])
      if let deposit = terms.deposit.map({ row($0)[i] }), deposit > 0 {
        owe(deposit * cost, offer.supplier, day, due: day, month, i)
        let balance = terms.balanceDays.map { Int(row($0)[i]) } ?? lag
        let due = day + balance + termsDays(offer.supplier, i)
        owe((1 - deposit) * cost, offer.supplier, day, due: due, month, i)
      } else {
        owe(cost, offer.supplier, day, month, i)
      }
      if lag == 0 {
        stock.arrive(units, cost, i)
      } else {
        stock.arrivingUnits.add(units, day: day + lag, lane: i)
        stock.arrivingValue.add(cost, day: day + lag, lane: i)
      }
    }
  }

  func unitsOf(_ orders: Double, _ product: Int, _ lane: Int) -> Double {
    orders * row(program.products[product].unitsPerOrder)[lane]
  }

  /// Orders that the stock of an offer can serve: whole ones, in the plan also parts.
  func ordersInStock(_ product: Int, _ offer: Int, _ lane: Int) -> Double {
    guard let stock = products[product].offers[offer].stock else { return .infinity }
    let orders = (stock.units[lane] - stock.reserved[lane]) / row(program.products[product].unitsPerOrder)[lane]
    return mode == .plan ? (orders > 1e-9 ? orders : 0) : (orders + 1e-9).rounded(.down)
  }

  /// A supplier's bill: paid today, or when its terms are over (model 6).
  func owe(_ amount: Double, _ supplier: Int, _ day: Int, _ month: Int, _ lane: Int) {
    owe(amount, supplier, day, due: day + termsDays(supplier, lane), month, lane)
  }

  private func termsDays(_ supplier: Int, _ lane: Int) -> Int {
    let terms = program.suppliers[supplier]
    return terms.hasTerms ? Int(row(terms.termsDays)[lane]) : 0
  }

  /// A bill: paid at once where it is due today.
  private func owe(_ amount: Double, _ supplier: Int, _ day: Int, due: Int, _ month: Int, _ lane: Int) {
    let card = program.suppliers[supplier].card
    if due == day {
      paySupplier(amount, with: card, month, lane)
    } else {
      books.owedToSuppliers[lane] += amount
      (card.map { cards[$0].bills } ?? books.bills)?.add(amount, day: due, lane: lane)
    }
  }

  /// The same of all lanes.
  func owe(_ amounts: MoneyRow, _ supplier: Int, _ day: Int, _ month: Int) {
    guard program.suppliers[supplier].hasTerms || program.suppliers[supplier].card != nil else {
      return crows_pay(amounts, ledger.row(.supplierPayments, month), books.cash, lanes)
    }
    for i in 0..<lanes { owe(amounts[i], supplier, day, month, i) }
  }

  /// Bills of suppliers fall due.
  func payBills(_ day: Int, _ month: Int) {
    guard let bills = books.bills?.row(day) else { return }
    let payments = ledger.row(.supplierPayments, month)
    for i in 0..<lanes {
      payments[i] += bills[i]
      books.cash[i] -= bills[i]
      books.owedToSuppliers[i] -= bills[i]
    }
  }

  /// Own stock at cost, and what it would bring.
  func addStock(to stockRow: MoneyRow, leftover: MoneyRow) {
    for (item, product) in zip(program.products, products) {
      for (offer, rows) in zip(item.offers, product.offers) {
        guard let terms = offer.ownStock, let stock = rows.stock else { continue }
        let share = row(terms.leftoverShare)
        for i in 0..<lanes {
          let value = stock.value[i] + stock.valueComing[i]
          stockRow[i] += value
          leftover[i] += value * share[i]
        }
      }
    }
  }
}
