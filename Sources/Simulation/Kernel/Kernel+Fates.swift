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
}

extension Kernel {
  /// A supplier takes orders: goods and shipping are booked and paid, and their fates are drawn (model section 7).
  func ship(_ orders: OrderRun, _ product: Int, _ offer: Int, _ day: Int, _ month: Int) {
    let terms = program.products[product].offers[offer]
    let cost = orders.count * (terms.goods + terms.shipping)
    ledger.add(cost, .goodsAndShipping, month: month, lane: orders.lane)
    ledger.add(cost, .supplierPayments, month: month, lane: orders.lane)
    books.cash[orders.lane] -= cost
    switch mode {
    case .worlds: batch.append(orders)
    case .plan: planFates(orders, product, offer, day)
    }
  }

  /// Draws the fates of the orders shipped since the last call. They all go by one offer.
  func settleBatch(_ product: Int, _ offer: Int, _ day: Int) {
    guard batch.count > 0 else { return }
    let item = program.products[product]
    let terms = item.offers[offer]
    batch.draw(from: item.fates, firstPath: firstPath)
    for i in 0..<batch.count {
      let words = batch.words[i]
      let shipment = Shipment(
        product: product, offer: offer, store: item.store, lane: Int(batch.lanes[i]), ordered: Int(batch.days[i]),
        shipped: day, due: day + terms.delivery.days(word: words[1]))
      schedulePayout(of: shipment, 1)
      drawFate(of: shipment, terms, item, words)
    }
    batch.clear()
  }

  /// One order's fate by one draw; its refund or chargeback by the next two words.
  private func drawFate(
    of shipment: Shipment, _ terms: OfferProgram, _ item: ProductProgram, _ words: SIMD4<UInt32>
  ) {
    let shares = terms.fates
    var u = Uniform.double(words[0])
    if u >= shares.troubled {
      u -= shares.troubled
      let isLate = shipment.due - shipment.ordered > item.promisedDays
      if isLate, u < shares.lateDisputed {
        disputed(shipment, .late, 1, recovery: 0, words)
      } else if isLate, u < shares.lateDisputed + shares.lateRefunded {
        refunded(shipment, .late, 1, recovery: 0, words)
      } else {
        wentWell(shipment, 1, comesBack: Uniform.double(words[3]) < item.repeatRate ? 1 : 0)
      }
      return
    }
    /// Is the draw in the next piece of the unit interval?
    func falls(in share: Double) -> Bool {
      defer { u -= share }
      return u < share
    }
    if falls(in: shares.fraud) {
      disputed(shipment, .fraud, 1, recovery: 0, words)
    } else if falls(in: shares.lostDisputed) {
      disputed(shipment, .lost, 1, recovery: terms.recovery, words)
    } else if falls(in: shares.lostRefunded) {
      refunded(shipment, .lost, 1, recovery: terms.recovery, words)
    } else if falls(in: shares.badDisputed) {
      disputed(shipment, .bad, 1, recovery: terms.recovery, words)
    } else if falls(in: shares.badRefunded) {
      refunded(shipment, .bad, 1, recovery: terms.recovery, words)
    } else {
      refunded(shipment, .unwanted, 1, recovery: terms.resale, words)
    }
  }

  /// The plan's fates: every share of the orders meets its own (model section 14).
  private func planFates(_ orders: OrderRun, _ product: Int, _ offer: Int, _ day: Int) {
    let item = program.products[product]
    let terms = item.offers[offer]
    let shares = terms.fates
    let shipment = Shipment(
      product: product, offer: offer, store: item.store, lane: orders.lane, ordered: orders.day, shipped: day,
      due: day + terms.plannedDelivery)
    schedulePayout(of: shipment, orders.count)
    let isLate = terms.delivery.survival(item.promisedDays - (day - orders.day))
    let lateDisputed = shares.lateDisputed * isLate
    let lateRefunded = shares.lateRefunded * isLate
    let n = orders.count
    disputed(shipment, .fraud, n * shares.fraud, recovery: 0)
    disputed(shipment, .lost, n * shares.lostDisputed, recovery: terms.recovery)
    refunded(shipment, .lost, n * shares.lostRefunded, recovery: terms.recovery)
    disputed(shipment, .bad, n * shares.badDisputed, recovery: terms.recovery)
    refunded(shipment, .bad, n * shares.badRefunded, recovery: terms.recovery)
    refunded(shipment, .unwanted, n * shares.unwanted, recovery: terms.resale)
    disputed(shipment, .late, n * lateDisputed, recovery: 0)
    refunded(shipment, .late, n * lateRefunded, recovery: 0)
    let well = n * (1 - shares.troubled - lateDisputed - lateRefunded)
    wentWell(shipment, well, comesBack: well * item.repeatRate)
  }

