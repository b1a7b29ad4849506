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
    guard let product = soleProduct else {
      for name in ["returns.refunds", "returns.chargebacks"] {
        fit.notSeen.append(Fit.NotSeen(parameter: name, why: .severalProducts))
      }
      return
    }
    if shop.refunds.isEmpty, shop.sales.isEmpty {
      fit.notSeen.append(Fit.NotSeen(parameter: "returns.refunds", why: .noFile))
    } else {
      fit.rows += refundRow(product).map { [$0] } ?? []
    }
    if shop.sales.isEmpty, shop.chargebacks.isEmpty {
      fit.notSeen.append(Fit.NotSeen(parameter: "returns.chargebacks", why: .noFile))
    } else {
      fit.rows += chargebackRow(product).map { [$0] } ?? []
    }
  }

  /// Its name, and that of the supplier whose offer comes first.
  private var soleProduct: (name: String, supplier: String)? {
    guard let name = scenario.products.names.first, scenario.products.names.count == 1,
      let supplier = scenario.products[name]?.offers.names.first
    else { return nil }
    return (name, supplier)
  }

  /// A part of a rate: its path and how much of an order's chance it brings, in one scenario.
  private typealias Part = (path: String, weight: (Scenario) -> Double)

  private func refundParts(_ name: String, _ supplierName: String) -> [Part] {
    func kept(_ world: Scenario) -> Double { 1 - world.returns.disputeShare }
    return [
      ("products.\(name).return_rate", { _ in 1 }),
      ("suppliers.\(supplierName).lost_rate", kept), ("suppliers.\(supplierName).defect_rate", kept),
      (
        "products.\(name).late_complaint",
        { world in kept(world) * Self.lateShare(world, name, supplierName) }
      ),
    ]
  }

  /// The share of orders that arrive later than promised.
  private static func lateShare(_ world: Scenario, _ name: String, _ supplierName: String) -> Double {
    guard let product = world.products[name], let supplier = world.suppliers[supplierName] else { return 0 }
    return 1 - Self.door(supplier).cdf(product.promisedDays + 0.5)
  }

  static func door(_ supplier: Supplier) -> LagSum { LagSum([supplier.handlingDays, supplier.transitDays]) }

  private func value(_ path: String, in world: Scenario) -> Double {
    scenario.slot(path)?.get(world)?.number ?? 0
  }

  private func rate(_ parts: [Part], in world: Scenario) -> Double {
    min(0.99, parts.reduce(0) { $0 + value($1.path, in: world) * $1.weight(world) })
  }

  private func refundRow(_ product: (name: String, supplier: String)) -> FitRow? {
    guard let supplier = planned.suppliers[product.supplier] else { return nil }
    let lag = LagSum([supplier.handlingDays, supplier.transitDays, planned.returns.refundDays])
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
      "returns.refunds", refundParts(product.name, product.supplier), count: count, lag: lag,
      worth: Self.ordersOfOneRefundRate)
  }

  private func chargebackRow(_ product: (name: String, supplier: String)) -> FitRow? {
    let lag = LagSum([planned.returns.disputeDays])
    let parts: [Part] = [
      ("returns.fraud_rate", { _ in 1 }),
      (
        "returns.dispute_share",
        { world in
          guard let supplier = world.suppliers[product.supplier], let sold = world.products[product.name] else {
            return 0
          }
          return supplier.lostRate + supplier.defectRate + sold.lateComplaint
            * Self.lateShare(world, product.name, product.supplier)
        }
      ),
    ]
    let seen = shop.chargebacks.filter { $0.day.map { period.contains($0) } ?? true }
    return row(
      "returns.chargebacks", parts, count: Double(seen.count), lag: lag, worth: Self.ordersOfOneDisputeRate)
  }

  private var seenOrders: [SeenShop.Order] { shop.orders.filter { period.contains($0.day) } }

  /// A rate that several numbers add up to. What is learnt of it goes to the largest of them, the others keep their
  /// proportion in the middle.
  private func row(_ name: String, _ parts: [Part], count: Double, lag: LagSum, worth: Double) -> FitRow? {
    let now = rate(parts, in: planned)
    let used = parts.filter { value($0.path, in: planned) * $0.weight(planned) > 0 }
    guard now > 0, let main = used.max(by: { share($0) < share($1) }), let slot = slot(main.path) else { return nil }
    let ages = seenOrders.map { (age: $0.day.days(until: period.upperBound), count: 1) }
    let ripe = RipeOrders.count(ages) { lag.cdf(Double($0)) }
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

  private func share(_ part: Part) -> Double { value(part.path, in: planned) * part.weight(planned) }

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
    guard let product = soleProduct, let planned = planned.products[product.name],
      let slot = slot("products.\(product.name).repeat_rate")
    else { return }
    let named = shop.orders.filter { !$0.customer.isEmpty && $0.day <= period.upperBound }
    var first: [String: CalendarDate] = [:]
    var again: Set<String> = []
    for order in named.sorted(by: { ($0.day, $0.name) < ($1.day, $1.name) }) {
      if first[order.customer] == nil { first[order.customer] = order.day } else { again.insert(order.customer) }
    }
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
