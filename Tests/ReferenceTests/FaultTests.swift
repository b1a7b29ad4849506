import Scenarios
import Simulation
import Testing

/// Mistakes that one scenario brings to light.
struct FaultCase: CustomTestStringConvertible {
  let name: String
  let months: Double
  let faults: [ReferenceFault]

  var testDescription: String { name }

  static let all = [
    FaultCase(
      name: "calm", months: 2,
      faults: [
        .elasticityTenthHigher, .copycatsIgnored, .deliverySpeedIgnored, .carryoverTenthHigher, .hillIgnored,
        .learningOneDayLonger, .fatigueFloorIgnored, .rampTenthLonger, .repeatTenthMore,
      ]),
    FaultCase(
      name: "channels", months: 2,
      faults: [
        .demandCorrectionOmitted, .clickPriceCorrectionOmitted, .noiseCorrectionOmitted, .correlationIgnored,
      ]),
    FaultCase(
      name: "suppliers", months: 2,
      faults: [
        .lagsRoundedDown, .failuresTenthMore, .failureOneDayLonger, .detectionOneDayLater, .capacityOneMore,
        .promiseOneDayLonger,
      ]),
    FaultCase(name: "holidays", months: 2, faults: [.closureOneDayLonger, .adsNeverPaused, .nettingOmitted]),
    FaultCase(
      name: "slow money", months: 3,
      faults: [
        .defectsTenthMore, .refundOneDayLater, .disputesTenthMore, .winsIgnored, .recoveryIgnored, .keepItIgnored,
        .payoutOneDayLater, .payoutFromOrder, .feeTenthHigher, .reserveOneDayLonger,
      ]),
    FaultCase(name: "thin cash", months: 3, faults: [.creditLineTenthLess]),
    FaultCase(
      name: "together", months: 2, faults: [.sameDrawnApart, .numbersUncorrelated, .wholeDrawsRoundedDown]),
    FaultCase(
      name: "stock-outs", months: 3,
      faults: [.stockoutNeverKnown, .stockoutsTenthMore, .delistingIgnored]),
    FaultCase(name: "lengths", months: 3, faults: [.drawnLengthIsMean, .decisionOneDayLater]),
    FaultCase(name: "common cause", months: 3, faults: [.commonCauseIgnored]),
    FaultCase(
      name: "prices", months: 4,
      faults: [
        .currencyIgnored, .walkCorrectionOmitted, .volatilityIgnored, .driftIgnored, .jumpsIgnored,
        .dutyPerOrderIgnored,
        .dutyRecovered, .termsOneDayLonger,
      ]),
    FaultCase(
      name: "abroad", months: 3, faults: [.ratesUncorrelated, .storeRateIgnored, .spreadIgnored, .accountOneDayLonger]),
    FaultCase(name: "reserves", months: 3, faults: [.exchangeForgotten]),
    FaultCase(name: "quality", months: 3, faults: [.slidesIgnored, .testOrdersForgotten]),
    FaultCase(
      name: "hybrid", months: 4,
      faults: [
        .storageIgnored, .fulfilmentIgnored, .leadOneDayLonger, .stockAtLastPrice, .dutyNotOnStock,
        .unitsUnderWayForgotten,
      ]),
    FaultCase(name: "cards", months: 4, faults: [.cardLimitIgnored, .cardWithoutInterest, .cardDueOneDayLater]),
    FaultCase(name: "deposits", months: 4, faults: [.depositIgnored, .minimumIgnored]),
    FaultCase(
      name: "freight", months: 4,
      faults: [
        .headFreightIgnored, .volumeIgnored, .stepsNotRoundedUp, .zonesIgnored, .tariffIgnored, .storageByVolumeIgnored,
      ]),
    FaultCase(
      name: "affiliates", months: 4,
      faults: [.commissionIgnored, .messagesKeepNobody, .messagesSpareNoTickets, .vatByMonth]),
    FaultCase(name: "own stock", months: 3, faults: [.reservedSoldTwice]),
    FaultCase(name: "express", months: 3, faults: [.expressForFree, .expressAsSlow, .postageAllOurs]),
    FaultCase(
      name: "reputation", months: 2,
      faults: [
        .reputationLooksAtToday, .reputationCountsUnwanted, .problemTicketsIgnored, .orderMinutesIgnored,
        .ownerNeverPrepares, .adsRunThemselves,
      ]),
    FaultCase(
      name: "brand", months: 3, faults: [.repeatLiftIgnored, .priceAcceptanceIgnored, .copycatShieldIgnored]),
    FaultCase(name: "opening", months: 2, faults: [.opensOneDayLater]),
    FaultCase(name: "ways", months: 3, faults: [.cycleIgnored, .businessDaysIgnored, .fixedFeeOfEveryWay]),
    FaultCase(name: "chain", months: 4, faults: [.holdOneDayLonger, .holdShareIgnored, .holdStepsIgnored]),
    FaultCase(name: "state", months: 4, faults: [.feesOnNetPrice, .vatNotRefunded, .wonVATKept]),
    FaultCase(name: "seasonal", months: 4, faults: [.taxByMonth, .interestForgotten, .interestOnCash]),
    FaultCase(name: "borrowed", months: 4, faults: [.loanWithoutInterest, .advanceWithoutFee]),
    FaultCase(name: "billed", months: 3, faults: [.adBillOneDayLater, .adBillsAlwaysPaid, .banTakesNothing]),
    FaultCase(name: "to and fro", months: 4, faults: [.backOnceAbove]),
    FaultCase(
      name: "one slot", months: 3,
      faults: [
        .testOneDayLonger, .stopIgnored, .productsFindThemselves, .candidateKeepsFatigue, .candidateKeepsAdstock,
      ]),
  ]
}

extension SimulatorTests {
  /// The comparison must notice mistakes; each deliberate one is made in the reference, where it matters.
  @Suite("The comparison notices") struct FaultTests {
    /// The quick suite makes one mistake of each scenario.
    @Test("each mistake in the reference simulator, and finds nothing without it", arguments: FaultCase.all)
    func notices(_ test: FaultCase) throws {
      var scenario = try scenario(OwnScenarios.text(test.name))
      scenario.months = test.months
      let engine = try engineWorlds(scenario, paths: 8_000, seed: 3)

      let right = ReferenceOutcome(ReferenceInput(scenario), worlds: 2_000, seed: 11)
      #expect(Comparison(right, engine).tooFar.isEmpty)
      for fault in isDeep ? test.faults[...] : test.faults.prefix(1) {
        let wrong = ReferenceOutcome(ReferenceInput(scenario, fault: fault), worlds: 2_000, seed: 11)
        #expect(!Comparison(wrong, engine).tooFar.isEmpty, "\(fault) went unnoticed")
      }
    }

    @Test("every mistake we thought of is tried") func allTried() {
      #expect(Set(FaultCase.all.flatMap(\.faults)) == Set(ReferenceFault.allCases))
    }
  }
}
