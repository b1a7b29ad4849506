import Analysis
import Language
import Simulation
import Statistics
import Testing

/// Worlds that need a known amount of money each: world i runs out when its need, drawn once, is above what it has.
private struct Needs {
  let needs: [Double]

  /// Exponential needs with mean 1,000: P(ruin) = exp(−money ÷ 1,000).
  init(worlds: Int, seed: UInt64) {
    let stream = Stream(seed: seed, name: "needs")
    needs = (0..<worlds).map { -1000 * Elementary.log(Uniform.double(stream.word(path: $0, day: 0))) }
  }

  func summary(_ money: Double) -> Summary { Self.summary(needs.map { $0 > money }) }

  static func summary(_ ruined: [Bool]) -> Summary {
    Summary(
      Outcome([:], ruinDay: ruined.map { $0 ? 1 : -1 }, ruinCause: ruined.map { $0 ? .insolvent : .none }))
  }

  /// A run in which a given share of 1,000 worlds is ruined.
  static func share(_ share: Double) -> Summary {
    let count = Int((min(max(share, 0), 1) * 1000).rounded())
    return summary((0..<1000).map { $0 < count })
  }
}

private func ruin(atMost bound: Double) throws -> Target {
  Target(try Measure(metric: "ruin", statistic: nil), .lessOrEqual, bound)
}

@Suite("The value that meets a target")
struct SolveTests {
  private let grid: [Double] = [0, 500, 1000, 1500, 2000, 3000, 4000, 6000, 8000]

