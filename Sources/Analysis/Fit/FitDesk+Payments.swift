import Language
import Scenarios
import Statistics

extension FitDesk {
  private static let leastPayouts = 10
  private static let monthsOfOneHoldRate = 24.0
  /// A payout that comes so many days later than usual was held.
  private static let lateDays = 14

  /// What processors keep, and when they pay.
  func fitPayments(_ fit: inout Fit) {
    for name in scenario.stores.names {
      guard let store = planned.stores[name] else { continue }
      let sales = shop.sales.filter { isOf(name, $0.store) && period.contains($0.day) && $0.gross > 0 }
      let ways = store.ways
      if ways.count == 1 {
        fitPayments(name, ways[0], store.commission, sales, &fit)
        continue
      }
      // Each way has the books of the processor of its name.
      let told = ways.filter { way in sales.contains { $0.processor == way.name } }
      guard !told.isEmpty else {
        fit.notSeen.append(Fit.NotSeen(parameter: "stores.\(name).payments", why: .severalWays))
        continue
      }
      let counts = told.map { way in sales.count { $0.processor == way.name } }
      for (way, _) in zip(told, counts).sorted(by: { $0.1 > $1.1 }) {
        fitPayments(name, way, store.commission, sales.filter { $0.processor == way.name }, &fit)
      }
    }
  }

  private func fitPayments(
    _ name: String, _ named: (name: String, way: PaymentWay), _ commission: Double, _ sales: [SeenShop.Sale],
    _ fit: inout Fit
  ) {
    let base = named.name.isEmpty ? "stores.\(name)" : "stores.\(name).payments.\(named.name)"
    let way = named.way
    guard !sales.isEmpty else {
      for part in ["payment_fee", "payout_days", "hold_rate"] {
        fit.notSeen.append(Fit.NotSeen(parameter: "stores.\(name).\(part)", why: .noFile))
      }
      return
    }
    fit.rows += feeRow(base, commission, way, sales).map { [$0] } ?? []
    fitPayouts(base, name, way, sales, &fit)
  }

  // MARK: Fees

