import Scenarios
import Statistics

/// A processor that withholds payouts (model 9).
struct HoldRows {
  /// Chance a day; the day a hold ends, 0 for none; the part of payouts it withholds; the money withheld.
  let hazard: MoneyRow
  let until: MoneyRow
  let share: MoneyRow
  let withheld: MoneyRow
  /// Orders accepted and chargebacks received by day, and over the last 90 days.
  let orders: Schedule
  let chargebacks: Schedule
  let recentOrders: MoneyRow
  let recentChargebacks: MoneyRow
  /// What of the days before the first one leaves the last 90 days, by day.
  let oldOrders: Schedule?
  let oldChargebacks: Schedule?

  init(_ arena: Arena, days: Int, remembers: Bool) {
    hazard = arena.money()
    until = arena.money()
    share = arena.money()
    withheld = arena.money()
    orders = Schedule(arena, days: days, lookback: Self.window + 1)
    chargebacks = Schedule(arena, days: days, lookback: Self.window + 1)
    recentOrders = arena.money()
    recentChargebacks = arena.money()
    oldOrders = remembers ? Schedule(arena, days: days) : nil
    oldChargebacks = remembers ? Schedule(arena, days: days) : nil
  }

  func open(lanes: Int) {
    for row in [until, withheld, recentOrders, recentChargebacks] { row.update(repeating: 0, count: lanes) }
    for schedule in [orders, chargebacks] + [oldOrders, oldChargebacks].compactMap(\.self) { schedule.clear() }
  }

  /// How many days back disputes are counted.
  static var window: Int { 90 }

  /// Orders, or chargebacks, of a day before the first one.
  func remember(_ count: MoneyRow, from day: Int, areChargebacks: Bool, lanes: Int) {
    guard day >= -Self.window else { return }
    let (recent, leaving) = areChargebacks ? (recentChargebacks, oldChargebacks) : (recentOrders, oldOrders)
    for i in 0..<lanes {
      recent[i] += count[i]
      leaving?.add(count[i], day: day + Self.window + 1, lane: i)
    }
  }

  /// The part of a payout that stays with the processor.
  func withhold(_ paid: Double, _ day: Int, _ lane: Int) -> Double {
    guard Double(day) < until[lane] else { return 0 }
    let kept = paid * share[lane]
    withheld[lane] += kept
    return kept
  }
}

extension Kernel {
  /// Holds end, and others begin, before the day's payouts (model 16.7).
  func beginHolds(_ day: Int, _ month: Int) {
    guard day > 0 else { return }
    for (index, (store, rows)) in zip(program.stores, stores).enumerated() {
      guard let hold = store.hold, let held = rows.hold else { continue }
      release(held, of: index, day, month)
      lookBack(held, day)
      if mode == .worlds { begin(hold, held, day) }
    }
  }

  private func release(_ held: HoldRows, of store: Int, _ day: Int, _ month: Int) {
    let released = ledger.row(.released, month)
    let isAbroad = stores[store].abroad != nil
    for i in 0..<lanes where held.until[i] > 0 && Double(day) >= held.until[i] {
      if isAbroad {
        receive(held.withheld[i], from: store, as: .released, day, month, i)
      } else {
        released[i] += held.withheld[i]
        books.cash[i] += held.withheld[i]
      }
      held.withheld[i] = 0
      held.until[i] = 0
    }
  }

  private func lookBack(_ held: HoldRows, _ day: Int) {
    for (recent, schedule, old) in [
      (held.recentOrders, held.orders, held.oldOrders),
      (held.recentChargebacks, held.chargebacks, held.oldChargebacks),
    ] {
      let joining = schedule.row(day - 1)
      for i in 0..<lanes { recent[i] += joining[i] }
      let isFull = day > HoldRows.window
      guard let leaving = isFull ? schedule.row(day - 1 - HoldRows.window) : old?.row(day) else { continue }
      for i in 0..<lanes { recent[i] -= leaving[i] }
    }
  }

  private func begin(_ hold: HoldProgram, _ held: HoldRows, _ day: Int) {
    words(hold.stream, day, into: scratch.words)
    words(hold.stream, day, index: 1, into: scratch.moreWords)
    let share = row(hold.share)
    for i in 0..<lanes where held.until[i] == 0 {
      let disputed = held.recentOrders[i] > 0 ? held.recentChargebacks[i] / held.recentOrders[i] : 0
      let multiplier = hold.multiplier(disputed)
      guard Rates.isBelow(Uniform.double(scratch.words[i]), held.hazard[i], times: multiplier) else { continue }
      held.until[i] = Double(day + hold.days.days(word: scratch.moreWords[i]))
      held.share[i] = share[i]
    }
  }

  /// Remembers today's orders where somebody looks back at them.
  func countOrders(_ product: Int, _ day: Int) {
    guard let held = stores[program.products[product].store].hold else { return }
    let today = held.orders.row(day)
    for i in 0..<lanes { today[i] += products[product].taken[i].double }
  }
}
