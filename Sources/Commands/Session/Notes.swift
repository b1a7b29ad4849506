import Language
import Reports
import Scenarios
import Simulation
import Statistics

/// What an operator should know of a scenario though nothing is wrong with it.
enum Notes {
  /// Ranges that were cut, correlations that could not all hold, and those that hold nothing any more. The seed of the
  /// program moves none of them.
  static func on(_ scenario: Scenario) -> [String] {
    cuts(in: scenario) + repairs(in: scenario) + prices(in: scenario)
      + scenario.idleCorrelations.map { say("correlations: \($0.message)") }
  }

  /// Prices other than those at which the conversion holds, where nobody has said how much buyers mind.
  static func prices(in scenario: Scenario) -> [String] {
    scenario.inOwnCurrency.products.entries.compactMap { entry in
      let (name, product) = (entry.name, entry.value)
      guard let reference = product.referencePrice, product.price != reference,
        product.elasticity == Product().elasticity,
        scenario.uncertain["products.\(name).elasticity"] == nil
      else { return nil }
      let factor = Elementary.pow(product.price / reference, -product.elasticity)
      let times = NumberFormat().text(factor, .decimals(2))
      return say(
        "\(name) at \(product.price.toCents) instead of \(reference.toCents) \(scenario.currency): visitors buy \(times) times as often (price elasticity \(product.elasticity.plain), the mean of published values)"
      )
    }
  }

  static func cuts(in scenario: Scenario) -> [String] { scenario.cutNotes.map { say("\($0.path): \($0.message)") } }

  /// As below, of the scenario as it stands.
  static func repairs(in scenario: Scenario) -> [String] {
    scenario.correlations.isEmpty ? [] : repairs(in: Program(scenario, seed: 1))
  }

  /// The correlations that are drawn instead of those asked for, as one sentence; nothing where all hold.
  static func repairs(in program: Program) -> [String] {
    let names = program.uncertain.map(\.path)
    let repairs = (program.copula?.repairs ?? []).filter { abs($0.became - $0.asked) >= 0.005 }
    guard !repairs.isEmpty else { return [] }
    let changes = repairs.map { repair in
      let (asked, became) = (Self.hundredths(repair.asked), Self.hundredths(repair.became))
      return say("\(names[repair.first]), \(names[repair.second]): \(asked) became \(became)")
    }
    return [
      say(
        "these correlations contradict each other, so some were changed: \(changes.joined(separator: Tongue.current.semicolon))"
      )
    ]
  }

  private static func hundredths(_ value: Double) -> String { ((value * 100).rounded() / 100).plain }
}

extension Double {
  /// What a rate makes of a price has more digits than anybody wants.
  fileprivate var toCents: String { ((self * 100).rounded() / 100).plain }
}
