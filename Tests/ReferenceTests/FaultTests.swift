import Scenarios
import Simulation
import Testing

/// The comparison must notice mistakes. Each deliberate one is made where it matters, in the reference.
@Suite("The comparison notices", .serialized) struct FaultTests {
  @Test("a mistake in the reference simulator", arguments: ReferenceFault.allCases)
  func notices(_ fault: ReferenceFault) throws {
    let (scenario, engine) = try FaultCase.of(fault)
    let wrong = ReferenceOutcome(ReferenceInput(scenario, fault: fault), worlds: 2_000, seed: 11)
    let comparison = Comparison(wrong, engine)
    #expect(!comparison.tooFar.isEmpty)
    print(fault, comparison.differences.max { abs($0.z) < abs($1.z) }!.description)
  }
}

enum FaultCase {
  static func of(_ fault: ReferenceFault) throws -> (Scenario, Outcome) {
    let scenario = try scenario(OwnScenarios.text(name(fault)))
    return (scenario, try engineWorlds(scenario, paths: 10_000, seed: 3))
  }

  /// The scenario in which a mistake matters.
  private static func name(_ fault: ReferenceFault) -> String {
    switch fault {
    case .demandCorrectionOmitted, .clickPriceCorrectionOmitted, .noiseCorrectionOmitted, .carryoverTenthHigher,
      .hillIgnored, .learningOneDayLonger, .fatigueFloorIgnored, .correlationIgnored:
      "channels"
    case .elasticityTenthHigher, .copycatsIgnored, .deliverySpeedIgnored, .rampTenthLonger, .repeatTenthMore,
      .reserveOneDayLonger:
      "marketplace"
    case .failuresTenthMore, .failureOneDayLonger, .detectionOneDayLater, .capacityOneMore, .lagsRoundedDown,
      .promiseOneDayLonger:
      "suppliers"
    case .closureOneDayLonger, .adsNeverPaused, .nettingOmitted: "holidays"
    case .defectsTenthMore, .refundOneDayLater, .disputesTenthMore, .winsIgnored, .recoveryIgnored, .keepItIgnored,
      .payoutOneDayLater, .payoutFromOrder, .feeTenthHigher:
      "slow money"
    case .creditLineTenthLess: "thin cash"
    }
  }
}
