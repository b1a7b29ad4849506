import CRows
import Statistics

/// What has been decided about orders that one offer ships today.
struct Shipment {
  let lane: Int
  /// The day they were ordered, the number of the first one there, and the day they are shipped.
  let ordered: Int
  let number: Int
  let shipped: Int
  /// The day delivery is due.
  let due: Int
  let isExpress: Bool
  /// Its place among the opening orders (model 17); nil for an order of the run.
  var opening: Int?
}

/// What the fates of one offer's orders go by: rows only, which cost nothing to hold.
struct FateTerms<Number: RowNumber> {
  let product: Int
  let store: Int
  let canRepeat: Bool
  let fraud: MoneyRow
  let lost: MoneyRow
  let defects: MoneyRow
  /// 1 while the supplier's quality slides, and by what defects then rise.
  let slide: (isOn: Row<Number>, factor: MoneyRow)?
  let unwanted: MoneyRow
  let lateComplaint: MoneyRow
  let promisedDays: MoneyRow
  let disputeShare: MoneyRow
  /// What one order's goods cost, and the share of it that the supplier pays back.
  let goods: MoneyRow
  let recovery: MoneyRow
  let resaleShare: MoneyRow
  let keepItThreshold: MoneyRow
  /// What the store's currency is worth; nil for the scenario's.
  let rate: MoneyRow?
  /// What one order costs the customer, and the state's part of it.
  let value: MoneyRow
  let vat: MoneyRow
  let expressValue: MoneyRow
  let expressVAT: MoneyRow
  /// Taken away: see ``Pins``.
  let refundsEndWell: Bool
  let chargebacksEndWell: Bool

  init(_ kernel: Kernel<Number>, _ product: Int, _ offer: Int) {
    let (program, rows) = (kernel.program, kernel.products[product])
    let item = program.products[product]
    let supplier = program.suppliers[item.offers[offer].supplier]
    self.product = product
    store = item.store
    canRepeat = item.canRepeat
    fraud = kernel.row(program.returns.fraudRate)
    lost = kernel.row(supplier.lostRate)
    defects = kernel.row(supplier.defectRate)
    let sliding = kernel.suppliers[item.offers[offer].supplier].sliding
    slide = supplier.slides.map { (sliding, kernel.row($0.factor)) }
    unwanted = kernel.row(item.returnRate)
    lateComplaint = rows.complains
    promisedDays = kernel.row(item.promisedDays)
    disputeShare = kernel.row(program.returns.disputeShare)
    goods = rows.offers[offer].goods
    recovery = kernel.row(supplier.recovery)
    resaleShare = kernel.row(program.returns.resaleShare)
    keepItThreshold = kernel.row(program.returns.keepItThreshold)
    rate = kernel.rate(ofStore: item.store)
    (value, vat) = (rows.sale.value, rows.sale.vat)
    let express = rows.expressSale ?? rows.sale
    (expressValue, expressVAT) = (express.value, express.vat)
    refundsEndWell = program.returns.refundsEndWell
    chargebacksEndWell = program.returns.chargebacksEndWell
  }

  func value(_ shipment: Shipment) -> Double { (shipment.isExpress ? expressValue : value)[shipment.lane] }
  func vat(_ shipment: Shipment) -> Double { (shipment.isExpress ? expressVAT : vat)[shipment.lane] }

  /// What the supplier pays back for a lost or bad order: a share of its goods.
  func recovered(_ shipment: Shipment) -> Double { goods[shipment.lane] * recovery[shipment.lane] }

  /// Do unwanted goods go back?
  func goesBack(_ shipment: Shipment) -> Bool {
    let value = value(shipment)
    return (rate.map { value * $0[shipment.lane] } ?? value) >= keepItThreshold[shipment.lane]
  }

  /// What unwanted goods bring that are sent back.
  func resale(_ shipment: Shipment) -> Double {
    goesBack(shipment) ? goods[shipment.lane] * resaleShare[shipment.lane] : 0
  }
}

/// The shares of shipped orders that meet each fate in one world (model 7).
struct FateRates {
  let fraud: Double
  let lost: Double
  let bad: Double
  let unwanted: Double
  /// Of all orders, when past the promised days.
  let late: Double
  /// A draw from here on goes well when it is on time, and one from here on whatever the day: beyond all shares, and the
  /// rounding of their sum.
  let sound: Double
  let safe: Double

  init<Number>(_ terms: FateTerms<Number>, _ lane: Int) {
    self.init(terms, lane, isSliding: terms.slide.map { $0.isOn[lane] > 0 } ?? false)
  }

