import Statistics

/// How many worlds lie in a box, and how many more would without one of its limits.
struct BoxTally {
  struct Count: Equatable {
    var worlds = 0
    var events = 0

    static func + (a: Count, b: Count) -> Count { Count(worlds: a.worlds + b.worlds, events: a.events + b.events) }
  }

  let worlds: BoxWorlds
  private(set) var limits: [BoxLimit]
  /// For each world, how many limits leave it out, and the sum of their places among the limits at first: where it is one,
  /// that says which.
  private var leaving: [Int32]
  private var leavers: [Int32]
  private var places: [Int32]
  private(set) var inside = Count()
  /// For each limit, what it alone leaves out.
  private(set) var alone: [Count] = []

  init(_ limits: [BoxLimit], _ worlds: BoxWorlds) {
    self.worlds = worlds
    self.limits = limits
    places = limits.indices.map { Int32($0) }
    leaving = [Int32](repeating: 0, count: worlds.count)
    leavers = leaving
    for (place, limit) in limits.enumerated() { add(limit, place: Int32(place), sign: 1) }
    count()
  }

  private mutating func add(_ limit: BoxLimit, place: Int32, sign: Int32) {
    let values = worlds.inputs[limit.input]
    for world in values.indices where !limit.holds(values[world]) {
      leaving[world] += sign
      leavers[world] += sign * place
    }
  }

  private mutating func count() {
    inside = Count()
    var byPlace = [Count](repeating: Count(), count: (places.max().map { Int($0) } ?? -1) + 1)
    for world in leaving.indices where leaving[world] < 2 {
      let event = worlds.happened[world] ? 1 : 0
      if leaving[world] == 0 {
        inside.worlds += 1
        inside.events += event
      } else {
        let place = Int(leavers[world])
        byPlace[place].worlds += 1
        byPlace[place].events += event
      }
    }
    alone = places.map { byPlace[Int($0)] }
  }

  mutating func drop(_ index: Int) {
    add(limits[index], place: places[index], sign: -1)
    limits.remove(at: index)
    places.remove(at: index)
    count()
  }

  /// The chance of as many events or more if a limit did nothing: Bryant and Lempert, Technological Forecasting and Social
  /// Change 77 (2010), doi:10.1016/j.techfore.2009.08.002.
  func quasiP(_ index: Int) -> Double { Self.quasiP(inside, without: inside + alone[index]) }

  static func quasiP(_ inside: Count, without: Count) -> Double {
    let share = Double(without.events) / Double(max(1, without.worlds))
    return Binomial.chance(ofAtLeast: inside.events, of: inside.worlds, probability: share)
  }

  /// Which worlds lie in the box but for one of its limits.
  func others(than index: Int) -> [Bool] {
    leaving.indices.map { leaving[$0] == 0 || leaving[$0] == 1 && leavers[$0] == places[index] }
  }

  /// Drops limits that say nothing, and then the least of those that are too many.
  mutating func simplify(to most: Int) {
    while !limits.isEmpty {
      let doubts = limits.indices.map { quasiP($0) }
      if let worst = doubts.indices.max(by: { (doubts[$0], $1) < (doubts[$1], $0) }), doubts[worst] > 0.05 {
        drop(worst)
      } else if limits.count > most {
        let left = limits.indices.map { worlds.excess(inside + alone[$0]) }
        guard let best = left.indices.max(by: { (left[$0], $1) < (left[$1], $0) }) else { return }
        drop(best)
      } else {
        return
      }
    }
  }
}