  @Test("the smallest budget, against the closed form")
  func closedForm() throws {
    let needs = Needs(worlds: 20_000, seed: 1)
    let solution = Solution(try ruin(atMost: 0.05), grid: grid) { needs.summary($0) }
    guard case .from(let crossing) = solution.verdict else {
      Issue.record("\(solution.verdict)")
      return
    }
    // exp(−x ÷ 1,000) = 0.05 at x = 2,995.7; the delta method's half-width is 1.96 · √(0.05 · 0.95 ÷ 20,000) ÷ (0.05 ÷ 1,000).
    let (low, high) = (try #require(crossing.low), try #require(crossing.high))
    #expect(low < 2995.7 && 2995.7 < high)
    #expect(abs((high - low) / 2 - 60.4) < 8, "\(low) \(high)")
    #expect(crossing.value >= low && crossing.value <= high)
    #expect(try #require(Target.ruinAtMost5.measure.value(in: needs.summary(crossing.value))) <= 0.05)
    #expect(solution.isFinished && !solution.crossesOften)
  }

  @Test("its 95 % interval holds the truth in 93.5 to 96.5 % of 2,000 seeds")
  func coverage() throws {
    let target = try ruin(atMost: 0.1)
    let truth = 1000 * Elementary.log(10)
    let covered = (1...2000).count { seed in
      let needs = Needs(worlds: 1500, seed: UInt64(seed))
      let solution = Solution(target, grid: grid) { needs.summary($0) }
      guard let low = solution.answer?.low, let high = solution.answer?.high else { return false }
      return low <= truth && truth <= high
    }
    #expect((1870...1930).contains(covered), "\(covered)")
  }

  @Test("the answer fed back gives the target within its error on a fresh seed", arguments: 11...20)
  func fedBack(seed: UInt64) throws {
    let needs = Needs(worlds: 10_000, seed: seed)
    let solution = Solution(try ruin(atMost: 0.05), grid: grid) { needs.summary($0) }
    let fresh = Needs(worlds: 10_000, seed: seed + 1000).summary(try #require(solution.answer?.value))
    // Two errors of 0.22 points each, four of their root sum of squares.
    #expect(abs(fresh.ruin.estimate - 0.05) < 4 * 0.0031)
  }

  @Test("where less is better it is the largest value")
  func upTo() throws {
    let needs = Needs(worlds: 5000, seed: 3)
    let solution = Solution(try ruin(atMost: 0.05), grid: grid.map { $0 / 2 }) { needs.summary(4000 - $0) }
    guard case .upTo(let crossing) = solution.verdict else {
      Issue.record("\(solution.verdict)")
      return
    }
    #expect(abs(crossing.value - 1004) < 150 && !crossing.holdsAbove)
  }

  @Test("nothing or everything meets it, and further values are only tried while nothing does")
  func neverAlways() throws {
    var tried: [Double] = []
    let never = Solution(try ruin(atMost: 0.05), grid: [1, 2, 3], beyond: [4, 5]) { value in
      tried.append(value)
      return Needs.share(0.5)
    }
    #expect(never.verdict == .never && tried == [1, 2, 3, 4, 5] && never.answer == nil)
    let always = Solution(try ruin(atMost: 0.05), grid: [1, 2, 3], beyond: [4, 5]) { _ in Needs.share(0.01) }
    #expect(always.verdict == .always && always.scanned.count == 3)
    let beyond = Solution(try ruin(atMost: 0.05), grid: [1, 2], beyond: [4, 8, 16]) { Needs.share(0.3 / $0) }
    #expect(beyond.scanned.map(\.value) == [1, 2, 4, 8])
    #expect(abs((beyond.answer?.value ?? 0) - 6) < 0.3)
  }

  @Test("a curve that goes down, up and down again: all crossings, and the value above which it always holds")
  func notMonotone() throws {
    // Below 5 % between 1.5 and 3.5, above it up to 5.5, below it ever after.
    func share(_ x: Double) -> Double {
      if x < 2 { return 0.25 - 0.2 * (x - 0.5) }
      return x < 4.5 ? 0.05 + 0.1 * (x - 3.5) : 0.15 - 0.1 * (x - 4.5)
    }
    let solution = Solution(try ruin(atMost: 0.05), grid: (0...8).map(Double.init)) { Needs.share(share($0)) }
    #expect(solution.crossesOften && solution.crossings.count == 3, "\(solution.crossings)")
    for (crossing, wanted) in zip(solution.crossings, [1.5, 3.5, 5.5]) {
      #expect(abs(crossing.value - wanted) < 0.1, "\(crossing)")
    }
    guard case .from(let last) = solution.verdict else {
      Issue.record("\(solution.verdict)")
      return
    }
    #expect(last == solution.crossings.last)
  }

  @Test("only a stretch in the middle")
  func within() throws {
    let solution = Solution(try ruin(atMost: 0.05), grid: (0...8).map(Double.init)) { Needs.share(abs($0 - 4) / 20) }
    guard case .within(let low, let high) = solution.verdict else {
      Issue.record("\(solution.verdict)")
      return
    }
    #expect(abs(low.value - 3) < 0.1 && abs(high.value - 5) < 0.1)
  }

  @Test("an island that may be luck is no crossing")
  func island() throws {
    // 4.9 % of 1,000 worlds is not clearly below 5 %.
    let shares = [0.4, 0.2, 0.049, 0.06, 0.03, 0.01, 0.0]
    let solution = Solution(try ruin(atMost: 0.05), grid: (0...6).map(Double.init)) { value in
      let (left, share) = (Int(value), value - value.rounded(.down))
      let right = min(left + 1, shares.count - 1)
      return Needs.share(shares[left] + (shares[right] - shares[left]) * share)
    }
    #expect(!solution.crossesOften)
    guard case .from(let crossing) = solution.verdict else {
      Issue.record("\(solution.verdict)")
      return
    }
    #expect(crossing.value > 3 && crossing.value < 4)
  }

  @Test("whole numbers stay whole")
  func whole() throws {
    let needs = Needs(worlds: 5000, seed: 4)
    var tried: [Double] = []
    let solution = Solution(try ruin(atMost: 0.05), grid: [0, 10, 20, 40, 80], isWhole: true) { value in
      tried.append(value)
      return needs.summary(value * 100)
    }
    #expect(tried.allSatisfy { $0 == $0.rounded() })
    #expect([29, 30, 31].contains(solution.answer?.value))
  }

  @Test("a stop keeps what was tried")
  func stopped() throws {
    var runs = 0
    let solution = Solution(try ruin(atMost: 0.05), grid: grid) { value in
      runs += 1
      return runs > 4 ? nil : Needs.share(1 / (1 + value))
    }
    #expect(solution.points.count == 4 && !solution.isFinished && solution.answer == nil)
  }
}

extension Target {
  fileprivate static var ruinAtMost5: Target {
    get throws { try ruin(atMost: 0.05) }
  }
}

@Suite("Grids of values")
struct GridTests {
  @Test("steps without dust, up to the end and no further")
  func steps() {
    #expect(Grid.values(from: 0.1, to: 0.5, step: 0.1) == [0.1, 0.2, 0.3, 0.4, 0.5])
    #expect(Grid.values(from: 10, to: 80, step: 30) == [10, 40, 70])
    #expect(Grid.values(from: 5, to: 5, step: 1) == [5])
    #expect(Grid.values(from: 0, to: 1e9, step: 1) == nil)
    #expect(Grid.values(from: 0, to: 1, step: 0) == nil)
    #expect(Grid.values(from: 0, to: 1, step: .nan) == nil)
  }

  @Test(
    "a span that has next to no digits has a step all the same",
    arguments: [
      .leastNonzeroMagnitude, 4 * .leastNonzeroMagnitude, .leastNormalMagnitude / 64, .leastNormalMagnitude, 1e308,
    ] as [Double])
  func extremeSpan(span: Double) {
    #expect(Grid.step(from: 0, to: span, isWhole: false) > 0)
    #expect(span.powerOfTen <= span || span.powerOfTen == 1)
  }

  @Test("a step that is not given is round and makes a dozen values at most", arguments: [0.07, 1, 3, 70, 950, 12_345])
  func automatic(span: Double) throws {
    let step = Grid.step(from: 2, to: 2 + span, isWhole: false)
    let values = try #require(Grid.values(from: 2, to: 2 + span, step: step))
    #expect((6...12).contains(values.count), "\(span): \(step)")
  }

  @Test("around a value, within its range, the value among them")
  func around() {
    let values = Grid.around(1500, in: 0...1e9, isWhole: false)
    #expect(values.first == 0 && values.contains(1500) && values.last == 12_000)
    #expect(values == values.sorted())
    #expect(Grid.around(0.3, in: 0...1, isWhole: false).last == 1)
    #expect(Grid.around(0, in: 0...1e9, isWhole: false).contains(1000))
    #expect(Grid.around(3, in: 1...365, isWhole: true).allSatisfy { $0 == $0.rounded() })
  }

  @Test("digits")
  func digits() {
    #expect(1234.5.rounded(digits: 2) == 1200 && 0.012345.rounded(digits: 3) == 0.0123)
    #expect((-1250.0).rounded(digits: 2, .up) == -1200)
    #expect(0.0.rounded(digits: 3) == 0 && Double.infinity.rounded(digits: 3) == .infinity)
    #expect((0.1 + 0.2).withoutDust == 0.3)
  }
}

@Suite("Sweeps")
struct SweepTests {
  @Test("the last parameter runs fastest, and a stop keeps the finished rows")
  func order() throws {
    let measures = [try Measure(metric: "ruin", statistic: nil)]
    var visited: [[Int]] = []
    let sweep = Sweep(measures, counts: [2, 3]) { places in
      visited.append(places)
      return Needs.share(Double(places[0] * 3 + places[1]) / 10)
    }
    #expect(visited == [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]])
    #expect(sweep.rows.map { $0[0]?.value } == [0, 0.1, 0.2, 0.3, 0.4, 0.5] && sweep.isFinished)
    let stopped = Sweep(measures, counts: [4]) { $0[0] < 2 ? Needs.share(0) : nil }
    #expect(stopped.rows.count == 2 && !stopped.isFinished && stopped.points == 4)
  }

  @Test("a figure that no world has is missing")
  func missing() throws {
    let sweep = Sweep([try Measure(metric: "ruin_day", statistic: "p50")], counts: [1]) { _ in Needs.share(0) }
    #expect(sweep.rows == [[nil]])
  }
}
