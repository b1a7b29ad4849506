import Language
import Testing

@testable import Scenarios

@Suite("Rules and events of a scenario")
struct RuleTests {
  private func shop(_ rules: String...) throws -> Scenario {
    try read(smallShop + "rules:\n" + rules.map { "  - \"\($0)\"\n" }.joined()).scenario
  }

  private func bound(_ rule: String) throws -> BoundRule { try #require(try shop(rule).boundRules.first) }

  @Test("numbers are put into the units of their parameters and figures")
  func units() throws {
    let rule = try bound(
      "when refund_rate(30) > 8 % then ads.meta.budget = 70 USD per week min 2 max 9, stores.shop.conversion += 1 %")
    #expect(
      rule.trigger.tests == [
        .compares(
          RuleFigure(observable: .refundRate, subject: .business, window: 30), .greater, .number(0.08))
      ])
    #expect(
      rule.actions == [
        .assign(Assignment(path: "ads.meta.budget", operation: .set(10), bounds: 2...9, isWhole: false)),
        .assign(Assignment(path: "stores.shop.conversion", operation: .add(0.01), bounds: 0...1, isWhole: false)),
      ])
  }

  @Test("a star and a whole group mean each of them")
  func groups() throws {
    let text = smallShop("  meta: {", with: "  tiktok: {budget: 5 USD per day, cpc: 1 USD}\n  meta: {")
    let scenario = try read(text + "rules: [\"when day = 1 then ads.*.budget *= 0.5, pause ads, resume ads.meta\"]\n")
      .scenario
    let actions = try #require(scenario.boundRules.first).actions
    #expect(actions.count == 5)
    #expect(Array(actions.suffix(3)) == [.shut(.channel(0)), .shut(.channel(1)), .reopen(.channel(1))])
  }

  @Test("whole numbers stay whole, a flag is 0 or 1, a cost keeps its period")
  func kinds() throws {
    let actions = try bound(
      "when day = 1 then suppliers.yiwu.detection_days += 1, stores.shop.pause_ads_when_out_of_stock = yes"
    ).actions
    #expect(
      actions == [
        .assign(Assignment(path: "suppliers.yiwu.detection_days", operation: .add(1), bounds: 0...365, isWhole: true)),
        .assign(
          Assignment(
            path: "stores.shop.pause_ads_when_out_of_stock", operation: .set(1), bounds: 0...1, isWhole: false)),
      ])
  }

  @Test("bare figures of product tests are those of the tested product")
  func candidates() throws {
    let scenario = try read(smallShop).scenario
    #expect(
      scenario.boundCondition("roas(4) >= 1.4 and cash > 100")?.tests == [
        .compares(RuleFigure(observable: .roas, subject: .candidate, window: 4), .greaterOrEqual, .number(1.4)),
        .compares(RuleFigure(observable: .cash, subject: .business, window: 0), .greater, .number(100)),
      ])
  }

  @Test("events know their chance, their day and how long they last")
  func events() throws {
    let text =
      smallShop + """
        events:
          - {name: banned, chance: 2 % per month, lasts: 3 to 30 days, then: pause ads.meta}
          - {name: new year, from: 2027-05-20, lasts: 25 days, then: close suppliers.yiwu}
          - {name: tariff, from: 30, chance: 40 %, then: suppliers.yiwu.duty_rate = 37.5 %}
          - {name: war, chance: 1 % per year, when: day > 90 for 3 days, then: products.lamp.price *= 0.9}

        """
    let events = try read(text).scenario.boundEvents
    #expect(events.map(\.chance) == [Chance(0.02, per: .month), nil, Chance(0.4, per: nil), Chance(0.01, per: .year)])
    #expect(events.map(\.from) == [nil, -12, 30, nil])
    #expect(events.map { $0.lasts != nil } == [true, true, false, false])
    #expect(events.map { $0.trigger?.days } == [nil, nil, nil, 3])
  }

  @Test("an edit that a rule cannot follow is an issue of the scenario")
  func issues() throws {
    var scenario = try shop("when cash < 500 USD then pause ads")
    #expect(scenario.issues == [])
    scenario.currency = "CHF"
    #expect(
      scenario.issues.map(\.message) == [
        "when cash < 500 USD then pause ads: cash: no exchange rate is given for USD"
      ])
  }

  @Test("every figure has a unit, subjects and a line of doc")
  func catalogue() {
    for observable in Observable.allCases {
      let row = observable.row
      #expect(Observable(name: row.name) == observable)
      #expect(row.doc.hasSuffix(".") && !row.subjects.isEmpty)
      #expect(row.kind == .flag || row.kind.isNumber)
    }
  }

  @Test("many multiplications are no aliases")
  func manyStars() throws {
    let rules = [String](repeating: "when day = 1 then ads.meta.budget *= 0.8", count: 60)
    #expect(try read(smallShop + "rules:\n" + rules.map { "  - \($0)\n" }.joined()).scenario.rules.count == 60)
  }
}
