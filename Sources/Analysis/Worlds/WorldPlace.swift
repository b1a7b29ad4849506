package import Simulation
import Statistics

/// A place among the worlds of a run in the order of their worth at the end, of equal worth by number.
package enum WorldPlace: String, CaseIterable, Sendable {
  case worst, p5, p25, median, p75, p95, best

  private var percent: Int {
    switch self {
    case .worst: 0
    case .p5: 5
    case .p25: 25
    case .median: 50
    case .p75: 75
    case .p95: 95
    case .best: 100
    }
  }

  /// How many of so many worlds come before it.
  package func rank(of worlds: Int) -> Int { max(0, worlds - 1) * percent / 100 }
}

extension Outcome {
  /// The world at a place. Of outcomes that keep worlds.
  package func world(at place: WorldPlace) -> Int { Self.path(atRank: place.rank(of: paths), of: finalWorth) }

  /// The path of that rank; of equal values the lower path comes first.
  package static func path(atRank rank: Int, of values: [Double]) -> Int {
    guard let value = OrderStatistics.value(at: rank, of: values) else { return 0 }
    let before = values.count { $0 < value }
    return values.indices.lazy.filter { values[$0] == value }.dropFirst(rank - before).first ?? 0
  }
}
