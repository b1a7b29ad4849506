import Simulation
package import Statistics

/// What `why` finds.
package struct Why: Sendable {
  package let target: WhyTarget
  /// The worlds of the whole run, of which ``butFor`` may have only the first ones.
  package let happened: Proportion
  /// The middle half of the days on which the money runs out, from 0; nil where it is not asked about.
  package let ruinDays: (first: Double, last: Double)?
  /// The day on which the plan itself runs out of money.
  package let planRuinDay: Int?
  /// How many worlds a rule closes.
  package let quits: Int
  package let butFor: ButFor
  /// How many causes there were to look at.
  package let wanted: Int
  package let shift: [Shift]
  package let replays: Replays?
  /// By group or by cause, where it was asked for.
  package var shares: (players: [CausePlayer], shares: FairShares)?

  package init(
    _ target: WhyTarget, _ run: RunRecord, _ butFor: ButFor, wanted: Int, replays: Replays?
  ) {
    let endings = run.summary.map { ButFor.Endings($0.outcome) } ?? ButFor.Endings(ruinDay: [], gain: [])
    let happened = endings.happened(target.event)
    self.target = target
    self.happened = Proportion(successes: happened.count { $0 }, trials: happened.count)
    let days = endings.ruinDay.filter { $0 >= 0 }
    let ends = target.kind == .ruin ? Quantiles.of(days, at: [0.25, 0.75]) : []
    ruinDays = ends.count == 2 ? (ends[0], ends[1]) : nil
    planRuinDay = run.plan.ruinDay.first.flatMap { $0 >= 0 ? Int($0) : nil }
    quits = run.summary?.outcome.quitDay.count { $0 >= 0 } ?? 0
    self.butFor = butFor
    self.wanted = wanted
    self.replays = replays
    let others = happened.count { !$0 }
    shift = others < WhyTarget.least ? [] : Shift.all(run.drawnInputs, happened, seed: run.seed)
  }

  /// Worlds that show what is told, each with what it shows; the first, and no world twice. The world in the middle is that
  /// of the bridge.
  package var exemplars: [(kind: Exemplar, world: Int)] {
    let place = target.place
    var found: [(kind: Exemplar, world: Int)] = []
    func add(_ kind: Exemplar, _ world: Int?) {
      guard let world, world != replays?.world, !found.contains(where: { $0.world == world }) else { return }
      found.append((kind, world))
    }
    add(.first, butFor.order(of: place).first)
    if let best = butFor.best(of: place) {
      let saved = butFor.isSaved[place][best]
      add(.savedBy(butFor.rows[best].cause), Self.middle(butFor.order(of: place).filter { saved[$0] }))
    }
    add(
      .savedByNone,
      Self.middle(butFor.order(of: place).filter { world in !butFor.isSaved[place].contains { $0[world] } }))
    return found
  }

  package enum Exemplar: Equatable, Sendable {
    /// The earliest ruin, or the worst loss.
    case first
    case savedBy(Cause)
    case savedByNone
  }

  /// The lower of two in the middle.
  private static func middle(_ worlds: [Int]) -> Int? {
    worlds.isEmpty ? nil : worlds[(worlds.count - 1) / 2]
  }

  /// The cause whose absence saves most; of equal ones the first. Nil where none saves any.
  /// - Parameter isBuiltIn: among those that are in the plan, or among the others.
  package func best(isBuiltIn: Bool) -> ButFor.Row? {
    func saved(_ row: ButFor.Row) -> Int { row.changes[target.place].saved }
    return butFor.rows.enumerated().filter { saved($0.element) > 0 && $0.element.cause.isBuiltIn == isBuiltIn }.min {
      (-saved($0.element), $0.offset) < (-saved($1.element), $1.offset)
    }?.element
  }

  package static let daysOfWorlds = 50_000_000

  /// How many worlds sets of causes are looked at in: at least 1,000, or as many as there are.
  package static func sharedWorlds(of all: Int, days: Int, runs: Int, within budget: Int) -> Int {
    min(all, max(1_000, budget / max(1, days * runs) / 100 * 100))
  }

  /// How many worlds the causes are looked at in: half of them, and half again, while the work is more than that of so
  /// many days of worlds. Counted and not timed, so that the answer is the same on every machine.
  package static func worlds(of all: Int, days: Int, runs: Int, within budget: Int = daysOfWorlds) -> Int {
    var worlds = all
    while worlds / 2 >= 1_000, worlds * days * runs > budget { worlds /= 2 }
    return worlds
  }
}
