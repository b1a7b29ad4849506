import Language
import Scenarios
import Simulation
import Statistics
import Testing

@testable import Analysis

/// A shop of which click price and conversion are ranges.
private func believed(_ more: String = "", conversion: String = "0.6 % to 4 %") -> String {
  """
  name: believed
  currency: USD
  start: 2027-03-01
  months: 6
  cash: {budget: 100000 USD}
  market: {demand_sd: 0.1, demand_halflife: 30 days}
  products:
    lamp:
      price: 49 USD
      return_rate: 5 %
      offers:
        yiwu: {unit_cost: 12 USD}
  stores:
    shop: {conversion: \(conversion), payment_fee: 3 %, payment_fee_fixed: 0.30 USD, payout_days: 4, hold_rate: 1 % per month}
  ads:
    meta: {budget: 40 USD per day, cpc: "lognormal(0.90 USD, 0.35)", price_sd: 0.2, price_halflife: 2 days,
      noise_sd: 0.2, noise_halflife: 3 days\(more)}
  suppliers:
    yiwu: {lost_rate: 1 %, transit_days: "lognormal(12, 0.3)"}
  returns: {refund_days: "lognormal(3, 0.3)"}

  """
}

private func day(_ number: Int) -> CalendarDate {
  CalendarDate(year: 2027, month: 3, day: 1)?.adding(days: number) ?? .epoch
}

/// So many weeks of 60 clicks a day at 0.60, and orders on the first days of each week.
private func shop(weeks: Int, ordersAWeek: Int) -> SeenShop {
  var shop = SeenShop()
  for place in 0..<(weeks * 7) {
    // Prices swing a little, as they do.
    let price = 0.6 + 0.03 * Double(place % 3 - 1)
    shop.ads.append(SeenShop.AdDay(channel: "meta", day: day(place), spend: 60 * price, clicks: 60))
  }
  for week in 0..<weeks {
    for order in 0..<ordersAWeek {
      let name = "\(week)-\(order)"
      shop.orders.append(
        SeenShop.Order(name: name, day: day(week * 7 + order % 7), value: 49, customer: name))
    }
  }
  return shop
}

@Suite("What a shop's files teach its scenario")
struct FitTests {
  private func row(_ path: String, _ fit: Fit) throws -> FitRow {
    try #require(fit.rows.first { $0.parameter == path })
  }

