import Commands
import Foundation
import PtySupport
import Scenarios
import Testing

/// Parts that a scenario does not have yet, added from the shell.
@Suite("New parts")
struct NewPartTests {
  @Test("a supplier from a preset has its values, and ships once it has an offer")
  func supplier() throws {
    let desk = try Desk()
    #expect(desk.perform("new supplier us from spocket") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("suppliers.us from preset spocket"), "\(desk.shown)")
    #expect(desk.shown.contains("products.lamp.offers.us.unit_cost = "), "\(desk.shown)")
    let supplier = try #require(desk.session.scenario.suppliers["us"])
    #expect(supplier != Supplier() && desk.session.scenario.suppliers.names == ["yiwu", "us"])
    #expect(desk.perform("set products.lamp.offers.us.unit_cost = 18 USD") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario.products["lamp"]?.offers["us"]?.unitCost == 18)
    desk.perform("undo; undo")
    #expect(desk.session.scenario.suppliers["us"] == nil)
  }

  @Test(
    "channels, traffic and stores, too; none changes anything before it is given what no preset knows",
    arguments: [
      ("new channel clips from tiktok", "ads.clips.budget"), ("new traffic articles from seo", "show traffic.articles"),
      ("new store second from shopify-basic", "products.lamp.store = second"),
      ("new 供应商 us from spocket", "ships nothing"),
    ])
  func others(line: String, next: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .done, "\(desk.complaint)")
    #expect(desk.shown.contains(next), "\(desk.shown)")
    #expect(desk.session.scenario.issues.isEmpty)
    #expect(desk.perform("run 20") == .done, "\(desk.complaint)")
  }

  @Test("the file names the preset, keeps its comments, and reads back to the same")
  func saved() throws {
    let desk = try Desk()
    desk.folder.write(("# mine\n" + smallShop).utf8, to: "shop.yaml")
    desk.perform("load shop.yaml; new supplier us from spocket; set products.lamp.offers.us.unit_cost = 18 USD")
    desk.perform("set suppliers.us.capacity = 7; new channel clips from tiktok; set ads.clips.budget = 20")
    #expect(desk.perform("save") == .done, "\(desk.complaint)")
    let text = try String(contentsOfFile: desk.folder.path("shop.yaml"), encoding: .utf8)
    #expect(text.hasPrefix("# mine\n") && text.contains("preset: spocket"), "\(text)")
    let (before, source) = (desk.session.scenario, desk.session.path)
    desk.perform("load shop.yaml")
    #expect(desk.session.scenario == before && desk.session.path == source)
  }

  @Test("set begins a part that one parameter is enough for")
  func begun() throws {
    let desk = try Desk()
    #expect(desk.perform("set costs.legal.amount = 15 USD per month") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("costs.legal.amount"), "\(desk.shown)")
    #expect(desk.perform("set suppliers.us.transit_days = 5") == .done, "\(desk.complaint)")
    #expect(desk.perform("save") == .done, "\(desk.complaint)")
    let before = desk.session.scenario
    desk.perform("load shop.yaml")
    #expect(desk.session.scenario == before && before.suppliers["us"]?.transitDays == .fixed(5))
  }

  @Test(
    "a slip begins nothing, nor does what needs more",
    arguments: [
      ("set suppliers.yivu.failure_rate = 3 %", "nearest: suppliers.yiwu"),
      ("set ads.tiktok.cpc = 0.50", "a new one needs budget"),
      ("set suppliers.us.failur_rate = 3 %", "no such parameter"), ("set suppliers..failure_rate = 3 %", "no such"),
      ("new supplier us from meta", "meta is not a preset for suppliers"), ("new supplier us from spoket", "nearest"),
      ("new supplier yiwu from spocket", "suppliers.yiwu exists already"),
      ("new supplier a.b from spocket", "a name is made of"),
    ])
  func refused(line: String, complaint: String) throws {
    let desk = try Desk()
    let before = desk.session.scenario
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.complaint.contains(complaint), "\(desk.complaint)")
    #expect(desk.session.scenario == before)
  }

  @Test("without a scenario there is nothing to add to")
  func unloaded() throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("new supplier us from spocket") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("no scenario is loaded, so this part cannot be added"))
  }

  @Test("a closure can be set: it is an event of the scenario, and undone like every change")
  func closure() throws {
    let desk = try Desk()
    #expect(desk.perform("set suppliers.yiwu closed for 17 days from 2027-02-04") == .done, "\(desk.complaint)")
    let event = try #require(desk.session.scenario.events.first)
    #expect(event.then == "close suppliers.yiwu" && event.lasts == .fixed(17) && event.from == .day(34))
    desk.perform("undo")
    #expect(desk.session.scenario.events.isEmpty)
    #expect(desk.perform("set suppliers.zz closed for 17 days") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("suppliers.yiwu"), "\(desk.complaint)")
  }
}
