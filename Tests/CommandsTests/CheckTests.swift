import Commands
import Foundation
import Language
import PtySupport
import Testing

/// A shop with which the audit has little to find, and changes of its text that each break a rule.
private enum CheckedShop {
  static let text = """
    name: checked shop
    currency: USD
    start: 2027-03-01
    months: 12
    cash: {budget: 9000 USD}
    costs:
      plan: {preset: shopify-basic-plan}
      owner: {amount: 200 USD per month, row: other}
    market: {preset: us-retail}
    products:
      lamp:
        preset: china-item
        price: 60 USD
        promised_days: 25 days
        offers:
          yw: {preset: curated-listing, unit_cost: 12 to 15 USD, shipping_cost: 5 USD}
    stores:
      shop: {preset: shopify-basic, conversion: 3 % to 8 %}
    ads:
      meta: {preset: meta, budget: 30 USD per day}
      google: {preset: google-shopping, budget: 20 USD per day}
    suppliers:
      yw: {preset: yunexpress}
    returns: {preset: returns-china}
    operations: {preset: with-software}
    correlations:
      ads.meta.cpc, ads.google.cpc: 0.5
    events:
      - preset: ad-account-ban

    """

  struct Patch: Sendable {
    let rule: String
    /// Texts and what stands in their place.
    let changes: [(from: String, to: String)]
    let says: String
  }

