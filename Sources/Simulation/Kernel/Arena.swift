import CRows
import Statistics

/// A row: one number per lane, that is per path of the block.
typealias Row<Number> = UnsafeMutablePointer<Number>
/// A row of money, or of counts that must add up exactly.
typealias MoneyRow = UnsafeMutablePointer<Double>
typealias WordRow = UnsafeMutablePointer<UInt32>

/// The memory of one worker: rows of `lanes` numbers, all zero at first, freed together.
///
/// Unsafe, and kept to this file: whoever holds a row also holds its arena.
final class Arena {
  let lanes: Int
  private var blocks: [UnsafeMutableRawPointer] = []

  init(lanes: Int) { self.lanes = lanes }

  deinit { for block in blocks { block.deallocate() } }

  func row<Number: RowNumber>(_ count: Int = 1, filledWith value: Number = 0) -> Row<Number> {
    allocate(count, value)
  }
  func money(_ count: Int = 1) -> MoneyRow { allocate(count, 0) }
  func words(_ count: Int = 1) -> WordRow { allocate(count, 0) }

  /// A copy of a table of delays: the words of orders are looked up in it without asking who shares it.
  func lag(_ table: LagTable) -> crows_lag {
    table.withRow { lag in
      crows_lag(
        thresholds: copy(lag.thresholds, lag.count), guide: copy(lag.guide, 1 << (32 - Int(lag.guide_shift))),
        count: lag.count, guide_shift: lag.guide_shift)
    }
  }

  private func allocate<Number>(_ rows: Int, _ value: Number) -> UnsafeMutablePointer<Number> {
    let count = max(1, rows * lanes)
    return allocate(count, of: Number.self).initializeMemory(as: Number.self, repeating: value, count: count)
  }

  private func copy<Number>(_ numbers: UnsafePointer<Number>?, _ count: Int) -> UnsafePointer<Number>? {
    guard let numbers, count > 0 else { return nil }
    let bytes = allocate(count, of: Number.self)
    return UnsafePointer(bytes.initializeMemory(as: Number.self, from: numbers, count: count))
  }

  private func allocate<Number>(_ count: Int, of: Number.Type) -> UnsafeMutableRawPointer {
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Number>.stride, alignment: 64)
    blocks.append(bytes)
    return bytes
  }
}

/// Rows by day, for what falls due later. Days beyond the run are dropped: nothing looks at them.
struct Schedule {
  private let rows: MoneyRow
  private let lanes: Int
  private let days: Int

  init(_ arena: Arena, days: Int) {
    lanes = arena.lanes
    self.days = days
    rows = arena.money(days)
  }

  func row(_ day: Int) -> MoneyRow { rows + day * lanes }

  func add(_ amount: Double, day: Int, lane: Int) {
    if day < days { rows[day * lanes + lane] += amount }
  }

  func clear() { rows.update(repeating: 0, count: days * lanes) }

  /// Forgets what fell due on a day.
  func clear(_ day: Int) {
    if day >= 0 { row(day).update(repeating: 0, count: lanes) }
  }
}

/// The monthly figures of one block: a row per metric and month (model 10).
struct Ledger {
  private let rows: MoneyRow
  private let lanes: Int
  private let months: Int

  init(_ arena: Arena, months: Int) {
    lanes = arena.lanes
    self.months = months
    rows = arena.money(Metric.allCases.count * months)
  }

  func row(_ metric: Metric, _ month: Int) -> MoneyRow { rows + (metric.rawValue * months + month) * lanes }

  func add(_ amount: Double, _ metric: Metric, month: Int, lane: Int) {
    rows[(metric.rawValue * months + month) * lanes + lane] += amount
  }

  func clear() { rows.update(repeating: 0, count: Metric.allCases.count * months * lanes) }
}
