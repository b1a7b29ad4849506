import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let run = CommandSpec(
    "run", synonyms: ["simulate", "运行", "模拟"], "simulates many possible futures, day by day",
    syntax: "run [WORLDS | until se(FIGURE) < VALUE] [OPTIONS]",
    examples: [
      "run", "run 2k --seed 7", "run --months 6 --set cash.budget=3000", "run --plan", "run until se(ruin) < 1%",
      "run until se(p50 cash) < 100 --paths 20k",
    ],
    options: [OptionSpec("paths", "N", "how many worlds; with until, at most how many")] + OptionSpec.circumstances + [
      OptionSpec("sampling", "KIND", "how uncertain numbers are drawn: random, lhs or sobol"),
      OptionSpec("plan", nil, "only the plan, without chance"),
    ] + OptionSpec.output,
    related: ["plot", "assert", "show"]
  ) { session, invocation throws(CommandFailure) in
    let request = try RunRequest(invocation, session)
    let clock = ContinuousClock()
    let begin = clock.now
    let record = try session.run(request, invocation)
    let seconds = (clock.now - begin) / .seconds(1)
    let title = session.keep(record)
    var answer = Answer(record.document(title: title, glyphs: session.glyphs))
    if let goal = request.goal, let summary = record.summary {
      let sentence = goal.report(summary, currency: record.scenario.currency, session.glyphs)
      answer.document.blocks.insert(contentsOf: [.blank, .paragraph([TextRun(sentence)])], at: 1)
      // Programs read no document.
      if invocation.has("json") || session.answersAsJSON { answer.notices.append(sentence) }
    }
    answer.notices += session.notes(on: record)
    answer.json = { record.json }
    answer.hint = "\(NumberFormat().text(seconds, .decimals(2))) s · \(session.nextSteps(after: record))"
    return answer
  }
}

/// What `run` was asked for.
struct RunRequest {
  var scenario: Scenario
  var strategy = Strategy.base
  var seed: UInt64 = 1
  var options = RunOptions()
  var planOnly = false
  /// How sure the answer has to be; nil for a given number of worlds.
  var goal: PrecisionGoal?

  /// - Parameters:
  ///   - readsWorlds: does the number of worlds, or until when, stand among the words of the command?
  ///   - named: the strategy, where the command has another way to say it.
  init(
    _ invocation: Invocation, _ session: Session, readsWorlds: Bool = true, strategy named: Word? = nil
  ) throws(CommandFailure) {
    let named = named ?? invocation.value("strategy")
    if let named { strategy = named.text }
    guard let scenario = session.scenario(under: strategy) else {
      let span = named?.span ?? invocation.command.span
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
    try readWorlds(invocation, inWords: readsWorlds)
    if let word = invocation.value("threads") {
      options.threads = try invocation.wholeNumber(word, in: 1...1024, "threads")
    }
    if let word = invocation.value("seed") {
      guard let seed = UInt64(word.text) else {
        throw invocation.failure("seed: a whole number is expected", at: word.span, help: "allowed: 0 to \(UInt64.max)")
      }
      self.seed = seed
    }
    if let word = invocation.value("sampling") {
      guard let sampling = ParameterSampling(rawValue: word.text.lowercased()) else {
        throw invocation.failure(
          "no such sampling: \(word.text)", at: word.span,
          help: "there are: " + ParameterSampling.allCases.map(\.rawValue).joined(separator: ", "))
      }
      options.sampling = sampling
    }
    planOnly = invocation.has("plan")
    try checkGoal(invocation)
  }

  /// How many worlds, or until when.
  private mutating func readWorlds(_ invocation: Invocation, inWords: Bool) throws(CommandFailure) {
    var word = invocation.value("paths")
    if !inWords {
      // The words are the command's own.
    } else if let first = invocation.operands.first, first.isKeyword("until") {
      goal = try PrecisionGoal(invocation, currency: scenario.currency)
      options.paths = PrecisionGoal.mostWorlds
    } else {
      try invocation.expect(atMost: 1)
      word = invocation.operands.first ?? word
    }
    if let word { options.paths = try invocation.wholeNumber(word, in: 1...10_000_000, "worlds") }
  }

  private func checkGoal(_ invocation: Invocation) throws(CommandFailure) {
    guard let goal else { return }
    guard options.sampling == .random else {
      throw invocation.failure(
        "\(options.sampling.rawValue) fixes the number of worlds", at: goal.span,
        help: "take out --sampling, or say how many worlds: run 10k --sampling \(options.sampling.rawValue)")
    }
    if planOnly { throw invocation.failure("the plan has no error", at: goal.span, help: "take out --plan or until") }
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

  /// What to know of a run that was not said of the scenario already: of this strategy, or of what was set for it alone.
  fileprivate func notes(on record: RunRecord) -> [String] {
    guard record.summary != nil else { return [] }
    let told = Notes.cuts(in: scenario)
    return Notes.cuts(in: record.scenario).filter { !told.contains($0) }
      + Notes.repairs(in: Program(record.scenario, seed: record.seed))
  }

  /// The most worlds whose results fit into memory.
  func mostWorlds(of program: Program) -> Int { surroundings.memory / program.bytesOfOutcome(paths: 1) }

  /// Refuses a run whose results would not fit into memory, before it begins.
  func checkMemory(
    for program: Program, _ paths: Int, _ invocation: Invocation
  ) throws(CommandFailure) {
    guard paths > mostWorlds(of: program) else { return }
    throw invocation.failure(
      "\(NumberFormat().count(paths)) worlds do not fit into memory", at: invocation.command.span,
      help: "at most \(NumberFormat().count(mostWorlds(of: program))) here; fewer months need less")
  }

  fileprivate func run(_ request: RunRequest, _ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    var scenario = request.scenario
    _ = scenario.normalizeSeasons()
    let program = Program(scenario, seed: request.seed)
    let summary = request.planOnly ? nil : try simulate(program, request, invocation)
    let fingerprint = Fingerprint.text(
      of: scenario, strategy: request.strategy, seed: request.seed, paths: summary?.outcome.paths,
      sampling: request.options.sampling)
    return RunRecord(
      scenario: scenario, strategy: request.strategy, seed: request.seed, fingerprint: fingerprint, summary: summary,
      plan: program.plan(), sampling: request.options.sampling, uncertain: program.uncertain.map(\.path))
  }

  private func simulate(
    _ program: Program, _ request: RunRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> Summary {
    var options = request.options
    // A limit that nobody typed gives way to the machine.
    if request.goal != nil, invocation.value("paths") == nil {
      options.paths = max(1, min(options.paths, mostWorlds(of: program)))
    }
    try checkMemory(for: program, options.paths, invocation)
    let watch = surroundings.beginWork("running \(NumberFormat().count(options.paths)) worlds", options.paths)
    defer { watch.end() }
    options.shouldStop = watch.shouldStop
    options.progress = watch.progress
    let summary =
      if let goal = request.goal { program.run(options, until: goal) } else { program.run(options).map(Summary.init) }
    guard let summary else {
      throw invocation.failure("stopped; nothing was kept", at: invocation.command.words[0].span, reason: .interrupted)
    }
    return summary
  }
}
