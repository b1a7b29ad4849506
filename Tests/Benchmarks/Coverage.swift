import Analysis
import Foundation
import Language
import Scenarios
import Simulation
import Statistics

/// How often the 95 % intervals that `compare` and `run` print hold the truth: over many seeds, in bundled scenarios whose
/// worlds have atoms (all who ran out of money at the same sum), cliffs beside them and ties (whole orders).
///
/// The truth is from 400,000 worlds of another seed. The smaller runs are the first worlds of the larger ones.
struct Coverage {
  private static let cases: [(file: String, strategy: String)] = [
    ("first-store", "lean"), ("backup-suppliers", "one_backup"), ("craft-tools", "no_search"),
    ("tiktok-impulse", "steady"), ("market-then-store", "parcel_cards"),
  ]
  private static let figures: [(statistic: String?, metric: String)] = [
    (nil, "ruin"), (nil, "profit"), ("p5", "gain"), ("p50", "gain"), ("p95", "gain"), ("mean", "gain"),
    ("cvar5", "final_worth"), ("p50", "lowest_cash"), ("p50", "orders"),
  ]
  private static let sizes = [500, 2_000]
  private static let worldsOfTruth = 400_000

  /// In how many seeds an interval was told, and in how many of them it held the truth.
  struct Tally {
    var told = 0
    var held = 0
    var untold = 0

    mutating func add(_ interval: ClosedRange<Double>?, _ truth: Double) {
      guard let interval else {
        untold += 1
        return
      }
      told += 1
      // Sums in another order differ in their last digits.
      let dust = 1e-9 * max(1, truth.magnitude)
      if interval.lowerBound - dust <= truth, truth <= interval.upperBound + dust { held += 1 }
    }

    /// `96.4`, with how many were not told behind it.
    var text: String {
      guard told > 0 else { return "?" }
      let share = String(format: "%.1f", 100 * Double(held) / Double(told))
      return untold > 0 ? "\(share) (\(untold) ?)" : share
    }
  }

  let seeds: Int
  /// One scenario of them; nil for all.
  let only: String?

  private var chosen: [(file: String, strategy: String)] { Self.cases.filter { only == nil || $0.file == only } }

  /// Two tables in Markdown, of figures of one run and of differences.
  func tables() throws -> String {
    let measures = try Self.figures.map { try Measure(metric: $0.metric, statistic: $0.statistic) }
    var (alone, differences) = ([[String]](), [[String]]())
    for item in chosen {
      let (base, other) = try Self.scenarios(item.file, item.strategy)
      let truths = [Self.truth(base, measures), Self.truth(other, measures)]
      let empty = [[Tally]](repeating: [Tally](repeating: Tally(), count: Self.sizes.count), count: measures.count)
      var (own, both) = (empty, empty)
      for seed in 1...seeds {
        let runs = [base, other].map { Self.columns($0, measures, worlds: Self.sizes.max() ?? 0, seed: UInt64(seed)) }
        for (figure, measure) in measures.enumerated() {
          for (size, worlds) in Self.sizes.enumerated() {
            let estimates = runs.map { Self.estimate(measure, Array($0[figure].prefix(worlds))) }
            own[figure][size].add(Self.interval(estimates[0], worlds), truths[0][figure])
            both[figure][size].add(
              Difference(estimates[1], minus: estimates[0]).interval, truths[1][figure] - truths[0][figure])
          }
        }
      }
      alone.append(own.map { $0.map(\.text).joined(separator: " / ") })
      differences.append(both.map { $0.map(\.text).joined(separator: " / ") })
      tell("\(item.file): done")
    }
    return Self.table("figure of `run`", chosen.map(\.file), measures, alone) + "\n"
      + Self.table("difference in `compare`", chosen.map { "\($0.file), \($0.strategy)" }, measures, differences)
  }

  private static func scenarios(_ file: String, _ strategy: String) throws -> (Scenario, Scenario) {
    let path = "scenarios/\(file).yaml"
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    let read = try ScenarioFile(reading: Source(name: path, text: text))
    guard let other = read.scenario.under(strategy, of: read.strategies) else {
      tell("failed: \(path) has no strategy \(strategy)")
      exit(1)
    }
    return (read.scenario, other)
  }

  private static func columns(
    _ scenario: Scenario, _ measures: [Measure], worlds: Int, seed: UInt64, firstPath: Int = 0
  ) -> [[Double]] {
    var options = RunOptions()
    options.paths = worlds
    options.firstPath = firstPath
    options.keeping = .worlds
    guard let outcome = try? Program(scenario, seed: seed).run(options) else { return measures.map { _ in [] } }
    return measures.map { $0.column(in: outcome) }
  }

  private static func truth(_ scenario: Scenario, _ measures: [Measure]) -> [Double] {
    let batch = 40_000
    var columns = [[Double]](repeating: [], count: measures.count)
    for first in stride(from: 0, to: worldsOfTruth, by: batch) {
      let more = self.columns(scenario, measures, worlds: batch, seed: 1_000_000, firstPath: first)
      for index in columns.indices { columns[index] += more[index] }
    }
    return zip(measures, columns).map { estimate($0, $1).value }
  }

  private static func estimate(_ measure: Measure, _ column: [Double]) -> Estimate {
    measure.statistic.map { Estimate($0, of: column) } ?? Estimate(shareOf: column)
  }

  private static func interval(_ estimate: Estimate, _ worlds: Int) -> ClosedRange<Double>? {
    guard estimate.isShare else { return estimate.interval }
    let successes = Int((estimate.value * Double(worlds)).rounded())
    return Proportion(successes: successes, trials: worlds).interval(confidence: Precision.confidence)
  }

  private static func table(_ title: String, _ columns: [String], _ rows: [Measure], _ cells: [[String]]) -> String {
    let head = "| \(title), \(sizes.map(String.init).joined(separator: " / ")) worlds |"
    let lines = rows.enumerated().map { row, measure in
      "| \(measure.name) | " + cells.map { $0[row] }.joined(separator: " | ") + " |"
    }
    return (["\(head) \(columns.joined(separator: " | ")) |", "|---|" + columns.map { _ in "---|" }.joined()] + lines)
      .joined(separator: "\n") + "\n"
  }
}
