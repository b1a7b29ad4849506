import Foundation
import Testing

extension SimulatorTests {
  /// The engine samples whole days at once, the reference takes each order by itself: they must be one business.
  @Suite("The engine agrees with the reference simulator") struct AgreementTests {
    @Test("on scenarios that together use every parameter", arguments: OwnScenarios.all.map(\.name))
    func own(_ name: String) throws {
      try expectAgreement(OwnScenarios.text(name))
    }

    @Test("on every bundled scenario", arguments: BundledScenarios.files)
    func bundled(_ file: URL) throws {
      try expectAgreement(String(contentsOf: file, encoding: .utf8))
    }

    private func expectAgreement(_ text: String) throws {
      let scenario = try scenario(text)
      let reference = ReferenceOutcome(ReferenceInput(scenario), worlds: 4_000, seed: 7)
      let engine = try engineWorlds(scenario, paths: 20_000, seed: 1)
      #expect(Comparison(reference, engine).tooFar.isEmpty)
    }
  }
}
