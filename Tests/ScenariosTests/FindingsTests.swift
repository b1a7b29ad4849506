import Language
import Testing

@testable import Scenarios

@Suite("What is wrong with a scenario")
struct FindingsTests {
  @Test("the small shop of these tests is in order")
  func inOrder() {
    #expect(told(smallShop) == [])
  }

  @Test("a finding shows place, line, carets and the nearest name")
  func rendered() throws {
    let finding = try #require(findings(smallShop("budget: 20 USD", with: "bugdet: 20 USD")).last)
    #expect(
      finding.rendered() == """
        shop.yaml:13:10: error: no such parameter: ads.meta.bugdet
            meta: {bugdet: 20 USD per day, cpc: 0.80 USD}
                   ^^^^^^
          nearest: budget
        """)
  }

  @Test(
    "one wrong value, one finding at its place",
    arguments: [
      (
        "price: 35 USD", "price: 35 USD per click",
        "7:12: products.lamp.price: wrong unit: per click | for example: 40 USD per unit"
      ),
      ("price: 35 USD", "price: 35 km", "7:15: products.lamp.price: unexpected km | expected: USD/unit"),
      (
        "price: 35 USD", "price: 35 CHF",
        "7:12: no exchange rate is given for CHF | give fx: {CHF: {rate: …, volatility: …}}"
      ),
      (
        "price: 35 USD", "price: 30 USD to 40 EUR",
        "7:22: products.lamp.price: wrong currency: EUR, but this is in USD | convert it to USD; if the number is already "
          + "in this currency, write: 40 USD"
      ),
      (
        "price: 35 USD", "price: 35 %",
        "7:12: products.lamp.price: expected money, not a percentage | expected: USD/unit"
      ),
      (
        "price: 35 USD", "price: 0",
        "7:12: products.lamp.price: out of range | allowed: 0.01 USD per unit to 1000000 USD per unit"
      ),
      (
        "price: 35 USD", "price: nan",
        "7:12: products.lamp.price: expected a number, found nan | numbers look like 40 or 10,000 or 0.5 or 20k or 1e6"
      ),
      (
        "price: 35 USD", "price: .inf",
        "7:12: products.lamp.price: expected a number, found .inf | numbers look like 40 or 10,000 or 0.5 or 20k or 1e6"
      ),
      ("price: 35 USD", "price: 1e999", "7:12: products.lamp.price: this number is too large | expected: USD/unit"),
      ("price: 35 USD", "price: [35]", "7:12: products.lamp.price: expected one value"),
      ("price: 35 USD", "price:", "7:11: products.lamp.price: a value is missing | What a customer pays for one unit."),
      (
        "conversion: 2 %", "conversion: 2",
        "11:22: stores.shop.conversion: a share is at most 1 | if you mean a percentage, write: 2 %"
      ),
      ("conversion: 2 %", "conversion: -2 %", "11:22: stores.shop.conversion: out of range | allowed: 0 % to 100 %"),
      (
        "20 USD per day", "20 USD per month",
        "13:18: ads.meta.budget: wrong unit: per month | for example: 40 USD per day, or 1200 USD per 30 days"
      ),
      (
        "start: 2027-06-01", "start: 2027-02-30",
        "2:8: start: there is no 2027-02-30: that month has 28 days | expected: date"
      ),
      ("months: 3", "months: 61", "3:9: months: out of range | allowed: 1 month to 60 months"),
      ("months: 3", "months: 2.5", "3:9: months: expected a whole number of months | expected: months"),
    ])
  func oneWrongValue(part: String, other: String, expected: String) {
    #expect(told(smallShop(part, with: other)) == [expected])
  }

  @Test("other kinds name what they allow")
  func otherKinds() {
    let text =
      smallShop + """
        currency: usd
        market:
          season: [1, 2, 3]
        returns:
          refund_days: lognormal(5, 3)
          dispute_days: pareto(1, 2)
        costs:
          plan: {amount: 39 USD, row: ad}
        traffic:
          search: {visits: 10 orders per day}
        """
    #expect(
      told(text) == [
        "16:11: currency: a currency has three capital letters | for example: USD",
        "18:11: market.season: expected twelve factors, found 3 | for example: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.2, 1.2]",
        "20:29: returns.refund_days: sigma must be a number from 0 to 2, without a unit | expected: days",
        "21:17: returns.dispute_days: no such distribution of days: pareto | available: lognormal(median, sigma) and uniform(from, to)",
        "23:18: costs.plan.amount: how often is it paid? | for example: 39 USD per month, per day, per 30 days, per year, or 150 USD once",
        "23:31: costs.plan.row: not one of the choices | allowed: platform_and_tools, other",
        "25:20: traffic.search.visits: wrong unit: expected visits per day | for example: 12, or 12 visits per day",
      ])
  }

  @Test("all findings are told at once, in the order of the file")
  func allAtOnce() {
    let text = smallShop.replacing("35 USD", with: "cheap")
      .replacing("conversion: 2 %", with: "conversion: 200 %, colour: red")
      .replacing("months: 3", with: "months: never")
    #expect(findings(text).compactMap(\.place?.line) == [3, 7, 11, 11])
  }

  @Test("a name that is known and not simulated yet is no unknown name")
  func notYet() {
    #expect(
      told(smallShop + "extends: other.yaml\n") == [
        "16:1: extends is not modelled yet | remove it; this version would ignore it"
      ])
  }

  @Test("what must be given is missed, also in sections that are not begun")
  func missing() {
    let text = smallShop("cash: {budget: 1000 USD}\n", with: "").replacing("start: 2027-06-01\n", with: "")
    #expect(
      told(text) == [
        "1:1: cash.budget is missing | Cash on the first day.", "1:1: start is missing | The first simulated day.",
      ])
    #expect(
      told(smallShop("price: 35 USD", with: "share: 1")) == [
        "7:5: products.lamp.price is missing | What a customer pays for one unit."
      ])
  }

  @Test("a scenario without stores, products, suppliers says so")
  func missingParts() {
    #expect(
      told("start: 2027-06-01\ncash: {budget: 1}\n").map { $0.prefix(30) } == [
        "1:1: a scenario needs a produc", "1:1: a scenario needs a store ", "1:1: a scenario needs a suppli",
      ])
  }

  @Test("a text where names with values belong")
  func wrongShape() {
    #expect(told("hello") == ["1:1: a scenario: expected names with values | write: NAME: VALUE, one per line"])
    #expect(
      told(smallShop("yiwu: {}", with: "- yiwu")) == [
        "15:3: suppliers: expected names with values | write: NAME: VALUE, one per line"
      ])
    #expect(
      told(smallShop("yiwu: {}", with: "yiwu: {closures: {from: 2027-01-01}}")) == [
        "15:20: expected a list | start each item with -"
      ])
  }
}

