import Language

/// How a file writes its numbers and dates: assumed when it is read, and proved or refuted on the way.
///
/// A file is read under a first guess. Where its cells prove another convention, it is read again under that: rows are
/// never held back until the last of them has told what the first one meant.
final class Conventions {
  let mark: Mark
  /// The order of day and month by the column's place.
  let orders: [Int: DayOrder]
  let defaultOrder: DayOrder

  let zone: Zone?
  /// Of times without a zone, in minutes east of UTC, where the platform says.
  let clockOffset: Int?

  private(set) var pointProof: Proof?
  private(set) var commaProof: Proof?
  private(set) var firstOpen: Proof?
  private(set) var columns: [Int: DateColumn] = [:]

  /// A cell that proves something, and its line.
  struct Proof: Hashable, Sendable {
    let line: Int
    let cell: String
  }

  /// What a column of dates shows of its order.
  struct DateColumn {
    var dayFirst: Proof?
    var monthFirst: Proof?
    var firstOpen: Proof?
    var lastOpenLine = 0
    /// The rows so far under either order: do they rise, do they fall?
    var sorted: [DayOrder: Sorting] = [.dayFirst: Sorting(), .monthFirst: Sorting()]
  }

  struct Sorting {
    private var last: CalendarDate?
    private var rises = true
    private var falls = true
    private var moves = false

    mutating func take(_ day: CalendarDate) {
      if let last, last != day {
        moves = true
        if day < last { rises = false } else { falls = false }
      }
      last = day
    }

    /// In one direction, with at least one step.
    var isSorted: Bool { moves && (rises || falls) }
  }

  init(mark: Mark, orders: [Int: DayOrder], defaultOrder: DayOrder, zone: Zone? = nil, clockOffset: Int? = nil) {
    (self.mark, self.orders, self.defaultOrder) = (mark, orders, defaultOrder)
    (self.zone, self.clockOffset) = (zone, clockOffset)
  }

  /// The number in a cell, nil where there is none to be known.
  func number(_ cell: ArraySlice<UInt8>, line: Int) -> (amount: Amount, currency: String?)?? {
    if Self.isUnknown(cell) { return .some(nil) }
    guard let text = DecimalText(cell, assuming: mark) else { return nil }
    switch text.proves {
    case .point: if pointProof == nil { pointProof = Proof(line: line, cell: Self.text(cell)) }
    case .comma: if commaProof == nil { commaProof = Proof(line: line, cell: Self.text(cell)) }
    case nil: if text.isOpen, firstOpen == nil { firstOpen = Proof(line: line, cell: Self.text(cell)) }
    }
    return text.amount.map { .some(($0, text.currency)) }
  }

  /// What programs write where they have nothing. `未抓取` means "not collected".
  static func isUnknown(_ cell: ArraySlice<UInt8>) -> Bool {
    if cell.isEmpty { return true }
    guard cell.count < 10, let first = cell.first, first < 0x30 || first > 0x39 else { return false }
    return unknown.contains { cell.elementsEqual($0) }
  }

  private static let unknown: [[UInt8]] = ["-", "--", "\u{2014}", "N/A", "未抓取"].map { Array($0.utf8) }

  /// The day in a cell, seen in the seller's zone; nil for what is none.
  func moment(_ cell: ArraySlice<UInt8>, column: Int, line: Int) -> Moment? {
    guard let moment = written(cell, column: column, line: line) else { return nil }
    guard let clockOffset, let seconds = moment.seconds, moment.offset == nil else { return moment.seen(in: zone) }
    return Moment(moment.day, seconds: seconds, offset: clockOffset).seen(in: zone)
  }

  private func written(_ cell: ArraySlice<UInt8>, column: Int, line: Int) -> Moment? {
    guard let text = DateText(cell) else { return nil }
    if text.isFixed { return text.dayFirst }
    var seen = columns[column] ?? DateColumn()
    defer { columns[column] = seen }
    let proof = Proof(line: line, cell: Self.text(cell))
    switch (text.dayFirst, text.monthFirst) {
    case (let day?, nil):
      if seen.dayFirst == nil { seen.dayFirst = proof }
      return day
    case (nil, let month?):
      if seen.monthFirst == nil { seen.monthFirst = proof }
      return month
    case (let day?, let month?):
      seen.sorted[.dayFirst]?.take(day.day)
      seen.sorted[.monthFirst]?.take(month.day)
      if day.day != month.day {
        if seen.firstOpen == nil { seen.firstOpen = proof }
        seen.lastOpenLine = line
      }
      return (orders[column] ?? defaultOrder) == .dayFirst ? day : month
    case (nil, nil): return nil
    }
  }

  private static func text(_ cell: ArraySlice<UInt8>) -> String { String(decoding: cell.prefix(64), as: UTF8.self) }
}

extension Conventions {
  /// What the file has proved, or what has to be asked.
  struct Verdict {
    var mark: Mark
    var orders: [Int: DayOrder]
    /// Columns whose order was only seen from how the rows are sorted.
    var sortedColumns: [Int: DayOrder]
  }

  /// - Parameters:
  ///   - language: of headings that are translated; it tells the mark where no number does.
  ///   - given: what the user said.
  func verdict(
    language: HeadingLanguage?, separator: UInt8, given: (mark: Mark?, order: DayOrder?), fixed: DayOrder?
  ) throws(ImportFault) -> Verdict {
    var verdict = Verdict(mark: mark, orders: [:], sortedColumns: [:])
    if let pointProof, let commaProof {
      throw .twoMarks(line: pointProof.line, cell: pointProof.cell, otherLine: commaProof.line, other: commaProof.cell)
    }
    if let said = given.mark {
      verdict.mark = said
      if let proof = said == .comma ? pointProof : commaProof { throw .notThatMark(line: proof.line, cell: proof.cell) }
    } else if pointProof != nil {
      verdict.mark = .point
    } else if commaProof != nil {
      verdict.mark = .comma
    } else if let firstOpen {
      switch language {
      case .en, .zh: verdict.mark = .point
      case .de, .fr, .es: verdict.mark = .comma
      case nil:
        guard separator == UInt8(ascii: ";") else { throw .unclearMark(line: firstOpen.line, cell: firstOpen.cell) }
        verdict.mark = .comma
      }
    }
    for (place, seen) in columns.sorted(by: { $0.key < $1.key }) {
      if let day = seen.dayFirst, let month = seen.monthFirst {
        throw .twoOrders(line: day.line, cell: day.cell, otherLine: month.line, other: month.cell)
      }
      if seen.dayFirst != nil {
        verdict.orders[place] = .dayFirst
      } else if seen.monthFirst != nil {
        verdict.orders[place] = .monthFirst
      } else if let open = seen.firstOpen {
        if let order = given.order ?? fixed {
          verdict.orders[place] = order
          continue
        }
        let sorted = DayOrder.allCases.filter { seen.sorted[$0]?.isSorted == true }
        guard sorted.count == 1 else { throw .unclearDates(line: open.line, lastLine: seen.lastOpenLine) }
        verdict.orders[place] = sorted[0]
        verdict.sortedColumns[place] = sorted[0]
      }
    }
    return verdict
  }

  func holds(_ verdict: Verdict) -> Bool {
    verdict.mark == mark && verdict.orders.allSatisfy { (orders[$0.key] ?? defaultOrder) == $0.value }
  }
}
