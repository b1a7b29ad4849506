/// Finds a box of few limits in which something happens more often than elsewhere.
///
/// PRIM (Friedman and Fisher, Statistics and Computing 9 (1999), doi:10.1023/A:1008894516817): thin slabs are peeled off,
/// each time the one whose loss raises the rate most for each of its worlds, which is the objective of EMA Workbench. The
/// box on that way that is chosen has the largest excess of events over its share of the worlds, once limits that say
/// nothing are dropped: density alone would shrink it, coverage alone would let it grow.
package struct BoxSearch {
  package struct Peel: Equatable, Sendable {
    package let limit: BoxLimit
    package let worldsLeft: Int
    package let eventsLeft: Int
  }

  private let worlds: BoxWorlds
  private let most: Int
  package private(set) var peels: [Peel] = []
  /// By number, the lower side first; none where no box was found.
  package private(set) var limits: [BoxLimit] = []

  package init(_ worlds: BoxWorlds, most: Int) {
    self.worlds = worlds
    self.most = most
    guard worlds.count > 0 else { return }
    var peeler = BoxPeeler(worlds)
    while let peel = peeler.peel() { peels.append(peel) }
    guard let chosen = choose() else { return }
    limits = polished(chosen)
  }

  /// The boxes of the way, each simplified; the best of them.
  private func choose() -> [BoxLimit]? {
    var way: [BoxLimit] = []
    var best: (limits: [BoxLimit], excess: Double)?
    for peel in peels {
      way.removeAll { $0.place == peel.limit.place }
      way.append(peel.limit)
      way.sort { $0.place < $1.place }
      var tally = BoxTally(way, worlds)
      tally.simplify(to: most)
      let excess = worlds.excess(tally.inside)
      if !tally.limits.isEmpty, excess > best?.excess ?? 0 { best = (tally.limits, excess) }
    }
    return best?.limits
  }

  private func polished(_ chosen: [BoxLimit]) -> [BoxLimit] {
    var limits = chosen
    var excess = worlds.excess(BoxTally(limits, worlds).inside)
    while true {
      let tally = BoxTally(limits, worlds)
      var best: (limits: [BoxLimit], excess: Double)?
      for index in limits.indices {
        for move in moves(of: index, tally) {
          let moved = worlds.excess(BoxTally(move, worlds).inside)
          if moved > max(excess, best?.excess ?? excess) { best = (move, moved) }
        }
      }
      guard let best else { break }
      (limits, excess) = best
    }
    var tally = BoxTally(limits, worlds)
    tally.simplify(to: most)
    return tally.limits
  }

  /// The limits with one of them moved a little outwards, and a little inwards.
  private func moves(of index: Int, _ tally: BoxTally) -> [[BoxLimit]] {
    let limit = tally.limits[index]
    let values = worlds.inputs[limit.input]
    let step = max(1, tally.inside.worlds / 100)
    let others = tally.others(than: index)
    // Ordered from the limit on, whichever side that is.
    func ordered(inside: Bool) -> [Double] {
      let found = values.indices.filter { others[$0] && limit.holds(values[$0]) == inside }.map { values[$0] }.sorted()
      return inside == (limit.side == .above) ? found : found.reversed()
    }
    var moves: [[BoxLimit]] = []
    let outside = ordered(inside: false)
    if outside.isEmpty {
      moves.append(tally.limits.enumerated().filter { $0.offset != index }.map(\.element))
    } else if let place = Self.end(of: outside, after: step) {
      var moved = tally.limits
      moved[index].value = Self.between(outside[place - 1], outside[place])
      moves.append(moved)
    } else {
      moves.append(tally.limits.enumerated().filter { $0.offset != index }.map(\.element))
    }
    let within = ordered(inside: true)
    if let place = Self.end(of: within, after: step), within.count - place >= worlds.least {
      var moved = tally.limits
      moved[index].value = Self.between(within[place - 1], within[place])
      moves.append(moved)
    }
    return moves
  }

  /// Behind so many values and those equal to the last of them; nil where nothing is left there.
  private static func end(of values: [Double], after step: Int) -> Int? {
    guard step < values.count else { return nil }
    var place = step
    while place < values.count, values[place] == values[step - 1] { place += 1 }
    return place < values.count ? place : nil
  }

  static func between(_ one: Double, _ other: Double) -> Double { one + (other - one) / 2 }
}

/// Peels slabs off the box of all worlds.
private struct BoxPeeler {
  private let worlds: BoxWorlds
  /// The worlds of each number, lowest first, and how far from either end none is in the box any more.
  private let orders: [[Int]]
  private var firsts: [Int]
  private var lasts: [Int]
  private var isInside: [Bool]
  private var left: BoxTally.Count

  init(_ worlds: BoxWorlds) {
    self.worlds = worlds
    orders = worlds.inputs.map { MeanRanks($0).order }
    firsts = orders.map { _ in 0 }
    lasts = orders.map { $0.count - 1 }
    isInside = [Bool](repeating: true, count: worlds.count)
    left = BoxTally.Count(worlds: worlds.count, events: worlds.events)
  }

  private struct Slab {
    let input: Int
    let side: BoxLimit.Side
    /// The outermost and the innermost value that goes, and the nearest that stays.
    let goes: Double
    let stays: Double
    let count: BoxTally.Count
  }

  mutating func peel() -> BoxSearch.Peel? {
    var best: (slab: Slab, gain: Double)?
    let rate = Double(left.events) / Double(left.worlds)
    for input in orders.indices {
      while firsts[input] <= lasts[input], !isInside[orders[input][firsts[input]]] { firsts[input] += 1 }
      while lasts[input] >= firsts[input], !isInside[orders[input][lasts[input]]] { lasts[input] -= 1 }
      for side in BoxLimit.Side.allCases {
        guard let slab = slab(input, side) else { continue }
        let worldsLeft = left.worlds - slab.count.worlds
        guard worldsLeft >= worlds.least else { continue }
        let after = Double(left.events - slab.count.events) / Double(worldsLeft)
        let gain = (after - rate) / Double(slab.count.worlds)
        if gain > best?.gain ?? 0 { best = (slab, gain) }
      }
    }
    guard let slab = best?.slab else { return nil }
    let limit = BoxLimit(slab.input, slab.side, BoxSearch.between(slab.goes, slab.stays))
    let values = worlds.inputs[slab.input]
    for world in values.indices where !limit.holds(values[world]) { isInside[world] = false }
    left = BoxTally.Count(
      worlds: left.worlds - slab.count.worlds, events: left.events - slab.count.events)
    return BoxSearch.Peel(limit: limit, worldsLeft: left.worlds, eventsLeft: left.events)
  }

  /// A twentieth of the box at one end of a number, with all that are equal to its last; nil where nothing would stay.
  private func slab(_ input: Int, _ side: BoxLimit.Side) -> Slab? {
    let (order, values) = (orders[input], worlds.inputs[input])
    let least = max(1, left.worlds / 20)
    var count = BoxTally.Count()
    var goes = Double.nan
    var place = side == .above ? firsts[input] : lasts[input]
    let step = side == .above ? 1 : -1
    while place >= firsts[input], place <= lasts[input] {
      let world = order[place]
      place += step
      guard isInside[world] else { continue }
      if count.worlds >= least, values[world] != goes {
        return Slab(input: input, side: side, goes: goes, stays: values[world], count: count)
      }
      goes = values[world]
      count.worlds += 1
      count.events += worlds.happened[world] ? 1 : 0
    }
    return nil
  }
}
