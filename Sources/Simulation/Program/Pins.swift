/// What a run takes away from a scenario, or holds fixed: in every world, from the first day to the last.
///
/// Nothing else moves. A number that is held has still its place among the drawn ones: its uniforms are drawn, it stays in
/// the copula, among Sobol' dimensions and in the season's mean. So each world stays the same world but for the one thing,
/// which an edited scenario does not give: a correlated group without its first member draws the others anew.
package struct Pins: Equatable, Sendable {
  package enum Level: Equatable, Sendable {
    case number(Double)
    /// What the plan uses.
    case planned
  }

  /// Held numbers by path. What is the same as one of them follows it; what rules and events assign to it changes nothing.
  package var levels: [String: Level] = [:]
  /// Events that never fire, by their places in the scenario.
  package var events: Set<Int> = []
  /// No supplier closes as scheduled.
  package var skipsClosures = false
  /// Processors pay on the day of the order.
  package var paysAtOnce = false
  /// Candidates of product tests are all alike.
  package var makesCandidatesAlike = false
  /// Orders that would be refunded, or charged back, end well: their draws stay theirs, and so do those of all others.
  package var refundsEndWell = false
  package var chargebacksEndWell = false

  package init() {}

  package var isEmpty: Bool { self == Pins() }

  /// These and those.
  package func union(_ other: Pins) -> Pins {
    var sum = self
    sum.levels.merge(other.levels) { mine, _ in mine }
    sum.events.formUnion(other.events)
    sum.skipsClosures = skipsClosures || other.skipsClosures
    sum.paysAtOnce = paysAtOnce || other.paysAtOnce
    sum.makesCandidatesAlike = makesCandidatesAlike || other.makesCandidatesAlike
    sum.refundsEndWell = refundsEndWell || other.refundsEndWell
    sum.chargebacksEndWell = chargebacksEndWell || other.chargebacksEndWell
    return sum
  }
}

extension Pins.Level {
  func number(planned: Double) -> Double {
    switch self {
    case .number(let number): number
    case .planned: planned
    }
  }
}
