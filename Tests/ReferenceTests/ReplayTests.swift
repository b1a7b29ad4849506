import Foundation
import Scenarios
import Simulation
import Testing

@Suite("One world again, day by day") struct ReplayTests {
  /// All of the engine at once: rules, events, stock, holds, tax, several channels and suppliers.
  static let bundled = [
    "pet-feeder", "hybrid-stock", "eu-with-vat", "dispute-ladder", "winner-in-q4", "backup-suppliers",
  ]

  private func program(_ name: String) throws -> (program: Program, scenario: Scenario) {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "scenarios/\(name).yaml")
    let scenario = try scenario(String(contentsOf: path, encoding: .utf8))
    return (Program(scenario, seed: 3), scenario)
  }

  @Test("its figures are those of the run, to the bit for cash", arguments: bundled)
  func sameNumbers(name: String) throws {
    let (program, scenario) = try program(name)
    var options = RunOptions()
    options.paths = 70
    let run = try #require(try program.run(options))
    let starts = scenario.monthStarts
    for world in [0, 33, 69] {
      let replay = program.replay(path: world, options)
      #expect(replay.days.count == scenario.dayCount)
      #expect(Double(replay.ruinDay ?? -1) == run.ruinDay[world])
      #expect(Double(replay.ruinCause.rawValue) == run.ruinCause[world])
      #expect(Double(replay.quitDay ?? -1) == run.quitDay[world])
      for month in 0..<scenario.monthCount {
        let days = replay.days[starts[month]..<starts[month + 1]]
        #expect(days.last?.cash == run.monthly(.closingCash, month: month)[world])
        #expect(days.map(\.cash).min() == run.monthly(.lowestCash, month: month)[world])
        for metric in Metric.reported where metric.row.total == .sum && ![.grossProfit, .netProfit].contains(metric) {
          let sum = days.reduce(0) { $0 + ($1.amounts[metric] ?? 0) }
          let figure = run.monthly(metric, month: month)[world]
          #expect(abs(sum - figure) <= 1e-9 * max(1, abs(figure)), "\(name) \(world) \(month) \(metric)")
        }
      }
    }
  }

  @Test("cash of a day is that of the day before and what was posted", arguments: bundled)
  func postings(name: String) throws {
    let (program, scenario) = try program(name)
    let replay = program.replay(path: 5)
    var cash = scenario.cash.budget
    for day in replay.days {
      let amounts = day.amounts
      cash += (amounts[.payouts] ?? 0) + (amounts[.released] ?? 0)
      let paid: [Metric] = [
        .supplierPayments, .adPayments, .fixedPayments, .refundPayments, .taxPayments, .otherPayments,
      ]
      for metric in paid { cash -= amounts[metric] ?? 0 }
      #expect(abs(cash - day.cash) < 1e-6, "\(name), day \(day.day)")
      cash = day.cash
      let parts: [(Metric, [WorldDay.Part])] = [(.adPayments, day.adParts), (.fixedPayments, day.fixedParts)]
      for (metric, parts) in parts {
        #expect(abs(parts.reduce(0) { $0 + $1.amount } - (amounts[metric] ?? 0)) < 1e-6)
      }
    }
  }

  @Test("days on which a supplier is shut are those that the run counts", arguments: bundled)
  func closures(name: String) throws {
    let replay = try program(name).program.replay(path: 8)
    for day in replay.days { #expect(Double(day.closed.count) == day.amounts[.supplierDownDays] ?? 0) }
  }
}
