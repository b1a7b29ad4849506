import Foundation
import Language
import Scenarios

/// Days, months, rates (model 1).
struct Time {
  let days: Int
  let months: Int
  /// The reported month of each day, from 0.
  let reportedMonth: [Int]
  /// January is 0.
  let calendarMonth: [Int]
  private let monthStarts: [Int]
  /// Of day 0; Monday is 0.
  private let firstWeekday: Int

  init(_ scenario: Scenario) {
    days = scenario.dayCount
    months = scenario.monthCount
    monthStarts = scenario.monthStarts
    let starts = monthStarts
    reportedMonth = (0..<days).map { day in starts.lastIndex { $0 <= day } ?? 0 }
    calendarMonth = (0..<days).map { scenario.date(ofDay: $0).month - 1 }
    firstWeekday = CalendarDate.Weekday.allCases.firstIndex(of: scenario.start.weekday) ?? 0
  }

  func isFirstOfMonth(_ day: Int) -> Bool { monthStarts.contains(day) }

  func isFirstOfYear(_ day: Int) -> Bool {
    isFirstOfMonth(day) && reportedMonth[day].isMultiple(of: 12)
  }

  func isLastOfMonth(_ day: Int) -> Bool { monthStarts.contains(day + 1) }

  /// The last of so many reported months; what is left at the end is a period too.
  func isLast(of count: Int, month: Int) -> Bool { (month + 1).isMultiple(of: count) || month == months - 1 }

  private func isWeekend(_ day: Int) -> Bool { ((firstWeekday + day) % 7 + 7) % 7 >= 5 }

  /// The day that comes so many days, Monday to Friday, after another; from a weekend they are counted from Monday.
  func businessDay(_ count: Int, after day: Int) -> Int {
    var day = day
    if count == 0 { while isWeekend(day) { day += 1 } }
    for _ in 0..<count {
      repeat { day += 1 } while isWeekend(day)
    }
    return day
  }

  /// The days on which something happens, before the start too; around a holiday one in every year.
  static func days(of opening: Opening, in scenario: Scenario) -> [Int] {
    switch opening {
    case .day(let day): [Int(day)]
    case .date(let date): [scenario.start.days(until: date)]
    case .holiday(let holiday, let offset):
      (scenario.start.year - 1...scenario.start.year + 1 + scenario.monthCount / 12 + 1).compactMap { year in
        holiday.day(in: year).map { scenario.start.days(until: $0) + offset }
      }
    }
  }

  /// The chance a day of something with that chance a month.
  static func daily(perMonth rate: Double) -> Double { 1 - pow(1 - rate, 12.0 / 365) }

  /// How far something has grown by a day at that rate a year.
  static func growth(_ rate: Double, _ day: Int) -> Double { pow(1 + rate, Double(day) / 365) }

  /// How far something grows from one day to the next at that rate a year.
  static func growth(_ rate: Double) -> Double { pow(1 + rate, 1.0 / 365) }

  /// What is left of 1 after a day.
  static func kept(halflife: Double) -> Double { halflife > 0 ? pow(0.5, 1 / halflife) : 0 }

  /// A continuous lag in whole days.
  static func wholeDays(_ days: Double) -> Int { Int(days.rounded(.up)) }
}

extension Time {
  /// What of a fixed cost is paid on a day (model 9).
  func part(of amount: PeriodAmount, on day: Int) -> Double {
    switch amount.period {
    case .day: amount.value
    case .days(let count): amount.value / count
    case .month: isFirstOfMonth(day) ? amount.value : 0
    case .year: isFirstOfYear(day) ? amount.value : 0
    case .once: day == 0 ? amount.value : 0
    }
  }
}

/// A stationary Ornstein–Uhlenbeck process in daily steps.
struct Swing {
  private let deviation: Double
  private let kept: Double
  private var value: Double?

  init(deviation: Double, halflife: Double) {
    self.deviation = deviation
    kept = Time.kept(halflife: halflife)
  }

  /// The value of the next day; the first one comes from the stationary law.
  mutating func step(_ innovation: Double) -> Double {
    let next = value.map { kept * $0 + deviation * (1 - kept * kept).squareRoot() * innovation }
    let today = next ?? deviation * innovation
    value = today
    return today
  }

  var variance: Double { deviation * deviation }
}
