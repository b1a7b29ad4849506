import Language
import Scenarios

/// One deliberate mistake in the reference simulator, of the kind that a simulator is likely to have. The comparison
/// must notice each of them, or its silence about the engine would mean nothing.
enum ReferenceFault: CaseIterable {
  // Uncertain parameters
  case sameDrawnApart, numbersUncorrelated, wholeDrawsRoundedDown
  // 1 Time
  case lagsRoundedDown
  // 2 Money
  case currencyIgnored, walkCorrectionOmitted, volatilityIgnored
  // 3 Market
  case demandCorrectionOmitted, elasticityTenthHigher, copycatsIgnored, deliverySpeedIgnored
  // 4 Traffic
  case clickPriceCorrectionOmitted, noiseCorrectionOmitted, carryoverTenthHigher, hillIgnored, learningOneDayLonger
  case fatigueFloorIgnored, correlationIgnored, rampTenthLonger, repeatTenthMore
  // 6 Suppliers
  case failuresTenthMore, failureOneDayLonger, detectionOneDayLater, closureOneDayLonger, capacityOneMore
  case adsNeverPaused
  case stockoutNeverKnown, stockoutsTenthMore, delistingIgnored, commonCauseIgnored, driftIgnored, jumpsIgnored
  case slidesIgnored, testOrdersForgotten, dutyPerOrderIgnored, dutyRecovered, termsOneDayLonger
  case storageIgnored, fulfilmentIgnored, leadOneDayLonger, stockAtLastPrice, reservedSoldTwice, dutyNotOnStock
  case unitsUnderWayForgotten
  // 7 Fates
  case defectsTenthMore, refundOneDayLater, disputesTenthMore, winsIgnored, recoveryIgnored, promiseOneDayLonger
  case keepItIgnored, expressForFree, expressAsSlow, postageAllOurs, problemTicketsIgnored, orderMinutesIgnored
  // 9 Payments
  case payoutOneDayLater, payoutFromOrder, feeTenthHigher, reserveOneDayLonger, nettingOmitted, creditLineTenthLess
  case cycleIgnored, businessDaysIgnored, fixedFeeOfEveryWay, feesOnNetPrice, vatNotRefunded, wonVATKept, taxByMonth
  case interestForgotten, interestOnCash, holdOneDayLonger, holdShareIgnored, holdStepsIgnored
  // 8 Reputation and brand
  case reputationLooksAtToday, reputationCountsUnwanted, repeatLiftIgnored, priceAcceptanceIgnored
  case copycatShieldIgnored
  // 4 and 5 Opening and product tests
  case opensOneDayLater, testOneDayLonger, stopIgnored, candidateKeepsFatigue, candidateKeepsAdstock

  /// Faults that are a wrong number; the others are wrong code, where the simulator asks for them.
  func corrupt(_ scenario: inout Scenario) {
    corruptMarket(&scenario.market)
    corruptReturns(&scenario.returns)
    corruptBusiness(&scenario)
    for name in scenario.ads.names { scenario.ads[name].map { scenario.ads[name] = corrupted($0) } }
    for name in scenario.suppliers.names { scenario.suppliers[name].map { scenario.suppliers[name] = corrupted($0) } }
    for name in scenario.products.names { scenario.products[name].map { scenario.products[name] = corrupted($0) } }
    for name in scenario.stores.names { scenario.stores[name].map { scenario.stores[name] = corrupted($0) } }
    for name in scenario.traffic.names where self == .rampTenthLonger { scenario.traffic[name]?.rampDays *= 1.1 }
    if self == .creditLineTenthLess { scenario.cash.creditLine *= 0.9 }
  }

  private func corruptBusiness(_ scenario: inout Scenario) {
    switch self {
    case .commonCauseIgnored: scenario.commonCause = 0
    case .interestForgotten: scenario.cash.interestRate = 0
    case .problemTicketsIgnored: scenario.operations.ticketsPerProblem = 0
    case .orderMinutesIgnored: scenario.operations.orderMinutes = 0
    case .repeatLiftIgnored: scenario.brand.repeatLift = 0
    case .priceAcceptanceIgnored: scenario.brand.priceAcceptance = 0
    case .copycatShieldIgnored: scenario.brand.copycatShield = 0
    case .testOneDayLonger: scenario.productTests.testDays += 1
    case .stopIgnored: scenario.productTests.stopIf = ""
    case .volatilityIgnored:
      for name in scenario.currencies.names { scenario.currencies[name]?.volatility = 0 }
    default: break
    }
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
    case .postageAllOurs:
      returns.toSupplier.sellerShare = 1
      returns.toLocal.sellerShare = 1
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
    case .currencyIgnored: supplier.currency = ""
    case .driftIgnored: supplier.priceDrift = 0
    case .jumpsIgnored: supplier.priceJumpRate = 0
    case .slidesIgnored: supplier.slideRate = 0
    case .testOrdersForgotten: supplier.testOrderDays = nil
    case .dutyPerOrderIgnored: supplier.dutyPerOrder = 0
    case .termsOneDayLonger: supplier.termsDays += 1
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
    case .expressForFree: product.express.price = 0
    case .expressAsSlow: product.express.transitDays = product.express.transitDays.longer.longer.longer
    default: break
    }
    for name in product.offers.names { product.offers[name].map { product.offers[name] = corrupted($0) } }
    return product
  }

  private func corrupted(_ offer: Offer) -> Offer {
    var offer = offer
    switch self {
    case .stockoutsTenthMore: offer.stockoutRate *= 1.1
    case .delistingIgnored: offer.delistingRate = 0
    case .storageIgnored: offer.ownStock.storage = 0
    case .fulfilmentIgnored: offer.ownStock.fulfilment = 0
    case .leadOneDayLonger: offer.ownStock.leadDays = offer.ownStock.leadDays.longer
    default: break
    }
    return offer
  }

  private func corrupted(_ store: Store) -> Store {
    var store = store
    switch self {
    case .adsNeverPaused: store.pauseAdsWhenOutOfStock = false
    case .payoutOneDayLater: store.payoutDays += 1
    case .payoutFromOrder: store.payoutFrom = .order
    case .feeTenthHigher: store.paymentFee *= 1.1
    case .reserveOneDayLonger: store.reserveDays += 1
    case .cycleIgnored: store.payoutCycle = nil
    case .businessDaysIgnored: store.payoutBusinessDays = false
    case .holdShareIgnored: store.holdShare = 1
    case .holdOneDayLonger: store.holdDays = store.holdDays.longer
    case .holdStepsIgnored: store.holdMultiplier = []
    case .opensOneDayLater: store.opens = store.opens.later
    default: break
    }
    for name in store.payments.names { store.payments[name].map { store.payments[name] = corrupted($0) } }
    return store
  }

  private func corrupted(_ way: PaymentWay) -> PaymentWay {
    var way = way
    switch self {
    case .cycleIgnored: way.payoutCycle = nil
    case .businessDaysIgnored: way.payoutBusinessDays = false
    default: break
    }
    return way
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

extension Opening {
  fileprivate var later: Opening {
    switch self {
    case .day(let day): .day(day + 1)
    case .date(let date): .date(date.adding(days: 1) ?? date)
    }
  }
}
