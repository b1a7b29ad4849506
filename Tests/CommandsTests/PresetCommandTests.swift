import Commands
import Foundation
import Language
import PtySupport
import Scenarios
import Testing

@Suite("Presets, the scorecard and niches as commands")
struct PresetCommandTests {
  private let shop = smallShop.replacing(
    "meta: {budget: 30 USD per day, cpc: 0.50 USD, price_sd: 0.2}",
    with: "meta: {budget: 30 USD per day, cpc: 0.50 USD, preset: meta}"
  )
  .replacing(
    "  yiwu: {failure_rate: 5 % per month, failure_days: 10 days, lost_rate: 2 %}",
    with: """
        yiwu: {failure_rate: 5 % per month, scores: {quality: 70, logistics: 70}}
        near: {scores: {quality: 80, price: 90}}
      """)

  private func desk() throws -> Desk {
    let desk = try Desk(loaded: false)
    desk.folder.write(shop.utf8, to: "presets.yaml")
    try #require(desk.perform("load presets.yaml") == .done, "\(desk.complaint)")
    return desk
  }

  @Test("every preset has a page within 80 columns, with grade and source of each value")
  func pages() throws {
    let desk = try Desk(loaded: false)
    for preset in PresetCatalogue.all {
      #expect(desk.perform("show preset \(preset.name)") == .done)
      for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
      #expect(desk.shown.contains(preset.name) && desk.shown.contains("Source"))
    }
  }

  @Test("they are listed by group, and one group by its name, also as data")
  func list() throws {
    let desk = try Desk(loaded: false)
    desk.perform("presets")
    for preset in PresetCatalogue.all { #expect(desk.shown.contains(preset.name)) }
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
    desk.perform("presets ads --json")
    let rows = try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [[String: Any]]
    #expect(rows?.compactMap { $0["preset"] as? String }.contains("meta") == true)
    #expect(rows?.allSatisfy { $0["group"] as? String == "ads" } == true)
    desk.perform("show preset meta --json")
    let page = try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any]
    #expect((page?["values"] as? [[String: Any]])?.first?["grade"] as? String == "C")
  }

  @Test(
    "what is mistyped names what is near",
    arguments: [
      ("presets adds", "nearest: ads"), ("presets meta", "write: show preset meta"),
      ("show preset mata", "nearest: meta"),
      ("show preset", "which preset?"), ("show preset meta tiktok", "unexpected word"),
    ])
  func faults(line: String, wanted: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.complaint.contains(wanted), "\(desk.complaint)")
  }

  @Test("show still needs a scenario for anything else")
  func needsScenario() throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("show ads") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("show needs a scenario"))
  }

  @Test("show tells file, preset, scorecard, set and default apart")
  func origins() throws {
    let desk = try desk()
    for (path, origin) in [
      ("ads.meta.cpc", "from the file"), ("ads.meta.fatigue_halflife", "from preset meta"),
      ("suppliers.yiwu.defect_rate", "from the scorecard"), ("suppliers.yiwu.failure_rate", "from the file"),
      ("ads.meta.hill", "from the default"),
    ] {
      desk.perform("show \(path)")
      #expect(desk.shown.contains(origin), "\(path): \(desk.shown)")
    }
    desk.perform("set ads.meta.fatigue_halflife = 9; show ads.meta.fatigue_halflife")
    #expect(desk.shown.contains("from a change you made"))
    desk.perform("show")
    #expect(desk.shown.contains("preset meta") && desk.shown.contains("scorecard"))
  }

  @Test("the scorecard ranks, and says what the scores made")
  func scorecard() throws {
    let desk = try desk()
    desk.perform("scorecard")
    let near = try #require(desk.shown.range(of: "near"))
    let yiwu = try #require(desk.shown.range(of: "yiwu"))
    #expect(near.lowerBound < yiwu.lowerBound)
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
    desk.perform("scorecard --json")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["supplier"] as? String } == ["near", "yiwu"])
    #expect(rows[1]["score"] as? Double == 70)
    desk.perform("set suppliers.yiwu.scores.quality = 100")
    #expect(desk.shown.contains("defect_rate"), "rates follow scores: \(desk.shown)")
    desk.perform("reset suppliers.yiwu.scores")
    #expect(desk.value("suppliers.yiwu.defect_rate") == "4.5 %")
    let none = try Desk()
    none.perform("scorecard")
    #expect(none.shown.contains("No supplier has scores yet"))
  }

  @Test("all of the worlds of a niche are said to run out of money only where all do")
  func nichesFate() throws {
    let desk = try Desk(loaded: false)
    desk.perform("niches 200")
    let shown = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    desk.perform("niches 200 --json")
    let niches = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [[String: Any]])
    let ruins = niches.compactMap { $0["ruin"] as? Double }
    #expect(shown.ranges(of: "runs out in every world").count == ruins.count { $0 == 1 })
    #expect(shown.ranges(of: "more than 99 of 100 worlds").count == ruins.count { $0 > 0.995 && $0 < 1 })
    #expect(ruins.count == 4)
  }

  @Test("niches rank by the chance of a profit, with a verdict for each, the same for the same seed")
  func niches() throws {
    let desk = try Desk(loaded: false)
    desk.perform("niches 300 --json")
    let first = desk.data
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [[String: Any]])
    #expect(rows.count == 4)
    let chances = rows.compactMap { $0["profit"] as? Double }
    #expect(chances == chances.sorted(by: >))
    // The verdicts of how-to articles: well suited to beginners, feasible, with care.
    let files = rows.compactMap { $0["file"] as? String }.filter { !$0.contains("pet") }
    #expect(files == ["craft-tools", "camping-gear", "small-appliances"].map { "scenarios/\($0).yaml" })
    #expect(rows.allSatisfy { ($0["verdict"] as? String)?.isEmpty == false })
    desk.perform("niches 300 --json")
    #expect(desk.data == first)
    desk.perform("niches 300")
    #expect(desk.shown.contains("craft"))
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
  }
}
