package import Language

/// A holiday on which suppliers in China close, every year on a date of its own (model 16.75).
package enum Holiday: String, CaseIterable, Sendable {
  case chineseNewYear = "chinese-new-year"
  case goldenWeek = "golden-week"

  /// The names by which it may be written.
  package var names: [String] {
    switch self {
    case .chineseNewYear: [rawValue, "春节"]
    case .goldenWeek: [rawValue, "国庆节", "国庆", "黄金周"]
    }
  }

  /// Its first day in a year; nil where no date can be that day.
  package func day(in year: Int) -> CalendarDate? {
    switch self {
    case .chineseNewYear: Self.newYear(in: year)
    case .goldenWeek: CalendarDate(year: year, month: 10, day: 1)
    }
  }

  private static func newYear(in year: Int) -> CalendarDate? {
    guard CalendarDate.years.contains(year) else { return nil }
    return CalendarDate(year: year, month: 1, day: 21)?.adding(days: newYears[year - CalendarDate.years.lowerBound])
  }

  /// The day of the New Year in each year from 1970 to 2200, in days after 21 January, to the base of 36: the second new
  /// moon after the winter solstice in Beijing, or the third where a leap month lies between (GB/T 33661-2017). Both are
  /// astronomy, so the days stand here as a table; the tests compare it with the calendar of ICU.
  private static let newYears: [Int] =
    """
    g6pd2lash7 qf4ncuj8rg 6pe2kath7q f3mb1j8sh5 od2kati7qf
    4mb1k8rg5n d2lati7pe3 mb1k9rg5oc 2lbti7pe3m c0j8rf5od2
    lath6pf3mc 1j8rg5od3k 9sh6pf4mb0 j8rh7pe3ma ti8qg5oc1k
    9rh6pd2lbt i8rf4nc1k9 sh6pe2lb0i 8qf4mc2k9s h5od3lbuj7
    qf4mc2l9sh 6od3ma0i7p f4nc1k9rg6 p
    """.compactMap { Int(String($0), radix: 36) }
}
