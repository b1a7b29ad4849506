import Foundation
import Language
import Scenarios
import Simulation

/// The engine alone, without reading, analysing and printing.
struct EngineCases {
  private let bench: Scenario
  let build = Program.build

  init() throws { bench = try Self.scenario("scenarios/bench.yaml") }

  private static func scenario(_ path: String, months: Int? = nil) throws -> Scenario {
    var scenario = try ScenarioFile(
      reading: Source(name: path, text: String(contentsOfFile: path, encoding: .utf8))
    ).scenario
    if let months { scenario.months = Double(months) }
    return scenario
  }

  /// Wall-clock nanoseconds per path and day of one run.
  private static func time(_ program: Program, paths: Int, threads: Int) -> Double {
    var options = RunOptions()
    options.paths = paths
    options.threads = threads
    let start = ContinuousClock.now
    _ = try? program.run(options)
    return (ContinuousClock.now - start) / .nanoseconds(1) / Double(paths * program.days)
  }

  /// bench.yaml on one and two threads, beside the yardstick where there is one; ratios are medians of ratios of
  /// neighbouring runs.
  func speed(yardstick: Yardstick?) -> Figure {
    let program = Program(bench, seed: 1)
    var (one, two, limit, ratio, speedUp): ([Double], [Double], [Double], [Double], [Double]) = ([], [], [], [], [])
    for _ in 0..<(isQuick ? 3 : 7) {
      one.append(Self.time(program, paths: 10_240, threads: 1))
      two.append(Self.time(program, paths: 10_240, threads: 2))
      speedUp.append(one[one.count - 1] / two[two.count - 1])
      guard let nanoseconds = yardstick?.nanosecondsPerPathDay() else { continue }
      limit.append(nanoseconds)
      ratio.append(one[one.count - 1] / nanoseconds)
    }
    var members: [(String, Figure)] = [
      ("one_thread", .number(median(one), digits: 1)), ("two_threads", .number(median(two), digits: 1)),
      ("speed_up", .number(median(speedUp), digits: 2)),
    ]
    if !limit.isEmpty {
      members.append(("yardstick", .number(median(limit), digits: 1)))
      members.append(("times_the_yardstick", .number(median(ratio), digits: 2)))
    }
    return .object(members)
  }

  /// Where the time goes, by the steps of a day. Reading the clock between them adds a few nanoseconds to the sum.
  func passes() -> Figure {
    let passes = Program(bench, seed: 1).passTimes(paths: isQuick ? 2_560 : 10_240)
    return .object(passes.map { ($0.pass, .number($0.nanoseconds, digits: 2)) })
  }

  /// How cost grows, on one thread: flat means linear.
  func growth() -> Figure {
    func figures(_ cases: [(String, Program, Int)]) -> Figure {
      var times = cases.map { _ in [Double]() }
      for _ in 0..<3 {
        for (index, item) in cases.enumerated() { times[index].append(Self.time(item.1, paths: item.2, threads: 1)) }
      }
      return .object(zip(cases, times).map { ($0.0, .number(median($1), digits: 1)) })
    }
    let program = Program(bench, seed: 1)
    let months = [3, 12, 36].map { months -> (String, Program, Int) in
      var longer = bench
      longer.months = Double(months)
      return ("\(months) months", Program(longer, seed: 1), 10_240)
    }
    return .object([
      ("worlds", figures([2_560, 10_240, 40_960, 163_840].map { ("\($0) worlds", program, $0) })),
      ("days", figures(months)),
      ("parts", figures(parts.map { ($0.0, Program($0.1, seed: 1), 10_240) })),
    ])
  }

  /// The bench with less in it.
  private var parts: [(String, Scenario)] {
    func with(_ change: (inout Scenario) -> Void) -> Scenario {
      var scenario = bench
      change(&scenario)
      return scenario
    }
    func first<Part>(_ count: Int, _ named: inout Named<Part>) {
      for entry in named.entries.dropFirst(count) { named[entry.name] = nil }
    }
    return [
      ("whole", bench),
      ("no rules", with { $0.rules = [] }),
      (
        "one channel, no rules",
        with {
          $0.rules = []
          first(1, &$0.ads)
        }
      ),
      (
        "two channels, no rules",
        with {
          $0.rules = []
          first(2, &$0.ads)
        }
      ),
      (
        "one product, no rules",
        with {
          $0.rules = []
          first(1, &$0.products)
        }
      ),
    ]
  }
}
