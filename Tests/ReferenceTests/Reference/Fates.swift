import Scenarios
import Simulation

/// What customers want back later: amounts and counts by the day they fall due, for one store.
struct Claims {
  var refunds: Schedule
  var refundCount: Schedule
  /// With the processor's fee.
  var chargebacks: Schedule
  var chargebackCount: Schedule
  /// The value of those chargebacks of a day that will be won.
  var winnable: Schedule
  /// What suppliers pay back, and what returned goods bring.
  var recovered: Schedule

  init(days: Int) {
    let none = Schedule(days: days)
    (refunds, refundCount, chargebacks, chargebackCount) = (none, none, none, none)
    (winnable, recovered) = (none, none)
  }
}

/// Section 7 of the model: an order's life from the day a supplier takes it.
extension ReferenceWorld {
  /// The supplier takes the order: it is paid, and all that follows is settled by draws.
  mutating func ship(_ order: Order, on day: Int) {
    let product = input.products[order.product]
    let offer = product.offers[order.offer]
    let supplier = suppliers[offer.supplier].terms
    let goods = offer.terms.unitCost * product.terms.unitsPerOrder
    books.post(.goodsAndShipping, goods + offer.terms.shippingCost)
    books.pay(.supplierPayments, goods + offer.terms.shippingCost)

    let due = day + wholeDays(of: supplier.handlingDays, supplier.transitDays)
    accounts[product.store].date(order.payout, from: due)
    let isLate = Double(due - order.day) > product.terms.promisedDays
    let fate = drawFate(product.terms, supplier, isLate: isLate)
    endings[fate.rawValue].add(1, on: due)
    settle(fate, of: order, shipped: day, due: due, goods: goods, recovery: supplier.supplierRecovery)
  }

  private mutating func drawFate(_ product: Product, _ supplier: Supplier, isLate: Bool) -> Fate {
    var luck = random.uniform()
    let rates: [(Fate, Double)] = [
      (.fraud, input.scenario.returns.fraudRate), (.lost, supplier.lostRate), (.bad, supplier.defectRate),
      (.unwanted, product.returnRate),
    ]
    for (fate, rate) in rates {
      if luck < rate { return fate }
      luck -= rate
    }
    return isLate && random.happens(product.lateComplaint) ? .late : .well
  }

  private mutating func settle(
    _ fate: Fate, of order: Order, shipped: Int, due: Int, goods: Double, recovery: Double
  ) {
    let returns = input.scenario.returns
    let product = input.products[order.product]
    switch fate {
    case .well:
      guard random.happens(product.terms.repeatRate) else { return }
      repeats[order.product].add(1, on: due + random.geometric(mean: product.terms.repeatDays))
    case .fraud:
      chargeBack(order, on: max(shipped, order.day + wholeDays(of: returns.disputeDays)))
    case .unwanted:
      let goesBack = order.value >= returns.keepItThreshold
      let day = due + wholeDays(of: returns.refundDays)
      refund(order, on: day)
      claims[product.store].recovered.add(goesBack ? goods * returns.resaleShare : 0, on: day)
    case .lost, .bad, .late:
      let day: Int
      if random.happens(returns.disputeShare) {
        day = max(due, order.day + wholeDays(of: returns.disputeDays))
        chargeBack(order, on: day)
      } else {
        day = due + wholeDays(of: returns.refundDays)
        refund(order, on: day)
      }
      claims[product.store].recovered.add(fate == .late ? 0 : goods * recovery, on: day)
    }
  }

  mutating func refund(_ order: Order, on day: Int) {
    let store = input.products[order.product].store
    claims[store].refunds.add(order.value, on: day)
    claims[store].refundCount.add(1, on: day)
  }

  private mutating func chargeBack(_ order: Order, on day: Int) {
    let store = input.products[order.product].store
    let returns = input.scenario.returns
    claims[store].chargebacks.add(order.value + returns.chargebackFee, on: day)
    claims[store].chargebackCount.add(1, on: day)
    if random.happens(returns.winRate) { claims[store].winnable.add(order.value, on: day) }
  }

  /// Refunds and chargebacks of the day, netted or paid; suppliers pay back their part.
  mutating func settleClaims(_ day: Int) {
    for store in claims.indices {
      let refunds = claims[store].refunds.take(day)
      let chargebacks = claims[store].chargebacks.take(day)
      let recovered = claims[store].recovered.take(day)
      books.post(.refunds, claims[store].refundCount.take(day))
      books.post(.chargebacks, claims[store].chargebackCount.take(day))
      books.post(.refundsAndChargebacks, refunds + chargebacks - recovered)
      books.pay(.supplierPayments, -recovered)
      accounts[store].takeBack(refunds + chargebacks)
      let decision = day + Int(input.scenario.returns.disputeDecisionDays)
      accounts[store].win(claims[store].winnable.take(day), on: decision)
      books.pay(.refundPayments, accounts[store].payExcess())
    }
  }

  /// Counts the orders whose delivery was due today.
  mutating func revealFates(_ day: Int) {
    for fate in Fate.allCases {
      let count = endings[fate.rawValue].take(day)
      books.post(fate.metric, count)
      openOrders -= Int(count)
    }
  }

  /// One or two lags together, rounded up once.
  private mutating func wholeDays(of lag: Lag, _ next: Lag = .fixed(0)) -> Int {
    let days = random.days(lag) + random.days(next)
    return input.fault == .lagsRoundedDown ? Int(days) : Time.wholeDays(days)
  }
}
