package import Language

/// A lag in days (model 1). In a lag field a distribution is drawn per order; a continuous lag is rounded up
/// to whole days.
package enum Lag: Equatable, Sendable {
  case fixed(Double)
  /// By its median and the standard deviation of its logarithm.
  case lognormal(median: Double, sigma: Double)
  case uniform(Double, Double)
}

/// When something opens or happens: on a day counted from the start, on a date, or so many days after the first day of a
/// holiday, or before it. What lies before the start has been open since: learning, ramps and creatives count from there
/// (model 17). Events and closures come back with a holiday every year; anything else opens with the first one of the run.
package enum Opening: Equatable, Sendable {
  case day(Double)
  case date(CalendarDate)
  case holiday(Holiday, offset: Int)
}

extension Scenario {
  /// The day of the run on which something opens; below 0 where it was open before.
  package func day(of opening: Opening) -> Int {
    switch opening {
    case .day(let day): Int(day)
    case .date(let date): start.days(until: date)
    case .holiday(let holiday, let offset):
      (start.year - 1...start.year + 2).lazy.compactMap { day(of: holiday, in: $0) }.map { $0 + offset }
        .first { $0 >= 0 } ?? dayCount
    }
  }

  /// The days of the run on which something happens: one, or with a holiday each year's. Of the days before the start only
  /// the last is told: what began on it may go on.
  package func occasions(of opening: Opening) -> [Int] {
    guard case .holiday(let holiday, let offset) = opening else { return [day(of: opening)] }
    let last = date(ofDay: dayCount).year
    let all = (start.year - 1...last + 1).compactMap { day(of: holiday, in: $0) }.map { $0 + offset }
    return all.filter { $0 <= 0 }.suffix(1) + all.filter { $0 > 0 && $0 < dayCount }
  }

  private func day(of holiday: Holiday, in year: Int) -> Int? { holiday.day(in: year).map { start.days(until: $0) } }

  /// Months as a whole number.
  package var monthCount: Int { max(1, Int(months)) }

  /// The first day of each reported month and the day after the last: `monthCount + 1` days counted from the start.
  ///
  /// A month is counted from the start date; a start on the 31st clamps to a month's last day.
  package var monthStarts: [Int] {
    (0...monthCount).map { start.days(until: start.adding(months: $0) ?? start) }
  }

  /// How many days are simulated.
  package var dayCount: Int { monthStarts.last ?? 0 }

  /// The date of a day counted from the start.
  package func date(ofDay day: Int) -> CalendarDate { start.adding(days: day) ?? start }
}
