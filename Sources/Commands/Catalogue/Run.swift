import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let run = CommandSpec(
    "run", synonyms: ["simulate", "运行", "模拟"], "simulates many possible futures, day by day",
    syntax: "run [WORLDS | until se(FIGURE) < VALUE] [as NAME] [OPTIONS]",
    examples: [
      "run", "run --months 6 --set cash.budget=3000", "run --plan", "run until se(ruin) < 1%",
      "run until se(p50 cash) < 100 --paths 20k", "run 2k --seed 7 as other",
    ],
    options: [OptionSpec("paths", "N", "how many worlds; with until, at most how many")]
      + OptionSpec.worlds.filter { $0.name != "paths" } + OptionSpec.changes
      + [OptionSpec("plan", nil, "only the plan, without chance")] + OptionSpec.output,
    related: ["runs", "plot", "assert", "explain"]
  ) { session, invocation throws(CommandFailure) in
    var invocation = invocation
    let name = try invocation.takeName()
    let request = try RunRequest(invocation, session)
    if let name { try session.checkRunName(name, request, invocation) }
    let clock = ContinuousClock()
    let begin = clock.now
    let record = try session.run(request, invocation)
    let seconds = (clock.now - begin) / .seconds(1)
    let title = session.keep(record, as: name?.text)
    var answer = Answer(record.document(title: title, glyphs: session.glyphs))
    if let goal = request.goal, let summary = record.summary {
      let sentence = goal.report(summary, currency: record.scenario.currency, session.glyphs)
      answer.document.blocks.insert(contentsOf: [.blank, .paragraph([TextRun(sentence)])], at: 1)
      // Programs read no document.
      if invocation.has("json") || session.answersAsJSON { answer.notices.append(sentence) }
    }
    answer.notices += session.notes(on: record)
    answer.json = { record.json }
    answer.hint = say("\(NumberFormat().text(seconds, .decimals(2))) s · \(session.nextSteps(after: record))")
    return answer
  }
}

/// What `run` was asked for.
struct RunRequest {
  let strategy: String
  let scenario: Scenario
  var seed: UInt64 = 1
  var options = RunOptions()
  var planOnly = false
  /// How sure the answer has to be; nil for a given number of worlds.
  var goal: PrecisionGoal?

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    (strategy, scenario) = try session.scenario(asked: invocation, under: invocation.value("strategy"))
    try readWorlds(invocation)
    seed = try invocation.seed() ?? seed
    options.threads = try Self.threads(invocation) ?? options.threads
    options.sampling = try Self.sampling(invocation) ?? options.sampling
    planOnly = invocation.has("plan")
    try checkGoal(invocation)
  }

  // MARK: Options that other commands have too

  static let mostPaths = 10_000_000

  static func threads(_ invocation: Invocation) throws(CommandFailure) -> Int? {
    guard let word = invocation.value("threads") else { return nil }
    return try invocation.wholeNumber(word, in: 1...1024, say("threads"))
  }

  static func sampling(_ invocation: Invocation) throws(CommandFailure) -> ParameterSampling? {
    guard let word = invocation.value("sampling") else { return nil }
    guard let sampling = ParameterSampling(rawValue: word.text.lowercased()) else {
      throw invocation.failure(
        say("no such sampling: \(word.text)"), at: word.span,
        help: say("there are: \(ParameterSampling.allCases.map(\.rawValue).joined(separator: ", "))"))
    }
    return sampling
  }

  /// How many worlds, or until when.
  private mutating func readWorlds(_ invocation: Invocation) throws(CommandFailure) {
    var word = invocation.value("paths")
    if let first = invocation.operands.first, first.isKeyword("until") {
      goal = try PrecisionGoal(invocation, currency: scenario.currency)
      options.paths = PrecisionGoal.mostWorlds
    } else {
      try invocation.expect(atMost: 1)
      word = invocation.operands.first ?? word
    }
    if let word { options.paths = try invocation.wholeNumber(word, in: 1...Self.mostPaths, say("worlds")) }
  }

  private func checkGoal(_ invocation: Invocation) throws(CommandFailure) {
    guard let goal else { return }
    guard options.sampling == .random else {
      throw invocation.failure(
        say("\(options.sampling.rawValue) fixes the number of worlds"), at: goal.span,
        help: say("take out --sampling, or say how many worlds: run 10k --sampling \(options.sampling.rawValue)"))
    }
    if planOnly {
      throw invocation.failure(say("the plan has no error"), at: goal.span, help: say("take out --plan or until"))
    }
  }
}

