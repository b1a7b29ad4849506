import Commands
import Foundation
import PtySupport
import Reports
import Testing

/// Two blows, each of which is fatal: a share of 30 and one of 20 of 100 worlds.
private let blows = """
  name: two blows
  currency: USD
  start: 2027-06-01
  months: 1
  cash: {budget: 10000 USD}
  products:
    gadget:
      price: 50 USD
      offers:
        wholesaler: {unit_cost: 20 USD}
  stores:
    shop: {conversion: 10 %}
  ads:
    paid: {budget: 0 USD per day, cpc: 1.00 USD}
  suppliers:
    wholesaler: {}
  events:
    - {name: big fire, from: 2027-06-10, chance: 30 %, then: pay damages 20000 USD}
    - {name: flood, from: 2027-06-20, chance: 20 %, then: pay damages 20000 USD}

  """

@Suite("Claims about answers")
struct AnswerClaimTests {
  private func desk() throws -> Desk {
    let desk = try Desk(loaded: false)
    desk.folder.write(blows.utf8, to: "blows.yaml")
    try #require(desk.perform("load blows.yaml") == .done)
    return desk
  }

  @Test("a script is held to what why, drivers, danger, learn and check told; a claim that fails exits with 3")
  func holds() throws {
    let desk = try desk()
    #expect(desk.perform("why by cause --paths 1k") == .done, "\(desk.complaint)")
    for claim in [
      "share of big fire in why > 20 %", "share of \"big fire\" in why > share of flood in why",
      "saved of event:flood in why > 0.2", "share of big_fire in why < 90%", "happened in why > 30%",
      "gain of flood in why > 1000 USD", "newly of flood in why = 0%",
    ] { #expect(desk.perform("assert \(claim)") == .done, "\(claim): \(desk.complaint)") }
    #expect(desk.perform("assert share of flood in why > 90 %") == .failed(exitCode: 3))
    #expect(desk.complaint.hasPrefix("assert failed: share of flood is "), "\(desk.complaint)")
    desk.perform("danger --paths 200; check")
    #expect(desk.perform("assert limits in danger = 0; assert wrong in check = 0") == .done, "\(desk.complaint)")
    #expect(desk.perform("assert findings of no-own-pay in check >= 0; assert notes in check < 20") == .done)
  }

  @Test("of the numbers that decide, of what to find out, and of the shares")
  func others() throws {
    let desk = try Desk(loaded: false)
    desk.folder.write(smallShop.replacing("conversion: 3 %", with: "conversion: 1 % to 5 %").utf8, to: "a.yaml")
    try #require(desk.perform("load a.yaml") == .done)
    desk.perform("drivers for gain --paths 400")
    #expect(desk.perform("assert gain of stores.shop.conversion in drivers > 100 USD") == .done, "\(desk.complaint)")
    desk.perform("drivers shares for gain --paths 200")
    #expect(desk.perform("assert share of stores.shop.conversion in drivers > 10 %") == .done, "\(desk.complaint)")
    #expect(desk.perform("assert share of luck in drivers < 90 %") == .done, "\(desk.complaint)")
    desk.perform("learn base --paths 200")
    #expect(desk.perform("assert worth of stores.shop.conversion in learn >= 0") == .done, "\(desk.complaint)")
    #expect(desk.perform("assert net in learn >= 0 USD") == .done, "\(desk.complaint)")
  }

  @Test(
    "a claim about what was not told says what to write",
    arguments: [
      ("assert share of flood in why > 1%", "the command why has not been used yet\nfirst write: why"),
      (
        "why --paths 700; assert share of flood in why > 1%",
        "the last answer of why has no share\nfirst write: why by cause"
      ),
      (
        "why --paths 700; assert sved of flood in why > 1%",
        "the answer of why has no such number: sved\nnearest: saved"
      ),
      (
        "why --paths 700; assert saved of flod in why > 1%",
        "that answer has no such row: flod\nnearest: event:flood"
      ),
      (
        "why --paths 700; assert saved of x in why > 1%",
        "that answer has no such row: x\navailable: event:big fire, event:flood"
      ),
      ("why --paths 700; assert saved in why > 1%", "saved of what?\navailable: event:big fire, event:flood"),
      (
        "check; assert wrong of x in check = 0",
        "wrong is a figure of the whole answer, not of one row\nwrite: wrong in check"
      ),
      ("check; assert wrong in run = 0", "assert cannot check an answer of run"),
      ("check; assert wrong in chek = 0", "assert cannot check an answer of chek\nnearest: check"),
      (
        "check; assert p50 wrong in check = 0",
        "figures of an answer are written without p50, mean or the like\nremove p50"
      ),
      ("check; assert wrong in check = 5 %", "expected a number without a unit"),
      ("why --paths 700; assert saved of flood in why > 3", "expected a share\nfor example: 5% or 0.05"),
      ("why --paths 700; assert gain of flood in why > 3%", "expected an amount in USD"),
      (
        "why --paths 700; assert gain of flood in why > saved of flood in why",
        "these two cannot be compared\nname two figures with the same unit"
      ),
      (
        "check; set cash.budget = 9000; assert wrong in check = 0",
        "the scenario has changed since check was used\nfirst write: check"
      ),
    ])
  func refused(line: String, complaint: String) throws {
    let desk = try desk()
    #expect(desk.perform(line) == .failed(exitCode: 1), "\(line)")
    #expect(desk.complaint.hasPrefix(complaint), "\(line): \(desk.complaint)")
  }

  @Test("what is best on average is told with the verdict on it, where that is not to start")
  func averages() throws {
    let desk = try Desk(loaded: false)
    desk.perform("load \(bundledScenarios)first-store.yaml; learn faster --paths 1k")
    let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("For now, faster is best"))
    #expect(words.contains("Yet its verdict is “do not start”: the median case loses"), "\(words)")
    #expect(words.contains(": a lottery."))
    desk.perform("learn faster --paths 1k --json")
    let now = try #require(try JSON(reading: desk.data)["now"])
    #expect(now["verdict"]?.string == "do_not_start")
  }
}