  init<Number>(_ terms: FateTerms<Number>, _ lane: Int, isSliding: Bool) {
    fraud = terms.fraud[lane]
    lost = terms.lost[lane]
    unwanted = terms.unwanted[lane]
    let defects = terms.defects[lane]
    if isSliding, let slide = terms.slide {
      bad = min(defects * slide.factor[lane], max(0, 1 - fraud - lost - unwanted))
    } else {
      bad = defects
    }
    late = max(0, 1 - fraud - lost - bad - unwanted) * terms.lateComplaint[lane]
    sound = fraud + lost + bad + unwanted + 1e-9
    safe = sound + late
  }

  init(fraud: Double, lost: Double, bad: Double, unwanted: Double, late: Double) {
    (self.fraud, self.lost, self.bad, self.unwanted, self.late) = (fraud, lost, bad, unwanted, late)
    sound = fraud + lost + bad + unwanted + 1e-9
    safe = sound + late
  }
}

extension Kernel {
  /// A supplier takes what stands in `shipped`: goods and shipping are booked and paid, and the orders' fates are drawn
  /// (model 7).
  /// - Parameters:
  ///   - first: the number of each lane's first order on the day they were placed.
  ///   - placed: that day.
  ///   - past: opening orders, which no others are shipped with.
  func ship(
    _ product: Int, _ offer: Int, from first: Row<Number>, placed: Int, on day: Int, _ month: Int,
    past: OrderRun? = nil
  ) {
    let rows = products[product]
    let terms = rows.offers[offer]
    let supplier = program.products[product].offers[offer].supplier
    let (shipped, costs) = (rows.shipped, scratch.amounts)
    let express = rows.expressSale == nil ? nil : rows.expressTake
    let watched = program.watch.watchesSales ? watch.sales[product].goods : nil
    let isPaidAtOnce =
      terms.stock == nil && !program.suppliers[supplier].hasTerms && program.suppliers[supplier].card == nil
    loops.cost(
      shipped, terms.cost, express, terms.expressCost, costs, ledger.row(.goodsAndShipping, month), watched,
      isPaidAtOnce ? ledger.row(.supplierPayments, month) : nil, books.cash, lanes)
    if let stock = terms.stock {
      // The goods were paid when they were bought.
      for i in 0..<lanes where shipped[i] > 0 {
        costs[i] -= shipped[i].double * terms.goods[i]
        stock.take(unitsOf(shipped[i].double, product, i), i)
      }
    }
    if !isPaidAtOnce { owe(costs, supplier, day, month) }
    if let past, let place = past.opening, let given = program.opening?.orders[place] {
      let terms = program.products[product].offers[offer]
      return settle(past, of: given, offer, shipped: day, terms.delivery, planned: terms.plannedDelivery)
    }
    if let draws {
      let fates = program.products[product].fates
      batch.list(
        shipped, from: first, placed: placed, of: fates, by: draws, firstPath: firstPath, places: movedPlaces,
        lanes: lanes)
      settle(product, offer, placed: placed, day)
    } else {
      for lane in 0..<lanes where shipped[lane] > 0 {
        let orders = OrderRun(lane: lane, day: placed, first: Int(first[lane]), count: shipped[lane].double)
        let express = expressOrders(orders, product)
        planFates(orders, orders.count - express, product, offer, day, isExpress: false)
        planFates(orders, express, product, offer, day, isExpress: true)
      }
    }
  }

  /// The same of orders that waited.
  func ship(_ orders: OrderRun, _ product: Int, _ offer: Int, _ day: Int, _ month: Int) {
    let rows = products[product]
    let first = scratch.factor
    rows.shipped.update(repeating: 0, count: lanes)
    rows.shipped[orders.lane] = Number(orders.count)
    first[orders.lane] = Number(orders.first)
    if rows.expressSale != nil {
      rows.expressTake.update(repeating: 0, count: lanes)
      rows.expressTake[orders.lane] = Number(expressOrders(orders, product))
    }
    ship(
      product, offer, from: first, placed: orders.day, on: day, month, past: orders.opening == nil ? nil : orders)
  }

  /// From which draw on an order goes well, on time or whatever the day, however good the supplier is today.
  func deriveFates(_ product: Int, _ offer: Int, in some: Range<Int>) {
    let terms = fates[product][offer]
    let sound = products[product].offers[offer].sound
    let safe = sound + width
    for i in some {
      let rates = FateRates(terms, i, isSliding: false)
      (sound[i], safe[i]) = (rates.sound, rates.safe)
      guard terms.slide != nil else { continue }
      let sliding = FateRates(terms, i, isSliding: true)
      (sound[i], safe[i]) = (max(sound[i], sliding.sound), max(safe[i], sliding.safe))
    }
  }

