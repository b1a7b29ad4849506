import Language
import Testing
import YAML

@testable import Scenarios

@Suite("Writing changes into the text of a file")
struct RewritingTests {
  /// A file in several spellings, with comments at all places.
  private let text = """
    # My shop.
    name: small shop   # the first one
    start: 2027-06-01
    months: 3
    cash: {budget: 1000 USD}  # all I have

    market:
      # By month.
      season: [1, 1, 1, 1, 1, 1,
               1, 1, 1, 1, 1, 1]
      ads_correlation: "10 %"
    products:
      lamp:
        price: 35 USD  # like the others
        offers:
          yiwu: {unit_cost: 9 USD}
    stores:
      shop: {conversion: 2 %}
    ads:
      meta:
        budget: 20 USD per day
        cpc: 0.80 USD
        # This line stands alone.

    suppliers:
      yiwu: {}
    strategies:
      # Half of it.
      lean:
        ads.meta.budget: 10 USD per day  # half
      # Nothing.
      none: {ads.meta.budget: 0 USD per day, months: 2}

    # The end.

    """

  private func rewritten(
    _ change: (inout Scenario, inout [Strategy]) throws -> Void
  ) throws -> String {
    let source = Source(name: "shop.yaml", text: text)
    let file = try ScenarioFile(reading: source)
    var (scenario, strategies) = (file.scenario, file.strategies)
    try change(&scenario, &strategies)
    return try ScenarioFile.rewritten(source, as: scenario, strategies, columns: noColumns)
  }

  private func set(_ path: String, _ value: FieldValue?, in scenario: inout Scenario) throws {
    try #require(scenario.slot(path)).set(&scenario, value)
  }

  @Test("what has not changed keeps every byte")
  func unchanged() throws {
    #expect(try rewritten { _, _ in } == text)
  }

  @Test(
    "a value is written where it stands, and all around it stays",
    arguments: [
      ("cash.budget", 2500, "{budget: 1000 USD}", "{budget: 2500 USD}"),
      ("ads.meta.budget", 40, "budget: 20 USD per day\n", "budget: 40 USD per day\n"),
      ("market.ads_correlation", 0.25, "\"10 %\"", "25 %"), ("months", 6, "months: 3\n", "months: 6 months\n"),
      ("stores.shop.conversion", 0.035, "{conversion: 2 %}", "{conversion: 3.5 %}"),
    ])
  func value(path: String, number: Double, before: String, after: String) throws {
    let result = try rewritten { scenario, _ in try set(path, .number(number), in: &scenario) }
    #expect(result == text.replacing(before, with: after))
  }

  @Test("a price keeps the price that customers are used to")
  func price() throws {
    let result = try rewritten { scenario, _ in try set("products.lamp.price", .number(29), in: &scenario) }
    #expect(result.contains("price: 29 USD per unit  # like the others\n"))
    #expect(result.contains("      yiwu: {unit_cost: 9 USD}\n    reference_price: 35 USD per unit\nstores:"))
  }

