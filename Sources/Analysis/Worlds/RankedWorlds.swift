package import Simulation
import Statistics

/// The worlds of a run in the order of what they gain.
package struct RankedWorlds: Sendable {
  package enum Ending: Sendable { case out, loss, profit }

  package let gains: [Double]
  package let endings: [Ending]
  /// The worst first; of equal gains the lower number.
  package let order: [Int]

  /// Nil where no worlds were kept.
  package init?(_ outcome: Outcome) {
    guard outcome.keepsWorlds, outcome.paths > 0 else { return nil }
    let gains = outcome.gain
    self.gains = gains
    endings = zip(gains, outcome.ruinDay).map { gain, day in day >= 0 ? .out : gain > 0 ? .profit : .loss }
    order = gains.indices.sorted { (gains[$0], $0) < (gains[$1], $1) }
  }

  /// So many worlds, each of which stands for as many as every other: those at 1/2n, 3/2n … of the order.
  package func representatives(_ count: Int) -> [Int] {
    (0..<count).map { order[min((2 * $0 + 1) * order.count / (2 * count), order.count - 1)] }
  }

  /// The fiftieth of the worlds that lies in the middle; at least one.
  package var middle: [Int] {
    let count = max(1, order.count / 50)
    let first = (order.count - count) / 2
    return Array(order[first..<(first + count)])
  }
}
