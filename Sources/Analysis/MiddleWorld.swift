package import Simulation

/// A whole world from the middle of a run, by worth at the end: its rows add up, which medians of single rows do not.
package struct MiddleWorld: Sendable {
  package let number: Int
  /// Where its figures stand, and in which row.
  package let figures: Outcome
  package let row: Int

  package init(number: Int, figures: Outcome, row: Int) {
    (self.number, self.figures, self.row) = (number, figures, row)
  }
}

extension RunRecord {
  /// The world whose worth is the median, where all were kept; else one run again whose worth is about that. Nil of a plan.
  package var middleWorld: MiddleWorld? {
    guard let summary, summary.outcome.keepsWorlds else { return rerun }
    let number = summary.medianWorld
    return MiddleWorld(number: number, figures: summary.outcome, row: number)
  }
}
