import Analysis
import Commands
import Language
import PtySupport
import Reports
import Scenarios
import Simulation
import Synchronization
import Testing

@Suite("Strategies side by side")
struct CompareTests {
  private func strategies(_ answer: [String: Any]) throws -> [String: [String: Any]] {
    let list = try #require(answer["strategies"] as? [[String: Any]])
    let named = list.compactMap { item in (item["strategy"] as? String).map { ($0, item) } }
    return Dictionary(uniqueKeysWithValues: named)
  }

  @Test("figures, differences, world by world, and what follows", arguments: [80, 120])
  func document(width: Int) throws {
    let desk = try Desk()
    #expect(desk.perform("compare --paths 400") == .done, "\(desk.complaint)")
    for text in [
      "400 worlds, the same for all", "Of 100 worlds", "not starting", "keeps 3,000", "base", "lean", "bad case",
      "Each sign stands for 2 of 100", "- you keep", "vs base, of 100 worlds", "typical gap, USD",
    ] {
      #expect(desk.shown.contains(text), "\(text)")
    }
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
    #expect(!desk.shown.contains("Worth, world by world"))
    #expect(desk.perform("compare --paths 400 --all") == .done, "\(desk.complaint)")
    for text in [
      "Of 100 worlds", "Runs out of money", "Makes a profit", "Gain, P5", "not starting",
      "vs base",
      "Worth, world by world", "best in", "beats", "mean gap", "largest gap", "worst 5 %",
    ] {
      #expect(desk.shown.contains(text), "\(text)")
    }
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
  }

  @Test("that one earns more is no praise where the middle world of each loses money")
  func lesserLoss() throws {
    let desk = try Desk()
    // Money that never runs out, goods that cost more than they bring.
    desk.perform("strategy rich { cash.budget = 1M; suppliers.*.duty_per_order = 500 USD }")
    desk.perform("strategy less from rich { ads.*.budget x0.1 }")
    #expect(desk.perform("compare rich less --paths 200") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("Keeping the money beats every strategy here: the best, less, loses"), "\(desk.shown)")
    #expect(desk.shown.contains("less loses less.") && !desk.shown.contains("earns"), "\(desk.shown)")
  }

