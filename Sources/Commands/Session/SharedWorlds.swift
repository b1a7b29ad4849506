import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

/// Which worlds several scenarios are run in: the same for all of them.
struct SharedWorlds: Equatable {
  var seed: UInt64 = 1
  var paths = RunOptions().paths
  var sampling = ParameterSampling.random
  /// Changes how long it takes, never the result.
  var threads = 0

  init(seed: UInt64, paths: Int, sampling: ParameterSampling, threads: Int = 0) {
    (self.seed, self.paths, self.sampling, self.threads) = (seed, paths, sampling, threads)
  }

  /// Those of a run.
  init(of run: FinishedRun) { (seed, paths, sampling) = (run.seed, run.paths, run.sampling) }

  /// As the options say; where they are silent, those of a given run, else of the last one.
  init(_ invocation: Invocation, _ session: Session, like run: FinishedRun? = nil) throws(CommandFailure) {
    if let run {
      (seed, paths, sampling) = (run.seed, run.paths, run.sampling)
    } else if let last = session.lastRun, let summary = last.summary {
      (seed, paths, sampling) = (last.seed, summary.outcome.paths, last.sampling)
    }
    seed = try invocation.seed() ?? seed
    sampling = try RunRequest.sampling(invocation) ?? sampling
    threads = try RunRequest.threads(invocation) ?? threads
    if let word = invocation.value("paths") {
      paths = try invocation.wholeNumber(word, in: 1...RunRequest.mostSharedPaths, say("worlds"))
    }
  }
}

/// A scenario that is to be run beside others, and the name it goes by.
struct Contender {
  let name: String
  var scenario: Scenario

  init(_ name: String, _ scenario: Scenario) {
    self.name = name
    self.scenario = scenario
    // As the engine sees it, so that finished runs can be told to be of the same program.
    _ = self.scenario.normalizeSeasons()
  }
}

extension Session {
  /// Runs one scenario after the other in the same worlds. What has been run already is not run again.
  ///
  /// - Parameters:
  ///   - kept: how many outcomes stay in memory at a time.
  ///   - needsWorlds: are single worlds asked for, and not only how figures spread over them?
  ///   - take: given each run when it is finished, and its place.
  /// - Returns: false when the operator stopped it; the runs finished until then have been given.
  func run(
    _ contenders: [Contender], in worlds: SharedWorlds, keeping kept: Int, needsWorlds: Bool = true,
    _ invocation: Invocation, take: (Int, RunRecord) -> Void
  ) throws(CommandFailure) -> Bool {
    let programs = contenders.map { Program($0.scenario, seed: worlds.seed) }
    if needsWorlds {
      try checkMemory(for: programs, worlds, keeping: kept, invocation)
    } else {
      for program in programs { try checkMemory(for: program, worlds.paths, invocation) }
    }
    let finished = contenders.map { known($0, in: worlds, needsWorlds: needsWorlds) }
    let missing = finished.count { $0 == nil }
    let count = NumberFormat().worlds(worlds.paths)
    let what = missing == 1 ? say("running \(count)") : say("running \(count) \(missing) times")
    var bench = Bench(worlds, what, missing * worlds.paths, self, needsWorlds: needsWorlds)
    defer { bench.end() }
    for (index, contender) in contenders.enumerated() {
      if let record = finished[index] {
        take(index, record)
        continue
      }
      guard let outcome = bench.outcome(of: programs[index]) else {
        if let refusal = bench.refusal(invocation) { throw refusal }
        return false
      }
      let record = RunRecord(
        programs[index], of: contender.scenario, under: contender.name, seed: worlds.seed, Summary(outcome),
        worlds.sampling)
      take(index, record)
    }
    return true
  }

  /// A run that was kept, if it is of the same program in the same worlds.
  private func known(_ contender: Contender, in worlds: SharedWorlds, needsWorlds: Bool) -> RunRecord? {
    let kept = [runs[contender.name], lastRun].compactMap(\.self) + runs.values
    return kept.first {
      $0.scenario == contender.scenario && $0.seed == worlds.seed && $0.sampling == worlds.sampling
        && $0.summary?.outcome.paths == worlds.paths
        && (!needsWorlds || $0.summary?.outcome.keepsWorlds == true)
    }?.under(contender.name)
  }

  /// Seed and worlds are those of the last run, but months are the scenario's: a run of other months is no answer's base.
  func notesOnMonths(of scenario: Scenario, _ invocation: Invocation) -> [String] {
    guard let last = lastRun?.scenario, scenarioOfRuns == self.scenario, !invocation.has("months"),
      last.monthCount != scenario.monthCount
    else { return [] }
    return [
      say("this answer covers \(scenario.length), as set in the scenario; your last run covered \(last.length)")
    ]
  }

  func checkMemory(
    for programs: [Program], _ worlds: SharedWorlds, keeping kept: Int, _ invocation: Invocation
  ) throws(CommandFailure) {
    for program in programs { try checkDays(of: program, invocation) }
    let room = surroundings.memory()
    let sized = programs.map { (program: $0, bytes: $0.bytesOfResults(.worlds, paths: worlds.paths)) }
    guard let largest = sized.max(by: { $0.bytes < $1.bytes }), largest.bytes > room.bytes / max(1, kept) else {
      return
    }
    let count = NumberFormat().count(worlds.paths)
    throw Self.tooLarge(
      say("\(kept) x \(count) worlds"), kept * largest.bytes, room, kept: kept, largest.program, invocation)
  }

  /// Keeps a run for commands that name its strategy, without making it the last one; unless that is outdated.
  mutating func remember(_ record: RunRecord) {
    if scenarioOfRuns != scenario {
      runs = [:]
      lastRun = nil
    }
    scenarioOfRuns = scenario
    runs[record.strategy] = record
    if lastRun == nil { lastRun = record }
    if let summary = record.summary, finished.find(record) == nil { finish(record, summary) }
  }

  /// The scenario under a strategy; refuses a name that no strategy has.
  func scenario(
    under strategy: String, _ invocation: Invocation, at span: SourceSpan?
  ) throws(CommandFailure) -> Scenario {
    guard let scenario = scenario(under: strategy) else {
      throw invocation.failure(
        say("no such strategy: \(strategy)"), at: span ?? invocation.command.span,
        help: Invocation.suggestion(strategy, strategyNames)
          ?? say("available: \(strategyNames.joined(separator: ", "))"))
    }
    return scenario
  }
}

extension RunRecord {
  /// The same results under another name.
  fileprivate func under(_ name: String) -> RunRecord {
    guard name != strategy else { return self }
    let fingerprint = Fingerprint.text(
      of: scenario, strategy: name, seed: seed, paths: summary?.outcome.paths, sampling: sampling)
    return RunRecord(
      scenario: scenario, strategy: name, seed: seed, fingerprint: fingerprint, summary: summary, plan: plan,
      sampling: sampling, uncertain: uncertain, rerun: rerun, opening: opening)
  }
}