@Suite("What is wrong between the parts of a scenario")
struct IssuesTests {
  @Test("references to stores and suppliers that do not exist name the nearest")
  func references() {
    #expect(
      told(smallShop("cpc: 0.80 USD", with: "cpc: 0.80 USD, store: shpo")) == [
        "13:56: no such store: shpo | nearest: shop"
      ])
    #expect(
      told(smallShop("yiwu: {unit_cost", with: "yiwo: {unit_cost")) == ["9:7: no such supplier: yiwo | nearest: yiwu"])
    #expect(
      told(smallShop("\n      yiwu: {unit_cost: 9 USD}", with: " {}")) == [
        "8:5: no supplier offers lamp | give at least one offer: SUPPLIER: {unit_cost: …}"
      ])
  }

  @Test("the shares of a store's products sum to 1, or leave some to a product without one")
  func shares() {
    func shop(_ first: String, _ second: String) -> String {
      smallShop(
        "  lamp:\n", with: "  kit: {price: 9 USD, offers: {yiwu: {unit_cost: 1 USD}}\(first)}\n  lamp:\n    \(second)\n"
      )
    }
    #expect(told(shop("", "")) == [])
    #expect(told(shop(", share: 30 %", "")) == [])
    #expect(told(shop(", share: 30 %", "share: 70 %")) == [])
    let advice = " | make them sum to 1, or remove the share of one product"
    #expect(told(shop(", share: 60 %", "share: 70 %")) == ["8:12: the shares of shop's products sum to 1.3" + advice])
    #expect(told(shop(", share: 30 %", "share: 60 %")) == ["8:12: the shares of shop's products sum to 0.9" + advice])
  }

  @Test("fates of orders that sum to more than all orders")
  func fates() {
    let text = smallShop("price: 35 USD", with: "price: 35 USD\n    return_rate: 60 %")
      .replacing("yiwu: {}", with: "yiwu: {lost_rate: 30 %, defect_rate: 20 %}")
    #expect(
      told(text) == [
        "8:18: for lamp from yiwu, the rates of fraud, lost parcels, defects and returns sum to 1.1 | they are shares of the same orders, so their sum cannot be above 1"
      ])
  }

  @Test("a channel needs a click price, said in one way")
  func clickPrices() {
    #expect(
      told(smallShop(", cpc: 0.80 USD", with: "")) == ["13:3: ads.meta.cpc is missing | give cpc, or cpm and ctr"])
    #expect(
      told(smallShop("cpc: 0.80 USD", with: "cpm: 8 USD")) == [
        "13:3: ads.meta.cpc is missing | give cpc, or cpm and ctr"
      ])
    #expect(told(smallShop("cpc: 0.80 USD", with: "cpm: 8 USD, ctr: 1 %")) == [])
    #expect(
      told(smallShop("cpc: 0.80 USD", with: "cpc: 1, ctr: 1 %")) == [
        "13:3: cpc is given together with cpm or ctr | keep either cpc or both cpm and ctr"
      ])
  }

  @Test("a number that is the same as another one counts with its value")
  func same() throws {
    let channels = "search: {budget: 20, cpc: same as ads.meta.cpc}\n    meta: {budget"
    #expect(told(smallShop("meta: {budget", with: "\n    " + channels)) == [])
    let rates = smallShop("price: 35 USD", with: "price: 35 USD\n    return_rate: 60 %")
      .replacing("yiwu: {}", with: "yiwu: {lost_rate: same as products.lamp.return_rate}")
    let sum = "8:18: for lamp from yiwu, the rates of fraud, lost parcels, defects and returns sum to"
    #expect(told(rates).map { $0.hasPrefix(sum) } == [true])
    let cup = "  cup: {price: same as products.lamp.price, offers: {yiwu: {unit_cost: 1}}}\n"
    let file = try read(smallShop("products:\n", with: "products:\n" + cup))
    #expect(file.scenario.products["cup"]?.referencePrice == 35)
  }

  @Test("a season that is not of mean 1 is scaled, and the operator is told")
  func seasons() throws {
    let file = try read(smallShop + "market:\n  season: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 3]\n")
    #expect(
      file.notes.map { "\($0.severity) \($0.message)" } == [
        "note the mean of market.season is 1.333333; its factors are scaled so that the mean is 1"
      ])
    #expect(file.notes.first?.place == Place(line: 17, column: 11))
    #expect(file.scenario.market.season[11] == 3)
    var scaled = file.scenario
    #expect(scaled.normalizeSeasons().map(\.path) == ["market.season"])
    #expect(scaled.market.season[11] == 2.25)
    #expect(try read(smallShop).notes == [])
  }
}
