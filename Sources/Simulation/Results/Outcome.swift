/// What a run of many worlds brought: columns in path order, or, of very many, how each figure spreads over them.
package struct Outcome: Sendable {
  /// The figures of one batch of worlds; the columns may have room for more.
  private struct Batch {
    let paths: Int
    let columns: WorldColumns
  }

  private enum Form: Sendable {
    case worlds([Batch])
    case tallies(Tallies)
  }

  /// Worlds, in path order.
  package let paths: Int
  package let months: Int
  private let form: Form

  init(paths: Int, _ columns: WorldColumns) {
    (self.paths, months) = (paths, columns.months)
    form = .worlds([Batch(paths: paths, columns: columns)])
  }

  init(_ tallies: Tallies) {
    (paths, months) = (tallies.paths, tallies.months)
    form = .tallies(tallies)
  }

  private init(paths: Int, months: Int, _ batches: [Batch]) {
    (self.paths, self.months) = (paths, months)
    form = .worlds(batches)
  }

  /// Can single worlds be asked for? Where they cannot, only samples and endings are known.
  package var keepsWorlds: Bool { tallies == nil }

  /// How the figures spread, where that is all that was kept.
  package var tallies: Tallies? { if case .tallies(let tallies) = form { tallies } else { nil } }

  /// These worlds and those of a later batch of the same program behind them.
  package func followed(by later: Outcome) -> Outcome {
    if case .worlds(let first) = form, case .worlds(let second) = later.form {
      return Outcome(paths: paths + later.paths, months: months, first + second)
    }
    var sum = tallied(from: 0)
    sum.merge(later.tallied(from: paths))
    return Outcome(sum)
  }

  /// The same without the worlds.
  package var tallied: Outcome { Outcome(tallied(from: 0)) }

  /// - Parameter first: the number of the first of these worlds.
  private func tallied(from first: Int) -> Tallies {
    if let tallies { return tallies }
    let board = TallyBoard(months: months)
    var done = first
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.stripWorlds) { scratch in
      guard let base = scratch.baseAddress else { return }
      for batch in batches {
        for row in stride(from: 0, to: batch.paths, by: Self.stripWorlds) {
          let rows = row..<min(row + Self.stripWorlds, batch.paths)
          board.add(batch.columns.strip(rows, offset: done), scratch: base)
        }
        done += batch.paths
      }
    }
    return board.tallies
  }

  private static let stripWorlds = 1_024

  private var batches: [Batch] {
    guard case .worlds(let batches) = form else { preconditionFailure("only tallies of these worlds were kept") }
    return batches
  }

  /// One column of all batches.
  private func column(_ values: (Batch) -> [Double]) -> [Double] {
    if let only = batches.first, batches.count == 1 { return values(only) }
    return batches.flatMap(values)
  }

  private func end(_ end: End) -> [Double] { column { $0.columns.end(end, paths: $0.paths) } }

  /// An outcome of given figures: for each metric its months, for each month a value per path; metrics left out are 0.
  /// - Parameter quitDay: −1 for every path where none is given.
  package init(
    _ figures: [Metric: [[Double]]], ruinDay: [Double], ruinCause: [RuinCause], quitDay: [Double]? = nil
  ) {
    let paths = ruinDay.count
    // Without any figure it is one month of nothing.
    let months = figures.values.first?.count ?? 1
    let zeros = [Double](repeating: 0, count: paths)
    let putIn = figures[.openingCash]?.first ?? zeros
    var (worth, since, taken) = (zeros, zeros, zeros)
    for month in 0..<months {
      let row = { (metric: Metric) in figures[metric]?[month] ?? zeros }
      let (cash, owed, reserves) = (row(.closingCash), row(.owedByProcessors), row(.reserves))
      let debts = [Metric.owedToSuppliers, .owedToState, .owedToOthers, .owedToLenders].map(row)
      let ads = row(.adBalance)
      for path in zeros.indices { taken[path] += row(.ownerDraws)[path] }
      for path in zeros.indices {
        worth[path] =
          cash[path] + owed[path] + reserves[path] + ads[path] + taken[path] - debts.reduce(0) { $0 + $1[path] }
        since[path] = BreakEven.month(after: since[path], worth: worth[path], putIn: putIn[path], month: month)
      }
    }
    let ends = [ruinDay, ruinCause.map { Double($0.rawValue) }, quitDay ?? zeros.map { _ in -1 }, worth, since, zeros]
    // One behind the other, so that rows have a place to lie.
    let rows = Metric.allCases.flatMap { figures[$0] ?? Array(repeating: zeros, count: months) } + ends
    let columns = WorldColumns.few(paths, months: months)
    rows.flatMap { $0 }.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let strip = Strip(
        paths: 0..<paths, months: months, monthly: { base + ($0.rawValue * months + $1) * paths },
        end: { base + (Metric.allCases.count * months + $0.rawValue) * paths }, drawn: { _ in base })
      columns.store(strip, first: 0)
    }
    self.init(paths: paths, columns)
  }
}

// MARK: World by world

