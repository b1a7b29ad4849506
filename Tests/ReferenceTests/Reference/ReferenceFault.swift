import Scenarios

/// One deliberate mistake in the reference simulator, of the kind that a simulator is likely to have. The comparison
/// must notice each of them, or its silence about the engine would mean nothing.
enum ReferenceFault: CaseIterable {
  // Uncertain parameters
  case sameDrawnApart, numbersUncorrelated, wholeDrawsRoundedDown
  // 1 Time
  case lagsRoundedDown
  // 3 Market
  case demandCorrectionOmitted, elasticityTenthHigher, copycatsIgnored, deliverySpeedIgnored
  // 4 Traffic
  case clickPriceCorrectionOmitted, noiseCorrectionOmitted, carryoverTenthHigher, hillIgnored, learningOneDayLonger
  case fatigueFloorIgnored, correlationIgnored, rampTenthLonger, repeatTenthMore
  // 6 Suppliers
  case failuresTenthMore, failureOneDayLonger, detectionOneDayLater, closureOneDayLonger, capacityOneMore
  case adsNeverPaused
  // 7 Fates
  case defectsTenthMore, refundOneDayLater, disputesTenthMore, winsIgnored, recoveryIgnored, promiseOneDayLonger
  case keepItIgnored
  // 9 Payments
  case payoutOneDayLater, payoutFromOrder, feeTenthHigher, reserveOneDayLonger, nettingOmitted, creditLineTenthLess

  /// Faults that are a wrong number; the others are wrong code, where the simulator asks for them.
  func corrupt(_ scenario: inout Scenario) {
    corruptMarket(&scenario.market)
    corruptReturns(&scenario.returns)
    for name in scenario.ads.names { scenario.ads[name].map { scenario.ads[name] = corrupted($0) } }
    for name in scenario.suppliers.names { scenario.suppliers[name].map { scenario.suppliers[name] = corrupted($0) } }
    for name in scenario.products.names { scenario.products[name].map { scenario.products[name] = corrupted($0) } }
    for name in scenario.stores.names { scenario.stores[name].map { scenario.stores[name] = corrupted($0) } }
    for name in scenario.traffic.names where self == .rampTenthLonger { scenario.traffic[name]?.rampDays *= 1.1 }
    if self == .creditLineTenthLess { scenario.cash.creditLine *= 0.9 }
  }

  private func corruptMarket(_ market: inout Market) {
    switch self {
    case .copycatsIgnored: market.copycats = 0
    case .deliverySpeedIgnored: market.deliverySensitivity = 0
    case .correlationIgnored: market.adsCorrelation = 0
    default: break
    }
  }

  private func corruptReturns(_ returns: inout Returns) {
    switch self {
    case .refundOneDayLater: returns.refundDays = returns.refundDays.longer
    case .disputesTenthMore: returns.disputeShare *= 1.1
    case .winsIgnored: returns.winRate = 0
    case .keepItIgnored: returns.keepItThreshold = 0
    default: break
    }
  }

  private func corrupted(_ channel: AdChannel) -> AdChannel {
    var channel = channel
    switch self {
    case .carryoverTenthHigher: channel.carryover *= 1.1
    case .learningOneDayLonger: channel.learningDays += 1
    case .fatigueFloorIgnored: channel.fatigueFloor = 0
    default: break
    }
    return channel
  }

  private func corrupted(_ supplier: Supplier) -> Supplier {
    var supplier = supplier
    switch self {
    case .failuresTenthMore: supplier.failureRate *= 1.1
    case .failureOneDayLonger: supplier.failureDays += 1
    case .detectionOneDayLater: supplier.detectionDays += 1
    case .closureOneDayLonger: supplier.closures = supplier.closures.map(\.longer)
    case .capacityOneMore: supplier.capacity = supplier.capacity.map { $0 + 1 }
    case .defectsTenthMore: supplier.defectRate *= 1.1
    case .recoveryIgnored: supplier.supplierRecovery = 0
    default: break
    }
    return supplier
  }

  private func corrupted(_ product: Product) -> Product {
    var product = product
    switch self {
    case .elasticityTenthHigher: product.elasticity *= 1.1
    case .repeatTenthMore: product.repeatRate *= 1.1
    case .promiseOneDayLonger: product.promisedDays += 1
    default: break
    }
    return product
  }

  private func corrupted(_ store: Store) -> Store {
    var store = store
    switch self {
    case .adsNeverPaused: store.pauseAdsWhenOutOfStock = false
    case .payoutOneDayLater: store.payoutDays += 1
    case .payoutFromOrder: store.payoutFrom = .order
    case .feeTenthHigher: store.paymentFee *= 1.1
    case .reserveOneDayLonger: store.reserveDays += 1
    default: break
    }
    return store
  }
}

extension Lag {
  fileprivate var longer: Lag {
    switch self {
    case .fixed(let days): .fixed(days + 1)
    case .lognormal(let median, let sigma): .lognormal(median: median + 1, sigma: sigma)
    case .uniform(let low, let high): .uniform(low + 1, high + 1)
    }
  }
}

extension Closure {
  fileprivate var longer: Closure {
    var closure = self
    closure.days += 1
    return closure
  }
}