  @Test("click price and conversion narrow around what was seen, and the scenario stays as it was")
  func narrows() throws {
    let plan = try scenario(believed())
    let fit = try Fit(shop(weeks: 13, ordersAWeek: 8), plan, seed: 1, paths: 500)
    let price = try row("ads.meta.cpc", fit)
    #expect(price.moved && price.posterior.p5 < 0.6 && price.posterior.p95 > 0.6)
    #expect(price.posterior.p95 / price.posterior.p5 < 1.5 && price.prior.p95 / price.prior.p5 > 3)
    let share = try row("stores.shop.conversion", fit)
    let seen = 8.0 / 420
    #expect(share.method == .grid && share.posterior.p5 < seen && share.posterior.p95 > seen)
    // 104 orders: a twentieth quantile is about a sixth below the middle.
    #expect(share.posterior.p5 < seen * 0.88 && share.posterior.p95 > seen * 1.12)
    #expect(fit.weeks == 13 && fit.orders == 104)
    for change in fit.changes { #expect(plan.applies(change), "\(change.path) = \(change.text)") }
    #expect(fit.notSeen.contains { $0.parameter == "market.season" && $0.why == .months(needed: 24) })
  }

  @Test("what is written is never narrower than what was found")
  func written() throws {
    let plan = try scenario(believed())
    let fit = try Fit(shop(weeks: 13, ordersAWeek: 8), plan, seed: 1, paths: 500)
    for row in fit.rows where row.method == .grid || row.method == .conjugate {
      for change in row.changes {
        guard case .uncertain(.spread(let spread)) = change.value, change.path == row.parameter else { continue }
        #expect(spread.law.quantile(0.05) <= row.posterior.p5 * (1 + 1e-9) + 1e-12, "\(change.text)")
        #expect(spread.law.quantile(0.95) >= row.posterior.p95 * (1 - 1e-9), "\(change.text)")
      }
    }
  }

  @Test("a fit that cannot say anything says so")
  func tooLittle() throws {
    let plan = try scenario(believed())
    #expect(throws: Fit.Refusal.self) { try Fit(shop(weeks: 13, ordersAWeek: 0), plan, seed: 1) }
    #expect(throws: Fit.Refusal.self) { try Fit(shop(weeks: 2, ordersAWeek: 3), plan, seed: 1) }
    let fit = try Fit(shop(weeks: 3, ordersAWeek: 7), plan, seed: 1, paths: 500)
    let share = try row("stores.shop.conversion", fit)
    #expect(share.verdict == .fail && !share.moved && share.posterior == share.prior && share.changes.isEmpty)
    #expect(share.reasons == [.tooFew(orders: 21, weeks: 3)])
    #expect(fit.changes.isEmpty && fit.verdict == .fail)
  }

  @Test("what is hardly possible under the plan is told, and wants a look")
  func surprising() throws {
    let plan = try scenario(believed(conversion: "0.2 % to 0.4 %"))
    let share = try row("stores.shop.conversion", try Fit(shop(weeks: 13, ordersAWeek: 14), plan, seed: 1, paths: 500))
    #expect(share.verdict == .review && (share.surprise ?? 1) < 0.01)
  }

  @Test("halves that differ widen the range to hold both")
  func drifting() throws {
    var seen = shop(weeks: 12, ordersAWeek: 4)
    for number in 0..<60 {
      seen.orders.append(
        SeenShop.Order(name: "late \(number)", day: day(42 + number % 42), value: 49, customer: "late \(number)"))
    }
    let share = try row("stores.shop.conversion", try Fit(seen, try scenario(believed()), seed: 1, paths: 500))
    #expect(share.verdict == .review && share.posterior.p5 <= 4.0 / 420 && share.posterior.p95 >= 14.0 / 420)
  }

  @Test("one number counts as so many visits, and customers who come again count once")
  func oneNumber() throws {
    let plan = try scenario(believed(conversion: "2 %"))
    var seen = shop(weeks: 13, ordersAWeek: 8)
    let once = try row("stores.shop.conversion", try Fit(seen, plan, seed: 1, paths: 500))
    #expect(once.method == .conjugate && once.priorWorth == 300)
    #expect(once.reasons.contains(.oneNumber(worth: 300, unit: .visits)))
    for order in seen.orders.prefix(50) {
      seen.orders.append(
        SeenShop.Order(name: order.name + " again", day: day(80), value: 49, customer: order.customer))
    }
    let again = try row("stores.shop.conversion", try Fit(seen, plan, seed: 1, paths: 500))
    #expect(again.posterior.p50 == once.posterior.p50)
  }

  @Test("several ranges are learnt together by worlds, and what goes together is told")
  func byWorlds() throws {
    let plan = try scenario(believed(", intent: 0.6 to 1.6"))
    let fit = try Fit(shop(weeks: 13, ordersAWeek: 8), plan, seed: 1, paths: 4_000)
    let share = try row("stores.shop.conversion", fit)
    let intent = try row("ads.meta.intent", fit)
    #expect(share.method == .worlds && intent.method == .worlds && share.verdict != .fail)
    // Only their product is seen.
    #expect(share.posterior.p95 - share.posterior.p5 < share.prior.p95 - share.prior.p5)
    #expect(fit.correlations.contains { $0.rho < -0.3 } || !intent.moved)
    let worlds = try #require(fit.worlds)
    #expect(worlds.paths == 4_000 && worlds.effective > 100)
  }

  @Test("worlds that do not reach what was seen change nothing")
  func outOfReach() throws {
    let plan = try scenario(believed(", intent: 0.99 to 1.01", conversion: "0.10 % to 0.11 %"))
    let share = try row(
      "stores.shop.conversion", try Fit(shop(weeks: 13, ordersAWeek: 14), plan, seed: 1, paths: 1_000))
    #expect(share.verdict == .fail && share.posterior == share.prior && share.changes.isEmpty)
  }

  @Test("fees and payout days are read off")
  func readOff() throws {
    var seen = shop(weeks: 13, ordersAWeek: 8)
    for (place, order) in seen.orders.enumerated() {
      let gross = 20 + Double(place % 7) * 9.5
      let fee = ((gross * 0.025 + 0.25) * 100).rounded() / 100
      var (paid, left) = (order.day, 3)
      while left > 0 {
        paid = paid.adding(days: 1) ?? paid
        if paid.weekday != .saturday, paid.weekday != .sunday { left -= 1 }
      }
      seen.sales.append(
        SeenShop.Sale(
          processor: "shopify", day: order.day, gross: gross, fee: fee, payout: paid.description, paid: paid))
    }
    let fit = try Fit(seen, try scenario(believed()), seed: 1, paths: 500)
    let fee = try row("stores.shop.payment_fee", fit)
    #expect(fee.method == .readOff && fee.posterior.p50 == 0.025)
    #expect(fee.changes.map(\.text) == ["2.5 %", "0.25 USD per order"])
    let days = try row("stores.shop.payout_days", fit)
    #expect(days.posterior.p50 == 3 && days.changes.map(\.text) == ["3 days", "yes"])
    let holds = try row("stores.shop.hold_rate", fit)
    #expect(holds.k == 0 && holds.posterior.p50 < holds.prior.p50)
  }

  @Test("all refunds move together, their parts in proportion")
  func refunds() throws {
    var seen = shop(weeks: 20, ordersAWeek: 10)
    for order in seen.orders.prefix(30) {
      seen.refunds.append(SeenShop.Refund(order: order.name, day: order.day.adding(days: 16), amount: 49))
    }
    let refunds = try row("returns.refunds", try Fit(seen, try scenario(believed()), seed: 1, paths: 500))
    #expect(refunds.k == 30 && (refunds.n ?? 0) > 150 && (refunds.n ?? 0) < 200)
    #expect(refunds.posterior.p50 > 0.09 && refunds.posterior.p50 < 0.16)
    #expect(Set(refunds.changes.map(\.path)) == ["products.lamp.return_rate", "suppliers.yiwu.lost_rate"])
    let young = seen.known(on: day(6))
    #expect(young.orders.count == 10 && young.refunds.isEmpty && young.ads.count == 7)
  }

  @Test("in shops whose truth is known, it lies in most of the ranges")
  func calibrated() throws {
    let plan = try scenario(believed())
    var inside = [0, 0]
    let shops = 12
    for number in 0..<shops {
      let program = Program(plan, seed: UInt64(100 + number))
      let truth = program.drawn(paths: 1)
      let seen = SeenShop(program.replay(path: 0), of: plan, days: 91)
      let fit = try Fit(seen, plan, seed: 1, paths: 500)
      for (place, path) in ["stores.shop.conversion", "ads.meta.cpc"].enumerated() {
        let column = try #require(program.uncertain.firstIndex { $0.path == path })
        let found = try row(path, fit)
        if truth[column][0] >= found.posterior.p5, truth[column][0] <= found.posterior.p95 { inside[place] += 1 }
        #expect(found.posterior.p95 / found.posterior.p5 < found.prior.p95 / found.prior.p5)
      }
    }
    // Nine in ten are promised; of twelve, fewer than eight would happen once in 250 times.
    #expect(inside.allSatisfy { $0 >= 8 }, "\(inside)")
  }
}

extension Scenario {
  fileprivate func applies(_ change: FitRow.Change) -> Bool {
    slot(change.path).map { assigning(change.value, to: $0).issues.isEmpty } ?? false
  }
}

@Suite("What the files of a shop with several stores and products teach")
struct SeveralFitTests {
  /// Two stores with a product and a channel each; one supplier sends both.
  private func plan(_ names: [String], more: String = "") throws -> Scenario {
    func part(_ head: String, _ line: (String) -> String) -> String {
      head + ":\n" + names.map { "  " + line($0) + "\n" }.joined()
    }
    return try scenario(
      """
      name: several
      currency: USD
      start: 2027-03-01
      months: 6
      cash: {budget: 100000 USD}

      """
        + part("products") {
          "\($0)_lamp: {store: \($0), price: 49 USD, return_rate: 5 %, repeat_rate: 10 %, offers: {yiwu: {unit_cost: 12 USD}}}"
        }
        + part("stores") {
          "\($0): {conversion: 0.6 % to 4 %, payment_fee: 3 %, payment_fee_fixed: 0.30 USD, payout_days: 4}"
        }
        + part("ads") { "\($0)_ads: {store: \($0), budget: 40 USD per day, cpc: 0.60 USD\(more)}" }
        + "suppliers:\n  yiwu: {lost_rate: 1 %, transit_days: 9}\n"
        + "returns: {refund_days: 3}\n")
  }