  @Test("of each choice the three endings sum to 100, and are those of its run; the verdict beside them is its own")
  func choices() throws {
    let desk = try Desk()
    desk.perform("compare --paths 200")
    for name in ["base", "lean"] {
      let record = try #require(desk.session.runs[name])
      let outlook = Outlook(try #require(record.summary))
      let counts = outlook.ending.ofHundred
      let rows = desk.shown.split(separator: "\n").map { $0.split(separator: " ") }
      let cells = try #require(rows.first { $0.first == name[...] && $0.count > 7 && Int($0[1]) != nil })
      #expect(cells[1...3].map { Int($0) } == [counts.out, counts.loss, counts.profit], "\(cells)")
      #expect(counts.out + counts.loss + counts.profit == 100)
      let words = outlook.recommendation == .mayBreak ? "may break you" : outlook.recommendation.words
      #expect(cells[7...].joined(separator: " ") == words, "\(cells)")
    }
  }

  @Test("a strategy against itself differs by exactly 0 in every world")
  func itself() throws {
    let desk = try Desk()
    desk.perform("strategy same { cash.budget = 3000 }; compare base same --paths 300 --json")
    let same = try #require(try strategies(desk.json())["same"])
    for (name, difference) in try #require(same["difference"] as? [String: [String: Any]]) {
      for key in ["value", "low", "high"] where name != "p50 ruin_day" && difference["value"] is Double {
        #expect(difference[key] as? Double == 0)
      }
    }
    #expect(same["equals"] as? Double == 1 && same["beats"] as? Double == 0)
    #expect(
      (try desk.json()["advice"] as? String)?.hasSuffix("In every world, the strategies end with the same result.")
        == true)
    let runs = try #require(desk.session.lastComparison?.runs)
    for metric in Metric.reported {
      let columns = runs.compactMap { $0.summary?.outcome.total(metric) }
      #expect(columns[0] == columns[1], "\(metric.name)")
    }
  }

  @Test("money put in at the start is not earned: with other budgets the gain is compared")
  func gain() throws {
    let desk = try Desk()
    desk.perform("strategy rich { cash.budget = 9000 }")
    desk.perform("compare base rich --paths 200 --all")
    #expect(desk.shown.contains("Gain, world by world"))
    #expect(desk.shown.contains("Gain: final worth minus the money put in"))
    #expect(!desk.shown.contains("Worth, world by world"))
    // Three thousand are enough for this shop: what is added earns nothing in any world.
    desk.perform("compare base rich --paths 200 --json")
    let answer = try desk.json()
    let rich = try #require(try strategies(answer)["rich"])
    #expect(answer["criterion"] as? String == "gain" && rich["equals"] as? Double ?? 0 > 0.5)
    desk.perform("compare base rich by p50 cash --paths 200")
    #expect(desk.shown.contains("Cash gained, world by world"))
    desk.perform("plot compare")
    #expect(desk.shown.contains("Cash gained: the higher the curve, the more worlds end there"))
    // An uncertain budget is drawn alike in both.
    desk.perform("set cash.budget = 2000 to 4000; compare base lean --paths 200 --json")
    #expect(try desk.json()["criterion"] as? String == "final_worth")
    desk.perform("compare base rich --paths 200 --json")
    #expect(try desk.json()["criterion"] as? String == "gain")
  }

  @Test("where the error is unknown, that is shown; where none may be chance, nothing says so")
  func unknownErrors() throws {
    let desk = try Desk()
    desk.perform("compare --paths 50 --all")
    #expect(desk.shown.contains(" ± ?") && desk.shown.contains("± ? too few worlds to estimate the error."))
    desk.perform("compare --paths 200")
    #expect(!desk.shown.contains("± ?"))
    // A name changes no world.
    desk.perform("strategy same { cash.budget = 3000 }; compare base same --paths 200")
    #expect(!desk.shown.contains("≈"), "\(desk.shown)")
  }

  @Test("strategies run in the same worlds as run --strategy does")
  func sameWorlds() throws {
    let desk = try Desk()
    desk.perform("compare --paths 200 --seed 4 --json")
    let lean = try #require(try strategies(desk.json())["lean"])
    desk.perform("run 200 --seed 4 --strategy lean --json")
    let run = try desk.json()
    #expect(lean["fingerprint"] as? String == run["fingerprint"] as? String)
    let figures = try #require(lean["figures"] as? [String: Any])
    #expect(figures["p50 final_cash"] as? Double == figure("final_cash", "p50", of: run))
    #expect(figures["ruin"] as? Double == figure("ruin", "probability", of: run))
  }

  @Test("what has been run is not run again")
  func reused() throws {
    let desk = try Desk()
    let totals = Mutex<[Int]>([])
    desk.session.surroundings.beginWork = { _, total, _ in
      totals.withLock { $0.append(total) }
      return WorkWatch()
    }
    desk.perform("run 100; compare; compare; compare --seed 2; set cash.budget = 10; compare")
    #expect(totals.withLock { $0 } == [100, 100, 1, 200, 200])
  }

  @Test("names, rival and metrics are chosen by words")
  func words() throws {
    let desk = try Desk()
    desk.perform("strategy 稳健 { ads.meta.budget = 5 }")
    #expect(desk.perform("compare lean 稳健 vs lean by p50 cash, ruin, orders --paths 100 --json") == .done)
    let answer = try desk.json()
    #expect(answer["against"] as? String == "lean" && answer["criterion"] as? String == "final_cash")
    #expect(try strategies(answer).keys.sorted() == ["lean", "稳健"])
    let figures = try #require(try strategies(answer)["lean"]?["figures"] as? [String: Any])
    #expect(figures.keys.sorted() == ["p50 final_cash", "p50 orders", "ruin"])
    desk.perform("compare lean，稳健 --paths 100 --json")
    #expect(try desk.json()["against"] as? String == "lean")
    desk.perform("compare lean vs base --paths 100 --json")
    #expect(try strategies(desk.json()).count == 2)
  }

  @Test(
    "what is not understood is refused at its place",
    arguments: [
      "compare bold", "compare base", "compare base lean vs", "compare base lean vs bold", "compare base lean by",
      "compare base lean by luck", "compare base lean by p50 cash now", "compare base lean by p50 ruin",
      "compare base lean --paths many",
    ])
  func refused(line: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .failed(exitCode: 1), "\(desk.shown)")
    #expect(desk.findings.first?.place != nil)
  }

  @Test("ten strategies fit a line of 80 cells, Chinese names too")
  func ten() throws {
    let desk = try Desk()
    for index in 1...9 { desk.perform("strategy 方案\(index) { ads.meta.budget = \(index) }") }
    #expect(desk.perform("compare --paths 60") == .done, "\(desk.complaint)")
    let lines = desk.shown.split(separator: "\n").map(String.init)
    for line in lines { #expect(line.displayWidth <= 80, "\(line)") }
    #expect(lines.contains { $0.hasPrefix("  Of 100 worlds") })
    for index in 1...9 { #expect(desk.shown.contains("方案\(index)")) }
  }

  @Test("plot compare overlays months and ends, --csv and --md and --to give it on")
  func plot() throws {
    let desk = try Desk()
    #expect(desk.perform("plot compare") == .failed(exitCode: 1))
    desk.perform("compare --paths 200")
    #expect(desk.perform("plot compare net_profit") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("A base") && desk.shown.contains("B lean"))
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
    desk.perform("compare --csv")
    #expect(desk.data.hasPrefix("strategy,figure,value,difference,low,high\r\nnot_starting,ruin,0,"))
    #expect(desk.data.contains("\r\nbase,ruin,"))
    desk.perform("compare --md")
    #expect(desk.data.contains("| Of 100 worlds"))
    #expect(desk.perform("compare --to c.csv; compare --to c.json; plot compare --to p.csv") == .done)
    #expect(desk.folder.read("c.json").contains("\"dropcast\": 1"))
  }

  @Test("when it is stopped, what is finished is shown, and it has failed")
  func stopped() throws {
    let desk = try Desk()
    desk.perform("strategy a { cash.budget = 10 }; strategy b { cash.budget = 20 }; run 50; run 50 --strategy lean")
    desk.session.surroundings.beginWork = { _, _, _ in WorkWatch(shouldStop: { true }) }
    #expect(desk.perform("compare") == .failed(exitCode: 130))
    #expect(desk.findings.first?.message == "stopped after 2 of 4 strategies")
    #expect(desk.shown.contains("lean") && desk.shown.contains("Of 100 worlds"))
    #expect(desk.perform("compare a b") == .failed(exitCode: 130))
    #expect(desk.shown.isEmpty)
  }

  @Test("claims compare strategies; within the error a notice says so")
  func claims() throws {
    let desk = try Desk()
    #expect(desk.perform("assert p50 cash of lean > p50 cash of base") == .failed(exitCode: 1))
    desk.perform("compare --paths 200")
    #expect(desk.perform("assert p50 ads of lean < p50 ads of base") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("of lean is") && desk.shown.contains("of base"))
    #expect(desk.perform("assert p50 ads of lean > p50 ads of base") == .failed(exitCode: 3))
    #expect(desk.perform("assert p50 ads of lean > p50 orders of base") == .failed(exitCode: 1))
    #expect(desk.perform("assert ruin of lean <= 100%") == .done)
    #expect(desk.perform("assert ruin of lean <= 100% on base") == .failed(exitCode: 1))
    desk.perform("strategy near { cash.budget = 3000.01 }; compare near base --paths 200")
    #expect(desk.perform("assert ruin of near <= ruin of base") == .done)
  }

  @Test("a supplier that nobody offers and a channel without money change no world")
  func idle() throws {
    let desk = try Desk()
    let idle = [
      ("ads:\n", "ads:\n  none: {budget: 0 USD per day, cpc: 1 USD, price_sd: 0.3}\n"),
      // Days that suppliers were shut are summed over all of them: this one never is.
      ("suppliers:\n", "suppliers:\n  idle: {lost_rate: 9 %, transit_days: 40 days}\n"),
    ]
    desk.perform("run 100; export paths a.csv")
    for (before, after) in idle {
      desk.folder.write(smallShop.replacing(before, with: after).utf8, to: "idle.yaml")
      #expect(desk.perform("load idle.yaml; run 100; export paths b.csv --force") == .done, "\(desk.complaint)")
      #expect(desk.folder.read("a.csv") == desk.folder.read("b.csv"))
    }
  }
}
