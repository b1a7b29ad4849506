import Analysis
import Language
package import Scenarios
import Simulation
package import Statistics

/// A run by its recipe: what it was a run of, and in which worlds. Its results are made again when somebody asks for them:
/// that takes less than keeping them all would take memory.
package struct FinishedRun: Sendable {
  package let number: Int
  package internal(set) var name: String?
  package let scenario: Scenario
  package let strategy: String
  package let seed: UInt64
  package let paths: Int
  package let sampling: ParameterSampling
  package let fingerprint: String
  /// The share of its worlds that run out of money; the middle of cash at the end.
  package let ruin: Double
  package let medianCash: Double
  /// Where it was kept for later sessions; nil where it was not.
  package var kept: Kept?

  /// A place in a store: there its number may be another one.
  package struct Kept: Equatable, Sendable {
    package let number: Int
    package let file: String
  }

  package var label: String { "#\(number)" }
}

/// The runs of a session, in the order in which they were made.
package struct FinishedRuns: Sendable {
  package private(set) var all: [FinishedRun] = []
  /// The number of the last one.
  package private(set) var count = 0

  /// Beyond these the oldest are forgotten: a script may run for ever.
  private static let most = 1000

  /// Gives a run its number, by itself the next one. A name that another run had is now this one's.
  mutating func add(
    _ record: RunRecord, _ summary: Summary, name: String? = nil, number: Int? = nil, kept: FinishedRun.Kept? = nil
  ) -> FinishedRun {
    count = number ?? count + 1
    if let name { forget(name: name) }
    let run = FinishedRun(
      number: count, name: name, scenario: record.scenario, strategy: record.strategy, seed: record.seed,
      paths: summary.outcome.paths, sampling: record.sampling, fingerprint: record.fingerprint,
      ruin: summary.ruin.estimate, medianCash: summary.total(.closingCash).p50, kept: kept)
    all.append(run)
    if all.count > Self.most { all.removeFirst(all.count - Self.most) }
    return run
  }

  private mutating func forget(name: String) {
    for index in all.indices where all[index].name == name { all[index].name = nil }
  }

  /// Gives a run another name.
  mutating func name(_ run: FinishedRun, _ name: String) {
    forget(name: name)
    for index in all.indices where all[index].number == run.number && all[index].kept == run.kept {
      all[index].name = name
    }
  }

  /// Forgets runs that were dropped from a store.
  mutating func drop(_ numbers: [Int], from file: String) {
    all.removeAll { run in run.kept.map { $0.file == file && numbers.contains($0.number) } ?? false }
  }

  /// The latest run of just that.
  func find(_ record: RunRecord) -> FinishedRun? { all.last { $0.fingerprint == record.fingerprint } }

  /// `#3`, or the name that a run was given.
  func find(_ word: Word) -> FinishedRun? {
    if word.text.hasPrefix("#") { return all.last { $0.label == word.text } }
    return all.last { $0.name == word.text }
  }

  /// The same, where runs of several stores have met: in that of `file`, or in none.
  func find(_ word: Word, at file: String?) -> FinishedRun? {
    guard word.text.hasPrefix("#") else { return find(word) }
    return all.last { $0.label == word.text && ($0.kept == nil || $0.kept?.file == file) }
  }

  /// What may be written for a run.
  var names: [String] { all.map(\.label) + all.compactMap(\.name) }
}

extension Session {
  /// The run that a word such as `#3` means; nil when it means none.
  func finishedRun(_ word: Word, _ invocation: Invocation) throws(CommandFailure) -> FinishedRun? {
    if let run = finished.find(word, at: runPlace?.file) { return run }
    if let kept = try keptRun(word, invocation) { return try restored(kept, invocation) }
    // A number that only the store of another scenario has.
    if let run = finished.find(word) { return run }
    guard word.text.hasPrefix("#") else { return nil }
    throw invocation.failure(
      say("there is no run \(word.text)"), at: word.span,
      help: finished.all.isEmpty ? say("nothing has been run yet; write: run") : say("to list them, write: runs"))
  }

  /// The results of a run: those still in memory, else made again.
  func record(of run: FinishedRun, _ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    let kept = [lastRun].compactMap(\.self) + runs.values
    if let record = kept.first(where: { $0.fingerprint == run.fingerprint && $0.summary != nil }) { return record }
    var record: RunRecord?
    _ = try self.run(
      [Contender(run.strategy, run.scenario)], in: SharedWorlds(of: run), keeping: 1, needsWorlds: false, invocation
    ) { record = $1 }
    guard let record else {
      throw invocation.failure(say("stopped"), at: invocation.command.words[0].span, reason: .interrupted)
    }
    return record
  }
}
