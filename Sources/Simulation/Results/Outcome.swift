/// What a run of many worlds brought: columns in path order.
package struct Outcome: Sendable {
  /// The figures of one batch of worlds.
  private struct Batch {
    let monthly: Columns
    let ends: Columns
    let drawn: Columns
  }

  /// Worlds, in path order.
  package let paths: Int
  package let months: Int
  private let batches: [Batch]

  init(paths: Int, months: Int, monthly: Columns, ends: Columns, drawn: Columns) {
    self.init(paths: paths, months: months, batches: [Batch(monthly: monthly, ends: ends, drawn: drawn)])
  }

  private init(paths: Int, months: Int, batches: [Batch]) {
    self.paths = paths
    self.months = months
    self.batches = batches
  }

  /// These worlds and those of a later batch of the same program behind them.
  package func followed(by later: Outcome) -> Outcome {
    Outcome(paths: paths + later.paths, months: months, batches: batches + later.batches)
  }

  /// One column of all batches.
  private func column(_ columns: (Batch) -> Columns, _ index: Int) -> [Double] {
    if let only = batches.first, batches.count == 1 { return columns(only).column(index) }
    return batches.flatMap { columns($0).column(index) }
  }

  /// An outcome of given figures: for each metric its months, for each month a value per path; metrics left out are 0.
  /// - Parameter quitDay: −1 for every path where none is given.
  package init(
    _ figures: [Metric: [[Double]]], ruinDay: [Double], ruinCause: [RuinCause], quitDay: [Double]? = nil
  ) {
    let paths = ruinDay.count
    let months = figures.values.first?.count ?? 0
    let monthly = Columns(count: Metric.allCases.count * months, paths: paths)
    for metric in Metric.allCases {
      for month in 0..<months {
        let row = figures[metric]?[month] ?? [Double](repeating: 0, count: paths)
        monthly.store(row, lanes: paths, column: metric.rawValue * months + month, first: 0)
      }
    }
    let ends = Columns(count: End.allCases.count, paths: paths)
    ends.store(ruinDay, lanes: paths, column: End.ruinDay.rawValue, first: 0)
    ends.store(
      [Double](repeating: 0, count: paths), lanes: paths, column: End.leftover.rawValue, first: 0)
    ends.store(ruinCause.map { Double($0.rawValue) }, lanes: paths, column: End.ruinCause.rawValue, first: 0)
    ends.store(
      quitDay ?? [Double](repeating: -1, count: paths), lanes: paths, column: End.quitDay.rawValue, first: 0)
    self.init(paths: paths, months: months, monthly: monthly, ends: ends, drawn: Columns(count: 0, paths: paths))
  }

  /// One metric in one month (from 0), a value per path.
  package func monthly(_ metric: Metric, month: Int) -> [Double] {
    column(\.monthly, metric.rawValue * months + month)
  }

  /// One metric over the whole run, a value per path; months are totalled as the metric declares.
  package func total(_ metric: Metric) -> [Double] {
    switch metric.row.total {
    case .first: return monthly(metric, month: 0)
    case .last: return monthly(metric, month: months - 1)
    case .sum: return folded(metric, +)
    case .minimum: return folded(metric, min)
    }
  }

  private func folded(_ metric: Metric, _ combine: (Double, Double) -> Double) -> [Double] {
    var result = monthly(metric, month: 0)
    for month in 1..<max(1, months) {
      let column = monthly(metric, month: month)
      for path in result.indices { result[path] = combine(result[path], column[path]) }
    }
    return result
  }

  /// What each world drew for an uncertain parameter, by its place among ``Program/uncertain``.
  package func drawn(_ index: Int) -> [Double] { column(\.drawn, index) }

  /// The day each world ran out of money, counted from 0; −1 in worlds that did not.
  package var ruinDay: [Double] { column(\.ends, End.ruinDay.rawValue) }

  /// Why each world ran out of money: a ``RuinCause`` by its number; 0 in worlds that did not.
  package var ruinCause: [Double] { column(\.ends, End.ruinCause.rawValue) }

  /// The day each operator quit by a rule, counted from 0; −1 in worlds where nobody did. It is no ruin.
  package var quitDay: [Double] { column(\.ends, End.quitDay.rawValue) }

  /// Cash, what processors owe, reserves and stock at what it would bring, less what is owed to suppliers and the state,
  /// at the end; a value per path.
  package var finalWorth: [Double] {
    let cash = total(.closingCash)
    let owed = total(.owedByProcessors)
    let reserves = total(.reserves)
    let leftover = column(\.ends, End.leftover.rawValue)
    let suppliers = total(.owedToSuppliers)
    let state = total(.owedToState)
    return cash.indices.map { cash[$0] + owed[$0] + reserves[$0] + leftover[$0] - suppliers[$0] - state[$0] }
  }
}

/// Why a world ran out of money (model section 9).
package enum RuinCause: Int, Sendable {
  case none
  /// A day ended with cash below the credit line.
  case insolvent
  /// For 14 days in a row less than half of the planned ad spend could be paid.
  case starved
}

/// What is known of a path only at its end.
enum End: Int, CaseIterable { case ruinDay, ruinCause, leftover, quitDay }
