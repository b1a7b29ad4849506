import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let why = CommandSpec(
    "why", synonyms: ["为什么"], "shows why the bad worlds fail, removing one cause at a time",
    syntax: "why [ruin | loss | worst] [by group | by cause] [of STRATEGY] | why world N",
    examples: [
      "why --paths 100", "why loss --paths 100", "why of lean --paths 100", "why world 7",
      "why ruin by group --paths 60", "why by cause --months 1 --paths 60",
    ],
    operand: .words(WhyTarget.Kind.allCases.map(\.rawValue) + ["world", "by", "of"]),
    options: OptionSpec.question + OptionSpec.cluster,
    answer: .either([WhyReport.shape, WhyWorldReport.shape]), related: ["drivers", "explain", "stress", "breakeven"]
  ) { session, invocation throws(CommandFailure) in
    if invocation.operands.first?.isKeyword("world") == true { return try session.why(ofOneWorld: invocation) }
    let request = try WhyRequest(invocation, session)
    let run = try session.finishedRun(of: request.question, invocation)
    guard let outcome = run.summary?.outcome else { throw invocation.nothingFinished }
    let endings = ButFor.Endings(outcome)
    guard let target = WhyTarget(request.kind, in: endings) else {
      throw invocation.failure(
        say("\(NumberFormat().worlds(outcome.paths)): too few"),
        at: invocation.value("paths")?.span ?? invocation.command.span,
        help: say("use at least \(WhyTarget.leastWorlds) worlds, for example: --paths 2k"))
    }
    let work = WhyWork(request, endings, target)
    let first = work.firstWorlds
    var bench = Bench(
      request.question.worlds, work.announcement, work.allWorlds + first * work.runs, session)
    defer { bench.end() }
    if bench.isAwaited {
      let known = Why(target, run, work.nothingYet, wanted: work.causes.count, replays: nil)
      let report = WhyReport(known, request.question.circumstances, fingerprint: run.fingerprint)
      bench.showFirst(report.knownFromTheRun(session.glyphs))
    }
    if first > 0, bench.isAwaited {
      let look = Why(target, run, work.butFor(&bench, in: first), wanted: work.causes.count, replays: nil)
      let report = WhyReport(look, request.question.circumstances, fingerprint: run.fingerprint)
      bench.showFirst(report.firstAnswer(in: first, session.glyphs))
    }
    let butFor = work.butFor(&bench, in: work.paths)
    guard !butFor.rows.isEmpty else { throw invocation.nothingFinished(bench) }
    if !bench.isStopped { session.keep(KeptCauses(target, butFor), of: run) }
    let shares = bench.isStopped ? nil : work.shares(butFor, &bench)
    let replays = bench.isStopped ? nil : work.replays
    var why = Why(target, run, butFor, wanted: work.causes.count, replays: replays)
    why.shares = shares
    let report = WhyReport(why, request.question.circumstances, fingerprint: run.fingerprint)
    var answer = Answer(report, session.glyphs)
    answer.notices = session.notesOnMonths(of: request.question.scenario, invocation)
    if request.by != nil, shares == nil, !bench.isStopped {
      answer.notices.append(
        say(
          "in \(NumberFormat().worlds(work.sharedPaths)) these endings are too rare to divide among the causes; run more worlds: add --paths with a larger number"
        ))
    }
    answer.stopped = invocation.stop(
      bench,
      butFor.rows.count == work.causes.count && request.by != nil
        ? say("not calculated: the share of each cause (these shares add up to 100 %)")
        : say("\(butFor.rows.count) of \(work.causes.count) rows done")
    )
    let world = replays.map { "why world \($0.world)" } ?? "why world 0"
    answer.hint =
      request.by != nil ? say("Next: \(world) · drivers") : say("Next: \(world) · why by cause · drivers")
    return answer
  }
}

/// What shares add up over.
enum WhySharing: String, CaseIterable { case group, cause }

/// `why loss by group of lean`
private struct WhyRequest {
  let kind: WhyTarget.Kind
  let by: WhySharing?
  let question: Question

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    let clauses = Clauses(invocation, keywords: ["by", "of"])
    let kinds = WhyTarget.Kind.allCases.map(\.rawValue)
    if clauses.head.count > 1 {
      throw invocation.failure(
        say("unexpected word"), at: clauses.head[1].span, help: say("write: \(invocation.spec.syntax.said)"))
    }
    guard let kind = clauses.head.first.map({ WhyTarget.Kind(rawValue: $0.text.lowercased()) }) ?? .ruin else {
      throw invocation.failure(
        say("cannot read this"), at: clauses.head[0].span,
        help: Invocation.suggestion(clauses.head[0].text, kinds) ?? say("write: \(invocation.spec.syntax.said)"))
    }
    self.kind = kind
    by = try clauses.word("by").map { word throws(CommandFailure) -> WhySharing in
      guard let sharing = WhySharing(rawValue: word.text.lowercased()) else {
        throw invocation.failure(
          say("cannot read this"), at: word.span,
          help: Invocation.suggestion(word.text, WhySharing.allCases.map(\.rawValue))
            ?? say("write: by group, or: by cause"))
      }
      return sharing
    }
    question = try Question(invocation, session, of: try clauses.word("of"))
  }
}

