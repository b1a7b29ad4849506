import Foundation
import Scenarios

/// A processor that withholds payouts for a while (model 9).
struct Hold {
  var terms: Store
  private var orders: [Double]
  private var disputes: [Double]
  /// The day after its last one; nil while there is none.
  private var endsOn: Int?
  private(set) var withheld = 0.0
  /// What it keeps of payouts, where that is not what the store says.
  private var share: Double?
  /// Orders and disputes of days before the first one.
  private var oldOrders: [Int: Double] = [:]
  private var oldDisputes: [Int: Double] = [:]
  /// All that was ever withheld, and released.
  private(set) var moved = (withheld: 0.0, released: 0.0)

  init(_ terms: Store, days: Int) {
    self.terms = terms
    orders = [Double](repeating: 0, count: days)
    disputes = orders
  }

  mutating func note(orders count: Double, on day: Int) { orders[day] += count }
  mutating func note(disputes count: Double, on day: Int) { disputes[day] += count }

  mutating func remember(orders count: Double, on day: Int) { oldOrders[day, default: 0] += count }
  mutating func remember(disputes count: Double, on day: Int) { oldDisputes[day, default: 0] += count }

  /// It has begun before the first day.
  mutating func goOn(_ amount: Double, share: Double?, until day: Int) {
    (endsOn, withheld, self.share) = (day, amount, share)
    moved.withheld += amount
  }

  /// - Returns: what is released. A new hold may begin on the day the last one ends.
  mutating func begin(_ day: Int, _ random: inout RandomNumbers) -> Double {
    var released = 0.0
    if day == endsOn {
      endsOn = nil
      share = nil
      released = withheld
      withheld = 0
      moved.released += released
    }
    if day > 0, endsOn == nil, random.happens(hazard(day)) {
      let days = max(1, Time.wholeDays(random.days(terms.holdDays)))
      endsOn = day + days
    }
    return released
  }

  var isOn: Bool { endsOn != nil }

  /// A hold that begins whatever the hazard is.
  mutating func begin(on day: Int, days: Int) { if endsOn == nil { endsOn = day + days } }

  private func hazard(_ day: Int) -> Double {
    1 - pow(1 - Time.daily(perMonth: terms.holdRate), multiplier(day))
  }

  /// The step with the highest share that the disputes of the last 90 days exceed.
  private func multiplier(_ day: Int) -> Double {
    let window = max(0, day - 90)..<day
    func old(_ days: [Int: Double]) -> Double { days.filter { $0.key >= day - 90 }.values.reduce(0, +) }
    let accepted = orders[window].reduce(0, +) + old(oldOrders)
    guard accepted > 0 else { return 1 }
    let share = (disputes[window].reduce(0, +) + old(oldDisputes)) / accepted
    return terms.holdMultiplier.filter { share > $0.above }.max { $0.above < $1.above }?.times ?? 1
  }

  /// What of a payout comes through today.
  mutating func pass(_ payout: Double, on day: Int) -> Double {
    guard endsOn != nil else { return payout }
    let kept = payout * (share ?? terms.holdShare)
    withheld += kept
    moved.withheld += kept
    return payout - kept
  }
}
