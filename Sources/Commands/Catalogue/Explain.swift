import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let explain = CommandSpec(
    "explain", synonyms: ["解释"], "replays one world day by day: where its cash went, and why",
    syntax: "explain world NUMBER [of RUN] [--all] | explain PLACE [of RUN]",
    examples: ["explain world 7", "explain world 7 of base", "explain world 7 --all", "explain worst"],
    operand: .words(["world"] + WorldPlace.allCases.map(\.rawValue)),
    options: [OptionSpec("all", nil, "show every day, not only those that led to the lowest cash")] + OptionSpec.rows
      + OptionSpec.output,
    answer: .either([WorldPage.shape, Session.worldsShape]), about: .sometimes,
    related: ["run", "runs", "worlds", "export", "plot"]
  ) { session, invocation throws(CommandFailure) in
    if let first = invocation.operands.first, WorldsRequest.place(first) != nil {
      return try session.answer(to: try WorldsRequest(invocation, session))
    }
    let request = try WorldRequest(invocation, session)
    var options = RunOptions()
    options.paths = request.worlds.paths
    options.sampling = request.worlds.sampling
    let replay = Program(request.scenario, seed: request.worlds.seed).replay(path: request.world, options)
    let page = WorldPage(
      WorldStory(request.scenario, replay), title: request.title, glyphs: session.glyphs)
    var answer = Answer(page.document(showsAllDays: invocation.has("all")))
    let members = request.members
    answer.json = { page.json(members) }
    answer.csv = { page.postings.csv() }
    if !invocation.has("all") { answer.hint = say("Next: explain world \(request.world) --all · breakeven · stress") }
    return answer
  }
}

/// `world 7 of #3`
struct WorldRequest {
  let world: Int
  let scenario: Scenario
  let strategy: String
  let worlds: SharedWorlds
  private let run: FinishedRun?

  /// - Parameter some: the words that say which; else all of the command's.
  init(_ invocation: Invocation, _ session: Session, words some: [Word]? = nil) throws(CommandFailure) {
    let words = some ?? invocation.operands
    guard words.first?.isKeyword("world") ?? false else {
      throw invocation.failure(
        say("which world?"), at: (words.first ?? invocation.command.words[0]).span,
        help: say("write: explain world 7; for commands, parameters and figures, write: help"))
    }
    guard words.count > 1 else {
      throw invocation.failure(say("which world?"), at: words[0].span, help: say("write: explain world 7"))
    }
    guard words.count == 2 || words.count == 4 && words[2].isKeyword("of") else {
      throw invocation.failure(
        say("cannot read this"), at: words[2].span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    run = try Self.run(words.count == 4 ? words[3] : nil, invocation, session)
    if let run {
      (scenario, strategy, worlds) = (run.scenario, run.strategy, SharedWorlds(of: run))
    } else {
      strategy = words.count == 4 ? words[3].text : Strategy.base
      scenario = Contender(strategy, try session.scenario(under: strategy, invocation, at: words.last?.span)).scenario
      worlds = try SharedWorlds(invocation, session)
    }
    world = try invocation.wholeNumber(words[1], in: 0...(worlds.paths - 1), say("world of this run"))
  }

  /// The run that is meant: the one named, the last one of the strategy, or the last one.
  private static func run(
    _ word: Word?, _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> FinishedRun? {
    guard let word else { return session.lastRun.flatMap(session.finished.find) }
    if let record = session.runs[word.text] { return session.finished.find(record) }
    if session.scenario(under: word.text) != nil { return nil }
    if let run = try session.finishedRun(word, invocation) { return run }
    let known = session.strategyNames + session.finished.names
    throw invocation.failure(
      say("no such run or strategy: \(word.text)"), at: word.span,
      help: Invocation.suggestion(word.text, known) ?? say("available: \(known.joined(separator: ", "))"))
  }

  var title: String {
    let place = run.map { say("World \(world) of run \($0.label)") } ?? say("World \(world)")
    return "\(place) · \(strategy) · " + say("seed \(worlds.seed)")
  }

  var members: [JSON.Member] {
    [
      JSON.Member("dropcast", 1), JSON.Member("scenario", .string(scenario.name)),
      JSON.Member("strategy", .string(strategy)), JSON.Member("seed", JSON(seed: worlds.seed)),
      JSON.Member("paths", .integer(worlds.paths)), JSON.Member("world", .integer(world)),
      JSON.Member("start", .string(scenario.start.description)),
    ]
  }
}
