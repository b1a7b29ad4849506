import Analysis
import Commands
import Language
import PtySupport
import Scenarios
import Simulation
import Testing

@Suite("Every spelling of a range draws what was typed")
struct SpellingTests {
  @Test("ten thousand worlds of a scenario follow the law in closed form, around the plan", arguments: Spelling.all)
  func drawn(_ spelling: Spelling) throws {
    let scenario = try spelling.shop.scenario(columns: Spelling.columns)
    let draws = try Draws(scenario)
    #expect(draws.paths == [spelling.path])
    let values = try draws.values(spelling.path)
    #expect(kolmogorov(values, spelling.law.cdf) < 1.95)
    // Whole numbers are planned as the nearest one.
    let rounding = spelling.isWhole ? 0.5 : 0
    #expect(abs(mean(values) - (try spelling.planned(in: scenario))) < 4.5 * deviation(values) / 100 + rounding)
  }

  @Test("set and --set draw the same numbers as the file", arguments: Spelling.all)
  func sameThroughAllDoors(_ spelling: Spelling) throws {
    let inFile = try Draws(try spelling.shop.scenario(columns: Spelling.columns), worlds: 64).values(spelling.path)
    let desk = Desk(spelling.plainShop)
    desk.folder.write(Spelling.csv.utf8, to: "past.csv")

    try desk.succeed("run 64 --set '\(spelling.path) = \(spelling.text)'")
    #expect(desk.session.lastRun?.summary?.outcome.drawn(0) == inFile)
    try desk.succeed("set \(spelling.path) = \(spelling.text)")
    try desk.succeed("run 64")
    #expect(desk.session.lastRun?.summary?.outcome.drawn(0) == inFile)
  }
}
