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
  /// The rows that have been given out.
  private var rows: [Rows] = []

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
  /// Rows by day.
  /// - Parameter lookback: how many days after its own a row may still be looked at.
  func money(days: Int, lookback: Int) -> MoneyRow { allocate(days, 0, lookback: lookback) }
  func words(_ count: Int = 1) -> WordRow { allocate(count, 0) }

  /// A copy of a table of delays: the words of orders are looked up in it without asking who shares it.
  func lag(_ table: LagTable) -> crows_lag {
    table.withRow { lag in
      crows_lag(
        thresholds: copy(lag.thresholds, lag.count), guide: copy(lag.guide, 1 << (32 - Int(lag.guide_shift))),
        count: lag.count, guide_shift: lag.guide_shift)
    }
  }

  private func allocate<Number>(_ rows: Int, _ value: Number, lookback: Int? = nil) -> UnsafeMutablePointer<Number> {
    let count = max(1, rows * lanes)
    laneBytes += rows * MemoryLayout<Number>.stride
    let memory = allocate(count, of: Number.self)
    self.rows.append(Rows(memory, count: rows, width: lanes, bytes: MemoryLayout<Number>.stride, lookback: lookback))
    return memory.initializeMemory(as: Number.self, repeating: value, count: count)
  }

  /// Lanes of all rows change their places, but of days that nobody looks at any more.
  func exchange(_ pairs: [LanePair], on day: Int) {
    for rows in rows { rows.exchange(pairs, on: day) }
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

/// Two lanes that change places.
struct LanePair {
  let one: Int
  let other: Int
}

/// Rows of numbers that stand one behind the other.
private struct Rows {
  private let memory: UnsafeMutableRawPointer
  private let count: Int
  private let width: Int
  private let bytes: Int
  /// Of rows by day: how many days after its own one may still be looked at.
  private let lookback: Int?

  init(_ memory: UnsafeMutableRawPointer, count: Int, width: Int, bytes: Int, lookback: Int?) {
    (self.memory, self.count, self.width, self.bytes, self.lookback) = (memory, count, width, bytes, lookback)
  }

  func exchange(_ pairs: [LanePair], on day: Int) {
    let first = lookback.map { max(0, day - $0) } ?? 0
    if bytes == 8 { exchange(pairs, UInt64.self, from: first) } else { exchange(pairs, UInt32.self, from: first) }
  }

  /// Of numbers only the bits matter here.
  private func exchange<Bits: BitwiseCopyable>(_ pairs: [LanePair], _: Bits.Type, from first: Int) {
    for place in stride(from: first, to: count, by: 1) {
      let row = memory + place * width * bytes
      for pair in pairs {
        let (one, other) = (pair.one * bytes, pair.other * bytes)
        let number = row.load(fromByteOffset: one, as: Bits.self)
        row.storeBytes(of: row.load(fromByteOffset: other, as: Bits.self), toByteOffset: one, as: Bits.self)
        row.storeBytes(of: number, toByteOffset: other, as: Bits.self)
      }
    }
  }
}

extension MoneyRow {
  /// Lanes change their places.
  func exchange(_ pairs: [LanePair]) {
    for pair in pairs { (self[pair.one], self[pair.other]) = (self[pair.other], self[pair.one]) }
  }
}

/// Rows by day, for what falls due later. Days outside the run are dropped: nothing looks at them.
struct Schedule {
  private let rows: MoneyRow
  private let lanes: Int
  private let days: Int

  /// - Parameter lookback: how many days after its own a row may still be looked at.
  init(_ arena: Arena, days: Int, lookback: Int = 1) {
    lanes = arena.lanes
    self.days = days
    rows = arena.money(days: days, lookback: lookback)
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

  /// Lanes of all months change their places.
  func exchange(_ pairs: [LanePair]) {
    for row in 0..<Metric.allCases.count * months { (rows + row * lanes).exchange(pairs) }
  }
}
