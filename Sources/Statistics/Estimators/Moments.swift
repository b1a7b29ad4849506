/// Mean and spread of a sequence, in one stable pass.
///
/// Source: Welford, Technometrics 4 (1962), doi:10.1080/00401706.1962.10490022; merging: Chan, Golub and LeVeque, The
/// American Statistician 37 (1983), doi:10.1080/00031305.1983.10483115. Sums of doubles depend on the order in the last
/// bits: add in path order and merge in block order. A NaN makes mean and spread NaN.
package struct Moments: Sendable, Equatable {
  package private(set) var count = 0
  /// NaN when nothing was added.
  package var mean: Double { count > 0 ? centre : .nan }

  private var centre = 0.0
  /// Sum of squared deviations from the mean.
  private var squares = 0.0

  package init() {}

  package init(_ values: some Sequence<Double>) {
    for value in values {
      add(value)
    }
  }

  /// Of a whole column, as other modules ask for it: compiled here for just that, where any sequence is not.
  package init(_ values: [Double]) {
    for value in values { add(value) }
  }

  package mutating func add(_ value: Double) {
    count += 1
    let deviation = value - centre
    centre += deviation / Double(count)
    squares += deviation * (value - centre)
  }

  /// Adds everything that `later` has seen.
  package mutating func merge(_ later: Moments) {
    guard later.count > 0 else { return }
    guard count > 0 else {
      self = later
      return
    }
    let (n, m) = (Double(count), Double(later.count))
    let distance = later.centre - centre
    centre += distance * (m / (n + m))
    squares += later.squares + distance * distance * (n * m / (n + m))
    count += later.count
  }

  /// The sample standard deviation (divisor n − 1); NaN below two values.
  package var standardDeviation: Double {
    count > 1 ? Elementary.squareRoot(squares / Double(count - 1)) : .nan
  }

  /// Standard error of the mean; NaN below two values.
  package var standardError: Double { standardDeviation / Elementary.squareRoot(Double(count)) }
}
