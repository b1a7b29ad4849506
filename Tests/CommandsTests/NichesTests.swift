import Commands
import Foundation
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
