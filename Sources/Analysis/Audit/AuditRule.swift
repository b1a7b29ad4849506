import Language
import Scenarios
import Simulation
import Statistics

/// A rule of the audit.
struct AuditRule: Sendable {
  typealias Found = (path: String, what: AuditFinding.What)

  let id: String
  let severity: AuditFinding.Severity
  let find: @Sendable (AuditSubject) -> [Found]

  private init(
    _ id: String, _ severity: AuditFinding.Severity, _ find: @escaping @Sendable (AuditSubject) -> [Found]
  ) {
    (self.id, self.severity, self.find) = (id, severity, find)
  }

  /// In the order in which they are told.
  static let all = [
    AuditRule("order-loses", .wrong) { $0.losingOrders },
    AuditRule("plan-dies", .wrong) { subject in
      guard let day = subject.plan.ruinDay.first, day >= 0 else { return [] }
      return [("cash.budget", .planDies(day: Int(day)))]
    },
    AuditRule("counted-twice", .wrong) { $0.holdsTwice },
    AuditRule("dead-event", .wrong) { $0.deadEvents },
    AuditRule("point-conversion", .doubtful) { subject in
      subject.scenario.stores.entries.compactMap { store in
        let path = "stores.\(store.name).conversion"
        guard subject.isPoint(path), !subject.isTested(store.name) else { return nil }
        return (path, .pointConversion(store: store.name, value: store.value.conversion))
      }
    },
    AuditRule("point-click-price", .doubtful) { $0.pointClickPrices },
    AuditRule("no-refunds", .doubtful) { $0.missingRefunds },
    AuditRule("no-chargebacks", .doubtful) { subject in
      let returns = subject.scenario.returns
      let isNone =
        subject.isZero(returns.fraudRate, "returns.fraud_rate")
        && subject.isZero(returns.disputeShare, "returns.dispute_share")
      return isNone ? [("returns", .noChargebacks)] : []
    },
    AuditRule("no-payment-fee", .doubtful) { subject in
      subject.scenario.stores.entries.compactMap { entry in
        let (name, store) = (entry.name, entry.value)
        let path = "stores.\(name)"
        guard store.payments.isEmpty, subject.isZero(store.paymentFee, path + ".payment_fee"),
          subject.isZero(store.paymentFeeFixed, path + ".payment_fee_fixed")
        else { return nil }
        return (path + ".payment_fee", .noPaymentFee(store: name))
      }
    },
    AuditRule("paid-at-once", .doubtful) { subject in
      subject.scenario.stores.entries.compactMap { entry in
        let (name, store) = (entry.name, entry.value)
        let path = "stores.\(name).payout_days"
        guard store.payments.isEmpty, store.payoutCycle ?? 1 <= 1, store.payoutFrom == .order,
          subject.isZero(store.payoutDays, path)
        else { return nil }
        return (path, .paidAtOnce(store: name))
      }
    },
    AuditRule("suppliers-never-fail", .doubtful) { $0.reliableSuppliers },
    AuditRule("no-holds", .doubtful) { $0.storesWithoutHolds },
    AuditRule("no-ad-ban", .doubtful) { subject in
      let channels = subject.channels.map(\.name)
      let isPaused = subject.happens { action in
        if case .shut(.channel) = action { true } else { false }
      }
      return channels.isEmpty || isPaused ? [] : [("ads", .noAdBan(channels))]
    },
    AuditRule("range-narrow", .doubtful) { subject in
      subject.sourced.compactMap { sourced in
        sourced.width < 0.5 * sourced.sourceWidth ? (sourced.path, .rangeNarrow(sourced.told)) : nil
      }
    },
    AuditRule("range-wide", .doubtful) { subject in
      subject.sourced.compactMap { sourced in
        sourced.width > 2 * sourced.sourceWidth ? (sourced.path, .rangeWide(sourced.told)) : nil
      }
    },
    AuditRule("outside-source", .doubtful) { subject in
      subject.sourced.compactMap { sourced in
        sourced.sourceBand.contains(sourced.median) ? nil : (sourced.path, .outsideSource(sourced.told))
      }
    },
    AuditRule("ads-uncorrelated", .doubtful) { $0.uncorrelatedAds },
    AuditRule("promise-broken", .doubtful) { subject in
      subject.scenario.products.entries.compactMap { product in
        guard let place = OrderPlace(product, in: subject.scenario) else { return nil }
        let promised = Int(product.value.promisedDays)
        let late = place.delivery.survival(promised)
        guard late > 0.5 else { return nil }
        return (
          "products.\(product.name).promised_days",
          .promiseBroken(product: product.name, promised: promised, late: late)
        )
      }
    },
    AuditRule("capacity-short", .doubtful) { $0.shortCapacity },
    AuditRule("idle-brand", .doubtful) { $0.idleBrand },
    AuditRule("free-returns", .doubtful) { $0.freeReturns },
    AuditRule("resting-on-assumptions", .doubtful) { subject in
      guard let resting = subject.resting, resting.isTold, let part = resting.assumptions, part.share > 0.5,
        let first = part.paths.first
      else { return [] }
      return [(first, .restingOnAssumptions(share: part.share, paths: part.paths))]
    },
    AuditRule("same-suppliers", .note) { $0.sameSuppliers },
    AuditRule("short-horizon", .note) { $0.shortHorizon },
    AuditRule("no-season", .note) { subject in
      let months = Set((0..<subject.days).map { subject.scenario.date(ofDay: $0).month })
      let isFlat = subject.scenario.market.season.allSatisfy { $0 == 1 }
      return isFlat && !months.isDisjoint(with: 10...12) ? [("market.season", .noSeason)] : []
    },
    AuditRule("no-own-pay", .note) { $0.unpaidOwner },
    AuditRule("cut", .note) { subject in subject.scenario.cutNotes.map { ($0.path, .cut($0.message)) } },
  ]
}

