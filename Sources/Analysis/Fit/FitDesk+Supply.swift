import Language
import Scenarios
import Statistics

/// What suppliers bill and how long parcels take.
extension FitDesk {
  private static let leastCosts = 10
  private static let lastCosts = 30
  private static let leastDeliveries = 10
  private static let ordersOfOneDelay = 20.0

  func fitSupply(_ fit: inout Fit) {
    let products = scenario.products.names
    var parcels: [String: [SeenShop.Cost]] = [:]
    for product in products {
      let bills = shop.costs.filter { products.count == 1 || $0.product == product }
      if bills.isEmpty, !shop.costs.isEmpty {
        fit.notSeen.append(Fit.NotSeen(parameter: "products.\(product).offers", why: .severalProducts))
        continue
      }
      let offers = planned.products[product]?.offers.names ?? []
      for offer in offers {
        let rows = bills.filter { Self.isSame($0.supplier, offer) || offers.count == 1 }
        fitCosts("products.\(product).offers.\(offer)", rows, &fit)
        parcels[offer, default: []] += rows
      }
    }
    for supplier in scenario.suppliers.names {
      if let rows = parcels[supplier] { fitDelivery(supplier, rows, &fit) }
    }
  }

  private static func isSame(_ name: String, _ other: String) -> Bool {
    func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    return plain(name) == plain(other)
  }

  /// The mean of the last bills: prices stand until they change.
  private func fitCosts(_ path: String, _ costs: [SeenShop.Cost], _ fit: inout Fit) {
    let parts: [(name: String, value: (SeenShop.Cost) -> Double?)] = [
      ("unit_cost", { $0.goods }), ("shipping_cost", { $0.shipping }),
    ]
    for part in parts {
      guard let slot = slot(path + "." + part.name) else { continue }
      let known = costs.filter { $0.ordered <= period.upperBound }.sorted { $0.ordered < $1.ordered }
        .compactMap(part.value).suffix(Self.lastCosts)
      guard known.count >= Self.leastCosts else {
        fit.notSeen.append(
          Fit.NotSeen(
            parameter: slot.path, why: costs.isEmpty ? .noFile : .costs(known.count, needed: Self.leastCosts)))
        continue
      }
      let mean = ((known.reduce(0, +) / Double(known.count)) * 100).rounded() / 100
      let now = slot.get(planned)?.number ?? 0
      var row = FitRow(
        parameter: slot.path, unit: slot.path, method: .readOff,
        prior: spread(slot).map { spread in Quantiles3 { spread.law.quantile($0) } }
          ?? Quantiles3(p5: now, p50: now, p95: now),
        given: given(slot), posterior: Quantiles3(p5: mean, p50: mean, p95: mean), seen: .costs(known.count))
      row.moved = row.posterior != row.prior
      if row.moved { row.changes = [change(slot, text: words(mean, slot))].compactMap(\.self) }
      fit.rows.append(row)
    }
  }

  /// Days from the order to the door; only orders that are old enough that late parcels have come, too.
  private func fitDelivery(_ name: String, _ costs: [SeenShop.Cost], _ fit: inout Fit) {
    guard let supplier = planned.suppliers[name], let slot = slot("suppliers.\(name).transit_days") else { return }
    let door = Self.door(supplier)
    let ripe = costs.filter { Double($0.ordered.days(until: period.upperBound)) > door.quantile(0.95) }
    let days = ripe.compactMap { cost in cost.delivered.map { Double(max(1, cost.ordered.days(until: $0))) } }
    guard days.count >= Self.leastDeliveries else {
      let isTold = costs.contains { $0.delivered != nil }
      fit.notSeen.append(
        Fit.NotSeen(
          parameter: slot.path, why: isTold ? .deliveries(days.count, needed: Self.leastDeliveries) : .noFile))
      return
    }
    let sigma = max(0.05, Elementary.log(door.quantile(0.95) / max(1, door.quantile(0.5))) / Normal.quantile(0.95))
    let worth = Self.ordersOfOneDelay
    let prior = LogBelief(median: max(1, door.quantile(0.5)), worth: worth, degrees: worth, deviation: sigma)
    let seen = LogBelief.Seen(days.map(Elementary.log), lag: 0)
    let after = prior.learning(seen)
    // Of the days of one parcel, as the scenario has a law for these.
    func law(_ belief: LogBelief) -> Quantiles3 {
      Quantiles3 { belief.median * Elementary.exp(belief.deviation * Normal.quantile($0)) }
    }
    let handling = supplier.handlingDays.meanDays
    var row = FitRow(
      parameter: slot.path, unit: slot.path, method: .conjugate, prior: law(prior).map { max(0, $0 - handling) },
      priorWorth: worth, given: given(slot), posterior: law(after).map { max(0.5, $0 - handling) },
      seen: .deliveries(days.count))
    row.surprise = prior.surprise(seen)
    row.reasons.append(.oneNumber(worth: worth, unit: .orders))
    judge(&row, orders: days.count, weeks: weeks.count)
    guard row.verdict != .fail else { return fit.rows.append(row) }
    let (low, high) = (row.posterior.p5.threeDigits(.down), row.posterior.p95.threeDigits(.up))
    row.changes = [change(slot, text: "\(low.plain) to \(high.plain) days")].compactMap(\.self)
    row.moved = !row.changes.isEmpty
    fit.rows.append(row)
  }
}
