import Language
import Scenarios
import Simulation
import Statistics

extension FitDesk {
  private static let visitsOfOneNumber = 300.0

  /// A store, the orders of new customers that each week brought it, and what its clicks were worth.
  private struct StoreWeeks {
    let name: String
    let conversion: Slot
    let clicks: Double
    let orders: [Double]
    let exposure: OrderExposure
  }

  /// What a visit is worth: orders of new customers beside the clicks that brought them.
  func fitOrders(_ fit: inout Fit) {
    guard scenario.testedProduct == nil else {
      fit.notSeen += scenario.stores.names.map {
        Fit.NotSeen(parameter: "stores.\($0).conversion", why: .productTests)
      }
      return
    }
    let stores = scenario.stores.names.indices.compactMap { storeWeeks($0, &fit) }
    guard !stores.isEmpty else { return }
    let conversions = stores.map(\.conversion.path)
    let inputs = uncertainInputs.filter { path in
      !path.hasSuffix(".conversion") || conversions.contains(path)
    }
    let isSimple = inputs.allSatisfy(conversions.contains) && Set(conversions).count == conversions.count
    var rows = isSimple ? [] : byWorlds(stores, inputs, &fit)
    for store in stores {
      let expected = weeks.sums(store.exposure.daily(in: planned))
      let share = WeeklyShare(zip(store.orders, expected).map { (successes: $0, trials: max($1, $0)) })
      if isSimple { rows.append(row(store.conversion, share, store.clicks)) }
      for place in rows.indices where rows[place].parameter == store.conversion.path {
        remark(&rows[place], share)
      }
    }
    fit.rows += rows
  }

  private func storeWeeks(_ place: Int, _ fit: inout Fit) -> StoreWeeks? {
    let name = scenario.stores.names[place]
    let path = "stores.\(name).conversion"
    let own = planned.ads.names.filter { channel in
      planned.ads[channel].map { planned.storeIndex($0.store) == place } ?? false
    }
    let channels = own.map { name in
      (
        channel: name,
        daily: weeks.daily(shop.ads.filter { $0.channel == name && period.contains($0.day) }, \.day, \.clicks)
      )
    }
    let clicks = channels.reduce(0) { $0 + $1.daily.reduce(0, +) }
    guard clicks > 0, let slot = slot(path) else {
      fit.notSeen.append(Fit.NotSeen(parameter: path, why: .noClicks))
      return nil
    }
    let orders = newOrders.filter { isOf(name, $0.store) }
    guard !orders.isEmpty || shop.orders.allSatisfy({ !$0.store.isEmpty }) else {
      fit.notSeen.append(Fit.NotSeen(parameter: path, why: .severalStores))
      return nil
    }
    return StoreWeeks(
      name: name, conversion: slot, clicks: clicks, orders: weeks.sums(weeks.daily(orders, \.day) { _ in 1 }),
      exposure: OrderExposure(weeks, start: start, clicks: channels, store: place))
  }

  /// Those of customers who were not seen before; all of them where files name no customers.
  private var newOrders: [SeenShop.Order] {
    var known: Set<String> = []
    return shop.orders.sorted { ($0.day, $0.name) < ($1.day, $1.name) }.filter { order in
      order.customer.isEmpty || known.insert(order.customer).inserted
    }.filter { period.contains($0.day) }
  }

  /// What was given as a range and has a share in the orders that clicks bring.
  private var uncertainInputs: [String] {
    let paths =
      scenario.stores.names.map { "stores.\($0).conversion" }
      + scenario.products.names.flatMap { name in
        ["conversion_factor", "elasticity", "price", "reference_price"].map { "products.\(name).\($0)" }
      }
      + scenario.ads.names.flatMap { name in
        ["intent", "fatigue_halflife", "fatigue_floor", "learning_days", "learning_factor"].map { "ads.\(name).\($0)" }
      }
      + scenario.traffic.names.flatMap { name in ["visits", "ramp_days", "intent"].map { "traffic.\(name).\($0)" } }
      + ["trend", "copycats", "fad_halflife", "delivery_sensitivity"].map { "market.\($0)" }
    var origins: [String] = []
    for path in paths where isUncertain(path) {
      if let origin = scenario.origin(of: path), !origins.contains(origin) { origins.append(origin) }
    }
    return origins
  }

  // MARK: One number in closed form

