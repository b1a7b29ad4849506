import Statistics

/// The sums of numbers and of their squares, in whole units of 2⁻¹⁶: exact, so that the numbers may come in any order.
///
/// Each number is first rounded to such a unit, 0.000 015 of an amount. Squares of 10⁹ of them fill 148 bits.
struct ExactSums: Sendable {
  private static let unit = 65_536.0
  /// Numbers from here on, 70 trillions, leave mean and spread unknown.
  static let limit = 0x1p46

  private(set) var count = 0
  private var sum: Int128 = 0
  private var squares: UInt128 = 0
  /// What does not fit into ``squares``.
  private var squaresAbove: UInt64 = 0
  private var isBeyond = false

  mutating func add(_ value: Double) {
    count += 1
    // NaN fails here, too.
    guard value.magnitude < Self.limit else {
      isBeyond = true
      return
    }
    let scaled = value * Self.unit
    let units = Int64(scaled + (scaled < 0 ? -0.5 : 0.5))
    sum &+= Int128(units)
    let square = units.magnitude.multipliedFullWidth(by: units.magnitude)
    addSquares(UInt128(square.high) &<< 64 | UInt128(square.low), 0)
  }

  /// Adds a number of zeros.
  mutating func add(zeros: Int) { count += zeros }

  mutating func merge(_ other: ExactSums) {
    count += other.count
    sum &+= other.sum
    addSquares(other.squares, other.squaresAbove)
    isBeyond = isBeyond || other.isBeyond
  }

  private mutating func addSquares(_ low: UInt128, _ above: UInt64) {
    let (result, overflows) = squares.addingReportingOverflow(low)
    squares = result
    squaresAbove &+= above &+ (overflows ? 1 : 0)
  }

  /// NaN when nothing was added.
  var mean: Double { count > 0 && !isBeyond ? Double(sum) / Self.unit / Double(count) : .nan }

  /// The sample's, with divisor n − 1; NaN below two numbers.
  ///
  /// n Σx² − (Σx)² is computed in 256 bits, so that a small spread around a large mean loses nothing.
  var standardDeviation: Double {
    guard count > 1, !isBeyond else { return .nan }
    let n = UInt128(count)
    let whole = squares.multipliedFullWidth(by: n)
    let square = sum.magnitude.multipliedFullWidth(by: sum.magnitude)
    let (low, borrows) = whole.low.subtractingReportingOverflow(square.low)
    let high = whole.high &+ UInt128(squaresAbove) &* n &- square.high &- (borrows ? 1 : 0)
    let difference = Double(high) * 0x1p128 + Double(low)
    return Elementary.squareRoot(difference / Double(count) / Double(count - 1)) / Self.unit
  }
}

extension ExactSums {
  func write(to bytes: inout ByteWriter) {
    bytes.number(count)
    for half in [sum >> 64, sum] { bytes.word(UInt64(truncatingIfNeeded: half)) }
    for half in [squares >> 64, squares] { bytes.word(UInt64(truncatingIfNeeded: half)) }
    bytes.word(squaresAbove)
    bytes.flag(isBeyond)
  }

  init?(_ bytes: inout ByteReader) {
    guard let count = bytes.number(atMost: Int(UInt32.max)), let sumHigh = bytes.word(), let sumLow = bytes.word(),
      let high = bytes.word(), let low = bytes.word(), let above = bytes.word(), let isBeyond = bytes.flag()
    else { return nil }
    self.count = count
    sum = Int128(truncatingIfNeeded: UInt128(sumHigh) << 64 | UInt128(sumLow))
    squares = UInt128(high) << 64 | UInt128(low)
    squaresAbove = above
    self.isBeyond = isBeyond
  }
}
