import Language
import Simulation
import Statistics
import Testing

@testable import Analysis

/// Worlds that all end with this cash, a given share of them ruined.
private func worlds(cash: Double, ruin: Double = 0) -> Summary {
  let count = 200
  let ruined = Int((min(max(ruin, 0), 1) * Double(count)).rounded())
  return Summary(
    Outcome(
      [.closingCash: [[Double](repeating: cash, count: count)]], ruinDay: (0..<count).map { $0 < ruined ? 1 : -1 },
      ruinCause: (0..<count).map { $0 < ruined ? .insolvent : .none }))
}

@Suite("Covariance matrix adaptation")
struct CMAESTests {
  private func best(_ dimension: Int, generations: Int, _ value: ([Double]) -> Double) -> Double {
    var strategy = CMAES(
      start: [Double](repeating: 0.3, count: dimension), stream: Stream(seed: 1, name: "test"))
    var best = Double.infinity
    for _ in 0..<generations {
      let points = strategy.points().map { ($0, value($0)) }.sorted { $0.1 < $1.1 }
      best = min(best, points[0].1)
      strategy.learn(from: points.map(\.0))
    }
    return best
  }

  @Test("it finds the bottom of a bowl", arguments: [1, 2, 5, 10])
  func sphere(dimension: Int) {
    let left = best(dimension, generations: 120) { $0.reduce(0) { $0 + ($1 - 0.7) * ($1 - 0.7) } }
    #expect(left < 1e-8, "\(left)")
  }

  @Test("of a bowl a thousand times as steep in one direction, turned by 45 degrees")
  func ellipse() {
    let left = best(2, generations: 120) { point in
      let (u, v) = (point[0] + point[1] - 1.2, point[0] - point[1] - 0.2)
      return u * u + 1e6 * v * v
    }
    #expect(left < 1e-6, "\(left)")
  }

  @Test("and of Rosenbrock's bent valley")
  func rosenbrock() {
    let left = best(2, generations: 250) { point in
      let (x, y) = (point[0] * 4 - 2, point[1] * 4 - 2)
      return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
    }
    #expect(left < 1e-6, "\(left)")
  }

  @Test("points stay in the cube, also where the bottom lies outside of it")
  func inside() {
    var strategy = CMAES(start: [0.9, 0.1], stream: Stream(seed: 2, name: "test"))
    for _ in 0..<60 {
      let points = strategy.points()
      #expect(points.joined().allSatisfy { (0...1).contains($0) })
      strategy.learn(from: points.sorted { $0[0] - $0[1] > $1[0] - $1[1] })
    }
    #expect(strategy.mean[0] > 0.98 && strategy.mean[1] < 0.02)
  }
}

@Suite("The best of several parameters")
struct OptimizationTests {
  private let box = [Decision(0...10), Decision(0...10)]

  private func optimize(
    _ goal: Goal, _ decisions: [Decision], start: [Double], tries: Int = 120, wantsFront: Bool = false,
    search: ([Double]) -> Summary?, rescore: (([Double]) -> Summary?)? = nil
  ) -> Optimization {
    withoutActuallyEscaping(search) { search in
      Optimization(
        goal, decisions, start: start, tries: tries, wantsFront: wantsFront, seed: 1, search: search,
        rescore: { (rescore ?? search)($0) }, present: { (rescore ?? search)(start) })
    }
  }

  private func cash(_ conditions: [Target] = []) throws -> Goal {
    Goal(try Measure(metric: "cash", statistic: "p50"), maximizes: true, conditions: conditions)
  }

  private func ruin(atMost bound: Double) throws -> Target {
    Target(try Measure(metric: "ruin", statistic: nil), .lessOrEqual, bound)
  }

  @Test("a hill inside the ranges: its top, and no bound binds")
  func hill() throws {
    let found = optimize(try cash(), box, start: [1, 1]) { values in
      worlds(cash: 100 - (values[0] - 3) * (values[0] - 3) - 2 * (values[1] - 6) * (values[1] - 6))
    }
    let best = try #require(found.winners.first)
    #expect(abs(best.searched.values[0] - 3) < 0.1 && abs(best.searched.values[1] - 6) < 0.1)
    #expect(zip(box, best.searched.values).allSatisfy { !$0.isAtBound($1) })
    #expect(best.rescored?.objective?.value ?? 0 > 99.9 && found.isFinished)
    #expect(found.trials.first?.values == [1, 1] && found.present?.objective?.value == 46)
  }

  @Test("what a scenario comes to as it is may lie outside of the ranges")
  func presentOutside() throws {
    let found = optimize(try cash(), box, start: [20, 5]) { worlds(cash: $0[0] + $0[1]) }
    #expect(found.trials.first?.values == [10, 5] && found.present?.objective?.value == 25)
    #expect(found.winners.first?.rescored?.objective?.value == 20)
  }

  @Test("the day on which money runs out is best where it never does")
  func latestDay() throws {
    let goal = Goal(try Measure(metric: "ruin_day", statistic: "p50"), maximizes: true)
    let found = optimize(goal, [box[0]], start: [1]) { worlds(cash: 1, ruin: $0[0] > 5 ? 0 : 1) }
    #expect(found.winners.first?.searched.ruin.value == 0)
  }

