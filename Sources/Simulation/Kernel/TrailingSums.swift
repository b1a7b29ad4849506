import CRows

/// Sums of a daily figure over the last days, by running totals: any window, ending on any morning and beginning on any
/// day, for the price of two look-ups.
struct TrailingSums {
  /// Row d: the sum of all days before d.
  private let totals: MoneyRow
  private let lanes: Int

  init(_ arena: Arena, days: Int) {
    lanes = arena.lanes
    totals = arena.money(days + 1)
  }

  /// Rows of later days are written before they are read.
  func clear() { totals.update(repeating: 0, count: lanes) }

  /// Ends a day with its figure.
  func close(_ day: Int, with today: MoneyRow) {
    let before = totals + day * lanes
    crows_close_total(before, today, before + lanes, lanes)
  }

  /// The sum of the last `days` days before a day; of those there are.
  func sum(of days: Int, before day: Int, _ lane: Int) -> Double {
    sum(of: days, before: day, since: 0, lane)
  }

  /// The running totals whose difference is the sum of the last `days` days before a day, for all lanes.
  func totals(of days: Int, before day: Int) -> (now: MoneyRow, then: MoneyRow) {
    (totals + day * lanes, totals + max(0, day - days) * lanes)
  }

  /// The same, of days from `first` on.
  func sum(of days: Int, before day: Int, since first: Int, _ lane: Int) -> Double {
    let begin = min(day, max(first, day - days))
    return totals[day * lanes + lane] - totals[begin * lanes + lane]
  }
}
