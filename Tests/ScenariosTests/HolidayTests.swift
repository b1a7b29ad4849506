import Foundation
import Language
import Testing

@testable import Scenarios

@Suite("Holidays")
struct HolidayTests {
  @Test("the New Year is on the days that the State Council announced")
  func announced() {
    let days = [
      2020: "01-25", 2021: "02-12", 2022: "02-01", 2023: "01-22", 2024: "02-10", 2025: "01-29", 2026: "02-17",
    ]
    for (year, day) in days { #expect(Holiday.chineseNewYear.day(in: year)?.description == "\(year)-\(day)") }
    #expect(Holiday.goldenWeek.day(in: 2027)?.description == "2027-10-01")
  }

  @Test("the table of New Years is that of the Chinese calendar", arguments: [CalendarDate.years])
  func newYears(years: ClosedRange<Int>) throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    var (chinese, western) = (Foundation.Calendar(identifier: .chinese), Foundation.Calendar(identifier: .gregorian))
    (chinese.timeZone, western.timeZone) = (zone, zone)
    for year in years {
      let day = try #require(Holiday.chineseNewYear.day(in: year))
      let parts = DateComponents(year: day.year, month: day.month, day: day.day, hour: 12)
      let date = try #require(western.date(from: parts))
      let found = chinese.dateComponents([.month, .day], from: date)
      #expect(found.month == 1 && found.day == 1 && found.isLeapMonth != true, "\(day)")
    }
  }

  private func scenario(start: String, months: Double) throws -> Scenario {
    var scenario = Scenario()
    scenario.start = try CalendarDate(parsing: Fragment(start))
    scenario.months = months
    return scenario
  }

  @Test("what comes back is there in each year of the run, and what began before the start as well")
  func occasions() throws {
    let newYear = Opening.holiday(.chineseNewYear, offset: -2)
    func dates(_ scenario: Scenario, _ opening: Opening) -> [String] {
      scenario.occasions(of: opening).map { scenario.date(ofDay: $0).description }
    }
    let shop = try scenario(start: "2027-02-10", months: 26)
    #expect(dates(shop, newYear) == ["2027-02-04", "2028-01-24", "2029-02-11"])
    #expect(dates(try scenario(start: "2027-03-01", months: 6), newYear) == ["2027-02-04"])
    #expect(dates(try scenario(start: "2027-10-01", months: 1), .holiday(.goldenWeek, offset: 0)) == ["2027-10-01"])
    // Anything else opens once: with the first one of the run.
    #expect(shop.date(ofDay: shop.day(of: newYear)).description == "2028-01-24")
  }

  @Test(
    "a holiday is read in both languages and written as it is read",
    arguments: [
      ("chinese-new-year", "chinese-new-year"), ("Golden-Week + 3 days", "golden-week + 3 days"),
      ("春节 - 2 天", "chinese-new-year - 2 days"), ("国庆-1天", "golden-week - 1 day"),
      ("golden-week + 2 weeks", "golden-week + 14 days"), ("chinese-new-year - 0 days", "chinese-new-year"),
    ])
  func read(typed: String, written: String) throws {
    let value = try Kind.opening.read(Fragment(typed), in: -3650...3650, currency: "USD")
    #expect(Kind.opening.write(value, currency: "USD") == written)
    #expect(try Kind.opening.read(Fragment(written), in: -3650...3650, currency: "USD") == value)
  }

  @Test(
    "what is no holiday, or too far from one, is told with what to write",
    arguments: [
      ("goldn-week", "expected a date, a day of the run or a holiday", "nearest: golden-week"),
      ("easter", "expected a date, a day of the run or a holiday", "available: chinese-new-year, golden-week"),
      (
        "golden-week - 61 days", "expected 0 to 60 whole days",
        "for example: golden-week - 2 days, or golden-week + 3 days"
      ),
      ("golden-week 3", "cannot read this", "for example: golden-week - 2 days, or golden-week + 3 days"),
      ("golden-week -", "cannot read this", "for example: golden-week - 2 days, or golden-week + 3 days"),
    ])
  func refused(typed: String, message: String, help: String) {
    do throws(Fault) {
      _ = try Kind.opening.read(Fragment(typed), in: -3650...3650, currency: "USD")
      Issue.record("\(typed) was read")
    } catch {
      #expect("\(error.message)" == message)
      #expect(error.help.map { "\($0)" }?.contains(help) ?? false, "\(error.help.map { "\($0)" } ?? "")")
    }
  }

  @Test("a holiday with a chance by the month is refused")
  func monthly() throws {
    var scenario = Scenario()
    var event = Event()
    (event.name, event.then) = ("rush", "pause ads")
    (event.from, event.chance) = (.holiday(.goldenWeek, offset: 0), Chance(0.02, per: .month))
    scenario.events = [event]
    #expect(scenario.eventIssues.map(\.path) == ["events.1.chance"])
    scenario.events[0].chance = Chance(0.4, per: nil)
    #expect(scenario.eventIssues.isEmpty)
  }
}
