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
    bad = kernel.row(supplier.defectRate)[shipment.lane]
    unwanted = kernel.row(item.returnRate)[shipment.lane]
    late = max(0, 1 - fraud - lost - bad - unwanted) * kernel.row(item.lateComplaint)[shipment.lane]
  }
}

extension Kernel {
  /// A supplier takes orders: goods and shipping are booked and paid, and their fates are drawn (model section 7).
  func ship(_ orders: OrderRun, _ product: Int, _ offer: Int, _ day: Int, _ month: Int) {
    let cost = orders.count * products[product].offers[offer].cost[orders.lane]
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
      drawFate(of: shipment, words)
    }
    batch.clear()
  }

  /// One order's fate by one draw, in the order of the model; its refund or chargeback by the next two words.
  private func drawFate(of shipment: Shipment, _ words: SIMD4<UInt32>) {
    let lane = shipment.lane
    let item = program.products[shipment.product]
    let money = products[shipment.product].offers[shipment.offer]
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
      goesWrong(.lost, rates.lost, recovery: money.recovery[lane])
    } else if falls(in: rates.bad) {
      goesWrong(.bad, rates.bad, recovery: money.recovery[lane])
    } else if falls(in: rates.unwanted) {
      refunded(shipment, .unwanted, 1, recovery: money.resale[lane], words)
    } else if isLate(shipment), falls(in: rates.late) {
      goesWrong(.late, rates.late, recovery: 0)
    } else {
      wentWell(shipment, 1, comesBack: Uniform.double(words[3]) < row(item.repeatRate)[lane] ? 1 : 0)
    }
  }

  private func isLate(_ shipment: Shipment) -> Bool {
    Double(shipment.due - shipment.ordered) > row(program.products[shipment.product].promisedDays)[shipment.lane]
  }

  /// The plan's fates: every share of the orders meets its own (model section 14).
  private func planFates(_ orders: OrderRun, _ product: Int, _ offer: Int, _ day: Int) {
    let lane = orders.lane
    let item = program.products[product]
    let terms = item.offers[offer]
    let money = products[product].offers[offer]
    let shipment = Shipment(
      product: product, offer: offer, store: item.store, lane: lane, ordered: orders.day, shipped: day,
      due: day + terms.plannedDelivery)
    schedulePayout(of: shipment, orders.count)
    let rates = FateRates(self, shipment)
    let promised = Int(row(item.promisedDays)[lane])
    let late = rates.late * terms.delivery.survival(promised - (day - orders.day))
    let disputeShare = row(program.returns.disputeShare)[lane]
    disputed(shipment, .fraud, orders.count * rates.fraud, recovery: 0)
    for (fate, share, recovery) in [
      (Metric.lost, rates.lost, money.recovery[lane]), (.bad, rates.bad, money.recovery[lane]), (.late, late, 0),
    ] {
      disputed(shipment, fate, orders.count * share * disputeShare, recovery: recovery)
      refunded(shipment, fate, orders.count * share * (1 - disputeShare), recovery: recovery)
    }
    refunded(shipment, .unwanted, orders.count * rates.unwanted, recovery: money.resale[lane])
    let well = orders.count * (1 - rates.fraud - rates.lost - rates.bad - rates.unwanted - late)
    wentWell(shipment, well, comesBack: well * row(item.repeatRate)[lane])
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
      let days = Int((row(program.products[shipment.product].repeatDays)[shipment.lane] + 0.5).rounded(.down))
      joining.add(comesBack, day: shipment.due + days - 1, lane: shipment.lane)
    }
  }

  private func refunded(
    _ shipment: Shipment, _ fate: Metric, _ count: Double, recovery: Double, _ words: SIMD4<UInt32>? = nil
  ) {
    close(shipment, as: fate, count)
    let lag = words.map { program.returns.refund.days(word: $0[2]) } ?? program.returns.plannedRefund
    let day = shipment.due + lag
    let value = products[shipment.product].orderValue[shipment.lane]
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
    let value = products[shipment.product].orderValue[shipment.lane]
    let fee = row(program.returns.chargebackFee)[shipment.lane]
    takeBack(count * (value + fee), recovery: count * recovery, day: day, shipment)
    guard day < program.days else { return }
    ledger.add(count, .chargebacks, month: program.monthOfDay[day], lane: shipment.lane)
    let winRate = row(program.returns.winRate)[shipment.lane]
    let won = words.map { Uniform.double($0[3]) < winRate ? 1.0 : 0 } ?? winRate
    let decision = day + Int(row(program.returns.decisionDays)[shipment.lane])
    if won > 0 { winBack(count * won * value, day: decision, shipment.store, shipment.lane) }
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
    let amount = count * products[shipment.product].payout[shipment.lane]
    let day = shipment.due + Int(row(store.payoutDays)[shipment.lane])
    stores[shipment.store].dated[shipment.lane] += amount
    stores[shipment.store].payouts.add(amount, day: day, lane: shipment.lane)
  }
}