  static let patches: [Patch] = [
    Patch(rule: "point-conversion", changes: [("conversion: 3 % to 8 %", "conversion: 5 %")], says: "shop"),
    Patch(
      rule: "point-click-price",
      changes: [
        ("meta: {preset: meta, budget: 30 USD per day}", "meta: {preset: meta, budget: 30 USD per day, cpc: 1.30 USD}"),
        ("correlations:\n  ads.meta.cpc, ads.google.cpc: 0.5\n", ""),
      ], says: "meta"),
    Patch(
      rule: "no-refunds",
      changes: [
        ("    preset: china-item\n", "    preset: china-item\n    return_rate: 0 %\n    late_complaint: 0 %\n"),
        (
          "yw: {preset: yunexpress}",
          "yw: {preset: yunexpress, defect_rate: 0 %, lost_rate: 0 %, slide_rate: 0 % per month}"
        ),
      ], says: "refund"),
    Patch(
      rule: "no-chargebacks",
      changes: [
        ("returns: {preset: returns-china}", "returns: {preset: returns-china, fraud_rate: 0 %, dispute_share: 0 %}")
      ], says: "chargeback"),
    Patch(
      rule: "no-payment-fee",
      changes: [
        (
          "shop: {preset: shopify-basic, conversion",
          "shop: {preset: shopify-basic, payment_fee: 0 %, payment_fee_fixed: 0 USD, conversion"
        )
      ], says: "fee"),
    Patch(
      rule: "paid-at-once",
      changes: [
        ("shop: {preset: shopify-basic, conversion", "shop: {preset: shopify-basic, payout_days: 0, conversion")
      ], says: "day of the sale"),
    Patch(
      rule: "suppliers-never-fail", changes: [("yw: {preset: curated-listing, unit_cost", "yw: {unit_cost")], says: "yw"
    ),
    Patch(
      rule: "no-holds",
      changes: [
        (
          "shop: {preset: shopify-basic, conversion",
          "shop: {preset: shopify-basic, hold_rate: 0 % per month, conversion"
        )
      ], says: "hold"),
    Patch(rule: "no-ad-ban", changes: [("events:\n  - preset: ad-account-ban\n", "")], says: "ban"),
    Patch(rule: "short-horizon", changes: [("months: 12", "months: 3")], says: "longer than the run"),
    Patch(
      rule: "range-narrow",
      changes: [
        (
          "google: {preset: google-shopping, budget: 20 USD per day}",
          "google: {preset: google-shopping, budget: 20 USD per day, cpc: 0.85 to 0.90 USD}"
        )
      ], says: "narrower"),
    Patch(
      rule: "range-wide",
      changes: [
        (
          "google: {preset: google-shopping, budget: 20 USD per day}",
          "google: {preset: google-shopping, budget: 20 USD per day, cpc: 0.20 to 4.00 USD}"
        )
      ], says: "wider"),
    Patch(
      rule: "outside-source",
      changes: [
        (
          "google: {preset: google-shopping, budget: 20 USD per day}",
          "google: {preset: google-shopping, budget: 20 USD per day, cpc: 0.10 to 0.30 USD}"
        )
      ], says: "source"),
    Patch(
      rule: "ads-uncorrelated", changes: [("correlations:\n  ads.meta.cpc, ads.google.cpc: 0.5\n", "")],
      says: "together"),
    Patch(
      rule: "no-season",
      changes: [("market: {preset: us-retail}", "market: {demand_sd: 0.1, demand_halflife: 30 days}")], says: "season"),
    Patch(rule: "plan-dies", changes: [("budget: 9000 USD", "budget: 300 USD")], says: "at its average"),
    Patch(rule: "order-loses", changes: [("price: 60 USD", "price: 17 USD")], says: "order"),
    Patch(
      rule: "counted-twice",
      changes: [("  - preset: ad-account-ban\n", "  - preset: ad-account-ban\n  - preset: payout-hold\n")],
      says: "twice"),
    Patch(rule: "promise-broken", changes: [("promised_days: 25 days", "promised_days: 10 days")], says: "late"),
    Patch(rule: "no-own-pay", changes: [("  owner: {amount: 200 USD per month, row: other}\n", "")], says: "owner"),
    Patch(
      rule: "dead-event",
      changes: [
        (
          "  - preset: ad-account-ban\n",
          "  - preset: ad-account-ban\n  - {name: far off, from: 2030-01-01, then: pause ads}\n"
        )
      ], says: "far off"),
    Patch(
      rule: "idle-brand",
      changes: [
        ("operations: {preset: with-software}", "operations: {preset: with-software}\nbrand: {spend: 5 USD per day}")
      ], says: "brand"),
    Patch(
      rule: "free-returns",
      changes: [
        (
          "returns: {preset: returns-china}",
          "returns: {fraud_rate: 0.2 %, dispute_share: 7 %, keep_it_threshold: 30 USD}"
        )
      ], says: "postage"),
    Patch(
      rule: "same-suppliers",
      changes: [
        ("  yw: {preset: yunexpress}", "  yw: {preset: yunexpress}\n  again: {preset: yunexpress}"),
        (
          "      yw: {preset: curated-listing, unit_cost: 12 to 15 USD, shipping_cost: 5 USD}",
          """
                yw: {preset: curated-listing, unit_cost: 12 to 15 USD, shipping_cost: 5 USD}
                again: {preset: curated-listing, unit_cost: 12 to 15 USD, shipping_cost: 5 USD}
          """
        ),
      ], says: "yw, again"),
    Patch(
      rule: "capacity-short",
      changes: [("yw: {preset: yunexpress}", "yw: {preset: yunexpress, capacity: 1 orders per day}")], says: "capacity"),
  ]

  /// Rules that the shop itself does not break.
  static let quiet: Set = [
    "ads-uncorrelated",
    "capacity-short",
    "counted-twice",
    "dead-event",
    "free-returns",
    "idle-brand",
    "no-ad-ban",
    "no-chargebacks",
    "no-holds",
    "no-own-pay",
    "no-payment-fee",
    "no-refunds",
    "no-season",
    "order-loses",
    "outside-source",
    "paid-at-once",
    "plan-dies",
    "point-click-price",
    "point-conversion",
    "promise-broken",
    "range-wide",
    "same-suppliers",
    "short-horizon",
    "suppliers-never-fail",
  ]
}