  private func row(_ slot: Slot, _ share: WeeklyShare, _ clicks: Double) -> FitRow {
    let (total, dispersion) = (share.total, share.dispersion)
    let (k, n) = (total.successes / dispersion, total.trials / dispersion)
    var row: FitRow
    let spreads: (before: Double, after: Double)
    if let spread = spread(slot), !spread.law.isBeta {
      let after = GridBelief(spread.law, successes: k, of: n)
      row = FitRow(
        parameter: slot.path, unit: slot.path, method: .grid, prior: Quantiles3 { spread.law.quantile($0) },
        given: given(slot), posterior: after.quantiles, seen: .orders(total.successes, of: clicks))
      row.surprise = GridBelief.surprise(spread.law, Int(k.rounded()), of: Int(n.rounded()))
      spreads = (spread.law.standardDeviation, after.deviation)
    } else {
      let law = spread(slot)?.law
      let mean = law?.mean ?? slot.get(planned)?.number ?? 0
      let worth = law.map { mean * (1 - mean) / ($0.standardDeviation * $0.standardDeviation) - 1 }
      let prior = ShareBelief(mean, worth: worth ?? Self.visitsOfOneNumber)
      let after = prior.learning(total.successes, of: total.trials, dispersion: dispersion)
      row = FitRow(
        parameter: slot.path, unit: slot.path, method: .conjugate, prior: prior.quantiles,
        priorWorth: law == nil ? Self.visitsOfOneNumber : nil, given: given(slot), posterior: after.quantiles,
        seen: .orders(total.successes, of: clicks))
      row.surprise = prior.surprise(Int(k.rounded()), of: Int(n.rounded()))
      if law == nil { row.reasons.append(.oneNumber(worth: Self.visitsOfOneNumber, unit: .visits)) }
      spreads = (prior.deviation, after.deviation)
    }
    row.posterior = row.posterior.stretched(by: share.stretch)
    drift(&row, share)
    judge(&row, orders: Int(total.successes), weeks: share.weeks, gaps: gapsOfAds)
    settle(&row, slot, priorSpread: spreads.before, after: spreads.after)
    return row
  }

  private var gapsOfAds: Int { gaps(in: shop.ads.map(\.day)) }

  private func drift(_ row: inout FitRow, _ share: WeeklyShare) {
    guard let halves = share.halves, halves.drifts else { return }
    row.posterior = row.posterior.holding([halves.first, halves.second])
    row.reasons.append(.drift(first: halves.first, second: halves.second))
    row.verdict = max(row.verdict, .review)
  }

  private func remark(_ row: inout FitRow, _ share: WeeklyShare) {
    row.k = share.total.successes
    row.n = share.total.trials
    row.dispersion = share.dispersion
    guard row.verdict != .fail else { return }
    if !share.odd.isEmpty {
      row.reasons.append(.oddWeeks(share.odd.count))
      row.verdict = max(row.verdict, .review)
    }
    if planned.traffic.entries.contains(where: { $0.value.visits > 0 }) { row.reasons.append(.plannedVisits) }
    let comeBack = planned.products.entries.contains { $0.value.repeatRate > 0 }
    if comeBack, !shop.orders.contains(where: { !$0.customer.isEmpty }) { row.reasons.append(.noCustomers) }
  }

  // MARK: Several numbers by worlds

