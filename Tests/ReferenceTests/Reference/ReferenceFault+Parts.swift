import Language
import Scenarios

/// The mistakes that are a wrong number of one part of the scenario.
extension ReferenceFault {
  func corrupted(_ channel: AdChannel) -> AdChannel {
    var channel = channel
    switch self {
    case .carryoverTenthHigher: channel.carryover *= 1.1
    case .learningOneDayLonger: channel.learningDays += 1
    case .fatigueFloorIgnored: channel.fatigueFloor = 0
    default: break
    }
    return channel
  }

  func corrupted(_ supplier: Supplier) -> Supplier {
    var supplier = supplier
    switch self {
    case .failuresTenthMore: supplier.failureRate *= 1.1
    case .failureOneDayLonger: supplier.failureDays = supplier.failureDays.longer
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

  func corrupted(_ product: Product) -> Product {
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

  func corrupted(_ store: Store) -> Store {
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
  var longer: Lag {
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
    case .holiday(let holiday, let offset): .holiday(holiday, offset: offset + 1)
    }
  }
}
