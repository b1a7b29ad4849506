import Simulation

/// Which of several runs is the safest and which earns the most, and between which that is too close to call.
package struct Verdict: Equatable, Sendable {
  /// Places of runs, the best one first, behind it those that are not clearly worse.
  package let safest: [Int]
  package let earning: [Int]

  /// - Parameter criterion: what is earned; its median counts.
  init(_ runs: [RunRecord], _ outcomes: [Outcome], _ criterion: Criterion) {
    let ruin = outcomes.map { Estimate(shareOf: $0.ruinDay.map { $0 >= 0 ? 1 : 0 }) }
    safest = Self.leaders(ruin, runs) { -$0.value }
    let earned = outcomes.map { Estimate(.p50, of: criterion.goodness(in: $0)) }
    earning = Self.leaders(earned, runs) { $0.value }
  }

  private static func leaders(
    _ estimates: [Estimate], _ runs: [RunRecord], by goodness: (Estimate) -> Double
  ) -> [Int] {
    guard var best = estimates.indices.first else { return [] }
    for index in estimates.indices where goodness(estimates[index]) > goodness(estimates[best]) { best = index }
    let close = estimates.indices.filter { index in
      index != best
        && (runs[index].isSame(as: runs[best]) || !Difference(estimates[index], minus: estimates[best]).isClear)
    }
    return [best] + close
  }
}
