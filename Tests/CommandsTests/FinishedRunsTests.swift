import Analysis
import Commands
import Foundation
import PtySupport
import Scenarios
import Simulation
import Testing

@Suite("Finished runs: numbers, names, showing and comparing them")
struct FinishedRunsTests {
  private func rows(_ desk: Desk) throws -> [[String: Any]] {
    desk.perform("runs --json")
    return try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [[String: Any]])
  }

  @Test("every run has a number; a name goes to the newest run that was given it")
  func numbers() throws {
    let desk = try Desk()
    for line in ["run 50 as first", "run 60 --strategy lean as slim", "run 70 as first", "run --plan"] {
      #expect(desk.perform(line) == .done, "\(desk.complaint)")
    }
    let runs = try rows(desk)
    #expect(runs.map { $0["run"] as? String } == ["#1", "#2", "#3"])
    #expect(runs.map { $0["name"] as? String } == ["", "slim", "first"])
    #expect(runs.map { $0["paths"] as? Double } == [50, 60, 70])
    #expect(runs.map { $0["seed"] as? Int } == [1, 1, 1])
    desk.perform("runs first")
    #expect(desk.shown.contains("#3") && !desk.shown.contains("#1"))
    desk.perform("runs nothing")
    #expect(desk.shown.contains("no run is called nothing"))
  }

  @Test("strategies that compare runs get numbers, too, and keep them")
  func compared() throws {
    let desk = try Desk()
    desk.perform("compare base lean --paths 50")
    #expect(try rows(desk).map { $0["strategy"] as? String } == ["base", "lean"])
    desk.perform("compare base lean --paths 50")
    #expect(try rows(desk).count == 2)
  }

  @Test("show gives the same bytes as the run did, also when others have been made since")
  func show() throws {
    let desk = try Desk()
    desk.perform("run 50 --seed 9 as before --json")
    let wanted = desk.data
    for line in ["set ads.*.budget x3", "run 50", "run 60", "undo"] { desk.perform(line) }
    for name in ["#1", "before"] {
      #expect(desk.perform("show \(name) --json") == .done, "\(desk.complaint)")
      #expect(desk.data == wanted)
    }
    desk.perform("show #1")
    #expect(desk.shown.contains("#1 before"))
  }

  @Test("runs are compared in the same worlds, whatever was set between them")
  func compare() throws {
    let desk = try Desk()
    for line in ["run 200 as before", "set ads.*.budget x3", "run 200", "compare before #2 --json"] {
      #expect(desk.perform(line) == .done, "\(desk.complaint)")
    }
    let byNumber = desk.data
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(byNumber.utf8)) as? [String: Any])
    let names = (answer["strategies"] as? [[String: Any]])?.map { $0["strategy"] as? String }
    #expect(names == ["before", "#2"])
    // The same as two strategies that say it.
    desk.perform("undo; strategy dear { ads.*.budget x3 }; compare base dear --paths 200 --json")
    let ours = byNumber.replacing("before", with: "base").replacing("#2", with: "dear")
    let fingerprint = #/"fingerprint": ?"[^"]*"/#
    #expect(ours.replacing(fingerprint, with: "") == desk.data.replacing(fingerprint, with: ""))
  }

  @Test("a run of other worlds is run again in those of the first, and that is said; a run goes by its name")
  func compareRunAgain() throws {
    let desk = try Desk()
    desk.perform("run 200; run 200 --seed 2 as other; run 100 as short")
    desk.perform("compare #1 other short")
    #expect(
      desk.notices
        == ["other", "short"].map {
          "\($0) was run again with 200 worlds and seed 1, so that all use the same worlds"
        })
    #expect(desk.shown.contains("vs #1") && desk.shown.contains(" other "))
    #expect(!desk.shown.contains("#2"))
    // They are no strategies of those names.
    #expect(desk.session.runs["other"] == nil && desk.session.runs["#1"] == nil)
    desk.perform("compare other #1")
    #expect(desk.notices == ["#1 was run again with 200 worlds and seed 2, so that all use the same worlds"])
    // A strategy that has taken the name since has it.
    desk.perform("strategy other { cash.budget = 1 }; compare #1 #2")
    #expect(desk.shown.contains("#2"))
    desk.perform("compare base lean --paths 100")
    #expect(desk.notices.isEmpty)
  }

  @Test("what has been changed since a run is counted")
  func changed() throws {
    let desk = try Desk()
    desk.perform("run 50; set ads.*.budget x3; set cash.budget 1")
    #expect(try rows(desk).map { $0["changed"] as? Double } == [2])
    desk.perform("undo 2")
    #expect(try rows(desk).map { $0["changed"] as? Double } == [0])
  }

  @Test("runs are completed where they may stand")
  func completion() throws {
    let desk = try Desk()
    desk.perform("run 50 as first; run 60")
    for line in ["show #", "compare #", "explain world 3 of #"] {
      let found = desk.session.completions(of: line, at: line.count).candidates
      #expect(found.map(\.text) == ["#1", "#2"], "\(line)")
      #expect(found[0].note == "first base")
    }
  }

  @Test("a run outlives the loading of another scenario")
  func load() throws {
    let desk = try Desk()
    desk.perform("run 50 --json")
    let wanted = desk.data
    desk.perform("load shop.yaml")
    desk.perform("show #1 --json")
    #expect(desk.data == wanted)
  }
}

