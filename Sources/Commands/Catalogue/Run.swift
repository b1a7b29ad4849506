import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let run = CommandSpec(
    "run", synonyms: ["simulate", "运行", "模拟"], "simulates many possible futures, day by day",
    syntax: "run [WORLDS] [OPTIONS]",
    examples: ["run", "run 2k --seed 7", "run --months 6 --set cash.budget=3000", "run --plan"],
    options: [
      OptionSpec("paths", "N", "how many worlds"),
      OptionSpec("seed", "N", "which worlds: the same seed gives the same"),
      OptionSpec("months", "N", "how many months"),
      OptionSpec("threads", "N", "how many processors; any number gives the same result"),
      OptionSpec("strategy", "NAME", "under which strategy"),
      OptionSpec("set", "PARAMETER=VALUE", "with this change in this run only; may be repeated"),
      OptionSpec("plan", nil, "only the plan, without chance"),
    ] + OptionSpec.output,
    related: ["plot", "assert", "show"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    let request = try RunRequest(invocation, session)
    let clock = ContinuousClock()
    let begin = clock.now
    let record = try session.run(request, invocation)
    let seconds = (clock.now - begin) / .seconds(1)
    let title = session.keep(record)
    var answer = Answer(record.document(title: title, glyphs: session.glyphs))
    answer.json = { record.json }
    answer.hint = "\(NumberFormat().text(seconds, .decimals(2))) s · \(session.nextSteps(after: record))"
    return answer
  }
}

/// What `run` was asked for.
private struct RunRequest {
  var scenario: Scenario
  var strategy = Strategy.base
  var seed: UInt64 = 1
  var options = RunOptions()
  var planOnly = false

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    if let word = invocation.value("strategy") { strategy = word.text }
    guard let scenario = session.scenario(under: strategy) else {
      let span = invocation.value("strategy")?.span ?? invocation.command.span
      throw invocation.failure(
        "no such strategy: \(strategy)", at: span,
        help: Invocation.suggestion(strategy, session.strategyNames)
          ?? "there are: " + session.strategyNames.joined(separator: ", "))
    }
    self.scenario = scenario
    try applySets(invocation, session)
    if let word = invocation.value("months") {
      self.scenario.months = Double(try invocation.wholeNumber(word, in: 1...60, "months"))
    }
    if let word = invocation.operands.first ?? invocation.value("paths") {
      options.paths = try invocation.wholeNumber(word, in: 1...10_000_000, "worlds")
    }
    if let word = invocation.value("threads") {
      options.threads = try invocation.wholeNumber(word, in: 1...1024, "threads")
    }
    if let word = invocation.value("seed") {
      guard let seed = UInt64(word.text) else {
        throw invocation.failure("seed: a whole number is expected", at: word.span, help: "allowed: 0 to \(UInt64.max)")
      }
      self.seed = seed
    }
    planOnly = invocation.has("plan")
  }

  /// Changes for this run only, on top of the strategy.
  private mutating func applySets(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    var changed = session
    changed.scenario = scenario
    for word in invocation.values("set") {
      let text = Fragment(word.text, start: word.span.start)
      for change in try changed.changes(from: text, invocation) { change.slot.set(&changed.scenario, change.value) }
    }
    for issue in changed.scenario.issues {
      throw invocation.failure(issue.message, at: invocation.command.span, help: issue.help)
    }
    scenario = changed.scenario
  }
}

extension Session {
  /// What an operator may want to do after a run.
  fileprivate func nextSteps(after run: RunRecord) -> String {
    var steps = run.summary == nil ? ["run"] : ["plot fan net_profit"]
    if let other = strategies.first, run.strategy == Strategy.base { steps.append("run --strategy \(other.name)") }
    return "Next: " + (steps + ["set cash.budget x2"]).joined(separator: " · ")
  }

  /// Keeps a run for `plot` and `assert`, and says what to call it. A plan alone leaves nothing to ask of.
  fileprivate mutating func keep(_ record: RunRecord) -> String {
    guard record.summary != nil else { return "" }
    if scenarioOfRuns != scenario { runs = [:] }
    scenarioOfRuns = scenario
    runs[record.strategy] = record
    lastRun = record
    runCount += 1
    return "#\(runCount)"
  }

  /// Refuses a run whose results would not fit into memory, before it begins.
  private func checkMemory(
    for program: Program, _ paths: Int, _ invocation: Invocation
  ) throws(CommandFailure) {
    guard program.bytesOfOutcome(paths: paths) > surroundings.memory else { return }
    let most = surroundings.memory / program.bytesOfOutcome(paths: 1)
    throw invocation.failure(
      "\(NumberFormat().count(paths)) worlds do not fit into memory", at: invocation.command.span,
      help: "at most \(NumberFormat().count(most)) here; fewer months need less")
  }

  fileprivate func run(_ request: RunRequest, _ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    var scenario = request.scenario
    _ = scenario.normalizeSeasons()
    let program = Program(scenario, seed: request.seed)
    var summary: Summary?
    if !request.planOnly {
      var options = request.options
      try checkMemory(for: program, options.paths, invocation)
      let watch = surroundings.beginWork("running \(NumberFormat().count(options.paths)) worlds", options.paths)
      options.shouldStop = watch.shouldStop
      options.progress = watch.progress
      let outcome = program.run(options)
      watch.end()
      guard let outcome else {
        throw invocation.failure(
          "stopped; nothing was kept", at: invocation.command.words[0].span, reason: .interrupted)
      }
      summary = Summary(outcome)
    }
    let fingerprint = Fingerprint.text(
      of: scenario, strategy: request.strategy, seed: request.seed, paths: summary?.outcome.paths)
    return RunRecord(
      scenario: scenario, strategy: request.strategy, seed: request.seed, fingerprint: fingerprint, summary: summary,
      plan: program.plan())
  }
}
