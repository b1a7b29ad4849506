import Analysis
import Commands
import Language
import Simulation
import Statistics
import Testing

@Suite("Pictures of all worlds of a run")
struct RunPlotTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try #require(desk.perform("run 300 --set cash.budget=600") == .done)
    return desk
  }

  @Test("the result is 100 signs in steps of round amounts, with each ending as often as run tells it")
  func result() throws {
    let desk = try desk()
    let summary = try #require(desk.session.lastRun?.summary)
    #expect(desk.perform("plot result") == .done, "\(desk.complaint)")
    let rows = desk.shown.split(separator: "\n").filter {
      $0.contains(" to ") || $0.contains("below ") || $0.contains("above ")
    }
    let signs = rows.joined().filter { "xo".contains($0) || $0 == "+" }
    #expect(rows.count >= 4 && rows.count <= 14, "\(desk.shown)")
    #expect(!signs.isEmpty)
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80) }
    desk.perform("plot result --csv")
    let counts = desk.data.split(separator: "\r\n").dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).suffix(3).map { Int($0) ?? 0 }
    }
    let sums = (0..<3).map { kind in counts.reduce(0) { $0 + $1[kind] } }
    #expect(sums.reduce(0, +) == 300 && sums[0] == summary.ruin.successes)
  }

  @Test("survival falls month by month to the worlds that are not out at the end")
  func survival() throws {
    let desk = try desk()
    let summary = try #require(desk.session.lastRun?.summary)
    #expect(desk.perform("plot survival of base") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("M1 Jan") && desk.shown.contains("M3 Mar"))
    desk.perform("plot survival --csv")
    let open = desk.data.split(separator: "\r\n").dropFirst().compactMap { Int($0.split(separator: ",")[1]) }
    #expect(open == open.sorted(by: >) && open.last == 300 - summary.ruin.successes - summary.quit.successes)
  }

  @Test("before a run, or of a strategy that has not been run, they say so")
  func nothing() throws {
    let desk = try Desk()
    #expect(desk.perform("plot result") == .failed(exitCode: 1))
    #expect(desk.perform("run 50; plot survival of lean") == .failed(exitCode: 1))
    #expect(desk.complaint == "lean has not been run\nwrite: run lean, or compare")
  }
}
