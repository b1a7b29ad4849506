import Language
import Scenarios
import Statistics

extension FitDesk {
  /// The price of a click of each channel: what its money bought, day by day, through season, growth, adstock and
  /// saturation as the scenario has them.
  func fitClicks(_ fit: inout Fit) {
    for (name, channel) in planned.ads.entries.map({ ($0.name, $0.value) }) {
      let path = "ads.\(name).cpc"
      let days = shop.ads.filter { $0.channel == name && period.contains($0.day) }
      guard !days.isEmpty else {
        if channel.budget > 0 { fit.notSeen.append(Fit.NotSeen(parameter: path, why: .noFile)) }
        continue
      }
      guard channel.clickPrice != nil, let slot = slot(path) else {
        fit.notSeen.append(Fit.NotSeen(parameter: "ads.\(name).cpm", why: .pricedByViews))
        continue
      }
      guard days.contains(where: { $0.clicks > 0 && $0.spend > 0 }) else {
        fit.notSeen.append(Fit.NotSeen(parameter: path, why: .noClicks))
        continue
      }
      fit.rows.append(row(slot, channel, days))
      for part in ["saturation", "hill", "carryover"] where isUncertain("ads.\(name).\(part)") {
        fit.notSeen.append(Fit.NotSeen(parameter: "ads.\(name).\(part)", why: .notLearnt))
      }
    }
  }

  private func row(_ slot: Slot, _ channel: AdChannel, _ days: [SeenShop.AdDay]) -> FitRow {
    let clicks = weeks.sums(weeks.daily(days, \.day, \.clicks))
    let money = weeks.sums(level(channel, weeks.daily(days, \.day, \.spend)))
    let told = clicks.indices.filter { clicks[$0] > 0 && money[$0] > 0 }
    let logs = told.map { Elementary.log(money[$0] / clicks[$0]) }
    let total = (money: told.reduce(0) { $0 + money[$1] }, clicks: told.reduce(0) { $0 + clicks[$1] })
    let seen = LogBelief.Seen(
      logs, centre: Elementary.log(total.money / total.clicks), lag: LogBelief.Seen.lag(of: logs))
    let spread = spread(slot)
    let prior = prior(spread?.law, channel)
    let after = prior.learning(seen)
    var row = FitRow(
      parameter: slot.path, unit: slot.path, method: .conjugate,
      prior: spread.map { law in Quantiles3 { law.law.quantile($0) } } ?? prior.quantiles,
      priorWorth: spread == nil ? Self.weeksOfOnePrice : nil, given: given(slot), posterior: after.quantiles,
      seen: .weeks(told.count))
    row.k = total.clicks
    row.n = days.reduce(0) { $0 + $1.spend }
    row.surprise = prior.surprise(seen)
    if spread == nil { row.reasons.append(.oneNumber(worth: Self.weeksOfOnePrice, unit: .weeks)) }
    if channel.saturation != nil { row.reasons.append(.saturated) }
    if let drift = Self.drift(logs) {
      row.posterior = row.posterior.holding([drift.first, drift.second])
      row.reasons.append(.drift(first: drift.first, second: drift.second))
      row.verdict = .review
    }
    judge(&row, orders: Int.max, weeks: told.count, gaps: gaps(in: days.map(\.day)))
    settle(&row, slot, priorSpread: prior.sigma, after: after.sigma)
    return row
  }

  private static let weeksOfOnePrice = 4.0
  private static let usualSpread = 0.35
  private static let usualWeek = 0.2

  private func prior(_ law: Law?, _ channel: AdChannel) -> LogBelief {
    let week = Elementary.squareRoot(WeeklyNoise([(channel.priceDeviation, channel.priceHalflife)]).variance)
    let deviation = week > 0.02 ? week : Self.usualWeek
    let degrees = Self.weeksOfOnePrice
    guard let law, law.quantile(0.05) > 0 else {
      return LogBelief(
        median: channel.cpc ?? 1, sigma: Self.usualSpread, degrees: degrees, deviation: deviation)
    }
    let sigma = Elementary.log(law.quantile(0.95) / law.quantile(0.05)) / (2 * Normal.quantile(0.95))
    return LogBelief(
      median: law.quantile(0.5), sigma: max(sigma, 1e-3), degrees: degrees, deviation: deviation)
  }

