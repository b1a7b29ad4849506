import Scenarios
import Statistics

/// A product of model sections 4, 6 and 7, ready to run.
struct ProductProgram {
  let store: Int
  let price: Parameter
  let referencePrice: Parameter?
  let elasticity: Parameter
  let unitsPerOrder: Parameter
  let conversionFactor: Parameter
  let promisedDays: Parameter
  let lateComplaint: Parameter
  let returnRate: Parameter
  let repeatRate: Parameter
  let repeatDays: Parameter
  let canRepeat: Bool
  let offers: [OfferProgram]
  let repeats: Stream
  /// The draws of each order: what becomes of it, its days, its refund or chargeback, whether it comes back.
  let fates: Stream

  init(_ product: Product, _ path: String, _ compiler: inout Compiler) {
    store = compiler.scenario.storeIndex(product.store)
    price = compiler.parameter(path + ".price", product.price)
    referencePrice = compiler.parameter(path + ".reference_price", product.referencePrice)
    elasticity = compiler.parameter(path + ".elasticity", product.elasticity)
    unitsPerOrder = compiler.parameter(path + ".units_per_order", product.unitsPerOrder)
    conversionFactor = compiler.parameter(path + ".conversion_factor", product.conversionFactor)
    promisedDays = compiler.parameter(path + ".promised_days", product.promisedDays)
    lateComplaint = compiler.parameter(path + ".late_complaint", product.lateComplaint)
    returnRate = compiler.parameter(path + ".return_rate", product.returnRate)
    repeatRate = compiler.parameter(path + ".repeat_rate", product.repeatRate)
    repeatDays = compiler.parameter(path + ".repeat_days", product.repeatDays)
    canRepeat = compiler.parameters.isUsed(repeatRate)
    offers = product.offers.entries.compactMap { OfferProgram($0.value, $0.name, path + ".offers", &compiler) }
    repeats = Stream(seed: compiler.seed, name: path + ".repeats")
    fates = Stream(seed: compiler.seed, name: path + ".fates")
  }
}

/// One supplier's offer of one product.
struct OfferProgram {
  let supplier: Int
  let unitCost: Parameter
  let shippingCost: Parameter
  /// Door-to-door days without waiting: handling and transit, rounded up once.
  let delivery: LagTable
  /// The same as the plan sees it: the mean, rounded half up.
  let plannedDelivery: Int

  /// nil for a supplier that does not exist; such scenarios have issues and are not run.
  init?(_ offer: Offer, _ name: String, _ path: String, _ compiler: inout Compiler) {
    guard let index = compiler.scenario.suppliers.index(of: name) else { return nil }
    let supplier = compiler.scenario.suppliers.entries[index].value
    self.supplier = index
    unitCost = compiler.parameter("\(path).\(name).unit_cost", offer.unitCost)
    shippingCost = compiler.parameter("\(path).\(name).shipping_cost", offer.shippingCost)
    delivery = LagTable(sumOf: supplier.handlingDays.distribution, supplier.transitDays.distribution)
    plannedDelivery = Lag.planned(supplier.handlingDays.mean + supplier.transitDays.mean)
  }
}
