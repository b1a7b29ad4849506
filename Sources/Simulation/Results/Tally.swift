/// How one figure spreads over worlds, in little memory whatever their number: how many fell into each cell of a
/// logarithmic histogram, exact sums, and both ends.
///
/// Each octave, from one power of two to the next, of either sign has 256 cells. So a quantile is off by less than
/// ``error`` of its size; values below a millionth count as 0. Whole numbers below 512 have cells of their own and come
/// back exactly, as do the lowest and the highest value. All in it are counts and sums of whole numbers, so worlds may
/// come in any order, from any thread, and tallies of parts add up to that of the whole.
package struct Tally: Sendable {
  /// A quantile is off by less than this share of its size.
  package static let error = 1.0 / 256

  private static let least = 0x1p-20
  private static let octaves = 128
  private static let cells = 256
  /// By which an octave's number differs from the exponent of its values: that of `least`.
  private static let bias = 1023 - 20

  private var sums = ExactSums()
  private var minimum = Double.infinity
  private var maximum = -Double.infinity
  private var isWhole = true
  private var zeros = 0
  /// Where the cells of each octave are, as a number of octaves; −1 where nothing has fallen. Those of negative values
  /// come behind those of positive ones.
  private var pages = [Int16](repeating: -1, count: 2 * Tally.octaves)
  private var counts: [UInt32] = []

  package init() {}

  package var count: Int { sums.count }
  /// How many values are not 0, nor within a millionth of it.
  package var nonzeros: Int { count - zeros }
  package var mean: Double { sums.mean }
  package var standardDeviation: Double { sums.standardDeviation }
}

// MARK: Adding

extension Tally {
  mutating func add(_ row: UnsafePointer<Double>, count: Int) {
    for i in 0..<count { add(row[i]) }
  }

  package mutating func add(_ value: Double) {
    // −0 is 0.
    let value = value + 0
    if value < minimum { minimum = value }
    if value > maximum { maximum = value }
    guard value != 0 else {
      zeros += 1
      return sums.add(zeros: 1)
    }
    sums.add(value)
    if isWhole { isWhole = value.magnitude < ExactSums.limit && Double(Int64(value)) == value }
    let cell = Self.cell(of: value)
    guard cell >= 0 else {
      zeros += 1
      return
    }
    counts[place(ofOctave: cell / Self.cells) + cell % Self.cells] += 1
  }

  /// The number of a value's cell; that of 0 is −1.
  static func cell(of value: Double) -> Int {
    guard value.magnitude >= least || value.isNaN else { return -1 }
    let bits = value.bitPattern
    let octave = min(Int(bits >> 52 & 0x7FF) - bias, octaves - 1) + (value < 0 ? octaves : 0)
    return octave * cells + Int(bits >> 44 & 0xFF)
  }

  static let allCells = -1..<(2 * octaves * cells)

  private mutating func place(ofOctave octave: Int) -> Int {
    if pages[octave] < 0 {
      pages[octave] = Int16(counts.count / Self.cells)
      counts.append(contentsOf: repeatElement(0, count: Self.cells))
    }
    return Int(pages[octave]) * Self.cells
  }

  package mutating func merge(_ other: Tally) {
    sums.merge(other.sums)
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    isWhole = isWhole && other.isWhole
    zeros += other.zeros
    for octave in other.pages.indices where other.pages[octave] >= 0 {
      let (here, there) = (place(ofOctave: octave), Int(other.pages[octave]) * Self.cells)
      for cell in 0..<Self.cells { counts[here + cell] &+= other.counts[there + cell] }
    }
  }
}

// MARK: Order

extension Tally {
  /// A cell that holds values: its number, its ends, and how many.
  private struct Cell {
    let number: Int
    let low: Double
    let high: Double
    let count: Int
  }

  /// Passes the cells that hold values, in ascending order, until it is told false.
  private func pass(_ body: (Cell) -> Bool) {
    for octave in (Self.octaves..<(2 * Self.octaves)).reversed() where pages[octave] >= 0 {
      for index in (0..<Self.cells).reversed() {
        let cell = cell(octave, index)
        if cell.count > 0, !body(cell) { return }
      }
    }
    if zeros > 0, !body(Cell(number: -1, low: 0, high: 0, count: zeros)) { return }
    for octave in 0..<Self.octaves where pages[octave] >= 0 {
      for index in 0..<Self.cells {
        let cell = cell(octave, index)
        if cell.count > 0, !body(cell) { return }
      }
    }
  }

