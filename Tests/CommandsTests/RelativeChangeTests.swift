import Commands
import Foundation
import PtySupport
import Scenarios
import Testing

/// `+30%` in a strategy is 30 % more than the scenario has, whatever that comes to be.
@Suite("Changes that stay relative")
struct RelativeChangeTests {
  private func value(_ path: String, under strategy: String, _ desk: Desk) throws -> String {
    let changed = try #require(desk.session.scenario(under: strategy))
    let slot = try #require(changed.slot(path))
    return slot.info.kind.write(try #require(slot.get(changed)), currency: "USD")
  }

  @Test("they follow the scenario's value, and show both")
  func followed() throws {
    let desk = try Desk()
    desk.perform("strategy more { ads.meta.budget +30%, products.lamp.price x0.9, cash.budget += 500 }")
    #expect(try value("ads.meta.budget", under: "more", desk) == "39 USD per day")
    desk.perform("strategy show more")
    #expect(desk.shown.contains("30 → 39 USD per day (+30%)"), "\(desk.shown)")
    desk.perform("set ads.meta.budget = 60; set cash.budget = 1000; set products.lamp.price = 50")
    #expect(try value("ads.meta.budget", under: "more", desk) == "78 USD per day")
    #expect(try value("products.lamp.price", under: "more", desk) == "45 USD per unit")
    #expect(try value("cash.budget", under: "more", desk) == "1500 USD")
    desk.perform("strategy list")
    for text in ["ads.meta.budget +30%", "products.lamp.price -10%", "cash.budget += 500"] {
      #expect(desk.shown.contains(text), "\(text): \(desk.shown)")
    }
  }

  @Test("a range is moved as a whole, and arithmetic leaves no dust")
  func ranges() throws {
    let desk = try Desk()
    desk.perform("set ads.meta.cpc = 0.72; strategy dear { ads.*.cpc +30% }")
    #expect(try value("ads.meta.cpc", under: "dear", desk) == "0.936 USD per click")
    desk.perform("set ads.meta.cpc = 0.40 to 0.80")
    #expect(try value("ads.meta.cpc", under: "dear", desk) == "0.52 to 1.04")
  }

  @Test("the file keeps them, in its own place and anew, and reads back to the same")
  func saved() throws {
    let desk = try Desk()
    desk.perform("strategy lean { ads.meta.budget x0.5 }; strategy more from lean { stores.shop.conversion x1.2 }")
    #expect(desk.perform("save") == .done, "\(desk.complaint)")
    let text = try String(contentsOfFile: desk.folder.path("shop.yaml"), encoding: .utf8)
    #expect(text.contains(#"ads.meta.budget: "-50%""#) && text.contains("stores.shop.conversion: x1.2"), "\(text)")
    let before = desk.session.strategies
    desk.perform("load shop.yaml")
    #expect(desk.session.strategies == before)
    desk.perform("save other.yaml; load other.yaml")
    #expect(desk.session.strategies == before)
  }

  @Test("a share with its sign is a value in a file, as it always was")
  func shares() throws {
    let desk = try Desk()
    desk.folder.write((smallShop + "  up:\n    products.lamp.return_rate: +5%\n").utf8, to: "up.yaml")
    #expect(desk.perform("load up.yaml") == .done, "\(desk.complaint)")
    #expect(try value("products.lamp.return_rate", under: "up", desk) == "5 %")
  }

  @Test("one after the other they are one; a value that is given stays")
  func combined() throws {
    let desk = try Desk()
    desk.perform("strategy twice { ads.meta.budget x2; ads.meta.budget x1.5 }")
    desk.perform("strategy set { ads.meta.budget = 20 USD per day; ads.meta.budget x2 }")
    desk.perform("set ads.meta.budget = 10")
    #expect(try value("ads.meta.budget", under: "twice", desk) == "30 USD per day")
    #expect(try value("ads.meta.budget", under: "set", desk) == "40 USD per day")
  }

  @Test("what a strategy cannot do to a new value is refused with the strategy's name")
  func refused() throws {
    let desk = try Desk()
    desk.perform("set stores.shop.conversion = 40 %; strategy much { stores.shop.conversion x2 }")
    #expect(desk.complaint.isEmpty, "\(desk.complaint)")
    #expect(desk.perform("set stores.shop.conversion = 60 %") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("under strategy much") && desk.complaint.contains("x2"), "\(desk.complaint)")
  }

  @Test("keep as makes them, too")
  func kept() throws {
    let desk = try Desk()
    desk.perform("whatif ads.*.cpc +20% --paths 40; keep as dearer; set ads.meta.cpc = 1.00")
    #expect(try value("ads.meta.cpc", under: "dearer", desk) == "1.2 USD per click")
  }
}