  /// Draws the fates of the orders that are listed. They all go by one offer.
  private func settle(_ product: Int, _ offer: Int, placed: Int, _ day: Int) {
    guard batch.count > 0 else { return }
    let item = program.products[product]
    // Orders that waited may have outlived the candidate that they were placed for.
    guard item.express == nil, products[product].strandedJoining == nil || placed == day else {
      return settleOneByOne(product, offer, placed: placed, day)
    }
    let terms = fates[product][offer]
    let rows = products[product]
    datePayouts(of: product, rows.offers[offer].delivery, day)
    program.monthOfDay.withUnsafeBufferPointer { monthOfDay in
      let ends = crows_ends(
        sound: rows.offers[offer].sound, promised: row(item.promisedDays), comes_back: rows.comesBack,
        well: ledger.row(.well, 0), closing: books.closing?.row(0), joining: rows.joining?.row(0),
        last_joining: rows.lastJoining,
        refunds: (
          UnsafePointer(stores[item.store].refunds.row(0)), UnsafePointer(books.recoveries.row(0)),
          (watch.sales.isEmpty ? nil : watch.sales[product].refunds).map { UnsafePointer($0.row(0)) }
        ),
        refund: refundDays, month_of_day: monthOfDay.baseAddress, placed: placed, day: day, days: program.days,
        width: width)
      batch.follow(rows.offers[offer].delivery, ends) { order, due in
        let shipment = Shipment(
          lane: order.lane, ordered: placed, number: order.number, shipped: day, due: due, isExpress: false)
        drawFate(of: shipment, terms, FateRates(terms, order.lane), order.words)
      }
    }
  }

  /// Where an order has more to it than a fate.
  private func settleOneByOne(_ product: Int, _ offer: Int, placed: Int, _ day: Int) {
    let express = program.products[product].express
    let terms = fates[product][offer]
    let rows = products[product].offers[offer]
    batch.each { order in
      let isExpress = express.map { buysExpress($0, lane: order.lane, day: placed, number: order.number) } ?? false
      let days = crows_days(isExpress ? rows.express ?? rows.delivery : rows.delivery, order.words[1])
      let shipment = Shipment(
        lane: order.lane, ordered: placed, number: order.number, shipped: day, due: day + days, isExpress: isExpress)
      datePayouts(1, sale(product, express: isExpress), of: product, from: shipment.due, order.lane)
      drawFate(of: shipment, terms, FateRates(terms, order.lane), order.words)
    }
  }

  /// One order's fate by one draw, in the order of the model; its refund or chargeback by the next two words.
  func drawFate(of shipment: Shipment, _ terms: FateTerms<Number>, _ rates: FateRates, _ words: SIMD4<UInt32>) {
    var u = Uniform.double(words[0])
    guard u < rates.safe else { return wentWell(shipment, terms, words) }
    let lane = shipment.lane
    let disputeShare = terms.disputeShare[lane]
    /// Is the draw in the next piece of the unit interval?
    func falls(in share: Double) -> Bool {
      if u < share { return true }
      u -= share
      return false
    }
    func goesWrong(_ fate: Metric, _ share: Double, recovery: Double) {
      if u < share * disputeShare {
        disputed(shipment, terms, fate, 1, recovery: recovery, words)
      } else {
        refunded(shipment, terms, fate, 1, recovery: recovery, words)
      }
    }
    if falls(in: rates.fraud) {
      disputed(shipment, terms, .fraud, 1, recovery: 0, words)
    } else if falls(in: rates.lost) {
      goesWrong(.lost, rates.lost, recovery: terms.recovered(shipment))
    } else if falls(in: rates.bad) {
      goesWrong(.bad, rates.bad, recovery: terms.recovered(shipment))
    } else if falls(in: rates.unwanted) {
      refunded(shipment, terms, .unwanted, 1, recovery: terms.resale(shipment), words)
    } else if Double(shipment.due - shipment.ordered) > terms.promisedDays[lane], falls(in: rates.late) {
      goesWrong(.late, rates.late, recovery: 0)
    } else {
      wentWell(shipment, terms, words)
    }
  }

  private func wentWell(_ shipment: Shipment, _ terms: FateTerms<Number>, _ words: SIMD4<UInt32>) {
    let comesBack = terms.canRepeat && Uniform.double(words[3]) < products[terms.product].comesBack[shipment.lane]
    let isAway = comesBack && isStillAway(shipment, terms.product, words[2])
    wentWell(shipment, terms, 1, comesBack: isAway ? 1 : 0)
  }

