import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let run = CommandSpec(
    "run", synonyms: ["simulate", "运行", "模拟"], "simulates many possible futures, day by day",
    syntax: "run [STRATEGY] [WORLDS | until se(FIGURE) < VALUE] [as NAME]",
    examples: [
      "run", "run base 2k --all", "run --months 6 --set cash.budget=3000", "run --plan",
      "run until se(ruin) < 1%",
      "run until se(p50 cash) < 100 --paths 20k", "run 2k --seed 7 as other",
      "run 2k --shard 1/2 --to half-1.dropcast-part", "run 2k --shard 2/2 --to half-2.dropcast-part",
      "run 2k --on files --tasks 4 --folder quarters",
    ],
    operand: .strategy,
    options: [OptionSpec("paths", "N", "how many worlds; with \"until\", at most this many")]
      + OptionSpec.worlds.filter { $0.name != "paths" } + OptionSpec.changes
      + [
        OptionSpec("all", nil, "also print the tables of \"show months\" and \"show pnl\""),
        OptionSpec("plan", nil, "only the averages, without luck"),
        OptionSpec("partial", nil, "if you stop the run, keep the worlds that are finished"),
        OptionSpec(
          "shard", "K/N",
          "run only part K of N (later, the command merge joins the parts); needs --to FILE.dropcast-part"),
        OptionSpec("on", "ENGINE", "run it on a cluster: \"slurm\" starts it, \"files\" only writes the folder"),
        OptionSpec("tasks", "N", "with --on: how many parts to cut the run into"),
        OptionSpec("with", "OPTIONS", "with --on slurm: options for sbatch, such as '-p main -t 120'"),
        OptionSpec("folder", "NAME", "with --on: the folder to make"),
        OptionSpec("resume", "FOLDER", "wait until a cluster has finished the run in FOLDER, then merge its parts"),
      ] + OptionSpec.documents,
    answer: RunRecord.shape, related: ["show", "runs", "merge", "plot", "assert", "explain"]
  ) { session, invocation throws(CommandFailure) in
    var invocation = invocation
    let name = try invocation.takeName()
    if let folder = invocation.value("resume") {
      if let name { try session.checkRunName(name, invocation) }
      return try session.resume(folder, as: name, invocation)
    }
    let request = try RunRequest(&invocation, session)
    if let cluster = try ClusterRequest(invocation, of: request) {
      if let name { try session.checkRunName(name, invocation) }
      return try session.run(request, on: cluster, as: name, invocation)
    }
    if let shard = request.shard {
      if let name {
        throw invocation.failure(
          say("a shard cannot have a name"), at: name.span, help: say("remove \"as\" or --shard"))
      }
      return try session.run(shard, request, invocation)
    }
    if let name { try session.checkRunName(name, request, invocation) }
    let clock = ContinuousClock()
    let begin = clock.now
    let (record, isComplete) = try session.run(request, invocation)
    var answer = session.answer(
      keeping: record, as: name?.text, showsTables: invocation.has("all"), seconds: (clock.now - begin) / .seconds(1))
    if !isComplete {
      let done = NumberFormat().count(record.summary?.outcome.paths ?? 0)
      answer.stopped = invocation.failure(
        say("stopped after \(done) of \(NumberFormat().count(request.options.paths)) worlds; these are kept"),
        at: invocation.command.words[0].span, reason: .interrupted)
    }
    if isComplete, let goal = request.goal, let summary = record.summary {
      let sentence = goal.report(summary, currency: record.scenario.currency, session.glyphs)
      answer.document.blocks.insert(contentsOf: [.blank, .paragraph([TextRun(sentence)])], at: 1)
      // Programs read no document.
      if invocation.has("json") || session.answersAsJSON { answer.notices.append(sentence) }
    }
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
  /// Only this part of it, for a file; nil for the whole run.
  var shard: Shard?

  init(_ invocation: inout Invocation, _ session: Session) throws(CommandFailure) {
    let named = try Self.strategy(&invocation, session)
    (strategy, scenario) = try session.scenario(asked: invocation, under: try invocation.strategy(named: named))
    try readWorlds(invocation)
    seed = try invocation.seed() ?? seed
    options.threads = try Self.threads(invocation) ?? options.threads
    options.sampling = try Self.sampling(invocation) ?? options.sampling
    planOnly = invocation.has("plan")
    try checkGoal(invocation)
    shard = try Self.shard(invocation, of: options.paths)
    options.keepsFinished = invocation.has("partial")
    guard !options.keepsFinished || options.sampling == .random else {
      throw invocation.failure(
        say("with \(options.sampling.rawValue), the number of worlds must be fixed in advance"),
        at: invocation.value("sampling")?.span ?? invocation.command.span,
        help: say("remove --partial or --sampling"))
    }
  }

  /// `lean`, before the number of worlds, or `of lean` behind it. A word that is neither number nor `until` is a name.
  private static func strategy(
    _ invocation: inout Invocation, _ session: Session
  ) throws(CommandFailure) -> Word? {
    let owner = try invocation.takeOwner()
    guard let first = invocation.operands.first, !first.isKeyword("until"), first.text.first?.isLetter == true,
      owner == nil || session.strategyNames.contains(first.text)
    else { return owner }
    guard owner == nil else {
      throw invocation.failure(
        say("two strategies are given"), at: first.span,
        help: say("remove \(first.text) or \"of \(owner?.text ?? "")\""))
    }
    invocation.operands.removeFirst()
    return first
  }

  // MARK: Options that other commands have too

  /// Of one run: as many as its histograms can count. It is more than one machine runs in a day.
  static let mostPaths = 4_000_000_000
  /// Of the worlds that several runs share, and that somebody waits for.
  static let mostSharedPaths = 10_000_000

  static func threads(_ invocation: Invocation) throws(CommandFailure) -> Int? {
    guard let word = invocation.value("threads") else { return nil }
    return try invocation.wholeNumber(word, in: 1...1024, say("threads"))
  }

  static func sampling(_ invocation: Invocation) throws(CommandFailure) -> ParameterSampling? {
    guard let word = invocation.value("sampling") else { return nil }
    guard let sampling = ParameterSampling(rawValue: word.text.lowercased()) else {
      throw invocation.failure(
        say("no such sampling: \(word.text)"), at: word.span,
        help: say("available: \(ParameterSampling.allCases.map(\.rawValue).joined(separator: ", "))"))
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
      if let count = invocation.operands.first, let word {
        throw invocation.failure(
          say("the number of worlds is given twice"), at: word.span,
          help: say("write: run \(count.text), or run --paths \(word.text)"))
      }
      word = invocation.operands.first ?? word
    }
    if let word { options.paths = try invocation.wholeNumber(word, in: 1...Self.mostPaths, say("worlds")) }
  }

  private func checkGoal(_ invocation: Invocation) throws(CommandFailure) {
    guard let goal else { return }
    if let shard = invocation.value("shard") {
      throw invocation.failure(
        say("a shard needs a fixed number of worlds"), at: shard.span, help: say("write: run 1M --shard \(shard.text)"))
    }
    guard options.sampling == .random else {
      throw invocation.failure(
        say("with \(options.sampling.rawValue), the number of worlds must be fixed in advance"), at: goal.span,
        help: say("remove --sampling, or say how many worlds: run 10k --sampling \(options.sampling.rawValue)"))
    }
    if planOnly {
      throw invocation.failure(
        say("averages have no margin of error"), at: goal.span, help: say("remove --plan or \"until\""))
    }
  }
}

