import Language
import Scenarios
import Simulation
import Statistics

extension FitDesk {
  private static let ordersOfOneRefundRate = 200.0
  private static let ordersOfOneDisputeRate = 1_000.0
  private static let customersOfOneRate = 50.0
  private static let leastCustomers = 50
  private static let leastDaysForRepeats = 90

  /// Refunds of all kinds, and chargebacks: files seldom say why, so that their parts keep their proportions.
  func fitRefunds(_ fit: inout Fit) {
    guard let mix else {
      for name in ["returns.refunds", "returns.chargebacks"] {
        fit.notSeen.append(Fit.NotSeen(parameter: name, why: .severalProducts))
      }
      return
    }
    if shop.refunds.isEmpty, shop.sales.isEmpty {
      fit.notSeen.append(Fit.NotSeen(parameter: "returns.refunds", why: .noFile))
    } else {
      fit.rows += refundRow(mix).map { [$0] } ?? []
    }
    if shop.sales.isEmpty, shop.chargebacks.isEmpty {
      fit.notSeen.append(Fit.NotSeen(parameter: "returns.chargebacks", why: .noFile))
    } else {
      fit.rows += chargebackRow(mix).map { [$0] } ?? []
    }
  }

  /// A product, the supplier whose offer comes first, and its share of the orders.
  private struct Sold {
    let name: String
    let supplier: String
    let share: Double
  }

  /// What was sold. Of several products files must say of nearly every order which it was; nil where they do not.
  private var mix: [Sold]? {
    let names = scenario.products.names
    let orders = seenOrders
    let sold = names.compactMap { name -> Sold? in
      guard let supplier = scenario.products[name]?.offers.names.first else { return nil }
      let count = names.count == 1 ? orders.count : orders.count { $0.product == name }
      return Sold(name: name, supplier: supplier, share: Double(count))
    }
    let known = sold.reduce(0) { $0 + $1.share }
    guard known > 0, known >= Self.leastKnown * Double(orders.count) else { return nil }
    return sold.filter { $0.share > 0 }.map { Sold(name: $0.name, supplier: $0.supplier, share: $0.share / known) }
  }

  private static let leastKnown = 0.9

  /// A part of a rate: its path and how much of an order's chance it brings, in one scenario.
  private typealias Part = (path: String, weight: (Scenario) -> Double)

  private func refundParts(_ mix: [Sold]) -> [Part] {
    func kept(_ world: Scenario) -> Double { 1 - world.returns.disputeShare }
    let own: [[Part]] = mix.map { sold in
      [
        ("products.\(sold.name).return_rate", { _ in sold.share }),
        (
          "products.\(sold.name).late_complaint",
          { world in
            sold.share * kept(world) * world.operations.messages.lateComplaintShare * Self.lateShare(world, sold)
          }
        ),
      ]
    }
    let suppliers: [Part] = self.suppliers(of: mix).flatMap { supplier, share -> [Part] in
      ["lost_rate", "defect_rate"].map { part in ("suppliers.\(supplier).\(part)", { kept($0) * share }) }
    }
    return own.map { $0[0] } + suppliers + own.map { $0[1] }
  }

  /// Each once, with its share of the orders.
  private func suppliers(of mix: [Sold]) -> [(name: String, share: Double)] {
    scenario.suppliers.names.compactMap { name in
      let share = mix.filter { $0.supplier == name }.reduce(0) { $0 + $1.share }
      return share > 0 ? (name, share) : nil
    }
  }

  /// The share of orders that arrive later than promised.
  private static func lateShare(_ world: Scenario, _ sold: Sold) -> Double {
    guard let product = world.products[sold.name], let supplier = world.suppliers[sold.supplier] else { return 0 }
    return 1 - Self.door(supplier).cdf(product.promisedDays + 0.5)
  }

  static func door(_ supplier: Supplier) -> LagSum { LagSum([supplier.handlingDays, supplier.transitDays]) }

  private func value(_ path: String, in world: Scenario) -> Double {
    scenario.slot(path)?.get(world)?.number ?? 0
  }

  private func rate(_ parts: [Part], in world: Scenario) -> Double {
    min(0.99, parts.reduce(0) { $0 + value($1.path, in: world) * $1.weight(world) })
  }

