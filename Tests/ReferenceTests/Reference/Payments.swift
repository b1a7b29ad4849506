import Scenarios

/// Amounts by the day they fall due.
struct Schedule {
  private var amounts: [Double]
  /// All that was added and not taken yet, also what falls due after the last day.
  private(set) var outstanding = 0.0

  init(days: Int) { amounts = [Double](repeating: 0, count: days) }

  mutating func add(_ amount: Double, on day: Int) {
    outstanding += amount
    if amounts.indices.contains(day) { amounts[day] += amount }
  }

  mutating func take(_ day: Int) -> Double {
    let amount = amounts[day]
    amounts[day] = 0
    outstanding -= amount
    return amount
  }
}

/// Section 9 of the model: what a store's processor owes, keeps and takes back.
struct StoreAccount {
  var terms: Store
  private let fault: ReferenceFault?
  private var payouts: Schedule
  private var reserves: Schedule
  /// Won disputes on the day they are paid back.
  private var wins: Schedule
  /// Payouts of orders that nobody has shipped yet, where these are counted from delivery.
  private var undated = 0.0
  /// Refunds and chargebacks that wait to be netted.
  private var toNet = 0.0

  init(_ terms: Store, days: Int, fault: ReferenceFault?) {
    self.terms = terms
    self.fault = fault
    payouts = Schedule(days: days)
    reserves = Schedule(days: days)
    wins = Schedule(days: days)
  }

  func fees(on value: Double) -> Double {
    value * (terms.commission + terms.paymentFee) + terms.paymentFeeFixed
  }

  /// A sale is owed at once. Of one that is worth less than its fees there is nothing to keep as a reserve.
  /// - Returns: the part of it that is paid out, reserve apart.
  mutating func accept(_ value: Double, on day: Int) -> Double {
    let owed = value - fees(on: value)
    let kept = max(0, owed) * terms.reserveRate
    reserves.add(kept, on: day + Int(terms.reserveDays))
    switch terms.payoutFrom {
    case .order: payouts.add(owed - kept, on: day + Int(terms.payoutDays))
    case .delivery: undated += owed - kept
    }
    return owed - kept
  }

  /// Delivery is due, or the order cancelled, on that day: from there payouts from delivery are counted.
  mutating func date(_ payout: Double, from day: Int) {
    guard terms.payoutFrom == .delivery else { return }
    undated -= payout
    payouts.add(payout, on: day + Int(terms.payoutDays))
  }

  /// A refund or a chargeback with its fee.
  mutating func takeBack(_ amount: Double) { toNet += amount }

  mutating func win(_ amount: Double, on day: Int) { wins.add(amount, on: day) }

  /// What is paid out of today's payouts and won disputes, and how much of it the disputes are.
  mutating func payOut(_ day: Int) -> (paid: Double, won: Double) {
    let won = wins.take(day)
    let due = payouts.take(day) + won
    let netted = min(due, toNet)
    toNet -= netted
    return (due - netted, won)
  }

  mutating func release(_ day: Int) -> Double { reserves.take(day) }

  /// What exceeds all unpaid payouts with a date must be paid in cash.
  mutating func payExcess() -> Double {
    let covered = fault == .nettingOmitted ? 0 : max(0, payouts.outstanding)
    let excess = max(0, toNet - covered)
    toNet -= excess
    return excess
  }

  var owed: Double { payouts.outstanding + undated - toNet }
  var reserved: Double { reserves.outstanding }
}
