import Commands
import Foundation
import Scenarios
import Testing

/// A strategy that nobody may choose, or that only shows a mistake: `choice: no`.
@Suite("Plans that are no choice")
struct NotAChoiceTests {
  /// Earns for free, so that by its figures it would be recommended above all.
  private func shop() throws -> Desk {
    let desk = try Desk()
    desk.perform("strategy stolen { choice = no; products.*.elasticity = 0; products.lamp.price = 90 USD }")
    desk.perform("set cash.budget = 50k")
    #expect(desk.complaint.isEmpty, "\(desk.complaint)")
    return desk
  }

  @Test("it is shown beside the others, and nothing good is said of it, in either language", arguments: ["en", "zh"])
  func compared(language: String) throws {
    let desk = try shop()
    desk.perform("ui lang \(language); compare --paths 200")
    let parts = desk.shown.split(separator: "\n\n")
    let advice = try #require(parts.dropFirst().first).filter { !$0.isWhitespace }
    #expect(desk.shown.contains("stolen"))
    #expect(advice.contains(language == "en" ? "stolenisnotachoice" : "stolen不算选项"), "\(advice)")
    #expect(!advice.contains("stolenearns") && !advice.contains("stolenissafe"), "\(advice)")
  }

  @Test("data tell it apart, and name it neither the one that earns most nor the safest nor the contender")
  func asData() throws {
    let desk = try shop()
    desk.perform("compare --paths 200 --json")
    let answer = try desk.json()
    let strategies = try #require(answer["strategies"] as? [[String: Any]])
    let stolen = try #require(strategies.first { $0["strategy"] as? String == "stolen" })
    #expect(stolen["recommendation"] as? String == "not_a_choice")
    for key in ["earning", "safest"] {
      let names = try #require(answer[key] as? [String])
      #expect(!names.isEmpty && !names.contains("stolen"), "\(names)")
    }
    let verdict = try #require(answer["verdict"] as? [String: Any])
    #expect(verdict["contender"] as? String != "stolen")
    let dominance = try #require(answer["dominance"] as? [[String: String]])
    #expect(dominance.allSatisfy { $0["over"] != "stolen" })
  }

  @Test("alone it gets no verdict but that, and what is best of it is none either")
  func alone() throws {
    let desk = try shop()
    desk.perform("run 200 of stolen")
    #expect(desk.shown.contains("Not a choice: it is shown only for comparison, never recommended."), "\(desk.shown)")
    desk.perform("optimize ads.meta.budget 5..60 maximize p50 gain --tries 4 --paths 200 --strategy stolen")
    #expect(desk.shown.contains("Compared with not starting") && desk.shown.contains("not a choice"), "\(desk.shown)")
    desk.perform("compare stolen stolen2 --paths 100")
    desk.perform("strategy stolen2 from stolen { cash.budget = 60k }; compare stolen stolen2 --paths 100")
    let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("stolen and stolen2 are not choices: they are shown only for comparison, never recommended."),
      "\(words)")
  }

  @Test(
    "bundled strategies that show a mistake are none",
    arguments: [
      ("pet-feeder", "uninsured"), ("eu-with-vat", "vat_forgotten"), ("dispute-ladder", "excessive_no_hold"),
    ])
  func bundled(file: String, strategy: String) throws {
    let desk = try Desk(loaded: false)
    desk.perform("load \(bundledScenarios)\(file).yaml")
    #expect(desk.session.scenario.isChoice)
    #expect(desk.session.scenario(under: strategy)?.isChoice == false)
  }
}