  /// The plan's fates: every share of the orders meets its own (model 14).
  private func planFates(
    _ orders: OrderRun, _ count: Double, _ product: Int, _ offer: Int, _ day: Int, isExpress: Bool
  ) {
    guard count > 0 else { return }
    let lane = orders.lane
    let offered = program.products[product].offers[offer]
    let delivery = isExpress ? offered.express ?? offered.delivery : offered.delivery
    let terms = fates[product][offer]
    let shipment = Shipment(
      lane: lane, ordered: orders.day, number: orders.first, shipped: day,
      due: day + (isExpress ? offered.plannedExpress : offered.plannedDelivery), isExpress: isExpress)
    datePayouts(count, sale(product, express: isExpress), of: product, from: shipment.due, lane)
    planFates(count, shipment, terms, FateRates(terms, lane), delivery)
  }

  func planFates(
    _ count: Double, _ shipment: Shipment, _ terms: FateTerms<Number>, _ rates: FateRates, _ delivery: LagTable
  ) {
    let (lane, product) = (shipment.lane, terms.product)
    let promised = Int(terms.promisedDays[lane])
    let late = rates.late * delivery.survival(promised - (shipment.shipped - shipment.ordered))
    let disputeShare = terms.disputeShare[lane]
    let recovered = terms.recovered(shipment)
    disputed(shipment, terms, .fraud, count * rates.fraud, recovery: 0)
    for (fate, share, recovery) in [
      (Metric.lost, rates.lost, recovered), (.bad, rates.bad, recovered), (.late, late, 0),
    ] {
      disputed(shipment, terms, fate, count * share * disputeShare, recovery: recovery)
      refunded(shipment, terms, fate, count * share * (1 - disputeShare), recovery: recovery)
    }
    refunded(shipment, terms, .unwanted, count * rates.unwanted, recovery: terms.resale(shipment))
    let well = count * (1 - rates.fraud - rates.lost - rates.bad - rates.unwanted - late)
    wentWell(shipment, terms, well, comesBack: well * (terms.canRepeat ? products[product].comesBack[lane] : 0))
  }

  /// On the day delivery was due an order is no longer open.
  private func close(_ shipment: Shipment, as fate: Metric, _ count: Double) {
    guard program.holds(shipment.due) else {
      if shipment.due < 0 { closeBefore(shipment, as: fate, count) }
      return
    }
    let month = program.monthOfDay[shipment.due]
    ledger.add(count, fate, month: month, lane: shipment.lane)
    if fate == .lost || fate == .bad || fate == .late {
      books.problems?.add(count, day: shipment.due, lane: shipment.lane)
    }
    books.closing?.add(count, day: shipment.due, lane: shipment.lane)
  }

  private func wentWell(_ shipment: Shipment, _ terms: FateTerms<Number>, _ count: Double, comesBack: Double) {
    close(shipment, as: .well, count)
    guard comesBack > 0 else { return }
    let stranded = products[terms.product].strandedJoining
    let isGone = stranded != nil && isGone(terms.product, ordered: shipment.ordered, shipment.lane)
    guard let joining = isGone ? stranded : products[terms.product].joining else { return }
    var day = shipment.due
    if mode == .plan {
      day += Int((row(program.products[terms.product].repeatDays)[shipment.lane] + 0.5).rounded(.down)) - 1
    }
    if let last = products[terms.product].lastJoining { last[shipment.lane] = max(last[shipment.lane], Double(day)) }
    guard day < 0 else { return joining.add(comesBack, day: day, lane: shipment.lane) }
    // Of opening orders: those who joined before wait already; the plan's have come on their one day.
    if mode == .worlds || day == -1 { products[terms.product].returning[shipment.lane] += Number(comesBack) }
  }

  /// Of orders whose fate is taken away: it is told apart only here, so that no other order gets its draw.
  private func endedWell(
    _ shipment: Shipment, _ terms: FateTerms<Number>, _ count: Double, _ words: SIMD4<UInt32>?
  ) {
    if let words { return wentWell(shipment, terms, words) }
    let comesBack = terms.canRepeat ? count * products[terms.product].comesBack[shipment.lane] : 0
    wentWell(shipment, terms, count, comesBack: comesBack)
  }

