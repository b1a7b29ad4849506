import Analysis
import Language
import Reports
import SQLite
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let rerun = CommandSpec(
    "rerun", synonyms: ["重跑"], "repeats a finished run and checks that the result is the same",
    syntax: "rerun RUN", examples: ["rerun other", "rerun other --threads 1", "rerun other --json"],
    operand: .run, options: OptionSpec.worlds.filter { $0.name == "threads" } + OptionSpec.documents,
    scenario: .sometimes, answer: RunRecord.shape, standsAlone: false, related: ["runs", "show", "compare"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    guard let word = invocation.operands.first else {
      throw invocation.failure(
        say("which run?"), at: invocation.command.words[0].span,
        help: say("write: rerun #1; to list your runs, write: runs"))
    }
    let before = try session.before(word, invocation)
    let record = try session.runAgain(before.run, invocation)
    let title = ([before.run.label] + [before.run.name].compactMap(\.self)).joined(separator: " ")
    var answer = Answer(record.document(title: title, glyphs: session.glyphs))
    answer.json = { record.json }
    let sentence = before.verdict(on: record)
    answer.document.blocks.insert(contentsOf: [.blank, .paragraph([TextRun(sentence)])], at: 1)
    // Programs read no document.
    if invocation.has("json") || session.answersAsJSON { answer.notices.append(sentence) }
    return answer
  }
}

/// A run as it came out before.
private struct Before {
  let run: FinishedRun
  let digest: RunDigest?
  /// Why it will come out differently; nil where it should not.
  let difference: String?

  /// Did it come out the same, and if not, why?
  func verdict(on record: RunRecord) -> String {
    guard let summary = record.summary else { return "" }
    let isSame =
      digest.map { $0 == RunDigest(record, summary) }
      ?? (summary.ruin.estimate == run.ruin && summary.total(.closingCash).p50 == run.medianCash)
    if isSame {
      return say("The result is the same: all kept figures of \(run.label) match exactly.")
    }
    let why = difference ?? say("the kept figures do not match the kept scenario: the file of runs was changed")
    return say("The result is different: \(why).")
  }
}

extension Session {
  fileprivate func before(_ word: Word, _ invocation: Invocation) throws(CommandFailure) -> Before {
    if let run = finished.find(word, at: runPlace?.file) {
      return Before(run: run, digest: nil, difference: nil)
    }
    if let kept = try keptRun(word, invocation) {
      let run = try restored(kept, invocation)
      let digest = try asking(invocation) { store throws(DatabaseFault) in try store.digest(of: kept) } ?? nil
      return Before(run: run, digest: digest, difference: difference(between: run, and: kept))
    }
    guard let run = try finishedRun(word, invocation) else {
      throw invocation.failure(
        say("no run is called \(word.text)"), at: word.span,
        help: Invocation.suggestion(word.text, finished.names) ?? say("to list them, write: runs"))
    }
    return Before(run: run, digest: nil, difference: nil)
  }

  /// Runs it, whatever is still in memory of it.
  fileprivate func runAgain(_ run: FinishedRun, _ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    var worlds = SharedWorlds(of: run)
    worlds.threads = try RunRequest.threads(invocation) ?? 0
    let contender = Contender(run.strategy, run.scenario)
    let program = Program(contender.scenario, seed: worlds.seed)
    try checkMemory(for: program, worlds.paths, invocation)
    var bench = Bench(
      worlds, say("running \(NumberFormat().worlds(worlds.paths))"), worlds.paths, self, needsWorlds: false)
    defer { bench.end() }
    guard let outcome = bench.outcome(of: program) else { throw invocation.nothingFinished(bench) }
    return RunRecord(
      program, of: contender.scenario, under: run.strategy, seed: worlds.seed,
      Summary(outcome, threads: worlds.threads), worlds.sampling)
  }
}
