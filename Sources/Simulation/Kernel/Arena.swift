import CRows
import Statistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
  /// What was taken in advance, and what of it is not given out yet.
  private let advance: UnsafeMutableRawPointer?
  private var rest: UnsafeMutableRawBufferPointer
  /// What has been given out: bytes for each lane, those that no lane has, and in how many pieces.
  private var (laneBytes, otherBytes, pieces) = (0, 0, 0)

  /// Takes memory as it is asked for, as arrays do: for a few lanes.
  init(lanes: Int) {
    self.lanes = lanes
    (advance, rest) = (nil, UnsafeMutableRawBufferPointer(start: nil, count: 0))
  }

  /// Takes so many bytes in advance, which the system may refuse.
  init(lanes: Int, bytes: Int) throws(MemoryRefusal) {
    self.lanes = lanes
    let memory = try Memory.lines(bytes)
    (advance, rest) = (memory, UnsafeMutableRawBufferPointer(start: memory, count: bytes))
  }

  deinit {
    for block in blocks { block.deallocate() }
    free(advance)
  }

  /// How many bytes the same rows take in so many lanes.
  func bytes(lanes: Int) -> Int { laneBytes * lanes + otherBytes + pieces * Self.line }

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
    laneBytes += rows * MemoryLayout<Number>.stride
    return allocate(count, of: Number.self).initializeMemory(as: Number.self, repeating: value, count: count)
  }

  private func copy<Number>(_ numbers: UnsafePointer<Number>?, _ count: Int) -> UnsafePointer<Number>? {
    guard let numbers, count > 0 else { return nil }
    otherBytes += count * MemoryLayout<Number>.stride
    let bytes = allocate(count, of: Number.self)
    return UnsafePointer(bytes.initializeMemory(as: Number.self, from: numbers, count: count))
  }

  private func allocate<Number>(_ count: Int, of: Number.Type) -> UnsafeMutableRawPointer {
    pieces += 1
    let size = (count * MemoryLayout<Number>.stride + Self.line - 1) / Self.line * Self.line
    if let place = rest.baseAddress, size <= rest.count {
      rest = UnsafeMutableRawBufferPointer(rebasing: rest[size...])
      return place
    }
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.line)
    blocks.append(bytes)
    return bytes
  }

  /// Bytes of a cache line: each piece begins on its own.
  private static let line = 64
}

/// Rows by day, for what falls due later. Days outside the run are dropped: nothing looks at them.
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
    if UInt(bitPattern: day) < UInt(bitPattern: days) { rows[day * lanes + lane] += amount }
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