extension Session {
  /// What an operator may want to do after a run.
  fileprivate func nextSteps(after run: RunRecord) -> String {
    var steps: [String] = []
    if let other = strategies.first {
      steps += run.strategy == Strategy.base ? ["compare", "run --strategy \(other.name)"] : ["compare"]
    } else {
      steps.append("strategy calm { ads.*.budget x0.5 }")
    }
    guard let summary = run.summary else { return say("Next: \((["run"] + steps).joined(separator: " · "))") }
    steps.append("plot fan net_profit")
    // Nobody reads it elsewhere, and the middle of a million worlds takes a while to find.
    if surroundings.isInteractive { steps.append("explain world \(summary.medianWorld)") }
    return say("Next: \(steps.joined(separator: " · "))")
  }

  /// Keeps a run for `plot` and `assert`, and says what to call it. A plan alone leaves nothing to ask of.
  fileprivate mutating func keep(_ record: RunRecord, as name: String?) -> String {
    guard let summary = record.summary else { return "" }
    if scenarioOfRuns != scenario { runs = [:] }
    scenarioOfRuns = scenario
    runs[record.strategy] = record
    lastRun = record
    finished.add(record, summary, name: name)
    return "#\(runCount)" + (name.map { " \($0)" } ?? "")
  }

  /// A run's name is not that of a strategy it is no run of, and a plan is not kept.
  fileprivate func checkRunName(
    _ name: Word, _ request: RunRequest, _ invocation: Invocation
  ) throws(CommandFailure) {
    if request.planOnly {
      throw invocation.failure(say("a plan alone is not kept"), at: name.span, help: say("take out as, or --plan"))
    }
    guard request.strategy == name.text || !strategyNames.contains(name.text) else {
      throw invocation.failure(say("\(name.text) is a strategy"), at: name.span, help: say("give the run another name"))
    }
  }

  /// What to know of a run that was not said of the scenario already: of this strategy, or of what was set for it alone.
  func notes(on record: RunRecord) -> [String] {
    guard record.summary != nil else { return [] }
    let told = Notes.on(scenario)
    return Notes.on(record.scenario).filter { !told.contains($0) }
  }

  /// The most worlds whose results fit into memory.
  func mostWorlds(of program: Program) -> Int { surroundings.memory / program.bytesOfOutcome(paths: 1) }

  /// Refuses a run whose results would not fit into memory, before it begins.
  func checkMemory(
    for program: Program, _ paths: Int, _ invocation: Invocation
  ) throws(CommandFailure) {
    guard paths > mostWorlds(of: program) else { return }
    throw invocation.failure(
      say("\(NumberFormat().count(paths)) worlds do not fit into memory"), at: invocation.command.span,
      help: say("at most \(NumberFormat().count(mostWorlds(of: program))) here; fewer months need less"))
  }

  fileprivate func run(_ request: RunRequest, _ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    var scenario = request.scenario
    _ = scenario.normalizeSeasons()
    let program = Program(scenario, seed: request.seed)
    let summary = request.planOnly ? nil : try simulate(program, request, invocation)
    return RunRecord(
      program, of: scenario, under: request.strategy, seed: request.seed, summary, request.options.sampling)
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
    let watch = surroundings.beginWork(say("running \(NumberFormat().count(options.paths)) worlds"), options.paths)
    defer { watch.end() }
    options.shouldStop = watch.shouldStop
    options.progress = watch.progress
    let summary =
      if let goal = request.goal { program.run(options, until: goal) } else { program.run(options).map(Summary.init) }
    guard let summary else {
      throw invocation.failure(
        say("stopped; nothing was kept"), at: invocation.command.words[0].span, reason: .interrupted)
    }
    return summary
  }
}

extension RunRecord {
  /// A finished run of a program, which was compiled of this scenario.
  init(
    _ program: Program, of scenario: Scenario, under strategy: String, seed: UInt64, _ summary: Summary?,
    _ sampling: ParameterSampling
  ) {
    let fingerprint = Fingerprint.text(
      of: scenario, strategy: strategy, seed: seed, paths: summary?.outcome.paths, sampling: sampling)
    self.init(
      scenario: scenario, strategy: strategy, seed: seed, fingerprint: fingerprint, summary: summary,
      plan: program.plan(), sampling: sampling, uncertain: program.uncertain.map(\.path))
  }
}