// MARK: What takes more than a line

extension AuditSubject {
  fileprivate var losingOrders: [AuditRule.Found] {
    scenario.products.entries.compactMap { product in
      guard let place = OrderPlace(product, in: scenario) else { return nil }
      let leaves = OrderEconomics(scenario, place).contribution
      return leaves <= 0
        ? ("products.\(product.name).price", .orderLoses(product: product.name, leaves: leaves)) : nil
    }
  }

  /// Stores whose payouts are held by a rate and by an event as well.
  fileprivate var holdsTwice: [AuditRule.Found] {
    scenario.stores.entries.enumerated().compactMap { index, store in
      let path = "stores.\(store.name).hold_rate"
      let event = events.first { $0.chance != nil && $0.actions.contains(.hold(.store(index))) }
      guard !isZero(store.value.holdRate, path), let event else { return nil }
      return (path, .countedTwice(hold: store.value.holdRate, store: store.name, event: event.name))
    }
  }

  fileprivate var deadEvents: [AuditRule.Found] {
    events.enumerated().compactMap { index, event in
      guard event.chance?.share == 0 || event.from ?? 0 >= days || event.isYearly && event.days.isEmpty else {
        return nil
      }
      return ("events.\(index + 1)", .deadEvent(event.name))
    }
  }

  fileprivate var pointClickPrices: [AuditRule.Found] {
    channels.compactMap { name, channel in
      let paths = ["cpc", "cpm", "ctr"].map { "ads.\(name).\($0)" }
      guard paths.allSatisfy({ isPoint($0) }) else { return nil }
      let byViews = channel.thousandViewsPrice.map { $0 / 1000 / (channel.clickThrough ?? 1) }
      return (paths[byViews == nil ? 0 : 1], .pointClickPrice(channel: name, value: byViews ?? channel.clickPrice ?? 1))
    }
  }

