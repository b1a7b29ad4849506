import Commands
import Foundation
import Language
import PtySupport
import Scenarios
import Testing

@Suite("opening")
struct OpeningCommandTests {
  private static let folder = "scenarios/lamp-shop/lamp-shop.actuals"

  /// The bundled shop, whose exports have been imported.
  private func shop() throws -> Desk {
    let desk = try Desk(loaded: false)
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path("scenarios"), withDestinationPath: bundledScenarios)
    let plan = try String(contentsOfFile: bundledScenarios + "/lamp-shop/lamp-shop.yaml", encoding: .utf8)
    desk.folder.write(plan.utf8, to: "lamp.yaml")
    try #require(desk.perform("load lamp.yaml") == .done, "\(desk.complaint)")
    return desk
  }

  private func json(_ desk: Desk) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
  }

  @Test("a new shop has nothing on its way") func nothing() throws {
    let desk = try shop()
    #expect(desk.perform("opening") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("starts with its cash only") && desk.shown.contains("3,000.00"))
  }

  @Test("the folder's rows make it: one change, which undo takes back and save writes") func made() throws {
    let desk = try shop()
    #expect(desk.perform("opening from \(Self.folder) on 2027-10-01 cash 1240 USD") == .done, "\(desk.complaint)")
    for text in ["1 Oct 2027", "1,240.00", "as you entered it", "Payouts", "Worth", "Earlier orders"] {
      #expect(desk.shown.contains(text), "\(desk.shown)")
    }
    let scenario = desk.session.scenario
    #expect(scenario.cash.budget == 1240 && scenario.start.description == "2027-10-01")
    // Sales of the last days wait for their payouts; those before are paid.
    #expect(!scenario.opening.payouts.isEmpty && scenario.opening.payouts.allSatisfy { $0.due >= scenario.start })
    #expect(scenario.opening.orders.allSatisfy { $0.ordered < scenario.start })
    #expect(scenario.opening.orders.contains { $0.delivered == true })
    #expect(scenario.opening.orders.contains { $0.delivered == false })
    #expect(scenario.day(of: scenario.ads.entries[0].value.opens) < 0)
    #expect(desk.perform("save entered.yaml") == .done, "\(desk.complaint)")
    let text = try String(contentsOfFile: desk.folder.path("entered.yaml"), encoding: .utf8)
    #expect(try ScenarioFile(reading: Source(name: "entered.yaml", text: text)).scenario == scenario)
    #expect(desk.perform("undo") == .done)
    #expect(desk.session.scenario.opening.isEmpty && desk.session.scenario.cash.budget == 3000)
  }

  @Test("what has happened by then keeps its day") func events() throws {
    let desk = try shop()
    let plan = try String(contentsOfFile: bundledScenarios + "/lamp-shop/lamp-shop.yaml", encoding: .utf8)
    let event = "\nevents:\n  - {name: dearer clicks, from: 60, then: ads.meta.cpc *= 1.2}\n"
    desk.folder.write((plan + event).utf8, to: "lamp.yaml")
    let line = "load lamp.yaml; opening from \(Self.folder) on 2027-10-01 cash 1240"
    #expect(desk.perform(line) == .done, "\(desk.complaint)")
    // Day 60 of a shop that began on 1 March.
    let from = try #require(desk.session.scenario.events.first?.from)
    #expect(from == .date(try #require(CalendarDate(year: 2027, month: 4, day: 30))))
  }

  @Test("its data add up, and run --json tells them too") func data() throws {
    let desk = try shop()
    #expect(desk.perform("opening from \(Self.folder) cash 1240 --json") == .done, "\(desk.complaint)")
    let made = try json(desk)
    func number(_ key: String) throws -> Double { try #require(made[key] as? Double, "\(key)") }
    let parts = try ["cash", "payouts", "claims", "reserves", "held", "stock"].map(number).reduce(0, +)
    #expect(abs(try number("worth") - (parts - number("owed"))) < 1e-9)
    #expect(try number("orders") > 20)
    #expect(desk.perform("run 64 --json") == .done, "\(desk.complaint)")
    let run = try json(desk)
    let opening = try #require(run["opening"] as? [String: Any])
    #expect(opening["worth"] as? Double == made["worth"] as? Double)
    let baseline = try #require(run["baseline"] as? [String: Any])
    #expect(baseline["worth"] as? Double == made["worth"] as? Double)
    #expect(desk.perform("undo; run 64 --json") == .done)
    #expect(try json(desk)["opening"] == nil)
  }

  @Test(
    "what cannot be made is refused, with what to do",
    arguments: [
      ("opening from \(folder)", "how much cash is there"),
      ("opening from \(folder) on 2028-01-15 cash 5", "days before 15 Jan 2028"),
      ("opening on 2027-10-01", "on can only be used in: opening from actuals"),
      ("opening cash 7", "cash can only be used in: opening from actuals"),
      ("opening from nowhere.actuals cash 5", "no actual numbers in nowhere.actuals"),
      ("opening now", "unexpected word"), ("opening from \(folder) cash 5 EUR", "wrong currency"),
    ])
  func refused(line: String, message: String) throws {
    let desk = try shop()
    #expect(desk.perform(line) != .done, "\(desk.shown)")
    #expect(desk.complaint.contains(message), "\(desk.complaint)")
    #expect(desk.session.scenario.opening.isEmpty)
  }

  @Test("any bundled shop can be entered with them, also one that tests products") func anyShop() throws {
    let desk = try shop()
    for name in ["first-store", "pet-feeder", "hybrid-stock", "eu-with-vat"] {
      #expect(desk.perform("load scenarios/\(name).yaml") == .done, "\(desk.complaint)")
      let line = "opening from \(Self.folder) on 2027-06-01 cash 1240; run 32; undo"
      #expect(desk.perform(line) == .done, "\(name): \(desk.complaint)")
    }
  }

  @Test("what a running business is worth takes the place of the money put in") func words() throws {
    let desk = try shop()
    #expect(desk.perform("opening from \(Self.folder) cash 1240; run 200") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("If you stop today, you keep about"), "\(desk.shown)")
  }
}
