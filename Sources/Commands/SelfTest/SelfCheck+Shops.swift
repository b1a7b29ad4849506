import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

// Shops whose figures are known without a simulation.

extension SelfCheck {
  private static func shop(_ name: String, _ text: String?) -> Scenario? {
    text.flatMap { try? ScenarioFile(reading: Source(name: name, text: $0)).scenario }
  }

  private static var article: Scenario? { shop("article-shop.yaml", Asset.text("scenarios/article-shop.yaml")) }

  /// The monthly table of how-to articles.
  static var articleTable: SelfCheck {
    SelfCheck(say("the example shop's table"), by: say("sales of 10,000 leave a profit of 3,500, to the cent")) {
      guard let plan = article.map({ Program($0, seed: 1).plan() }) else { return say("its scenario cannot be read") }
      let table: [(Metric, Double)] = [
        (.revenue, 10_000), (.goodsAndShipping, 4000), (.grossProfit, 6000), (.ads, 2000), (.platformAndTools, 300),
        (.other, 200), (.netProfit, 3500),
      ]
      for (metric, wanted) in table {
        let found = plan.monthly(metric, month: 0)[0]
        guard abs(found - wanted) < 0.005 else { return "\(metric.name): " + say("\(found) instead of \(wanted)") }
      }
      return nil
    }
  }

  /// The hole in the cash box that payouts dig which come late: a day's payments for each day of the lag.
  static var cashHoles: SelfCheck {
    SelfCheck(say("the example shop's cash gaps"), by: say("payouts after 4, 14, 21 and 33 days, to the cent")) {
      guard var scenario = article else { return say("its scenario cannot be read") }
      for (days, hole) in [(4.0, 866.67), (14, 3033.33), (21, 4550), (33, 7150)] {
        scenario.stores["shop"]?.payoutDays = days
        let lowest = Program(scenario, seed: 1).plan().total(.lowestCash)[0]
        guard abs(lowest - (10_000 - hole)) < 0.01 else { return say("\(lowest) instead of \(10_000 - hole)") }
      }
      return nil
    }
  }

  /// On average it takes in what it pays: its cash is a random walk without drift.
  private static var walkText: String? { Asset.text("selftest/walk.yaml") }

  private static var walk: Scenario? { shop("walk.yaml", walkText) }

  private static func run(_ scenario: Scenario, _ paths: Int, threads: Int = 0) -> Outcome? {
    var options = RunOptions()
    (options.paths, options.threads, options.keeping) = (paths, threads, .worlds)
    return (try? Program(scenario, seed: 1).run(options)) ?? nil
  }

  /// Without visitors 1,000 pay 200 a day on five days, and not on the sixth.
  static var dayOfRuin: SelfCheck {
    SelfCheck(
      say("the day the money runs out"), by: say("1,000 pays 200 a day for 5 days; on day 6 the money has run out")
    ) {
      let text = walkText?.replacing("200 visits", with: "0 visits")
      guard let outcome = shop("walk.yaml", text).flatMap({ run($0, 64) }) else {
        return say("its scenario cannot be run")
      }
      return outcome.ruinDay.map { Int($0) + 1 }.first { $0 != 6 }.map { say("\($0) instead of \(6)") }
    }
  }

  /// A day brings 10 · (Poisson(20) − 20): by the principle of reflection, with Siegmund's correction for days instead of
  /// moments ("Sequential Analysis" (1985), section X), the least of n such days is below −b with probability
  /// 2 Φ(−(b + 0.5826 σ) ÷ (σ √n)).
  static var randomWalk: SelfCheck {
    let name = say("how often the money runs out")
    guard let scenario = walk, let outcome = run(scenario, 4000) else {
      return SelfCheck(name, .wrong(say("its scenario cannot be run")))
    }
    let deviation = 10 * Elementary.squareRoot(20)
    let days = Double(scenario.dayCount)
    let truth = 2 * Normal.cdf(-(1000 + 0.5826 * deviation) / (deviation * Elementary.squareRoot(days)))
    let ruin = Proportion(successes: outcome.ruinDay.count { $0 >= 0 }, trials: outcome.paths)
    let format = NumberFormat()
    let words = say(
      "\(format.share(ruin.estimate)) of 4,000 worlds; the exact formula gives \(format.share(truth))")
    // One run in a million misses by five standard errors.
    return SelfCheck(name, abs(ruin.estimate - truth) < 5 * ruin.standardError ? .right(words) : .wrong(words))
  }

  // MARK: Bytes

  /// Of some figures that there will always be: others may be added.
  private static func digest(_ outcome: Outcome) -> String {
    let months = [Metric.orders, .revenue, .closingCash].flatMap { metric in
      (0..<outcome.months).flatMap { outcome.monthly(metric, month: $0) }
    }
    let words = (months + outcome.ruinDay).map(\.bitPattern)
    return Fingerprint.sha256(words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } })
  }

  /// The same bytes on one thread, two and all, in each build of the engine's loops that this machine can run.
  static var sameBytes: SelfCheck {
    SelfCheck(say("the same results"), by: say("on 1, 2 and all threads, with every engine")) {
      guard let scenario = walk else { return say("its scenario cannot be run") }
      let all = Program.onEachBuild { [1, 2, 0].map { run(scenario, 300, threads: $0).map(digest) } }
      guard let wanted = all.first?.result.first ?? nil else { return say("its scenario cannot be run") }
      let others = all.first { $0.result.contains { $0 != wanted } }
      return others.map { say("the engine for \($0.build) gives different results") }
    }
  }

  /// The SHA-256 of the walk's first 300 worlds, as every machine has computed it so far.
  static let knownDigest = "b8badcd7c2e212744c8ccbfcb26279c536939e3dea4bc4d0e1e75c1a37b60823"

  static var knownBytes: SelfCheck {
    SelfCheck(say("the same results as on other machines"), by: say("300 worlds, compared with another machine")) {
      let found = walk.flatMap { run($0, 300) }.map(digest)
      return found == knownDigest ? nil : say("\(found ?? "-") instead of \(knownDigest)")
    }
  }
}