  /// On the day delivery was due an order is no longer open.
  private func close(_ shipment: Shipment, as fate: Metric, _ count: Double) {
    guard shipment.due < program.days else { return }
    let month = program.monthOfDay[shipment.due]
    ledger.add(count, fate, month: month, lane: shipment.lane)
    books.closing.add(count, day: shipment.due, lane: shipment.lane)
  }

  private func wentWell(_ shipment: Shipment, _ count: Double, comesBack: Double) {
    close(shipment, as: .well, count)
    guard comesBack > 0, let joining = products[shipment.product].joining else { return }
    switch mode {
    case .worlds: joining.add(comesBack, day: shipment.due, lane: shipment.lane)
    case .plan:
      let days = program.products[shipment.product].repeatDays
      joining.add(comesBack, day: shipment.due + days - 1, lane: shipment.lane)
    }
  }

  private func refunded(
    _ shipment: Shipment, _ fate: Metric, _ count: Double, recovery: Double, _ words: SIMD4<UInt32>? = nil
  ) {
    close(shipment, as: fate, count)
    let lag = words.map { program.returns.refund.days(word: $0[2]) } ?? program.returns.plannedRefund
    let day = shipment.due + lag
    let value = program.products[shipment.product].orderValue
    takeBack(count * value, recovery: count * recovery, day: day, shipment)
    if day < program.days { ledger.add(count, .refunds, month: program.monthOfDay[day], lane: shipment.lane) }
  }

  private func disputed(
    _ shipment: Shipment, _ fate: Metric, _ count: Double, recovery: Double, _ words: SIMD4<UInt32>? = nil
  ) {
    close(shipment, as: fate, count)
    let lag = words.map { program.returns.dispute.days(word: $0[2]) } ?? program.returns.plannedDispute
    // Fraud is found out whenever the card's owner looks; others complain once delivery was due.
    let earliest = fate == .fraud ? shipment.shipped : shipment.due
    let day = max(earliest, shipment.ordered + lag)
    let value = program.products[shipment.product].orderValue
    takeBack(
      count * (value + program.returns.chargebackFee), recovery: count * recovery, day: day, shipment)
    guard day < program.days else { return }
    ledger.add(count, .chargebacks, month: program.monthOfDay[day], lane: shipment.lane)
    let won = words.map { Uniform.double($0[3]) < program.returns.winRate ? 1.0 : 0 } ?? program.returns.winRate
    if won > 0 { winBack(count * won * value, day: day + program.returns.decisionDays, shipment.store, shipment.lane) }
  }

  /// A refund or chargeback on its day, and what the supplier pays back on the same.
  private func takeBack(_ amount: Double, recovery: Double, day: Int, _ shipment: Shipment) {
    guard day < program.days else { return }
    stores[shipment.store].refunds.add(amount, day: day, lane: shipment.lane)
    books.recoveries.add(recovery, day: day, lane: shipment.lane)
    ledger.add(
      amount - recovery, .refundsAndChargebacks, month: program.monthOfDay[day], lane: shipment.lane)
  }

  /// A won dispute is a payout on the day of the decision.
  private func winBack(_ amount: Double, day: Int, _ store: Int, _ lane: Int) {
    guard day < program.days else { return }
    stores[store].wins.add(amount, day: day, lane: lane)
    ledger.add(-amount, .refundsAndChargebacks, month: program.monthOfDay[day], lane: lane)
  }

  /// Payouts counted from delivery get their date when the order ships.
  private func schedulePayout(of shipment: Shipment, _ count: Double) {
    let store = program.stores[shipment.store]
    guard store.paysFromDelivery else { return }
    let amount = count * payout(perOrderOf: shipment.product)
    stores[shipment.store].dated[shipment.lane] += amount
    stores[shipment.store].payouts.add(amount, day: shipment.due + store.payoutDays, lane: shipment.lane)
  }
}
