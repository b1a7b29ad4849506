import Analysis
import Language
import Reports
import Scenarios
import Simulation

/// Runs one scenario after the other in the same worlds, as one piece of work that shows how far it is and can be stopped.
struct Bench {
  let worlds: SharedWorlds
  private let watch: WorkWatch
  /// What is kept of the worlds: they themselves for what is asked world by world, else what the size of a run allows.
  private let keeping: @Sendable (Program, Int) -> Keeping
  private let total: Int
  private var finished = 0
  /// The operator stopped the work, or memory for it was refused.
  private(set) var isStopped = false
  private var refusal: MemoryRefusal?
  private let room: () -> MemoryRoom
  /// Who has the large runs made; nil: they are made here.
  private let made: QuestionRuns?

  /// - Parameters:
  ///   - work: what is being done, such as `sweeping cash.budget`.
  ///   - total: how many worlds will be run at most, all in all.
  ///   - needsWorlds: are single worlds asked for, and not only how figures spread over them?
  init(_ worlds: SharedWorlds, _ work: String, _ total: Int, _ session: Session, needsWorlds: Bool = true) {
    self.worlds = worlds
    self.total = total
    let budget = needsWorlds ? Int.max : session.surroundings.worldBudget
    keeping = { $0.keeping(ofPaths: $1, within: budget) }
    room = session.surroundings.memory
    made = session.questionRuns
    watch = session.beginWork(work, max(1, total))
  }

  /// Runs one program; nil when it was stopped.
  ///
  /// - Parameters:
  ///   - size: of the run that these worlds are the first of, where it is larger.
  ///   - drawn: what the worlds have for their uncertain numbers, where that is not what the seed draws.
  mutating func outcome(
    of program: Program, paths: Int? = nil, of size: Int? = nil, drawn: [[Double]]? = nil
  ) -> Outcome? {
    guard !isStopped else { return nil }
    let options = options(of: program, paths: paths, of: size, drawn: drawn)
    var outcome: Outcome?
    do throws(MemoryRefusal) {
      outcome = if let made { try made.outcome(of: program, options) } else { try program.run(options) }
    } catch { refusal = error }
    guard let outcome else {
      isStopped = true
      return nil
    }
    finished += options.paths
    watch.progress(finished)
    return outcome
  }

  private func options(of program: Program, paths: Int?, of size: Int?, drawn: [[Double]]?) -> RunOptions {
    var options = RunOptions()
    options.paths = paths ?? worlds.paths
    options.worlds = size
    options.threads = worlds.threads
    options.sampling = worlds.sampling
    options.drawn = drawn
    options.keeping = keeping(program, options.paths)
    let done = finished
    options.shouldStop = watch.shouldStop
    options.progress = { [watch] in watch.progress(done + $0) }
    return options
  }

  /// Tells which runs come next, in this order and whatever their outcomes: a cluster makes them side by side.
  mutating func prepare(_ programs: [() -> Program], paths: Int? = nil, of size: Int? = nil) {
    guard let made, !isStopped else { return }
    do throws(MemoryRefusal) {
      for (place, program) in programs.enumerated() {
        let program = program()
        let options = options(of: program, paths: paths, of: size, drawn: nil)
        guard try made.prepare(program, options, next: place + 1) else { return }
      }
    } catch {
      refusal = error
      isStopped = true
    }
  }

  /// Runs one scenario.
  ///
  /// - Parameters:
  ///   - seed: other worlds than the shared ones.
  ///   - paths: fewer or more of them.
  mutating func summary(of scenario: Scenario, seed: UInt64? = nil, paths: Int? = nil) -> Summary? {
    outcome(of: Program(scenario, seed: seed ?? worlds.seed), paths: paths).map { Summary($0, threads: worlds.threads) }
  }

  /// Why memory for the work was refused; nil when it was not.
  func refusal(_ invocation: Invocation) -> CommandFailure? { refusal.map { invocation.failure($0, room()) } }

  func end() { watch.end() }

  /// Does somebody wait long at a screen? Fewer worlds are run before a first answer is read.
  /// Never where others make the runs: they would not know of a first look.
  var isAwaited: Bool { watch.showFirst != nil && total >= Self.manyWorlds && made == nil }
  private static let manyWorlds = 10_000

  /// Shows whoever waits what is known already, while the rest is worked out. It is no part of the answer.
  func showFirst(_ sentences: [String]) {
    if isAwaited { watch.showFirst?(sentences) }
  }
}

extension Session {
  /// A bench for a question, after a check that its worlds fit into memory.
  /// - Parameter needsWorlds: are single worlds asked for, and not only how figures spread over them?
  func bench(
    for question: Question, _ work: String, runs: Int, needsWorlds: Bool = true, _ invocation: Invocation
  ) throws(CommandFailure) -> Bench {
    let program = Program(question.scenario, seed: question.worlds.seed)
    if needsWorlds {
      try checkMemory(for: [program], question.worlds, keeping: 1, invocation)
    } else {
      try checkMemory(for: program, question.worlds.paths, invocation)
    }
    return Bench(question.worlds, work, runs * question.worlds.paths, self, needsWorlds: needsWorlds)
  }

  /// Refuses a scenario with a changed value that makes no sense.
  func check(value changed: Scenario, _ label: String, _ invocation: Invocation, at span: SourceSpan)
    throws(CommandFailure)
  {
    guard let issue = changed.issues.first else { return }
    throw invocation.failure(say("with \(label): \(issue.message)"), at: span, help: issue.help)
  }
}

extension Invocation {
  /// What an answer ends with when it was stopped; nil when it was not.
  func stop(_ bench: Bench, _ finished: String) -> CommandFailure? {
    guard bench.isStopped else { return nil }
    return bench.refusal(self)
      ?? failure(say("stopped; \(finished)"), at: command.words[0].span, reason: .interrupted)
  }

  /// What there is to say when nothing was finished.
  func nothingFinished(_ bench: Bench) -> CommandFailure { bench.refusal(self) ?? nothingFinished }

  /// What there is to say when nothing was finished.
  var nothingFinished: CommandFailure {
    failure(say("stopped; nothing was kept"), at: command.words[0].span, reason: .interrupted)
  }
}

extension Question {
  /// What the runs have in common.
  var circumstances: Circumstances { circumstances(paths: worlds.paths) }

  func circumstances(paths: Int) -> Circumstances {
    Circumstances(scenario, strategy: strategy, seed: worlds.seed, paths: paths, sampling: worlds.sampling)
  }
}
