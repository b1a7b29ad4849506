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
  case ratesUncorrelated, storeRateIgnored, exchangeForgotten, spreadIgnored, accountOneDayLonger
  // 3 Market
  case demandCorrectionOmitted, elasticityTenthHigher, copycatsIgnored, deliverySpeedIgnored
  // 4 Traffic
  case clickPriceCorrectionOmitted, noiseCorrectionOmitted, carryoverTenthHigher, hillIgnored, learningOneDayLonger
  case fatigueFloorIgnored, correlationIgnored, rampTenthLonger, repeatTenthMore
  // 6 Suppliers
  case failuresTenthMore, failureOneDayLonger, drawnLengthIsMean, detectionOneDayLater, closureOneDayLonger,
    capacityOneMore
  case adsNeverPaused
  case stockoutNeverKnown, stockoutsTenthMore, delistingIgnored, commonCauseIgnored, driftIgnored, jumpsIgnored
  case slidesIgnored, testOrdersForgotten, dutyPerOrderIgnored, dutyRecovered, termsOneDayLonger
  case storageIgnored, fulfilmentIgnored, leadOneDayLonger, stockAtLastPrice, reservedSoldTwice, dutyNotOnStock
  case unitsUnderWayForgotten, depositIgnored, minimumIgnored
  case volumeIgnored, stepsNotRoundedUp, zonesIgnored, tariffIgnored, headFreightIgnored, storageByVolumeIgnored
  // 7 Fates
  case defectsTenthMore, refundOneDayLater, decisionOneDayLater, disputesTenthMore, winsIgnored, recoveryIgnored,
    promiseOneDayLonger
  case keepItIgnored, expressForFree, expressAsSlow, postageAllOurs, problemTicketsIgnored, orderMinutesIgnored
  case ownerNeverPrepares, adsRunThemselves, productsFindThemselves
  case messagesKeepNobody, messagesSpareNoTickets, commissionIgnored
  // 9 Payments
  case payoutOneDayLater, payoutFromOrder, feeTenthHigher, reserveOneDayLonger, nettingOmitted, creditLineTenthLess
  case cycleIgnored, businessDaysIgnored, fixedFeeOfEveryWay, feesOnNetPrice, vatNotRefunded, wonVATKept, taxByMonth,
    vatByMonth
  case interestForgotten, interestOnCash, holdOneDayLonger, holdShareIgnored, holdStepsIgnored
  case loanWithoutInterest, advanceWithoutFee, adBillOneDayLater, adBillsAlwaysPaid, banTakesNothing
  case cardLimitIgnored, cardWithoutInterest, cardDueOneDayLater
  // 10 Books
  case backOnceAbove
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
    case .decisionOneDayLater: returns.disputeDecisionDays = returns.disputeDecisionDays.longer
    case .disputesTenthMore: returns.disputeShare *= 1.1
    case .winsIgnored: returns.winRate = 0
    case .keepItIgnored: returns.keepItThreshold = 0
    case .postageAllOurs:
      returns.toSupplier.sellerShare = 1
      returns.toLocal.sellerShare = 1
    default: break
    }
  }
}
