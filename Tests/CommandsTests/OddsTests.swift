import Commands
import Foundation
import Testing

/// How often a product that nobody has tried pays for its ads by first orders: 4 to 9 of 100, of shops that send from
/// China and pay duty. The closed form, and shops of other kinds, are in `UncertainTests/PresetTests`.
@Suite("The odds of a product that nobody has tried")
struct OddsTests {
  @Test("the bundled beginner's store has those that are known")
  func known() throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("load \(bundledScenarios)duty-free-end.yaml") == .done, "\(desk.complaint)")
    #expect(desk.perform("breakeven --json") == .done, "\(desk.complaint)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
    let rows = try #require(answer["rows"] as? [[String: Any]])
    let chance = try #require(rows[0]["chance"] as? Double)
    #expect((0.04...0.09).contains(chance), "\(chance)")
  }
}