extension Session {
  /// What an operator may want to do after a run: two or three commands, ready to be typed.
  fileprivate func nextSteps(after run: RunRecord) -> [NextStep] {
    guard let summary = run.summary else {
      return [NextStep("run", to: say("the same store with luck, in many worlds"))]
    }
    var steps: [NextStep] = strategies.isEmpty ? [] : [stepToCompare(run)]
    if strategies.count < 2 {
      steps.append(
        NextStep("strategy calm { ads.*.budget x0.5 }", to: say("your own strategy, to compare with this run")))
    }
    if summary.ruin.successes > 0, steps.count < 2, Catalogue.find("why") != nil {
      steps.append(NextStep("why", to: say("why the money runs out")))
    }
    steps.append(NextStep("show", "months", "·", "show", "pnl", to: say("the monthly tables; run --all shows both")))
    return steps
  }

  private func stepToCompare(_ run: RunRecord) -> NextStep {
    let others = strategyNames.filter { $0 != run.strategy && scenario(under: $0)?.isChoice == true }
    let known = others.compactMap { name in
      runs[name].flatMap { $0.summary.map { (name, EndingShares($0).ofHundred.profit) } }
    }
    guard scenarioOfRuns == scenario, let best = known.max(by: { $0.1 < $1.1 }) else {
      return NextStep("compare", to: say("whether to start, and which strategy"))
    }
    return NextStep("compare", to: say("the best of the others: \(best.0) makes a profit in \(best.1) of 100 worlds"))
  }

