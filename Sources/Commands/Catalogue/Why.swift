import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let why = CommandSpec(
    "why", synonyms: ["为什么"], "shows why the bad worlds fail, removing one cause at a time",
    syntax: "why [ruin | loss | worst] [by group] [of STRATEGY]",
    examples: ["why --paths 100", "why loss --paths 100", "why of lean --paths 100", "why ruin by group --paths 60"],
    operand: .words(WhyTarget.Kind.allCases.map(\.rawValue) + ["by", "of"]), options: OptionSpec.question,
    related: ["drivers", "explain", "stress", "breakeven"]
  ) { session, invocation throws(CommandFailure) in
    let request = try WhyRequest(invocation, session)
    let run = try session.finishedRun(of: request.question, invocation)
    guard let outcome = run.summary?.outcome else { throw invocation.nothingFinished }
    let endings = ButFor.Endings(outcome)
    guard let target = WhyTarget(request.kind, in: endings) else {
      throw invocation.failure(
        say("\(NumberFormat().worlds(outcome.paths)) are too few"),
        at: invocation.value("paths")?.span ?? invocation.command.span,
        help: say("at least \(WhyTarget.leastWorlds): --paths 2k"))
    }
    let work = WhyWork(request, endings, target)
    let progress = say("running \(work.runs) times \(NumberFormat().worlds(work.paths))")
    var bench = Bench(request.question.worlds, progress, work.runs * work.paths, session)
    defer { bench.end() }
    let butFor = work.butFor(&bench)
    guard !butFor.rows.isEmpty else { throw invocation.nothingFinished(bench) }
    let shares = request.byGroup && !bench.isStopped ? work.shares(&bench) : nil
    let replays = bench.isStopped ? nil : work.replays
    var why = Why(target, run, butFor, wanted: work.causes.count, replays: replays)
    why.shares = shares
    let report = WhyReport(why, request.question.circumstances, fingerprint: run.fingerprint)
    var answer = Answer(report, session.glyphs)
    answer.notices = session.notesOnMonths(of: request.question.scenario, invocation)
    answer.stopped = invocation.stop(bench, say("finished: \(butFor.rows.count) of \(work.causes.count) rows"))
    let world = replays.map { "explain world \($0.world)" } ?? "explain world 0"
    answer.hint =
      request.byGroup ? say("Next: \(world) · drivers") : say("Next: \(world) · why by group · drivers")
    return answer
  }
}

/// `why loss by group of lean`
private struct WhyRequest {
  let kind: WhyTarget.Kind
  let byGroup: Bool
  let question: Question

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    let clauses = Clauses(invocation, keywords: ["by", "of"])
    let kinds = WhyTarget.Kind.allCases.map(\.rawValue)
    if clauses.head.count > 1 {
      throw invocation.failure(
        say("unexpected word"), at: clauses.head[1].span, help: say("write \(invocation.spec.syntax.said)"))
    }
    guard let kind = clauses.head.first.map({ WhyTarget.Kind(rawValue: $0.text.lowercased()) }) ?? .ruin else {
      throw invocation.failure(
        say("cannot read this"), at: clauses.head[0].span,
        help: Invocation.suggestion(clauses.head[0].text, kinds) ?? say("write \(invocation.spec.syntax.said)"))
    }
    self.kind = kind
    if let by = try clauses.word("by"), !by.isKeyword("group") {
      throw invocation.failure(say("cannot read this"), at: by.span, help: say("write by group"))
    }
    byGroup = try clauses.word("by") != nil
    question = try Question(invocation, session, of: try clauses.word("of"))
  }
}

/// The runs that `why` makes.
struct WhyWork {
  let causes: [Cause]
  let groups: [Cause.Group]
  let target: WhyTarget
  let paths: Int
  /// All of them, in runs of as many worlds as the causes are looked at in.
  let runs: Int
  private let scenario: Scenario
  private let worlds: SharedWorlds
  private let endings: ButFor.Endings

  fileprivate init(_ request: WhyRequest, _ endings: ButFor.Endings, _ target: WhyTarget) {
    let scenario = Contender(request.question.strategy, request.question.scenario).scenario
    self.init(scenario, request.question.worlds, endings, target, byGroup: request.byGroup)
  }

  /// - Parameters:
  ///   - scenario: as the engine sees it.
  ///   - budget: so many days of worlds may be run, all in all.
  init(
    _ scenario: Scenario, _ worlds: SharedWorlds, _ endings: ButFor.Endings, _ target: WhyTarget, byGroup: Bool,
    within budget: Int = Why.daysOfWorlds
  ) {
    self.target = target
    self.endings = endings
    self.worlds = worlds
    self.scenario = scenario
    let causes = Cause.all(of: scenario)
    self.causes = causes
    let groups = Cause.Group.allCases.filter { group in causes.contains { $0.group == group } }
    self.groups = byGroup ? groups : []
    runs = causes.count + 1 + (byGroup ? 1 << groups.count : 0)
    paths = Why.worlds(of: endings.gain.count, days: scenario.dayCount, runs: runs, within: budget)
  }

  /// All of them together.
  var daysOfWorlds: Int { paths * runs * scenario.dayCount }

  private func run(_ pins: Pins, _ bench: inout Bench) -> ButFor.Endings? {
    bench.outcome(of: Program(scenario, seed: worlds.seed, pins: pins), paths: paths, of: endings.gain.count)
      .map { ButFor.Endings($0) }
  }

  func butFor(_ bench: inout Bench) -> ButFor {
    var without: [(cause: Cause, endings: ButFor.Endings)] = []
    for cause in causes {
      guard let endings = run(cause.pins, &bench) else { break }
      without.append((cause, endings))
    }
    let all = without.count == causes.count ? run(Self.pins(of: causes), &bench) : nil
    return ButFor(target.events, endings.first(paths), without: without, withoutAll: all)
  }

  /// Nil where it was stopped.
  func shares(_ bench: inout Bench) -> (groups: [Cause.Group], shares: FairShares)? {
    var happened: [[Bool]] = []
    for set in 0..<(1 << groups.count) {
      let absent = groups.indices.filter { set & (1 << $0) == 0 }.map { groups[$0] }
      guard let endings = run(Self.pins(of: causes.filter { absent.contains($0.group) }), &bench) else { return nil }
      happened.append(endings.happened(target.event))
    }
    return (groups, FairShares(players: groups.count, happened: happened))
  }

  private static func pins(of causes: [Cause]) -> Pins { causes.reduce(Pins()) { $0.union($1.pins) } }

  var replays: Replays? {
    Replays(
      Program(scenario, seed: worlds.seed), scenario, Replays.Request(target, endings, worlds.sampling),
      threads: worlds.threads)
  }
}
