import Analysis
import Commands
import Language
import Reports
import Simulation
import Statistics
import Testing

@Suite("How sure an answer is, in words")
struct PrecisionDisplayTests {
  @Test("ruin is said with its interval, money with both ends of its own")
  func intervals() throws {
    let desk = try Desk()
    desk.perform("run 400 --seed 3 --set cash.budget=600")
    let summary = try #require(desk.session.lastRun?.summary)
    #expect(summary.ruin.estimate > 0 && summary.ruin.estimate < 1)
    let lines = desk.shown.split(separator: "\n").map(String.init)
    let out = try #require(lines.first { $0.contains("run out of money ") && $0.contains("–") })
    #expect(out.firstMatch(of: #/x +\d+  run out of money +\d+–\d+/#) != nil, "\(out)")
    let gain = try #require(lines.firstIndex { $0.contains("Gain, 3 months") })
    #expect(lines[gain - 1].contains("bad case") && lines[gain - 1].contains("averages"))
    #expect(lines[gain].matches(of: #/[−+]?[\d,]+ ± [\d,]+/#).count == 3, "\(lines[gain])")
    for line in lines { #expect(line.displayWidth <= 80, "\(line)") }
  }

  @Test("of too few worlds the figures have no error, and no sentence tells more than they can")
  func fewWorlds() throws {
    let desk = try Desk()
    desk.perform("run 3")
    let line = try #require(desk.shown.split(separator: "\n").first { $0.contains("Gain, 3 months") })
    #expect(!line.contains("±") && desk.shown.contains("Too few worlds for a verdict."), "\(desk.shown)")
  }
}
