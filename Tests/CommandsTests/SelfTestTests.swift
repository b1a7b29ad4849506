import Commands
import Foundation
import Language
import PtySupport
import Testing

@Suite("The program checks itself")
struct SelfTestTests {
  @Test("where all is right every answer says how that is known, and a report can be pasted")
  func right() throws {
    let desk = try Desk(loaded: false)
    desk.session.surroundings.version = "1.2.3"
    #expect(desk.perform("selftest") == .done, "\(desk.shown)")
    #expect(desk.shown.contains("1.2.3") && desk.shown.contains("Nothing is wrong here."))
    #expect(!desk.shown.contains("WRONG"))
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
    desk.perform("selftest --json")
    let json = try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any]
    #expect(json?["wrong"] as? Int == 0 && (json?["checks"] as? [Any])?.count == 10)
    #expect(desk.folder.names().filter { $0.contains("trial") } == [])
  }

  @Test("what is wrong ends with 3, after the whole report")
  func wrong() throws {
    let desk = try Desk(loaded: false)
    desk.session.surroundings.directory = desk.folder.path("nowhere")
    #expect(desk.perform("selftest") == .failed(exitCode: 3))
    #expect(desk.shown.contains("WRONG") && desk.shown.contains("Wrong answers: 1 of 10."))
    #expect(desk.complaint.hasPrefix("selftest failed; wrong answers: 1 of 10"))
  }

  @Test("a terminal that draws characters wider or narrower than tables count is found")
  func glyphs() throws {
    let desk = try Desk(loaded: false)
    desk.session.surroundings.cells = { $0.displayWidth }
    #expect(desk.perform("selftest") == .done)
    desk.session.surroundings.cells = { $0.unicodeScalars.count }
    #expect(desk.perform("selftest") == .failed(exitCode: 3))
    #expect(desk.shown.contains("破产概率 takes 4 cells, not 8"))
  }
}
