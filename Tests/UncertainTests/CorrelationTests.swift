import Commands
import Scenarios
import Simulation
import Statistics
import Testing

/// Six parameters that worlds draw, by different laws.
private let unsure: KeyValuePairs<String, String> = [
  "cash.budget": "2k to 8k", "products.lamp.price": "uniform(30, 40)", "stores.shop.conversion": "beta(3, 97)",
  "ads.meta.cpc": "0.60 to 1.40", "ads.meta.intent": "normal(5, 0.5)",
  "products.lamp.repeat_days": "5 to 20 likely 9",
]

private let laws: [String: ClosedLaw] = [
  "cash.budget": .lognormal(from: 2000, to: 8000), "products.lamp.price": .uniform(30, 40),
  "stores.shop.conversion": .beta(3, 97), "ads.meta.cpc": .lognormal(from: 0.6, to: 1.4),
  "ads.meta.intent": .normal(5, 0.5),
]

private func draws(_ correlations: String..., seed: UInt64 = 1, worlds: Int = 10_000) throws -> Draws {
  let blocks = correlations.isEmpty ? "" : "correlations:\n" + correlations.map { "  \($0)\n" }.joined()
  return try Draws(try Shop(unsure, blocks: blocks).scenario(), worlds: worlds, seed: seed)
}

@Suite("Correlated parameters go together as asked")
struct RankCorrelationTests {
  private func correlation(_ draws: Draws, _ first: String, _ second: String) throws -> Double {
    spearman(try draws.values(first), try draws.values(second))
  }

  @Test(
    "the rank correlation of ten thousand worlds is the one asked for, within 0.02",
    arguments: [-0.8, -0.3, 0.1, 0.6, 0.9], ["", "crash together "])
  func asked(rho: Double, words: String) throws {
    let draws = try draws("ads.meta.cpc, stores.shop.conversion: \(words)\(rho)")
    #expect(abs(try correlation(draws, "ads.meta.cpc", "stores.shop.conversion") - rho) < 0.02)
  }

  @Test("over twenty seeds it is neither too small nor too large", arguments: ["", "crash together "])
  func unbiased(words: String) throws {
    let found = try (1...20).map { seed in
      try correlation(
        try draws("ads.meta.cpc, cash.budget: \(words)0.6", seed: seed), "ads.meta.cpc", "cash.budget")
    }
    #expect(abs(mean(found) - 0.6) < 0.003)
    #expect(found.allSatisfy { abs($0 - 0.6) < 0.03 })
  }

