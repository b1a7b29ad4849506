import Language
import Scenarios

/// The days of a run (model section 1).
struct Calendar {
  let days: Int
  /// The reported month of each day, from 0.
  let reportedMonth: [Int]
  /// The calendar month of each day, January = 0.
  let calendarMonth: [Int]
  /// The first day of each reported month.
  let monthStarts: [Int]
  private let start: CalendarDate

  init(_ scenario: Scenario) {
    let starts = scenario.monthStarts
    let days = scenario.dayCount
    start = scenario.start
    self.days = days
    monthStarts = Array(starts.dropLast())
    reportedMonth = (0..<scenario.monthCount).flatMap { month in
      [Int](repeating: month, count: starts[month + 1] - starts[month])
    }
    calendarMonth = (0..<days).map { scenario.date(ofDay: $0).month - 1 }
  }

  /// The day of a date, counted from the start; may lie outside the run.
  func day(of date: CalendarDate) -> Int { start.days(until: date) }

  /// The fixed costs of one statement row, by day (model section 9).
  func costs(of scenario: Scenario, in row: FixedCost.Row) -> [Double] {
    var costs = [Double](repeating: 0, count: days)
    for cost in scenario.costs.entries.map(\.value) where cost.row == row { add(cost.amount, to: &costs) }
    return costs
  }

  /// Platform and tools: fixed costs of that row and what natural traffic costs.
  func platformCosts(of scenario: Scenario) -> [Double] {
    var costs = costs(of: scenario, in: .platformAndTools)
    for traffic in scenario.traffic.entries.map(\.value) { add(PeriodAmount(traffic.cost, .month), to: &costs) }
    return costs
  }

  private func add(_ amount: PeriodAmount, to costs: inout [Double]) {
    switch amount.period {
    case .day: for day in costs.indices { costs[day] += amount.value }
    case .days(let count): for day in costs.indices { costs[day] += amount.value / count }
    case .month: for day in monthStarts { costs[day] += amount.value }
    case .year: for (month, day) in monthStarts.enumerated() where month % 12 == 0 { costs[day] += amount.value }
    case .once: costs[0] += amount.value
    }
  }
}
