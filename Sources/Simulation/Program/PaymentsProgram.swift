package import Scenarios
package import Statistics

/// How a store is paid (model 9), ready to run.
final class StoreProgram: Sendable {
  let conversion: Parameter
  let commission: Parameter
  let vatRate: Parameter
  let hasVAT: Bool
  /// What its processors settle in, by its place among the currencies; nil for the scenario's own.
  let currency: Int?
  let account: PayoutAccountProgram?
  let ways: [WayProgram]
  let hold: HoldProgram?
  /// Is any of its money released some day, holds apart?
  let releases: Bool
  /// Its first day of business.
  let opens: Int

  init(_ store: Store, _ path: String, _ compiler: inout Compiler) {
    conversion = compiler.parameter(path + ".conversion", store.conversion)
    commission = compiler.parameter(path + ".commission", store.commission)
    vatRate = compiler.parameter(path + ".vat_rate", store.vatRate)
    hasVAT = compiler.parameters.isUsed(vatRate)
    currency =
      store.currency == compiler.scenario.currency ? nil : compiler.scenario.currencies.index(of: store.currency)
    account = PayoutAccountProgram(store, &compiler)
    ways = store.ways.map { name, way in
      WayProgram(way, name.isEmpty ? path : "\(path).payments.\(name)", &compiler)
    }
    hold = HoldProgram(store, path, &compiler)
    releases = ways.contains(where: \.reserves) || compiler.keepsOpeningMoney(path)
    opens = compiler.scenario.day(of: store.opens)
  }

  /// Do all its payouts count from delivery, or some?
  var paysFromDelivery: Bool { ways.contains(where: \.paysFromDelivery) }
}

/// A way to be paid.
final class WayProgram: Sendable {
  let share: Double
  let fee: Parameter
  let feeFixed: Parameter
  let payoutDays: Parameter
  let paysFromDelivery: Bool
  let reserveRate: Parameter
  let reserveDays: Parameter
  let reserves: Bool
  let dates: PayoutDates

  init(_ way: PaymentWay, _ path: String, _ compiler: inout Compiler) {
    share = way.share
    fee = compiler.parameter(path + ".payment_fee", way.paymentFee)
    feeFixed = compiler.parameter(path + ".payment_fee_fixed", way.paymentFeeFixed)
    payoutDays = compiler.parameter(path + ".payout_days", way.payoutDays)
    let paysAtOnce = compiler.pins.paysAtOnce
    paysFromDelivery = way.payoutFrom == .delivery && !paysAtOnce
    reserveRate = compiler.parameter(path + ".reserve_rate", way.reserveRate)
    reserveDays = compiler.parameter(path + ".reserve_days", way.reserveDays)
    reserves = compiler.parameters.isUsed(reserveRate)
    dates = PayoutDates(
      firstWeekday: compiler.calendar.firstWeekday, inBusinessDays: way.payoutBusinessDays && !paysAtOnce,
      cycle: paysAtOnce ? nil : way.payoutCycle)
  }
}

/// When a payout falls due.
struct PayoutDates {
  /// The weekday of day 0, Monday = 0.
  let firstWeekday: Int
  let inBusinessDays: Bool
  /// Days between payouts, from day 0; 1: any day.
  let cycle: Int

  init(firstWeekday: Int, inBusinessDays: Bool, cycle: Double?) {
    self.firstWeekday = firstWeekday
    self.inBusinessDays = inBusinessDays
    self.cycle = cycle.map { max(1, Int($0)) } ?? 1
  }

  /// Does a payout fall due on any day?
  var isAnyDay: Bool { cycle == 1 && !inBusinessDays }

  func due(from day: Int, days: Int) -> Int {
    let day = inBusinessDays ? businessDay(from: day, days: days) : day + days
    return cycle == 1 ? day : (day + cycle - 1) / cycle * cycle
  }

  /// So many days from Monday to Friday later: from Saturday or Sunday Monday is the first, so that the orders of a
  /// weekend are paid with those of Friday. No days at all from a weekend is Monday too.
  private func businessDay(from day: Int, days: Int) -> Int {
    let weekday = (firstWeekday + day) % 7
    if weekday > 4, days == 0 { return day + 7 - weekday }
    let monday = day - weekday
    let weekdays = min(weekday, 4) + days
    return monday + weekdays / 5 * 7 + weekdays % 5
  }
}

/// How a processor withholds payouts.
struct HoldProgram {
  let rate: Parameter
  let share: Parameter
  let days: LagTable
  let plannedDays: Int
  /// By the share of disputed orders, rising.
  let steps: [HoldStep]
  /// Index 0 decides whether payouts are held, index 1 for how long.
  let stream: Stream

