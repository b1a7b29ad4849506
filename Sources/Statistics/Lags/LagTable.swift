package import CRows

/// A delay in whole days as a table: one 32-bit word gives one delay, by inversion.
///
/// P(days = d) is right to 2⁻³². The table ends where less than 2⁻³³ is left, at the latest on day 4,095; the last day
/// takes what is left. Delays are never negative: what a distribution has below 0 is day 0.
package struct LagTable: Sendable, Equatable {
  package static let mostDays = 4_096

  /// `cumulative[d]` = P(days ≤ d), d = 0, 1, …; rising, the last is 1.
  package let cumulative: [Double]
  /// The mean of the delay before rounding up to whole days.
  package let mean: Double

  /// `thresholds[d]` = P(days ≤ d) · 2³² without the last day: a word below it means at most d days.
  private let thresholds: [UInt32]
  /// For the word's top ten bits, the least day such a word can mean (Chen and Asau's guide table, 1974,
  /// doi:10.1080/05695557408974949). From there the search takes about one step.
  private let guide: [UInt16]
  private static let guideBits: UInt32 = 10

  /// One delay, rounded up to whole days.
  package init(_ lag: LagDistribution) {
    self.init(mean: lag.mean) { lag.survival(Double($0)) }
  }

  /// The sum of two independent delays, rounded up once. Sums are remembered: the convolution of two lognormals is the
  /// longest work of compiling a scenario, and every what-if compiles it again.
  package init(sumOf first: LagDistribution, _ second: LagDistribution) {
    let sum = Sum(first: first, second: second)
    if let known = Self.sums.withLock({ $0[sum] }) {
      self = known
      return
    }
    let survival = LagDistribution.survivalOfSum(first, second)
    self.init(mean: first.mean + second.mean) { survival(Double($0)) }
    let table = self
    Self.sums.withLock { sums in
      if sums.count >= Self.mostSums { sums.removeAll() }
      sums[sum] = table
    }
  }

  private struct Sum: Hashable {
    let first: LagDistribution
    let second: LagDistribution
  }

  /// Looked up only, never listed.
  private static let sums = Locked<[Sum: LagTable]>([:])
  private static let mostSums = 256

  /// A geometric number of days, 1, 2, 3 …, with the given mean: P(days > d) = (1 − 1/mean)^d. Means below 1 count as 1.
  package init(geometricMean mean: Double) {
    let mean = mean > 1 ? mean : 1
    self.init(mean: mean) { Elementary.pow(1 - 1 / mean, Double($0)) }
  }

  /// From P(days > d).
  init(mean: Double, survival: (Int) -> Double) {
    var cumulative: [Double] = []
    var left = 1.0
    repeat {
      // The comparison also keeps a NaN out: a nonsensical distribution gives a table, not a trap.
      let next = survival(cumulative.count)
      left = next < left ? max(next, 0) : left
      cumulative.append(1 - left)
    } while left >= 0x1p-33 && cumulative.count < Self.mostDays
    cumulative[cumulative.count - 1] = 1
    self.cumulative = cumulative
    self.mean = mean
    thresholds = cumulative.dropLast().map { UInt32(min($0 * 0x1p32, 0xFFFF_FFFF)) }
    guide = Self.guide(to: thresholds)
  }

  private static func guide(to thresholds: [UInt32]) -> [UInt16] {
    var day = 0
    return (0..<(UInt32(1) << guideBits)).map { slot in
      let word = slot << (32 - guideBits)
      while day < thresholds.count, word >= thresholds[day] { day += 1 }
      return UInt16(day)
    }
  }

  /// The largest number of days.
  package var lastDay: Int { thresholds.count }

  /// P(days = `day`); 0 for days that cannot be.
  package func probability(of day: Int) -> Double {
    guard cumulative.indices.contains(day) else { return 0 }
    return day == 0 ? cumulative[0] : cumulative[day] - cumulative[day - 1]
  }

  /// P(days > `day`).
  package func survival(_ day: Int) -> Double {
    guard day >= 0 else { return 1 }
    return cumulative.indices.contains(day) ? 1 - cumulative[day] : 0
  }

  /// The days that a word means; more for larger words.
  package func days(word: UInt32) -> Int {
    var day = Int(guide[Int(word >> (32 - Self.guideBits))])
    while day < thresholds.count, word >= thresholds[day] { day += 1 }
    return day
  }

  /// The table as loops over many words want it (`days(word:)` in C).
  package func withRow<Result>(_ use: (crows_lag) -> Result) -> Result {
    thresholds.withUnsafeBufferPointer { thresholds in
      guide.withUnsafeBufferPointer { guide in
        use(
          crows_lag(
            thresholds: thresholds.baseAddress, guide: guide.baseAddress, count: thresholds.count,
            guide_shift: 32 - Self.guideBits))
      }
    }
  }
}
