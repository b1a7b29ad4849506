import Statistics

/// What has been decided about orders of one product that one offer ships today.
private struct Shipment {
  let product: Int
  let offer: Int
  let store: Int
  let lane: Int
  /// The day they were ordered, and the day they are shipped.
  let ordered: Int
  let shipped: Int
  /// The day delivery is due.
  let due: Int
  let isExpress: Bool
}

/// The shares of shipped orders that meet each fate in one world (model section 7).
private struct FateRates {
  let fraud: Double
  let lost: Double
  let bad: Double
  let unwanted: Double
  /// Of all orders, when past the promised days.
  let late: Double

  init(_ kernel: Kernel, _ shipment: Shipment) {
    let item = kernel.program.products[shipment.product]
    let supplier = kernel.program.suppliers[item.offers[shipment.offer].supplier]
    fraud = kernel.row(kernel.program.returns.fraudRate)[shipment.lane]
    lost = kernel.row(supplier.lostRate)[shipment.lane]
    unwanted = kernel.row(item.returnRate)[shipment.lane]
    let defects = kernel.row(supplier.defectRate)[shipment.lane]
    let slides = supplier.slides.map { _ in kernel.suppliers[item.offers[shipment.offer].supplier].sliding }
    if let slides, let terms = supplier.slides, slides[shipment.lane] > 0 {
      bad = min(defects * kernel.row(terms.factor)[shipment.lane], max(0, 1 - fraud - lost - unwanted))
    } else {
      bad = defects
    }
    late = max(0, 1 - fraud - lost - bad - unwanted) * kernel.row(item.lateComplaint)[shipment.lane]
  }
}

extension Kernel {
  /// A supplier takes orders: goods and shipping are booked and paid, and their fates are drawn (model section 7).
  func ship(_ orders: OrderRun, _ product: Int, _ offer: Int, _ day: Int, _ month: Int) {
    let terms = products[product].offers[offer]
    let express = expressOrders(orders, product)
    let cost = orders.count * terms.cost[orders.lane] + express * terms.expressCost[orders.lane]
    ledger.add(cost, .goodsAndShipping, month: month, lane: orders.lane)
    countGoods(cost, product, orders.lane)
    if let stock = terms.stock {
      // The goods were paid when they were bought.
      owe(cost - orders.count * terms.goods[orders.lane], supplierOf(product, offer), day, month, orders.lane)
      stock.take(unitsOf(orders.count, product, orders.lane), orders.lane)
    } else {
      owe(cost, supplierOf(product, offer), day, month, orders.lane)
    }
    switch mode {
    case .worlds: batch.append(orders)
    case .plan:
      planFates(orders, orders.count - express, product, offer, day, isExpress: false)
      planFates(orders, express, product, offer, day, isExpress: true)
    }
  }

  private func supplierOf(_ product: Int, _ offer: Int) -> Int { program.products[product].offers[offer].supplier }

  /// Draws the fates of the orders shipped since the last call. They all go by one offer.
  func settleBatch(_ product: Int, _ offer: Int, _ day: Int) {
    guard batch.count > 0 else { return }
    let item = program.products[product]
    let terms = item.offers[offer]
    batch.draw(from: item.fates, firstPath: firstPath)
    for i in 0..<batch.count {
      let words = batch.words[i]
      let (lane, ordered) = (Int(batch.lanes[i]), Int(batch.days[i]))
      let isExpress =
        item.express.map { buysExpress($0, lane: lane, day: ordered, number: Int(batch.numbers[i])) } ?? false
      let delivery = isExpress ? terms.express ?? terms.delivery : terms.delivery
      let shipment = Shipment(
        product: product, offer: offer, store: item.store, lane: lane, ordered: ordered, shipped: day,
        due: day + delivery.days(word: words[1]), isExpress: isExpress)
      datePayouts(1, sale(product, express: isExpress), of: product, from: shipment.due, lane)
      drawFate(of: shipment, words)
    }
    batch.clear()
  }

