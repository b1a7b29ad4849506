import Analysis
import Language
import Reports
import Simulation
import Statistics
import Testing

@Suite("Verdicts and the figures beside them")
struct VerdictWordsTests {
  @Test("over 2,000 random pairs of outcomes no claim contradicts the figures")
  func randomPairs() {
    var seen: Set<Verdict.Baseline> = []
    for pair in 0..<2_000 {
      let outcomes = RandomOutcomes.pair(pair)
      let verdict = Verdict(of: outcomes)
      seen.insert(verdict.baseline)
      let gains = outcomes.map { $0.gain.sorted() }
      let medians = gains.map { ($0[$0.count / 2 - 1] + $0[$0.count / 2]) / 2 }
      let means = gains.map { $0.reduce(0, +) / Double($0.count) }
      let ruin = outcomes.map { Double($0.ruinDay.count { $0 >= 0 }) / Double($0.paths) }
      let profit = gains.map { Double($0.count { $0 > 0 }) / Double($0.count) }
      // Worlds that run out of money are out, whatever is still owed to them.
      let earns = outcomes.map { outcome in
        Double(zip(outcome.gain, outcome.ruinDay).count { $0 > 0 && $1 < 0 }) / Double(outcome.paths)
      }
      for plan in verdict.notToStart { #expect(earns[plan] < 0.5) }
      switch verdict.baseline {
      case .none: #expect(medians.contains { $0 > 0 } && profit.contains { $0 > 0.5 })
      case .keep:
        #expect(medians.allSatisfy { $0 < 0 } && means.allSatisfy { $0 < 0 } && profit.allSatisfy { $0 < 0.5 })
        #expect(medians[verdict.contender] == medians.max())
      case .lottery: #expect(medians.allSatisfy { $0 < 0 } && means[verdict.contender] > 0)
      case .close: #expect(!verdict.outlooks.contains { $0.medianSign == .positive })
      }
      for claim in verdict.claims {
        switch claim {
        case .earnsMore(let plan): #expect(medians[plan] > 0 && profit[plan] > 0.5 && medians[plan] > medians[1 - plan])
        case .losesLess(let plan): #expect(medians[plan] < 0 && medians[plan] > medians[1 - plan])
        case .comesOutEven(let plan): #expect(medians[plan] > medians[1 - plan])
        case .gainTooClose(let plans, let allLose):
          #expect(plans == [0, 1] && (!allLose || medians.allSatisfy { $0 < 0 }))
        case .safer(let plan): #expect(ruin[plan] < ruin[1 - plan] && verdict.outlooks[plan].medianSign != .negative)
        case .runsOutLessOften(let plan): #expect(ruin[plan] < ruin[1 - plan] && medians[plan] < 0)
        case .ruinTooClose(let plans): #expect(plans == [0, 1])
        case .stillRunsOut(let plan): #expect(ruin[plan] > 0.5)
        }
      }
      for plan in [0, 1] where ruin[plan] > 0.5 && verdict.claims.contains(where: { $0 == .safer(plan) }) {
        #expect(verdict.claims.contains(.stillRunsOut(plan)))
      }
    }
    #expect(seen.count == 4)
  }

  /// What may not be said of a plan whose median loses, and what stands for the choice not to start.
  private struct Words: Sendable {
    let tongue: Tongue
    let praise: [String]
    let keeping: [String]
    let endOfSentence: Character
    let stillRunsOut: @Sendable (String) -> String
  }

  private static let languages = [
    Words(
      tongue: .english, praise: ["earns", "safe", "better than", "worth a try"],
      keeping: ["eeping the money"], endOfSentence: ".", stillRunsOut: { "Yet \($0) still runs out of money in " }),
    Words(
      tongue: .chinese, praise: ["赚得", "安全", "值得一试", "更好"], keeping: ["把钱留着"], endOfSentence: "。",
      stillRunsOut: { "但 \($0) 照样不保险：" }),
  ]

  private static let names = ["alpha", "beta"]

  @Test(
    "over 2,000 random pairs of outcomes no sentence contradicts the figures, in either language", arguments: [0, 1])
  func sentences(language: Int) {
    let words = Self.languages[language]
    words.tongue.speaking {
      for pair in 0..<2_000 {
        let outcomes = RandomOutcomes.pair(pair)
        let verdict = Verdict(of: outcomes)
        let text = VerdictWords(verdict, names: Self.names, currency: "USD", .unicode).all
        #expect(words.keeping.contains { text.contains($0) } == (verdict.baseline != .none), "\(text)")
        for (plan, outlook) in verdict.outlooks.enumerated() {
          let name = Self.names[plan]
          let ownSentences = text.split(separator: words.endOfSentence).filter {
            $0.contains(name) && !words.keeping.contains(where: $0.contains) && !$0.contains("Do not start")
          }
          if outlook.medianSign == .negative {
            for word in words.praise {
              #expect(!ownSentences.contains { $0.contains(word) && !$0.contains(Self.names[1 - plan]) }, "\(text)")
            }
          }
          let isPraised = verdict.claims.contains { $0.praised == plan }
          #expect(text.contains(words.stillRunsOut(name)) == (isPraised && outlook.ruin.estimate > 0.5), "\(text)")
          expectAgreement(outlook, words)
        }
      }
    }
  }

  /// What `run` says of one plan.
  private func expectAgreement(_ outlook: Outlook, _ words: Words) {
    let format = NumberFormat()
    let text = outlook.verdict("USD", format).map(\.text).joined()
    let profit = outlook.ending.profit.estimate
    switch outlook.recommendation {
    case .doNotStart: #expect(profit < 0.5, "\(text)")
    case .worthATry: #expect(profit > 0.5 && outlook.ruin.estimate <= 0.1, "\(text)")
    case .mayBreak: #expect(profit > 0.5, "\(text)")
    case .coinToss: #expect(outlook.ending.profit.interval(confidence: 0.95).contains(0.5), "\(text)")
    case .tooFewWorlds: Issue.record("these are 160 worlds")
    case .notAChoice: Issue.record("nothing takes the choice away")
    }
    let (out, loss, counted) = outlook.ending.ofHundred
    for count in [out, loss] where count > 1 && count < 100 { #expect(text.contains("\(count) "), "\(text)") }
    if outlook.recommendation == .doNotStart {
      if counted != 50, counted > 0 { #expect(text.contains("\(100 - counted) "), "\(text)") }
    } else if counted != 50, counted > 0, counted < 100 {
      #expect(text.contains("\(counted) "), "\(text)")
    }
    #expect((text.contains("lottery") || text.contains("彩票")) == outlook.isLottery, "\(text)")
  }

  @Test("worlds are counted of 100, and neither half, all nor none is said of what is only near it")
  func ofHundred() {
    func words(_ successes: Int, of trials: Int) -> String {
      Proportion(successes: successes, trials: trials).worlds(NumberFormat())
    }
    #expect(
      words(17, of: 100) == "17 of 100 worlds" && words(0, of: 10) == "no world" && words(10, of: 10) == "every world")
    #expect(words(1, of: 1000) == "fewer than 1 of 100 worlds" && words(999, of: 1000) == "more than 99 of 100 worlds")
    #expect(words(4980, of: 10_000) == "49.8 of 100 worlds" && words(1, of: 2) == "50 of 100 worlds")
  }
}
