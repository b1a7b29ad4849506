import Analysis
import Language
import Reports
import SQLite
import Scenarios
import Simulation
import Statistics

extension Session {
  /// Gives a finished run its number, and keeps it where runs are kept.
  @discardableResult
  mutating func finish(_ record: RunRecord, _ summary: Summary, as name: String? = nil) -> FinishedRun {
    var kept: (number: Int, file: String)?
    if keepsRuns {
      if let place = runPlace {
        kept = keeper.keep(entry(of: record, summary, name), at: place).map { ($0, place.file) }
      } else {
        keeper.tell(say("runs are not kept: there is no home directory to keep them in"))
      }
    }
    // A script counts its own runs: what it says must not depend on what was run before.
    let number = surroundings.isInteractive ? kept?.number : nil
    if let kept, number == nil { keeper.tellFirst(kept.number) }
    return finished.add(
      record, summary, name: name, number: number,
      kept: kept.map { FinishedRun.Kept(number: $0.number, file: $0.file) })
  }

  private func entry(of record: RunRecord, _ summary: Summary, _ name: String?) -> RunStore.Entry {
    let scenario = record.scenario
    let text = scenario.yaml(strategies: [])
    var run = KeptRun()
    run.made = surroundings.clock()
    run.name = name
    run.scenario = scenario.name
    run.file = path.map { Files.absolute($0) } ?? ""
    run.strategy = record.strategy
    run.seed = record.seed
    run.paths = summary.outcome.paths
    run.sampling = record.sampling.rawValue
    run.start = scenario.start.description
    run.months = scenario.monthCount
    run.currency = scenario.currency
    run.fingerprint = record.fingerprint
    run.version = surroundings.version
    let digest = RunDigest(record, summary)
    run.ruin = summary.ruin.estimate
    run.medianCash = digest.cash.last?.p50 ?? .nan
    // What the strategies add to the text of the scenario alone.
    let lineage = strategies.lineage(of: record.strategy) ?? []
    let changes = lineage.isEmpty ? "" : String(scenario.yaml(strategies: lineage).dropFirst(text.count))
    return RunStore.Entry(
      run, changes: changes, frozen: (text, Fingerprint.sha256(Array(text.utf8))), digest: digest)
  }

  // MARK: Looking for what was kept

  /// The store of this place; nil where there is none. What is wrong with it is told.
  func runStore(_ invocation: Invocation) throws(CommandFailure) -> RunStore? {
    guard let place = runPlace else { return nil }
    do throws(StoreProblem) { return try keeper.store(at: place, now: surroundings.clock()) } catch {
      throw refusal(error, place, invocation)
    }
  }

  /// What is asked of the store of this place; nil where there is none.
  @discardableResult
  func asking<Found>(
    _ invocation: Invocation, _ ask: (RunStore) throws(DatabaseFault) -> Found
  ) throws(CommandFailure) -> Found? {
    guard let place = runPlace, let store = try runStore(invocation) else { return nil }
    do throws(DatabaseFault) { return try ask(store) } catch {
      throw refusal(keeper.note(error, at: place), place, invocation)
    }
  }

  private func refusal(_ problem: StoreProblem, _ place: RunPlace, _ invocation: Invocation) -> CommandFailure {
    invocation.failure(
      say("kept runs cannot be read: \(place.file): \(problem.message)"), at: invocation.command.words[0].span,
      help: problem.isLasting
        ? say("the file is left unchanged; to start a new one, move this file elsewhere") : say("try it again"))
  }

  /// The last runs that were kept here, the latest first: none where the store cannot be read, which is not the moment to
  /// tell.
  func latestKept(_ most: Int) -> [KeptRun] {
    guard surroundings.isInteractive, let place = runPlace,
      let store = try? keeper.store(at: place, now: surroundings.clock())
    else { return [] }
    return ((try? store.list(last: most)) ?? []).reversed()
  }

