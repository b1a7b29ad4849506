/// One side of one drawn number: the values above a limit, or those below it.
package struct BoxLimit: Equatable, Sendable {
  package enum Side: String, CaseIterable, Sendable { case above, below }

  /// Which number, by its place.
  package let input: Int
  package let side: Side
  package var value: Double

  package init(_ input: Int, _ side: Side, _ value: Double) {
    (self.input, self.side, self.value) = (input, side, value)
  }

  package func holds(_ number: Double) -> Bool { side == .above ? number > value : number < value }

  /// By number, the lower side first.
  var place: Int { 2 * input + (side == .above ? 0 : 1) }
}

/// Worlds in which something happened or not, with what they drew.
package struct BoxWorlds: Sendable {
  /// The values of each number, world by world.
  package let inputs: [[Double]]
  package let happened: [Bool]
  package let events: Int

  package init(_ inputs: [[Double]], _ happened: [Bool]) {
    self.inputs = inputs
    self.happened = happened
    events = happened.count { $0 }
  }

  package var count: Int { happened.count }
  /// The share of all worlds in which it happened.
  var base: Double { Double(events) / Double(count) }
  /// No box has fewer worlds: a twentieth of all.
  var least: Int { (count + 19) / 20 }

  func holds(_ limit: BoxLimit, world: Int) -> Bool { limit.holds(inputs[limit.input][world]) }

  /// How much more of the event a box has than as many worlds of all would: what a box is chosen by, times the worlds.
  func excess(_ tally: BoxTally.Count) -> Double { Double(tally.events) - base * Double(tally.worlds) }
}
