/// The figures of some neighbouring worlds: a row for each, wherever the rows lie. Whoever makes a strip sees to it that
/// the rows live as long.
struct Strip {
  /// Which worlds of the run.
  let paths: Range<Int>
  let months: Int
  let monthly: (Metric, Int) -> UnsafePointer<Double>
  let end: (End) -> UnsafePointer<Double>
  let drawn: (Int) -> UnsafePointer<Double>

  var count: Int { paths.count }

  /// One metric over the whole run, months totalled as it declares.
  func total(_ metric: Metric, into sums: UnsafeMutablePointer<Double>) {
    let isLast = metric.row.total == .last
    sums.update(from: monthly(metric, isLast ? months - 1 : 0), count: count)
    switch metric.row.total {
    case .first, .last: return
    case .sum: fold(metric, into: sums, +)
    case .minimum: fold(metric, into: sums, min)
    }
  }

  private func fold(
    _ metric: Metric, into sums: UnsafeMutablePointer<Double>, _ combine: (Double, Double) -> Double
  ) {
    for month in 1..<max(1, months) {
      let row = monthly(metric, month)
      for i in 0..<count { sums[i] = combine(sums[i], row[i]) }
    }
  }
}

/// What is known of a path only at its end.
enum End: Int, CaseIterable {
  case ruinDay, ruinCause, quitDay
  /// Cash, what processors owe, reserves and stock at what it would bring, less what is owed.
  case worth
  /// The month since which every month has ended with more worth than was put in: see ``BreakEven``.
  case breakEvenMonth
  /// What a running business is worth beside its cash on the first morning (model 17); 0 for a new one.
  case openingWorth
}
