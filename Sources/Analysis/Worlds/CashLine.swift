import Scenarios
import Simulation

/// The cash of one world of a run, day by day until it closes.
package struct CashLine: Sendable {
  package let world: Int
  package let gain: Double
  package let ending: RankedWorlds.Ending
  /// Before the first day, and at the end of each.
  package let cash: [Double]
  /// Of the whole run.
  package let days: Int
}

extension RunRecord {
  /// So many worlds that stand for all, each run again. Nothing where no worlds were kept.
  package func cashLines(_ count: Int) -> [CashLine] {
    guard let outcome = summary?.outcome, let worlds = RankedWorlds(outcome) else { return [] }
    let program = Program(scenario, seed: seed)
    var options = RunOptions()
    (options.paths, options.sampling) = (outcome.paths, sampling)
    var seen: Set<Int> = []
    return worlds.representatives(count).filter { seen.insert($0).inserted }.map { world in
      let story = WorldStory(scenario, program.replay(path: world, options))
      let days = story.replay.days
      let end = [story.replay.ruinDay, story.replay.quitDay].compactMap(\.self).min() ?? days.count - 1
      return CashLine(
        world: world, gain: worlds.gains[world], ending: worlds.endings[world],
        cash: [story.start] + days.prefix(end + 1).map(\.cash), days: days.count)
    }
  }
}
