import Analysis
import Commands
import Language
import PtySupport
import Scenarios
import Simulation
import Testing

@Suite("Runs")
struct RunTests {
  @Test("an answer is the verdict, how 100 worlds end, the money and the cash; with --all also the tables")
  func document() throws {
    let desk = try Desk()
    #expect(desk.perform("run 200 --seed 3") == .done)
    for text in [
      "base · 200 worlds", "seed 3", "#1", "run out of money", "end with a profit", "Gain, 3 months", "Lowest cash",
      "Cash, USD", "Jan", "Mar",
    ] {
      #expect(desk.shown.contains(text), "\(text)")
    }
    #expect(!desk.shown.contains("Total") && !desk.shown.contains("still open"))
    #expect(desk.perform("run 200 --seed 3 --all") == .done)
    for text in ["still open", "Total", "typical world, number", "averages"] {
      #expect(desk.shown.contains(text), "\(text)")
    }
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
  }

  @Test("when every world is ruined the answer says so in words, and of what")
  func everyWorld() throws {
    let desk = try Desk()
    desk.perform("run 100 --set cash.budget=50")
    let words = { desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    #expect(words().contains("No world makes a profit: all run out of money, none ends with a loss."), "\(desk.shown)")
    #expect(words().contains("Of the 100 worlds that run out of money: in "))
    desk.perform("run 100 --set ads.meta.budget=0 --set cash.budget=1M")
    #expect(words().contains("none runs out of money, all end with a loss."), "\(desk.shown)")
    #expect(!desk.shown.contains("credit line"))
  }

  @Test("a strategy is named behind the verb, behind of or by its option; two of them are refused")
  func named() throws {
    let desk = try Desk()
    desk.perform("run lean 100 --json")
    let wanted = desk.data
    for line in ["run 100 of lean --json", "run 100 --strategy lean --json", "run lean 100 --strategy lean --json"] {
      #expect(desk.perform(line) == .done && desk.data == wanted, "\(line): \(desk.complaint)")
    }
    #expect(desk.perform("run lean 100 of base") == .failed(exitCode: 1) && desk.complaint.hasPrefix("two strategies"))
    #expect(desk.perform("run leen 100") == .failed(exitCode: 1))
    #expect(desk.complaint == "no such strategy: leen\nnearest: lean")
    #expect(desk.perform("run 100 of") == .failed(exitCode: 1))
  }

  @Test("show months and show pnl are tables of the last run, or of one that is named; they are rows for programs, too")
  func tables() throws {
    let desk = try Desk()
    #expect(desk.perform("show months") == .failed(exitCode: 1) && desk.complaint.contains("nothing has been run"))
    desk.perform("run 100; run lean 100")
    #expect(desk.perform("show months") == .done && desk.shown.contains("lean · 100 worlds"))
    #expect(
      desk.perform("show pnl averages of base") == .done && desk.shown.contains("with every number at its average"))
    #expect(desk.perform("show pnl of #1") == .done && desk.shown.contains("typical world, number"))
    #expect(desk.perform("show months of base --csv") == .done)
    let rows = desk.data.split(separator: "\r\n")
    #expect(rows.count == 4 && rows[0] == "month,open,orders,cash_p5,cash_p50,cash_p95,run_out,run_out_so_far")
    #expect(desk.perform("show months of leen") == .failed(exitCode: 1) && desk.complaint.contains("nearest: lean"))
    #expect(desk.perform("show pnl median") == .failed(exitCode: 1))
  }

  @Test("nothing is a row of zeros: months after the end are closed, and a statement says when it ended")
  func closed() throws {
    let desk = try Desk()
    desk.perform("run 100 --set cash.budget=50 --months 12")
    #expect(desk.perform("show months") == .done)
    #expect(desk.shown.contains("closed in every world") && !desk.shown.contains("M12"), "\(desk.shown)")
    #expect(desk.perform("show pnl") == .done)
    #expect(desk.shown.contains("closed: out of money on day") && !desk.shown.contains("M12"), "\(desk.shown)")
    for page in ["show months", "show pnl"] {
      desk.perform(page + " --csv")
      #expect(desk.data.contains("M12"), "programs get every month: \(desk.data)")
    }
  }

  @Test("what to try next is told only to who types")
  func hints() throws {
    for interactive in [true, false] {
      let desk = try Desk(interactive: interactive)
      desk.perform("run 100")
      #expect(desk.shown.contains("Next:") == interactive)
      desk.perform("run 100 --json")
      #expect(!desk.data.contains("Next:") && desk.shown.isEmpty)
    }
  }

  @Test("a change for one run leaves the scenario as it is")
  func setOption() throws {
    let desk = try Desk()
    desk.perform("run 100 --json")
    let plain = desk.data
    desk.perform("run 100 --json --set 'cash.budget = 10' --months 2")
    #expect(desk.data != plain)
    #expect(!desk.session.isChanged)
    desk.perform("run 100 --json")
    #expect(desk.data == plain)
    #expect(desk.perform("run 100 --set months=61") == .failed(exitCode: 1))
  }

