import Statistics

/// Looks for good values in the worlds of the search, and remembers what it tried.
struct Search {
  private let goal: Goal
  private let decisions: [Decision]
  private let seed: UInt64
  private(set) var trials: [Trial] = []
  /// Set when the operator wants no more.
  private(set) var isStopped = false
  private var places: [[Double]: Int] = [:]
  private var searches = 0

  /// Where the distribution has shrunk to this share of the box nothing more is to be found.
  private static let smallestReach = 5e-4

  init(_ goal: Goal, _ decisions: [Decision], seed: UInt64) {
    self.goal = goal
    self.decisions = decisions
    self.seed = seed
  }

  /// Runs the worlds with these values, once; nil when the work is stopped.
  mutating func attempt(_ values: [Double], _ evaluate: ([Double]) -> Summary?) -> Trial? {
    if let place = places[values] { return trials[place] }
    guard !isStopped, let summary = evaluate(values) else {
      isStopped = true
      return nil
    }
    places[values] = trials.count
    let trial = Trial(values, goal, summary)
    trials.append(trial)
    return trial
  }

  /// One search from the best of what is known.
  ///
  /// - Parameters:
  ///   - tries: how many new values it may try.
  ///   - precedes: is the first of two trials the better one?
  mutating func run(tries: Int, _ evaluate: ([Double]) -> Summary?, precedes: (Trial, Trial) -> Bool) {
    guard let start = trials.min(by: precedes) else { return }
    let end = trials.count + tries
    var strategy = CMAES(
      start: zip(decisions, start.values).map { $0.place($1) },
      stream: Stream(seed: seed, name: "optimize.\(searches)"))
    searches += 1
    // Whole numbers repeat: a generation of nothing new must not go on for ever.
    for _ in 0..<(4 * tries) where trials.count < end && strategy.reach > Self.smallestReach && !isStopped {
      var ranked: [(point: [Double], trial: Trial)] = []
      for point in strategy.points() where trials.count < end {
        guard let trial = attempt(values(point), evaluate) else { return }
        ranked.append((point, trial))
      }
      guard ranked.count == strategy.size else { break }
      ranked.sort { precedes($0.trial, $1.trial) }
      strategy.learn(from: ranked.map(\.point))
    }
    snap(evaluate, precedes)
  }

  /// A best value close to an end of its range is also tried at the end itself, which a distribution around it hardly meets.
  private mutating func snap(_ evaluate: ([Double]) -> Summary?, _ precedes: (Trial, Trial) -> Bool) {
    for (place, decision) in decisions.enumerated() {
      guard let best = trials.min(by: precedes), let bound = decision.bound(near: best.values[place]) else { continue }
      var values = best.values
      values[place] = bound
      guard attempt(values, evaluate) != nil else { return }
    }
  }

  private func values(_ point: [Double]) -> [Double] { zip(decisions, point).map { $0.value($1) } }
}
