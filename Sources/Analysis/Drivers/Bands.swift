/// The worlds in which a drawn number was low, and those in which it was high.
///
/// By rank: above 5 % and up to 15 %, above 85 % and up to 95 %, which is about P10 and P90. A number of few values has no
/// such ranks: there its lowest values stand against its highest, as many on each side as hold 5 % of the worlds.
package struct Bands: Sendable {
  /// Places of the worlds, in their order.
  package let low: [Int]
  package let high: [Int]
  /// The rank of each world, from 0 to 1, where ranks made the bands; empty where values did.
  let ranks: [Double]

  /// Where the bands begin and end.
  static let edges = (low: (0.05, 0.15), high: (0.85, 0.95))

  private static let fewValues = 10

  package init(_ values: [Double]) {
    let ranked = MeanRanks(values)
    let count = Double(values.count)
    var levels: [[Int]] = []
    for place in ranked.order {
      if let last = levels.last?.first, values[last] == values[place] {
        levels[levels.count - 1].append(place)
      } else if levels.count > Self.fewValues {
        break
      } else {
        levels.append([place])
      }
    }
    if levels.count <= Self.fewValues {
      ranks = []
      let least = (values.count + 19) / 20
      func merged(_ levels: some Sequence<[Int]>) -> [Int] {
        var places: [Int] = []
        for level in levels where places.count < least { places += level }
        return places.sorted()
      }
      guard levels.count > 1 else {
        (low, high) = ([], [])
        return
      }
      let (low, high) = (merged(levels), merged(levels.reversed()))
      // Where one value has nearly all worlds, merging would bring it to both sides.
      let isApart = Set(low).isDisjoint(with: high)
      (self.low, self.high) = isApart ? (low, high) : (levels[0], levels[levels.count - 1])
      return
    }
    func band(_ edges: (from: Double, to: Double)) -> [Int] {
      values.indices.filter { ranked.ranks[$0] > edges.from * count && ranked.ranks[$0] <= edges.to * count }
    }
    (low, high) = (band(Self.edges.low), band(Self.edges.high))
    ranks = ranked.ranks.map { $0 / count }
  }
}
