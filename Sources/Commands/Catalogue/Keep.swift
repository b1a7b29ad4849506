import Language
import Reports
import Scenarios

extension CommandSpec {
  static let keep = CommandSpec(
    "keep", synonyms: ["保留", "采用"], "applies the last whatif, or saves it as a strategy",
    syntax: "keep [as NAME]", examples: ["keep as dearer", "keep as dear", "keep"], changes: .scenario,
    answer: Session.changesShape, related: ["whatif", "strategy", "undo"]
  ) { session, invocation throws(CommandFailure) in
    let words = invocation.operands
    guard words.isEmpty || words.count == 2 && words[0].isKeyword("as") else {
      throw invocation.failure(
        say("cannot read this"), at: words[0].span, help: say("write: keep, or keep as NAME"))
    }
    guard let proposal = session.proposal else {
      throw invocation.failure(
        say("there is nothing to keep"), at: invocation.command.words[0].span,
        help: say("first write: whatif PARAMETER +20%, or: strategy NAME { … }"))
    }
    guard session.scenario(under: proposal.strategy) == proposal.base else {
      throw invocation.failure(
        say("the scenario has changed since that whatif"), at: invocation.command.words[0].span,
        help: say("write: undo, or repeat the whatif"))
    }
    if words.count == 2 { return try session.keep(proposal, as: words[1], invocation) }
    return try session.keep(proposal, invocation)
  }
}

extension Session {
  /// Puts the changes where they were tried: into the scenario, or into the strategy.
  fileprivate mutating func keep(_ proposal: Proposal, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    var changed = work
    if proposal.strategy == Strategy.base {
      changed.scenario = proposal.changed
    } else {
      try proposal.checkStrategy(invocation, at: invocation.command.span)
    }
    if let index = changed.strategies.firstIndex(where: { $0.name == proposal.strategy }) {
      changed.strategies[index] = proposal.added(to: changed.strategies[index])
    }
    return try adopt(changed, invocation)
  }

  fileprivate mutating func keep(
    _ proposal: Proposal, as name: Word, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    try proposal.checkStrategy(invocation, at: name.span)
    let parent = proposal.strategy == Strategy.base ? nil : proposal.strategy
    return try put(
      proposal.added(to: Strategy(name: name.text, from: parent, changes: [])), named: name, invocation)
  }

  /// Takes a changed workpiece, if it makes sense, and says what it changed.
  mutating func adopt(_ changed: Workpiece, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    try check(changed, invocation, at: invocation.command.span)
    guard changed != work else { return Answer(say("no change: the scenario already has these values")) }
    let before = work
    edit(to: changed)
    return changes(since: before, note: say("undo takes it back"))
  }
}
