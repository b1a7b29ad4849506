import Analysis
import Commands
import Foundation
import PtySupport
import Simulation
import Testing

@Suite("Exports")
struct ExportTests {
  @Test("a row for each world in path order, with the outcome and what was drawn")
  func paths() throws {
    let desk = try Desk()
    desk.perform("set ads.meta.cpc = 0.40 to 0.90 USD; run 200 --seed 3")
    #expect(desk.perform("export paths worlds.csv") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("written to worlds.csv: run #1 (base), worlds: 200"))
    let text = try String(contentsOfFile: desk.folder.path("worlds.csv"), encoding: .utf8)
    let rows = text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = try #require(rows.first).map(String.init)
    let first = [
      "path", "ruin_day", "quit_day", "break_even_month", "final_cash", "final_worth", "gain", "lowest_cash",
      "net_profit",
      "revenue", "orders",
    ]
    #expect(header.prefix(first.count) == first[...])
    #expect(header.last == "ads.meta.cpc" && header.contains("refunds"))
    #expect(rows.count == 201 && rows.allSatisfy { $0.count == header.count })
    #expect(rows.dropFirst().map { Int($0[0]) } == Array(0..<200))

    let outcome = try #require(desk.session.lastRun?.summary?.outcome)
    let column = { (name: String) in rows.dropFirst().map { Double($0[header.firstIndex(of: name) ?? 0]) } }
    #expect(column("final_cash") == outcome.total(.closingCash))
    #expect(column("net_profit") == outcome.total(.netProfit))
    #expect(column("ads.meta.cpc") == outcome.drawn(0))
    #expect(column("ruin_day") == outcome.ruinDay.map { $0 < 0 ? nil : $0 + 1 })
    #expect(Set(outcome.drawn(0)).count == 200)
  }

  @Test("an existing file is kept unless forced, and there must be a run")
  func refusals() throws {
    let desk = try Desk()
    #expect(desk.perform("export paths worlds.csv") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("nothing has been run"))
    desk.perform("run 10; export paths worlds.csv")
    #expect(desk.perform("run 20; export paths worlds.csv") == .failed(exitCode: 1))
    #expect(desk.perform("export paths worlds.csv --force") == .done)
    for line in ["export", "export paths", "export worlds.csv", "export paths a.txt", "export paths a.csv b"] {
      #expect(desk.perform(line) == .failed(exitCode: 1), "\(line)")
      #expect(desk.complaint.contains("write: ") || desk.complaint.contains("name it"), "\(desk.complaint)")
    }
  }

  @Test("a journal closes with the simulated cash, and says with what it can be checked")
  func journal() throws {
    let desk = try Desk()
    #expect(desk.perform("export journal plan.ledger") == .done, "\(desk.complaint)")
    #expect(
      desk.shown.contains("the same as in the simulation") && desk.shown.contains("--strict --pedantic"),
      "\(desk.shown)")
    #expect(desk.perform("run 20; export journal w.beancount of world 3 of #1 --json") == .done, "\(desk.complaint)")
    let line = try #require(desk.data.split(separator: "\n").last)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let cash = try #require(json["simulated_cash"] as? Double)
    let closing = try #require(Double(json["closing_cash"] as? String ?? ""))
    #expect(abs(cash - closing) <= 0.005_000_1 && json["form"] as? String == "beancount")
    #expect(desk.perform("export journal plan.iif of plan of lean") == .done, "\(desk.complaint)")
    #expect(desk.perform("export journal plan.iif of plan of lean") == .failed(exitCode: 1))
  }

  @Test("what was imported becomes a journal, and its orders a sheet for DSers without addresses")
  func actuals() throws {
    let desk = try Desk()
    desk.folder.write(sampleOrders.utf8, to: "orders.csv")
    #expect(desk.perform("import orders.csv; export journal real.journal of actuals") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("no payment processor's file"), "\(desk.shown)")
    let journal = try String(contentsOfFile: desk.folder.path("real.journal"), encoding: .utf8)
    #expect(journal.contains("    Income:Sales:Shopify                 -43.95 USD\n"), "\(journal)")
    #expect(desk.perform("export orders place.csv") == .done, "\(desk.complaint)")
    let sheet = try String(contentsOfFile: desk.folder.path("place.csv"), encoding: .utf8)
    #expect(sheet.hasPrefix("Order number,Date,Country(full name),Product id,SKU,Product count,"))
    #expect(sheet.contains("#1,2027-01-05,,,,1,Lamp,") && !sheet.contains("@") && !sheet.contains("#2"))
  }

  @Test("what may follow is offered: paths, then files")
  func completion() throws {
    let desk = try Desk()
    desk.folder.write("x".utf8, to: "old.csv")
    #expect(
      desk.session.completions(of: "export ", at: 7).candidates.map(\.text) == ["paths", "months", "journal", "orders"])
    #expect(desk.session.completions(of: "export paths ", at: 13).candidates.map(\.text).contains("old.csv"))
  }
}

@Suite("Fingerprints of uncertain runs")
struct UncertainFingerprintTests {
  @Test("they know what was drawn from: the values of a file, and how")
  func parts() throws {
    let desk = try Desk()
    let fingerprint = { (line: String) in
      desk.perform(line)
      return desk.session.lastRun?.fingerprint ?? ""
    }
    desk.folder.write("cpc\n0.5\n0.7\n".utf8, to: "costs.csv")
    let set = "set ads.meta.cpc = from costs.csv column cpc; run 20"
    let first = fingerprint(set)
    #expect(first == fingerprint("run 20"))
    #expect(first != fingerprint("run 20 --sampling lhs"))
    desk.folder.write("cpc\n0.5\n0.8\n".utf8, to: "costs.csv")
    #expect(first != fingerprint("undo; " + set))
  }
}