@Suite("Explaining a world")
struct ExplainTests {
  @Test("its postings add up to the cash that the run reports for it")
  func postings() throws {
    let desk = try Desk()
    desk.perform("run 50; export paths worlds.csv")
    let rows = desk.folder.read("worlds.csv").split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let cash = try #require(rows[0].firstIndex { $0.hasPrefix("final_cash") })
    for world in [0, 17, 49] {
      #expect(desk.perform("explain world \(world) --json") == .done, "\(desk.complaint)")
      let answer = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
      let postings = try #require(answer["postings"] as? [[String: Any]])
      let sum = postings.reduce(0.0) { sum, posting in
        let amount = posting["amount"] as? Double ?? .nan
        return ["payouts", "released"].contains(posting["account"] as? String) ? sum + amount : sum - amount
      }
      let start = try #require(answer["start_cash"] as? Double)
      let finalCash = try #require(Double(rows[world + 1][cash]))
      #expect(start == 3000)
      #expect(abs(start + sum - finalCash) < 1e-6)
      #expect((answer["ruin_day"] as? Int).map(String.init) ?? "" == String(rows[world + 1][1]))
      #expect(postings.contains { $0["cause"] as? String == "ads.meta" && $0["account"] as? String == "ad_payments" })
      #expect(postings.contains { $0["cause"] as? String == "costs.plan" })
      #expect((answer["days"] as? [Any])?.count == 90)
    }
  }

  @Test("day 1 is the first day in all that programs read: JSON, CSV, and what assert compares with")
  func daysOfPrograms() throws {
    let desk = try Desk()
    desk.perform("run 50 --set cash.budget=50; export paths worlds.csv")
    let outcome = try #require(desk.session.lastRun?.summary?.outcome)
    let world = try #require(outcome.ruinDay.firstIndex { $0 >= 0 })
    let day = Int(outcome.ruinDay[world]) + 1
    let rows = desk.folder.read("worlds.csv").split(separator: "\r\n")
    #expect(rows[world + 1].split(separator: ",", omittingEmptySubsequences: false)[1] == "\(day)")
    #expect(desk.perform("explain world \(world) --json") == .done, "\(desk.complaint)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
    let days = try #require(answer["days"] as? [[String: Any]])
    #expect(answer["ruin_day"] as? Int == day && days.map { $0["day"] as? Int } == (1...90).map { $0 })
    let lowest = try #require(days.min { ($0["cash"] as? Double ?? 0) < ($1["cash"] as? Double ?? 0) })
    #expect(answer["lowest_day"] as? Int == lowest["day"] as? Int)
    #expect((answer["postings"] as? [[String: Any]])?.first?["day"] as? Int == 1)
  }

  @Test("it tells who was shut, which rule fired and when the money ran out, on days counted from 1")
  func happenings() throws {
    let desk = try Desk(loaded: false)
    let shop = smallShop.replacing("cash: {budget: 3000 USD}", with: "cash: {budget: 150 USD}")
      .replacing("failure_rate: 5 % per month,", with: "closures: [{from: 2027-01-03, days: 2}],")
    desk.folder.write((shop + "rules:\n  - when day = 1 then ads.meta.budget = 20\n").utf8, to: "poor.yaml")
    #expect(desk.perform("load poor.yaml") == .done, "\(desk.complaint)")
    #expect(desk.perform("explain world 3") == .done, "\(desk.complaint)")
    let lines = desk.shown.split(separator: "\n").map(String.init)
    #expect(
      lines.contains { $0.contains("3") && $0.contains("2027-01-03") && $0.contains("yiwu is closed until day 4") })
    #expect(lines.contains { $0.contains("2027-01-02") && $0.contains("rule: when day = 1") })
    #expect(lines.contains { $0.hasPrefix("Out of money") || $0.hasPrefix("  Out of money") })
    #expect(desk.shown.contains("Cash at the start"))
  }

  @Test("it is of the run or strategy that is named, else of the last run")
  func origin() throws {
    let desk = try Desk()
    for (line, title) in [
      ("explain world 3", "World 3 · base · seed 1"), ("explain world 3 of lean", "World 3 · lean · seed 1"),
      ("run 50 --seed 4 --strategy lean as mine; explain world 3", "World 3 of run #1 · lean · seed 4"),
      ("run 50; explain world 3 of #1", "World 3 of run #1 · lean · seed 4"),
      ("explain world 3 of mine", "World 3 of run #1 · lean · seed 4"),
      ("explain world 3 of base", "World 3 of run #2 · base · seed 1"),
    ] {
      #expect(desk.perform(line) == .done, "\(desk.complaint)")
      #expect(desk.shown.contains(title), "\(line): \(desk.shown.prefix(60))")
    }
    #expect(desk.perform("explain world 50") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("0 to 49"))
  }

  @Test("a posting a row as CSV; every day with --all")
  func forms() throws {
    let desk = try Desk()
    desk.perform("explain world 3 --csv")
    #expect(desk.data.hasPrefix("day,date,account,amount,cause\r\n1,2027-01-01,"))
    desk.perform("explain world 3 --all")
    #expect(desk.shown.contains("2027-03-31"))
  }
}
