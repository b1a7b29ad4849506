import Commands
import Testing

/// What is wrong is told with what is near.
@Suite("Near misses")
struct NearMissTests {
  @Test(
    "a name that is not there is answered by those of its own kind",
    arguments: [
      ("whatif suppliers.zz closed for 21 days", "suppliers.yiwu"),
      ("whatif suppliers.yuwi closed for 21 days", "nearest: suppliers.yiwu"),
      ("set ads.*.budgt 5", "nearest: ads.*.budget"), ("whatif suppliers.*.capcity 5", "nearest: suppliers.*.capacity"),
    ])
  func nearest(line: String, help: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.complaint.contains(help), "\(desk.complaint)")
  }

  @Test("behind a number of worlds no strategy is hinted at")
  func hint() throws {
    let desk = try Desk()
    #expect(desk.session.hint(after: "run 5 ") == "[as NAME]")
    #expect(desk.session.hint(after: "run lean ").hasPrefix("[WORLDS"))
    #expect(desk.session.hint(after: "run ").hasPrefix("[STRATEGY]"))
  }
}
