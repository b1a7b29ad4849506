/// In which share of the worlds each of several runs does best.
package struct BestShares: Equatable, Sendable {
  /// They sum to 1: several that are best in a world share it.
  package let shares: [Double]
  /// The share of worlds in which more than one is best.
  package let tied: Double

  /// - Parameter columns: of the same worlds; higher is better.
  package init(_ columns: [[Double]]) {
    let worlds = columns.map(\.count).min() ?? 0
    var sums = [Double](repeating: 0, count: columns.count)
    var tied = 0
    for world in 0..<worlds {
      let best = columns.reduce(-Double.infinity) { max($0, $1[world]) }
      let winners = columns.indices.filter { columns[$0][world] == best }
      for winner in winners { sums[winner] += 1 / Double(winners.count) }
      if winners.count > 1 { tied += 1 }
    }
    shares = sums.map { worlds > 0 ? $0 / Double(worlds) : .nan }
    self.tied = worlds > 0 ? Double(tied) / Double(worlds) : .nan
  }
}
