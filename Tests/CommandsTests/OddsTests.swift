import Commands
import Foundation
import Testing

/// How often a product that nobody has tried pays for its ads by first orders: 4 to 9 of 100, of shops that send from
/// China and pay duty. The closed form, and shops of other kinds, are in `UncertainTests/PresetTests`.
@Suite("The odds of a product that nobody has tried")
struct OddsTests {
  @Test("beginners' stores have those that are known", arguments: ["duty-free-end", "first-store"])
  func known(name: String) throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("load \(bundledScenarios)\(name).yaml") == .done, "\(desk.complaint)")
    try expectKnown(desk, "breakeven")
    // One product has the same odds as each of several.
    try expectKnown(desk, "breakeven of never_stops")
  }

  @Test("so has the store that new writes")
  func starter() throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("new my-store") == .done, "\(desk.complaint)")
    try expectKnown(desk, "breakeven")
    try expectKnown(desk, "breakeven of never_stops")
  }

  private func expectKnown(_ desk: Desk, _ line: String) throws {
    #expect(desk.perform(line + " --json") == .done, "\(desk.complaint)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
    let rows = try #require(answer["rows"] as? [[String: Any]])
    let chance = try #require(rows[0]["chance"] as? Double)
    #expect((0.04...0.09).contains(chance), "\(line): \(chance)")
  }
}
