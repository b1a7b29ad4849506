import Statistics

/// A search over several parameters in the same worlds, and its winners once more in fresh ones.
///
/// In the worlds of the search the best of many tries looks better than it is, for it was chosen there (the winner's curse).
/// So the winners run again in other worlds, and what they come to there is the result.
package struct Optimization: Sendable {
  package struct Winner: Equatable, Sendable {
    package let searched: Trial
    /// nil when the work was stopped before.
    package let rescored: Trial?
  }

  package let goal: Goal
  package let decisions: [Decision]
  /// All that was tried, in order; the first are the values as they are, as far as they lie inside the ranges.
  package private(set) var trials: [Trial] = []
  /// The best of the search, the one that is best in fresh worlds first.
  package private(set) var winners: [Winner] = []
  /// The scenario as it is, in fresh worlds, whether or not its values lie inside the ranges.
  package private(set) var present: Trial?
  /// Tries of which none is better both in money and in ruin, in fresh worlds, by rising ruin; empty unless asked for.
  package private(set) var front: [Trial] = []
  package private(set) var isFinished = false

  /// How many winners run again.
  static let finalists = 4
  /// How many points a trade-off curve has at most.
  static let mostOnFront = 9

  /// At most so many runs of the search, and of fresh worlds.
  package static func mostRuns(tries: Int, decisions: Int, wantsFront: Bool) -> (search: Int, fresh: Int) {
    (tries + (wantsFront ? 3 : 1) * decisions + 1, finalists + 1 + (wantsFront ? mostOnFront : 0))
  }

  /// - Parameters:
  ///   - start: the values as they are.
  ///   - tries: how many runs the search may take.
  ///   - wantsFront: also look for the trade-off between the figure and ruin.
  ///   - search: runs the worlds of the search; nil ends the work, which keeps what it has.
  ///   - rescore: runs fresh worlds.
  ///   - present: runs them with the scenario as it is.
  package init(
    _ goal: Goal, _ decisions: [Decision], start: [Double], tries: Int, wantsFront: Bool = false, seed: UInt64,
    search evaluate: ([Double]) -> Summary?, rescore: ([Double]) -> Summary?,
    present: () -> Summary?
  ) {
    self.goal = goal
    self.decisions = decisions
    var search = Search(goal, decisions, seed: seed)
    _ = search.attempt(zip(decisions, start).map { min(max($1, $0.range.lowerBound), $0.range.upperBound) }, evaluate)
    if wantsFront {
      // Half of the tries for the goal, a quarter for each end of the curve.
      search.run(tries: tries / 2, evaluate) { $0.precedes($1, goal) }
      search.run(tries: tries / 4, evaluate) { ($0.score(goal), -$0.ruin.value) > ($1.score(goal), -$1.ruin.value) }
      search.run(tries: tries / 4, evaluate) { (-$0.ruin.value, $0.score(goal)) > (-$1.ruin.value, $1.score(goal)) }
    } else {
      search.run(tries: tries, evaluate) { $0.precedes($1, goal) }
    }
    trials = search.trials
    isFinished = !search.isStopped
    score(wantsFront, rescore) { present().map { Trial(start, goal, $0) } }
  }

  /// Does a condition of the goal stand in the way: is there a try that is better than the winner but for missing it?
  package func binds(_ condition: Int) -> Bool {
    guard let best = winners.first?.searched else { return false }
    return trials.contains { trial in
      trial.score(goal) > best.score(goal) && !goal.conditions[condition].holds(trial.conditions[condition])
    }
  }

  // MARK: Fresh worlds

  private mutating func score(_ wantsFront: Bool, _ rescore: ([Double]) -> Summary?, _ asItIs: () -> Trial?) {
    let goal = goal
    func unlessStopped(_ run: () -> Trial?) -> Trial? {
      let trial = isFinished ? run() : nil
      isFinished = trial != nil
      return trial
    }
    func again(_ values: [Double]) -> Trial? { unlessStopped { rescore(values).map { Trial(values, goal, $0) } } }
    present = unlessStopped(asItIs)
    var rescored: [[Double]: Trial] = [:]
    let found = best()
    for values in found.map(\.values) where rescored[values] == nil { rescored[values] = again(values) }
    winners = found.map { Winner(searched: $0, rescored: rescored[$0.values]) }
    winners.sort { first, second in
      guard let a = first.rescored, let b = second.rescored else {
        return first.rescored != nil && second.rescored == nil
      }
      return a.precedes(b, goal)
    }
    guard wantsFront else { return }
    let candidates = Self.thinned(Self.undominated(trials, goal))
    front = Self.undominated(candidates.compactMap { rescored[$0.values] ?? again($0.values) }, goal)
  }

  /// The best of the search, and the next best that differ from those before.
  private func best() -> [Trial] {
    // Sorting is stable only by hand: of equals the earlier one.
    let ranked = trials.enumerated().sorted { a, b in
      if a.element.precedes(b.element, goal) { return true }
      return b.element.precedes(a.element, goal) ? false : a.offset < b.offset
    }.map(\.element)
    var found: [Trial] = []
    for trial in ranked where found.count < Self.finalists {
      let isNew = found.allSatisfy { other in
        zip(decisions, zip(trial.values, other.values)).contains { !$0.isNear($1.0, $1.1) }
      }
      if isNew { found.append(trial) }
    }
    return found
  }

  /// Trials of which none is better in one of figure and ruin and no worse in the other, by rising ruin.
  static func undominated(_ trials: [Trial], _ goal: Goal) -> [Trial] {
    let sorted = trials.sorted { ($0.ruin.value, -$0.score(goal)) < ($1.ruin.value, -$1.score(goal)) }
    var kept: [Trial] = []
    for trial in sorted where trial.score(goal) > kept.last?.score(goal) ?? -.infinity { kept.append(trial) }
    return kept
  }

  /// Evenly along the curve, both ends among them.
  private static func thinned(_ trials: [Trial]) -> [Trial] {
    guard trials.count > mostOnFront else { return trials }
    return (0..<mostOnFront).map { trials[$0 * (trials.count - 1) / (mostOnFront - 1)] }
  }
}