  /// The money that worked on each day, at the click prices of a day without season, growth and saturation.
  private func level(_ channel: AdChannel, _ spend: [Double]) -> [Double] {
    let offset = max(0, start.days(until: weeks.first))
    let growth = Elementary.pow(1 + channel.inflation, 1.0 / 365)
    var price = Elementary.pow(growth, Double(offset))
    var adstock = 0.0
    return spend.indices.map { day in
      let month = (weeks.first.adding(days: day) ?? weeks.first).month - 1
      adstock = adstock * channel.carryover + spend[day] * (1 - channel.carryover)
      defer { price *= growth }
      return adstock / (channel.seasonAds[month] * price * Self.saturation(channel, adstock))
    }
  }

  private static func saturation(_ channel: AdChannel, _ adstock: Double) -> Double {
    guard let saturation = channel.saturation, adstock > 0 else { return 1 }
    let ratio = Elementary.pow(adstock / saturation, channel.hill)
    return Elementary.pow(1 + (Elementary.pow(2, channel.hill) - 1) * ratio, 1 / channel.hill)
  }

  /// The middles of both halves, where they are further apart than weeks scatter.
  private static func drift(_ logs: [Double]) -> (first: Double, second: Double)? {
    guard logs.count > 5 else { return nil }
    let middle = logs.count / 2
    let (one, other) = (Moments(Array(logs[..<middle])), Moments(Array(logs[middle...])))
    let lag = LogBelief.Seen.lag(of: logs)
    let error = Elementary.squareRoot(
      (one.standardError * one.standardError + other.standardError * other.standardError) * (1 + lag) / (1 - lag))
    guard error > 0, (one.mean - other.mean).magnitude > 2 * error else { return nil }
    return (Elementary.exp(one.mean), Elementary.exp(other.mean))
  }

  // MARK: Judging rows

  /// Days of the period without a row.
  func gaps(in days: [CalendarDate]) -> Int {
    let told = Set(days.compactMap { weeks.index(of: $0) })
    return weeks.days - told.count
  }

  /// Too little, surprising, with gaps.
  func judge(_ row: inout FitRow, orders: Int, weeks told: Int, gaps: Int = 0) {
    if orders < Fit.leastOrders || told < Fit.leastWeeks {
      row.verdict = .fail
      row.reasons = [.tooFew(orders: orders == Int.max ? 0 : orders, weeks: told)]
      row.posterior = row.prior
      row.moved = false
      return
    }
    if let surprise = row.surprise, surprise < 0.05 {
      row.reasons.append(.surprising(surprise))
      if surprise < 0.01 { row.verdict = max(row.verdict, .review) }
    }
    if Double(gaps) > 0.1 * Double(weeks.days) {
      row.reasons.append(.gaps(days: gaps, of: weeks.days))
      row.verdict = max(row.verdict, .review)
    }
  }

  /// Did it move? Then the change of its slot is proposed.
  /// - Parameters: the spreads before and after, on a scale on which the middles are compared as well.
  func settle(_ row: inout FitRow, _ slot: Slot, priorSpread: Double, after: Double) {
    guard row.verdict != .fail else { return }
    let shift = (row.posterior.p50 - row.prior.p50).magnitude
    let width = (row.prior.p95 - row.prior.p5) / (2 * Normal.quantile(0.95))
    row.moved = !(after > 0.9 * priorSpread && shift < 0.1 * width)
    guard row.moved else { return }
    if let change = change(slot, to: row.posterior) { row.changes = [change] } else { row.moved = false }
  }
}
