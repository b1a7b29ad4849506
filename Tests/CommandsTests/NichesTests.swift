import Commands
import Foundation
import Language
import PtySupport
import Testing

/// Each bundled niche is held against not starting, in the same words as a run of its scenario.
@Suite("Niches against not starting")
struct NichesTests {
  @Test("each has the verdict, the chance of a profit and of ruin of a run of its file, and the best comes first")
  func againstNotStarting() throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("niches 400 --seed 3 --json") == .done, "\(desk.complaint)")
    let niches = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [[String: Any]])
    #expect(niches.count == 4)
    let profits = niches.compactMap { $0["profit"] as? Double }
    #expect(profits == profits.sorted(by: >))
    for niche in niches {
      let file = try #require(niche["file"] as? String)
      let own = try Desk(loaded: false)
      let name = file.replacing("scenarios/", with: "")
      #expect(own.perform("load \(bundledScenarios)\(name); run 400 --seed 3 --json") == .done, "\(own.complaint)")
      let run = try #require(try JSONSerialization.jsonObject(with: Data(own.data.utf8)) as? [String: Any])
      let verdict = try #require((run["verdict"] as? [String: Any])?["recommendation"] as? String)
      #expect(niche["verdict"] as? String == verdict, "\(file)")
      let outcome = try #require(run["outcome"] as? [String: Any])
      for share in ["profit", "ruin"] {
        let told = try #require((outcome[share] as? [String: Any])?["probability"] as? Double)
        #expect(niche[share] as? Double == told, "\(file): \(share)")
      }
      // Beside the choice that gains nothing and risks nothing.
      #expect((run["baseline"] as? [String: Double])?["gain"] == 0)
    }
  }

  @Test("a niche of one's own is made of research and ranked beside the bundled ones")
  func own() throws {
    let desk = try Desk(loaded: false)
    desk.folder.write(sampleProducts.utf8, to: "best-sellers.csv")
    var trends = "Category: All categories\n\nWeek,lamp: (United States)\n"
    for week in 0..<160 {
      let day = try #require(CalendarDate(year: 2024, month: 1, day: 7)?.adding(days: 7 * week))
      trends += "\(day),\(50 + (day.month == 6 ? 40 : 0) + week % 3)\n"
    }
    desk.folder.write(trends.utf8, to: "trends.csv")
    let bids = "Top of page bid (low range)\tTop of page bid (high range)"
    let keywords = "Keyword\tCurrency\tAvg. monthly searches\t\(bids)\nlamp\tUSD\t1900\t0.28\t0.80\n"
    desk.folder.write(keywords.utf8, to: "keywords.csv")
    let line = "niches add lamps from best-sellers.csv trends.csv keywords.csv like craft-tools"
    #expect(desk.perform(line + " --worlds 50 --json") == .done, "\(desk.complaint)")
    let niches = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [[String: Any]])
    #expect(niches.count == 5)
    let own = try #require(niches.first { $0["own"] as? Bool == true })
    let values = try #require(own["values"] as? [[String: String]])
    let written = Dictionary(uniqueKeysWithValues: values.map { ($0["parameter"] ?? "", $0["written"] ?? "") })
    #expect(written["products.chisels.price"] == "34.5 USD")
    #expect(written["ads.google_shopping.cpc"] == "lognormal(0.473, 0.624)")
    #expect(written["ads.google_shopping.saturation"]?.contains("USD per day likely") == true)
    #expect(written["market.season"]?.hasPrefix("[") == true && written["market.trend"]?.contains("to") == true)
    #expect(values.contains { $0["grade"] == "assumption" && $0["parameter"]?.hasSuffix("unit_cost") == true })
    #expect(own["file"] as? String == "lamps.yaml" && own["verdict"] is String)
    #expect(desk.perform("load lamps.yaml; run 20") == .done, "\(desk.complaint)")
    let text = try String(contentsOfFile: desk.folder.path("lamps.yaml"), encoding: .utf8)
    #expect(text.hasPrefix("# lamps: made like craft-tools") && text.contains("name: lamps\n"))
    #expect(desk.perform(line) == .failed(exitCode: 1))
  }

  @Test("the niche whose buyers search is worth a try, the one whose owner pays for looks is not")
  func order() throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("niches 400 --json") == .done, "\(desk.complaint)")
    let niches = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [[String: Any]])
    let verdicts = niches.compactMap { niche in
      (niche["file"] as? String).map { ($0, niche["verdict"] as? String) }
    }
    #expect(verdicts.first?.0 == "scenarios/craft-tools.yaml" && verdicts.first?.1 == "worth_a_try")
    for (file, verdict) in verdicts.dropFirst() { #expect(verdict == "do_not_start", "\(file)") }
  }
}
