import Analysis
import Commands
import Language
import Scenarios
import Simulation
import Testing

@Suite("Runs until they are sure enough")
struct RunUntilTests {
  @Test("the answer is that of one run with as many worlds, byte for byte")
  func sameBytes() throws {
    let desk = try Desk()
    desk.perform("set ads.meta.cpc = 0.40 to 0.90 USD")
    #expect(desk.perform("run until se(ruin) < 0.001% --paths 25k --json") == .done, "\(desk.complaint)")
    let data = desk.data
    desk.perform("run 25k --json")
    #expect(desk.data == data && !data.isEmpty)
  }

  @Test("worlds are added in batches until it holds, and no longer")
  func holds() throws {
    let desk = try Desk()
    desk.perform("run until se(p50 cash) < 1000")
    #expect(
      desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "se(p50 cash) < 1000 is reached with 10,000 worlds: the standard error (se, about half of the ± at 95 %) is now"
      ))
    let summary = try #require(desk.session.lastRun?.summary)
    let error = try #require(try Measure(metric: "cash", statistic: "p50").standardError(in: summary))
    #expect(error < 1000 && error > 0)
    desk.perform("run until se(mean net_profit) < 1000 USD")
    #expect(desk.shown.contains("is reached with 10,000 worlds") && desk.shown.contains(" USD."))
  }

  @Test("where the limit comes first the answer says so, and it is no failure")
  func limit() throws {
    let desk = try Desk()
    #expect(desk.perform("run until se(p50 cash) < 0.001 --paths 12345") == .done)
    #expect(
      desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "The run ended at its limit of 12,345 worlds before it reached se(p50 cash) < 0.001: the standard error (se, about half of the ± at 95 %) is now "
      ))
    #expect(desk.session.lastRun?.summary?.outcome.paths == 12_345)
    #expect(desk.perform("run until se(p5 ruin_day) < 1 --paths 3 --set cash.budget=1M") == .done)
    let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("its limit of 3 worlds: too few to determine se(p5 ruin_day)"))
  }

  @Test("programs are told beside the JSON, whose shape is that of every run")
  func json() throws {
    let desk = try Desk()
    desk.perform("run until se(ruin) < 50% --json")
    #expect(desk.notices.contains { $0.hasPrefix("se(ruin) < 50% is reached") })
    #expect(desk.shown.isEmpty && desk.data.hasPrefix("{\"dropcast\":1,"))
  }

  @Test("when no world is ruined the error is not taken for zero")
  func noRuin() throws {
    let desk = try Desk()
    let rich = "--set ads.meta.budget=0 --set cash.budget=1M"
    desk.perform("run until se(ruin) < 0.0001% --paths 20k \(rich)")
    #expect(desk.shown.contains("The run ended at its limit of 20,000 worlds before"))
    #expect(desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("none runs out of money"))
  }

  @Test("a limit that nobody typed gives way to the memory there is")
  func memory() throws {
    let desk = try Desk()
    desk.session.surroundings.memory = { MemoryRoom(12_000_000) }
    desk.perform("run until se(p50 cash) < 0.001")
    let paths = try #require(desk.session.lastRun?.summary?.outcome.paths)
    #expect(paths > 10_000 && paths < 30_000)
    #expect(desk.perform("run until se(p50 cash) < 0.001 --paths 1M") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("do not fit in memory"))
  }

  @Test("a stop between batches ends with 130 and keeps nothing")
  func stopped() throws {
    let desk = try Desk()
    desk.session.surroundings.beginWork = { _, _, _ in WorkWatch(shouldStop: { true }) }
    #expect(desk.perform("run until se(ruin) < 0.1%") == .failed(exitCode: 130))
    #expect(desk.session.lastRun == nil)
  }

  @Test(
    "what cannot be asked for is refused with what to write",
    arguments: [
      "run until", "run until ruin < 5%", "run until se(ruin) > 5%", "run until se(ruin) < 0", "run until se() < 5%",
      "run until se(cash) < 5", "run until se(p50 ruin) < 5%", "run until se(sd cash) < 5", "run until se(luck) < 5",
      "run until se(ruin) < 5 USD", "run until se(p50 cash) < 5%", "run until se(ruin) < 5% please",
      "run until se(ruin) < 1% --sampling lhs", "run until se(ruin) < 1% --sampling sobol",
      "run until se(ruin) < 1% --plan", "run 10 until se(ruin) < 1%", "run until se(a b c) < 5",
    ])
  func refused(line: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.findings.first?.help != nil || line.hasSuffix("5%") || line.hasSuffix("5 USD"), "\(desk.complaint)")
    #expect(desk.session.lastRun == nil)
  }
}

@Suite("Batches of worlds")
struct BatchTests {
  @Test("batches of any size are the worlds of one run", arguments: [1, 32, 128])
  func batches(blockSize: Int) throws {
    let desk = try Desk()
    desk.perform("set ads.meta.cpc = 0.40 to 0.90 USD")
    let program = Program(desk.session.scenario, seed: 5)
    var options = RunOptions()
    options.paths = 300
    let whole = try #require(try program.run(options))
    var joined: Outcome?
    options.blockSize = blockSize
    for (first, count) in [(0, 10), (10, 1), (11, 150), (161, 139)] {
      (options.firstPath, options.paths) = (first, count)
      let batch = try #require(try program.run(options))
      joined = joined?.followed(by: batch) ?? batch
    }
    let all = try #require(joined)
    #expect(all.paths == 300)
    for metric in Metric.allCases {
      for month in 0..<whole.months {
        #expect(all.monthly(metric, month: month) == whole.monthly(metric, month: month), "\(metric)")
      }
    }
    #expect(all.ruinDay == whole.ruinDay && all.ruinCause == whole.ruinCause)
    #expect(all.drawn(0) == whole.drawn(0))
    #expect(Set(whole.drawn(0)).count > 290)
  }
}
