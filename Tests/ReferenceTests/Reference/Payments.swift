import Scenarios

/// What a store's processors owe, keep and take back (model 9).
struct StoreAccount {
  private(set) var terms: Store
  private let time: Time
  private let fault: ReferenceFault?
  private var ways: [PaymentWay]
  private var payouts: Schedule
  private var reserves: Schedule
  /// Won disputes on the day they are paid back.
  private var wins: Schedule
  /// Payouts of orders that nobody has shipped yet, where these are counted from delivery.
  private var undated = 0.0
  /// Refunds and chargebacks that wait to be netted.
  private var toNet = 0.0
  var hold: Hold
  /// Amounts here are in the store's currency; what one of it is worth today.
  private(set) var rate: Double
  /// On its way through an account, by the day on which it comes.
  private var sent: Schedule
  /// What rates have made of what is owed still.
  private(set) var unrealised = 0.0

  init(_ terms: Store, rate: Double, _ time: Time, fault: ReferenceFault?) {
    self.terms = terms
    self.rate = rate
    self.time = time
    self.fault = fault
    ways = terms.ways.map(\.way)
    sent = Schedule(days: time.days)
    payouts = Schedule(days: time.days)
    reserves = Schedule(days: time.days)
    wins = Schedule(days: time.days)
    hold = Hold(terms, days: time.days)
  }

  /// From today on these are its terms, and its currency is worth that much.
  /// - Returns: what that makes of all that is owed.
  mutating func adopt(_ terms: Store, rate: Double) -> Double {
    self.terms = terms
    ways = terms.ways.map(\.way)
    hold.terms = terms
    let gain = (owed + reserve) * (rate - self.rate)
    self.rate = rate
    unrealised += gain
    return gain
  }

  // MARK: Accounts

  mutating func send(_ amount: Double, arriving day: Int) { sent.add(amount, on: day) }

  mutating func takeArrived(_ day: Int) -> Double { sent.take(day) }

  /// The part of what rates have made that goes with what has been paid out is made for good.
  mutating func realise(_ amount: Double) {
    let left = owed + reserve
    unrealised = left > 0 && left + amount > 0 ? unrealised * left / (left + amount) : 0
  }

  // MARK: Sales

  func fees(on value: Double) -> Double { ways.reduce(0) { $0 + fees(on: value, by: $1) } }

  /// Of an order that is paid in several ways each takes its share.
  private func fees(on value: Double, by way: PaymentWay) -> Double {
    let base = fault == .feesOnNetPrice ? value - vat(in: value) : value
    let fixed = fault == .fixedFeeOfEveryWay ? way.paymentFeeFixed : way.share * way.paymentFeeFixed / rate
    return way.share * base * (terms.commission + way.paymentFee) + fixed
  }

  /// Sales are owed at once. Of one that is worth less than its fees there is nothing to keep as a reserve.
  /// - Returns: the parts of one of them that are paid out, reserve apart, by way.
  mutating func accept(_ count: Double, of value: Double, on day: Int) -> [Double] {
    hold.note(orders: count, on: day)
    return ways.map { way in
      let owed = way.share * value - fees(on: value, by: way)
      let kept = max(0, owed) * way.reserveRate
      reserves.add(count * kept, on: day + Int(way.reserveDays))
      reserved.kept += count * kept
      switch way.payoutFrom {
      case .order: payouts.add(count * (owed - kept), on: payoutDay(way, from: day))
      case .delivery: undated += count * (owed - kept)
      }
      return owed - kept
    }
  }

  /// Delivery is due, or the order cancelled, on that day: from there payouts from delivery are counted.
  mutating func date(_ order: Order, from day: Int) {
    for (way, payout) in zip(ways, order.payouts) where way.payoutFrom == .delivery {
      undated -= order.count * payout
      payouts.add(order.count * payout, on: max(0, payoutDay(way, from: day)))
    }
  }

  private func payoutDay(_ way: PaymentWay, from day: Int) -> Int {
    let days = Int(way.payoutDays)
    let day = way.payoutBusinessDays ? time.businessDay(days, after: day) : day + days
    guard let cycle = way.payoutCycle.map({ Int($0) }) else { return day }
    return (day + cycle - 1) / cycle * cycle
  }

  // MARK: What a running business has on its way

  mutating func expect(_ amount: Double, on day: Int) { payouts.add(amount, on: day) }

  mutating func keep(_ amount: Double, until day: Int) {
    reserves.add(amount, on: day)
    reserved.kept += amount
  }

  mutating func goOnHolding(_ withheld: Double, share: Double?, until day: Int) {
    hold.goOn(withheld, share: share, until: day)
  }

  /// Refunds that have been made, and not taken off yet.
  mutating func takeBack(_ amount: Double) { toNet += amount }

  /// Owed, and paid some day after delivery.
  mutating func claim(_ amount: Double) { undated += amount }

  /// What is still owed for one order by the ways that count from delivery, by their shares.
  func claims(of claim: Double) -> [Double] {
    let whole = ways.filter { $0.payoutFrom == .delivery }.reduce(0) { $0 + $1.share }
    return ways.map { $0.payoutFrom == .delivery ? claim * $0.share / whole : 0 }
  }

  /// What is written down of it by who looks at the books: payouts and reserves by day, and what is still to be netted.
  func payout(on day: Int) -> Double? { payouts.amount(day) > 0 ? payouts.amount(day) : nil }
  func reserve(until day: Int) -> Double? { reserves.amount(day) > 0 ? reserves.amount(day) : nil }
  var deduction: Double { toNet }

  // MARK: What goes back

  /// A refund or a chargeback with its fee.
  mutating func takeBack(_ amount: Double, chargebacks: Double, on day: Int) {
    toNet += amount
    hold.note(disputes: chargebacks, on: day)
  }

  mutating func win(_ amount: Double, on day: Int) { wins.add(amount, on: day) }

  // MARK: A day

  /// Before the payouts of a morning a hold ends, and another may begin.
  /// - Returns: what was withheld and is released.
  mutating func beginHold(_ day: Int, _ random: inout RandomNumbers) -> Double { hold.begin(day, &random) }

  /// An event's hold, unless there is one.
  mutating func beginHold(on day: Int, days: Int) { hold.begin(on: day, days: days) }

  /// What is paid out of today's payouts and won disputes, and how much of it the disputes are.
  mutating func payOut(_ day: Int) -> (paid: Double, won: Double) {
    let won = wins.take(day)
    let due = payouts.take(day) + won
    let netted = min(due, toNet)
    toNet -= netted
    return (hold.pass(due - netted, on: day), won)
  }

  mutating func release(_ day: Int) -> Double {
    let released = reserves.take(day)
    reserved.released += released
    return released
  }

  /// What exceeds all unpaid payouts with a date must be paid in cash.
  mutating func payExcess() -> Double {
    let covered = fault == .nettingOmitted ? 0 : max(0, payouts.outstanding)
    let excess = max(0, toNet - covered)
    toNet -= excess
    return excess
  }

  // MARK: Books

  /// VAT inside an amount.
  func vat(in amount: Double) -> Double { amount * terms.vatRate / (1 + terms.vatRate) }

  var owed: Double { payouts.outstanding + undated - toNet + hold.withheld + sent.outstanding }
  /// All that was ever kept, and released.
  private(set) var reserved = (kept: 0.0, released: 0.0)
  var reserve: Double { reserves.outstanding }
}
