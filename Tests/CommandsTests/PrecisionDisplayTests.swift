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
    let ruin = try #require(lines.first { $0.contains("Runs out of money") })
    #expect(ruin.contains(" %   between ") && ruin.contains(" and ") && ruin.contains(" % (95 % sure)"))
    let cash = try #require(lines.firstIndex { $0.contains("Cash at the end ") })
    #expect(lines[cash - 1].contains("P5") && lines[cash - 1].contains("Mean") && lines[cash - 1].contains("Plan"))
    #expect(lines[cash + 1].contains("from (95 %)") && lines[cash + 2].hasPrefix("    to "))
    for (line, ends) in [(lines[cash + 1], \ClosedRange<Double>.lowerBound), (lines[cash + 2], \.upperBound)] {
      let end = try #require(summary.quantileInterval(summary.outcome.sample(.closingCash), 0.5))[keyPath: ends]
      #expect(line.contains(" " + NumberFormat().money(end)), "\(line)")
    }
    for line in lines { #expect(line.displayWidth <= 80, "\(line)") }
  }

  @Test("of too few worlds the table leaves gaps")
  func fewWorlds() throws {
    let desk = try Desk()
    desk.perform("run 3")
    let line = try #require(desk.shown.split(separator: "\n").first { $0.contains("from (95 %)") })
    #expect(line.contains("–"))
  }
}
