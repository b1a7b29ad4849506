import Language
import Scenarios

/// The days of a run (model 1).
struct Calendar {
  let days: Int
  /// The reported month of each day, from 0.
  let reportedMonth: [Int]
  /// The calendar month of each day, January = 0.
  let calendarMonth: [Int]
  /// The first day of each reported month.
  let monthStarts: [Int]
  /// The weekday of day 0, Monday = 0.
  let firstWeekday: Int
  private let start: CalendarDate

  init(_ scenario: Scenario) {
    let starts = scenario.monthStarts
    let days = scenario.dayCount
    start = scenario.start
    // 1 January 1970 was a Thursday.
    firstWeekday = (scenario.start.daysSinceEpoch + 3) % 7
    self.days = days
    monthStarts = Array(starts.dropLast())
    reportedMonth = (0..<scenario.monthCount).flatMap { month in
      [Int](repeating: month, count: starts[month + 1] - starts[month])
    }
    calendarMonth = (0..<days).map { scenario.date(ofDay: $0).month - 1 }
  }

  /// The day of a date, counted from the start; may lie outside the run.
  func day(of date: CalendarDate) -> Int { start.days(until: date) }

  /// The days that lie one, two … months after another, on its day of the month; months that are shorter end before it.
  func months(_ count: Int, after day: Int) -> [Int] {
    guard let first = start.adding(days: day) else { return [] }
    return (1...max(1, count)).compactMap { first.adding(months: $0).map { start.days(until: $0) } }
  }

  /// A factor by calendar month, day by day.
  func byDay(_ season: [Double]) -> [Double] { calendarMonth.map { season[$0] } }

  /// The part of an amount with that period that is paid on each day (model 9).
  func shares(of period: PeriodAmount.Period) -> [Double] {
    var shares = [Double](repeating: 0, count: days)
    switch period {
    case .day: shares = [Double](repeating: 1, count: days)
    case .days(let count): shares = [Double](repeating: 1 / count, count: days)
    case .month: for day in monthStarts { shares[day] = 1 }
    case .year: for (month, day) in monthStarts.enumerated() where month % 12 == 0 { shares[day] = 1 }
    case .once: shares[0] = 1
    }
    return shares
  }
}
