import Simulation
import Statistics

/// What it is worth to know one drawn number before choosing (Strong, Oakley and Brennan, Medical Decision Making 34 (2014),
/// doi:10.1177/0272989X13505910): with a curve of each choice over the number, the best one at each value of it, less the best
/// one now.
package struct KnownNumber: Sendable {
  /// Values between which one choice is best; nil: not starting.
  package struct Stretch: Sendable {
    package let from: Double
    package let to: Double
    package let choice: Int?
    /// Of the worlds.
    package let share: Double
  }

  package let path: String
  package let value: Estimated
  /// The second largest of what 19 shuffled copies of the number seem to be worth.
  package let floor: Double
  /// Chosen by one half of the worlds, counted in the other.
  package let crossChecked: Double
  /// From the lowest value of the number to the highest.
  package let stretches: [Stretch]

  /// Neither what chance makes of a number that has nothing to do with it, nor one that the other half does not confirm, nor
  /// one whose interval reaches 0: of a dozen numbers that change nothing one or two exceed their shuffled copies.
  package var isClear: Bool { value.value > max(floor, 1e-9) && value.low > 0 && crossChecked >= value.value / 2 }

  /// In how many worlds it would change the choice.
  package func changes(from now: Int?) -> Double {
    stretches.filter { $0.choice != now }.reduce(0) { $0 + $1.share }
  }

  private static let shuffles = 19
  /// How many curves are put through each choice.
  package static let curves = shuffles + 1

  /// - Parameter key: tells the number's shuffled copies from those of others.
  init(_ path: String, _ values: [Double], _ choices: LearnChoices, seed: UInt64) {
    self.path = path
    let ranked = MeanRanks(values)
    let places = RankSpline.places(ranked.ranks)
    let spline = RankSpline(places)
    let curves = choices.utilities.map { spline.values(of: spline.curve(through: $0)) }
    let picks = Self.picks(curves)
    let worth = Self.worth(curves)
    let differences = picks.indices.map { world in
      Self.utility(choices, picks[world], world) - Self.utility(choices, choices.now, world)
    }
    value = Estimated(worth, standardError: Moments(differences).standardError)
    stretches = Self.stretches(values, ranked.order, picks)
    guard worth > 1e-9 else {
      (floor, crossChecked) = (0, 0)
      return
    }
    let stream = Stream(seed: seed, name: "learn.floor.\(path)")
    let shuffled = (0..<Self.shuffles).map { copy -> Double in
      let keys = (0..<8).map { stream.word(path: copy, day: 0, index: $0) }
      let permutation = KeyedPermutation(count: values.count, keys: keys)
      let order = values.indices.map { permutation($0) }
      return Self.worth(choices.utilities.map { spline.values(of: spline.curve(through: $0, order: order)) })
    }
    floor = shuffled.sorted().dropLast().last ?? 0
    crossChecked = Self.crossChecked(places, choices)
  }

  /// The best by the curves, world by world; nil: not starting.
  private static func picks(_ curves: [[Double]]) -> [Int?] {
    (curves.first ?? []).indices.map { world in
      var best: (place: Int?, value: Double) = (nil, 0)
      for (place, curve) in curves.enumerated() where curve[world] > best.value { best = (place, curve[world]) }
      return best.place
    }
  }

  /// The mean of the best, less the best of the means.
  private static func worth(_ curves: [[Double]]) -> Double {
    let count = curves.first?.count ?? 0
    guard count > 0 else { return 0 }
    var sum = 0.0
    for world in 0..<count { sum += curves.reduce(0) { max($0, $1[world]) } }
    let means = curves.map { $0.reduce(0, +) / Double(count) }
    return max(0, sum / Double(count) - max(0, means.max() ?? 0))
  }

  private static func utility(_ choices: LearnChoices, _ choice: Int?, _ world: Int) -> Double {
    choice.map { choices.utilities[$0][world] } ?? 0
  }

  /// Chosen by the curves of every other world, counted in those between, and the other way round.
  private static func crossChecked(_ places: [Double], _ choices: LearnChoices) -> Double {
    var gained = 0.0
    for half in 0...1 {
      let (mine, others) = (
        places.indices.filter { $0 % 2 == half }, places.indices.filter { $0 % 2 != half }
      )
      let fitted = RankSpline(mine.map { places[$0] })
      let there = RankSpline(others.map { places[$0] })
      let curves = choices.utilities.map { utility in
        there.values(of: fitted.curve(through: mine.map { utility[$0] }))
      }
      for (place, pick) in picks(curves).enumerated() {
        gained += utility(choices, pick, others[place]) - utility(choices, choices.now, others[place])
      }
    }
    return gained / Double(max(1, places.count))
  }

  private static func stretches(_ values: [Double], _ order: [Int], _ picks: [Int?]) -> [Stretch] {
    var stretches: [Stretch] = []
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, picks[order[end]] == picks[order[first]] { end += 1 }
      stretches.append(
        Stretch(
          from: values[order[first]], to: values[order[end - 1]], choice: picks[order[first]],
          share: Double(end - first) / Double(order.count)))
      first = end
    }
    return stretches
  }
}