  private func cell(_ octave: Int, _ index: Int) -> Cell {
    let (number, count) = (octave * Self.cells + index, Int(counts[Int(pages[octave]) * Self.cells + index]))
    let bits = UInt64(octave % Self.octaves + Self.bias) << 52 | UInt64(index) << 44
    let (near, far) = (Double(bitPattern: bits), Double(bitPattern: bits + 1 << 44))
    let isNegative = octave >= Self.octaves
    return Cell(number: number, low: isNegative ? -far : near, high: isNegative ? -near : far, count: count)
  }

  /// What stands for one of the values of a cell, counted from 0: they are taken to be evenly spread.
  private func value(_ cell: Cell, _ index: Int) -> Double {
    let place = (Double(index) + 0.5) / Double(cell.count)
    let value: Double
    if isWhole {
      // A cell has its end that is nearer to 0 and not the other one.
      let first = cell.low < 0 ? cell.low.rounded(.down) + 1 : cell.low.rounded(.up)
      let last = cell.low < 0 ? cell.high.rounded(.down) : cell.high.rounded(.up) - 1
      value = cell.number < 0 ? 0 : first + (place * (last - first + 1)).rounded(.down)
    } else {
      value = cell.low + place * (cell.high - cell.low)
    }
    return min(max(value, minimum), maximum)
  }

  /// The values at 0-based ranks below ``count``, in any order.
  package func values(at ranks: [Int]) -> [Double] {
    let order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
    var found = [Double](repeating: .nan, count: ranks.count)
    var (next, before) = (0, 0)
    pass { cell in
      while next < order.count, ranks[order[next]] < before + cell.count {
        let rank = ranks[order[next]]
        // Both ends are known exactly.
        found[order[next]] =
          rank == 0 ? minimum : rank == count - 1 ? maximum : value(cell, rank - before)
        next += 1
      }
      before += cell.count
      return next < order.count
    }
    return found
  }

  /// The number of the cell that holds the value at a rank.
  func cell(atRank rank: Int) -> Int? {
    var before = 0
    var found: Int?
    pass { cell in
      before += cell.count
      if rank < before { found = cell.number }
      return found == nil
    }
    return found
  }

  /// What stands for the values, in ascending order: the middle of each cell, and how many it holds.
  package var middles: [(value: Double, count: Int)] {
    var middles: [(value: Double, count: Int)] = []
    pass { cell in
      let ends = (value(cell, 0) + value(cell, cell.count - 1)) / 2
      middles.append((ends, cell.count))
      return true
    }
    return middles
  }
}

// MARK: Bytes

extension Tally {
  func write(to bytes: inout ByteWriter) {
    sums.write(to: &bytes)
    // Without values the ends are infinite, and nobody asks for them.
    bytes.double(count > 0 ? minimum : 0)
    bytes.double(count > 0 ? maximum : 0)
    bytes.flag(isWhole)
    bytes.number(zeros)
    let used = pages.indices.filter { pages[$0] >= 0 }
    bytes.number(used.count)
    for octave in used {
      bytes.number(octave)
      for cell in 0..<Self.cells { bytes.number(Int(counts[Int(pages[octave]) * Self.cells + cell])) }
    }
  }

  /// nil when these are no bytes of a tally of so many values.
  init?(_ bytes: inout ByteReader, count: Int) {
    guard let sums = ExactSums(&bytes), sums.count == count, let minimum = bytes.double(),
      let maximum = bytes.double(), let isWhole = bytes.flag(), let zeros = bytes.number(atMost: count),
      let used = bytes.number(atMost: 2 * Self.octaves)
    else { return nil }
    self.sums = sums
    if count > 0 { (self.minimum, self.maximum) = (minimum, maximum) }
    self.isWhole = isWhole
    self.zeros = zeros
    var rest = count - zeros
    for _ in 0..<used {
      guard let octave = bytes.number(atMost: 2 * Self.octaves - 1), pages[octave] < 0 else { return nil }
      let place = place(ofOctave: octave)
      for cell in 0..<Self.cells {
        guard let number = bytes.number(atMost: rest) else { return nil }
        counts[place + cell] = UInt32(number)
        rest -= number
      }
    }
    guard rest == 0 else { return nil }
  }
}
