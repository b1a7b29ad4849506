import Language
import Testing

@testable import Scenarios

@Suite("The scorecard")
struct ScorecardTests {
  private func shop(_ supplier: String, scorecard: String = "") -> String {
    smallShop("yiwu: {}", with: "yiwu: {\(supplier)}") + scorecard
  }

  private func yiwu(_ supplier: String, scorecard: String = "") throws -> Supplier {
    try #require(try read(shop(supplier, scorecard: scorecard)).scenario.suppliers["yiwu"])
  }

  @Test("the weights, unless given, are 30, 25, 20 and 25 %, of those scores that are given")
  func score() throws {
    let full = try read(shop("scores: {quality: 80, logistics: 60, service: 70, price: 90}")).scenario
    #expect(abs((full.score(ofSupplier: "yiwu") ?? 0) - (24 + 15 + 14 + 22.5)) < 1e-9)
    let half = try read(shop("scores: {quality: 80, service: 30}")).scenario
    #expect(abs((half.score(ofSupplier: "yiwu") ?? 0) - (0.3 * 80 + 0.2 * 30) / 0.5) < 1e-9)
    #expect(try read(shop("")).scenario.score(ofSupplier: "yiwu") == nil)
  }

  @Test("weights that do not sum to 100 % are refused, others are taken")
  func weights() throws {
    let wrong = told(shop("", scorecard: "scorecard: {quality: 40 %}\n"))
    #expect(wrong.count == 1 && wrong[0].contains("sum to 110 % | make them sum to 100 %"), "\(wrong)")
    let text = shop("scores: {price: 40, quality: 80}", scorecard: "scorecard: {quality: 0, price: 55 %}\n")
    #expect(try read(text).scenario.score(ofSupplier: "yiwu") == 40)
  }

  @Test("the better the score, the fewer defects and failures and the shorter the handling")
  func monotone() throws {
    var before = try yiwu("scores: {quality: 0}")
    for score in stride(from: 10, through: 100, by: 10) {
      let now = try yiwu("scores: {quality: \(score)}")
      #expect(now.defectRate < before.defectRate && now.failureRate < before.failureRate)
      guard case .lognormal(let old, _) = before.handlingDays, case .lognormal(let new, _) = now.handlingDays else {
        Issue.record("handling is a lognormal")
        return
      }
      #expect(new < old)
      before = now
    }
  }

  @Test("at 70 they are typical, and ten points are a factor of e to the 0.25")
  func typical() throws {
    let typical = try yiwu("scores: {quality: 70}")
    #expect(typical.defectRate == 0.045 && typical.failureRate == 0.06)
    #expect(typical.handlingDays == .lognormal(median: 2, sigma: 0.5))
    // 0.045 · e^-0.25 = 0.03505.
    #expect(try yiwu("scores: {quality: 80}").defectRate == 0.035)
  }

  @Test("what the file or a preset gives is left alone, and so is a supplier without scores")
  func given() throws {
    let supplier = try yiwu("defect_rate: 1 %, scores: {quality: 20}")
    #expect(supplier.defectRate == 0.01 && supplier.failureRate > 0.06)
    #expect(try yiwu("preset: aliexpress, scores: {quality: 20}").defectRate == 0.045)
    #expect(try yiwu("").defectRate == 0)
  }

  @Test("what was made by scores is not written, and made again when read")
  func roundTrip() throws {
    for part in [
      "scores: {quality: 33}", "scores: {quality: 33}, defect_rate: 0 %", "scores: {price: 90}, capacity: 3",
    ] {
      let scenario = try read(shop(part)).scenario
      let text = scenario.yaml(strategies: [])
      #expect(!text.contains("failure_rate"))
      #expect(try read(text).scenario == scenario, "\(text)")
    }
  }

  @Test("rates follow a change of the scores unless they were changed themselves")
  func following() throws {
    let before = try read(shop("scores: {quality: 70}")).scenario
    var changed = before
    changed.suppliers["yiwu"]?.scores.quality = 80
    #expect(changed.rescored(since: before).suppliers["yiwu"]?.defectRate == 0.035)
    changed.suppliers["yiwu"]?.defectRate = 0.2
    #expect(changed.rescored(since: before).suppliers["yiwu"]?.defectRate == 0.2)
    changed.suppliers["yiwu"]?.scores = Scores()
    #expect(changed.rescored(since: before).suppliers["yiwu"]?.failureRate == 0)
    #expect(changed.rescored(since: before).suppliers["yiwu"]?.handlingDays == .fixed(0))
    #expect(before.rescored(since: before) == before)
  }

  @Test("a strategy may change scores")
  func strategy() throws {
    let text = shop("scores: {quality: 70}", scorecard: "strategies: {better: {suppliers.yiwu.scores.quality: 80}}\n")
    let better = try #require(try read(text).scenario(under: "better"))
    #expect(better.suppliers["yiwu"]?.defectRate == 0.035)
  }
}
