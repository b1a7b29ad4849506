import Scenarios
import Statistics

/// A product of model 4, 6 and 7, ready to run.
final class ProductProgram: Sendable {
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
  let express: ExpressProgram?
  let parcel: ParcelProgram
  let offers: [OfferProgram]
  let repeats: Stream
  /// The draws of each order: what becomes of it, its days, its refund or chargeback, whether it comes back.
  let fates: Stream
  /// How long the dispute of each order is decided upon: word 0.
  let decisions: Stream

  /// - Parameter stream: what its streams are named after; the path, but for further slots of product tests.
  init(_ product: Product, _ path: String, stream: String, _ compiler: inout Compiler) {
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
    express = ExpressProgram(product.express, path + ".express", stream + ".express", &compiler)
    parcel = ParcelProgram(product.parcel, path + ".parcel", &compiler)
    let hasExpress = express != nil
    offers = product.offers.entries.compactMap {
      OfferProgram($0.value, $0.name, express: hasExpress ? product.express : nil, path, stream: stream, &compiler)
    }
    repeats = Stream(seed: compiler.seed, name: stream + ".repeats")
    fates = Stream(seed: compiler.seed, name: stream + ".fates")
    decisions = Stream(seed: compiler.seed, name: stream + ".decisions")
  }
}

extension ProductProgram {
  /// The products of the scenario; what is tested once for each slot.
  static func all(_ compiler: inout Compiler) -> [ProductProgram] {
    var all: [ProductProgram] = []
    for (index, entry) in compiler.scenario.products.entries.enumerated() {
      let path = "products.\(entry.name)"
      let isTested = index == compiler.slots.first
      for copy in 0..<(isTested ? compiler.slots.count : 1) {
        let stream = copy == 0 ? path : "\(path)#\(copy + 1)"
        all.append(ProductProgram(entry.value, path, stream: stream, &compiler))
      }
    }
    return all
  }
}

/// Faster shipping that some customers pay for (model 7).
struct ExpressProgram {
  let uptake: Parameter
  let price: Parameter
  let cost: Parameter
  /// Is its cost a number in the currency of whoever ships?
  let isQuoted: Bool
  /// Who buys it: word 0 of each order.
  let stream: Stream

  func currency(of offer: OfferProgram, in program: Program) -> Int? {
    isQuoted ? program.suppliers[offer.supplier].prices.currency : nil
  }

  /// nil where nobody buys it.
  init?(_ express: Express, _ path: String, _ stream: String, _ compiler: inout Compiler) {
    uptake = compiler.parameter(path + ".uptake", express.uptake)
    price = compiler.parameter(path + ".price", express.price)
    cost = compiler.parameter(path + ".cost", express.cost)
    isQuoted = compiler.scenario.ownQuote(at: path + ".cost") == nil
    self.stream = Stream(seed: compiler.seed, name: stream)
    guard compiler.parameters.isUsed(uptake) else { return nil }
  }
}
