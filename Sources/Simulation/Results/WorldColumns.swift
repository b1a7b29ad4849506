/// The figures of every world of a run, in columns.
final class WorldColumns: Sendable {
  let months: Int
  let drawnCount: Int
  /// The metrics that are kept, and the place of each metric among them.
  let metrics: [Metric]
  private let places: [Int?]
  private let monthly: Columns
  private let ends: Columns
  private let drawn: Columns

  init(_ metrics: [Metric], months: Int, drawn drawnCount: Int, paths: Int) throws(MemoryRefusal) {
    self.months = months
    self.drawnCount = drawnCount
    self.metrics = metrics
    places = Metric.allCases.map { metrics.firstIndex(of: $0) }
    monthly = try Columns(count: metrics.count * months, paths: paths)
    ends = try Columns(count: End.allCases.count, paths: paths)
    drawn = try Columns(count: drawnCount, paths: paths)
  }

  /// Of every metric of a few worlds, which take no more than an array does that Swift asks for itself: memory that is
  /// refused ends the program in both.
  static func few(_ paths: Int, months: Int) -> WorldColumns {
    do throws(MemoryRefusal) {
      return try WorldColumns(Metric.allCases, months: months, drawn: 0, paths: paths)
    } catch { fatalError("no memory for \(error.bytes) bytes") }
  }

  /// The memory, in bytes, that a world takes.
  static func bytesOfWorld(_ metrics: [Metric], months: Int, drawn: Int) -> Int {
    (metrics.count * months + End.allCases.count + drawn) * MemoryLayout<Double>.stride
  }

  private func place(_ metric: Metric, _ month: Int) -> Int {
    guard let place = places[metric.rawValue] else { preconditionFailure("\(metric) was not kept") }
    return place * months + month
  }

  func monthly(_ metric: Metric, _ month: Int, paths: Int) -> [Double] {
    monthly.column(place(metric, month), paths: paths)
  }

  func end(_ end: End, paths: Int) -> [Double] { ends.column(end.rawValue, paths: paths) }

  func drawn(_ index: Int, paths: Int) -> [Double] { drawn.column(index, paths: paths) }

  /// Takes the figures of a block that a worker has run; its first world goes into row `first`.
  func store(_ strip: Strip, first: Int) {
    for (place, metric) in metrics.enumerated() {
      for month in 0..<months {
        monthly.store(
          strip.monthly(metric, month), lanes: strip.count, column: place * months + month, first: first)
      }
    }
    for end in End.allCases {
      ends.store(strip.end(end), lanes: strip.count, column: end.rawValue, first: first)
    }
    for index in 0..<drawnCount {
      drawn.store(strip.drawn(index), lanes: strip.count, column: index, first: first)
    }
  }

  /// Some of the worlds, to be read while the columns live.
  /// - Parameter offset: what to add to a row for the world's number.
  func strip(_ rows: Range<Int>, offset: Int) -> Strip {
    Strip(
      paths: (rows.lowerBound + offset)..<(rows.upperBound + offset), months: months,
      monthly: { self.monthly.row(self.place($0, $1), from: rows.lowerBound) },
      end: { self.ends.row($0.rawValue, from: rows.lowerBound) },
      drawn: { self.drawn.row($0, from: rows.lowerBound) })
  }
}

// MARK: Bytes

extension WorldColumns {
  /// Writes the first worlds. A column of zeros takes one byte.
  func write(paths: Int, to bytes: inout ByteWriter) {
    func write(_ column: [Double]) {
      let hasValues = column.contains { $0.bitPattern != 0 }
      bytes.flag(hasValues)
      if hasValues { bytes.doubles(column) }
    }
    for metric in metrics {
      for month in 0..<months { write(monthly(metric, month, paths: paths)) }
    }
    for kind in End.allCases { write(end(kind, paths: paths)) }
    for index in 0..<drawnCount { write(drawn(index, paths: paths)) }
  }

  /// Puts worlds as written into the rows from `first` on; false when these are no such bytes.
  /// - Parameter days: of the run; worlds end on one of them.
  func read(_ bytes: inout ByteReader, rows: Range<Int>, days: Int) -> Bool {
    for place in 0..<(metrics.count * months) {
      guard read(&bytes, into: monthly, place, rows, { _ in true }) else { return false }
    }
    for end in End.allCases {
      guard read(&bytes, into: ends, end.rawValue, rows, { end.allows($0, days: days, months: months) }) else {
        return false
      }
    }
    for index in 0..<drawnCount {
      guard read(&bytes, into: drawn, index, rows, { _ in true }) else { return false }
    }
    return true
  }

  private func read(
    _ bytes: inout ByteReader, into columns: Columns, _ column: Int, _ rows: Range<Int>, _ allows: (Double) -> Bool
  ) -> Bool {
    guard let hasValues = bytes.flag() else { return false }
    guard hasValues else { return allows(0) }
    guard let values = bytes.doubles(rows.count), values.allSatisfy(allows) else { return false }
    columns.store(values, lanes: rows.count, column: column, first: rows.lowerBound)
    return true
  }
}

extension End {
  /// Can a world have that?
  fileprivate func allows(_ value: Double, days: Int, months: Int) -> Bool {
    switch self {
    case .worth, .openingWorth: true
    case .breakEvenMonth: (0...Double(months)).contains(value) && value == value.rounded()
    case .ruinCause: (0...2).contains(value) && value == value.rounded()
    case .ruinDay, .quitDay: value >= -1 && value < Double(days) && value == value.rounded()
    }
  }
}