  fileprivate var missingRefunds: [AuditRule.Found] {
    let products = scenario.products.entries.allSatisfy { product in
      isZero(product.value.returnRate, "products.\(product.name).return_rate")
        && isZero(product.value.lateComplaint, "products.\(product.name).late_complaint")
    }
    let suppliers = scenario.suppliers.entries.allSatisfy { supplier in
      isZero(supplier.value.lostRate, "suppliers.\(supplier.name).lost_rate")
        && isZero(supplier.value.defectRate, "suppliers.\(supplier.name).defect_rate")
    }
    guard products, suppliers, let first = scenario.products.names.first else { return [] }
    return [("products.\(first).return_rate", .noRefunds)]
  }

  fileprivate var reliableSuppliers: [AuditRule.Found] {
    let names = scenario.suppliers.names
    let neverFail = scenario.suppliers.entries.allSatisfy { supplier in
      isZero(supplier.value.failureRate, "suppliers.\(supplier.name).failure_rate")
    }
    let neverOut = scenario.products.entries.allSatisfy { product in
      product.value.offers.entries.allSatisfy { offer in
        let path = "products.\(product.name).offers.\(offer.name)"
        return isZero(offer.value.stockoutRate, path + ".stockout_rate")
          && isZero(offer.value.delistingRate, path + ".delisting_rate")
      }
    }
    let isClosed = events.contains { event in
      event.chance != nil
        && event.actions.contains { action in
          switch action {
          case .shut(.supplier), .shut(.offer): true
          default: false
          }
        }
    }
    guard neverFail, neverOut, !isClosed, let first = names.first else { return [] }
    return [("suppliers.\(first).failure_rate", .suppliersNeverFail(names))]
  }

  /// Marketplaces, which take a commission, hold by rules of their own.
  fileprivate var storesWithoutHolds: [AuditRule.Found] {
    scenario.stores.entries.enumerated().compactMap { index, store in
      let path = "stores.\(store.name)"
      let reserves = store.value.ways.contains { $0.way.reserveRate != 0 } || !isPoint(path + ".reserve_rate")
      let isHeld = happens { $0 == .hold(.store(index)) }
      guard isZero(store.value.commission, path + ".commission"), isZero(store.value.holdRate, path + ".hold_rate"),
        !reserves, !isHeld
      else { return nil }
      return (path + ".hold_rate", .noHolds(store: store.name))
    }
  }

  fileprivate var uncorrelatedAds: [AuditRule.Found] {
    let drawn = channels.map(\.name).filter { name in
      ["cpc", "cpm"].contains { !isPoint("ads.\(name).\($0)") }
    }
    guard drawn.count > 1 else { return [] }
    let prices = drawn.flatMap { name in ["cpc", "cpm"].map { "ads.\(name).\($0)" } }
    let isLinked = scenario.correlations.contains { correlation in
      correlation.rho != 0 && correlation.paths.count { prices.contains($0) } > 1
    }
    return isLinked ? [] : [("ads.\(drawn[1])", .adsUncorrelated(drawn))]
  }

  /// Days of the plan on which suppliers get more orders than all of them take.
  fileprivate var shortCapacity: [AuditRule.Found] {
    let used = Set(scenario.products.entries.flatMap(\.value.offers.names))
    let capacities = scenario.suppliers.entries.filter { used.contains($0.name) }
    guard let first = capacities.first(where: { $0.value.capacity != nil }),
      capacities.allSatisfy({ $0.value.capacity != nil })
    else { return [] }
    let all = capacities.reduce(0) { $0 + ($1.value.capacity ?? 0) }
    let short = planDays.count { day in
      [Metric.orders, .lostSales].reduce(0) { $0 + (day.amounts[$1] ?? 0) } > all * (1 + 1e-9)
    }
    let share = Double(short) / Double(max(1, planDays.count))
    return share > 0.1 ? [("suppliers.\(first.name).capacity", .capacityShort(days: share))] : []
  }

