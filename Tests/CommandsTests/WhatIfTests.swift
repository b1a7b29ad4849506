import Analysis
import Commands
import Foundation
import Language
import PtySupport
import Scenarios
import Synchronization
import Testing

/// A figure in the data of a run.
func figure(_ metric: String, _ statistic: String, of run: [String: Any]) -> Double? {
  let outcome = run["outcome"] as? [String: Any]
  return (outcome?[metric] as? [String: Any])?[statistic] as? Double
}

/// The data of the last answer.
extension Desk {
  func json() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
  }

  var fingerprint: String {
    Fingerprint.text(of: session.scenario, strategy: "base", seed: 1, paths: 100)
  }
}

@Suite("What if")
struct WhatIfTests {
  @Test("base, what-if, difference and split, and no line wider than the screen")
  func document() throws {
    let desk = try Desk()
    #expect(desk.perform("whatif ads.meta.cpc +20%, suppliers.yiwu.failure_rate x2 --paths 400") == .done)
    for text in [
      "400 worlds, the same for both", "what if", "Runs out of money", "Final cash, P5", "Effect of each change alone",
      "ads.meta.cpc +20%", "suppliers.yiwu.failure_rate x2", "interaction", "of the worlds",
    ] {
      #expect(desk.shown.contains(text), "\(text)")
    }
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
  }

  @Test("it equals changing the file and running, to the last bit; and the scenario stays as it was")
  func equalsEditing() throws {
    let desk = try Desk()
    let before = desk.fingerprint
    desk.perform("whatif ads.meta.cpc +20%, cash.budget = 2000 --paths 300 --seed 5 --json")
    let whatIf = try desk.json()
    #expect(desk.fingerprint == before && !desk.session.isChanged)
    desk.folder.write(
      smallShop.replacing("0.50 USD", with: "0.60 USD").replacing("3000 USD", with: "2000 USD").utf8, to: "edited.yaml")
    let edited = try Desk(loaded: false)
    edited.folder.write(try Data(contentsOf: URL(filePath: desk.folder.path("edited.yaml"))), to: "edited.yaml")
    edited.perform("load edited.yaml; run 300 --seed 5 --json")
    let run = try edited.json()
    #expect(whatIf["whatif_fingerprint"] as? String == run["fingerprint"] as? String)
    let figures = try #require(whatIf["figures"] as? [String: [String: Any]])
    for metric in ["final_cash", "final_worth", "net_profit", "orders"] {
      #expect(figures["p50 \(metric)"]?["whatif"] as? Double == figure(metric, "p50", of: run), "\(metric)")
    }
  }

  @Test("the worlds are those of the last run unless options say otherwise")
  func worlds() throws {
    let desk = try Desk()
    desk.perform("run 200 --seed 9; whatif cash.budget x2 --json")
    let same = try desk.json()
    #expect(same["paths"] as? Int == 200 && same["seed"] as? Int == 9)
    desk.perform("whatif cash.budget x2 --paths 50 --json")
    #expect(try desk.json()["paths"] as? Int == 50)
  }

  @Test("months are told; where the last run had others, a notice says so")
  func months() throws {
    let desk = try Desk()
    desk.perform("run 50 --months 2")
    for line in [
      "whatif cash.budget x2", "compare", "need", "sweep cash.budget over 1k..2k step 1k", "stress", "breakeven",
    ] {
      #expect(desk.perform(line) == .done, "\(desk.complaint)")
      let notice = "this answer covers 3 months, as set in the scenario; your last run covered 2 months"
      #expect(desk.notices.contains(notice), "\(line): \(desk.notices)")
    }
    desk.perform("need --months 2")
    #expect(desk.notices.isEmpty)
    desk.perform("run 50; whatif cash.budget x2")
    #expect(desk.notices.isEmpty && desk.shown.contains("50 worlds, the same for both · 3 months from 2027-01-01"))
    desk.perform("run 50 --months 2; set months = 2; whatif cash.budget x2; undo")
    #expect(desk.notices.isEmpty)
  }

  @Test("money put in at the start is not earned")
  func gain() throws {
    let desk = try Desk()
    desk.perform("whatif cash.budget = 300 --paths 100")
    #expect(desk.shown.contains("the gain (final worth minus the money put in) is higher"), "\(desk.shown)")
    desk.perform("set cash.budget = 90000; whatif cash.budget = 95000 --paths 10")
    #expect(desk.shown.contains("In every world, the gain is the same with and without the change."), "\(desk.shown)")
  }

  @Test("the parts and what they do together sum to the whole")
  func split() throws {
    let desk = try Desk()
    desk.perform("whatif ads.meta.cpc +50%, products.lamp.price +20% --paths 300 --json")
    let answer = try desk.json()
    let changes = try #require(answer["changes"] as? [[String: Any]])
    let together = try #require(answer["together"] as? [String: [String: Any]])
    let figures = try #require(answer["figures"] as? [String: [String: Any]])
    for name in ["ruin", "p50 final_cash", "p50 net_profit"] {
      let parts = changes.compactMap { ($0[name] as? [String: Any])?["value"] as? Double }
      let whole = (figures[name]?["difference"] as? [String: Any])?["value"] as? Double
      let rest = try #require(together[name]?["value"] as? Double)
      #expect(parts.count == 2)
      #expect(abs(parts.reduce(rest, +) - (try #require(whole))) < 1e-9, "\(name)")
    }
  }

