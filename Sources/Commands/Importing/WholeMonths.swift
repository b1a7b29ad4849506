import Analysis
import Importers
import Language

/// The months of a shop that its files tell as a whole.
struct WholeMonths {
  let actuals: MonthlyActuals
  /// One after the other: a gap ends them.
  let months: [MonthlyActuals.Month]
  /// What files tell of each of them; more of it is better.
  let figures: [MonthlyActuals.Figure]

  init(_ actuals: MonthlyActuals) {
    self.actuals = actuals
    let known = actuals.months.drop { !Self.isWhole($0, actuals) }
    months = Array(known.prefix { Self.isWhole($0, actuals) })
    let all = months
    figures = [MonthlyActuals.Figure.orders, .sales, .payouts, .cash].filter { figure in
      !all.isEmpty && all.allSatisfy { actuals.value(figure, $0) != nil }
    }
  }

  /// The first of all months may begin before the files do: that is not told by anything.
  private static func isWhole(_ month: MonthlyActuals.Month, _ actuals: MonthlyActuals) -> Bool {
    actuals.isWhole(month) && actuals.value(.orders, month) != nil
  }

  func value(_ figure: MonthlyActuals.Figure, _ month: MonthlyActuals.Month) -> Double {
    actuals.value(figure, month)?.approximate ?? 0
  }

  static var titles: [String: (title: String, isMoney: Bool)] {
    var titles: [String: (title: String, isMoney: Bool)] = [:]
    for figure in MonthlyActuals.Figure.allCases {
      titles[figure.rawValue] = (title: figure.title, isMoney: figure != .orders)
    }
    return titles
  }
}

extension MonthlyActuals.Month {
  var first: CalendarDate { CalendarDate(year: year, month: month, day: 1) ?? .epoch }
  var last: CalendarDate { CalendarDate(year: year, month: month, day: lastDay) ?? .epoch }
}
