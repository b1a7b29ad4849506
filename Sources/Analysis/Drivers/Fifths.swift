import Simulation
import Statistics

/// What becomes of the fifth of the worlds in which a drawn number is lowest, and of that in which it is highest.
package struct Fifths: Sendable {
  package struct Row: Sendable {
    package let input: Tornado.Input
    /// The values at which the lowest fifth ends and the highest begins.
    package let edges: (low: Double, high: Double)
    package let low: EndingShares
    package let high: EndingShares

    package var gap: Double { high.profit.estimate - low.profit.estimate }
  }

  /// The farthest apart first; those as far apart in the order of the scenario.
  package let rows: [Row]
  /// Of all worlds.
  package let all: EndingShares
  /// Chance alone takes none of so many numbers farther apart, 95 % sure.
  package let noise: Double

  package static let leastWorlds = 100

  /// Nil where the worlds are too few, or none was kept.
  package init?(_ run: RunRecord) {
    guard let summary = run.summary, summary.outcome.paths >= Self.leastWorlds,
      let worlds = RankedWorlds(summary.outcome)
    else { return nil }
    let all = EndingShares(summary)
    let fifth = worlds.order.count / 5
    let found = run.drawnInputs.compactMap { input -> Row? in
      let order = MeanRanks(input.values).order
      let (low, high) = (Array(order.prefix(fifth)), Array(order.suffix(fifth)))
      // One value in both of them: nothing is lower or higher.
      guard let first = low.last, let last = high.first, input.values[first] < input.values[last] else { return nil }
      return Row(
        input: input, edges: (input.values[first], input.values[last]), low: Self.shares(low, worlds),
        high: Self.shares(high, worlds))
    }
    self.all = all
    rows = found.enumerated().sorted { one, other in
      (-one.element.gap.magnitude, one.offset) < (-other.element.gap.magnitude, other.offset)
    }.map(\.element)
    let share = all.profit.estimate
    let error = Elementary.squareRoot(2 * share * (1 - share) / Double(max(1, fifth)))
    noise = Precision.normalScore(ofAll: found.count) * error
  }

  private static func shares(_ places: [Int], _ worlds: RankedWorlds) -> EndingShares {
    EndingShares(
      out: places.count { worlds.endings[$0] == .out }, profit: places.count { worlds.endings[$0] == .profit },
      of: places.count)
  }

  /// Those that chance has not made.
  package var clear: [Row] { rows.filter { $0.gap.magnitude > noise } }
  package var quiet: [Row] { rows.filter { $0.gap.magnitude <= noise } }
}
