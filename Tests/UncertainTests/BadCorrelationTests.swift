import Commands
import Language
import Testing

@Suite("A correlation that cannot be is refused at its place")
struct BadCorrelationTests {
  @Test(
    "unknown, certain and repeated parameters, and numbers that are none",
    arguments: [
      (
        "ads.meta.cpc, ads.tiktok.cpc: 0.6",
        """
        shop.yaml:27:17: error: no such parameter: ads.tiktok.cpc
            ads.meta.cpc, ads.tiktok.cpc: 0.6
                          ^^^^^^^^^^^^^^
        """
      ),
      (
        "ads.meta.cpc, products.lamp.price: 0.6",
        """
        shop.yaml:27:17: error: products.lamp.price is the same in every world
            ads.meta.cpc, products.lamp.price: 0.6
                          ^^^^^^^^^^^^^^^^^^^
          give it a range, or remove it here
        """
      ),
      (
        "ads.meta.cpc, ads.meta.cpc: 0.6",
        """
        shop.yaml:27:3: error: two different parameters are needed
            ads.meta.cpc, ads.meta.cpc: 0.6
            ^^^^^^^^^^^^^^^^^^^^^^^^^^
          for example: ads.meta.cpc, ads.tiktok.cpc: 0.6
        """
      ),
      (
        "ads.meta.cpc, cash.budget: 1.6",
        """
        shop.yaml:27:30: error: expected a correlation between -1 and 1
            ads.meta.cpc, cash.budget: 1.6
                                       ^^^
          for example: 0.6, or, if their extreme values also tend to come together: crash together 0.6
        """
      ),
      (
        "ads.meta.cpc, cash.budget: strong",
        """
        shop.yaml:27:30: error: expected a correlation between -1 and 1
            ads.meta.cpc, cash.budget: strong
                                       ^^^^^^
          for example: 0.6, or, if their extreme values also tend to come together: crash together 0.6
        """
      ),
      (
        "ads.meta.cpc, cash.budget:",
        """
        shop.yaml:27:3: error: how strongly do these move together?
            ads.meta.cpc, cash.budget:
            ^^^^^^^^^^^^^^^^^^^^^^^^^
          for example: ads.meta.cpc, ads.tiktok.cpc: 0.6
        """
      ),
      (
        "ads.meta.cpc, stores.shop.conversion: 0.6",
        """
        shop.yaml:27:17: error: stores.shop.conversion is the same as stores.shop.commission
            ads.meta.cpc, stores.shop.conversion: 0.6
                          ^^^^^^^^^^^^^^^^^^^^^^
          here, write: stores.shop.commission
        """
      ),
    ])
  func refused(line: String, expected: String) {
    let shop = Shop(
      [
        "ads.meta.cpc": "0.60 to 1.40", "cash.budget": "2k to 8k", "stores.shop.commission": "1 to 4 %",
        "stores.shop.conversion": "same as stores.shop.commission",
      ], blocks: "correlations:\n  \(line)\n")
    #expect(Desk(shop).complaints == expected)
  }

  @Test(
    "a pair without its number does not join the next row",
    arguments: [
      "  ads.meta.cpc, cash.budget:\n  stores.shop.commission, cash.budget: 0.5\n",
      "  ads.meta.cpc:\n  stores.shop.commission, cash.budget: 0.5\n",
      "  'ads.meta.cpc, cash.budget' : ~\n  stores.shop.commission, cash.budget: 0.5\n",
    ])
  func missing(rows: String) {
    let shop = Shop(
      ["ads.meta.cpc": "0.60 to 1.40", "cash.budget": "2k to 8k", "stores.shop.commission": "1 to 4 %"],
      blocks: "correlations:\n\(rows)")
    let desk = Desk(shop)
    #expect(desk.findings.map(\.message) == ["how strongly do these move together?"])
    #expect(desk.findings.first?.place?.line == 27)
  }

  @Test("between braces names may stand alone before the number")
  func braces() {
    let shop = Shop(
      ["ads.meta.cpc": "0.60 to 1.40", "cash.budget": "2k to 8k", "stores.shop.commission": "1 to 4 %"],
      blocks: "correlations: {ads.meta.cpc, cash.budget, stores.shop.commission: 0.5}\n")
    #expect(Desk(shop).complaints.isEmpty)
  }
}
