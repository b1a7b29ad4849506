import Foundation
import Language
import Scenarios

/// Section 1 of the model: days, months, rates.
struct Time {
  let days: Int
  let months: Int
  /// The reported month of each day, from 0.
  let reportedMonth: [Int]
  /// January is 0.
  let calendarMonth: [Int]
  private let monthStarts: [Int]

  init(_ scenario: Scenario) {
    days = scenario.dayCount
    months = scenario.monthCount
    monthStarts = scenario.monthStarts
    let starts = monthStarts
    reportedMonth = (0..<days).map { day in starts.lastIndex { $0 <= day } ?? 0 }
    calendarMonth = (0..<days).map { scenario.date(ofDay: $0).month - 1 }
  }

  func isFirstOfMonth(_ day: Int) -> Bool { monthStarts.contains(day) }

  func isFirstOfYear(_ day: Int) -> Bool {
    isFirstOfMonth(day) && reportedMonth[day].isMultiple(of: 12)
  }

  func isLastOfMonth(_ day: Int) -> Bool { monthStarts.contains(day + 1) }

  /// The chance a day of something with that chance a month.
  static func daily(perMonth rate: Double) -> Double { 1 - pow(1 - rate, 12.0 / 365) }

  /// How far something has grown by a day at that rate a year.
  static func growth(_ rate: Double, _ day: Int) -> Double { pow(1 + rate, Double(day) / 365) }

  /// A continuous lag in whole days.
  static func wholeDays(_ days: Double) -> Int { Int(days.rounded(.up)) }
}

extension Time {
  /// What of a fixed cost is paid on a day (section 9).
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
    kept = halflife > 0 ? pow(0.5, 1 / halflife) : 0
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