  /// A run of an earlier session, by its number or name.
  func keptRun(_ word: Word, _ invocation: Invocation) throws(CommandFailure) -> KeptRun? {
    // What a script says of its own runs must not depend on others.
    guard surroundings.isInteractive || finished.all.isEmpty else { return nil }
    if word.text.hasPrefix("#") {
      guard let number = Int(word.text.dropFirst()) else { return nil }
      return try asking(invocation) { store throws(DatabaseFault) in try store.run(number) } ?? nil
    }
    return try asking(invocation) { store throws(DatabaseFault) in try store.run(named: word.text) } ?? nil
  }

  /// A kept run as one that can be run again, from its frozen text. That its figures will be others is told.
  func restored(_ kept: KeptRun, _ invocation: Invocation) throws(CommandFailure) -> FinishedRun {
    let text = try asking(invocation) { store throws(DatabaseFault) in try store.frozen(kept) } ?? nil
    let scenario: Scenario
    do throws(FindingsError) {
      scenario = try frozen(text ?? "", of: kept)
    } catch {
      throw cannotRunAgain(kept, error.findings.first?.message ?? "", invocation)
    }
    guard let sampling = ParameterSampling(rawValue: kept.sampling), kept.paths > 0,
      kept.paths <= RunRequest.mostPaths
    else { throw cannotRunAgain(kept, say("its number of worlds is unknown"), invocation) }
    let run = FinishedRun(
      number: kept.number, name: kept.name, scenario: scenario, strategy: kept.strategy, seed: kept.seed,
      paths: kept.paths, sampling: sampling,
      fingerprint: Fingerprint.text(
        of: scenario, strategy: kept.strategy, seed: kept.seed, paths: kept.paths, sampling: sampling),
      ruin: kept.ruin, medianCash: kept.medianCash,
      kept: runPlace.map { FinishedRun.Kept(number: kept.number, file: $0.file) })
    if let difference = difference(between: run, and: kept) { keeper.tell(difference) }
    return run
  }

  /// The scenario of a kept run as it was then; nil where it cannot be read any more.
  func frozenScenario(of kept: KeptRun, _ invocation: Invocation) throws(CommandFailure) -> Scenario? {
    let text = try asking(invocation) { store throws(DatabaseFault) in try store.frozen(kept) } ?? nil
    return text.flatMap { try? frozen($0, of: kept) }
  }

  /// Files of numbers are looked for where they were then.
  private func frozen(_ text: String, of kept: KeptRun) throws(FindingsError) -> Scenario {
    let folder = Files.directory(of: kept.file)
    let columns = SampleFile.reader(from: folder, home: surroundings.home, below: [folder])
    return try ScenarioFile(reading: Source(name: kept.label, text: text), columns: columns).scenario.normalized
  }

  private func cannotRunAgain(_ kept: KeptRun, _ reason: String, _ invocation: Invocation) -> CommandFailure {
    invocation.failure(
      say("\(kept.label) cannot be run again: \(reason)"), at: invocation.command.span,
      help: say("to see what was kept of it, write: show \(kept.label)"))
  }

  /// Why a kept run brings other figures when it is run again; nil where it brings the same.
  func difference(between run: FinishedRun, and kept: KeptRun) -> String? {
    if kept.streams != Program.streamVersion {
      return say(
        "\(kept.label) was made by a version of dropcast that draws its random numbers differently (random-number version \(kept.streams), now \(Program.streamVersion)), so its figures come out differently"
      )
    }
    guard run.fingerprint != kept.fingerprint else { return nil }
    return Fingerprint.restsOnFiles(run.scenario)
      ? say("the files that \(kept.label) was made from have changed, so its figures come out differently")
      : say(
        "this version of dropcast reads the scenario of \(kept.label) differently, so the run's figures come out different"
      )
  }
}

extension RunKeeper {
  /// Where answers count the runs of the session alone, what the first of them is called tomorrow.
  fileprivate func tellFirst(_ number: Int) {
    guard !hasToldNumber else { return }
    hasToldNumber = true
    tell(say("kept as #\(number)"))
  }
}
