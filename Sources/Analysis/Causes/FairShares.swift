import Statistics

/// Shares of an event among causes that add up: Shapley's.
///
/// The average attributable fraction of Eide and Gefeller, Journal of Clinical Epidemiology 48 (1995),
/// doi:10.1016/0895-4356(94)00161-I: what a cause adds to the event, over all orders in which causes may come. It is found
/// in each world, and so its error is that of a mean.
package struct FairShares: Sendable {
  package struct Player: Sendable {
    /// In points of all worlds; below 0 where it saves.
    package let points: Estimated
    /// Of the event: a ratio of means, whose error is that of both.
    package let estimate: Estimated
    package var share: Double { estimate.value }
  }

  package let players: [Player]
  /// The share of the event that is there without any of them.
  package let remainder: Double
  /// The share of worlds with all of them.
  package let all: Double
  package let worlds: Int

  /// - Parameter happened: for each set of players (bit j: player j is there) whether it happened, world by world.
  package init(players count: Int, happened: [[Bool]]) {
    let worlds = happened.first?.count ?? 0
    self.worlds = worlds
    let weights = Self.weights(of: count)
    let all = happened.last.map { $0.count { $0 } } ?? 0
    let none = happened.first.map { $0.count { $0 } } ?? 0
    self.all = Double(all) / Double(worlds)
    remainder = Double(none) / Double(all)
    players = (0..<count).map { player in
      var ofWorld = [Double](repeating: 0, count: worlds)
      for set in happened.indices where set & (1 << player) == 0 {
        let weight = weights[set.nonzeroBitCount]
        let (without, with) = (happened[set], happened[set | 1 << player])
        for world in ofWorld.indices where without[world] != with[world] {
          ofWorld[world] += with[world] ? weight : -weight
        }
      }
      let points = Estimated(meanOf: ofWorld)
      let share = points.value * Double(worlds) / Double(all)
      // Of a ratio: (φᵢ − s · eᵢ) over the event's frequency.
      let influences = zip(ofWorld, happened.last ?? []).map { ($0 - ($1 ? share : 0)) * Double(worlds) / Double(all) }
      return Player(points: points, estimate: Estimated(share, standardError: Moments(influences).standardError))
    }
  }

  /// Of a set of so many others: |S|! (g − |S| − 1)! / g!
  private static func weights(of count: Int) -> [Double] {
    func factorial(_ n: Int) -> Double { (0..<max(0, n)).reduce(1) { $0 * Double($1 + 1) } }
    return (0..<max(1, count)).map { factorial($0) * factorial(count - $0 - 1) / factorial(count) }
  }
}