  @Test("a strategy runs on the same worlds under its own name")
  func strategy() throws {
    let desk = try Desk()
    desk.perform("run 100 --strategy lean")
    #expect(desk.shown.contains("lean · 100 worlds"))
    #expect(desk.perform("assert p50 ads < 1k on lean") == .done, "\(desk.complaint)")
    #expect(desk.perform("assert p50 ads < 1k on base") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("base has not been run"))
  }

  @Test("a plan alone is not kept: plot and assert go on about the last run")
  func plan() throws {
    let desk = try Desk()
    desk.perform("run --plan")
    #expect(desk.shown.contains("averages, without luck"))
    #expect(desk.perform("plot") == .failed(exitCode: 1))
    desk.perform("run 100; run --plan")
    #expect(desk.perform("plot; assert ruin <= 100%") == .done)
  }

  @Test("a stopped run is kept nowhere and fails with 130")
  func stopped() throws {
    let desk = try Desk()
    desk.perform("run 100")
    var ended = 0
    desk.session.surroundings.beginWork = { _, _, _ in WorkWatch(shouldStop: { true }, end: { ended += 1 }) }
    #expect(desk.perform("run 500") == .failed(exitCode: 130))
    #expect(ended == 1)
    #expect(desk.session.lastRun?.summary?.outcome.paths == 100)
    #expect(desk.session.runCount == 1)
  }

  @Test("a run that does not fit into memory is refused before it begins")
  func memory() throws {
    let desk = try Desk()
    desk.session.surroundings.memory = { MemoryRoom(1_000_000) }
    #expect(desk.perform("run 10M") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("do not fit in memory"))
    #expect(desk.perform("run 100") == .done)
  }
}

@Suite("Claims about runs")
struct AssertTests {
  @Test("a claim that holds says by how much, one that fails ends with 3")
  func claims() throws {
    let desk = try Desk()
    desk.perform("run 100 --set cash.budget=50")
    #expect(desk.perform("assert ruin >= 99%") == .done)
    #expect(desk.shown == "  assert holds: ruin is 100.00 % ± 3.70 (95 %), wanted >= 99%\n")
    #expect(desk.perform("assert ruin < 5%") == .failed(exitCode: 3))
    #expect(desk.findings.first?.message == "assert failed: ruin is 100.00 % ± 3.70 (95 %), wanted < 5%")
    #expect(desk.findings.first?.place?.column == 8)
  }

  @Test("days are typed and told as people count them, from 1; money that never runs out lasts longer")
  func days() throws {
    let desk = try Desk()
    desk.perform("run 100 --set cash.budget=50")
    let day = try #require(desk.session.lastRun?.summary?.ruinDay?.p50)
    #expect(desk.perform("assert p50 ruin_day >= \(day)") == .done)
    #expect(desk.shown.contains("p50 ruin_day is \(day), wanted >= \(day)"))
    #expect(desk.perform("assert p50 ruin_day > \(day)") == .failed(exitCode: 3))
    desk.perform("run 100 --set cash.budget=10M")
    #expect(desk.perform("assert p50 ruin_day > 1000") == .done)
    #expect(desk.shown.contains("p50 ruin_day is never, wanted > 1000"))
  }

  @Test(
    "amounts are asked for by statistic, with units that fit",
    arguments: [
      ("assert p50 orders >= 0", true), ("assert p50 cash > -1M", true), ("assert p50 cash > -1M USD", true),
      ("assert mean revenue >= 0.5 on base", true), ("assert ruin <= 1", true), ("断言 ruin ≤ 100 %", true),
      ("assert ruin < 5", false), ("assert ruin < 5 USD", false), ("assert p50 cash > 5%", false),
      ("assert p50 cash > 5 EUR", false), ("assert p50 orders > 5 USD", false), ("assert cash > 5", false),
      ("assert p50 ruin < 5%", false), ("assert p42 cash > 5", false), ("assert p50 luck > 5", false),
      ("assert ruin", false), ("assert ruin <", false), ("assert ruin < 5% of base", false),
    ])
  func grammar(line: String, isUnderstood: Bool) throws {
    let desk = try Desk()
    desk.perform("run 50")
    #expect(desk.perform(line) == (isUnderstood ? .done : .failed(exitCode: 1)), "\(desk.complaint)")
  }

  @Test("before any run, and after an edit, there is nothing to claim about")
  func outdated() throws {
    let desk = try Desk()
    #expect(desk.perform("assert ruin < 5%") == .failed(exitCode: 1))
    desk.perform("run 50; set cash.budget = 9")
    #expect(desk.perform("assert ruin <= 100%") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("has changed since that run"))
    desk.perform("undo")
    #expect(desk.perform("assert ruin <= 100%") == .done)
    desk.perform("load shop.yaml")
    #expect(desk.perform("assert ruin <= 100%") == .failed(exitCode: 1))
  }
}
