import Analysis
import Commands
import Foundation
import Language
import Simulation
import Statistics
import Testing

@Suite("Walks through worlds")
struct WorldsTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try #require(desk.perform("run 200 --set cash.budget=600") == .done)
    return desk
  }

  @Test("the seven places, from worst to best, each world once, with its end and what happened")
  func places() throws {
    let desk = try desk()
    #expect(desk.perform("worlds") == .done, "\(desk.complaint)")
    for place in WorldPlace.allCases { #expect(desk.shown.contains(place.rawValue), "\(desk.shown)") }
    desk.perform("worlds --csv")
    let rows = desk.data.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",") }
    let outcome = try #require(desk.session.lastRun?.summary?.outcome)
    #expect(rows.map { Int($0[1]) } == WorldPlace.allCases.map { outcome.world(at: $0) })
    let gains = rows.compactMap { Double($0[3]) }
    #expect(gains == gains.sorted() && gains.count == 7)
    #expect(desk.perform("run 3; worlds --json") == .done)
    let answer = try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any]
    #expect(
      (answer?["worlds"] as? [[String: Any]])?.map { $0["label"] as? String } == [
        "worst p5 p25", "median p75 p95", "best",
      ])
  }

  @Test("a world is walked through month by month, by place or number; where it has ended it is closed")
  func walk() throws {
    let desk = try desk()
    let summary = try #require(desk.session.lastRun?.summary)
    #expect(desk.perform("worlds median") == .done && desk.shown.contains("World \(summary.medianWorld)"))
    desk.perform("worlds median --json")
    let byPlace = desk.data
    desk.perform("worlds \(summary.medianWorld) --json")
    #expect(desk.data == byPlace && !byPlace.isEmpty)
    try #require(desk.perform("run 200 --set cash.budget=100") == .done)
    let ruined = try #require(desk.session.lastRun?.summary?.outcome.ruinDay.firstIndex { $0 >= 0 && $0 < 31 })
    #expect(desk.perform("worlds \(ruined)") == .done)
    #expect(desk.shown.contains("M2 to M3") && desk.shown.contains("closed") && desk.shown.contains("out of money"))
    #expect(!desk.shown.contains("M3 Mar"), "\(desk.shown)")
    #expect(desk.perform("explain worst") == .done && desk.shown.contains("worst · World"))
  }

  @Test("the neighbours of a place or of a gain stand in order around it")
  func near() throws {
    let desk = try desk()
    let outcome = try #require(desk.session.lastRun?.summary?.outcome)
    let order = outcome.finalWorth.indices.sorted {
      (outcome.finalWorth[$0], $0) < (outcome.finalWorth[$1], $1)
    }
    desk.perform("worlds near p25 --csv")
    let worlds = desk.data.split(separator: "\r\n").dropFirst().map {
      Int($0.split(separator: ",", omittingEmptySubsequences: false)[1])
    }
    let rank = WorldPlace.p25.rank(of: 200)
    #expect(worlds == order[(rank - 3)...(rank + 3)].map { $0 })
    #expect(desk.perform("worlds near -500") == .done && desk.perform("worlds near worst") == .done)
  }

  @Test(
    "what is no place and no world is refused", arguments: ["worlds foo", "worlds 200", "worlds near", "worlds near x"])
  func refused(line: String) throws {
    let desk = try desk()
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.findings.first?.help?.isEmpty == false)
  }
}
