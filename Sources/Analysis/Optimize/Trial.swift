import Statistics

/// Values of all parameters that were tried, and what they came to.
package struct Trial: Equatable, Sendable {
  package let values: [Double]
  package let objective: Reading?
  package let conditions: [Reading?]
  package let ruin: Reading
  package let outlook: Outlook

  package init(_ values: [Double], _ goal: Goal, _ summary: Summary) {
    self.values = values
    objective = goal.measure.reading(in: summary)
    conditions = goal.conditions.map { $0.measure.reading(in: summary) }
    ruin = Reading(summary.ruin.estimate, summary.ruinInterval)
    outlook = Outlook(summary)
  }

  package func isFeasible(_ goal: Goal) -> Bool { zip(goal.conditions, conditions).allSatisfy { $0.holds($1) } }

  /// How far conditions are missed in all, each against the size of its bound.
  private func violation(_ goal: Goal) -> Double {
    zip(goal.conditions, conditions).reduce(0) { sum, pair in
      let scale = pair.0.measure.isShare ? 1 : max(pair.0.bound.magnitude, 1)
      return sum + pair.0.violation(pair.1) / scale
    }
  }

  /// The rules of Deb, "An efficient constraint handling method for genetic algorithms" (2000),
  /// doi:10.1016/S0045-7825(99)00389-8: what meets the conditions goes before what does not; of two that meet them the better
  /// figure counts, of two that do not the smaller miss.
  func precedes(_ other: Trial, _ goal: Goal) -> Bool {
    switch (isFeasible(goal), other.isFeasible(goal)) {
    case (true, false): return true
    case (false, true): return false
    case (false, false): return violation(goal) < other.violation(goal)
    case (true, true): return score(goal) > other.score(goal)
    }
  }

  /// The more the better.
  func score(_ goal: Goal) -> Double {
    guard let value = objective?.value ?? goal.measure.whenNone else { return -.infinity }
    return goal.maximizes ? value : -value
  }
}