  /// Money for a brand that does nothing.
  fileprivate var idleBrand: [AuditRule.Found] {
    let brand = scenario.brand
    let effects = [
      (brand.repeatLift, "repeat_lift"), (brand.priceAcceptance, "price_acceptance"),
      (brand.copycatShield, "copycat_shield"),
    ]
    guard !isZero(brand.spend, "brand.spend"), effects.allSatisfy({ isZero($0.0, "brand." + $0.1) }) else { return [] }
    return [("brand.spend", .idleBrand(spend: brand.spend))]
  }

  /// Goods that go back to the supplier, at nobody's cost.
  fileprivate var freeReturns: [AuditRule.Found] {
    let returns = scenario.returns
    let comeBack = scenario.products.entries.contains { product in
      !isZero(product.value.returnRate, "products.\(product.name).return_rate")
        && (product.value.price > returns.keepItThreshold)
    }
    let path = "returns.to_supplier.return_shipping"
    guard returns.returnTo == .supplier, comeBack, isZero(returns.route.returnShipping, path) else { return [] }
    return [(path, .freeReturns)]
  }

  /// Suppliers that only their names tell apart.
  fileprivate var sameSuppliers: [AuditRule.Found] {
    let suppliers = scenario.suppliers.entries
    var groups: [[String]] = []
    for supplier in suppliers {
      if let group = groups.firstIndex(where: { isSame($0[0], supplier.name) }) {
        groups[group].append(supplier.name)
      } else {
        groups.append([supplier.name])
      }
    }
    return groups.filter { $0.count > 1 }.map { ("suppliers.\($0[1])", .sameSuppliers($0)) }
  }

  /// Do two suppliers have the same numbers, drawn ones too, and ask the same for every product?
  private func isSame(_ one: String, _ other: String) -> Bool {
    let own = scenario.slots.filter { $0.path.hasPrefix("suppliers.\(one).") || $0.path.contains(".offers.\(one).") }
    let isEqual = own.allSatisfy { slot in
      let path = slot.path.replacing("suppliers.\(one).", with: "suppliers.\(other).")
        .replacing(".offers.\(one).", with: ".offers.\(other).")
      return scenario.slot(path).map { $0.get(scenario) == slot.get(scenario) } ?? false
    }
    return isEqual && scenario.suppliers[one]?.closures == scenario.suppliers[other]?.closures
  }

  /// How long money may be away that customers have paid.
  fileprivate var shortHorizon: [AuditRule.Found] {
    var needed = 0
    for (index, store) in scenario.stores.entries.enumerated() {
      for (_, way) in store.value.ways {
        let reserve = way.reserveRate > 0 ? way.reserveDays : 0
        needed = max(needed, Int(way.payoutDays + reserve))
      }
      let isHeld = happens { $0 == .hold(.store(index)) }
      if isHeld || !isZero(store.value.holdRate, "stores.\(store.name).hold_rate") {
        needed = max(needed, LagTable(store.value.holdDays.distribution).late)
      }
    }
    let returns = scenario.returns
    if returns.fraudRate > 0 || returns.disputeShare > 0 {
      let dispute = LagTable(sumOf: returns.disputeDays.distribution, returns.disputeDecisionDays.distribution)
      needed = max(needed, dispute.late)
    }
    return days < needed ? [("months", .shortHorizon(days: days, needed: needed))] : []
  }

  fileprivate var unpaidOwner: [AuditRule.Found] {
    let hours = plan.total(.ownerHours).first ?? 0
    let isPaid = scenario.costs.entries.contains { cost in
      cost.value.row == .other || ["owner", "pay", "salary"].contains { cost.name.contains($0) }
    }
    return hours > 0 && !isPaid ? [("costs", .noOwnPay(hours: hours))] : []
  }
}

extension LagTable {
  /// The day by which 95 of 100 are over.
  fileprivate var late: Int { cumulative.firstIndex { $0 >= 0.95 } ?? lastDay }
}
