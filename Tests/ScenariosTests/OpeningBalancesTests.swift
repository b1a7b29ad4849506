import Language
import Testing

@testable import Scenarios

/// `opening:`, what a running business has on its way (model 17), as it is read, written and refused.
@Suite("What a business begins with")
struct OpeningBalancesTests {
  private static let shop = smallShop.replacing(
    "  meta: {budget", with: "  meta: {opens: -30, budget"
  ).replacing(
    "yiwu: {unit_cost: 9 USD}",
    with: "yiwu: {unit_cost: 9 USD}\n      depot: {unit_cost: 8, own_stock: {order_quantity: 20}}"
  ).replacing("yiwu: {}", with: "yiwu: {}\n  depot: {}")

  private static let whole = """
    opening:
      payouts:
        - due: 2027-06-02
          amount: 150 USD
        - due: 2027-06-04
          amount: 80 to 120 USD
      reserves:
        - until: 2027-06-10
          amount: 25 USD
      holds:
        - store: shop
          until: 2027-06-16
          withheld: 200 USD
          share: 50 %
      deductions:
        - amount: 35 USD
      owed:
        - to: suppliers.yiwu
          due: 2027-06-05
          amount: 160 USD
        - to: state
          due: 2027-07-01
          amount: 75 USD
      orders:
        - product: lamp
          ordered: 2027-05-25
          count: 20 orders
          delivered: no
          value: 40 USD per order
        - product: lamp
          ordered: 2027-05-30
          count: 3 orders
          taken: no
      disputes:
        - on: 2027-05-15
          count: 2 chargebacks
          open: 1 chargeback
          value: 40 USD per order
      stock:
        - offer: products.lamp.offers.depot
          units: 120 units
          unit_cost: 9 USD per unit
      arriving:
        - offer: products.lamp.offers.depot
          units: 200 units
          on: 2027-06-20
          unit_cost: 9 USD per unit
      reputation:
        bad: 3 %
        orders: 180 orders
      ads:
        meta:
          adstock: 12 USD per day
          creative_age: 9 days

    """

  private func shop(_ opening: String) -> String { Self.shop + opening }

  @Test("it is read, and written as it is read") func roundTrip() throws {
    let file = try read(shop(Self.whole))
    let opening = file.scenario.opening
    #expect(opening.payouts.map(\.amount)[0] == 150)
    #expect(opening.orders.map(\.delivered) == [false, nil] && opening.orders.map(\.isTaken) == [true, false])
    #expect(opening.ads["meta"]?.creativeAge == 9)
    let written = file.scenario.yaml(strategies: [])
    #expect(written.contains(Self.whole))
    #expect(try read(written).scenario == file.scenario)
  }

  @Test("every number of it may be a range, and has a path by its place") func ranges() throws {
    let scenario = try read(shop(Self.whole)).scenario
    #expect(scenario.uncertain.keys.sorted() == ["opening.payouts.2.amount"])
    let slot = try #require(scenario.slot("opening.payouts.2.amount"))
    #expect(slot.get(scenario) != nil && scenario.slot("opening.payouts.3.amount") == nil)
    let changed = scenario.assigning(.number(90), to: slot)
    #expect(changed.opening.payouts[1].amount == 90 && changed.uncertain.isEmpty)
    let numbers = scenario.slots.filter { $0.path.hasPrefix("opening.") && $0.info.kind.isNumber }
    #expect(numbers.count == 25 && numbers.allSatisfy { !$0.info.isCertain })
  }

  @Test("a shop without it is written without a word of it") func none() throws {
    let scenario = try read(smallShop).scenario
    #expect(scenario.opening.isEmpty && !scenario.yaml(strategies: []).contains("opening"))
  }

