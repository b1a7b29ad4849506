import Scenarios
import Statistics

/// One supplier's offer of one product, ready to run.
final class OfferProgram: Sendable {
  let supplier: Int
  let unitCost: Parameter
  let shippingCost: Parameter
  /// What the supplier quotes them in, by its place among the currencies; nil for rows in the scenario's money.
  let unitCurrency: Int?
  let shippingCurrency: Int?
  /// Door-to-door days without waiting: handling and transit, rounded up once; and those of express orders.
  let delivery: LagTable
  let express: LagTable?
  /// The same as the plan sees them: the mean, rounded half up.
  let plannedDelivery: Int
  let plannedExpress: Int
  let stockouts: StockoutProgram?
  let delisting: DelistingProgram?
  let ownStock: OwnStockProgram?
  /// By which list its parcels pay for their weight, and what customs take for its goods.
  let freight: FreightProgram?
  let tariff: TariffProgram?

  /// nil for a supplier that does not exist; such scenarios have issues and are not run.
  init?(
    _ offer: Offer, _ name: String, express: Express?, _ path: String, stream: String, _ compiler: inout Compiler
  ) {
    guard let index = compiler.scenario.suppliers.index(of: name) else { return nil }
    let supplier = compiler.scenario.suppliers.entries[index].value
    let path = "\(path).offers.\(name)"
    let stream = "\(stream).offers.\(name)"
    self.supplier = index
    unitCost = compiler.parameter(path + ".unit_cost", offer.unitCost)
    shippingCost = compiler.parameter(path + ".shipping_cost", offer.shippingCost)
    let quoted = compiler.scenario.currencies.index(of: supplier.currency)
    unitCurrency = compiler.scenario.ownQuote(at: path + ".unit_cost") == nil ? quoted : nil
    shippingCurrency = compiler.scenario.ownQuote(at: path + ".shipping_cost") == nil ? quoted : nil
    delivery = LagTable(sumOf: supplier.handlingDays.distribution, supplier.transitDays.distribution)
    plannedDelivery = Lag.planned(supplier.handlingDays.mean + supplier.transitDays.mean)
    self.express = express.map {
      LagTable(sumOf: supplier.handlingDays.distribution, $0.transitDays.distribution)
    }
    plannedExpress = express.map { Lag.planned(supplier.handlingDays.mean + $0.transitDays.mean) } ?? 0
    stockouts = StockoutProgram(offer, path, stream, &compiler)
    delisting = DelistingProgram(offer, path, stream, &compiler)
    ownStock = OwnStockProgram(offer.ownStock, path + ".own_stock", stream + ".own_stock", &compiler)
    freight = FreightProgram(offer.freight, &compiler)
    tariff = TariffProgram(offer.tariff, &compiler)
  }

  /// Can it be shut though its supplier is open?
  var hasCausesOfItsOwn: Bool { stockouts != nil || delisting != nil || ownStock != nil }
}

/// An offer that runs out of stock.
struct StockoutProgram {
  let rate: Parameter
  let length: SpellLength

  init?(_ offer: Offer, _ path: String, _ stream: String, _ compiler: inout Compiler) {
    rate = compiler.parameter(path + ".stockout_rate", offer.stockoutRate)
    length = SpellLength(offer.stockoutDays, Stream(seed: compiler.seed, name: stream + ".stockout"))
    guard compiler.parameters.isUsed(rate) else { return nil }
  }
}

/// An offer that is taken off for ever.
struct DelistingProgram {
  let rate: Parameter
  let stream: Stream

  init?(_ offer: Offer, _ path: String, _ stream: String, _ compiler: inout Compiler) {
    rate = compiler.parameter(path + ".delisting_rate", offer.delistingRate)
    self.stream = Stream(seed: compiler.seed, name: stream + ".delisting")
    guard compiler.parameters.isUsed(rate) else { return nil }
  }
}

/// Goods that the operator owns (model 6).
struct OwnStockProgram {
  let orderQuantity: Parameter
  let minimumOrder: Parameter
  /// What of a purchase is paid with the order, and when the rest is due; nil where all is one bill.
  let deposit: Parameter?
  let balanceDays: Parameter?
  let reorderPoint: Parameter
  let openingUnits: Parameter
  let lead: LagTable
  let plannedLead: Int
  /// By which list a purchase pays for its way to the warehouse.
  let headFreight: FreightProgram?
  let storage: Parameter
  /// nil where storage is not charged by volume.
  let storageByVolume: Parameter?
  let fulfilment: Parameter
  let leftoverShare: Parameter
  /// The days of each purchase on their way.
  let stream: Stream

  /// nil for an offer that is no own stock.
  init?(_ stock: OwnStock, _ path: String, _ stream: String, _ compiler: inout Compiler) {
    orderQuantity = compiler.parameter(path + ".order_quantity", stock.orderQuantity)
    minimumOrder = compiler.parameter(path + ".minimum_order", stock.minimumOrder)
    let deposit = compiler.parameter(path + ".deposit", stock.deposit)
    self.deposit = compiler.parameters.isUsed(deposit) ? deposit : nil
    balanceDays = compiler.parameter(path + ".balance_days", stock.balanceDays)
    reorderPoint = compiler.parameter(path + ".reorder_point", stock.reorderPoint)
    openingUnits = compiler.parameter(path + ".opening_units", stock.openingUnits)
    lead = LagTable(stock.leadDays.distribution)
    plannedLead = Lag.planned(stock.leadDays.mean)
    headFreight = FreightProgram(stock.headFreight, &compiler)
    storage = compiler.parameter(path + ".storage", stock.storage)
    let byVolume = compiler.parameter(path + ".storage_by_volume", stock.storageByVolume)
    storageByVolume = compiler.parameters.isUsed(byVolume) ? byVolume : nil
    fulfilment = compiler.parameter(path + ".fulfilment", stock.fulfilment)
    leftoverShare = compiler.parameter(path + ".leftover_share", stock.leftoverShare)
    self.stream = Stream(seed: compiler.seed, name: stream)
    guard compiler.parameters.isUsed(orderQuantity) else { return nil }
  }
}