  @Test("a list is written where it stands, over its lines")
  func list() throws {
    let season = [0.5, 1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    let result = try rewritten { scenario, _ in try set("market.season", .list(season), in: &scenario) }
    #expect(result.contains("  season: [0.5, 1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n  ads_correlation"))
  }

  @Test("what the file does not give goes behind its siblings, between braces too")
  func insertion() throws {
    let result = try rewritten { scenario, _ in
      try set("ads.meta.carryover", .number(0.5), in: &scenario)
      try set("suppliers.yiwu.lost_rate", .number(0.02), in: &scenario)
      try set("suppliers.yiwu.transit_days", .lag(.lognormal(median: 24, sigma: 0.5)), in: &scenario)
      try set("returns.fraud_rate", .number(0.01), in: &scenario)
    }
    #expect(result.contains("    cpc: 0.80 USD\n    carryover: 50 %\n    # This line stands alone.\n"))
    #expect(result.contains(", 0.5)\"") && result.contains("lost_rate: 2 %") && !result.contains("yiwu: {}"))
    #expect(result.contains("returns:\n  fraud_rate: 1 %\n"))
    for comment in ["# My shop.", "# the first one", "# By month.", "# Half of it.", "# The end."] {
      #expect(result.contains(comment), "\(comment)")
    }
  }

  @Test("strategies are changed, renamed, dropped with their comment, and added")
  func strategies() throws {
    let result = try rewritten { scenario, strategies in
      strategies[0].add(.init(path: "ads.meta.budget", value: .number(12)), in: scenario)
      strategies[0].add(.init(path: "months", value: .number(4)), in: scenario)
      strategies[1].name = "无"
      strategies.append(
        Strategy(name: "both", from: "lean", changes: [.init(path: "cash.budget", value: .number(9))]))
    }
    #expect(result.contains("    ads.meta.budget: 12 USD per day  # half\n    months: 4 months\n  # Nothing.\n"))
    #expect(result.contains("  # Nothing.\n  无: {ads.meta.budget: 0 USD per day, months: 2}\n"))
    #expect(result.contains("    cash.budget: 9 USD\n"))
    #expect(result.contains("  both:\n    from: lean\n    cash.budget: 9 USD\n\n# The end.\n"))
  }

  @Test("a strategy that only has another name keeps its place and comment")
  func renamed() throws {
    let result = try rewritten { _, strategies in strategies[1].name = "无" }
    #expect(result == text.replacing("  none: {", with: "  无: {"))
  }

  @Test("a dropped strategy takes its comment along, a dropped change its line")
  func dropped() throws {
    let result = try rewritten { _, strategies in strategies.removeFirst() }
    #expect(!result.contains("Half of it") && !result.contains("# half") && result.contains("# Nothing."))
    let inBraces = try rewritten { _, strategies in strategies[1].changes.removeFirst() }
    #expect(inBraces.contains("none: {months: 2}"))
    let last = try rewritten { _, strategies in strategies[1].changes.removeLast() }
    #expect(last.contains("none: {ads.meta.budget: 0 USD per day}"))
  }

  @Test("rules go behind those that stay; other lists are written anew")
  func rules() throws {
    let rule = Rule("when cash < 500 then pause ads")
    let result = try rewritten { scenario, strategies in
      scenario.rules = [rule]
      strategies[0].rules = [rule]
      strategies[1].rules = [rule]
    }
    #expect(result.contains("# half\n    rules:\n      - \"when cash < 500 then pause ads\"\n"))
    #expect(result.contains("none: {rules: [\"when cash < 500 then pause ads\"], ads.meta.budget"))
    #expect(result.contains("rules:\n  - \"when cash < 500 then pause ads\"\n"))
    let source = Source(name: "shop.yaml", text: result)
    var file = try ScenarioFile(reading: source)
    file.scenario.rules.append(Rule("when day = 9 then resume ads"))
    file.strategies[0].rules = []
    let again = try ScenarioFile.rewritten(source, as: file.scenario, file.strategies, columns: noColumns)
    #expect(again.contains("- \"when cash < 500 then pause ads\"\n  - \"when day = 9 then resume ads\"\n"))
    #expect(again.contains("# half\n  # Nothing."))
  }

  @Test("what has no place of its own is refused, with the reason")
  func refused() throws {
    let text = smallShop("yiwu: {}", with: "yiwu: {lost_rate: &r 2 %, defect_rate: *r}")
    let source = Source(name: "shop.yaml", text: text)
    var scenario = try ScenarioFile(reading: source).scenario
    try set("suppliers.yiwu.lost_rate", .number(0.03), in: &scenario)
    #expect(throws: CannotKeep.self) {
      try ScenarioFile.rewritten(source, as: scenario, [], columns: noColumns)
    }
  }

  @Test("bundled files take random changes and keep their comments", arguments: bundledScenarios)
  func bundledFile(name: String) throws {
    let source = try bundled(name)
    let file = try ScenarioFile(reading: source)
    var draw = RandomScenarios(seed: 11)
    for _ in 0..<20 {
      var scenario = file.scenario
      let slots = scenario.slots.filter { if case .number = $0.get(scenario) { true } else { false } }
      for slot in slots where Int.random(in: 0..<10, using: &draw.random) == 0 {
        let value = draw.value(of: slot.info)
        // No file says that there is none: without one the reader takes the price.
        if value == nil, slot.info.name == "reference_price" { continue }
        slot.set(&scenario, value)
      }
      let names = [Strategy.base] + file.strategies.map(\.name)
      let isSound = names.allSatisfy { scenario.under($0, of: file.strategies)?.issues.isEmpty ?? false }
      guard isSound else { continue }
      let text = try ScenarioFile.rewritten(source, as: scenario, file.strategies, columns: noColumns)
      #expect(try ScenarioFile(reading: Source(name: name, text: text)).scenario == scenario)
      let comments = { (text: String) in text.split(separator: "\n").filter { $0.contains("#") }.count }
      #expect(comments(text) == comments(source.text))
    }
  }
}
