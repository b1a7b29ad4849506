import Statistics

/// How much of what differs between worlds is due to each drawn number, alone and with all others, and how much to luck.
///
/// First indices by Saltelli and others, Computer Physics Communications 181 (2010), doi:10.1016/j.cpc.2009.09.018, table 2b,
/// total ones by Jansen, Computer Physics Communications 117 (1999), doi:10.1016/S0010-4655(98)00154-4. Luck is one more
/// column (Hart, Alexanderian and Gremaud, arXiv:1602.06218): its total index is what no knowledge of the numbers removes.
/// Numbers that are correlated are one column.
package struct SobolIndices: Sendable {
  /// A figure of the same worlds with one column of theirs taken from other worlds.
  package struct Swapped: Sendable {
    /// None: luck.
    package let paths: [String]
    let figure: [Double]

    package init(_ paths: [String], _ figure: [Double]) { (self.paths, self.figure) = (paths, figure) }
  }

  package struct Column: Sendable {
    package let paths: [String]
    /// The share of the variance that the column explains by itself; and that which would be left if all else were known.
    package let first: Estimated
    package let total: Estimated
    /// Every world ends the same with the column of another.
    package let doesNothing: Bool
  }

  package let mean: Double
  package let variance: Double
  /// In the order in which they were swapped.
  package let columns: [Column]
  package let worlds: Int
  /// The share of the variance that the hundredth of the worlds farthest from the mean has.
  package let ofFarthest: Double

  /// - Parameters:
  ///   - worlds: a figure of some worlds.
  ///   - others: of as many that share nothing with them.
  ///   - swapped: of the first, with one column of the others.
  package init(_ worlds: [Double], _ others: [Double], _ swapped: [Swapped]) {
    let count = Double(worlds.count)
    let mean = (worlds.reduce(0, +) + others.reduce(0, +)) / (2 * count)
    let (a, b) = (worlds.map { $0 - mean }, others.map { $0 - mean })
    let squares = zip(a, b).map { ($0 * $0 + $1 * $1) / 2 }
    let variance = squares.reduce(0, +) / count
    (self.mean, self.variance, self.worlds) = (mean, variance, worlds.count)
    let all = (a + b).map { $0 * $0 }.sorted()
    let farthest = all.suffix(max(1, all.count / 100)).reduce(0, +)
    ofFarthest = variance > 0 ? farthest / (2 * count * variance) : 0
    columns = swapped.map { column in
      let moved = column.figure.map { $0 - mean }
      let alone = moved.indices.map { b[$0] * (moved[$0] - a[$0]) }
      let whole = moved.indices.map { (a[$0] - moved[$0]) * (a[$0] - moved[$0]) / 2 }
      return Column(
        paths: column.paths, first: Self.share(of: alone, squares, variance),
        total: Self.share(of: whole, squares, variance), doesNothing: column.figure == worlds)
    }
  }

  /// A mean over the variance, with the error of a ratio.
  private static func share(of parts: [Double], _ squares: [Double], _ variance: Double) -> Estimated {
    let share = parts.reduce(0, +) / Double(parts.count) / variance
    let influences = zip(parts, squares).map { ($0 - share * $1) / variance }
    return Estimated(share, standardError: Moments(influences).standardError)
  }

  /// That of luck.
  package var luck: Column? { columns.first { $0.paths.isEmpty } }

  /// The columns of drawn numbers, from the largest total on.
  package var numbers: [Column] {
    columns.enumerated().filter { !$0.element.paths.isEmpty }.sorted { one, other in
      (-one.element.total.value, one.offset) < (-other.element.total.value, other.offset)
    }.map(\.element)
  }

  /// The drawn numbers of a scenario: each by itself, correlated ones together.
  package static func groups(_ inputs: [Tornado.Input]) -> [[Int]] {
    var groups: [[Int]] = []
    var seen = Set<String>()
    for input in inputs where !seen.contains(input.path) {
      var paths = [input.path]
      var next = 0
      while next < paths.count {
        let linked = inputs.first { $0.path == paths[next] }?.linkedWith ?? []
        for path in linked where !paths.contains(path) { paths.append(path) }
        next += 1
      }
      seen.formUnion(paths)
      groups.append(inputs.indices.filter { paths.contains(inputs[$0].path) })
    }
    return groups
  }
}