  private static let sold = ["amazon": 5, "shop": 12]

  private func files(of names: [String]) -> SeenShop {
    var shop = SeenShop()
    for name in names {
      for place in 0..<91 {
        shop.ads.append(SeenShop.AdDay(channel: "\(name)_ads", day: day(place), spend: 36, clicks: 60))
      }
      for week in 0..<13 {
        for number in 0..<(Self.sold[name] ?? 0) {
          let (order, date) = ("\(name) \(week)-\(number)", day(week * 7 + number % 7))
          shop.orders.append(
            SeenShop.Order(
              name: order, day: date, value: 49, customer: order, store: name, product: "\(name)_lamp"))
          shop.costs.append(
            SeenShop.Cost(
              supplier: "yiwu", product: "\(name)_lamp", ordered: date, delivered: nil,
              goods: name == "shop" ? 13 : 11, shipping: nil))
          shop.sales.append(
            SeenShop.Sale(
              processor: name, store: name, day: date, gross: 49 + Double(number), fee: name == "shop" ? 2 : 7.35,
              payout: "\(name) \(week)", paid: date.adding(days: name == "shop" ? 2 : 14)))
          if number == 0, week < 8 {
            shop.refunds.append(SeenShop.Refund(order: order, day: date.adding(days: 12), amount: 49))
          }
        }
      }
    }
    return shop
  }

