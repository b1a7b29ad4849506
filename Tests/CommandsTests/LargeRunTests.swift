import Analysis
import Commands
import Foundation
import Language
import PtySupport
import Reports
import Scenarios
import Simulation
import Statistics
import Synchronization
import Testing

@Suite("Runs that are too large to keep their worlds")
struct LargeRunTests {
  /// A desk where so few worlds fit that small runs are large.
  private func desk(worlds: Int = 100) throws -> Desk {
    let desk = try Desk()
    desk.session.surroundings.worldBudget = try bytes(of: worlds, desk)
    return desk
  }

  private func bytes(of worlds: Int, _ desk: Desk) throws -> Int {
    let program = Program(desk.session.scenario, seed: 1)
    return try #require((0..<10_000).first { program.worldsWithin($0) == 1 }) * worlds
  }

  private func bytes(_ outcome: Outcome) -> [UInt8] {
    var writer = ByteWriter()
    outcome.write(to: &writer)
    return writer.bytes
  }

  @Test("the same bytes for any number of threads and size of blocks")
  func sameBytes() throws {
    let program = Program(try Desk().session.scenario, seed: 1)
    var options = RunOptions()
    options.paths = 1_001
    options.keeping = .worlds
    let wanted = bytes(try #require(try program.run(options)).tallied)
    options.keeping = .tallies
    for threads in [1, 2, 7] {
      for blockSize in [32, 96, 1_024] {
        (options.threads, options.blockSize) = (threads, blockSize)
        #expect(bytes(try #require(try program.run(options))) == wanted)
      }
    }
  }

  @Test("the budget decides: 100,000 worlds of a year are kept, and one more than fits into it none is")
  func switching() throws {
    let desk = try desk(worlds: 100)
    desk.perform("run 100")
    #expect(desk.session.lastRun?.summary?.outcome.keepsWorlds == true)
    #expect(!desk.shown.contains("single worlds are not kept"))
    desk.perform("run 101")
    #expect(desk.session.lastRun?.summary?.outcome.keepsWorlds == false)
    let text = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("good case are accurate to within 0.4 %; shares and means are exact."))

    desk.perform("set months = 12")
    let year = Program(desk.session.scenario, seed: 1)
    #expect((100_000..<110_000).contains(year.worldsWithin(Keeping.budget)))
    let most = year.worldsWithin(Keeping.budget)
    #expect(year.keeping(ofPaths: most) == .worlds && year.keeping(ofPaths: most + 1) == .tallies)
  }

  @Test("every quantile of every metric is off by less than the stated share of its size")
  func quantiles() throws {
    let program = Program(try Desk().session.scenario, seed: 3)
    var options = RunOptions()
    options.paths = 3_000
    let exact = Summary(try #require(try program.run(options)))
    let tallied = Summary(exact.outcome.tallied)
    for metric in Metric.reported {
      let pairs =
        [(exact.total(metric), tallied.total(metric))]
        + (0..<exact.outcome.months).map { (exact.monthly(metric, month: $0), tallied.monthly(metric, month: $0)) }
      for (a, b) in pairs {
        for (mine, theirs) in [(a.p5, b.p5), (a.p25, b.p25), (a.p50, b.p50), (a.p75, b.p75), (a.p95, b.p95)] {
          // Between two neighbours, of which one may be larger.
          #expect(abs(mine - theirs) <= Tally.error * 1.05 * abs(mine) + 0.01, "\(metric): \(theirs) for \(mine)")
        }
        #expect(abs(a.mean - b.mean) < 1e-4 && abs(a.standardDeviation - b.standardDeviation) < 1e-3, "\(metric)")
      }
    }
    #expect(exact.ruin == tallied.ruin)
  }

  @Test("JSON says how quantiles were found, and only where that is not exactly")
  func json() throws {
    let desk = try desk()
    desk.perform("run 100 --json")
    #expect(!desk.data.contains("\"quantiles\""))
    desk.perform("run 300 --json")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
    let quantiles = try #require(answer["quantiles"] as? [String: Any])
    #expect(quantiles["from"] as? String == "histograms" && quantiles["relative_error"] as? Double == Tally.error)
    let cash = (answer["outcome"] as? [String: Any])?["final_cash"] as? [String: Any]
    #expect(cash?["p50"] as? Double == desk.session.lastRun?.summary?.total(.closingCash).p50)
  }

  @Test("what needs no single worlds goes on with such a run")
  func consumers() throws {
    let desk = try desk()
    desk.perform("run 300 --json")
    let wanted = desk.data
    for line in [
      "assert ruin <= 100%", "assert cvar5 final_worth > -1M", "plot fan net_profit", "runs", "explain world 299",
      "run 300 --strategy lean; assert mean ads of lean < mean ads of base; run 50",
    ] {
      #expect(desk.perform(line) == .done, "\(line): \(desk.complaint)")
    }
    desk.perform("show #1 --json")
    #expect(desk.data == wanted)
  }

  @Test("export says that there are no worlds, and how many there would be")
  func export() throws {
    let desk = try desk()
    desk.perform("run 300")
    #expect(desk.perform("export paths x.csv") == .failed(exitCode: 1))
    #expect(
      desk.complaint
        == "300 worlds are too many to keep one by one; only summaries were kept\nrun at most 100 worlds; to see a single world, write: explain world 7"
    )
  }