  @Test("of three names each two go together")
  func three() throws {
    let names = ["cash.budget", "ads.meta.cpc", "ads.meta.intent"]
    let draws = try draws(names.joined(separator: ", ") + ": 0.5")
    for (index, first) in names.enumerated() {
      for second in names[(index + 1)...] { #expect(abs(try correlation(draws, first, second) - 0.5) < 0.02) }
    }
    #expect(abs(try correlation(draws, "ads.meta.cpc", "products.lamp.price")) < 0.045)
  }

  @Test(
    "all ways to write a correlation mean the same",
    arguments: [
      "correlations: {ads.meta.cpc, cash.budget: 0.6}\n", "correlations:\n  {ads.meta.cpc, cash.budget: 0.6}\n",
      "correlations:\n  ads.meta.cpc, cash.budget: 0.6\n", "correlations:\n  ads.meta.cpc,cash.budget: 0.6\n",
      "correlations:\n  'ads.meta.cpc, cash.budget': '0.6'\n", "correlations:\n  ads.meta.cpc，cash.budget: ０.６\n",
    ])
  func spellings(block: String) throws {
    let plain = try draws("ads.meta.cpc, cash.budget: 0.6", worlds: 64)
    let other = try Draws(try Shop(unsure, blocks: block).scenario(), worlds: 64)
    for path in plain.paths { #expect(try plain.values(path) == other.values(path)) }
  }

  @Test("what crashes together does so several times as often as its correlation alone would have it")
  func crashes() throws {
    func worst(_ words: String) throws -> Int {
      let draws = try draws("ads.meta.cpc, cash.budget: \(words)0.5", worlds: 100_000)
      let (a, b) = (try draws.values("ads.meta.cpc"), try draws.values("cash.budget"))
      let (lowA, lowB) = (a.sorted()[a.count / 1000], b.sorted()[b.count / 1000])
      return zip(a, b).count { $0 < lowA && $1 < lowB }
    }
    // Of a hundred worst worlds of one, about 5 are among the worst of the other, and about 27 by the t copula.
    #expect(try worst("crash together ") > 2 * worst(""))
  }
}

@Suite("Correlations leave each parameter's own spread alone")
struct MarginalTests {
  static let blocks = [
    ["ads.meta.cpc, stores.shop.conversion: 0.6"], ["ads.meta.cpc, stores.shop.conversion: crash together 0.6"],
    ["cash.budget, ads.meta.cpc, ads.meta.intent: 0.5"],
    ["cash.budget, ads.meta.cpc: -0.7", "products.lamp.price, stores.shop.conversion: 0.4"],
  ]

  /// Those of each group but the first, in the order of the scenario.
  private static func moved(_ lines: [String]) -> Set<String> {
    let order = unsure.map(\.key)
    return Set(
      lines.flatMap { line in
        let names = (line.split(separator: ":").first ?? "").split(separator: ",").map { $0.trimming(" ") }
        return order.filter(names.contains).dropFirst()
      })
  }

  @Test("the first of a group and all in none keep every draw, bit for bit", arguments: blocks)
  func kept(lines: [String]) throws {
    let plain = try draws()
    let shop = Shop(unsure, blocks: "correlations:\n" + lines.map { "  \($0)\n" }.joined())
    let correlated = try Draws(try shop.scenario())
    let moved = Self.moved(lines)
    for path in plain.paths {
      let same = zip(try plain.values(path), try correlated.values(path)).allSatisfy { $0.bitPattern == $1.bitPattern }
      #expect(same == !moved.contains(path), "\(path)")
    }
  }

  @Test("the others are drawn anew, by the same law", arguments: blocks)
  func sameLaw(lines: [String]) throws {
    let shop = Shop(unsure, blocks: "correlations:\n" + lines.map { "  \($0)\n" }.joined())
    let draws = try Draws(try shop.scenario())
    for path in Self.moved(lines) {
      let law = try #require(laws[path])
      #expect(kolmogorov(try draws.values(path), law.cdf) < 1.95, "\(path)")
    }
  }

  @Test("parameters without correlation are independent: every pair within 4.5/√n", arguments: [1, 2, 3] as [UInt64])
  func independent(seed: UInt64) throws {
    let draws = try draws(seed: seed)
    for (index, first) in draws.paths.enumerated() {
      for second in draws.paths[(index + 1)...] {
        let rho = spearman(try draws.values(first), try draws.values(second))
        #expect(abs(rho) < 4.5 / 100, "\(first), \(second): \(rho)")
      }
    }
  }
}

@Suite("Correlations that cannot all hold")
struct RepairTests {
  private let impossible = [
    "cash.budget, ads.meta.cpc: 0.9", "cash.budget, stores.shop.conversion: 0.9",
    "ads.meta.cpc, stores.shop.conversion: -0.9",
  ]

  @Test("the numbers they became are told, and are those of the worlds")
  func told() throws {
    let desk = Desk(Shop(unsure, blocks: "correlations:\n" + impossible.map { "  \($0)\n" }.joined()))
    #expect(
      desk.notices == [
        """
        these correlations contradict each other, so some were changed: cash.budget, stores.shop.conversion: 0.9 became 0.48; \
        cash.budget, ads.meta.cpc: 0.9 became 0.48; stores.shop.conversion, ads.meta.cpc: -0.9 became -0.48
        """
      ])
    let draws = try Draws(desk.session.scenario)
    #expect(draws.repairs.count == 3)
    for repair in draws.repairs {
      let rho = spearman(draws.outcome.drawn(repair.first), draws.outcome.drawn(repair.second))
      #expect(abs(rho - repair.became) < 0.02)
    }
  }
}

extension Substring {
  fileprivate func trimming(_ blank: Character) -> String {
    String(drop { $0 == blank }.reversed().drop { $0 == blank }.reversed())
  }
}
