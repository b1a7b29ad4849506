import Statistics

/// How all figures of a run spread over its worlds, without the worlds.
package struct Tallies: Sendable {
  package let months: Int
  /// For each reported metric its months, then the whole run; that is empty where it is one of the months.
  fileprivate(set) var metrics: [[Tally]]
  package fileprivate(set) var endings = Endings()

  init(months: Int) {
    self.months = months
    metrics = Metric.reported.map { _ in Array(repeating: Tally(), count: months + 1) }
  }

  package var paths: Int { endings.worth.count }

  func monthly(_ metric: Metric, month: Int) -> Tally { row(metric)[month] }

  package func total(_ metric: Metric) -> Tally {
    switch metric.row.total {
    case .first: row(metric)[0]
    case .last: row(metric)[months - 1]
    case .sum, .minimum: row(metric)[months]
    }
  }

  private func row(_ metric: Metric) -> [Tally] {
    guard let place = Metric.reported.firstIndex(of: metric) else {
      preconditionFailure("\(metric) is not tallied")
    }
    return metrics[place]
  }

  /// A world whose worth at the end is about the median: of those in the median's cell the one with the lowest number.
  package var middleWorld: Int? {
    endings.worth.cell(atRank: (paths - 1) / 2).flatMap { endings.firstWorlds[$0] }
  }

  mutating func merge(_ other: Tallies) {
    for (place, row) in other.metrics.enumerated() {
      for (month, tally) in row.enumerated() where tally.count > 0 { metrics[place][month].merge(tally) }
    }
    endings.merge(other.endings)
  }

  /// About the memory, in bytes, that the tallies of a run take.
  static func bytes(months: Int) -> Int { Metric.reported.count * (months + 1) * 1 << 15 }
}

/// How worlds ended.
package struct Endings: Sendable {
  /// Worlds that ran out of money, and those that quit, by the day, counted from 0, up to the last such day.
  package fileprivate(set) var insolvent: [Int] = []
  package fileprivate(set) var starved: [Int] = []
  package fileprivate(set) var quit: [Int] = []
  /// Worlds whose worth has stayed above the money put in, by the month since which it has, counted from 1.
  package fileprivate(set) var backByMonth: [Int] = []
  /// Those of them that ran out of money all the same: payouts that were withheld, or stock, are worth something.
  package fileprivate(set) var ruinedInProfit = 0
  /// Those of them that kept a product after its test.
  package fileprivate(set) var keptInProfit = 0
  package fileprivate(set) var worth = Tally()
  package fileprivate(set) var gain = Tally()
  /// For each cell that worth at the end falls into, the lowest world in it.
  fileprivate(set) var firstWorlds: [Int: Int] = [:]

  /// Worlds that ran out of money, by the day.
  package var ruined: [Int] {
    (0..<max(insolvent.count, starved.count)).map { day in
      (insolvent.indices.contains(day) ? insolvent[day] : 0) + (starved.indices.contains(day) ? starved[day] : 0)
    }
  }

  fileprivate static func count(_ day: Double, _ number: Int = 1, in days: inout [Int]) {
    // A world that did not end has −1.
    guard day >= 0 else { return }
    if Int(day) >= days.count { days += [Int](repeating: 0, count: Int(day) + 1 - days.count) }
    days[Int(day)] += number
  }

  /// Counts how worlds of these rows ended.
  init(ruinDay: [Double], ruinCause: [Double], quitDay: [Double], breakEvenMonth: [Double], winners: [Double]) {
    for path in ruinDay.indices {
      countEnd(ruinDay[path], ruinCause[path], quitDay[path], breakEvenMonth[path], winners: winners[path])
    }
  }

  init() {}

  private mutating func countEnd(
    _ ruinDay: Double, _ cause: Double, _ quitDay: Double, _ breakEvenMonth: Double, winners: Double
  ) {
    if cause == Double(RuinCause.starved.rawValue) {
      Self.count(ruinDay, in: &starved)
    } else {
      Self.count(ruinDay, in: &insolvent)
    }
    Self.count(quitDay, in: &quit)
    guard breakEvenMonth > 0 else { return }
    Self.count(breakEvenMonth, in: &backByMonth)
    if ruinDay >= 0 { ruinedInProfit += 1 }
    if winners > 0 { keptInProfit += 1 }
  }

  /// - Parameter scratch: as many numbers as the strip has worlds.
  fileprivate mutating func add(_ strip: Strip, scratch: UnsafeMutablePointer<Double>) {
    strip.total(.winners, into: scratch)
    let (days, causes, quits) = (strip.end(.ruinDay), strip.end(.ruinCause), strip.end(.quitDay))
    let (worths, backs, putIn) = (strip.end(.worth), strip.end(.breakEvenMonth), strip.monthly(.openingCash, 0))
    let onItsWay = strip.end(.openingWorth)
    for i in 0..<strip.count {
      countEnd(days[i], causes[i], quits[i], backs[i], winners: scratch[i])
      gain.add(Outcome.gain(worth: worths[i], putIn: putIn[i] + onItsWay[i]))
      let (cell, path) = (Tally.cell(of: worths[i]), strip.paths.lowerBound + i)
      if firstWorlds[cell].map({ path < $0 }) ?? true { firstWorlds[cell] = path }
    }
    worth.add(worths, count: strip.count)
  }

  fileprivate mutating func merge(_ other: Endings) {
    for (day, number) in other.insolvent.enumerated() { Self.count(Double(day), number, in: &insolvent) }
    for (day, number) in other.starved.enumerated() { Self.count(Double(day), number, in: &starved) }
    for (day, number) in other.quit.enumerated() { Self.count(Double(day), number, in: &quit) }
    for (month, number) in other.backByMonth.enumerated() { Self.count(Double(month), number, in: &backByMonth) }
    ruinedInProfit += other.ruinedInProfit
    keptInProfit += other.keptInProfit
    worth.merge(other.worth)
    gain.merge(other.gain)
    firstWorlds.merge(other.firstWorlds, uniquingKeysWith: min)
  }
}

