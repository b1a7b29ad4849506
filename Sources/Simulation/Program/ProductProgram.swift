import Scenarios
import Statistics

/// A product of model sections 4, 6 and 7, ready to run.
struct ProductProgram {
  let store: Int
  let orderValue: Double
  let repeatRate: Double
  /// Chance a day that a customer who will order again does so: 1 ÷ mean lag.
  let repeatHazard: Double
  /// The mean lag in whole days, as the plan uses it.
  let repeatDays: Int
  let promisedDays: Int
  let offers: [OfferProgram]
  let repeats: Stream
  /// The draws of each order: what becomes of it, its days, its refund or chargeback, whether it comes back.
  let fates: Stream

  init(_ product: Product, name: String, in scenario: Scenario, seed: UInt64) {
    store = scenario.storeIndex(product.store)
    orderValue = product.orderValue
    repeatRate = product.repeatRate
    repeatHazard = 1 / product.repeatDays
    repeatDays = Lag.planned(product.repeatDays)
    promisedDays = Int(product.promisedDays)
    offers = product.offers.entries.compactMap { entry in
      guard let index = scenario.suppliers.index(of: entry.name) else { return nil }
      return OfferProgram(
        entry.value, supplier: scenario.suppliers.entries[index].value, index: index, product: product,
        returns: scenario.returns)
    }
    repeats = Stream(seed: seed, name: "products.\(name).repeats")
    fates = Stream(seed: seed, name: "products.\(name).fates")
  }
}

/// One supplier's offer of one product, with what becomes of the orders it ships.
struct OfferProgram {
  let supplier: Int
  /// Goods of an order, and its shipping.
  let goods: Double
  let shipping: Double
  let fates: FateShares
  /// Door-to-door days without waiting: handling and transit, rounded up once.
  let delivery: LagTable
  /// The same as the plan sees it: the mean, rounded half up.
  let plannedDelivery: Int
  /// What comes back of the goods of lost and bad orders.
  let recovery: Double
  /// What comes back of unwanted goods.
  let resale: Double

  init(_ offer: Offer, supplier: Supplier, index: Int, product: Product, returns: Returns) {
    self.supplier = index
    goods = offer.unitCost * product.unitsPerOrder
    shipping = offer.shippingCost
    fates = FateShares(supplier: supplier, product: product, returns: returns)
    delivery = LagTable(sumOf: supplier.handlingDays.distribution, supplier.transitDays.distribution)
    plannedDelivery = Lag.planned(supplier.handlingDays.mean + supplier.transitDays.mean)
    recovery = goods * supplier.supplierRecovery
    resale = product.orderValue < returns.keepItThreshold ? 0 : goods * returns.resaleShare
  }
}

/// The shares of shipped orders that meet each fate (model section 7), and of those past the promised days.
struct FateShares {
  let fraud: Double
  let lostDisputed: Double
  let lostRefunded: Double
  let badDisputed: Double
  let badRefunded: Double
  let unwanted: Double
  /// Of the rest, when past the promised days.
  let lateDisputed: Double
  let lateRefunded: Double

  init(supplier: Supplier, product: Product, returns: Returns) {
    fraud = returns.fraudRate
    lostDisputed = supplier.lostRate * returns.disputeShare
    lostRefunded = supplier.lostRate * (1 - returns.disputeShare)
    badDisputed = supplier.defectRate * returns.disputeShare
    badRefunded = supplier.defectRate * (1 - returns.disputeShare)
    unwanted = product.returnRate
    let rest = max(0, 1 - fraud - supplier.lostRate - supplier.defectRate - unwanted)
    lateDisputed = rest * product.lateComplaint * returns.disputeShare
    lateRefunded = rest * product.lateComplaint * (1 - returns.disputeShare)
  }

  /// All that are not late: these end well or are late.
  var troubled: Double { fraud + lostDisputed + lostRefunded + badDisputed + badRefunded + unwanted }
}
