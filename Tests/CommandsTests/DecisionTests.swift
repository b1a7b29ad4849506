import Analysis
import Commands
import Foundation
import Language
import PtySupport
import Scenarios
import Simulation
import Statistics
import Testing

/// Sweeps, targets, break-evens, shocks and searches as commands.
@Suite("Commands that help to decide")
struct DecisionTests {
  private func json(_ desk: Desk, _ line: String) throws -> [String: Any] {
    #expect(desk.perform(line + " --json") == .done, "\(line): \(desk.complaint)")
    return try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
  }

  private func rows(_ json: [String: Any]) throws -> [[String: Any]] { try #require(json["rows"] as? [[String: Any]]) }

  @Test("the curve of a search tells values by digits that mean something")
  func curveOfASearch() throws {
    let desk = try Desk()
    #expect(desk.perform("need for ruin < 30% --paths 300") == .done)
    let sentence = try #require(desk.shown.split(separator: "\n").last { $0.contains("From ") })
    let places = sentence.matches(of: #/ at ([0-9,.]+)(;|$| to)/#).map { String($0.1).filter(\.isNumber) }
    #expect(places.count >= 2, "\(sentence)")
    for place in places {
      let digits = place.drop { $0 == "0" }.reversed().drop { $0 == "0" }
      #expect(digits.count <= 4, "\(place)")
    }
  }

  // MARK: Sweep

  @Test("each row of a sweep is the run with that value, in the same worlds")
  func sweepIsRuns() throws {
    let desk = try Desk()
    let sweep = try json(desk, "sweep ads.meta.budget over 10,30,50 for ruin, p50 cash --paths 300 --seed 4")
    #expect(sweep["finished"] as? Int == 3 && sweep["measures"] as? [String] == ["ruin", "p50 final_cash"])
    for row in try rows(sweep) {
      let budget = try #require(row["ads.meta.budget"] as? Double)
      desk.perform("run 300 --seed 4 --set ads.meta.budget=\(budget)")
      let summary = try #require(desk.session.lastRun?.summary)
      #expect(row["ruin"] as? Double == summary.ruin.estimate)
      #expect(row["p50 final_cash"] as? Double == summary.total(.closingCash).p50)
    }
  }

  @Test("the scenario stays as it was, and no run is kept")
  func untouched() throws {
    let desk = try Desk()
    let before = desk.session.scenario
    for line in [
      "sweep cash.budget over 1k..3k --paths 100", "need --paths 100", "stress --paths 100", "breakeven",
      "optimize ads.meta.budget 0..60 maximize p50 cash --tries 5 --paths 100",
    ] {
      #expect(desk.perform(line) == .done, "\(line): \(desk.complaint)")
    }
    #expect(desk.session.scenario == before && desk.session.lastRun == nil && desk.session.past.isEmpty)
  }

  @Test("ranges, steps, lists, shares, amounts, lags and words can be swept")
  func values() throws {
    let desk = try Desk()
    for (line, count) in [
      ("sweep cash.budget over 1000..3000 step 500", 5), ("sweep cash.budget over 1k to 3k USD step 1k USD", 3),
      ("sweep stores.shop.conversion over 1..3 % step 1 %", 3), ("sweep stores.shop.conversion over 1%,2%", 2),
      ("sweep costs.plan.amount over 0..90 step 30", 4), ("sweep suppliers.yiwu.transit_days over 5..15 step 5", 3),
      ("sweep stores.shop.payout_days over 0..14 step 7", 3), ("sweep stores.shop.payout_from over order, delivery", 2),
      ("sweep suppliers.yiwu.capacity over 5, none", 2), ("sweep ads.meta.cpc over 0.4, 0.3 to 0.6", 2),
      ("sweep suppliers.yiwu.failure_rate over 0..10 % per month step 5 %", 3), ("sweep budget over 1..2", -1),
    ] {
      guard count >= 0 else {
        #expect(desk.perform(line) == .failed(exitCode: 1))
        continue
      }
      if line.contains("none") {
        // An absent value is no value of a list.
        #expect(desk.perform(line + " --paths 40") == .failed(exitCode: 1))
        continue
      }
      let answer = try json(desk, line + " --paths 40")
      #expect(try rows(answer).count == count, "\(line)")
    }
  }

  @Test("two parameters make a map, and rows that are complete for programs")
  func map() throws {
    let desk = try Desk()
    desk.perform("sweep cash.budget over 1k,2k,3k and ads.meta.budget over 10..40 step 10 for ruin --paths 100")
    #expect(desk.shown.contains("down: cash.budget, USD (now 3,000)") && desk.shown.contains("across: ads.meta.budget"))
    let answer = try json(desk, "sweep cash.budget over 1k,2k,3k and ads.meta.budget over 10..40 step 10 --paths 40")
    #expect(try rows(answer).count == 12)
    desk.perform("sweep cash.budget over 1k,2k for ruin --paths 40 --to s.csv")
    let csv = try String(contentsOfFile: desk.folder.path("s.csv"), encoding: .utf8)
    #expect(csv.hasPrefix("cash.budget,ruin,ruin low,ruin high\r\n1000,"))
  }

  @Test("an uncertain parameter takes each value in all worlds, correlated or not")
  func uncertain() throws {
    let desk = try Desk()
    desk.perform("set ads.meta.cpc = 0.3 to 0.7 USD")
    let answer = try json(desk, "sweep ads.meta.cpc over 0.3,0.5 for mean clicks --paths 40")
    #expect(try rows(answer).count == 2)
  }

  @Test("a strategy is swept on top of its own changes")
  func strategy() throws {
    let desk = try Desk()
    let lean = try json(desk, "sweep cash.budget over 1k,2k for mean ads of lean --paths 40")
    let base = try json(desk, "sweep cash.budget over 1k,2k for mean ads --paths 40")
    #expect(lean["strategy"] as? String == "lean")
    let (a, b) = (try rows(lean)[0]["mean ads"] as? Double ?? 0, try rows(base)[0]["mean ads"] as? Double ?? 0)
    #expect(a < b)
  }

  // MARK: Solve

  @Test("the answer of need, run on a fresh seed, gives the target within its error")
  func needFedBack() throws {
    let desk = try Desk()
    let need = try json(desk, "need for ruin <= 20% --paths 2000")
    #expect(need["verdict"] as? String == "from" && need["finished"] as? Bool == true)
    let value = try #require(need["value"] as? Double)
    let (low, high) = (try #require(need["low"] as? Double), try #require(need["high"] as? Double))
    #expect(low < value && value < high)
    desk.perform("run 2000 --seed 99 --set cash.budget=\(value)")
    let ruin = try #require(desk.session.lastRun?.summary?.ruin)
    #expect(abs(ruin.estimate - 0.2) < 4 * ruin.standardError * 1.42, "\(ruin.estimate)")
  }

  @Test("need is solve cash.budget for ruin <= 5%")
  func needIsSolve() throws {
    let desk = try Desk()
    desk.perform("need --paths 200 --json")
    let need = desk.data
    desk.perform("solve cash.budget for ruin <= 5% --paths 200 --json")
    #expect(desk.data == need && !need.isEmpty)
  }

  @Test("quantiles and means, the largest value, and none at all")
  func verdicts() throws {
    let desk = try Desk()
    let most = try json(desk, "solve ads.meta.cpc for p50 orders >= 100 --paths 200")
    #expect(most["verdict"] as? String == "up_to")
    let none = try json(desk, "solve cash.budget for p50 orders >= 1M over 1k..5k --paths 100")
    #expect(none["verdict"] as? String == "never" && none["value"] is NSNull)
    desk.perform("solve cash.budget for p50 orders >= 1M over 1k..5k --paths 100")
    #expect(desk.shown.contains("no value") && desk.shown.contains("were not tried"))
    let always = try json(desk, "solve stores.shop.payout_days for ruin <= 100% over 0..10 step 5 --paths 100")
    #expect(always["verdict"] as? String == "always")
    let whole = try json(desk, "solve stores.shop.payout_days for ruin <= 30% over 0..60 step 10 --paths 300")
    if let value = whole["value"] as? Double { #expect(value == value.rounded()) }
  }

  @Test("a rule that gambles with much cash: more is not always better, and it says so")
  func notMonotone() throws {
    let desk = try Desk()
    desk.perform("set stores.shop.conversion = 1 %")
    desk.perform("whatif when cash > 3000 then ads.meta.budget = 3000 USD per day --paths 40")
    #expect(desk.perform("keep") == .done, "\(desk.complaint)")
    let line = "need for ruin <= 5% over 500..6000 step 500 --paths 200"
    let need = try json(desk, line)
    #expect(need["verdict"] as? String == "within", "\(need)")
    let crossings = try #require(need["crossings"] as? [[String: Any]])
    #expect(crossings.compactMap { $0["holds_above"] as? Bool } == [true, false])
    // Above 3,000 all is spent on ads on the first days.
    #expect(abs((crossings[1]["value"] as? Double ?? 0) - 3000) < 60, "\(crossings)")
    desk.perform(line)
    #expect(desk.shown.contains("More is not always better here"))
  }

  // MARK: Break-even

  @Test("the break-even of conversion is where solve finds the profit of an order")
  func breakeven() throws {
    let desk = try Desk()
    let answer = try json(desk, "breakeven")
    let row = try #require(try rows(answer).first { $0["figure"] as? String == "conversion" })
    let order = try #require((answer["orders"] as? [[String: Any]])?.first)
    let left = try #require(order["contribution"] as? Double)
    // 35 less 2.9 %, goods 11, and 2 % lost orders refunded.
    #expect(abs(left - (35 * 0.971 - 11 - 0.7)) < 1e-9)
    #expect(abs((row["needed p50"] as? Double ?? 0) - 0.5 / left) < 1e-9)
    #expect(row["chance"] as? Double == 1)
    desk.perform("set stores.shop.conversion = 1 % to 5 %")
    // One world that was asked for is not all there are.
    desk.perform("set ads.meta.cpc = 0.30 to 0.80; breakeven --paths 1; undo")
    #expect(desk.shown.contains("1 world") && !desk.shown.contains("no uncertain numbers"), "\(desk.shown)")
    desk.perform("breakeven")
    #expect(desk.shown.contains("of the worlds"))
  }

  // MARK: Stress

  @Test("the row of a shock is a run of the changed scenario, and its change a paired one")
  func stress() throws {
    let desk = try Desk()
    let answer = try json(desk, "stress duty demand --paths 200")
    let rows = try rows(answer)
    #expect(rows.compactMap { $0["shock"] as? String } == ["base", "duty", "demand", "all"])
    desk.perform("run 200 --set suppliers.yiwu.duty_rate=20%")
    let summary = try #require(desk.session.lastRun?.summary)
    #expect(rows[1]["ruin"] as? Double == summary.ruin.estimate)
    // Inside a run the same sums are added in another order.
    let (shown, wanted) = (rows[1]["p50 final_cash"] as? Double ?? .nan, summary.total(.closingCash).p50)
    #expect(abs(shown - wanted) < 1e-9 * abs(wanted))
    #expect(rows[0]["mean_cash_change"] is NSNull)
    desk.perform("stress --paths 100")
    let told = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("Shocks left out: ") && told.contains("Ad account"), "\(told)")
  }

  @Test("bad luck that lowers ruin is explained, and no two columns have one name")
  func relief() throws {
    let desk = try Desk(loaded: false)
    desk.perform("load \(bundledScenarios)craft-tools.yaml")
    desk.perform("stress supplier-lost --paths 300")
    #expect(desk.shown.contains("Shocks under which fewer worlds run out of money, not more:"))
    let head = desk.shown.split(separator: "\n").first { $0.contains("typical") } ?? ""
    let titles = head.split(separator: #/ {2,}/#)
    #expect(titles.count == 9 && Set(titles).count == titles.count, "\(head)")
    // Dearer goods stop nothing, so nothing is to be explained.
    desk.perform("stress duty --paths 300")
    #expect(!desk.shown.contains("fewer worlds run out of money"))
  }

  @Test("niches write their seed as every other answer does")
  func nichesSeed() throws {
    let desk = try Desk(loaded: false)
    desk.perform("niches 10 --seed 7 --json")
    #expect(desk.data.contains("\"seed\":7}") || desk.data.contains("\"seed\":7,"))
  }

  // MARK: Optimize

  @Test("it agrees with a brute-force grid over two parameters")
  func optimizeAgainstGrid() throws {
    let desk = try Desk()
    desk.perform("set products.lamp.elasticity = 2.5")
    desk.perform("set ads.meta.saturation = 40 USD per day")
    let condition = "mean net_profit"
    let grid = try json(
      desk,
      "sweep products.lamp.price over 15..60 step 3 and ads.meta.budget over 0..80 step 8 for \(condition) --paths 300")
    let best = try rows(grid).compactMap { $0["mean net_profit"] as? Double }.max() ?? 0
    let found = try json(
      desk,
      "optimize products.lamp.price 15..60, ads.meta.budget 0..80 maximize \(condition) --search 300 --tries 90 --paths 300"
    )
    let value = try #require(found["value_in_search"] as? Double)
    // The grid is coarse: between its points there may be more, but never less.
    #expect(value >= best - 0.01 * abs(best), "\(value) \(best)")
    #expect(found["value"] as? Double != nil && found["finished"] as? Bool == true)
    let row = try rows(found)[0]
    #expect(row["kind"] as? String == "best" && row["mean net_profit"] as? Double == found["value"] as? Double)
  }

  @Test("what it prints as the result is the run in fresh worlds")
  func rescored() throws {
    let desk = try Desk()
    let found = try json(
      desk, "optimize ads.meta.budget 0..60 maximize p50 cash --search 100 --tries 12 --paths 300 --seed 5")
    let best = try #require((found["best"] as? [String: Double])?["ads.meta.budget"])
    desk.perform("run 300 --seed 6 --set ads.meta.budget=\(best)")
    #expect(found["value"] as? Double == desk.session.lastRun?.summary?.total(.closingCash).p50)
    #expect(found["fresh_seed"] as? Int == 6)
  }

  @Test("ends of ranges that bind are named, and conditions with what became of them")
  func binding() throws {
    let desk = try Desk()
    let found = try json(desk, "optimize cash.budget 1k..4k maximize p50 cash --tries 20 --paths 200")
    #expect(found["bounds_that_bind"] as? [String] == ["cash.budget"])
    desk.perform("optimize cash.budget 1k..4k maximize p50 cash --tries 20 --paths 200")
    #expect(desk.shown.contains("at the edge of its range"))
    let held = try json(
      desk, "optimize cash.budget 100..4k minimize mean opening_cash with ruin <= 20% --tries 40 --paths 500")
    let condition = try #require((held["conditions"] as? [[String: Any]])?.first)
    #expect(condition["figure"] as? String == "ruin" && condition["bound"] as? Double == 0.2, "\(held)")
    #expect(condition["holds"] as? Bool == true && held["bounds_that_bind"] as? [String] == [], "\(held)")
  }

  // MARK: All

  @Test(
    "any number of threads answers with the same bytes",
    arguments: [
      "sweep cash.budget over 1k,2k --paths 300", "need --paths 300", "stress --paths 300",
      "optimize ads.meta.budget 0..60 maximize p50 cash --tries 8 --search 200 --paths 300",
    ])
  func sameBytes(line: String) throws {
    let desk = try Desk()
    desk.perform("\(line) --json --threads 1")
    let one = desk.data
    desk.perform("\(line) --json --threads 2")
    #expect(desk.data == one && !one.isEmpty)
  }

  @Test(
    "a stop shows what is finished and ends with 130",
    arguments: [
      "sweep cash.budget over 1k,2k,3k,4k --paths 100", "need --paths 100", "stress --paths 100",
      "optimize ads.meta.budget 0..60 maximize p50 cash --tries 50 --paths 100",
    ])
  func stopped(line: String) throws {
    let desk = try Desk()
    desk.session.surroundings.beginWork = { _, _, _ in
      let done = Counter()
      return WorkWatch(shouldStop: { done.value >= 250 }, progress: { done.value = $0 })
    }
    #expect(desk.perform(line) == .failed(exitCode: 130))
    #expect(desk.shown.contains(" worlds"), "\(line): \(desk.shown)")
    #expect(desk.findings.first?.message.hasPrefix("stopped; ") == true)
    desk.session.surroundings.beginWork = { _, _, _ in WorkWatch(shouldStop: { true }) }
    #expect(desk.perform(line) == .failed(exitCode: 130))
    #expect(desk.shown.isEmpty && desk.complaint.contains("nothing was kept"))
  }

  @Test(
    "what cannot be asked for is refused with what to write",
    arguments: [
      "sweep", "sweep cash.budget", "sweep cash.budget over", "sweep nothing over 1..2", "sweep over 1..2",
      "sweep cash.budget over 5..1", "sweep cash.budget over 1..1000000 step 1", "sweep cash.budget over 1..5 step 0",
      "sweep cash.budget over 1..5 step -1", "sweep cash.budget over 1,2 step 1", "sweep cash.budget over -5..5",
      "sweep cash.budget over 1..2 for luck", "sweep cash.budget over 1..2 for cash",
      "sweep cash.budget over 1..2 of nobody",
      "sweep cash.budget over 1..2 and cash.budget over 1..2", "sweep stores.shop.payout_days over 0..1 step 0.3",
      "sweep cash.budget over 1..2 and ads.meta.budget over 1..2 and ads.meta.cpc over 1..2", "sweep name over 1..2",
      "sweep products.lamp.return_rate over 10%, 99.9%",
      "sweep cash.budget over 1..2 step",
      "sweep cash.budget over 1..2 for ruin for ruin", "solve", "solve cash.budget", "solve cash.budget for",
      "solve cash.budget for ruin", "solve cash.budget for ruin = 5%", "solve cash.budget for ruin <= 5 USD",
      "solve cash.budget for cash > 5", "solve name for ruin <= 5%",
      "solve market.season for ruin <= 5%", "solve cash.budget for ruin <= 5% over 100", "need ruin <= 5%", "need for",
      "need of nobody", "breakeven now", "stress meteor", "stress of", "optimize", "optimize ads.meta.budget",
      "optimize ads.meta.budget 0..60", "optimize ads.meta.budget maximize p50 cash",
      "optimize ads.meta.budget 60..0 maximize p50 cash",
      "optimize ads.meta.budget 0..60 maximize", "optimize ads.meta.budget 0..60 maximize p50 cash minimize ruin",
      "optimize ads.meta.budget 0..60 maximize ruin, p50 cash", "optimize name 1..2 maximize p50 cash",
      "optimize ads.meta.budget 0..60, ads.meta.budget 1..2 maximize p50 cash",
      "optimize ads.meta.budget 0..60 maximize p50 cash with ruin",
      "optimize ads.meta.budget 0..60 maximize p50 cash pareto now",
      "optimize products.lamp.return_rate 0..1 maximize p50 cash", "sweep cash.budget over 1..2 --paths 0",
    ])
  func refused(line: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .failed(exitCode: 1), "\(line)")
    #expect(!desk.findings.isEmpty && desk.shown.isEmpty)
  }
}

/// What a stop waits for; told on one thread, asked on others.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  var value: Int {
    get { lock.withLock { count } }
    set { lock.withLock { count = newValue } }
  }
}
