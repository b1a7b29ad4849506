import Analysis
import Commands
import Foundation
import Language
import PtySupport
import Reports
import Scenarios
import Simulation
import Statistics
import Testing

/// What `run` shows fits a screen, whatever is run.
@Suite("The screen of a run")
struct RunScreenTests {
  private static let scenarios =
    ((try? FileManager.default.contentsOfDirectory(atPath: bundledScenarios)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test("every bundled scenario's run has at most 40 lines, none wider than the screen", arguments: scenarios)
  func fortyLines(name: String) throws {
    let desk = try Desk(interactive: true, loaded: false)
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path("scenarios"), withDestinationPath: bundledScenarios)
    try #require(desk.perform("load scenarios/\(name); run 160") == .done, "\(desk.complaint)")
    let run = try #require(desk.session.lastRun)
    // Below the answer stand a blank line, a heading and at most three commands.
    let advice = 5
    for tongue in [Tongue.english, .chinese] {
      for width in [80, 120] {
        for glyphs in [Surface.Glyphs.unicode, .ascii] {
          let text = tongue.speaking {
            run.document(title: "#1", glyphs: glyphs).rendered(on: Surface(width: width, rows: 40, glyphs: glyphs))
          }
          let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          #expect(lines.count + advice <= 40, "\(name), \(width): \(lines.count)\n\(text)")
          for line in lines { #expect(String(line).displayWidth <= width, "\(line)") }
        }
      }
    }
  }

  /// What one answer says of 100 worlds, read from its text.
  private struct Shown {
    let out: Int
    let loss: Int
    let profit: Int
    let signs: String

    init(_ text: String) throws {
      let rows = text.split(separator: "\n").map(String.init)
      let counts = try ["x", "o", "+"].map { sign in
        let row = try #require(rows.first { $0.contains("  \(sign)  ") && $0.hasPrefix("  ") }, "\(text)")
        let words = row.split(separator: " ").map(String.init)
        let place = try #require(words.lastIndex(of: sign))
        return try #require(Int(words[place + 1]))
      }
      (out, loss, profit) = (counts[0], counts[1], counts[2])
      signs = rows.filter { $0.hasPrefix("  ") && $0.dropFirst(2).prefix(10).allSatisfy { "xo+".contains($0) } }
        .map { $0.dropFirst(2).prefix(21).filter { $0 != " " } }.joined()
    }
  }

  @Test(
    "over 2,000 random pairs of outcomes the counts sum to 100 and never contradict the verdict, in either language",
    arguments: [Tongue.english, .chinese])
  func counts(tongue: Tongue) throws {
    let scenario = try Desk().session.scenario
    let plan = Program(scenario, seed: 1).plan()
    for pair in 0..<2_000 {
      for outcome in RandomOutcomes.pair(pair) {
        let summary = Summary(outcome)
        let record = RunRecord(
          scenario: scenario, strategy: "base", seed: 1, fingerprint: "", summary: summary, plan: plan)
        let outlook = Outlook(summary)
        let shares = outlook.ending
        let text = tongue.speaking {
          Document(
            [.paragraph(outlook.verdict("USD", NumberFormat())), .blank]
              + record.endingBlocks(.unicode).prefix(1)
          ).rendered(on: Surface(width: 80))
        }
        let shown = try Shown(text)
        #expect(shown.out + shown.loss + shown.profit == 100, "\(text)")
        #expect(shown.signs.count == 100, "\(text)")
        for (sign, count) in [("x", shown.out), ("o", shown.loss), ("+", shown.profit)] {
          #expect(shown.signs.count { String($0) == sign } == count, "\(text)")
        }
        #expect(shares.all.map(\.successes).reduce(0, +) == outcome.paths)
        switch outlook.recommendation {
        case .doNotStart: #expect(shown.profit <= 50 && shares.profit.estimate < 0.5, "\(text)")
        case .worthATry: #expect(shown.profit >= 50 && shown.out <= 10, "\(text)")
        case .mayBreak: #expect(shown.profit >= 50, "\(text)")
        case .coinToss: #expect(shares.profit.interval(confidence: 0.95).contains(0.5), "\(text)")
        case .tooFewWorlds: Issue.record("these are 160 worlds")
        case .notAChoice: Issue.record("nothing takes the choice away")
        }
        let refusal = tongue == .english ? "Do not start" : "别这样开店"
        #expect(text.contains(refusal) == (outlook.recommendation == .doNotStart), "\(text)")
      }
    }
  }

  @Test("the signs are counted by the three endings, and the kinds of ruin told apart")
  func kinds() throws {
    let desk = try Desk()
    desk.perform("run 100 --set cash.budget=50")
    let summary = try #require(desk.session.lastRun?.summary)
    try #require(summary.starved.successes > 0 && summary.starved.successes < summary.ruin.successes)
    let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("overdrawn at the end of a day") && words.contains("there was no money left for ads"), "\(words)")
  }

  @Test("one world of a hundred that runs out is told as one, whichever way")
  func oneRuin() throws {
    let desk = try Desk()
    for (line, cause) in [
      ("run 100 --set cash.budget=600", "was overdrawn at the end of a day, beyond any credit line."),
      ("run 100 --set cash.budget=700 --seed 16", "had no money left for ads."),
    ] {
      desk.perform(line)
      let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("The one world that runs out \(cause)"), "\(words)")
    }
  }
}
