import Scenarios
import Simulation

/// What customers want back later: amounts and counts by the day they fall due, for one store.
struct Claims {
  var refunds: Schedule
  var refundCount: Schedule
  /// Without the processor's fee.
  var chargebacks: Schedule
  var chargebackCount: Schedule
  /// The processor's fees for them.
  var chargebackFees: Schedule
  /// The value of those chargebacks of a day that will be won, and the day each is decided.
  var winnable: [[(value: Double, decidedOn: Int)]]
  /// What suppliers pay back, and what returned goods bring.
  var recovered: Schedule
  /// Our part of the postage of parcels that come back.
  var postage: Schedule

  init(days: Int) {
    let none = Schedule(days: days)
    (refunds, refundCount, chargebacks, chargebackCount) = (none, none, none, none)
    (recovered, postage, chargebackFees) = (none, none, none)
    winnable = [[(value: Double, decidedOn: Int)]](repeating: [], count: days)
  }
}

/// An order's life from the day a supplier takes it (model 7).
extension ReferenceWorld {
  /// The supplier takes the order: it is paid, and all that follows is settled by draws.
  mutating func ship(_ order: Order, on day: Int) {
    let product = input.products[order.product]
    let supplier = suppliers[product.offers[order.offer].supplier].terms
    let goods = chargeForGoods(order, on: day)

    let transit = order.isExpress ? product.terms.express.transitDays : supplier.transitDays
    let due = day + wholeDays(supplier.handlingDays, transit)
    accounts[product.store].date(order, from: due)
    shipments?.append((order.day, due))
    for (fate, count) in fates(of: order, shipped: day, due: due) where count > 0 {
      endings[fate.rawValue].add(count, on: due)
      var part = order
      part.count = count
      settle(fate, of: part, shipped: day, due: due, goods: goods, recovery: supplier.supplierRecovery)
    }
  }

  /// How it ends: in a world one way, in the plan in each of them in part.
  private mutating func fates(of order: Order, shipped: Int, due: Int) -> [(Fate, Double)] {
    let product = input.products[order.product]
    let supplier = suppliers[product.offers[order.offer].supplier]
    let others = input.scenario.returns.fraudRate + supplier.terms.lostRate + product.terms.returnRate
    let rates: [(Fate, Double)] = [
      (.fraud, input.scenario.returns.fraudRate), (.lost, supplier.terms.lostRate),
      (.bad, supplier.defectRate(otherFates: others)), (.unwanted, product.terms.returnRate),
    ]
    let complaint = complaints(of: product.terms.value) * lateShare(order, shipped: shipped, due: due)
    return divide(order, rates, complaint)
  }

  /// The same for an order of before; one that is there cannot be lost any more.
  mutating func fates(of order: Order, isLate: Double, isDelivered: Bool) -> [(Fate, Double)] {
    let product = input.products[order.product]
    let supplier = suppliers[product.offers[order.offer].supplier].terms
    let arrived = isDelivered ? 1 - supplier.lostRate : 1
    let rates: [(Fate, Double)] = [
      (.fraud, input.scenario.returns.fraudRate / arrived), (.lost, isDelivered ? 0 : supplier.lostRate),
      (.bad, supplier.defectRate / arrived), (.unwanted, product.terms.returnRate / arrived),
    ]
    return divide(order, rates, complaints(of: product.terms.value) * isLate)
  }

  /// How many of those whose order is late complain, in spite of the messages.
  private func complaints(of product: Product) -> Double {
    let messages = input.scenario.operations.messages
    guard messages.sent, input.fault != .messagesKeepNobody else { return product.lateComplaint }
    return product.lateComplaint * (1 - messages.fewerLateComplaints)
  }

  private mutating func divide(
    _ order: Order, _ rates: [(Fate, Double)], _ complaint: Double
  ) -> [(Fate, Double)] {
    if input.isPlan {
      let rest = order.count * max(0, rates.reduce(1) { $0 - $1.1 })
      return rates.map { ($0, $1 * order.count) } + [(.late, rest * complaint), (.well, rest * (1 - complaint))]
    }
    var luck = random.uniform()
    for (fate, rate) in rates {
      if luck < rate { return [(fate, order.count)] }
      luck -= rate
    }
    return [(random.happens(complaint) ? .late : .well, order.count)]
  }

  /// Is it later than promised? In the plan: how many of its like are.
  private func lateShare(_ order: Order, shipped: Int, due: Int) -> Double {
    let product = input.products[order.product]
    let promised = product.terms.promisedDays
    guard input.isPlan else { return Double(due - order.day) > promised ? 1 : 0 }
    let supplier = suppliers[product.offers[order.offer].supplier].terms
    let left = promised.rounded(.down) - Double(shipped - order.day)
    let transit = order.isExpress ? product.terms.express.transitDays : supplier.transitDays
    return supplier.handlingDays.exceeds(left, with: transit)
  }

