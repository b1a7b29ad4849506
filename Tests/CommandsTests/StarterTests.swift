import Commands
import Foundation
import Language
import PtySupport
import Scenarios
import Testing

@Suite("Starting a scenario")
struct StarterTests {
  @Test(
    "every niche and preset that may be started from gives a file without findings, which can be run",
    arguments: try Desk(loaded: false).starters)
  func all(name: String) throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("new try-it from \(name)") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario.name == "try-it" && desk.session.prompt == "try-it")
    #expect(desk.perform("run 20 --months 2") == .done, "\(desk.complaint)")
    let text = desk.folder.read("try-it.yaml")
    #expect(text.hasPrefix("#") && text.split(separator: "\n").count { $0.contains("#") } >= 10)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(!line.hasSuffix(" "), "\(line)")
    }
  }

  @Test("there are niches, platforms, ads and suppliers")
  func choice() throws {
    let names = try Desk(loaded: false).starters
    for name in ["craft-tools", "woocommerce", "amazon", "meta", "spocket"] { #expect(names.contains(name)) }
    #expect(!names.contains("paypal") && !names.contains("3pl"))
  }

  @Test(
    "a marketplace has its own ads and visitors, and no apps of a shop",
    arguments: [
      ("amazon", "amazon-ads"), ("ebay", "ebay-ads"), ("shopee", "shopee-ads"), ("tiktok-shop", "tiktok-shop-ads"),
      ("temu-semi", "temu-ads"),
    ])
  func marketplaces(store: String, ads: String) throws {
    let desk = try Desk(loaded: false)
    for name in [store, ads] {
      #expect(desk.perform("new try-it from \(name) --force") == .done, "\(desk.complaint)")
      let scenario = desk.session.scenario
      #expect(scenario.ads.names == [ads] && scenario.traffic.names == ["listing"])
      #expect(scenario.costs["apps"] == nil && scenario.costs["domain"] == nil)
      #expect(scenario.stores["shop"]?.conversion ?? 0 > 0)
      #expect(desk.folder.read("try-it.yaml").contains("preset: \(store)\n"))
    }
  }

  @Test("who starts from one tries products, stops, and can be compared with one who never does")
  func owner() throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("new try-it") == .done)
    #expect(desk.session.scenario.productTests.candidates == 7)
    #expect(desk.session.scenario.rules.compactMap(\.name) == ["quit_losing", "quit_idle"])
    #expect(desk.session.strategyNames == ["base", "never_stops"])
  }

  @Test("what a preset gives stands there as comments with grade and source, and the preset's values are in force")
  func comments() throws {
    let desk = try Desk(loaded: false)
    desk.perform("new lamp from tiktok")
    let text = desk.folder.read("lamp.yaml")
    #expect(
      text.contains("# inflation: 12 % per year  # B: trade press, TikTok: +12.3 %")
        || text.contains("# inflation: 12 % per year  # C: trade press, TikTok: +12.3 %"))
    #expect(desk.value("ads.tiktok.inflation").contains("12 %"))
    #expect(text.contains("name: lamp\n"))
  }

  @Test("in Chinese a starter has Chinese comments, and the same values", arguments: ["meta", "amazon", "cj"])
  func chinese(name: String) throws {
    let english = try Desk(loaded: false)
    english.perform("new lamp from \(name)")
    let chinese = try Desk(loaded: false)
    Tongue.$current.withValue(.chinese) { _ = chinese.perform("new lamp from \(name)") }
    let texts = [english, chinese].map { $0.folder.read("lamp.yaml") }
    let values = texts.map { $0.split(separator: "\n").map { $0.prefix { $0 != "#" } } }
    #expect(values[0].filter { !$0.isEmpty } == values[1].filter { !$0.isEmpty })
    #expect(texts[1].contains("# 换成你自己的数") && texts[1].contains("# M: 请向供应商询价"))
    #expect(!texts[1].contains("assumption"))
  }

  @Test("a file that is there is not overwritten, unless asked for; unsaved changes are kept")
  func overwrite() throws {
    let desk = try Desk(interactive: true, loaded: false)
    desk.perform("new lamp")
    #expect(desk.perform("new lamp from amazon") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("--force"))
    desk.perform("set cash.budget 1")
    #expect(desk.perform("new lamp from amazon --force") == .done)
    #expect(desk.notices.contains { $0.contains("unsaved changes kept") })
    #expect(desk.folder.read("lamp.yaml").contains("preset: amazon"))
  }

  @Test("names and presets are completed")
  func completion() throws {
    let session = try Desk(loaded: false).session
    #expect(session.completions(of: "new lamp f", at: 10).candidates.map(\.text) == ["from"])
    #expect(session.completions(of: "new lamp from craft", at: 19).candidates.map(\.text) == ["craft-tools"])
  }

  /// From nothing to a comparison. Each line but the first stands in what the shell has said before it; the first is what it
  /// says when it starts.
  @Test("three commands, each of them proposed by the shell, lead to a comparison of owners")
  func firstRun() throws {
    let desk = try Desk(interactive: true, loaded: false)
    desk.folder.write([], to: ".keep")
    #expect(desk.perform("new my-store") == .done)
    for line in ["run", "compare"] {
      #expect(desk.shown.replacing("\n", with: " ").contains(line), "\(line): \(desk.shown)")
      #expect(desk.perform(line + " --paths 500") == .done, "\(desk.complaint)")
    }
    #expect(desk.shown.contains("base") && desk.shown.contains("never_stops"))
  }
}

extension Desk {
  /// What completion offers behind `from`.
  fileprivate var starters: [String] { session.completions(of: "new x from ", at: 11).candidates.map(\.text) }
}
