import Testing

@testable import Language

@Suite("Calendar date")
struct CalendarDateTests {
  private func date(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: Fragment(text)) }

  @Test("dates are read and written alike", arguments: ["1970-01-01", "2027-06-01", "2028-02-29", "2200-12-31"])
  func roundTrip(_ text: String) throws {
    #expect(try date(text).description == text)
    #expect(try date(fullWidth(" \(text) ")).description == text)
  }

  @Test(
    "what is no date says why",
    arguments: [
      ("2026-02-30", "there is no 2026-02-30: that month has 28 days"),
      ("2027-04-31", "there is no 2027-04-31: that month has 30 days"),
      ("2027-01-00", "there is no 2027-01-00: that month has 31 days"), ("2027-13-01", "there is no month 13"),
      ("2027-00-01", "there is no month 0"), ("1969-12-31", "the year must be between 1970 and 2200"),
      ("2201-01-01", "the year must be between 1970 and 2200"), ("2027-6-1", "expected a date"),
      ("27-06-01", "expected a date"),
      ("2027/06/01", "expected a date"), ("2027-06-01T00", "expected a date"), ("+027-06-01", "expected a date"),
      ("2027-06-0１x", "expected a date"), ("2027-06--1", "expected a date"), ("", "expected a date"),
    ])
  func refused(_ text: String, _ message: String) {
    #expect(complaint(text, CalendarDate.init(parsing:)) == Complaint(message, under: text))
  }

  @Test("known day numbers and weekdays")
  func known() throws {
    #expect(try date("1970-01-01").daysSinceEpoch == 0)
    #expect(try date("1970-01-01").weekday == .thursday)
    #expect(try date("2000-03-01").daysSinceEpoch == 11_017)
    #expect(try date("2027-06-01").daysSinceEpoch == 20_970)
    #expect(try date("2027-06-01").weekday == .tuesday)
    #expect(try date("2027-01-01").days(until: date("2028-01-01")) == 365)
    #expect(try date("2028-01-01").days(until: date("2027-01-01")) == -365)
  }

  @Test("every day of the range follows the one before it")
  func everyDay() {
    var number = 0
    var weekday = 3
    for year in CalendarDate.years {
      for month in 1...12 {
        for day in 1...CalendarDate.daysIn(month: month, of: year) {
          // Not #expect: 84,000 of them take seconds.
          let date = CalendarDate(year: year, month: month, day: day)
          let isRight = date?.daysSinceEpoch == number && CalendarDate(daysSinceEpoch: number) == date
          guard isRight, date?.weekday == CalendarDate.Weekday.allCases[weekday] else {
            Issue.record("\(year)-\(month)-\(day) is not day \(number)")
            return
          }
          number += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
    #expect(CalendarDate(daysSinceEpoch: number) == nil)
    #expect(CalendarDate(daysSinceEpoch: -1) == nil)
  }

  @Test("months keep the start's day, or take the last one there is")
  func months() throws {
    let start = try date("2027-01-31")
    let later = (0...13).map { start.adding(months: $0)?.description ?? "" }
    #expect(later[1] == "2027-02-28" && later[2] == "2027-03-31" && later[3] == "2027-04-30")
    #expect(later[12] == "2028-01-31" && later[13] == "2028-02-29")
    #expect(start.adding(months: -2)?.description == "2026-11-30")
    #expect(start.adding(months: -1)?.description == "2026-12-31")
  }

  @Test("sums beyond the range are nil, however large")
  func overflow() throws {
    let start = try date("2027-01-31")
    for amount in [Int.max, Int.min, 1_000_000, -1_000_000] {
      #expect(start.adding(months: amount) == nil)
      #expect(start.adding(days: amount) == nil)
    }
    #expect(start.adding(days: 1)?.description == "2027-02-01")
    #expect(CalendarDate(year: Int.max, month: 1, day: 1) == nil)
  }

  @Test("dates are ordered, leap years known")
  func order() throws {
    #expect(try date("2027-01-31") < date("2027-02-01"))
    #expect(CalendarDate.isLeap(2000) && CalendarDate.isLeap(2028) && !CalendarDate.isLeap(2100))
  }
}
