import Scenarios
import Simulation
import Testing

/// Mistakes in rules and events that one scenario brings to light.
struct RuleFaultCase: CustomTestStringConvertible {
  let name: String
  let faults: [RuleFault]

  var testDescription: String { name }

  static let all = [
    RuleFaultCase(
      name: "plain decisions",
      faults: [
        .figuresOneDayLate, .windowOneDayLonger, .quitKeepsCosts, .resumeWithoutLearning, .cancelledNotRefunds,
      ]),
    RuleFaultCase(name: "decisions", faults: [.everyIgnored, .forOneDayShort, .boundsIgnored]),
    RuleFaultCase(
      name: "what the world does",
      faults: [
        .chanceQuarterMore, .lastsOneDayLonger, .drawnWhileItLasts, .undoForgotten, .onceDrawnDaily,
        .decisionsOpenWhatTheWorldShut, .closureUnnoticed,
      ]),
    RuleFaultCase(name: "by channel and product", faults: [.channelsGetAllOrders]),
    RuleFaultCase(
      name: "bills and holds", faults: [.amountNeverDrawn, .deductibleIgnored, .allIsInsured, .holdForgetsLasts]),
  ]
}

extension SimulatorTests {
  /// The engine's lists of instructions and the reference's plain words must mean the same.
  @Suite("Rules and events agree with the reference simulator") struct RuleAgreementTests {
    @Test("on every form of trigger and action", arguments: RuleScenarios.all.map(\.name))
    func agrees(_ name: String) throws {
      let scenario = try scenario(RuleScenarios.text(name))
      let reference = ReferenceOutcome(ReferenceInput(scenario), worlds: isDeep ? 8_000 : 2_000, seed: 7)
      let engine = try engineWorlds(scenario, paths: 20_000, seed: 1)
      let tooFar = Comparison(reference, engine).tooFar
      #expect(tooFar.isEmpty, "\(tooFar)")
    }

    @Test("in the plan", arguments: RuleScenarios.all.map(\.name))
    func plan(_ name: String) throws {
      let scenario = try scenario(RuleScenarios.text(name))
      let reference = ReferenceOutcome(planOf: scenario)
      let engine = Program(scenario, seed: 1).plan()
      for metric in Metric.allCases {
        for month in 0..<scenario.monthCount {
          let (a, b) = (reference.monthly(metric, month: month)[0], engine.monthly(metric, month: month)[0])
          #expect(abs(a - b) < 1e-8 * max(1, abs(a)), "\(metric.name), month \(month + 1): \(a), \(b)")
        }
      }
    }

    @Test("and the comparison notices each mistake in the reference's rules", arguments: RuleFaultCase.all)
    func notices(_ test: RuleFaultCase) throws {
      let scenario = try scenario(RuleScenarios.text(test.name))
      let engine = try engineWorlds(scenario, paths: 8_000, seed: 3)
      for fault in test.faults {
        var input = ReferenceInput(scenario)
        input.ruleFault = fault
        let wrong = ReferenceOutcome(input, worlds: 2_000, seed: 11)
        #expect(!Comparison(wrong, engine).tooFar.isEmpty, "\(fault) went unnoticed")
      }
    }

    @Test("every mistake we thought of is tried") func allTried() {
      #expect(Set(RuleFaultCase.all.flatMap(\.faults)) == Set(RuleFault.allCases))
    }
  }
}