  mutating func settle(
    _ fate: Fate, of order: Order, shipped: Int, due: Int, goods: Double, recovery: Double
  ) {
    let returns = input.scenario.returns
    let product = input.products[order.product]
    switch fate {
    case .well:
      let again = part(of: order.count, brand.repeatRate(of: product.terms.value))
      guard again > 0 else { return }
      comeBack(again, order, on: due + geometricDays(mean: product.terms.repeatDays))
    case .fraud:
      chargeBack(order, on: max(shipped, order.day + wholeDays(returns.disputeDays)))
    case .unwanted:
      let day = due + wholeDays(returns.refundDays)
      refund(order, on: day)
      guard order.value * rate(ofStore: product.store) >= returns.keepItThreshold else { return }
      let route = returns.route
      claims[product.store].recovered.add(order.count * goods * returns.resaleShare, on: day)
      claims[product.store].postage.add(order.count * route.returnShipping * route.sellerShare, on: day)
    case .lost, .bad, .late:
      var (disputed, refunded) = (order, order)
      disputed.count = part(of: order.count, returns.disputeShare)
      refunded.count = order.count - disputed.count
      let recovered = fate == .late ? 0 : recovery * goods
      if disputed.count > 0 {
        let day = max(due, order.day + wholeDays(returns.disputeDays))
        chargeBack(disputed, on: day)
        claims[product.store].recovered.add(recovered * disputed.count, on: day)
      }
      if refunded.count > 0 {
        let day = due + wholeDays(returns.refundDays)
        refund(refunded, on: day)
        claims[product.store].recovered.add(recovered * refunded.count, on: day)
      }
    }
  }

  /// Customers order once more, unless what they bought is gone by then.
  private mutating func comeBack(_ count: Double, _ order: Order, on day: Int) {
    if isOfferedStill(order) {
      repeats[order.product].add(count, on: day)
    } else {
      strandedRepeats[order.product].add(count, on: day)
    }
  }

  mutating func refund(_ order: Order, on day: Int) {
    guard day >= 0 else { return }
    let store = input.products[order.product].store
    claims[store].refunds.add(order.count * order.value, on: day)
    claims[store].refundCount.add(order.count, on: day)
    diary.note(product: order.product, on: day) { $0.refunds += order.count }
  }

  private mutating func chargeBack(_ order: Order, on day: Int) {
    guard day >= 0 else { return }
    let store = input.products[order.product].store
    claims[store].chargebacks.add(order.count * order.value, on: day)
    claims[store].chargebackCount.add(order.count, on: day)
    // In the store's currency by the rate of the day on which the order ships.
    let fee = input.scenario.returns.chargebackFee / rate(ofStore: store)
    claims[store].chargebackFees.add(order.count * fee, on: day)
    diary.note(product: order.product, on: day) { $0.disputes += order.count }
    let won = part(of: order.count, input.scenario.returns.winRate) * order.value
    guard won > 0, claims[store].winnable.indices.contains(day) else { return }
    claims[store].winnable[day].append((won, day + wholeDays(input.scenario.returns.disputeDecisionDays)))
  }

  /// Refunds and chargebacks of the day, netted or paid; suppliers pay back their part, the state its own.
  mutating func settleClaims(_ day: Int) {
    for store in claims.indices {
      let value = claims[store].refunds.take(day) + claims[store].chargebacks.take(day)
      let count = claims[store].chargebackCount.take(day)
      let rate = rate(ofStore: store)
      let fee = claims[store].chargebackFees.take(day)
      let recovered = claims[store].recovered.take(day)
      let vat = input.fault == .vatNotRefunded ? 0 : accounts[store].vat(in: value)
      books.post(.refunds, claims[store].refundCount.take(day))
      books.post(.chargebacks, count)
      books.post(.refundsAndChargebacks, (value - vat + fee) * rate - recovered)
      state.addVAT(-vat * rate)
      books.pay(.supplierPayments, -recovered)
      payOther(claims[store].postage.take(day))
      accounts[store].takeBack(value + fee, chargebacks: count, on: day)
      for dispute in claims[store].winnable[day] { accounts[store].win(dispute.value, on: dispute.decidedOn) }
      payExcess(of: store)
    }
  }

  /// Counts the orders whose delivery was due today; those with a problem cause tickets.
  mutating func revealFates(_ day: Int) {
    var (problems, shipped) = (0.0, 0.0)
    for fate in Fate.allCases {
      let count = endings[fate.rawValue].take(day)
      books.post(fate.metric, count)
      openOrders -= count
      shipped += count
      if fate.isProblem || (input.fault == .reputationCountsUnwanted && fate == .unwanted) { problems += count }
      if fate.isProblem { answerTickets(count * input.scenario.operations.ticketsPerProblem) }
    }
    reputation.close(problems: problems, shipped: shipped)
  }
}