  /// One order's fate by one draw, in the order of the model; its refund or chargeback by the next two words.
  private func drawFate(of shipment: Shipment, _ words: SIMD4<UInt32>) {
    let lane = shipment.lane
    let disputeShare = row(program.returns.disputeShare)[lane]
    var u = Uniform.double(words[0])
    /// Is the draw in the next piece of the unit interval?
    func falls(in share: Double) -> Bool {
      if u < share { return true }
      u -= share
      return false
    }
    func goesWrong(_ fate: Metric, _ share: Double, recovery: Double) {
      if u < share * disputeShare {
        disputed(shipment, fate, 1, recovery: recovery, words)
      } else {
        refunded(shipment, fate, 1, recovery: recovery, words)
      }
    }
    let rates = FateRates(self, shipment)
    if falls(in: rates.fraud) {
      disputed(shipment, .fraud, 1, recovery: 0, words)
    } else if falls(in: rates.lost) {
      goesWrong(.lost, rates.lost, recovery: recovery(shipment))
    } else if falls(in: rates.bad) {
      goesWrong(.bad, rates.bad, recovery: recovery(shipment))
    } else if falls(in: rates.unwanted) {
      refunded(shipment, .unwanted, 1, recovery: resale(shipment), words)
    } else if isLate(shipment), falls(in: rates.late) {
      goesWrong(.late, rates.late, recovery: 0)
    } else {
      wentWell(shipment, 1, comesBack: Uniform.double(words[3]) < repeatRate(shipment.product, lane) ? 1 : 0)
    }
  }

  private func isLate(_ shipment: Shipment) -> Bool {
    Double(shipment.due - shipment.ordered) > row(program.products[shipment.product].promisedDays)[shipment.lane]
  }

  /// The plan's fates: every share of the orders meets its own (model section 14).
  private func planFates(
    _ orders: OrderRun, _ count: Double, _ product: Int, _ offer: Int, _ day: Int, isExpress: Bool
  ) {
    guard count > 0 else { return }
    let lane = orders.lane
    let item = program.products[product]
    let terms = item.offers[offer]
    let delivery = isExpress ? terms.express ?? terms.delivery : terms.delivery
    let shipment = Shipment(
      product: product, offer: offer, store: item.store, lane: lane, ordered: orders.day, shipped: day,
      due: day + (isExpress ? terms.plannedExpress : terms.plannedDelivery), isExpress: isExpress)
    datePayouts(count, sale(product, express: isExpress), of: product, from: shipment.due, lane)
    let rates = FateRates(self, shipment)
    let promised = Int(row(item.promisedDays)[lane])
    let late = rates.late * delivery.survival(promised - (day - orders.day))
    let disputeShare = row(program.returns.disputeShare)[lane]
    disputed(shipment, .fraud, count * rates.fraud, recovery: 0)
    for (fate, share, recovery) in [
      (Metric.lost, rates.lost, recovery(shipment)), (.bad, rates.bad, recovery(shipment)), (.late, late, 0),
    ] {
      disputed(shipment, fate, count * share * disputeShare, recovery: recovery)
      refunded(shipment, fate, count * share * (1 - disputeShare), recovery: recovery)
    }
    refunded(shipment, .unwanted, count * rates.unwanted, recovery: resale(shipment))
    let well = count * (1 - rates.fraud - rates.lost - rates.bad - rates.unwanted - late)
    wentWell(shipment, well, comesBack: well * repeatRate(product, lane))
  }

  /// On the day delivery was due an order is no longer open.
  private func close(_ shipment: Shipment, as fate: Metric, _ count: Double) {
    guard shipment.due < program.days else { return }
    let month = program.monthOfDay[shipment.due]
    ledger.add(count, fate, month: month, lane: shipment.lane)
    if fate == .lost || fate == .bad || fate == .late {
      books.problems.add(count, day: shipment.due, lane: shipment.lane)
    }
    books.closing.add(count, day: shipment.due, lane: shipment.lane)
  }

  private func wentWell(_ shipment: Shipment, _ count: Double, comesBack: Double) {
    close(shipment, as: .well, count)
    let rows = products[shipment.product]
    let isGone = rows.strandedJoining != nil && isGone(shipment.product, ordered: shipment.ordered, shipment.lane)
    guard comesBack > 0, let joining = isGone ? rows.strandedJoining : rows.joining else { return }
    switch mode {
    case .worlds: joining.add(comesBack, day: shipment.due, lane: shipment.lane)
    case .plan:
      let days = Int((row(program.products[shipment.product].repeatDays)[shipment.lane] + 0.5).rounded(.down))
      joining.add(comesBack, day: shipment.due + days - 1, lane: shipment.lane)
    }
  }

  /// What the supplier pays back for a lost or bad order: a share of its goods.
  private func recovery(_ shipment: Shipment) -> Double {
    let offer = program.products[shipment.product].offers[shipment.offer]
    return products[shipment.product].offers[shipment.offer].goods[shipment.lane]
      * row(program.suppliers[offer.supplier].recovery)[shipment.lane]
  }

