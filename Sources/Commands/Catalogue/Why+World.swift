import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension Session {
  /// `why world 7 of lean`: one world of a run again, each time without one cause.
  func why(ofOneWorld invocation: Invocation) throws(CommandFailure) -> Answer {
    // A run is what it was: its worlds are not those of other numbers.
    for option in ["set", "months", "strategy", "paths", "seed", "sampling"] where invocation.has(option) {
      throw invocation.failure(
        say("the command \"why world\" explains a finished run, which cannot be changed here"),
        at: invocation.operands[0].span,
        help: say("remove --\(option), or add it when you run: run --\(option) …"))
    }
    let request = try WorldRequest(invocation, self)
    let program = { (pins: Pins) in Program(request.scenario, seed: request.worlds.seed, pins: pins) }
    let ending = { (pins: Pins) throws(CommandFailure) -> WhyWorld.Ending in
      let outcome: Outcome?
      do throws(MemoryRefusal) {
        outcome = try program(pins).world(request.world, of: request.worlds.paths, request.worlds.sampling)
      } catch { throw invocation.failure(error, surroundings.memory()) }
      guard let ending = WhyWorld.Ending(outcome) else { throw invocation.nothingFinished }
      return ending
    }
    let causes = Cause.all(of: request.scenario)
    var rows: [WhyWorld.Row] = []
    for cause in causes {
      if surroundings.isInterrupted() { throw invocation.nothingFinished }
      rows.append(WhyWorld.Row(cause, try ending(cause.pins)))
    }
    let why = WhyWorld(
      world: request.world, try ending(Pins()), rows,
      withoutAll: try ending(causes.reduce(Pins()) { $0.union($1.pins) }))
    var options = RunOptions()
    (options.paths, options.sampling) = (request.worlds.paths, request.worlds.sampling)
    let story = WorldStory(request.scenario, program(Pins()).replay(path: request.world, options))
    var answer = Answer(WhyWorldReport(why, story, title: request.title, members: request.members), glyphs)
    answer.hint = say("Next: explain world \(request.world) · worlds")
    return answer
  }
}