  /// Draws of all numbers that orders follow from, weighted by how well the plan of each explains the weeks.
  private func byWorlds(_ stores: [StoreWeeks], _ inputs: [String], _ fit: inout Fit) -> [FitRow] {
    let program = Program(scenario, seed: seed)
    let columns = program.drawn(paths: paths)
    let noises = stores.map { store in
      let noise = noise(of: store)
      let weekly = store.orders.reduce(0, +) / Double(max(1, store.orders.count))
      return (noise: noise, overlap: noise.overlap(weeks: store.orders.count, ordersAWeek: weekly))
    }
    var ratios: [Double] = []
    var totals = stores.map { _ in [Double]() }
    ratios.reserveCapacity(paths)
    ParameterDraws(scenario, seed: seed, paths: paths).eachWorld { world in
      var ratio = 0.0
      for (place, store) in stores.enumerated() {
        let share = world.stores[store.name]?.conversion ?? 0
        let expected = weeks.sums(store.exposure.daily(in: world)).map { $0 * share }
        totals[place].append(expected.reduce(0, +))
        let (noise, overlap) = noises[place]
        ratio +=
          zip(store.orders, expected).reduce(0) {
            $0 + WeeklyNoise.logChance($1.0, mean: $1.1, excess: noise.excess)
          } / overlap
      }
      ratios.append(ratio)
    }
    let weights = WorldWeights(logRatios: ratios)
    fit.worlds = Fit.Worlds(
      paths: ratios.count, seed: seed, shape: weights.shape, mostShape: WorldWeights.mostShape(worlds: ratios.count),
      effective: weights.effectiveWorlds)
    let all = (clicks: stores.reduce(0) { $0 + $1.clicks }, orders: stores.flatMap(\.orders))
    var rows: [FitRow] = []
    var moved: [(path: String, values: [Double])] = []
    for path in inputs {
      guard let place = program.uncertain.firstIndex(where: { $0.path == path }), let slot = scenario.slot(path)
      else { continue }
      let own = stores.indices.filter { stores[$0].conversion.path == path }
      let seen = own.count == 1 ? (clicks: stores[own[0]].clicks, orders: stores[own[0]].orders) : all
      let chance = own.first.map { index in
        surprise(stores[index].orders, totals[index], noises[index].noise, noises[index].overlap)
      }
      let row = row(slot, columns[place], weights, seen.orders, seen.clicks, surprise: chance)
      if row.moved { moved.append((path, columns[place])) }
      rows.append(row)
    }
    for store in stores where !inputs.contains(store.conversion.path) {
      fit.notSeen.append(Fit.NotSeen(parameter: store.conversion.path, why: .oneNumberAmongRanges))
    }
    for (place, first) in moved.enumerated() {
      for second in moved[(place + 1)...] {
        let rho = weights.rankCorrelation(first.values, second.values)
        if rho.magnitude > 0.3 {
          fit.correlations.append(Fit.Together(first: first.path, second: second.path, rho: rho))
        }
      }
    }
    return rows
  }

  private func row(
    _ slot: Slot, _ values: [Double], _ weights: WorldWeights, _ orders: [Double], _ clicks: Double,
    surprise: Double?
  ) -> FitRow {
    let law = spread(slot)?.law
    let prior = law.map { law in Quantiles3 { law.quantile($0) } } ?? weights.quantiles(values)
    var row = FitRow(
      parameter: slot.path, unit: slot.path, method: .worlds, prior: prior, given: given(slot),
      posterior: weights.quantiles(values), seen: .orders(orders.reduce(0, +), of: clicks))
    row.surprise = surprise
    row.reasons = [.worlds(shape: weights.shape, effective: weights.effectiveWorlds)]
    if weights.verdict == .fail || weights.verdict == .unchanged {
      row.posterior = prior
      row.moved = false
      row.verdict = weights.verdict == .fail ? .fail : .pass
      return row
    }
    if weights.verdict == .review { row.verdict = .review }
    let reasons = row.reasons
    judge(&row, orders: Int(orders.reduce(0, +)), weeks: weeks.count, gaps: gapsOfAds)
    if row.verdict != .fail { row.reasons = reasons + row.reasons.filter { !reasons.contains($0) } }
    settle(
      &row, slot, priorSpread: law?.standardDeviation ?? weights.deviation(values), after: weights.deviation(values))
    return row
  }

  /// Of demand, and of the channel that brings the store most clicks.
  private func noise(of store: StoreWeeks) -> WeeklyNoise {
    let own = planned.ads.entries.filter {
      scenario.stores.names[planned.storeIndex($0.value.store)] == store.name
    }
    let brought = own.map { entry in
      (channel: entry.value, clicks: shop.ads.filter { $0.channel == entry.name }.reduce(0) { $0 + $1.clicks })
    }
    let main = brought.max { $0.clicks < $1.clicks }?.channel
    return WeeklyNoise([
      (planned.market.demandDeviation, planned.market.demandHalflife),
      (main?.noiseDeviation ?? 0, main?.noiseHalflife ?? 0),
    ])
  }

  /// Of all orders of the period, under the scenario as it was.
  private func surprise(_ orders: [Double], _ totals: [Double], _ noise: WeeklyNoise, _ overlap: Double) -> Double {
    let sum = orders.reduce(0, +)
    let share = noise.excess * overlap / Double(max(1, orders.count))
    let below = totals.reduce(0) { $0 + Normal.cdf((sum - $1) / Elementary.squareRoot($1 + share * $1 * $1 + 1e-9)) }
    return Surprise.midP(below: below / Double(max(1, totals.count)), at: 0)
  }
}

extension Law {
  var isBeta: Bool { if case .beta = self { true } else { false } }
}