  /// Do unwanted goods go back?
  private func goesBack(_ shipment: Shipment) -> Bool {
    sale(shipment.product, express: shipment.isExpress).value[shipment.lane]
      >= row(program.returns.keepItThreshold)[shipment.lane]
  }

  /// What unwanted goods bring that are sent back.
  private func resale(_ shipment: Shipment) -> Double {
    guard goesBack(shipment) else { return 0 }
    return products[shipment.product].offers[shipment.offer].goods[shipment.lane]
      * row(program.returns.resaleShare)[shipment.lane]
  }

  private func refunded(
    _ shipment: Shipment, _ fate: Metric, _ count: Double, recovery: Double, _ words: SIMD4<UInt32>? = nil
  ) {
    close(shipment, as: fate, count)
    let lag = words.map { program.returns.refund.days(word: $0[2]) } ?? program.returns.plannedRefund
    let day = shipment.due + lag
    guard day < program.days else { return }
    let sale = sale(shipment.product, express: shipment.isExpress)
    let lane = shipment.lane
    takeBack(
      count * sale.value[lane], vat: count * sale.vat[lane], recovery: count * recovery, day: day, shipment.store, lane)
    ledger.add(count, .refunds, month: program.monthOfDay[day], lane: lane)
    countRefunds(count, shipment.product, day, lane)
    if fate == .unwanted, program.returns.paysReturns, goesBack(shipment) {
      let postage = row(program.returns.returnShipping)[lane] * row(program.returns.sellerShare)[lane]
      books.postage.add(count * postage, day: day, lane: lane)
    }
  }

  private func disputed(
    _ shipment: Shipment, _ fate: Metric, _ count: Double, recovery: Double, _ words: SIMD4<UInt32>? = nil
  ) {
    close(shipment, as: fate, count)
    let lag = words.map { program.returns.dispute.days(word: $0[2]) } ?? program.returns.plannedDispute
    // Fraud is found out whenever the card's owner looks; others complain once delivery was due.
    let earliest = fate == .fraud ? shipment.shipped : shipment.due
    let day = max(earliest, shipment.ordered + lag)
    guard day < program.days else { return }
    let sale = sale(shipment.product, express: shipment.isExpress)
    let lane = shipment.lane
    let fee = row(program.returns.chargebackFee)[lane]
    takeBack(
      count * (sale.value[lane] + fee), vat: count * sale.vat[lane], recovery: count * recovery, day: day,
      shipment.store, lane)
    ledger.add(count, .chargebacks, month: program.monthOfDay[day], lane: lane)
    countChargebacks(count, shipment.product, day, lane)
    let winRate = row(program.returns.winRate)[lane]
    let won = words.map { Uniform.double($0[3]) < winRate ? 1.0 : 0 } ?? winRate
    let decision = day + Int(row(program.returns.decisionDays)[lane])
    if won > 0 { winBack(count * won * sale.value[lane], vat: count * won * sale.vat[lane], day: decision, shipment) }
  }

  /// A refund or chargeback on its day, and what the supplier pays back on the same. The state gives its VAT back.
  func takeBack(_ amount: Double, vat: Double, recovery: Double, day: Int, _ store: Int, _ lane: Int) {
    stores[store].refunds.add(amount, day: day, lane: lane)
    stores[store].vatBack?.add(vat, day: day, lane: lane)
    books.recoveries.add(recovery, day: day, lane: lane)
    ledger.add(amount - vat - recovery, .refundsAndChargebacks, month: program.monthOfDay[day], lane: lane)
  }

  /// A won dispute is a payout on the day of the decision.
  private func winBack(_ amount: Double, vat: Double, day: Int, _ shipment: Shipment) {
    guard day < program.days else { return }
    stores[shipment.store].wins.add(amount, day: day, lane: shipment.lane)
    stores[shipment.store].vatBack?.add(-vat, day: day, lane: shipment.lane)
    ledger.add(vat - amount, .refundsAndChargebacks, month: program.monthOfDay[day], lane: shipment.lane)
  }

  /// Remembers a chargeback where somebody looks back at them.
  private func countChargebacks(_ count: Double, _ product: Int, _ day: Int, _ lane: Int) {
    stores[program.products[product].store].hold?.chargebacks.add(count, day: day, lane: lane)
    countDisputes(count, product, day, lane)
  }
}
