import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let watch = CommandSpec(
    "watch", synonyms: ["盯着"], "runs again whenever the scenario's file is saved",
    syntax: "watch [STRATEGY] [WORLDS]",
    examples: ["watch 200", "watch 200 --seed 7", "watch base 200 --sampling lhs"],
    operand: .strategy, options: OptionSpec.worlds.filter { $0.name != "paths" }, scenario: .always,
    related: ["run", "diff", "whatif"]
  ) { session, invocation, reply throws(CommandFailure) in
    let verb = invocation.command.words[0].span
    guard let path = session.path, !session.isChanged else {
      throw invocation.failure(
        say("there are unsaved changes"), at: verb, help: say("save or undo them first"))
    }
    var mark = FileMark(path)
    var before = try session.runWatched(invocation, since: nil, reply)
    if session.isTyped {
      reply(.notice(say("watching \(path): change it in your editor and save; to stop watching, press Ctrl-C")))
    }
    while session.surroundings.pause() {
      guard let now = FileMark(path), now != mark else { continue }
      mark = now
      do throws(CommandFailure) {
        before = try session.reload(path, invocation, since: before, reply)
      } catch {
        if error.reason == .interrupted { throw error }
        // What is wrong in the file is told, and the next save may mend it.
        reply(.failure(error))
      }
    }
    return .done
  }
}

extension Session {
  /// Reads the file again, and says what has changed in it and what that does.
  fileprivate mutating func reload(
    _ path: String, _ invocation: Invocation, since before: RunRecord, _ reply: (Reply) -> Void
  ) throws(CommandFailure) -> RunRecord {
    let (old, oldStrategies) = (scenario, strategies)
    for notice in try load(path).notices { reply(.notice(notice)) }
    guard old != scenario || oldStrategies != strategies else {
      reply(.notice(say("saved without changes")))
      return before
    }
    reply(.document(changes(since: old, strategies: oldStrategies).document))
    return try runWatched(invocation, since: before, reply)
  }

  /// - Parameter before: what the run is held against, where both are of the same worlds.
  fileprivate mutating func runWatched(
    _ invocation: Invocation, since before: RunRecord?, _ reply: (Reply) -> Void
  ) throws(CommandFailure) -> RunRecord {
    var words = invocation
    let request = try RunRequest(&words, self)
    guard request.goal == nil else {
      throw invocation.failure(
        say("watch cannot run “until” a figure is precise enough: give it a number of worlds"),
        at: invocation.command.span, help: say("write: watch 2000"))
    }
    let clock = ContinuousClock()
    let begin = clock.now
    let (record, _) = try run(request, invocation)
    let answer = answer(keeping: record, as: nil, seconds: (clock.now - begin) / .seconds(1))
    if let before, before.isComparable(with: record) {
      let whatIf = WhatIf(
        base: before, changed: record, alone: [], by: Comparison.measures, criterion: Comparison.usualCriterion)
      reply(.document(Document([.blank] + whatIf.document(glyphs: glyphs).blocks + [.blank])))
    } else {
      reply(.document(answer.document))
    }
    return record
  }
}

extension RunRecord {
  /// Do the figures of both stand beside each other, world by world?
  fileprivate func isComparable(with other: RunRecord) -> Bool {
    guard let mine = summary?.outcome, let theirs = other.summary?.outcome else { return false }
    return mine.keepsWorlds && theirs.keepsWorlds && mine.paths == theirs.paths && seed == other.seed
      && sampling == other.sampling && scenario.currency == other.scenario.currency
      && scenario.monthCount == other.scenario.monthCount && scenario.start == other.scenario.start
  }
}