  @Test(
    "what contradicts the rest is refused, with the place",
    arguments: [
      ("{payouts: [{due: 2027-05-31, amount: 5}]}", "2027-05-31 is before the first day, 2027-06-01"),
      ("{reserves: [{until: 2027-05-01, amount: 5}]}", "2027-05-01 is before the first day, 2027-06-01"),
      ("{payouts: [{store: shp, due: 2027-06-02, amount: 5}]}", "no such store: shp"),
      ("{payouts: [{payments: card, due: 2027-06-02, amount: 5}]}", "no such payment method: card"),
      ("{payouts: [{due: 2027-06-02, amount: -5}]}", "opening.payouts.1.amount: out of range"),
      ("{payouts: [{due: 2027-06-02}]}", "opening.payouts.1.amount is missing"),
      (
        "{holds: [{until: 2027-06-02, withheld: 5}, {until: 2027-06-03, withheld: 5}]}",
        "a store can have only one hold at a time"
      ),
      ("{owed: [{to: yiwu, due: 2027-06-02, amount: 5}]}", "neither a supplier nor another creditor is called yiwu"),
      (
        "{orders: [{product: lamp, ordered: 2027-06-01, count: 5}]}",
        "2027-06-01 is not before the first day, 2027-06-01"
      ),
      ("{orders: [{product: lmp, ordered: 2027-05-01, count: 5}]}", "no such product: lmp"),
      ("{orders: [{product: lamp, ordered: 2027-05-01, count: 5, supplier: x}]}", "x does not supply lamp"),
      (
        "{orders: [{product: lamp, ordered: 2027-05-01, count: 5, taken: no, delivered: no}]}",
        "orders that no supplier has taken cannot have been delivered"
      ),
      (
        "{orders: [{product: lamp, ordered: 2027-05-01, count: 5, taken: no, supplier: yiwu}]}",
        "orders that no supplier has taken cannot name a supplier"
      ),
      (
        "{orders: [{product: lamp, ordered: 2027-05-01, count: 5, claim: 9}]}",
        "shop's payouts come a fixed number of days after the order, so their dates are already known"
      ),
      ("{disputes: [{on: 2027-05-01, count: 1, open: 2}]}", "more chargebacks are open than have arrived"),
      ("{disputes: [{on: 2027-06-09, count: 1}]}", "2027-06-09 is not before the first day, 2027-06-01"),
      (
        "{stock: [{offer: products.lamp.offers.yiwu, units: 5, unit_cost: 2}]}",
        "products.lamp.offers.yiwu is not sold from your own stock"
      ),
      ("{stock: [{offer: lamp, units: 5, unit_cost: 2}]}", "no such offer: lamp"),
      ("{reputation: {bad: 3 %}}", "\"bad\" and \"orders\" must be given together"),
      ("{ads: {tiktok: {adstock: 3}}}", "no such channel: tiktok"),
      ("{ads: {meta: {preset: meta}}}", "preset"),
      ("{loans: []}", "no such parameter: opening.loans"),
    ])
  func refused(opening: String, message: String) {
    let found = findings(shop("opening: \(opening)\n"))
    #expect(
      found.count == 1 && found.first?.message.contains(message) == true, "\(told(shop("opening: \(opening)\n")))")
    #expect(found.first?.place != nil)
  }

  @Test("what opens only later has nothing on its way") func later() {
    let text = Self.shop.replacing("shop: {conversion: 2 %}", with: "shop: {conversion: 2 %, opens: 5}")
      .replacing("opens: -30", with: "opens: 9")
    let found = findings(text + "opening: {payouts: [{due: 2027-06-08, amount: 5}], ads: {meta: {adstock: 3}}}\n")
    #expect(
      found.map(\.message) == [
        "stores.shop opens only after the first day", "ads.meta opens only after the first day",
      ])
  }

  @Test("both ways to begin with stock are one too many") func stockTwice() {
    let text = Self.shop.replacing("order_quantity: 20", with: "order_quantity: 20, opening_units: 5")
    let found = findings(
      text + "opening: {stock: [{offer: products.lamp.offers.depot, units: 5, unit_cost: 2}]}\n")
    #expect(found.count == 1 && found[0].message.contains("are bought on the first day, in addition to this stock"))
  }

  @Test("in a file it is written anew, and the rest stays as it is") func rewriting() throws {
    let text = "# My shop.\n" + Self.shop + Self.whole + "# The end.\n"
    let source = Source(name: "shop.yaml", text: text)
    var scenario = try read(text).scenario
    scenario.opening.payouts.removeLast()
    scenario.uncertain = [:]
    scenario.cash.budget = 900
    let result = try ScenarioFile.rewritten(source, as: scenario, [], columns: noColumns)
    #expect(result.contains("# My shop.") && result.contains("# The end.") && result.contains("budget: 900 USD"))
    #expect(!result.contains("80 to 120"))
    #expect(try read(result).scenario == scenario)
    scenario.opening = OpeningBalances()
    let without = try ScenarioFile.rewritten(source, as: scenario, [], columns: noColumns)
    #expect(!without.contains("opening:"))
    let again = try ScenarioFile.rewritten(
      Source(name: "shop.yaml", text: Self.shop), as: try read(shop(Self.whole)).scenario, [], columns: noColumns)
    #expect(again == Self.shop + Self.whole)
  }
}
