import Simulation
import Statistics

/// What is kept of a run when its worlds are not: enough to show its answer again, and to tell whether another run brought
/// the same.
package struct RunDigest: Equatable, Sendable {
  /// Five quantiles of a figure over the worlds.
  package struct Spread: Equatable, Sendable {
    package let p5: Double
    package let p25: Double
    package let p50: Double
    package let p75: Double
    package let p95: Double

    package static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]

    /// - Parameter values: those of the probabilities.
    package init(_ values: [Double]) {
      let value = { (place: Int) in values.indices.contains(place) ? values[place] : .nan }
      (p5, p25, p50, p75, p95) = (value(0), value(1), value(2), value(3), value(4))
    }

    package var values: [Double] { [p5, p25, p50, p75, p95] }
  }

  package let paths: Int
  /// Worlds that run out of money; of them those without money for ads, though some is left in the bank.
  package let out: Int
  package let starved: Int
  /// Closed by a rule.
  package let quit: Int
  /// With more than was put in, and not out of money.
  package let profit: Int
  package let gain: Spread
  package let lowestCash: Spread
  /// Without chance.
  package let plannedGain: Double
  package let plannedLowestCash: Double
  /// The cash that is put in, then that at the end of each month.
  package let cash: [Spread]
  /// Worlds that run out of money in each month.
  package let outByMonth: [Int]

  package init(
    paths: Int, out: Int, starved: Int, quit: Int, profit: Int, gain: Spread, lowestCash: Spread, plannedGain: Double,
    plannedLowestCash: Double, cash: [Spread], outByMonth: [Int]
  ) {
    (self.paths, self.out, self.starved, self.quit, self.profit) = (paths, out, starved, quit, profit)
    (self.gain, self.lowestCash) = (gain, lowestCash)
    (self.plannedGain, self.plannedLowestCash) = (plannedGain, plannedLowestCash)
    (self.cash, self.outByMonth) = (cash, outByMonth)
  }

  /// Of a run with worlds.
  package init(_ run: RunRecord, _ summary: Summary) {
    let outcome = summary.outcome
    let spread = { (sample: Sample) in Spread(sample.quantiles(at: Spread.probabilities)) }
    let months = summary.monthlyQuantiles([(.closingCash, Spread.probabilities)])[0]
    self.init(
      paths: outcome.paths, out: summary.ruin.successes, starved: summary.starved.successes,
      quit: summary.quit.successes, profit: EndingShares(summary).profit.successes,
      gain: spread(Figure.gain.sample(in: outcome)), lowestCash: spread(outcome.sample(.lowestCash)),
      plannedGain: run.plan.gain[0], plannedLowestCash: run.plan.total(.lowestCash)[0],
      cash: [spread(outcome.sample(.openingCash, month: 0))] + months.map(Spread.init),
      outByMonth: summary.ruined(monthOfDay: run.month(ofDay:)))
  }

  package var endings: EndingShares { EndingShares(out: out, profit: profit, of: paths) }
}
