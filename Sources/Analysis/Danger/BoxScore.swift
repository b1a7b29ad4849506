package import Statistics

/// What a box holds in worlds that it was not chosen in.
package struct BoxScore: Sendable {
  /// Worlds of the box, and how many of them had the event.
  package let worlds: Int
  package let events: Int
  package let allWorlds: Int
  package let allEvents: Int

  package init(worlds: Int, events: Int, allWorlds: Int, allEvents: Int) {
    (self.worlds, self.events, self.allWorlds, self.allEvents) = (worlds, events, allWorlds, allEvents)
  }

  init(_ limits: [BoxLimit], _ worlds: BoxWorlds) {
    let inside = BoxTally(limits, worlds).inside
    self.init(worlds: inside.worlds, events: inside.events, allWorlds: worlds.count, allEvents: worlds.events)
  }

  /// How often it happens in the box; how much of it happens there; how many worlds these are; how often it happens elsewhere.
  package var density: Proportion { Proportion(successes: events, trials: worlds) }
  package var coverage: Proportion { Proportion(successes: events, trials: allEvents) }
  package var mass: Proportion { Proportion(successes: worlds, trials: allWorlds) }
  package var elsewhere: Proportion { Proportion(successes: allEvents - events, trials: allWorlds - worlds) }
  package var base: Proportion { Proportion(successes: allEvents, trials: allWorlds) }

  /// The difference between the box and elsewhere in standard errors of no difference.
  package var z: Double {
    guard worlds > 0, worlds < allWorlds else { return 0 }
    let rate = base.estimate
    let variance = rate * (1 - rate) * (1 / Double(worlds) + 1 / Double(allWorlds - worlds))
    return variance > 0 ? (density.estimate - elsewhere.estimate) / Elementary.squareRoot(variance) : 0
  }

  /// Is it more than what chance makes a box of?
  package var isSaid: Bool { worlds >= 30 && z >= 3 && density.estimate >= 1.25 * base.estimate }
}
