/// A day of the proleptic Gregorian calendar between 1970 and 2200, without time and zone.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package static let years = 1970...2200

  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// nil if there is no such day, or its year is out of range.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month) else { return nil }
    guard (1...Self.daysIn(month: month, of: year)).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// 1970-01-01.
  package static let epoch = CalendarDate()

  private init() {
    (year, month, day) = (1970, 1, 1)
  }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// ISO 8601: `2027-06-01`.
  package var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

// MARK: - Months

extension CalendarDate {
  package static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Days of a month, 1 to 12; other months count as 31.
  package static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The same day some months later, or the last day of that month if it is shorter: 31 January + 1 is 28 February,
  /// + 2 is 31 March. Months counted from one start keep its day only when each is added to the start. nil when out of
  /// range.
  package func adding(months: Int) -> CalendarDate? {
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 0 else { return nil }
    let (year, month) = (total / 12, total % 12 + 1)
    return CalendarDate(year: year, month: month, day: min(day, Self.daysIn(month: month, of: year)))
  }
}

// MARK: - Days

extension CalendarDate {
  package enum Weekday: Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// Days since 1970-01-01. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`: years
  /// begin in March, so that the leap day is their last.
  package var daysSinceEpoch: Int {
    let shifted = month > 2 ? year : year - 1
    let (era, yearOfEra) = (shifted / 400, shifted % 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that many days after 1970-01-01 (`civil_from_days`); nil when out of range.
  package init?(daysSinceEpoch days: Int) {
    guard (0..<100_000).contains(days) else { return nil }
    let shifted = days + 719_468
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// nil when out of range.
  package func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(daysSinceEpoch: sum)
  }

  /// How many days later `other` is; negative if it is earlier.
  package func days(until other: CalendarDate) -> Int {
    other.daysSinceEpoch - daysSinceEpoch
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[(daysSinceEpoch + 3) % 7]
  }
}

// MARK: - Reading

extension CalendarDate {
  /// Reads `2027-06-01`: four, two and two digits, nothing else but blanks around them.
  package init(parsing fragment: Fragment) throws(Fault) {
    let typed = Scanner(fragment).rest()
    let text = Fold.folded(typed.text)
    guard let (year, month, day) = Self.numbers(in: text) else {
      throw Fault(say("expected a date"), at: typed.span, help: say("dates are written year-month-day: 2027-06-01"))
    }
    guard Self.years.contains(year) else {
      throw Fault(say("the year must be between \(Self.years.lowerBound) and \(Self.years.upperBound)"), at: typed.span)
    }
    guard (1...12).contains(month) else { throw Fault(say("there is no month \(month)"), at: typed.span) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      let days = Self.daysIn(month: month, of: year)
      throw Fault(say("there is no \(text): that month has \(days) days"), at: typed.span)
    }
    self = date
  }

  private static func numbers(in text: String) -> (year: Int, month: Int, day: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDate =
      parts.map(\.utf8.count) == [4, 2, 2]
      && parts.allSatisfy { $0.unicodeScalars.allSatisfy(\.isDigit) }
    guard isDate, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
    return (year, month, day)
  }
}