  private func refunded(
    _ shipment: Shipment, _ terms: FateTerms<Number>, _ fate: Metric, _ count: Double, recovery: Double,
    _ words: SIMD4<UInt32>? = nil
  ) {
    guard !terms.refundsEndWell else { return endedWell(shipment, terms, count, words) }
    close(shipment, as: fate, count)
    let lag = words.map { crows_days(refundDays, $0[2]) } ?? program.returns.plannedRefund
    let day = shipment.due + lag
    guard program.holds(day) else { return }
    let lane = shipment.lane
    takeBack(
      count * terms.value(shipment), vat: count * terms.vat(shipment), recovery: count * recovery, day: day,
      terms.store, lane)
    ledger.add(count, .refunds, month: program.monthOfDay[day], lane: lane)
    countRefunds(count, terms.product, day, lane)
    if fate == .unwanted, program.returns.paysReturns, terms.goesBack(shipment) {
      let postage = row(program.returns.returnShipping)[lane] * row(program.returns.sellerShare)[lane]
      books.postage?.add(count * postage, day: day, lane: lane)
    }
  }

  private func disputed(
    _ shipment: Shipment, _ terms: FateTerms<Number>, _ fate: Metric, _ count: Double, recovery: Double,
    _ words: SIMD4<UInt32>? = nil
  ) {
    guard !terms.chargebacksEndWell else { return endedWell(shipment, terms, count, words) }
    close(shipment, as: fate, count)
    let lag = words.map { crows_days(disputeDays, $0[2]) } ?? program.returns.plannedDispute
    // Fraud is found out whenever the card's owner looks; others complain once delivery was due.
    let earliest = fate == .fraud ? shipment.shipped : shipment.due
    let day = max(earliest, shipment.ordered + lag)
    guard program.holds(day) else { return }
    let lane = shipment.lane
    let (value, vat) = (terms.value(shipment), terms.vat(shipment))
    var fee = row(program.returns.chargebackFee)[lane]
    if let rate = terms.rate { fee /= rate[lane] }
    takeBack(
      count * (value + fee), vat: count * vat, recovery: count * recovery, day: day, terms.store, lane)
    ledger.add(count, .chargebacks, month: program.monthOfDay[day], lane: lane)
    countChargebacks(count, terms.product, day, lane)
    let winRate = row(program.returns.winRate)[lane]
    let won = words.map { Uniform.double($0[3]) < winRate ? 1.0 : 0 } ?? winRate
    guard won > 0 else { return }
    let decision = day + (words == nil ? program.returns.plannedDecision : decisionDays(shipment, terms.product))
    winBack(count * won * value, vat: count * won * vat, day: decision, terms.store, lane)
  }

  /// Days from a chargeback to its decision, drawn for each.
  private func decisionDays(_ shipment: Shipment, _ product: Int) -> Int {
    let days = program.returns.decision
    guard program.returns.drawsDecision else { return days.lastDay }
    let world = path(of: shipment.lane)
    if let place = shipment.opening, let stream = program.opening?.orders[place].decisions {
      return days.days(word: stream.block(path: world, day: 0, index: shipment.number)[0])
    }
    let stream = program.products[product].decisions
    return days.days(word: stream.block(path: world, day: shipment.ordered, index: shipment.number)[0])
  }

  /// A refund or chargeback on its day, and what the supplier pays back on the same. The state gives its VAT back.
  func takeBack(_ amount: Double, vat: Double, recovery: Double, day: Int, _ store: Int, _ lane: Int) {
    stores[store].refunds.add(amount, day: day, lane: lane)
    stores[store].vatBack?.add(vat, day: day, lane: lane)
    books.recoveries.add(recovery, day: day, lane: lane)
    // In another currency they are booked on their day, at its rate.
    let booked = stores[store].abroad == nil ? amount - vat - recovery : -recovery
    ledger.add(booked, .refundsAndChargebacks, month: program.monthOfDay[day], lane: lane)
  }

  /// A won dispute is a payout on the day of the decision.
  func winBack(_ amount: Double, vat: Double, day: Int, _ store: Int, _ lane: Int) {
    guard program.holds(day) else { return }
    stores[store].wins.add(amount, day: day, lane: lane)
    stores[store].vatBack?.add(-vat, day: day, lane: lane)
    guard stores[store].abroad == nil else { return }
    ledger.add(vat - amount, .refundsAndChargebacks, month: program.monthOfDay[day], lane: lane)
  }

  /// Remembers a chargeback where somebody looks back at them.
  private func countChargebacks(_ count: Double, _ product: Int, _ day: Int, _ lane: Int) {
    stores[program.products[product].store].hold?.chargebacks.add(count, day: day, lane: lane)
    countDisputes(count, product, day, lane)
  }
}
