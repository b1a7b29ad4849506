import Simulation
import Statistics

/// What `drivers` finds in a finished run: a tornado of what is asked for, with ruin and gain beside it.
package struct Drivers: Sendable {
  /// What is asked for first.
  package let figures: [Figure]
  package let tornado: Tornado
  /// How many worlds run out of money.
  package let ruined: Int
  package let ruin: Telling
  /// How many worlds a rule closes before anything else ends them.
  package let quits: Int

  package enum Telling: Equatable, Sendable {
    case told
    /// Of too few worlds on one side; so many worlds would do, nil where no number is known to.
    case tooFew(worldsNeeded: Int?)
  }

  /// Fewer worlds than these on either side of ruin have no drivers.
  package static let leastEvents = 200
  /// Fewer worlds than these have no bands.
  package static let leastWorlds = 100

  /// - Parameter target: nil: ruin, where enough worlds are ruined and enough are not, else gain.
  package init(_ run: RunRecord, of target: Figure?) {
    let outcome = run.summary?.outcome
    let ruin = outcome.map(Figure.ruin.column) ?? []
    quits = outcome?.quitDay.count { $0 >= 0 } ?? 0
    ruined = Int(ruin.reduce(0, +))
    let rarer = min(ruined, ruin.count - ruined)
    let hasRuin = rarer >= Self.leastEvents
    self.ruin = hasRuin ? .told : .tooFew(worldsNeeded: Self.worldsNeeded(rarer, of: ruin.count))
    var figures = target.map { [$0] } ?? (hasRuin ? [.ruin] : [.gain])
    if hasRuin || target == .ruin, !figures.contains(.ruin) { figures.append(.ruin) }
    if !figures.contains(.gain) { figures.append(.gain) }
    if target == .ruin, !hasRuin { figures = [.gain] }
    self.figures = figures
    tornado = Tornado(run.drawnInputs, figures.map { figure in outcome.map(figure.column) ?? [] })
  }

  /// Rounded up to hundreds.
  private static func worldsNeeded(_ rarer: Int, of worlds: Int) -> Int? {
    guard rarer > 0 else { return nil }
    let least = (Double(leastEvents) * Double(worlds) / Double(rarer) * 1.1 / 100).rounded(.up) * 100
    return least <= 10_000_000 ? Int(least) : nil
  }
}