@Suite("The audit of a scenario")
struct CheckTests {
  private func findings(_ text: String) throws -> [[String: Any]] {
    let desk = try Desk(loaded: false)
    desk.folder.write(text.utf8, to: "checked.yaml")
    try #require(desk.perform("load checked.yaml") == .done, "\(desk.complaint)")
    #expect(desk.perform("check --json") == .done)
    return try #require(try desk.json()["findings"] as? [[String: Any]])
  }

  @Test("a shop with ranges, returns, holds and bans breaks none of these rules")
  func quiet() throws {
    let found = try findings(CheckedShop.text)
    let rules = found.compactMap { $0["rule"] as? String }
    #expect(CheckedShop.quiet.isDisjoint(with: rules), "\(rules)")
    // Its own conversion is narrower than that of all shops.
    #expect(found.compactMap { $0["path"] as? String } == ["stores.shop.conversion"])
  }

  @Test("each rule fires where it is broken, says so, and where", arguments: CheckedShop.patches.indices)
  func fires(_ index: Int) throws {
    let patch = CheckedShop.patches[index]
    var text = CheckedShop.text
    for change in patch.changes {
      #expect(text.contains(change.from), "\(patch.rule): \(change.from)")
      text = text.replacing(change.from, with: change.to)
    }
    let found = try findings(text).filter { $0["rule"] as? String == patch.rule }
    #expect(!found.isEmpty, "\(patch.rule)")
    let sentences = found.compactMap { $0["sentence"] as? String }
    #expect(sentences.contains { $0.contains(patch.says) }, "\(patch.rule): \(sentences)")
    for finding in found { #expect((finding["line"] as? Int ?? 0) > 0, "\(patch.rule)") }
  }

  @Test("what is surely wrong comes first; --strict then fails with 3, and not where nothing is")
  func strict() throws {
    let desk = try Desk()
    desk.perform("set cash.budget = 100")
    desk.perform("check")
    let lines = desk.shown.split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.contains("wrong  ") })
    let doubtful = try #require(lines.firstIndex { $0.contains("doubtful  ") })
    #expect(first < doubtful)
    for line in lines { #expect(line.displayWidth <= 80, "\(line)") }
    #expect(desk.perform("check --strict") == .failed(exitCode: 3))
    #expect(desk.perform("undo; check --strict") == .done)
  }

  @Test("--deep tells what ruin rests on, by where the numbers come from, and what could be one number")
  func deep() throws {
    let desk = try Desk(loaded: false)
    desk.folder.write(CheckedShop.text.utf8, to: "checked.yaml")
    try #require(desk.perform("load checked.yaml") == .done)
    #expect(desk.perform("check --deep --paths 300 --json") == .done, "\(desk.complaint)")
    let resting = try #require(try desk.json()["resting"] as? [String: Any])
    let parts = try #require(resting["by_grade"] as? [[String: Any]])
    let shares = parts.compactMap { $0["share"] as? Double }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9 && parts.first?["grade"] as? String == "yours", "\(parts)")
    desk.perform("check --deep --paths 300")
    #expect(desk.shown.contains("of the differences between worlds."))
    let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("The uncertain numbers explain the rest, here sorted by where they come from: "))
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
    #expect(desk.perform("assert assumptions in check <= 100%") == .done, "\(desk.complaint)")
    desk.perform("check")
    #expect(!desk.shown.contains("by where they come from"))
  }

  @Test("a run names the worst finding, as what to look at next")
  func afterARun() throws {
    let desk = try Desk(interactive: true)
    desk.perform("run 50 --set cash.budget=100")
    #expect(desk.shown.contains("check: wrong: even with every number at its average"), "\(desk.shown)")
  }

  @Test("the line and column of a value, or of the part that it belongs to")
  func places() throws {
    let desk = try Desk()
    desk.perform("check")
    // The conversion of the shop.
    #expect(desk.shown.contains("14:"), "\(desk.shown)")
  }
}