  /// Keeps a run as the last one, and shows it.
  mutating func answer(
    keeping record: RunRecord, as name: String?, showsTables: Bool = false, seconds: Double
  ) -> Answer {
    let title = keep(record, as: name)
    let glyphs = glyphs
    var answer = Answer(lazily: { record.document(title: title, showsTables: showsTables, glyphs: glyphs) })
    answer.notices += notes(on: record)
    answer.json = { record.json }
    // The worst of what an audit finds, where somebody reads it.
    let worst =
      isTyped && record.summary != nil ? Audit(record.scenario, presets: presets, seed: record.seed).worst : nil
    answer.next = Next(
      seconds: seconds, nextSteps(after: record),
      note: worst.map { "check: " + $0.told(in: record.scenario, glyphs) })
    return answer
  }

  /// Keeps a run for `plot` and `assert`, and says what to call it. A plan alone leaves nothing to ask of.
  fileprivate mutating func keep(_ record: RunRecord, as name: String?) -> String {
    guard let summary = record.summary else { return "" }
    if scenarioOfRuns != scenario { runs = [:] }
    scenarioOfRuns = scenario
    runs[record.strategy] = record
    lastRun = record
    return finish(record, summary, as: name).label + (name.map { " \($0)" } ?? "")
  }

  /// A run's name is not that of a strategy, and a plan is not kept.
  fileprivate func checkRunName(
    _ name: Word, _ request: RunRequest, _ invocation: Invocation
  ) throws(CommandFailure) {
    if request.planOnly {
      throw invocation.failure(
        say("a run with --plan is not kept"), at: name.span, help: say("remove \"as\" or --plan"))
    }
    try checkRunName(name, invocation)
  }

  /// Not even a run of that strategy: the name would go on to mean this one run where runs are named, and the last of
  /// the strategy where strategies are.
  func checkRunName(_ name: Word, _ invocation: Invocation) throws(CommandFailure) {
    guard strategyNames.contains(name.text) else { return }
    throw invocation.failure(
      name.text == Strategy.base ? say("base is the scenario itself") : say("\(name.text) is a strategy"),
      at: name.span, help: say("give the run another name"))
  }

  /// What to know of a run that was not said of the scenario already: of this strategy, or of what was set for it alone.
  func notes(on record: RunRecord) -> [String] {
    guard record.summary != nil else { return [] }
    let told = Notes.on(scenario)
    return Notes.on(record.scenario).filter { !told.contains($0) }
  }

  /// The most worlds that can be kept in memory.
  func mostWorlds(of program: Program) -> Int { program.worldsWithin(surroundings.memory().bytes) }

  /// What a run of so many worlds keeps of them.
  func keeping(_ program: Program, _ paths: Int) -> Keeping {
    program.keeping(ofPaths: paths, within: surroundings.worldBudget)
  }

  func checkDays(of program: Program, _ invocation: Invocation) throws(CommandFailure) {
    guard program.days > surroundings.mostDays else { return }
    throw invocation.failure(
      say("the scenario lasts \(program.days) days; at most \(surroundings.mostDays) are allowed per request"),
      at: invocation.command.span, help: say("ask for fewer months"))
  }