  private func refundRow(_ mix: [Sold]) -> FitRow? {
    let lags = suppliers(of: mix).compactMap { name, share in
      planned.suppliers[name].map { supplier in
        (lag: LagSum([supplier.handlingDays, supplier.transitDays, planned.returns.refundDays]), share: share)
      }
    }
    // Money that goes back in part is part of a refund.
    var back: [String: Double] = [:]
    var unnamed = 0.0
    for refund in shop.refunds where refund.day.map({ $0 <= period.upperBound }) ?? true {
      if refund.order.isEmpty { unnamed += 1 } else { back[refund.order, default: 0] += refund.amount }
    }
    var count = unnamed
    for order in seenOrders {
      if let amount = back[order.name] { count += order.value > 0 ? min(1, amount / order.value) : 1 }
    }
    return row(
      "returns.refunds", refundParts(mix), count: count, worth: Self.ordersOfOneRefundRate
    ) { age in lags.reduce(0) { $0 + $1.share * $1.lag.cdf(age) } }
  }

  private func chargebackRow(_ mix: [Sold]) -> FitRow? {
    let lag = LagSum([planned.returns.disputeDays])
    let parts: [Part] = [
      ("returns.fraud_rate", { _ in 1 }),
      (
        "returns.dispute_share",
        { world in
          mix.reduce(0) { sum, sold in
            guard let supplier = world.suppliers[sold.supplier], let product = world.products[sold.name] else {
              return sum
            }
            let late =
              product.lateComplaint * world.operations.messages.lateComplaintShare * Self.lateShare(world, sold)
            return sum + sold.share * (supplier.lostRate + supplier.defectRate + late)
          }
        }
      ),
    ]
    let seen = shop.chargebacks.filter { $0.day.map { period.contains($0) } ?? true }
    return row(
      "returns.chargebacks", parts, count: Double(seen.count), worth: Self.ordersOfOneDisputeRate, by: lag.cdf)
  }

  private var seenOrders: [SeenShop.Order] { shop.orders.filter { period.contains($0.day) } }

  /// A rate that several numbers add up to. What is learnt of it goes to the largest of them, the others keep their
  /// proportion in the middle.
  /// - Parameter share: of what comes of an order at all, how much has come by its age in days.
  private func row(
    _ name: String, _ parts: [Part], count: Double, worth: Double, by share: (Double) -> Double
  ) -> FitRow? {
    let now = rate(parts, in: planned)
    let used = parts.filter { value($0.path, in: planned) * $0.weight(planned) > 0 }
    guard now > 0, let main = used.max(by: { chance($0) < chance($1) }), let slot = slot(main.path) else { return nil }
    let ages = seenOrders.map { (age: $0.day.days(until: period.upperBound), count: 1) }
    let ripe = RipeOrders.count(ages) { share(Double($0)) }
    let isRange = used.contains { isUncertain($0.path) }
    var row: FitRow
    let spreads: (before: Double, after: Double)
    if isRange {
      var draws: [Double] = []
      ParameterDraws(scenario, seed: seed, paths: min(paths, 2_000)).eachWorld { draws.append(rate(parts, in: $0)) }
      guard let empirical = try? EmpiricalLaw(draws) else { return nil }
      let law = Law.empirical(empirical)
      let after = GridBelief(law, successes: count, of: max(ripe, count))
      row = FitRow(
        parameter: name, unit: slot.path, method: .grid, prior: Quantiles3 { law.quantile($0) },
        given: text(now, slot), posterior: after.quantiles, seen: .ripe(count, of: ripe))
      row.surprise = GridBelief.surprise(law, Int(count.rounded()), of: Int(max(ripe, count).rounded()))
      spreads = (law.standardDeviation, after.deviation)
    } else {
      let prior = ShareBelief(now, worth: worth)
      let after = prior.learning(count, of: max(ripe, count))
      row = FitRow(
        parameter: name, unit: slot.path, method: .conjugate, prior: prior.quantiles, priorWorth: worth,
        given: text(now, slot), posterior: after.quantiles, seen: .ripe(count, of: ripe))
      row.surprise = prior.surprise(Int(count.rounded()), of: Int(max(ripe, count).rounded()))
      row.reasons.append(.oneNumber(worth: worth, unit: .orders))
      spreads = (prior.deviation, after.deviation)
    }
    (row.k, row.n) = (count, ripe)
    if used.count > 1 { row.reasons.append(.partsInProportion) }
    judge(&row, orders: seenOrders.count, weeks: weeks.count)
    settle(&row, slot, priorSpread: spreads.before, after: spreads.after)
    guard row.moved, row.verdict != .fail else { return row }
    row.changes = changes(of: used, main, slot, to: row.posterior, from: now)
    return row
  }

  private func chance(_ part: Part) -> Double { value(part.path, in: planned) * part.weight(planned) }

