import Analysis
import Language
import Reports
import Scenarios
import Simulation

/// Runs changed scenarios in the same worlds, as one piece of work that shows how far it is and can be stopped.
struct Bench {
  let request: RunRequest
  private let watch: WorkWatch
  private let invocation: Invocation
  private var finished = 0
  private(set) var isStopped = false

  /// - Parameters:
  ///   - work: what is being done, such as `sweeping cash.budget`.
  ///   - runs: how many at most.
  init(
    _ request: RunRequest, _ work: String, runs: Int, _ session: Session, _ invocation: Invocation
  ) throws(CommandFailure) {
    self.request = request
    self.invocation = invocation
    try session.checkMemory(for: Program(request.scenario, seed: request.seed), request.options.paths, invocation)
    watch = session.surroundings.beginWork(work, runs * request.options.paths)
  }

  /// Runs one scenario; nil when the operator stopped it.
  ///
  /// - Parameters:
  ///   - seed: other worlds than those of the request.
  ///   - paths: fewer or more of them.
  mutating func summary(of scenario: Scenario, seed: UInt64? = nil, paths: Int? = nil) -> Summary? {
    guard !isStopped else { return nil }
    var options = request.options
    if let paths { options.paths = paths }
    let done = finished
    options.shouldStop = watch.shouldStop
    options.progress = { [watch] in watch.progress(done + $0) }
    guard let outcome = Program(scenario, seed: seed ?? request.seed).run(options) else {
      isStopped = true
      return nil
    }
    finished += options.paths
    watch.progress(finished)
    return Summary(outcome)
  }

  func end() { watch.end() }

  /// What an answer ends with when it was stopped.
  func interruption(_ finished: String) -> CommandFailure? {
    guard isStopped else { return nil }
    return invocation.failure("stopped; \(finished)", at: invocation.command.words[0].span, reason: .interrupted)
  }

  /// What there is to say when nothing was finished.
  var nothingFinished: CommandFailure {
    invocation.failure("stopped; nothing was kept", at: invocation.command.words[0].span, reason: .interrupted)
  }

  /// What the runs have in common.
  func circumstances(paths: Int? = nil) -> Circumstances {
    Circumstances(
      request.scenario, strategy: request.strategy, seed: request.seed, paths: paths ?? request.options.paths)
  }
}

extension Session {
  /// Refuses a scenario with a changed value that makes no sense.
  func check(value changed: Scenario, _ label: String, _ invocation: Invocation, at span: SourceSpan)
    throws(CommandFailure)
  {
    guard let issue = changed.issues.first else { return }
    throw invocation.failure("with \(label): \(issue.message)", at: span, help: issue.help)
  }
}

extension Measure {
  /// Figures between commas: `ruin, p50 cash`.
  static func list(_ clause: Clauses.Clause, _ invocation: Invocation) throws(CommandFailure) -> [Measure] {
    var measures: [Measure] = []
    for item in clause.items {
      let words = (try? CommandLine(parsing: item))?.commands.first?.words ?? []
      guard let last = words.last, words.count < 3 else {
        throw invocation.failure("a figure is expected", at: item.span, help: "write ruin, or p50 cash")
      }
      let measure = try Measure(last, words.count == 2 ? words[0] : nil, invocation)
      if !measures.contains(measure) { measures.append(measure) }
    }
    return measures
  }
}

extension Target {
  /// A condition as typed; one that an error can be told of.
  init(_ text: Fragment, _ invocation: Invocation, currency: String) throws(CommandFailure) {
    let condition: Condition
    do throws(Fault) { condition = try Condition(parsing: text) } catch { throw invocation.failure(error) }
    let measure = try Measure(condition.metric, condition.statistic, invocation)
    try measure.checkUnit(of: condition.bound, invocation, currency)
    guard condition.relation != .equal, condition.relation != .notEqual else {
      throw invocation.failure(
        "a target is at most or at least something", at: condition.span, help: "write <= or >=")
    }
    guard measure.statistic != .sd else {
      throw invocation.failure(
        "the error of a standard deviation is not estimated", at: condition.span,
        help: "write mean or p50 in its place")
    }
    self.init(measure, condition.relation, condition.bound.fraction)
  }
}