  /// Refuses a run whose results would not fit into memory, before it begins.
  ///
  /// - Parameter grows: is it made in batches, whose worlds are kept as long as the budget allows?
  func checkMemory(
    for program: Program, _ paths: Int, grows: Bool = false, _ invocation: Invocation
  ) throws(CommandFailure) {
    try checkDays(of: program, invocation)
    let isTallied = keeping(program, paths) == .tallies
    let kept = isTallied ? (grows ? program.worldsWithin(surroundings.worldBudget) : 0) : paths
    let needed = program.bytesOfResults(.worlds, paths: kept) + (isTallied ? program.bytesOfTallies : 0)
    let room = surroundings.memory()
    guard needed > room.bytes else { return }
    throw Self.tooLarge(say("\(NumberFormat().count(paths)) worlds"), needed, room, program, invocation)
  }

  /// What does not fit into memory, what it needs, what bounds it, and how many worlds would fit.
  static func tooLarge(
    _ what: String, _ needed: Int, _ room: MemoryRoom, kept: Int = 1, _ program: Program, _ invocation: Invocation
  ) -> CommandFailure {
    let format = NumberFormat()
    let most = program.worldsWithin(room.bytes) / max(1, kept)
    return invocation.failure(
      say("\(what) do not fit in memory: they need \(format.bytes(needed)), and \(room.words)"),
      at: invocation.command.span,
      help: most > 0
        ? say("worlds that fit here: \(format.count(most)) at most; fewer months need less memory")
        : say("not even one world fits: run fewer months, or give dropcast more memory"))
  }

  /// - Returns: with the run whether it was made to its end.
  func run(
    _ request: RunRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> (record: RunRecord, isComplete: Bool) {
    let scenario = request.scenario.normalized
    let program = Program(scenario, seed: request.seed)
    let result = request.planOnly ? nil : try simulate(program, request, invocation)
    let record = RunRecord(
      program, of: scenario, under: request.strategy, seed: request.seed, result?.summary, request.options.sampling)
    return (record, result?.isComplete ?? true)
  }

  private func simulate(
    _ program: Program, _ request: RunRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> (summary: Summary, isComplete: Bool) {
    var options = request.options
    // A limit that nobody typed gives way to the machine.
    if request.goal != nil, invocation.value("paths") == nil, surroundings.memory().bytes < surroundings.worldBudget {
      options.paths = max(1, min(options.paths, mostWorlds(of: program)))
    }
    try checkMemory(for: program, options.paths, grows: request.goal != nil, invocation)
    options.keeping = keeping(program, options.paths)
    let watch = beginWork(say("running \(NumberFormat().worlds(options.paths))"), options.paths)
    defer { watch.end() }
    options.shouldStop = watch.shouldStop
    options.progress = watch.progress
    do throws(MemoryRefusal) {
      if let goal = request.goal {
        if let result = try program.run(options, until: goal, keepingWithin: surroundings.worldBudget) { return result }
      } else if let outcome = try program.run(options) {
        return (Summary(outcome, threads: options.threads), outcome.paths == options.paths)
      }
    } catch { throw invocation.failure(error, surroundings.memory()) }
    throw invocation.nothingFinished
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
      plan: program.plan(), sampling: sampling, uncertain: program.uncertain.map(\.path),
      rerun: summary.flatMap { MiddleWorld(runningAgain: program, of: $0.outcome, sampling) },
      opening: program.openingBalances())
  }
}

extension MiddleWorld {
  /// Of a run too large to keep its worlds; nil of others, and where memory for it is refused: it is one line of an answer.
  fileprivate init?(runningAgain program: Program, of outcome: Outcome, _ sampling: ParameterSampling) {
    guard let number = outcome.tallies?.middleWorld,
      let figures = try? program.world(number, of: outcome.paths, sampling)
    else { return nil }
    self.init(number: number, figures: figures, row: 0)
  }
}