/// The runs that `why` makes.
struct WhyWork {
  let causes: [Cause]
  let target: WhyTarget
  let paths: Int
  /// In how many worlds the causes are looked at together; 0 where shares are not asked for.
  let sharedPaths: Int
  /// Of each cause, and of all of them.
  let runs: Int
  /// Of the sets of causes, in fewer worlds.
  let sharedRuns: Int
  private let by: WhySharing?
  private let mostPlayers: Int
  private let scenario: Scenario
  private let worlds: SharedWorlds
  private let endings: ButFor.Endings

  fileprivate init(_ request: WhyRequest, _ endings: ButFor.Endings, _ target: WhyTarget) {
    let scenario = Contender(request.question.strategy, request.question.scenario).scenario
    self.init(scenario, request.question.worlds, endings, target, by: request.by)
  }

  /// - Parameters:
  ///   - scenario: as the engine sees it.
  ///   - budget: so many days of worlds may be run, all in all.
  init(
    _ scenario: Scenario, _ worlds: SharedWorlds, _ endings: ButFor.Endings, _ target: WhyTarget,
    by: WhySharing? = nil, within budget: Int = Why.daysOfWorlds
  ) {
    self.target = target
    self.endings = endings
    self.worlds = worlds
    self.scenario = scenario
    self.by = by
    causes = Cause.all(of: scenario)
    runs = causes.count + 1
    let days = scenario.dayCount
    mostPlayers = CausePlayer.most(days: days, within: budget)
    let players =
      switch by {
      case .group: CausePlayer.byGroup(causes).count
      case .cause: CausePlayer.countByCause(causes, most: mostPlayers)
      case nil: 0
      }
    // The worlds with all causes are there already.
    sharedRuns = by == nil ? 0 : (1 << players) - 1
    // Where shares are asked for, most of the work is theirs.
    paths = Why.worlds(of: endings.gain.count, days: days, runs: runs, within: by == nil ? budget : budget / 4)
    sharedPaths =
      by == nil ? 0 : Why.sharedWorlds(of: endings.gain.count, days: days, runs: sharedRuns, within: budget)
  }

  /// What will be run, told before it is.
  var announcement: String {
    let format = NumberFormat()
    let first = say("running \(format.worlds(paths)) \(runs) times")
    guard sharedRuns > 0 else { return first }
    return say("\(first), then \(format.worlds(sharedPaths)) \(sharedRuns) times")
  }

  var allWorlds: Int { paths * runs + sharedPaths * sharedRuns }
  /// All of them together.
  var daysOfWorlds: Int { allWorlds * scenario.dayCount }

  private func run(_ pins: Pins, _ paths: Int, _ bench: inout Bench) -> ButFor.Endings? {
    bench.outcome(of: Program(scenario, seed: worlds.seed, pins: pins), paths: paths, of: endings.gain.count)
      .map { ButFor.Endings($0) }
  }

  /// In how many worlds whoever waits gets a first answer; 0 where the whole one takes no longer.
  var firstWorlds: Int { paths >= 4 * Self.firstLook ? Self.firstLook : 0 }
  private static let firstLook = 1_000

  /// Before any cause is taken away.
  var nothingYet: ButFor { ButFor(target.events, endings.first(paths), without: [], withoutAll: nil) }

  /// - Parameter paths: the first worlds of the run.
  func butFor(_ bench: inout Bench, in paths: Int) -> ButFor {
    bench.prepare(
      (causes.map(\.pins) + [Self.pins(of: causes)]).map { pins in
        { Program(scenario, seed: worlds.seed, pins: pins) }
      }, paths: paths, of: endings.gain.count)
    var without: [(cause: Cause, endings: ButFor.Endings)] = []
    for cause in causes {
      guard let endings = run(cause.pins, paths, &bench) else { break }
      without.append((cause, endings))
    }
    let all = without.count == causes.count ? run(Self.pins(of: causes), paths, &bench) : nil
    return ButFor(target.events, endings.first(paths), without: without, withoutAll: all)
  }

  /// Nil where nobody asked, where it was stopped, and where the event happens in too few of these worlds.
  func shares(_ found: ButFor, _ bench: inout Bench) -> (players: [CausePlayer], shares: FairShares)? {
    let players: [CausePlayer]
    switch by {
    case nil: return nil
    case .group: players = CausePlayer.byGroup(causes)
    case .cause:
      players = CausePlayer.byCause(
        causes, turned: found.rows.map { $0.changes[target.place].saved + $0.changes[target.place].newly },
        most: mostPlayers)
    }
    let base = endings.first(sharedPaths).happened(target.event)
    guard base.count(where: { $0 }) >= WhyTarget.least else { return nil }
    var happened: [[Bool]] = []
    for set in 0..<(1 << players.count) - 1 {
      let absent = players.indices.filter { set & (1 << $0) == 0 }.flatMap { players[$0].causes }
      guard let endings = run(Self.pins(of: absent), sharedPaths, &bench) else { return nil }
      happened.append(endings.happened(target.event))
    }
    return (players, FairShares(players: players.count, happened: happened + [base]))
  }

  private static func pins(of causes: [Cause]) -> Pins { causes.reduce(Pins()) { $0.union($1.pins) } }

  var replays: Replays? {
    Replays(
      Program(scenario, seed: worlds.seed), scenario, Replays.Request(target, endings, worlds.sampling),
      threads: worlds.threads)
  }
}
