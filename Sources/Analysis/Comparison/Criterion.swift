package import Simulation

/// What is meant by doing better in a world: a measure; where runs start with different money, less what was put in.
///
/// Money put in is in the cash at the end, and so in the worth (model 10). Without taking it off, whoever puts in
/// more would seem to earn more.
package struct Criterion: Equatable, Sendable {
  package let measure: Measure
  /// Is the start money taken off?
  package let isGain: Bool

  package init(_ measure: Measure, for outcomes: [Outcome]) {
    self.measure = measure
    isGain = measure.holdsStartMoney && outcomes.contains { $0.moneyPutIn != outcomes.first?.moneyPutIn }
  }

  /// As data names it.
  package var name: String {
    guard isGain else { return measure.metricName }
    return measure.isWorth ? "gain" : "cash_gain"
  }

  /// What each world has of it.
  package func column(in outcome: Outcome) -> [Double] { gain(measure.column(in: outcome), outcome) }

  /// The same, so that more is better.
  package func goodness(in outcome: Outcome) -> [Double] { gain(measure.goodness(in: outcome), outcome) }

  /// Not starting against a run, world by world; nil where it has nothing of what is compared.
  func duelWithoutStarting(in outcome: Outcome) -> Duel? {
    if measure.isWorth { return Duel([Double](repeating: 0, count: outcome.paths), against: outcome.gain) }
    guard let kept = measure.figure.columnWithoutStarting(outcome) else { return nil }
    let goodness = measure.worse == .high ? kept.map { -$0 } : kept
    return Duel(gain(goodness, outcome), against: self.goodness(in: outcome))
  }

  /// To the cent: differences of sums are off in their last digits, and these would win worlds.
  private func gain(_ column: [Double], _ outcome: Outcome) -> [Double] {
    guard isGain else { return column }
    return zip(column, outcome.moneyPutIn).map { (($0 - $1) * 100).rounded() / 100 }
  }
}