  private func row(_ path: String, _ fit: Fit) throws -> FitRow {
    try #require(fit.rows.first { $0.parameter == path }, "\(path)")
  }

  @Test("each store is fitted as if it were alone", arguments: ["amazon", "shop"])
  func alone(name: String) throws {
    let both = try Fit(files(of: ["amazon", "shop"]), try plan(["amazon", "shop"]), seed: 1, paths: 500)
    let alone = try Fit(files(of: [name]), try plan([name]), seed: 1, paths: 500)
    let paths = [
      "stores.\(name).conversion", "ads.\(name)_ads.cpc", "stores.\(name).payout_days",
      "products.\(name)_lamp.offers.yiwu.unit_cost", "products.\(name)_lamp.repeat_rate",
    ]
    for path in paths {
      let (one, other) = (try row(path, both), try row(path, alone))
      #expect(one.posterior == other.posterior && one.verdict == other.verdict && one.seen == other.seen, "\(path)")
      #expect(one.changes.map(\.text) == other.changes.map(\.text), "\(path)")
    }
    let truth = Double(Self.sold[name] ?? 0) / 420
    let range = try row("stores.\(name).conversion", both).posterior
    #expect(range.p5 < truth && truth < range.p95)
    #expect(!both.notSeen.contains { [.severalStores, .severalProducts, .severalWays].contains($0.why) })
  }

  @Test("refunds are a sum over all that was sold, in the proportions of the orders")
  func refunds() throws {
    let fit = try Fit(files(of: ["amazon", "shop"]), try plan(["amazon", "shop"]), seed: 1, paths: 500)
    let refunds = try row("returns.refunds", fit)
    // 16 refunds of 221 orders, of which those of the last days are not ripe.
    #expect(refunds.k == 16 && (refunds.n ?? 0) > 180 && (refunds.n ?? 0) < 221)
    let rates = refunds.changes.map(\.path).filter { $0.hasSuffix("return_rate") }
    #expect(rates.sorted() == ["products.amazon_lamp.return_rate", "products.shop_lamp.return_rate"])
  }

  @Test("ranges that stores share are learnt from all of them together")
  func together() throws {
    let plan = try plan(["amazon", "shop"], more: ", intent: 0.5 to 2")
    let fit = try Fit(files(of: ["amazon", "shop"]), plan, seed: 1, paths: 4_000)
    for name in ["amazon", "shop"] {
      let conversion = try row("stores.\(name).conversion", fit)
      #expect(conversion.method == .worlds)
      #expect(conversion.seen == .orders(Double(13 * (Self.sold[name] ?? 0)), of: 5_460))
    }
    #expect(fit.worlds?.paths == 4_000)
  }

  @Test("orders that no store is told of, and products of which files say nothing, are left as they were")
  func unknown() throws {
    var files = files(of: ["amazon", "shop"])
    files.orders = files.orders.map {
      SeenShop.Order(name: $0.name, day: $0.day, value: $0.value, customer: $0.customer)
    }
    let fit = try Fit(files, try plan(["amazon", "shop"]), seed: 1, paths: 500)
    for name in ["amazon", "shop"] {
      #expect(fit.notSeen.contains { $0.parameter == "stores.\(name).conversion" && $0.why == .severalStores })
    }
    #expect(fit.notSeen.contains { $0.parameter == "returns.refunds" && $0.why == .severalProducts })
    #expect(!fit.rows.contains { $0.parameter.hasSuffix("conversion") || $0.parameter.hasSuffix("repeat_rate") })
  }
}
