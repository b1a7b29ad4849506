import Commands
import PtySupport
import Testing

@Suite("Correlations as they are told")
struct CorrelationTests {
  private func load(_ correlations: String...) throws -> Desk {
    let desk = try Desk()
    let text = smallShop.replacing("cpc: 0.50 USD", with: "cpc: 0.40 to 0.90 USD")
      .replacing("conversion: 3 %", with: "conversion: 2 to 4 %")
      .replacing("budget: 3000 USD", with: "budget: 2000 to 4000 USD")
    let block = "correlations:\n" + correlations.map { "  \($0)\n" }.joined()
    desk.folder.write((text + block).utf8, to: "unsure.yaml")
    desk.perform("load unsure.yaml")
    return desk
  }

  @Test("correlations that could not all hold are told when loaded, and not again")
  func repaired() throws {
    let desk = try load(
      "ads.meta.cpc, stores.shop.conversion: 0.9", "ads.meta.cpc, cash.budget: 0.9",
      "stores.shop.conversion, cash.budget: -0.9")
    let told = { desk.notices.filter { $0.hasPrefix("these correlations contradict each other") } }
    #expect(told().count == 1 && told().first?.contains("0.9 became 0.") == true, "\(desk.complaint)")
    desk.perform("run 20")
    #expect(told().isEmpty)
    desk.perform("show ads.meta.cpc")
    #expect(told().isEmpty)
  }

  @Test("correlations that hold are not worth a word")
  func sound() throws {
    let desk = try load("ads.meta.cpc, stores.shop.conversion: -0.4")
    #expect(desk.findings.isEmpty && desk.notices.isEmpty)
  }

  @Test("the same pair given twice is a finding, in whichever order")
  func twice() throws {
    let desk = try load(
      "ads.meta.cpc, stores.shop.conversion: 0.4", "stores.shop.conversion, ads.meta.cpc: 0.5")
    #expect(desk.complaint.contains("is given twice"))
    #expect(desk.findings.count == 1)
  }
}