  /// nil for a processor that never does.
  init?(_ store: Store, _ path: String, _ compiler: inout Compiler) {
    rate = compiler.parameter(path + ".hold_rate", store.holdRate)
    share = compiler.parameter(path + ".hold_share", store.holdShare)
    days = LagTable(store.holdDays.distribution)
    plannedDays = max(1, Lag.planned(store.holdDays.mean))
    steps = store.holdMultiplier.sorted { $0.above < $1.above }
    stream = Stream(seed: compiler.seed, name: path + ".hold")
    let isHeldByEvents = compiler.heldStores.contains { "stores.\(compiler.scenario.stores.names[$0])" == path }
    guard compiler.parameters.isUsed(rate) || isHeldByEvents || compiler.isHeld(path) else { return nil }
  }

  /// Times the hazard at that share of disputed orders.
  func multiplier(_ disputed: Double) -> Double { steps.last { disputed > $0.above }?.times ?? 1 }
}

/// Refunds and chargebacks (model 7), ready to run.
struct ReturnsProgram {
  let fraudRate: Parameter
  let keepItThreshold: Parameter
  let resaleShare: Parameter
  let disputeShare: Parameter
  let chargebackFee: Parameter
  let winRate: Parameter
  let decision: LagTable
  let plannedDecision: Int
  /// Does it differ from dispute to dispute?
  let drawsDecision: Bool
  let refund: LagTable
  let plannedRefund: Int
  let dispute: LagTable
  let plannedDispute: Int
  /// What the seller pays to get unwanted goods back.
  let returnShipping: Parameter
  let sellerShare: Parameter
  let paysReturns: Bool
  /// Taken away: see ``Pins``.
  let refundsEndWell: Bool
  let chargebacksEndWell: Bool

  /// Is a dispute decided on the day of the chargeback? A lag that is drawn lasts a day at least.
  var decidesSameDay: Bool { decision.lastDay == 0 }

  init(_ returns: Returns, _ compiler: inout Compiler) {
    fraudRate = compiler.parameter("returns.fraud_rate", returns.fraudRate)
    keepItThreshold = compiler.parameter("returns.keep_it_threshold", returns.keepItThreshold)
    resaleShare = compiler.parameter("returns.resale_share", returns.resaleShare)
    disputeShare = compiler.parameter("returns.dispute_share", returns.disputeShare)
    chargebackFee = compiler.parameter("returns.chargeback_fee", returns.chargebackFee)
    winRate = compiler.parameter("returns.win_rate", returns.winRate)
    decision = LagTable(returns.disputeDecisionDays.distribution)
    plannedDecision = Lag.planned(returns.disputeDecisionDays.mean)
    if case .fixed = returns.disputeDecisionDays { drawsDecision = false } else { drawsDecision = true }
    refund = LagTable(returns.refundDays.distribution)
    plannedRefund = Lag.planned(returns.refundDays.mean)
    dispute = LagTable(returns.disputeDays.distribution)
    plannedDispute = Lag.planned(returns.disputeDays.mean)
    let route = returns.returnTo == .local ? "returns.to_local" : "returns.to_supplier"
    returnShipping = compiler.parameter(route + ".return_shipping", returns.route.returnShipping)
    sellerShare = compiler.parameter(route + ".seller_share", returns.route.sellerShare)
    paysReturns = compiler.parameters.isUsed(returnShipping) && compiler.parameters.isUsed(sellerShare)
    refundsEndWell = compiler.pins.refundsEndWell
    chargebacksEndWell = compiler.pins.chargebacksEndWell
  }
}

/// The work of running the store (model 7), ready to run.
struct OperationsProgram {
  let ticketsPerOrder: Parameter
  let ticketsPerProblem: Parameter
  let ticketCost: Parameter
  let ticketMinutes: Parameter
  let orderMinutes: Parameter
  let adsMinutes: Parameter
  let searchHours: Parameter
  let setupHours: Parameter
  /// Messages about the status of orders; nil where none are sent.
  let messages: MessagesProgram?
  /// Does the owner work without any order?
  let worksDaily: Bool
  /// Do orders, or problem orders, cause work or cost?
  let isUsed: Bool

  init(_ operations: Operations, _ compiler: inout Compiler) {
    ticketsPerOrder = compiler.parameter("operations.tickets_per_order", operations.ticketsPerOrder)
    ticketsPerProblem = compiler.parameter("operations.tickets_per_problem", operations.ticketsPerProblem)
    ticketCost = compiler.parameter("operations.ticket_cost", operations.ticketCost)
    ticketMinutes = compiler.parameter("operations.ticket_minutes", operations.ticketMinutes)
    orderMinutes = compiler.parameter("operations.order_minutes", operations.orderMinutes)
    adsMinutes = compiler.parameter("operations.ads_minutes", operations.adsMinutes)
    searchHours = compiler.parameter("operations.search_hours", operations.searchHours)
    setupHours = compiler.parameter("operations.setup_hours", operations.setupHours)
    messages = MessagesProgram(operations.messages, &compiler)
    worksDaily = [adsMinutes, setupHours].contains { compiler.parameters.isUsed($0) }
    let tickets = [ticketsPerOrder, ticketsPerProblem].contains { compiler.parameters.isUsed($0) }
    isUsed =
      tickets || compiler.parameters.isUsed(orderMinutes)
      || messages.map { compiler.parameters.isUsed($0.cost) } ?? false
  }
}