/// Tallies that several workers add to. Each metric has a lock of its own, held for one block's rows: memory does not
/// grow with the number of workers.
final class TallyBoard: Sendable {
  private let months: Int
  private let metrics: [Locked<[Tally]>]
  private let endings = Locked(Endings())

  init(months: Int) {
    self.months = months
    metrics = Tallies(months: months).metrics.map { Locked($0) }
  }

  /// - Parameter scratch: as many numbers as the strip has worlds.
  func add(_ strip: Strip, scratch: UnsafeMutablePointer<Double>) {
    for (metric, row) in zip(Metric.reported, metrics) {
      let isTotalled = metric.row.total == .sum || metric.row.total == .minimum
      if isTotalled { strip.total(metric, into: scratch) }
      row.withLock { tallies in
        for month in 0..<months { tallies[month].add(strip.monthly(metric, month), count: strip.count) }
        if isTotalled { tallies[months].add(scratch, count: strip.count) }
      }
    }
    endings.withLock { $0.add(strip, scratch: scratch) }
  }

  var tallies: Tallies {
    var tallies = Tallies(months: months)
    tallies.metrics = metrics.map { $0.withLock { $0 } }
    tallies.endings = endings.withLock { $0 }
    return tallies
  }
}

// MARK: Bytes

extension Tallies {
  func write(to bytes: inout ByteWriter) {
    for tally in metrics.joined() {
      bytes.flag(tally.count > 0)
      if tally.count > 0 { tally.write(to: &bytes) }
    }
    endings.write(to: &bytes)
  }

  /// nil when these are no bytes of tallies of just these worlds.
  init?(_ bytes: inout ByteReader, months: Int, days: Int, worlds: Range<Int>) {
    self.init(months: months)
    for (place, metric) in Metric.reported.enumerated() {
      let isTotalled = metric.row.total == .sum || metric.row.total == .minimum
      for month in 0...months {
        guard let hasValues = bytes.flag(), hasValues == (month < months || isTotalled) else { return nil }
        guard hasValues else { continue }
        guard let tally = Tally(&bytes, count: worlds.count) else { return nil }
        metrics[place][month] = tally
      }
    }
    guard let endings = Endings(&bytes, months: months, days: days, worlds: worlds) else { return nil }
    self.endings = endings
  }
}

extension Endings {
  fileprivate func write(to bytes: inout ByteWriter) {
    for counts in [insolvent, starved, quit, backByMonth] {
      bytes.number(counts.count)
      for number in counts { bytes.number(number) }
    }
    bytes.number(ruinedInProfit)
    bytes.number(keptInProfit)
    worth.write(to: &bytes)
    gain.write(to: &bytes)
    bytes.number(firstWorlds.count)
    for (cell, path) in firstWorlds.sorted(by: { $0.key < $1.key }) {
      bytes.number(cell - Tally.allCells.lowerBound)
      bytes.number(path)
    }
  }

  fileprivate init?(_ bytes: inout ByteReader, months: Int, days: Int, worlds: Range<Int>) {
    func read(atMost most: Int) -> [Int]? {
      guard let count = bytes.number(atMost: most) else { return nil }
      var rest = worlds.count
      var numbers: [Int] = []
      for _ in 0..<count {
        guard let number = bytes.number(atMost: rest) else { return nil }
        numbers.append(number)
        rest -= number
      }
      return numbers
    }
    guard let insolvent = read(atMost: days), let starved = read(atMost: days), let quit = read(atMost: days),
      let back = read(atMost: months + 1), let both = bytes.number(atMost: back.reduce(0, +)),
      let kept = bytes.number(atMost: back.reduce(0, +)),
      insolvent.reduce(0, +) + starved.reduce(0, +) <= worlds.count,
      let worth = Tally(&bytes, count: worlds.count), let gain = Tally(&bytes, count: worlds.count),
      let cells = bytes.number(atMost: worlds.count)
    else { return nil }
    (self.insolvent, self.starved, self.quit, self.worth, self.gain) = (insolvent, starved, quit, worth, gain)
    (backByMonth, ruinedInProfit, keptInProfit) = (back, both, kept)
    for _ in 0..<cells {
      guard let cell = bytes.number(atMost: Tally.allCells.count - 1), let path = bytes.number(atMost: .max),
        worlds.contains(path)
      else { return nil }
      firstWorlds[cell + Tally.allCells.lowerBound] = path
    }
  }
}
