import Scenarios
import Statistics

/// How a store is paid (model section 9), ready to run.
struct StoreProgram {
  let conversion: Parameter
  let commission: Parameter
  let paymentFee: Parameter
  let paymentFeeFixed: Parameter
  let payoutDays: Parameter
  let paysFromDelivery: Bool
  let reserveRate: Parameter
  let reserveDays: Parameter
  let reserves: Bool

  init(_ store: Store, _ path: String, _ compiler: inout Compiler) {
    conversion = compiler.parameter(path + ".conversion", store.conversion)
    commission = compiler.parameter(path + ".commission", store.commission)
    paymentFee = compiler.parameter(path + ".payment_fee", store.paymentFee)
    paymentFeeFixed = compiler.parameter(path + ".payment_fee_fixed", store.paymentFeeFixed)
    payoutDays = compiler.parameter(path + ".payout_days", store.payoutDays)
    paysFromDelivery = store.payoutFrom == .delivery
    reserveRate = compiler.parameter(path + ".reserve_rate", store.reserveRate)
    reserveDays = compiler.parameter(path + ".reserve_days", store.reserveDays)
    reserves = compiler.parameters.isUsed(reserveRate)
  }
}

/// Refunds and chargebacks (model section 7), ready to run.
struct ReturnsProgram {
  let fraudRate: Parameter
  let keepItThreshold: Parameter
  let resaleShare: Parameter
  let disputeShare: Parameter
  let chargebackFee: Parameter
  let winRate: Parameter
  let decisionDays: Parameter
  let refund: LagTable
  let plannedRefund: Int
  let dispute: LagTable
  let plannedDispute: Int

  init(_ returns: Returns, _ compiler: inout Compiler) {
    fraudRate = compiler.parameter("returns.fraud_rate", returns.fraudRate)
    keepItThreshold = compiler.parameter("returns.keep_it_threshold", returns.keepItThreshold)
    resaleShare = compiler.parameter("returns.resale_share", returns.resaleShare)
    disputeShare = compiler.parameter("returns.dispute_share", returns.disputeShare)
    chargebackFee = compiler.parameter("returns.chargeback_fee", returns.chargebackFee)
    winRate = compiler.parameter("returns.win_rate", returns.winRate)
    decisionDays = compiler.parameter("returns.dispute_decision_days", returns.disputeDecisionDays)
    refund = LagTable(returns.refundDays.distribution)
    plannedRefund = Lag.planned(returns.refundDays.mean)
    dispute = LagTable(returns.disputeDays.distribution)
    plannedDispute = Lag.planned(returns.disputeDays.mean)
  }
}

/// A cost that does not depend on orders, ready to run.
struct FixedCostProgram {
  let amount: Parameter
  /// The part of the amount that is paid on each day.
  let shares: [Double]
  let row: Metric

  /// The fixed costs, and what natural traffic costs on each month's first day.
  static func all(in scenario: Scenario, _ compiler: inout Compiler) -> [FixedCostProgram] {
    let costs = scenario.costs.entries.map { entry in
      FixedCostProgram(
        amount: compiler.parameter("costs.\(entry.name).amount", entry.value.amount.value),
        shares: compiler.calendar.shares(of: entry.value.amount.period),
        row: entry.value.row == .other ? .other : .platformAndTools)
    }
    let traffic = scenario.traffic.entries.filter { $0.value.cost > 0 }.map { entry in
      FixedCostProgram(
        amount: compiler.parameter("traffic.\(entry.name).cost", entry.value.cost),
        shares: compiler.calendar.shares(of: .month), row: .platformAndTools)
    }
    return costs + traffic
  }
}

extension Lag {
  /// As `Statistics` knows it.
  var distribution: LagDistribution {
    switch self {
    case .fixed(let days): .fixed(days)
    case .lognormal(let median, let sigma): .lognormal(Lognormal(median: median, logDeviation: sigma))
    case .uniform(let low, let high): .uniform(from: low, to: high)
    }
  }

  var mean: Double { distribution.mean }

  /// A lag as the plan uses it: its mean, rounded half up (model section 16.19).
  static func planned(_ mean: Double) -> Int { Int((mean + 0.5).rounded(.down)) }
}