  private func text(_ number: Double, _ slot: Slot) -> String { words((number * 1e4).rounded() / 1e4, slot) }

  private func changes(
    of used: [Part], _ main: Part, _ slot: Slot, to posterior: Quantiles3, from now: Double
  ) -> [FitRow.Change] {
    let ratio = posterior.p50 / now
    var rest = 0.0
    var changes: [FitRow.Change] = []
    for part in used where part.path != main.path {
      guard let other = self.slot(part.path) else { continue }
      let number = (value(part.path, in: planned) * ratio).threeDigits(.toNearestOrEven)
      rest += number * part.weight(planned)
      if let change = change(other, to: Quantiles3(p5: number, p50: number, p95: number)) { changes.append(change) }
    }
    let weight = main.weight(planned)
    let middle = (posterior.p50 - rest) / weight
    let range = posterior.map { max(($0 - rest) / weight, middle / 20) }
    if let change = change(slot, to: range) { changes.insert(change, at: 0) }
    return changes
  }

  // MARK: Customers who come again

  func fitRepeats(_ fit: inout Fit) {
    for sold in mix ?? [] { fitRepeats(sold, &fit) }
  }

  /// Customers are those of the product that they bought first.
  private func fitRepeats(_ product: Sold, _ fit: inout Fit) {
    guard let planned = planned.products[product.name], let slot = slot("products.\(product.name).repeat_rate")
    else { return }
    let isSole = scenario.products.names.count == 1
    let all = shop.orders.filter { !$0.customer.isEmpty && $0.day <= period.upperBound }
    var bought: [String: String] = [:]
    var first: [String: CalendarDate] = [:]
    var again: Set<String> = []
    for order in all.sorted(by: { ($0.day, $0.name) < ($1.day, $1.name) }) {
      guard bought[order.customer] != nil else {
        bought[order.customer] = order.product
        if isSole || order.product == product.name { first[order.customer] = order.day }
        continue
      }
      if first[order.customer] != nil { again.insert(order.customer) }
    }
    let named = all.filter { first[$0.customer] != nil }
    guard !named.isEmpty else {
      if planned.repeatRate > 0 { fit.notSeen.append(Fit.NotSeen(parameter: slot.path, why: .noFile)) }
      return
    }
    guard first.count >= Self.leastCustomers, weeks.days >= Self.leastDaysForRepeats else {
      let why: Fit.NotSeen.Why =
        first.count < Self.leastCustomers
        ? .customers(first.count, needed: Self.leastCustomers) : .weeks(weeks.count, needed: 13)
      fit.notSeen.append(Fit.NotSeen(parameter: slot.path, why: why))
      return
    }
    let wait = self.planned.suppliers[product.supplier].map { Self.door($0).mean } ?? 0
    let stays = 1 - 1 / max(1, planned.repeatDays)
    let ages = first.values.map { (age: $0.days(until: period.upperBound), count: 1) }.sorted { $0.age < $1.age }
    let ripe = RipeOrders.count(ages) { 1 - Elementary.pow(stays, max(0, Double($0) - wait)) }
    let count = Double(again.count)
    var row: FitRow
    let spreads: (before: Double, after: Double)
    if let spread = spread(slot) {
      let after = GridBelief(spread.law, successes: count, of: max(ripe, count))
      row = FitRow(
        parameter: slot.path, unit: slot.path, method: .grid, prior: Quantiles3 { spread.law.quantile($0) },
        given: given(slot), posterior: after.quantiles, seen: .customers(again.count, of: first.count))
      row.surprise = GridBelief.surprise(spread.law, again.count, of: Int(max(ripe, count).rounded()))
      spreads = (spread.law.standardDeviation, after.deviation)
    } else {
      let prior = ShareBelief(planned.repeatRate, worth: Self.customersOfOneRate)
      let after = prior.learning(count, of: max(ripe, count))
      row = FitRow(
        parameter: slot.path, unit: slot.path, method: .conjugate, prior: prior.quantiles,
        priorWorth: Self.customersOfOneRate, given: given(slot), posterior: after.quantiles,
        seen: .customers(again.count, of: first.count))
      row.surprise = prior.surprise(again.count, of: Int(max(ripe, count).rounded()))
      row.reasons.append(.oneNumber(worth: Self.customersOfOneRate, unit: .customers))
      spreads = (prior.deviation, after.deviation)
    }
    (row.k, row.n) = (count, ripe)
    judge(&row, orders: named.count, weeks: weeks.count)
    settle(&row, slot, priorSpread: spreads.before, after: spreads.after)
    fit.rows.append(row)
  }
}
