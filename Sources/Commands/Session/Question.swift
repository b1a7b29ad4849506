import Language
import Scenarios

/// What a command asks about that answers by many runs: a scenario under a strategy, with changes for this question only,
/// and the worlds that all runs share.
struct Question {
  let strategy: String
  let scenario: Scenario
  let worlds: SharedWorlds

  /// - Parameter named: the strategy where the command's own words say it: `of lean`.
  init(_ invocation: Invocation, _ session: Session, of named: Word?) throws(CommandFailure) {
    (strategy, scenario) = try session.scenario(asked: invocation, under: try invocation.strategy(named: named))
    worlds = try SharedWorlds(invocation, session)
  }
}

extension Invocation {
  /// The strategy that is meant, by the command's own words or by `--strategy`: not by both, unless they agree.
  func strategy(named: Word?) throws(CommandFailure) -> Word? {
    guard let named, let other = value("strategy") else { return named ?? value("strategy") }
    guard other.text == named.text else {
      throw failure(
        say("two strategies are given"), at: other.span, help: say("remove --strategy or \"of \(named.text)\""))
    }
    return named
  }

  /// Takes `of NAME` from the end of the operands.
  mutating func takeOwner() throws(CommandFailure) -> Word? {
    if let last = operands.last, last.isKeyword("of"), !last.wasQuoted {
      throw failure(say("which strategy?"), at: last.span, help: say("write: of NAME"))
    }
    guard operands.count > 1, operands[operands.count - 2].isKeyword("of") else { return nil }
    let name = operands[operands.count - 1]
    operands.removeLast(2)
    return name
  }
}

extension Session {
  /// The scenario under a strategy, with what `--set` and `--months` change for this command only.
  func scenario(
    asked invocation: Invocation, under named: Word?
  ) throws(CommandFailure) -> (strategy: String, scenario: Scenario) {
    let strategy = named?.text ?? Strategy.base
    let plain = try scenario(under: strategy, invocation, at: named?.span)
    var changing = self
    changing.scenario = plain
    for word in invocation.values("set") {
      for change in try changing.changes(from: invocation.fragment(of: word), invocation) {
        change.slot.set(&changing.scenario, change.value)
      }
    }
    for issue in changing.scenario.issues {
      throw invocation.failure(issue.message, at: invocation.command.span, help: issue.help)
    }
    var changed = changing.scenario.rescored(since: plain)
    if let word = invocation.value("months") {
      changed.months = Double(try invocation.wholeNumber(word, in: 1...60, say("months")))
    }
    return (strategy, changed)
  }
}
