package import Language

/// A lag in days (model 1). In a lag field a distribution is drawn per order; a continuous lag is rounded up
/// to whole days.
package enum Lag: Equatable, Sendable {
  case fixed(Double)
  /// By its median and the standard deviation of its logarithm.
  case lognormal(median: Double, sigma: Double)
  case uniform(Double, Double)
}

/// When something opens: on a day counted from the start, or on a date. What lies before the start has been open since:
/// learning, ramps and creatives count from there (model 17).
package enum Opening: Equatable, Sendable {
  case day(Double)
  case date(CalendarDate)
}

extension Scenario {
  /// The day of the run on which something opens; below 0 where it was open before.
  package func day(of opening: Opening) -> Int {
    switch opening {
    case .day(let day): Int(day)
    case .date(let date): start.days(until: date)
    }
  }

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
