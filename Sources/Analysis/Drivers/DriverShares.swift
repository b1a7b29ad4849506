import Statistics

/// Shares of what differs between worlds, which add up: luck, and each drawn number, correlated ones too.
///
/// Luck is what no knowledge of the numbers removes. The rest is split by Shapley effects (Owen, SIAM/ASA Journal on
/// Uncertainty Quantification 2 (2014), doi:10.1137/130936233; Song, Nelson and Staum, ibid. 4 (2016),
/// doi:10.1137/15M1048070), which allow for numbers that go together, as Goda estimates them (Reliability Engineering and
/// System Safety 213 (2021), doi:10.1016/j.ress.2021.107702): each world has its own order of the numbers, and these come to
/// be its own one after the other, the others drawn from their law given those.
package struct DriverShares: Sendable {
  package struct Input: Sendable {
    /// One number; several that crash together, and are not told apart.
    package let paths: [String]
    /// Of all that differs; scaled so that all is 100 %.
    package let share: Estimated
    /// What changes where this number alone is another, the others and luck as they are; nil where that was not run.
    package let own: Estimated?
    /// Every world ends the same, to the last bit, with this number from its law given the others.
    package let doesNothingItself: Bool
    /// Those it goes together with, by path.
    package let linkedWith: [String]

    /// Has it a share, and yet does nothing?
    package var isOnlyALink: Bool {
      doesNothingItself && !share.isWithinError && share.value > 0 && !linkedWith.isEmpty
    }
  }

  package let luck: Estimated
  /// The largest share first; equal ones in the order of the scenario.
  package let inputs: [Input]
  package let variance: Double
  package let worlds: Int
  /// How much of the variance the hundredth of the worlds farthest from the mean has.
  package let ofFarthest: Double

  /// Figures of the same worlds with some of their numbers from others.
  package struct Figures: Sendable {
    /// As they are.
    package let own: [Double]
    /// Under another luck: with none of their numbers, with the first of each world's order, and so on to all of them.
    package var steps: [[Double]] = []
    /// Under their own luck: with one number from others; of the first numbers, where it was stopped.
    package var without: [[Double]] = []

    package init(_ own: [Double]) { self.own = own }
  }

  /// Which number comes when in a world's order.
  package struct Orders: Sendable {
    private let stream: Stream
    private let count: Int

    package init(seed: UInt64, count: Int) {
      stream = Stream(seed: seed, name: "drivers.orders")
      self.count = count
    }

    /// The places of the numbers in it, from 0; all orders are equally likely.
    package func places(world: Int) -> [Int] {
      var order = Array(0..<count)
      for last in order.indices.reversed().dropLast() {
        let draw = Uniform.double(stream.word(path: world, day: 0, index: last))
        order.swapAt(last, min(last, Int(draw * Double(last + 1))))
      }
      var places = order
      for (place, number) in order.enumerated() { places[number] = place }
      return places
    }
  }

  /// - Parameters:
  ///   - players: numbers that are kept or drawn anew together, as paths with those they go together with.
  ///   - orders: those that the steps were made in.
  package init(_ figures: Figures, players: [(paths: [String], linkedWith: [String])], _ orders: Orders) {
    let own = figures.own
    let last = figures.steps.last ?? own
    worlds = own.count
    let count = Double(max(1, own.count))
    let mean = (own.reduce(0, +) + last.reduce(0, +)) / (2 * count)
    let squares = zip(own, last).map { (($0 - mean) * ($0 - mean) + ($1 - mean) * ($1 - mean)) / 2 }
    let variance = squares.reduce(0, +) / count
    self.variance = variance
    let all = (own + last).map { ($0 - mean) * ($0 - mean) }.sorted()
    ofFarthest = variance > 0 ? all.suffix(max(1, all.count / 100)).reduce(0, +) / (2 * count * variance) : 0
    func share(_ parts: [Double]) -> Estimated {
      let share = parts.reduce(0, +) / count / variance
      return Estimated(
        share, standardError: Moments(zip(parts, squares).map { ($0 - share * $1) / variance }).standardError)
    }
    luck = share(zip(own, last).map { ($0 - $1) * ($0 - $1) / 2 })
    var effects = [[Double]](repeating: [Double](repeating: 0, count: own.count), count: players.count)
    for world in own.indices {
      for (player, place) in orders.places(world: world).enumerated() {
        effects[player][world] = (own[world] - mean) * (figures.steps[place + 1][world] - figures.steps[place][world])
      }
    }
    let parts = Self.scaled(effects, luck: (luck.value, zip(own, last).map { ($0 - $1) * ($0 - $1) / 2 }), squares)
    let inputs = players.indices.map { player in
      let moved = figures.without.indices.contains(player) ? figures.without[player] : nil
      return Input(
        paths: players[player].paths, share: parts[player],
        own: moved.map { moved in share(zip(own, moved).map { ($0 - $1) * ($0 - $1) / 2 }) },
        doesNothingItself: moved == own, linkedWith: players[player].linkedWith)
    }
    self.inputs = inputs.enumerated().sorted { one, other in
      (-one.element.share.value, one.offset) < (-other.element.share.value, other.offset)
    }.map(\.element)
  }

  /// The effects as parts of what luck leaves, with the error of that: scaled so, they vary less than each by itself.
  private static func scaled(
    _ effects: [[Double]], luck: (share: Double, parts: [Double]), _ squares: [Double]
  ) -> [Estimated] {
    let count = Double(max(1, squares.count))
    let variance = squares.reduce(0, +) / count
    let sums = squares.indices.map { world in effects.reduce(0) { $0 + $1[world] } }
    let all = sums.reduce(0, +) / count
    guard all > 0 else {
      // Nothing but chance: there is nothing to take parts of.
      return effects.map { effect in
        let moments = Moments(effect)
        return Estimated(moments.mean / variance, standardError: moments.standardError / variance)
      }
    }
    return effects.map { effect in
      let part = effect.reduce(0, +) / count / all
      let influences = squares.indices.map { world in
        let ofPart = (effect[world] - part * sums[world]) / all
        return (1 - luck.share) * ofPart - part * (luck.parts[world] - luck.share * squares[world]) / variance
      }
      return Estimated(part * (1 - luck.share), standardError: Moments(influences).standardError)
    }
  }

  /// Were all of the runs made?
  package var isWhole: Bool { inputs.allSatisfy { $0.own != nil } }

  /// Is so much luck that the shares of the numbers cannot be told?
  package var isLuckAlone: Bool { 1 - luck.value < 2 * luck.standardError }
}
