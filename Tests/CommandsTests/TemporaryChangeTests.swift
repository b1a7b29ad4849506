import Commands
import Language
import PtySupport
import Scenarios
import Simulation
import Testing

/// Changes for ten days, by hand.
@Suite("Changes for some days")
struct TemporaryChangeTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try #require(
      desk.perform("set cash.budget = 100k; set suppliers.yiwu.failure_rate = 0 % per month; set ads.meta.price_sd = 0")
        == .done, "\(desk.complaint)")
    return desk
  }

  private func changed(_ desk: Desk, _ line: String) throws -> Scenario {
    try #require(desk.perform(line + " --paths 20") == .done, "\(line): \(desk.complaint)")
    return try #require(desk.session.proposal?.changed)
  }

  @Test(
    "a budget that is doubled for ten days costs ten days' budget more, whenever they begin",
    arguments: ["for 10 days", "for 10 days from day 3", "from day 81 for 10 days", "from 2027-01-04 for 10 days"])
  func budget(when: String) throws {
    let desk = try desk()
    let before = Program(desk.session.scenario, seed: 1).plan().total(.ads)[0]
    #expect(before == 30 * 90)
    let plan = Program(try changed(desk, "whatif ads.*.budget x2 \(when)"), seed: 1).plan()
    #expect(plan.total(.ads)[0] == before + 30 * 10, "\(when)")
  }

  @Test("days are counted from 1: a change from day 32 on begins in February, and what is given a value gets it")
  func days() throws {
    let desk = try desk()
    let plan = Program(try changed(desk, "whatif ads.meta.budget = 0 for 10 days from day 32"), seed: 1).plan()
    #expect(plan.monthly(.ads, month: 0)[0] == 30 * 31 && plan.monthly(.ads, month: 1)[0] == 30 * 18)
  }

  @Test("a supplier that is closed for ten days is shut on just these")
  func supplier() throws {
    let desk = try desk()
    let scenario = try changed(desk, "whatif suppliers.yiwu closed for 10 days from day 5")
    let shut = Program(scenario, seed: 1).replay(path: 0).days.filter { !$0.closed.isEmpty }.map(\.day)
    #expect(shut == Array(4..<14))
    let forGood = try changed(desk, "whatif suppliers.yiwu closed")
    #expect(Program(forGood, seed: 1).replay(path: 0).days.allSatisfy { !$0.closed.isEmpty })
  }

  @Test("it stands beside changes for good and rules, and each is told alone")
  func parts() throws {
    let desk = try desk()
    desk.perform(
      "whatif ads.meta.cpc +20%, ads.meta paused for 10 days from day 5, when cash < 10 then quit --paths 50")
    #expect(desk.session.proposal?.changed.events.count == 1 && desk.session.proposal?.changed.rules.count == 1)
    #expect(desk.shown.contains("ads.meta paused for 10 days"), "\(desk.shown)")
  }

  @Test("keep makes an event of it, which the file then has; a strategy cannot have it")
  func kept() throws {
    let desk = try desk()
    _ = try changed(desk, "whatif ads.*.budget x2 for 10 days from day 3")
    #expect(desk.perform("keep as bold") == .failed(exitCode: 1) && desk.complaint.contains("for a few days only"))
    #expect(desk.perform("keep; save kept.yaml; load kept.yaml") == .done, "\(desk.complaint)")
    let event = try #require(desk.session.scenario.events.first)
    #expect(event.from == .day(2) && event.lasts == .fixed(10) && event.then == "ads.meta.budget x2")
    #expect(
      desk.perform("strategy bold { ads.*.budget x2 for 10 days }") == .failed(exitCode: 1)
        && desk.complaint.contains("for a few days only"))
  }

  @Test(
    "what is no day, no number of days or cannot change inside a run is refused, with what to write",
    arguments: [
      "whatif ads.meta.budget x2 for ten days", "whatif ads.meta.budget x2 for 10",
      "whatif ads.meta.budget x2 from day 900",
      "whatif ads.meta.budget x2 from 2031-01-01", "whatif ads.meta.budget x2 from noon",
      "whatif cash.budget x2 for 10 days",
      "whatif suppliers.yiw closed for 3 days",
    ])
  func refused(line: String) throws {
    let desk = try desk()
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.findings.first?.help?.isEmpty == false, "\(desk.complaint)")
  }

  @Test("commas and semicolons both part changes, in braces and in quotes")
  func separators() throws {
    let desk = try desk()
    #expect(desk.perform("strategy a { ads.meta.budget x2, ads.meta.cpc +20% }") == .done, "\(desk.complaint)")
    #expect(desk.perform("strategy b { ads.meta.budget x2; ads.meta.cpc +20% }") == .done)
    #expect(desk.session.scenario(under: "a") == desk.session.scenario(under: "b"))
    desk.perform("whatif 'ads.meta.budget x2; ads.meta.cpc +20%' --paths 20")
    #expect(desk.session.proposal?.changed == desk.session.scenario(under: "a"), "\(desk.complaint)")
    desk.perform("whatif ads.meta.budget x2, ads.meta.cpc +20% of lean --paths 20")
    #expect(desk.session.proposal?.strategy == "lean", "\(desk.complaint)")
  }
}
