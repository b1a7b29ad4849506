import Foundation
import Language
import Scenarios
import Testing

extension SimulatorTests {
  /// The engine samples whole days at once, the reference takes each order by itself: they must be one business.
  @Suite("The engine agrees with the reference simulator") struct AgreementTests {
    @Test("on scenarios that together use every parameter of its core", arguments: OwnScenarios.core.map(\.name))
    func own(_ name: String) throws {
      try expectAgreement(OwnScenarios.text(name))
    }

    @Test(
      "on scenarios that together use every other parameter",
      arguments: OwnScenarios.rest.map(\.name))
    func rest(_ name: String) throws {
      try expectAgreement(OwnScenarios.text(name))
    }

    @Test("on every bundled scenario", arguments: BundledScenarios.files)
    func bundled(_ file: URL) throws {
      try expectAgreement(String(contentsOf: file, encoding: .utf8), worlds: 400)
    }

    @Test("on scenarios drawn from the schema")
    func drawn() throws {
      for scenario in RandomScenario.first(isDeep ? 200 : 50) {
        let reference = ReferenceOutcome(ReferenceInput(scenario), worlds: 400, seed: 7)
        let engine = try engineWorlds(scenario, paths: 2_000, seed: 1)
        #expect(Comparison(reference, engine).tooFar.isEmpty, "\(scenario.name)")
      }
    }

    @Test("and of those many have uncertain numbers, correlated ones and the same ones")
    func uncertain() {
      let scenarios = RandomScenario.first(isDeep ? 200 : 50)
      let numbers = scenarios.flatMap(\.uncertain.values)
      let same = numbers.count { if case .same = $0 { true } else { false } }
      #expect(numbers.count - same > 200)
      #expect(same > 50)
      #expect(scenarios.flatMap(\.correlations).count > 20)
    }

    @Test("and the drawn ones use each part of the model in a fair share")
    func parts() {
      let scenarios = RandomScenario.first(80)
      let shares: [(String, (Scenario) -> Bool)] = [
        ("product tests", { $0.productTests.candidates > 0 }),
        ("several slots", { $0.productTests.candidates > 0 && $0.productTests.live > 1 }),
        ("ways to be paid", { $0.stores.entries.contains { !$0.value.payments.isEmpty } }),
        ("steps of a hold", { $0.stores.entries.contains { !$0.value.holdMultiplier.isEmpty } }),
        ("another currency", { $0.suppliers.entries.contains { !$0.value.currency.isEmpty } }),
        ("own stock", { $0.offers.contains { $0.ownStock.orderQuantity > 0 } }),
        ("a backup for own stock", { $0.offers.count > 1 && $0.offers.contains { $0.ownStock.orderQuantity > 0 } }),
        ("a later opening", { $0.stores.entries.contains { $0.value.opens != .day(0) } }),
        ("test orders", { $0.suppliers.entries.contains { $0.value.testOrderDays != nil } }),
        ("ad accounts", { $0.ads.entries.contains { !$0.value.account.isEmpty } }),
        ("loans", { !$0.loans.isEmpty }), ("advances", { !$0.advances.isEmpty }),
        ("cycles", { $0.stores.entries.contains { $0.value.ways.contains { $0.way.payoutCycle != nil } } }),
      ]
      for (part, isUsed) in shares { #expect(scenarios.count(where: isUsed) >= 12, "\(part)") }
    }

    @Test("and our own scenarios do use every parameter")
    func everyParameter() throws {
      var used: Set<String> = []
      var known: Set<String> = []
      for (_, text) in OwnScenarios.all + RuleScenarios.all {
        let file = try ScenarioFile(reading: Source(name: "<test>", text: text))
        used.formUnion(file.given.map(Self.withoutNames))
        known.formUnion(file.scenario.slots.map { Self.withoutNames($0.path) })
      }
      #expect(known.subtracting(used).isEmpty)
    }

    /// `ads.meta.cpc` is the parameter `ads.cpc`, `opening.payouts.2.due` is `opening.payouts.due`.
    private static func withoutNames(_ path: String) -> String {
      let groups: Set = [
        "fx", "costs", "products", "offers", "stores", "payments", "ads", "traffic", "suppliers", "loans", "advances",
        "ad_accounts", "cards", "freight", "tariffs", "zones",
      ]
      let parts = path.split(separator: ".").map(String.init)
      let kept = parts.indices.filter { $0 == 0 || !groups.contains(parts[$0 - 1]) && Int(parts[$0]) == nil }
      return kept.map { parts[$0] }.joined(separator: ".")
    }

    private func expectAgreement(_ text: String, worlds: Int = 2_000) throws {
      let scenario = try scenario(text)
      let worlds = isDeep ? worlds * 4 : worlds
      let reference = ReferenceOutcome(ReferenceInput(scenario), worlds: worlds, seed: 7)
      let engine = try engineWorlds(scenario, paths: worlds * 5, seed: 1)
      #expect(Comparison(reference, engine).tooFar.isEmpty)
    }
  }
}

extension Scenario {
  fileprivate var offers: [Offer] { products.entries.flatMap { $0.value.offers.entries.map(\.value) } }
}