/// Messages about the status of orders (model 7), ready to run.
struct MessagesProgram {
  let cost: Parameter
  let fewerTickets: Parameter
  let fewerLateComplaints: Parameter

  /// nil where they change nothing.
  init?(_ messages: StatusMessages, _ compiler: inout Compiler) {
    guard messages.sent else { return nil }
    let path = "operations.messages"
    cost = compiler.parameter(path + ".cost", messages.cost)
    fewerTickets = compiler.parameter(path + ".fewer_tickets", messages.fewerTickets)
    fewerLateComplaints = compiler.parameter(path + ".fewer_late_complaints", messages.fewerLateComplaints)
    guard [cost, fewerTickets, fewerLateComplaints].contains(where: { compiler.parameters.isUsed($0) }) else {
      return nil
    }
  }
}

/// Reputation and brand (model 8), ready to run.
struct BrandProgram {
  let reputationHalflife: Parameter
  let reputationWeight: Parameter
  let badReference: Parameter
  let hasReputation: Bool
  let spend: Parameter
  let halflife: Parameter
  let scale: Parameter
  let repeatLift: Parameter
  let priceAcceptance: Parameter
  let copycatShield: Parameter
  let hasBrand: Bool
  /// Does brand change how customers take prices?
  let changesAppeal: Bool

  init(_ brand: Brand, _ compiler: inout Compiler) {
    reputationHalflife = compiler.parameter("brand.reputation_halflife", brand.reputationHalflife)
    reputationWeight = compiler.parameter("brand.reputation_weight", brand.reputationWeight)
    badReference = compiler.parameter("brand.bad_reference", brand.badReference)
    hasReputation = compiler.parameters.isUsed(reputationWeight)
    spend = compiler.parameter("brand.spend", brand.spend)
    halflife = compiler.parameter("brand.halflife", brand.halflife)
    scale = compiler.parameter("brand.scale", brand.scale)
    repeatLift = compiler.parameter("brand.repeat_lift", brand.repeatLift)
    priceAcceptance = compiler.parameter("brand.price_acceptance", brand.priceAcceptance)
    copycatShield = compiler.parameter("brand.copycat_shield", brand.copycatShield)
    hasBrand = compiler.parameters.isUsed(spend)
    changesAppeal = hasBrand && compiler.parameters.isUsed(priceAcceptance)
  }
}

/// A cost that does not depend on orders, ready to run.
struct FixedCostProgram {
  /// `costs.domain`, `traffic.search`.
  let name: String
  let amount: Parameter
  /// The part of the amount that is paid on each day.
  let shares: [Double]
  let row: Metric

  /// The fixed costs, and what natural traffic costs on each month's first day.
  static func all(in scenario: Scenario, _ compiler: inout Compiler) -> [FixedCostProgram] {
    let costs = scenario.costs.entries.map { entry in
      FixedCostProgram(
        name: "costs.\(entry.name)", amount: compiler.parameter("costs.\(entry.name).amount", entry.value.amount.value),
        shares: compiler.calendar.shares(of: entry.value.amount.period),
        row: entry.value.row == .other ? .other : .platformAndTools)
    }
    let traffic = scenario.traffic.entries.compactMap { entry -> FixedCostProgram? in
      let amount = compiler.parameter("traffic.\(entry.name).cost", entry.value.cost)
      guard compiler.parameters.isUsed(amount) else { return nil }
      // Nothing is paid before it opens.
      let opens = compiler.opening(entry.value.opens, store: scenario.storeIndex(entry.value.store))
      let shares = compiler.calendar.shares(of: .month).enumerated().map { $0.offset < opens ? 0 : $0.element }
      return FixedCostProgram(
        name: "traffic.\(entry.name)", amount: amount, shares: shares, row: .platformAndTools)
    }
    return costs + traffic
  }
}

extension Lag {
  /// As `Statistics` knows it.
  package var distribution: LagDistribution {
    switch self {
    case .fixed(let days): .fixed(days)
    case .lognormal(let median, let sigma): .lognormal(Lognormal(median: median, logDeviation: sigma))
    case .uniform(let low, let high): .uniform(from: low, to: high)
    }
  }

  var mean: Double { distribution.mean }

  /// A lag as the plan uses it: its mean, rounded half up (model 16.19).
  static func planned(_ mean: Double) -> Int { Int((mean + 0.5).rounded(.down)) }
}
