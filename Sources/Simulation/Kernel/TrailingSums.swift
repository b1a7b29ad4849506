import CRows

/// Sums of a daily figure over the last days, by running totals: any window up to the longest, ending this morning and
/// beginning on any day, for the price of two look-ups.
struct TrailingSums {
  /// The sum of all days before d, in row d; rows of days that no window reaches any more are used again.
  private let totals: MoneyRow
  private let width: Int
  private let rows: Int

  /// - Parameter days: the longest window.
  init(_ arena: Arena, days: Int) {
    width = arena.lanes
    rows = days + 1
    totals = arena.money(rows)
  }

  private func row(_ day: Int) -> MoneyRow { totals + day % rows * width }

  /// Rows of later days are written before they are read.
  func clear() { totals.update(repeating: 0, count: width) }

  /// Ends a day with the sum of its figures, of which there is one at least.
  func close(_ day: Int, with figures: [UnsafePointer<Double>?], lanes: Int) {
    crows_close_total(row(day), figures, figures.count, row(day + 1), lanes)
  }

  /// The running totals whose difference is the sum of the last `days` days before a day, for all lanes.
  func totals(of days: Int, before day: Int) -> (now: MoneyRow, then: MoneyRow) {
    (row(day), row(max(0, day - days)))
  }

  /// The sum of the last `days` days before a day, from day `first` on.
  func sum(of days: Int, before day: Int, since first: Int, _ lane: Int) -> Double {
    let begin = min(day, max(first, day - days))
    return row(day)[lane] - row(begin)[lane]
  }
}
