import Simulation

/// Four worlds of two months, made by hand; the second and the last run out of money.
func fourWorlds() -> Outcome {
  Outcome(
    [
      .openingCash: [[100, 100, 100, 100], [80, -5, 70, 60]],
      .closingCash: [[80, -5, 70, 60], [90, -5, 50, -20]],
      .lowestCash: [[75, -5, 60, 10], [70, -9, 40, -20]],
      .orders: [[4, 1, 2, 3], [6, 0, 2, 1]],
      .owedByProcessors: [[0, 0, 0, 0], [10, 1, 5, 0]],
      .reserves: [[0, 0, 0, 0], [2, 0, 0, 0.5]],
    ],
    ruinDay: [-1, 12, -1, 40], ruinCause: [.none, .insolvent, .none, .starved])
}