  @Test("compare and whatif run worlds of their own, one by one")
  func compared() throws {
    let desk = try desk()
    desk.perform("run 300")
    #expect(desk.perform("compare base lean --json") == .done, "\(desk.complaint)")
    let after = desk.data
    let plain = try Desk()
    plain.perform("compare base lean --paths 300 --json")
    #expect(after == plain.data)
    #expect(desk.perform("plot compare; whatif ads.meta.cpc +20%") == .done, "\(desk.complaint)")
  }

  @Test("the statement is of a world in the middle, run again")
  func middle() throws {
    let desk = try desk()
    desk.perform("set ads.meta.cpc = 0.40 to 0.90 USD; run 2k --sampling lhs")
    let run = try #require(desk.session.lastRun)
    let middle = try #require(run.middleWorld)
    #expect(desk.perform("show pnl") == .done)
    #expect(desk.shown.contains("a typical world, number \(middle.number)"))
    var options = RunOptions()
    (options.paths, options.sampling) = (2_000, .latinHypercube)
    let all = try #require(try Program(run.scenario, seed: 1).run(options))
    for metric in Metric.reported {
      #expect(middle.figures.total(metric)[0] == all.total(metric)[middle.number], "\(metric)")
    }
    let median = Summary(all).finalWorth.p50
    #expect(abs(middle.figures.finalWorth[0] - median) <= 2 * Tally.error * abs(median) + 1)
  }

  @Test("a run until some precision keeps what a run of its size keeps")
  func until() throws {
    let desk = try desk(worlds: 15_000)
    desk.perform("run until se(p50 cash) < 0.01 --paths 25k")
    let grown = try #require(desk.session.lastRun)
    #expect(grown.summary?.outcome.keepsWorlds == false)
    desk.perform("run 25k --json")
    #expect(grown.json.text() + "\n" == desk.data)
  }

  @Test("a stopped run keeps what is finished when it is asked to: the first worlds of it", arguments: [10_000, 100])
  func partial(kept: Int) throws {
    let desk = try desk(worlds: kept)
    let asked = Atomic<Int>(0)
    desk.session.surroundings.beginWork = { _, _, _ in
      WorkWatch(shouldStop: { asked.add(1, ordering: .relaxed).oldValue > 8 })
    }
    #expect(desk.perform("run 5k --partial --json") == .failed(exitCode: 130))
    let run = try #require(desk.session.lastRun)
    let outcome = try #require(run.summary?.outcome)
    #expect(outcome.paths > 0 && outcome.paths < 5_000)
    #expect(outcome.keepsWorlds == (kept > 5_000))
    let finished = NumberFormat().count(outcome.paths)
    #expect(desk.complaint.hasPrefix("stopped after \(finished) of 5,000 worlds; these are kept"))
    #expect(desk.data.contains("\"paths\": \(outcome.paths)") || desk.data.contains("\"paths\":\(outcome.paths)"))
    var options = RunOptions()
    options.paths = outcome.paths
    options.keeping = outcome.keepsWorlds ? .worlds : .tallies
    #expect(bytes(outcome) == bytes(try #require(try Program(run.scenario, seed: 1).run(options))))
    #expect(desk.perform("run 5k --partial --sampling lhs") == .failed(exitCode: 1))
  }

  @Test("a machine on which not even that fits is told")
  func memory() throws {
    let desk = try desk()
    desk.session.surroundings.memory = { MemoryRoom(1_000_000) }
    #expect(desk.perform("run 10M") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("do not fit in memory"))
  }
}
