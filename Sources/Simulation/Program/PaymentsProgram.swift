import Scenarios
import Statistics

/// How a store is paid (model section 9), ready to run.
struct StoreProgram {
  let feeShare: Double
  let feeFixed: Double
  let payoutDays: Int
  let paysFromDelivery: Bool
  let reserveRate: Double
  let reserveDays: Int

  init(_ store: Store) {
    feeShare = store.commission + store.paymentFee
    feeFixed = store.paymentFeeFixed
    payoutDays = Int(store.payoutDays)
    paysFromDelivery = store.payoutFrom == .delivery
    reserveRate = store.reserveRate
    reserveDays = Int(store.reserveDays)
  }
}

/// Refunds and chargebacks (model section 7), ready to run.
struct ReturnsProgram {
  let refund: LagTable
  let plannedRefund: Int
  let dispute: LagTable
  let plannedDispute: Int
  let chargebackFee: Double
  let winRate: Double
  let decisionDays: Int

  init(_ returns: Returns) {
    refund = LagTable(returns.refundDays.distribution)
    plannedRefund = Lag.planned(returns.refundDays.mean)
    dispute = LagTable(returns.disputeDays.distribution)
    plannedDispute = Lag.planned(returns.disputeDays.mean)
    chargebackFee = returns.chargebackFee
    winRate = returns.winRate
    decisionDays = Int(returns.disputeDecisionDays)
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
