import Statistics

/// What a test is worth before choosing: it counts how many of so many tries succeed, whose chance differs from world to
/// world.
///
/// The expected value of sample information, exact in the worlds that are there: the chance of each count in each world weighs
/// the curves of the choices (Menzies, Medical Decision Making 36 (2016), doi:10.1177/0272989X15583495). No random number is
/// drawn, so more tries are never worth less.
package struct TestWorth: Sendable {
  /// From so many successes on a choice is best; nil: not starting.
  package struct Step: Equatable, Sendable {
    package let from: Int
    package let choice: Int?
  }

  package struct Size: Sendable {
    package let tries: Int
    package let value: Double
    package let steps: [Step]
    /// The chance that the test makes one start, and of ruin then.
    package let starts: Double
    package let ruin: Double
  }

  /// Worlds whose chances are next to each other, as one.
  private struct Cell {
    let chance: Double
    /// Of all worlds.
    let weight: Double
    /// What each choice brings there.
    let curves: [Double]
    let ruin: [Double]
  }

  private let cells: [Cell]
  private let now: Double
  /// What the success of a try swings by from one time to the next: its normal deviation on a scale of logarithms.
  private let swing: Double
  private static let mostCells = 1_000

  /// - Parameters:
  ///   - chances: of a try, world by world.
  ///   - curves: what each choice brings in a world, by what a test can tell of it.
  ///   - ruin: how often each choice is ruined there.
  package init(_ chances: [Double], curves: [[Double]], ruin: [[Double]], swing: Double = 0) {
    let order = MeanRanks(chances).order
    let size = (order.count + Self.mostCells - 1) / Self.mostCells
    func mean(_ worlds: ArraySlice<Int>, _ values: [Double]) -> Double {
      worlds.reduce(0) { $0 + values[$1] } / Double(worlds.count)
    }
    cells = stride(from: 0, to: order.count, by: max(1, size)).map { first in
      let worlds = order[first..<min(order.count, first + size)]
      return Cell(
        chance: mean(worlds, chances), weight: Double(worlds.count) / Double(order.count),
        curves: curves.map { mean(worlds, $0) }, ruin: ruin.map { mean(worlds, $0) })
    }
    let means = curves.map { $0.reduce(0, +) / Double(max(1, $0.count)) }
    now = max(0, means.max() ?? 0)
    self.swing = swing
  }

  /// By the ranks of the chances, of choices in worlds.
  init(_ chances: [Double], _ choices: LearnChoices, swing: Double = 0) {
    let spline = RankSpline(RankSpline.places(MeanRanks(chances).ranks))
    func curves(_ figures: [[Double]]) -> [[Double]] { figures.map { spline.values(of: spline.curve(through: $0)) } }
    self.init(
      chances, curves: curves(choices.utilities),
      ruin: choices.choices.map { $0.ruined.map { $0 ? 1 : 0 } }, swing: swing)
  }

  /// What it is worth to know the chance itself.
  package var most: Double {
    cells.reduce(0) { $0 + $1.weight * $1.curves.reduce(0) { max($0, $1) } } - now
  }

  /// Points and weights of Gauss and Hermite for a standard normal.
  private static let normal: [(point: Double, weight: Double)] = [
    (0, 0.406349206349206), (1.02325566378913, 0.24409750289494), (-1.02325566378913, 0.24409750289494),
    (2.07684797867783, 0.0499164067652179), (-2.07684797867783, 0.0499164067652179),
    (3.20542900285647, 0.00278914132123177), (-3.20542900285647, 0.00278914132123177),
    (4.51274586339978, 2.23458440077466e-05), (-4.51274586339978, 2.23458440077466e-05),
  ]

  package func size(_ tries: Int) -> Size {
    let choices = cells.first?.curves.count ?? 0
    var chance = [Double](repeating: 0, count: tries + 1)
    var sums = [[Double]](repeating: chance, count: choices)
    var ruins = sums
    for cell in cells {
      let points = swing == 0 ? [(point: 0.0, weight: 1.0)] : Self.normal
      for point in points {
        let factor = swing == 0 ? 1 : Elementary.exp(swing * point.point - swing * swing / 2)
        let (first, weights) = Binomial.weights(of: tries, probability: min(1, cell.chance * factor))
        let share = cell.weight * point.weight
        for (place, weight) in weights.enumerated() {
          chance[first + place] += share * weight
          for choice in 0..<choices {
            sums[choice][first + place] += share * weight * cell.curves[choice]
            ruins[choice][first + place] += share * weight * cell.ruin[choice]
          }
        }
      }
    }
    var value = 0.0
    var steps: [Step] = []
    var (starts, ruin) = (0.0, 0.0)
    for count in 0...tries {
      var best: (choice: Int?, sum: Double) = (nil, 0)
      for choice in 0..<choices where sums[choice][count] > best.sum { best = (choice, sums[choice][count]) }
      value += best.sum
      if let choice = best.choice {
        starts += chance[count]
        ruin += ruins[choice][count]
      }
      // Counts that hardly any world shows tell nothing of what to do.
      if chance[count] > 1e-9, steps.last.map({ $0.choice != best.choice }) ?? true {
        steps.append(Step(from: count, choice: best.choice))
      }
    }
    return Size(
      tries: tries, value: max(0, value - now), steps: steps, starts: starts, ruin: starts > 0 ? ruin / starts : 0)
  }
}
