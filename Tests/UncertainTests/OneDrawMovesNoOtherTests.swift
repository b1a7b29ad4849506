import Scenarios
import Simulation
import Statistics
import Testing

@Suite("A draw depends on its own parameter and its world, on nothing else")
struct OneDrawMovesNoOtherTests {
  private let unsure: KeyValuePairs<String, String> = [
    "cash.budget": "2k to 8k", "products.lamp.price": "uniform(30, 40)", "stores.shop.conversion": "beta(3, 97)",
    "ads.meta.cpc": "0.60 to 1.40", "ads.meta.budget": "30",
  ]

  private func expectSame(_ path: String, _ a: Draws, _ b: Draws) throws {
    let (a, b) = (try a.values(path), try b.values(path))
    #expect(a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }, "\(path)")
  }

  @Test("another range of one parameter moves no other", arguments: ParameterSampling.allCases, [false, true])
  func otherRange(sampling: ParameterSampling, correlated: Bool) throws {
    let blocks = correlated ? "correlations:\n  cash.budget, products.lamp.price, ads.meta.cpc: 0.4\n" : ""
    let shop = Shop(unsure, blocks: blocks)
    let before = try Draws(try shop.scenario(), worlds: 1000, sampling: sampling)
    for (path, text) in [
      ("cash.budget", "25% chance 9000"), ("products.lamp.price", "30 to 90"), ("ads.meta.cpc", "normal(4, 1)"),
    ] {
      var changed = shop
      changed[path] = text
      let after = try Draws(try changed.scenario(), worlds: 1000, sampling: sampling)
      #expect(try before.values(path) != after.values(path))
      for other in before.paths where other != path { try expectSame(other, before, after) }
    }
  }

  @Test("one uncertain parameter more or less moves no other", arguments: [ParameterSampling.random, .latinHypercube])
  func moreOrLess(sampling: ParameterSampling) throws {
    let before = try Draws(try Shop(unsure).scenario(), worlds: 1000, sampling: sampling)
    var more = Shop(unsure)
    more["cash.credit_line"] = "100 to 900"
    more["traffic.search.visits"] = "5 to 50"
    more["suppliers.yiwu.failure_rate"] = "1 to 6 %"
    let after = try Draws(try more.scenario(), worlds: 1000, sampling: sampling)
    #expect(after.paths.count == 7)
    for path in before.paths { try expectSame(path, before, after) }
    var less = Shop(unsure)
    less["cash.budget"] = "3000"
    let fewer = try Draws(try less.scenario(), worlds: 1000, sampling: sampling)
    #expect(fewer.paths.count == 3)
    for path in fewer.paths { try expectSame(path, before, fewer) }
  }

  @Test("what has nothing to do with a parameter does not move it: the seed alone does")
  func otherChanges() throws {
    let before = try Draws(try Shop(unsure).scenario(), worlds: 300)
    var shop = Shop(unsure)
    shop["name"] = "another name"
    shop["start"] = "2028-05-01"
    shop["months"] = "2"
    shop["ads.meta.budget"] = "99 USD per day"
    let after = try Draws(try shop.scenario(), worlds: 300)
    for path in before.paths { try expectSame(path, before, after) }
    let reseeded = try Draws(try Shop(unsure).scenario(), worlds: 300, seed: 2)
    for path in before.paths { #expect(try before.values(path) != reseeded.values(path)) }
  }

  @Test(
    "a world is the same in a run of any size, by any number of threads, in blocks of any size",
    arguments: [
      (worlds: 100, first: 0, threads: 1, block: 128), (worlds: 700, first: 0, threads: 2, block: 32),
      (worlds: 700, first: 0, threads: 7, block: 256), (worlds: 123, first: 577, threads: 2, block: 96),
    ])
  func anySize(worlds: Int, first: Int, threads: Int, block: Int) throws {
    let scenario = try Shop(
      unsure, blocks: "correlations:\n  cash.budget, ads.meta.cpc: crash together 0.6\n"
    ).scenario()
    let all = try Draws(scenario, worlds: 700, threads: 1)
    let part = try Draws(scenario, worlds: worlds, first: first, threads: threads, block: block)
    for path in all.paths {
      #expect(try part.values(path) == Array(all.values(path)[first..<(first + worlds)]), "\(path)")
    }
    let (cash, whole) = (part.outcome.total(.closingCash), all.outcome.total(.closingCash))
    #expect(cash == Array(whole[first..<(first + worlds)]))
  }

  @Test("Latin hypercubes and Sobol' points are the same by any number of threads")
  func threads() throws {
    let scenario = try Shop(unsure).scenario()
    for sampling in [ParameterSampling.latinHypercube, .sobol] {
      let (one, many) = (
        try Draws(scenario, worlds: 500, threads: 1, sampling: sampling),
        try Draws(scenario, worlds: 500, threads: 5, block: 32, sampling: sampling)
      )
      for path in one.paths { try expectSame(path, one, many) }
    }
  }
}
