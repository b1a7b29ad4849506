/// What a run keeps of its worlds.
package enum Keeping: Sendable {
  /// Every figure of every world, the books among them.
  case everything
  /// What reports read, of every world.
  case worlds
  /// Only how each figure spreads over the worlds.
  case tallies

  /// Bytes of figures that a run keeps of its worlds at most: so many that 100,000 worlds of a year fit. The same on every
  /// machine, since it decides how quantiles are found.
  package static let budget = 320_000_000

  var metrics: [Metric] { self == .everything ? Metric.allCases : Metric.reported }
}

extension Program {
  /// What a run of so many worlds keeps of them: the worlds, as far as they fit into a budget of bytes.
  package func keeping(ofPaths paths: Int, within budget: Int = Keeping.budget) -> Keeping {
    paths <= worldsWithin(budget) ? .worlds : .tallies
  }

  /// How many worlds can be kept in so many bytes.
  package func worldsWithin(_ bytes: Int) -> Int {
    bytes / WorldColumns.bytesOfWorld(told, months: months, drawn: uncertain.count)
  }

  /// The memory, in bytes, that a run takes which keeps only tallies; about.
  package var bytesOfTallies: Int { Tallies.bytes(months: months) }

  /// The memory, in bytes, that the results of a run take; about.
  package func bytesOfResults(_ keeping: Keeping, paths: Int) -> Int {
    keeping == .tallies
      ? bytesOfTallies
      : paths
        * WorldColumns.bytesOfWorld(
          keeping == .worlds ? told : keeping.metrics, months: months, drawn: uncertain.count)
  }
}