/// Of outcomes that keep worlds.
extension Outcome {
  /// One metric in one month (from 0), a value per path.
  package func monthly(_ metric: Metric, month: Int) -> [Double] {
    column { $0.columns.monthly(metric, month, paths: $0.paths) }
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
  package func drawn(_ index: Int) -> [Double] { column { $0.columns.drawn(index, paths: $0.paths) } }

  /// The day each world ran out of money, counted from 0; −1 in worlds that did not.
  package var ruinDay: [Double] { end(.ruinDay) }

  /// Why each world ran out of money: a ``RuinCause`` by its number; 0 in worlds that did not.
  package var ruinCause: [Double] { end(.ruinCause) }

  /// The day each operator quit by a rule, counted from 0; −1 in worlds where nobody did. It is no ruin.
  package var quitDay: [Double] { end(.quitDay) }

  /// Cash, what processors owe, reserves and stock at what it would bring, less what is owed to suppliers and the state,
  /// at the end; a value per path.
  package var finalWorth: [Double] { end(.worth) }

  /// The month, counted from 1, since which every month of a world has ended with more worth than was put in; 0 in worlds
  /// whose last month did not.
  package var breakEvenMonth: [Double] { end(.breakEvenMonth) }

  /// What a running business has on its way on the first morning (model 17); 0 for a new one.
  package var openingWorth: [Double] { end(.openingWorth) }

  /// The money put in: what the first day opens with, before anything is paid, and for a running business what all that
  /// is on its way is worth (model 17); a value per path.
  package var moneyPutIn: [Double] { zip(total(.openingCash), openingWorth).map { $0 + $1 } }

  /// What each world has made of the money put in: ``finalWorth`` less ``moneyPutIn``.
  package var gain: [Double] { zip(finalWorth, moneyPutIn).map { Self.gain(worth: $0, putIn: $1) } }

  /// To a millionth: sums are off in their last digits, and what is off would win worlds.
  static func gain(worth: Double, putIn: Double) -> Double { ((worth - putIn) * 1e6).rounded() / 1e6 }
}

// MARK: All worlds together

extension Outcome {
  /// One metric in one month (from 0), over all worlds. Of outcomes without worlds: a reported one.
  package func sample(_ metric: Metric, month: Int) -> Sample {
    tallies.map { .tally($0.monthly(metric, month: month)) } ?? .values(monthly(metric, month: month))
  }

  /// One metric over the whole run.
  package func sample(_ metric: Metric) -> Sample {
    tallies.map { .tally($0.total(metric)) } ?? .values(total(metric))
  }

  package var worthSample: Sample { tallies.map { .tally($0.endings.worth) } ?? .values(finalWorth) }

  package var endings: Endings {
    tallies?.endings
      ?? Endings(
        ruinDay: ruinDay, ruinCause: ruinCause, quitDay: quitDay, breakEvenMonth: breakEvenMonth,
        winners: total(.winners))
  }
}

/// Why a world ran out of money (model 9).
package enum RuinCause: Int, Sendable {
  case none
  /// A day ended with cash below the credit line.
  case insolvent
  /// For 14 days in a row less than half of the planned ad spend could be paid.
  case starved
}

// MARK: Bytes

extension Outcome {
  /// The outcome of one piece of a run, as ``Assembly`` reads it.
  package func write(to bytes: inout ByteWriter) {
    switch form {
    case .worlds(let batches): for batch in batches { batch.columns.write(paths: batch.paths, to: &bytes) }
    case .tallies(let tallies): tallies.write(to: &bytes)
    }
  }
}

/// An outcome that is put together from pieces, in any order.
package struct Assembly {
  private enum Form {
    case worlds(WorldColumns)
    case tallies(Tallies)
  }

  private let paths: Int
  private let days: Int
  private var form: Form

  /// - Parameter paths: of the whole run.
  package init(_ program: Program, _ keeping: Keeping, paths: Int) throws(MemoryRefusal) {
    self.paths = paths
    days = program.days
    form =
      keeping == .tallies
      ? .tallies(Tallies(months: program.months))
      : .worlds(
        try WorldColumns(keeping.metrics, months: program.months, drawn: program.uncertain.count, paths: paths))
  }

  /// Adds a piece as written; false when these are no bytes of these worlds. Then nothing can be done with the rest.
  package mutating func add(_ bytes: inout ByteReader, worlds: Range<Int>) -> Bool {
    guard worlds.lowerBound >= 0, worlds.upperBound <= paths else { return false }
    switch form {
    case .worlds(let columns): return columns.read(&bytes, rows: worlds, days: days) && bytes.isAtEnd
    case .tallies(var sum):
      // Let go of it here, so that it is not copied.
      form = .tallies(Tallies(months: 0))
      guard let tallies = Tallies(&bytes, months: sum.months, days: days, worlds: worlds), bytes.isAtEnd else {
        return false
      }
      sum.merge(tallies)
      form = .tallies(sum)
      return true
    }
  }

  /// Of all pieces; meaningful when each world has been added once.
  package var outcome: Outcome {
    switch form {
    case .worlds(let columns): Outcome(paths: paths, columns)
    case .tallies(let tallies): Outcome(tallies)
    }
  }
}
