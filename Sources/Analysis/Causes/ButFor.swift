package import Simulation
package import Statistics

/// What would have become of the worlds of a run with one cause taken away: of each cause by itself, in the same worlds.
///
/// The share of the ruined that are saved is the probability of necessity (Pearl, Causality, 2nd edition 2009, chapter 9).
/// Such shares do not add up: some worlds need two things at once, and some are saved by either of two.
package struct ButFor: Sendable {
  /// What may happen to a world.
  package enum Event: Equatable, Sendable {
    case ruin
    case loss
    /// It gains no more than this: of the worst worlds, where neither ruin nor loss can be explained.
    case gainsAtMost(Double)
  }

  /// How the worlds of one run ended.
  package struct Endings: Sendable {
    /// −1 in worlds that did not run out of money.
    package let ruinDay: [Double]
    package let gain: [Double]

    package init(_ outcome: Outcome) { self.init(ruinDay: outcome.ruinDay, gain: outcome.gain) }

    package init(ruinDay: [Double], gain: [Double]) { (self.ruinDay, self.gain) = (ruinDay, gain) }

    /// The first of these worlds.
    package func first(_ count: Int) -> Endings {
      Endings(ruinDay: Array(ruinDay.prefix(count)), gain: Array(gain.prefix(count)))
    }

    /// The worlds of an event: from the earliest ruin, or the worst loss, on.
    func order(of event: Event) -> [Int] {
      if event == .ruin { return RuinedWorlds.ordered(ruinDay) }
      let happened = self.happened(event)
      return happened.indices.filter { happened[$0] }.sorted { (gain[$0], $0) < (gain[$1], $1) }
    }

    /// World by world.
    package func happened(_ event: Event) -> [Bool] {
      switch event {
      case .ruin: ruinDay.map { $0 >= 0 }
      case .loss: gain.map { $0 < 0 }
      case .gainsAtMost(let most): gain.map { $0 <= most }
      }
    }
  }

  package struct Row: Sendable {
    package let cause: Cause
    /// For each event of the table.
    package let changes: [PairedChange]
    /// The median of how much later the worlds are ruined that are ruined all the same; nil of none.
    package let daysGained: Double?
    package let gainChange: Estimated
  }

  /// What saves the worlds of an event.
  package struct Split: Equatable, Sendable {
    package var byOneAlone = 0
    package var bySeveralEach = 0
    package var onlyTogether = 0
    package var notEvenAll = 0
    package var worlds: Int { byOneAlone + bySeveralEach + onlyTogether + notEvenAll }
  }

  package let events: [Event]
  /// In the order of the causes.
  package let rows: [Row]
  /// In how many worlds each event happened.
  package let happened: [Proportion]
  /// For each event and row whether a world of the event is saved, world by world.
  package let isSaved: [[[Bool]]]
  private let base: Endings
  /// For each event; none where the run with everything taken away was not finished.
  package let splits: [Split]

  /// - Parameters:
  ///   - base: the worlds as they are.
  ///   - without: each cause with the same worlds without it, as far as they were run.
  ///   - withoutAll: without any of them; nil where it was not run.
  package init(
    _ events: [Event], _ base: Endings, without: [(cause: Cause, endings: Endings)], withoutAll: Endings?
  ) {
    self.events = events
    self.base = base
    let before = events.map(base.happened)
    happened = before.map { worlds in Proportion(successes: worlds.count { $0 }, trials: worlds.count) }
    let after = without.map { one in events.map(one.endings.happened) }
    rows = without.indices.map { place in
      let (cause, endings) = without[place]
      let later = zip(base.ruinDay, endings.ruinDay).filter { $0 >= 0 && $1 >= 0 }.map { $1 - $0 }
      return Row(
        cause: cause, changes: zip(before, after[place]).map { PairedChange($0, $1) },
        daysGained: later.isEmpty ? nil : Quantiles.of(later, at: [0.5]).first,
        gainChange: Estimated(meanOf: zip(base.gain, endings.gain).map { $1 - $0 }))
    }
    isSaved = events.indices.map { event in
      after.map { one in zip(before[event], one[event]).map { $0 && !$1 } }
    }
    splits =
      withoutAll.map { all in
        events.indices.map { event in
          Split(before[event], after.map { $0[event] }, all.happened(events[event]))
        }
      } ?? []
  }
}

extension ButFor {
  /// The worlds of an event: from the earliest ruin, or the worst loss, on.
  func order(of event: Int) -> [Int] { base.order(of: events[event]) }

  /// The row that saves most of an event; of equal ones the first.
  func best(of event: Int) -> Int? {
    rows.indices.filter { rows[$0].changes[event].saved > 0 }.min {
      (-rows[$0].changes[event].saved, $0) < (-rows[$1].changes[event].saved, $1)
    }
  }
}

extension ButFor.Split {
  /// - Parameters:
  ///   - base: the worlds in which it happened.
  ///   - without: the same for each cause taken away, then with all taken away.
  package init(_ base: [Bool], _ without: [[Bool]], _ all: [Bool]) {
    for world in base.indices where base[world] {
      switch without.count(where: { !$0[world] }) {
      case 0: if all[world] { notEvenAll += 1 } else { onlyTogether += 1 }
      case 1: byOneAlone += 1
      default: bySeveralEach += 1
      }
    }
  }
}

/// How a share of worlds changes, world by world.
package struct PairedChange: Equatable, Sendable {
  package let worlds: Int
  /// In how many it happened before; in how many of these no more; in how many others it now does.
  package let before: Int
  package let saved: Int
  package let newly: Int

  package init(worlds: Int, before: Int, saved: Int, newly: Int) {
    (self.worlds, self.before, self.saved, self.newly) = (worlds, before, saved, newly)
  }

  package init(_ before: [Bool], _ after: [Bool]) {
    let pairs = Array(zip(before, after))
    self.init(
      worlds: before.count, before: before.count { $0 }, saved: pairs.count { $0 && !$1 },
      newly: pairs.count { !$0 && $1 })
  }

  package var savedShare: Estimated { Estimated(Proportion(successes: saved, trials: before)) }
  package var newlyShare: Estimated { Estimated(Proportion(successes: newly, trials: worlds)) }

  /// Of the share of all worlds; its error is √((n10 + n01)/N − d²) over √(N − 1).
  package var change: Estimated {
    let count = Double(worlds)
    let change = Double(newly - saved) / count
    let variance = max(0, Double(newly + saved) / count - change * change)
    return Estimated(change, standardError: Elementary.squareRoot(variance) / Elementary.squareRoot(count - 1))
  }
}
