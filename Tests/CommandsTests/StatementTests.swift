import Commands
import PtySupport
import Testing

/// What a profit and loss statement leaves out stands below it.
@Suite("Below the statement")
struct StatementTests {
  @Test(
    "what unsold stock loses at the end is no cost of net profit, and told",
    arguments: ["show pnl", "show pnl averages"])
  func unsold(line: String) throws {
    let desk = try Desk()
    let stocked = smallShop.replacing(
      "yiwu: {unit_cost: 11 USD}",
      with: "yiwu: {unit_cost: 11 USD, own_stock: {opening_units: 900, order_quantity: 1, leftover_share: 40 %}}")
    desk.folder.write(stocked.replacing("3000 USD", with: "30000 USD").utf8, to: "stocked.yaml")
    desk.perform("load stocked.yaml; run 60")
    #expect(desk.perform(line) == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("that unsold stock loses at the end"), "\(desk.shown)")
    desk.perform("load shop.yaml; run 60; \(line)")
    #expect(!desk.shown.contains("unsold"), "\(desk.shown)")
  }

  @Test("averages say that they know no winner, where products are tested")
  func averages() throws {
    let desk = try Desk(loaded: false)
    desk.perform("load \(bundledScenarios)first-store.yaml; run 40; show pnl averages")
    #expect(desk.shown.contains("every tested product is an average one"), "\(desk.shown)")
    desk.perform("show pnl")
    #expect(!desk.shown.contains("an average one"))
    desk.perform("run 40")
    let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(#/A tested product is kept in .*; a product is kept and the shop makes a profit in /#),
      "\(words)")
  }
}
