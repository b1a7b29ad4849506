package import Scenarios
package import Simulation
package import Statistics

/// What worlds of an event tell when they are run again day by day, beside the plan.
package struct Replays: Sendable {
  /// From the plan to the world in the middle, on its day.
  package let bridge: Bridge
  /// That world, and its day, from 0.
  package let world: Int
  package let day: Int
  /// The middle half of each row's difference over worlds of the event, each on its own day; in the order of the accounts.
  package let quartiles: [Bridge.Account: ClosedRange<Double>]
  /// Nil where the event is not ruin.
  package let story: RuinStory?

  private static let mostBridges = 101

  /// Worlds of a run that are to be looked at.
  package struct Request: Sendable {
    package let target: WhyTarget
    package let endings: ButFor.Endings
    /// How the run drew its numbers.
    package let sampling: ParameterSampling

    package init(_ target: WhyTarget, _ endings: ButFor.Endings, _ sampling: ParameterSampling) {
      (self.target, self.endings, self.sampling) = (target, endings, sampling)
    }

    /// From the earliest ruin, or the worst loss, on.
    fileprivate var ordered: [Int] { endings.order(of: target.event) }

    fileprivate func day(of world: Int, last: Int) -> Int {
      target.kind == .ruin ? Int(endings.ruinDay[world]) : last
    }
  }

  /// - Parameter threads: changes how long it takes, never what is found.
  package init?(_ program: Program, _ scenario: Scenario, _ request: Request, threads: Int) {
    let ordered = request.ordered
    guard !ordered.isEmpty, program.days > 0 else { return nil }
    let middle = ordered[(ordered.count - 1) / 2]
    let plan = program.replayPlan()
    let last = program.days - 1
    let bridged = RuinedWorlds.sample(ordered, atMost: Self.mostBridges)
    let told = request.target.kind == .ruin ? Array(ordered.sorted().prefix(RuinStory.mostWorlds)) : []
    let worlds = Set(bridged + told + [middle]).sorted()
    let seen = Parallel.map(worlds.count, threads: threads) { place in
      let world = worlds[place]
      var options = RunOptions()
      (options.paths, options.sampling) = (request.endings.gain.count, request.sampling)
      let replay = program.replay(path: world, options)
      let day = request.day(of: world, last: last)
      let bridge = Bridge(plan: .init(plan, until: day), world: .init(replay, until: day))
      return (bridge: bridge, day: day, key: RuinStory.Key(scenario, replay, day: day, bridge))
    }
    let found = Dictionary(uniqueKeysWithValues: zip(worlds, seen).map { ($0, $1) })
    guard let own = found[middle] else { return nil }
    (bridge, world, day) = (own.bridge, middle, own.day)
    quartiles = Self.quartiles(bridged.compactMap { found[$0]?.bridge })
    story = told.isEmpty ? nil : RuinStory(told.compactMap { world in found[world].map { (world, $0.day, $0.key) } })
  }

  private static func quartiles(_ bridges: [Bridge]) -> [Bridge.Account: ClosedRange<Double>] {
    var quartiles: [Bridge.Account: ClosedRange<Double>] = [:]
    for account in Bridge.Account.allCases {
      let differences = bridges.compactMap { $0.rows.first { $0.account == account }?.difference }
      let ends = Quantiles.of(differences, at: [0.25, 0.75])
      if ends[0] <= ends[1] { quartiles[account] = ends[0]...ends[1] }
    }
    return quartiles
  }
}