  @Test("rules may be tried too, and kept in a strategy")
  func rules() throws {
    let desk = try Desk()
    desk.perform("whatif cash.budget = 600, when cash < 500 then pause ads, resume ads --paths 100 --json")
    let changes = try #require(try desk.json()["changes"] as? [[String: Any]])
    #expect(
      changes.compactMap { $0["change"] as? String } == [
        "cash.budget = 600", "when cash < 500 then pause ads, resume ads",
      ])
    #expect(desk.perform("whatif when cash < 500 then pause ads --paths 100; keep as careful; keep") == .done)
    #expect(desk.session.strategies.last?.rules.map(\.text) == ["when cash < 500 then pause ads"])
    #expect(desk.session.scenario.rules.count == 1)
    #expect(desk.perform("undo 2") == .done && !desk.session.isChanged)
    #expect(desk.perform("whatif when luck < 5 then pause ads") == .failed(exitCode: 1))
  }

  @Test("one change has no parts; one that makes no sense alone has a gap")
  func alone() throws {
    let desk = try Desk()
    desk.perform("whatif cash.budget +10% --paths 100")
    #expect(!desk.shown.contains("Effect of each change alone"))
    desk.perform("whatif suppliers.yiwu.lost_rate = 1 %, suppliers.yiwu.defect_rate = 99 % --paths 100 --json")
    #expect(try desk.json()["together"] is NSNull)
  }

  @Test("keep adopts it, undo takes it back to the same fingerprint")
  func keep() throws {
    let desk = try Desk()
    let before = desk.fingerprint
    desk.perform("whatif ads.meta.budget +50%, cash.budget += 500 --paths 50")
    #expect(desk.perform("keep") == .done, "\(desk.complaint)")
    #expect(desk.value("ads.meta.budget") == "45 USD per day" && desk.value("cash.budget") == "3500 USD")
    #expect(desk.session.isChanged && desk.fingerprint != before)
    desk.perform("undo")
    #expect(desk.fingerprint == before && !desk.session.isChanged)
  }

  @Test("keep as makes a strategy, which runs as the whatif did")
  func keepAs() throws {
    let desk = try Desk()
    desk.perform("whatif ads.meta.budget +50% --paths 60 --json")
    let figures = try #require(try desk.json()["figures"] as? [String: [String: Any]])
    #expect(desk.perform("keep as 大胆") == .done, "\(desk.complaint)")
    #expect(desk.session.strategyNames == ["base", "lean", "大胆"])
    #expect(desk.value("ads.meta.budget") == "30 USD per day")
    desk.perform("run 60 --strategy 大胆 --json")
    #expect(figures["p50 final_cash"]?["whatif"] as? Double == figure("final_cash", "p50", of: try desk.json()))
    desk.perform("undo")
    #expect(desk.session.strategyNames == ["base", "lean"])
  }

  @Test("on a strategy, keep changes that strategy, and keep as builds on it")
  func onStrategy() throws {
    let desk = try Desk()
    desk.perform("whatif ads.meta.budget x2 --strategy lean --paths 50; keep as leaner; keep")
    #expect(desk.session.scenario(under: "lean")?.ads["meta"]?.budget == 20)
    #expect(desk.session.strategies.last?.parent == "lean")
    #expect(desk.value("ads.meta.budget") == "30 USD per day")
  }

  @Test("a whatif of a scenario that has changed since is not kept")
  func outdated() throws {
    let desk = try Desk()
    #expect(desk.perform("keep") == .failed(exitCode: 1))
    desk.perform("whatif cash.budget x2 --paths 50; set cash.budget = 7")
    #expect(desk.perform("keep") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("has changed since"))
    #expect(desk.perform("undo; keep") == .done)
  }

  @Test(
    "what cannot be is refused, and nothing is kept",
    arguments: [
      "whatif", "whatif cash.bugdet x2", "whatif cash.budget = -5", "whatif cash.budget x2, budget = 3",
      "whatif suppliers.yiwu.defect_rate = 99 %", "whatif cash.budget x2 --strategy bold", "whatif cash.budget x2 --up",
      "whatif cash.budget x2 --paths 0",
    ])
  func refused(line: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .failed(exitCode: 1), "\(desk.shown)")
    #expect(desk.findings.first?.place != nil)
    #expect(desk.session.proposal == nil)
  }

  @Test("quoted changes are those of a process's command line")
  func quoted() throws {
    let desk = try Desk()
    desk.perform("whatif \"ads.meta.cpc +20%, cash.budget x2\" --paths 50 --json")
    let changes = try #require(try desk.json()["changes"] as? [[String: Any]])
    #expect(changes.compactMap { $0["change"] as? String } == ["ads.meta.cpc +20%", "cash.budget x2"])
  }

  @Test("a whatif that is stopped shows what is finished; before there is anything it keeps nothing")
  func stopped() throws {
    let desk = try Desk()
    desk.session.surroundings.beginWork = { _, _, _ in WorkWatch(shouldStop: { true }) }
    #expect(desk.perform("whatif cash.budget x2") == .failed(exitCode: 130))
    #expect(desk.session.proposal == nil && desk.shown.isEmpty)
    // Asked once for each run: base and what-if are finished, then it stops.
    let asked = Mutex(0)
    desk.session.surroundings.beginWork = { _, _, _ in
      WorkWatch(shouldStop: {
        asked.withLock { count in
          count += 1
          return count > 2
        }
      })
    }
    #expect(desk.perform("whatif cash.budget x2, ads.meta.cpc x2 --paths 32 --threads 1") == .failed(exitCode: 130))
    #expect(desk.shown.contains("what if") && !desk.shown.contains("Effect of each change alone"))
    #expect(desk.session.proposal != nil)
  }
}
