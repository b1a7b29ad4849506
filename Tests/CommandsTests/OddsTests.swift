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

  /// Sent from China with duty 4 to 9 of 100, from near 15 to 19, with buyers who search 31 to 42: so the closed form, which
  /// knows no learning, no tired ads and no delivery; the shops, which do, lie up to two fifths below.
  @Test(
    "the shops of the pool, and the others of their table, have the odds of their kind",
    arguments: [
      ("duty-free-end", 0.04...0.09), ("small-appliances", 0.024...0.09), ("tiktok-impulse", 0.04...0.09),
      ("eu-with-vat", 0.024...0.1), ("camping-gear", 0.09...0.19), ("hybrid-stock", 0.09...0.22),
      ("craft-tools", 0.18...0.42), ("amazon-local", 0.31...0.5),
    ])
  func kinds(name: String, odds: ClosedRange<Double>) throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("load \(bundledScenarios)\(name).yaml; breakeven --json") == .done, "\(desk.complaint)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
    let rows = try #require(answer["rows"] as? [[String: Any]])
    let chance = try #require(rows[0]["chance"] as? Double)
    #expect(odds.contains(chance), "\(chance)")
  }

  private func expectKnown(_ desk: Desk, _ line: String) throws {
    #expect(desk.perform(line + " --json") == .done, "\(desk.complaint)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
    let rows = try #require(answer["rows"] as? [[String: Any]])
    let chance = try #require(rows[0]["chance"] as? Double)
    #expect((0.04...0.09).contains(chance), "\(line): \(chance)")
  }
}
