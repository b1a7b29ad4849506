import Scenarios
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
  ]
}

extension SimulatorTests {
  /// The comparison must notice mistakes; each deliberate one is made in the reference, where it matters.
  @Suite("The comparison notices") struct FaultTests {
    @Test("each mistake in the reference simulator, and finds nothing without it", arguments: FaultCase.all)
    func notices(_ test: FaultCase) throws {
      var scenario = try scenario(OwnScenarios.text(test.name))
      scenario.months = test.months
      let engine = try engineWorlds(scenario, paths: 8_000, seed: 3)

      let right = ReferenceOutcome(ReferenceInput(scenario), worlds: 2_000, seed: 11)
      #expect(Comparison(right, engine).tooFar.isEmpty)
      for fault in test.faults {
        let wrong = ReferenceOutcome(ReferenceInput(scenario, fault: fault), worlds: 2_000, seed: 11)
        #expect(!Comparison(wrong, engine).tooFar.isEmpty, "\(fault) went unnoticed")
      }
    }

    @Test("every mistake we thought of is tried") func allTried() {
      #expect(Set(FaultCase.all.flatMap(\.faults)) == Set(ReferenceFault.allCases))
    }
  }
}