  /// A share and a fixed part: read off where all rows fit to a cent.
  private func feeRow(_ base: String, _ commission: Double, _ way: PaymentWay, _ sales: [SeenShop.Sale]) -> FitRow? {
    guard let slot = self.slot(base + ".payment_fee"), let fixedSlot = self.slot(base + ".payment_fee_fixed"),
      sales.count > 2
    else { return nil }
    let (x, y) = (sales.map(\.gross), sales.map(\.fee))
    let count = Double(sales.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let square = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let product = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let slope = square > 1e-9 * meanX * meanX ? product / square : (meanY - way.paymentFeeFixed) / meanX
    // Fees are told in tenths of a point nearly always, and cents of many rows hide the next digit.
    let readings = [1e3, 1e4].map { scale -> (share: Double, fixed: Double, isExact: Bool) in
      let share = (slope * scale).rounded() / scale
      let fixed = ((meanY - share * meanX) * 100).rounded() / 100
      let fitting = zip(x, y).count { ($1 - share * $0 - fixed).magnitude <= 0.0101 }
      return (share, fixed, Double(fitting) >= 0.95 * count && share >= 0 && fixed >= 0)
    }
    let (share, fixed, isExact) = readings.first(where: \.isExact) ?? readings[1]
    let rates = weekly(sales) { rows in
      (rows.reduce(0) { $0 + $1.fee } - Double(rows.count) * way.paymentFeeFixed) / rows.reduce(0) { $0 + $1.gross }
    }
    let mine = isExact ? share - commission : meanY / meanX - way.paymentFeeFixed / meanX - commission
    guard mine >= 0 else { return nil }
    let now = Quantiles3(p5: way.paymentFee, p50: way.paymentFee, p95: way.paymentFee)
    var row = FitRow(
      parameter: slot.path, unit: slot.path, method: .readOff,
      prior: spread(slot).map { spread in Quantiles3 { spread.law.quantile($0) } } ?? now, given: given(slot),
      posterior: Quantiles3(p5: mine, p50: mine, p95: mine), seen: .sales(sales.count))
    if !isExact {
      let own = rates.map { $0 - commission }
      row.posterior = row.posterior.holding(own).map { max(0, $0) }
      row.reasons.append(.scattered)
    }
    judge(&row, orders: sales.count, weeks: max(rates.count, sales.count >= Fit.leastOrders ? Fit.leastWeeks : 0))
    guard row.verdict != .fail else { return row }
    row.moved = row.posterior != row.prior || isExact && fixed != way.paymentFeeFixed
    guard row.moved else { return row }
    if row.posterior != row.prior { row.changes = [change(slot, to: row.posterior)].compactMap(\.self) }
    if isExact, fixed != way.paymentFeeFixed {
      row.changes += [change(fixedSlot, to: Quantiles3(p5: fixed, p50: fixed, p95: fixed))].compactMap(\.self)
    }
    // The same to the last digit that is written is no change.
    row.changes.removeAll { $0.text == written(at: $0.path) }
    row.moved = !row.changes.isEmpty
    return row
  }

  /// What the scenario has there, as it is written.
  private func written(at path: String) -> String? { scenario.slot(path).map(given) }

  private func weekly(_ sales: [SeenShop.Sale], _ body: ([SeenShop.Sale]) -> Double) -> [Double] {
    var byWeek: [Int: [SeenShop.Sale]] = [:]
    for sale in sales { if let day = weeks.index(of: sale.day) { byWeek[day / 7, default: []].append(sale) } }
    return byWeek.sorted { $0.key < $1.key }.filter { $0.value.count > 2 }.map { body($0.value) }
  }

  // MARK: Payouts and holds

  private func fitPayouts(
    _ base: String, _ store: String, _ way: PaymentWay, _ sales: [SeenShop.Sale], _ fit: inout Fit
  ) {
    let path = base + ".payout_days"
    let paid = sales.compactMap { sale in sale.paid.map { (sale: sale, days: sale.day.days(until: $0), on: $0) } }
    let payouts = Set(paid.map { $0.sale.payout.isEmpty ? $0.on.description : $0.sale.payout }).count
    guard payouts >= Self.leastPayouts else {
      let why = Fit.NotSeen.Why.payouts(payouts, needed: Self.leastPayouts)
      fit.notSeen += [path, "stores.\(store).hold_rate"].map { Fit.NotSeen(parameter: $0, why: why) }
      return
    }
    let usual = paid.map { Double($0.days) }.sorted()[paid.count / 2]
    if way.payoutFrom == .delivery {
      fit.notSeen.append(Fit.NotSeen(parameter: path, why: .fromDelivery))
    } else if let slot = slot(path) {
      fit.rows.append(daysRow(slot, base, way, paid.map { ($0.sale.day, $0.on) }, payouts))
    }
    // A hold is the store's: that of several ways to pay which brings most tells of it.
    guard let slot = slot("stores.\(store).hold_rate"),
      !fit.rows.contains(where: { $0.parameter == slot.path })
    else { return }
    fit.rows.append(holdRow(slot, planned.stores[store]?.holdRate ?? 0, paid.map { ($0.sale.day, $0.days) }, usual))
  }

  private func daysRow(
    _ slot: Slot, _ base: String, _ way: PaymentWay, _ paid: [(from: CalendarDate, to: CalendarDate)], _ payouts: Int
  ) -> FitRow {
    let calendar = paid.map { Double($0.from.days(until: $0.to)) }
    let business = paid.map { Double(Self.businessDays($0.from, $0.to)) }
    let usesBusiness = Moments(business).standardDeviation < Moments(calendar).standardDeviation
    let days = (usesBusiness ? business : calendar).sorted()[paid.count / 2]
    let fixed = Quantiles3(p5: way.payoutDays, p50: way.payoutDays, p95: way.payoutDays)
    var row = FitRow(
      parameter: slot.path, unit: slot.path, method: .readOff,
      prior: spread(slot).map { spread in Quantiles3 { spread.law.quantile($0) } } ?? fixed, given: given(slot),
      posterior: Quantiles3(p5: days, p50: days, p95: days), seen: .payouts(payouts))
    row.moved = row.posterior != row.prior || usesBusiness != way.payoutBusinessDays
    guard row.moved else { return row }
    row.changes = [change(slot, to: row.posterior)].compactMap(\.self)
    if usesBusiness != way.payoutBusinessDays, let flag = self.slot(base + ".payout_business_days") {
      row.changes += [change(flag, text: usesBusiness ? "yes" : "no")].compactMap(\.self)
    }
    return row
  }

  /// Mondays to Fridays after the first day, up to the last.
  private static func businessDays(_ from: CalendarDate, _ to: CalendarDate) -> Int {
    let days = from.days(until: to)
    guard days > 0 else { return 0 }
    return (1...days).count { day in
      guard let weekday = from.adding(days: day)?.weekday else { return false }
      return weekday != .saturday && weekday != .sunday
    }
  }

  /// Payouts that stop and come much later than usual: each spell of them is a hold.
  private func holdRow(
    _ slot: Slot, _ now: Double, _ paid: [(day: CalendarDate, days: Int)], _ usual: Double
  ) -> FitRow {
    let late = paid.filter { Double($0.days) > usual + Double(Self.lateDays) }.map(\.day).sorted()
    let holds = zip(late, late.dropFirst()).reduce(late.isEmpty ? 0 : 1) {
      $0 + ($1.0.days(until: $1.1) > Self.lateDays ? 1 : 0)
    }
    let months = max(0, Double(weeks.days) - usual - Double(Self.lateDays)) / (365.0 / 12)
    var row: FitRow
    let spreads: (before: Double, after: Double)
    let law = spread(slot)?.law
    let mean = law?.mean ?? now
    // A gamma law of the range's own mean and spread; of one number, of so many months.
    let exposure = law.map { mean / ($0.standardDeviation * $0.standardDeviation) } ?? Self.monthsOfOneHoldRate
    let prior = RateBelief(events: mean * exposure, exposure: exposure)
    let after = prior.learning(Double(holds), in: months)
    row = FitRow(
      parameter: slot.path, unit: slot.path, method: .conjugate,
      prior: law.map { law in Quantiles3 { law.quantile($0) } } ?? prior.quantiles,
      priorWorth: law == nil ? Self.monthsOfOneHoldRate : nil, given: given(slot), posterior: after.quantiles,
      seen: .events(holds, months: months))
    (row.k, row.n) = (Double(holds), months)
    row.surprise = prior.surprise(holds, in: months)
    guard now > 0 || holds > 0 else {
      row.moved = false
      row.posterior = row.prior
      return row
    }
    if law == nil { row.reasons.append(.oneNumber(worth: Self.monthsOfOneHoldRate, unit: .months)) }
    spreads = (prior.deviation, after.deviation)
    judge(&row, orders: Int.max, weeks: weeks.count)
    settle(&row, slot, priorSpread: spreads.before, after: spreads.after)
    return row
  }
}
