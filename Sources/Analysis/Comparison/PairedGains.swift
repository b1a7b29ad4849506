import Scenarios
import Simulation
import Statistics

/// By how much one plan gains more than another, world by world.
package struct PairedGains: Sendable {
  /// The lowest first.
  package let differences: [Double]
  package let duel: Duel
  package let median: Reading

  /// Nil where these are not the same worlds, or none were kept.
  package init?(_ run: RunRecord, less other: RunRecord) {
    guard let one = run.summary?.outcome, let two = other.summary?.outcome, one.keepsWorlds, two.keepsWorlds,
      one.paths == two.paths, run.seed == other.seed, run.sampling == other.sampling,
      run.scenario.monthCount == other.scenario.monthCount, run.scenario.currency == other.scenario.currency
    else { return nil }
    let (gains, others) = (one.gain, two.gain)
    differences = zip(gains, others).map { $0 - $1 }.sorted()
    duel = Duel(gains, against: others)
    let middle = Quantiles.of(differences, at: [0.5])[0]
    median = Reading(middle, Sample.values(differences).quantileInterval(0.5, confidence: Precision.confidence))
  }
}
