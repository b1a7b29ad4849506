import Language
import Scenarios
import Simulation

/// What the orders that a shop has today imply, as its scenario writes it.
struct RunningNumbers {
  /// The price of a click.
  let click: String
  /// The share of visitors who buy, by how much one is mistaken about it.
  let conversion: String
  /// The same, as one number; nil where no share brings as many orders.
  let share: Double?

  init(_ starter: StarterText, _ shop: RunningShop) {
    func trial(_ conversion: Double) -> Scenario? {
      let text = starter.text(named: "trial", RunningNumbers(click: nil, conversion: conversion))
      guard var scenario = try? ScenarioFile(reading: Source(name: "trial", text: text)).scenario else { return nil }
      // What is asked is what the ads bring, not whether the money lasts.
      scenario.cash.budget = 1e7
      scenario.rules = []
      return scenario
    }
    /// Orders a day in the first month, on averages.
    func orders(_ conversion: Double) -> Double? {
      guard let scenario = trial(conversion) else { return nil }
      return Program(scenario, seed: 1).plan().monthly(.orders, month: 0)[0] / Double(scenario.monthStarts[1])
    }
    // Orders follow the share in a straight line: all of them but those of customers of before are bought by visitors.
    let (low, high) = (0.01, 0.02)
    let share: Double? = orders(low).flatMap { few in
      orders(high).flatMap { many in many > few ? low + (shop.orders - few) / (many - few) * (high - low) : nil }
    }
    let clicks = trial(low)?.ads.entries.first?.value.cpc
    self.init(click: clicks, conversion: share ?? low)
  }

  private init(click: Double?, conversion: Double) {
    func percent(_ share: Double) -> String { ((share * 10_000).rounded() / 100).plain }
    self.click = click.map { "\((($0 * 100).rounded() / 100).plain) USD per click" } ?? ""
    share = conversion > 0 && conversion < 0.6 ? conversion : nil
    let middle = min(0.6, max(0.0005, conversion))
    self.conversion = "\(percent(middle * 0.8)) % to \(percent(middle * 1.25)) % likely \(percent(middle)) %"
  }
}
