import Analysis
import Language
import Reports
import Scenarios
import Simulation

/// The runs that shares of what differs between worlds take: the worlds of a run again, part of their numbers from others.
struct SharesWork {
  /// More worlds make the shares no surer than needed: two points.
  private static let mostWorlds = 4096
  /// Fewer are not sure enough.
  private static let leastWorlds = 1024
  /// So many days of worlds may be run, all in all.
  private static let daysOfWorlds = 75_000_000

  let paths: Int
  let runs: Int
  private let run: RunRecord
  private let figure: Figure
  private let worlds: SharedWorlds
  private let redraws: Redraws
  private let mine: Program
  private let theirs: Program

  init(_ run: RunRecord, _ figure: Figure, _ worlds: SharedWorlds) {
    (self.run, self.figure, self.worlds) = (run, figure, worlds)
    mine = Program(run.scenario, seed: worlds.seed)
    theirs = Program(run.scenario, seed: worlds.seed &+ 1)
    let size = worlds.paths
    // Where all are drawn anew in one group, the players are fewer than the numbers.
    let most = 2 * mine.uncertain.count + 1
    var paths = min(Self.mostWorlds, size)
    while paths / 2 >= Self.leastWorlds, paths * most * run.scenario.dayCount > Self.daysOfWorlds { paths /= 2 }
    self.paths = paths
    redraws = Redraws(mine, theirs, worlds: paths, of: size, worlds.sampling)
    runs = 2 * redraws.players.count + 1
  }

  var announcement: String { say("running \(NumberFormat().worlds(paths)) \(runs) times") }

  /// Nil where it was stopped before there are shares.
  func shares(_ bench: inout Bench) -> DriverShares? {
    guard let outcome = run.summary?.outcome else { return nil }
    let count = redraws.players.count
    let orders = DriverShares.Orders(seed: worlds.seed, count: count)
    let places = (0..<paths).map { orders.places(world: $0) }
    var figures = DriverShares.Figures(Array(figure.column(outcome).prefix(paths)))
    for step in 0...count {
      let drawn = redraws.columns(threads: worlds.threads) { places[$0][$1] < step }
      guard let outcome = bench.outcome(of: theirs, paths: paths, drawn: drawn) else { return nil }
      figures.steps.append(figure.column(outcome))
    }
    for player in 0..<count {
      let drawn = redraws.columns(threads: worlds.threads) { $1 != player }
      guard let outcome = bench.outcome(of: mine, paths: paths, drawn: drawn) else { break }
      figures.without.append(figure.column(outcome))
    }
    let inputs = run.drawnInputs
    let players = redraws.players.map { places in
      let paths = places.map { inputs[$0].path }
      return (paths: paths, linkedWith: places.flatMap { inputs[$0].linkedWith }.filter { !paths.contains($0) })
    }
    return DriverShares(figures, players: players, orders)
  }
}

extension Session {
  /// `drivers shares for ruin`
  func shares(
    _ run: RunRecord, _ figure: Figure, _ question: Question, _ first: [String], _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    let work = SharesWork(run, figure, question.worlds)
    var bench = Bench(question.worlds, work.announcement, work.runs * work.paths, self)
    defer { bench.end() }
    bench.showFirst(first)
    guard let shares = work.shares(&bench) else { throw invocation.nothingFinished(bench) }
    let report = SharesReport(
      shares, of: figure, question.circumstances(paths: work.paths), fingerprint: run.fingerprint)
    var answer = Answer(report, glyphs)
    answer.notices = notesOnMonths(of: question.scenario, invocation)
    answer.stopped = invocation.stop(bench, say("not calculated: each number's own effect"))
    answer.hint = say("Next: why · learn")
    return answer
  }
}
