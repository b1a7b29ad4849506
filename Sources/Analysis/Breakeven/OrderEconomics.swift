import Scenarios
import Simulation
import Statistics

/// What one order leaves before ads, on average over everything that may become of it (model 7 and 9).
///
/// With V what the customer pays, v the VAT rate, N = V − V·v ÷ (1 + v), and f, l, d, r the shares that are fraud, lost,
/// defective and unwanted, t = (1 − f − l − d − r) · late complaints · P(door-to-door days > promised), s the share that
/// disputes, w the share of disputes won:
///
///     contribution = N − fees − goods − shipping and duty
///                    − refunds       N · ((l + d + t)(1 − s) + r), and postage of what goes back
///                    − chargebacks   (f + (l + d + t) s) · (N (1 − w) + chargeback fee)
///                    + recovered     goods · ((l + d) · supplier recovery + r · resale, where it goes back)
///                    − support       (tickets an order + (l + d + t) · tickets a problem) · cost of a ticket
///
/// Messages about the status of orders lower the late complaints and the tickets by their shares, and cost what they cost
/// for each order.
/// Costs are those of the first day: without price drift, jumps, slides of quality, and further offers.
package struct OrderEconomics: Equatable, Sendable {
  /// What the customer pays, VAT in it.
  package private(set) var value = 0.0
  package private(set) var vat = 0.0
  /// Commission and payment fees.
  package private(set) var fees = 0.0
  package private(set) var goods = 0.0
  package private(set) var duty = 0.0
  /// With fulfilment and express.
  package private(set) var shipping = 0.0
  package private(set) var refunds = 0.0
  package private(set) var chargebacks = 0.0
  package private(set) var recovered = 0.0
  package private(set) var support = 0.0
  /// The share of orders that end well.
  package private(set) var endsWell = 0.0
  /// Orders of a customer in the long run, repeat orders among them.
  package private(set) var ordersPerCustomer = 1.0

  /// What the store keeps of the price.
  package var net: Double { value - vat }

  package var contribution: Double {
    net - fees - goods - duty - shipping - refunds - chargebacks + recovered - support
  }

  /// - Parameter price: another price than the product's.
  init(_ scenario: Scenario, _ place: OrderPlace, price: Double? = nil) {
    guard let product = scenario.products[place.product], let offer = product.offers[place.supplier],
      let supplier = scenario.suppliers[place.supplier], let store = scenario.stores[place.store]
    else { return }
    var terms = Terms(scenario, product, offer, supplier, store)
    terms.price = price ?? product.price
    add(terms, days: place.delivery, extra: 0, expressCost: 0, weight: 1 - product.express.uptake)
    if product.express.uptake > 0, let days = place.express {
      let express = product.express
      add(terms, days: days, extra: express.price, expressCost: express.cost * terms.rate, weight: express.uptake)
    }
    ordersPerCustomer = 1 / max(0.05, 1 - product.repeatRate * endsWell)
  }

  /// Adds orders with one kind of delivery.
  private mutating func add(_ terms: Terms, days: LagTable, extra: Double, expressCost: Double, weight: Double) {
    let (product, supplier, returns) = (terms.product, terms.supplier, terms.scenario.returns)
    let value = terms.price * product.unitsPerOrder + extra
    let vat = value * terms.store.vatRate / (1 + terms.store.vatRate)
    let net = value - vat
    let problems = supplier.lostRate + supplier.defectRate
    let rest = max(0, 1 - returns.fraudRate - problems - product.returnRate)
    let late =
      rest * product.lateComplaint * terms.scenario.operations.messages.lateComplaintShare
      * days.survival(Int(product.promisedDays))
    let disputed = returns.fraudRate + (problems + late) * returns.disputeShare
    let refunded = (problems + late) * (1 - returns.disputeShare) + product.returnRate
    let goesBack = value >= returns.keepItThreshold ? product.returnRate : 0

    self.value += weight * value
    self.vat += weight * vat
    fees += weight * terms.fees(value)
    goods += weight * terms.goods
    duty += weight * terms.duty
    shipping += weight * (terms.shipping + expressCost)
    refunds += weight * (net * refunded + goesBack * returns.route.returnShipping * returns.route.sellerShare)
    chargebacks += weight * disputed * (net * (1 - returns.winRate) + returns.chargebackFee)
    recovered +=
      weight * terms.goodsWithDutyIfOwn * (problems * supplier.supplierRecovery + goesBack * returns.resaleShare)
    support += weight * terms.support(problems: problems + late)
    endsWell += weight * (rest - late)
  }
}