  @Test("the least of a figure, and ends of ranges that bind")
  func bounds() throws {
    let goal = Goal(try Measure(metric: "cash", statistic: "mean"), maximizes: false)
    let found = optimize(goal, box, start: [5, 5]) { worlds(cash: $0[0] - 3 * $0[1]) }
    #expect(found.winners.first?.searched.values == [0, 10])
    #expect(box[0].isAtBound(0) && box[1].isAtBound(10) && !box[0].isAtBound(1))
  }

  @Test("a condition that binds: x + y with ruin (x² + y²) ÷ 100 at most 50 % is best at 5, 5")
  func condition() throws {
    let found = optimize(try cash([try ruin(atMost: 0.5)]), box, start: [9, 9], tries: 200) { values in
      worlds(cash: values[0] + values[1], ruin: (values[0] * values[0] + values[1] * values[1]) / 100)
    }
    let best = try #require(found.winners.first)
    #expect(abs((best.rescored?.objective?.value ?? 0) - 10) < 0.15)
    #expect(best.searched.isFeasible(found.goal))
    #expect(found.binds(0))
    // One that nothing better misses stands in nobody's way.
    let loose = optimize(try cash([try ruin(atMost: 0.5), try ruin(atMost: 0.9)]), [Decision(0...3)], start: [1]) {
      worlds(cash: $0[0], ruin: $0[0] / 10)
    }
    #expect(loose.winners.first?.searched.values == [3] && !loose.binds(0) && !loose.binds(1))
  }

  @Test("where nothing meets the conditions it comes as near as it can")
  func infeasible() throws {
    let found = optimize(try cash([try ruin(atMost: 0.1)]), box, start: [9, 9]) { values in
      worlds(cash: 1, ruin: 0.2 + values[0] / 20)
    }
    let best = try #require(found.winners.first?.searched)
    #expect(!best.isFeasible(found.goal) && best.values[0] < 0.2)
  }

  @Test("whole numbers stay whole")
  func whole() throws {
    let found = optimize(try cash(), [Decision(0...20, isWhole: true)], start: [3]) { values in
      #expect(values[0] == values[0].rounded())
      return worlds(cash: -(values[0] - 13.4) * (values[0] - 13.4))
    }
    #expect(found.winners.first?.searched.values == [13])
  }

  @Test("what was only luck in the search is lost in fresh worlds, and that is the result")
  func curse() throws {
    // A flat plain with noise of its own in either set of worlds.
    func noise(_ values: [Double], _ seed: UInt64) -> Double {
      let key = Int(values[0] * 1000) &* 7919 &+ Int(values[1] * 1000)
      return Normal.quantile(Uniform.double(Stream(seed: seed, name: "noise").word(path: key & 0xFFFF, day: key >> 16)))
    }
    let found = optimize(try cash(), box, start: [5, 5], tries: 150) {
      worlds(cash: 100 + 10 * noise($0, 1))
    } rescore: {
      worlds(cash: 100 + 10 * noise($0, 2))
    }
    let winners = found.winners
    let searched = winners.compactMap(\.searched.objective?.value).reduce(0, +) / Double(winners.count)
    let rescored = winners.compactMap(\.rescored?.objective?.value).reduce(0, +) / Double(winners.count)
    #expect(searched > 115 && rescored < 110, "\(searched) \(rescored)")
    // The first is the best in fresh worlds.
    #expect(winners.first?.rescored?.objective?.value == winners.compactMap(\.rescored?.objective?.value).max())
  }

  @Test("the same seed takes the same way")
  func same() throws {
    let runs = try (0..<2).map { _ in
      optimize(try cash(), box, start: [1, 1], tries: 60) { worlds(cash: -($0[0] - 2) * ($0[0] - 2) + $0[1]) }
    }
    #expect(runs[0].trials == runs[1].trials && runs[0].winners == runs[1].winners)
  }

  @Test("no more tries than allowed, and none twice")
  func budget() throws {
    var tried: [[Double]] = []
    let found = optimize(try cash(), box, start: [1, 1], tries: 37) { values in
      tried.append(values)
      return worlds(cash: values[0])
    } rescore: { _ in
      worlds(cash: 1)
    }
    let most = Optimization.mostRuns(tries: 37, decisions: 2, wantsFront: false)
    #expect(tried.count <= most.search && Set(tried).count == tried.count && found.trials.count == tried.count)
  }

  @Test("a stop keeps the tries, and says that nothing was run again")
  func stopped() throws {
    var runs = 0
    let found = optimize(try cash(), box, start: [1, 1]) { values in
      runs += 1
      return runs > 10 ? nil : worlds(cash: values[0])
    }
    #expect(found.trials.count == 10 && !found.isFinished)
    #expect(found.winners.allSatisfy { $0.rescored == nil } && !found.winners.isEmpty)
  }

  @Test("the trade-off: more money only for more ruin, both ends reached")
  func front() throws {
    let found = optimize(try cash(), [Decision(0...10)], start: [5], tries: 80, wantsFront: true) { values in
      worlds(cash: 100 * values[0], ruin: values[0] * values[0] / 100)
    }
    #expect(found.front.count > 3 && found.front.count <= 9)
    for (safe, bold) in zip(found.front, found.front.dropFirst()) {
      #expect(safe.ruin.value < bold.ruin.value)
      #expect((safe.objective?.value ?? 0) < (bold.objective?.value ?? 0))
    }
    #expect((found.front.first?.ruin.value ?? 1) < 0.02 && found.front.last?.ruin.value == 1)
  }
}