/// Which order is meant: its product and store, and how it is delivered.
struct OrderPlace: Sendable {
  let product: String
  let store: String
  let supplier: String
  let delivery: LagTable
  let express: LagTable?

  /// The product from the first of its offers with any capacity; nil where nobody ships it.
  init?(_ product: Named<Product>.Entry, in scenario: Scenario) {
    let suppliers = product.value.offers.names
    guard let name = suppliers.first(where: { scenario.suppliers[$0].map { $0.capacity != 0 } ?? false }),
      let supplier = scenario.suppliers[name]
    else { return nil }
    let places = scenario.stores.names
    let index = scenario.storeIndex(product.value.store)
    guard places.indices.contains(index) else { return nil }
    self.product = product.name
    self.supplier = name
    store = places[index]
    let handling = supplier.handlingDays.distribution
    delivery = LagTable(sumOf: handling, supplier.transitDays.distribution)
    let express = product.value.express
    self.express = express.uptake > 0 ? LagTable(sumOf: handling, express.transitDays.distribution) : nil
  }
}

/// The costs of an order that do not depend on what becomes of it.
private struct Terms {
  let scenario: Scenario
  let product: Product
  let offer: Offer
  let supplier: Supplier
  let store: Store
  /// The scenario's money for one of the supplier's.
  let rate: Double
  var price = 0.0

  init(_ scenario: Scenario, _ product: Product, _ offer: Offer, _ supplier: Supplier, _ store: Store) {
    self.scenario = scenario
    self.product = product
    self.offer = offer
    self.supplier = supplier
    self.store = store
    rate = scenario.currencies[supplier.currency].map { $0.rate * (1 + $0.spread) } ?? 1
  }

  private var isOwnStock: Bool { offer.ownStock.orderQuantity > 0 }

  /// Own stock includes the way to the warehouse, of which each order pays its part.
  var goods: Double { price(ofUnits: product.unitsPerOrder) + (isOwnStock ? headFreight : 0) }
  var duty: Double { price(ofUnits: product.unitsPerOrder) * dutyRate + supplier.dutyPerOrder + dutyPerLine }
  var shipping: Double {
    offer.shippingCost * rate + (isOwnStock ? offer.ownStock.fulfilment : 0)
      + scenario.freightPrice(offer.freight, of: product, units: product.unitsPerOrder)
  }

  /// Own stock is worth what it cost with duty and the way to the warehouse; of a supplier's goods only their price comes
  /// back.
  var goodsWithDutyIfOwn: Double {
    isOwnStock ? goods + price(ofUnits: product.unitsPerOrder) * dutyRate : goods
  }

  private func price(ofUnits units: Double) -> Double { offer.unitCost * units * rate }
  private var dutyRate: Double { scenario.dutyRate(offer, from: supplier) }
  private var dutyPerLine: Double { isOwnStock ? 0 : scenario.tariffs[offer.tariff]?.dutyPerLine ?? 0 }

  /// An order's part of what the usual purchase pays for its way to the warehouse.
  private var headFreight: Double {
    let units = max(offer.ownStock.orderQuantity, offer.ownStock.minimumOrder)
    guard units > 0 else { return 0 }
    return scenario.freightPrice(offer.ownStock.headFreight, of: product, units: units) * product.unitsPerOrder / units
  }

  func fees(_ value: Double) -> Double {
    store.ways.reduce(0) { sum, way in
      sum + way.way.share * (value * (store.commission + way.way.paymentFee) + way.way.paymentFeeFixed)
    }
  }

  func support(problems: Double) -> Double {
    let work = scenario.operations
    let tickets = (work.ticketsPerOrder + problems * work.ticketsPerProblem) * work.messages.ticketShare
    return tickets * work.ticketCost + (work.messages.sent ? work.messages.cost : 0)
  }
}
