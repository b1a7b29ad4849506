import Analysis
import Simulation
import Statistics
import Testing

/// Figures of many shapes, the same every time.
private enum Shape: String, CaseIterable {
  case amounts, losses, aroundZero, counts, manyCounts, mostlyZero, constant, tiny

  func values(_ count: Int) -> [Double] {
    let stream = Stream(seed: 7, name: rawValue)
    return (0..<count).map { index in
      let words = stream.block(path: index, day: 0, index: 0)
      let (a, b) = (Uniform.double(words.x), Uniform.double(words.y))
      return switch self {
      case .amounts: 500 * Elementary.exp(3 * a + b)
      case .losses: -12_000 * a - 900 * b
      case .aroundZero: (a - 0.5) * 4_000 * b
      case .counts: (400 * a * b).rounded(.down)
      case .manyCounts: (90_000 * a).rounded(.down)
      case .mostlyZero: a < 0.9 ? 0 : 70 * b
      case .constant: 3_000.25
      case .tiny: (a - 0.5) * 1e-5
      }
    }
  }
}

private func tally(_ values: some Sequence<Double>) -> Tally {
  var tally = Tally()
  for value in values { tally.add(value) }
  return tally
}

@Suite("Tallies of a figure")
struct TallyTests {
  private static let probabilities = [0, 0.001, 0.01, 0.05, 0.25, 0.31, 0.5, 0.75, 0.95, 0.99, 0.999, 1]

  @Test(
    "quantiles are off by less than the stated share of their size", arguments: Shape.allCases,
    [1, 2, 3, 10, 999, 20_000])
  fileprivate func quantiles(shape: Shape, count: Int) {
    let values = shape.values(count)
    let sorted = values.sorted()
    let exact = Quantiles.of(values, at: Self.probabilities)
    let found = Sample.tally(tally(values)).quantiles(at: Self.probabilities)
    for (index, probability) in Self.probabilities.enumerated() {
      let rank = Int(Double(count - 1) * probability)
      let size = max(sorted[rank].magnitude, sorted[min(rank + 1, count - 1)].magnitude)
      let error = abs(found[index] - exact[index])
      #expect(error <= Tally.error * size + 1.1e-6, "\(probability): \(found[index]) for \(exact[index])")
    }
    #expect(found.first == sorted.first && found.last == sorted.last)
  }

  @Test("whole numbers below 512 and constants come back exactly")
  func exact() {
    for values in [Shape.counts.values(5_000), Shape.constant.values(50)] {
      #expect(
        Sample.tally(tally(values)).quantiles(at: Self.probabilities) == Quantiles.of(values, at: Self.probabilities))
    }
  }

  @Test("mean and spread are those of the values, also of a small spread around a large mean")
  func moments() {
    for values in Shape.allCases.map({ $0.values(3_000) }) {
      let (tally, moments) = (tally(values), Moments(values))
      #expect(abs(tally.mean - moments.mean) < 1e-5)
      #expect(abs(tally.standardDeviation - moments.standardDeviation) < 1e-4)
    }
    let far = tally((0..<1_000).map { 50_000_000_000 + Double($0 % 2) })
    #expect(far.mean == 50_000_000_000.5)
    #expect(abs(far.standardDeviation - Moments((0..<1_000).map { Double($0 % 2) }).standardDeviation) < 1e-12)
    #expect(tally(Shape.constant.values(9)).standardDeviation == 0)
    #expect(Tally().mean.isNaN && tally([1]).standardDeviation.isNaN)
  }

  @Test("pieces add up to the whole, in any order", arguments: Shape.allCases)
  fileprivate func merging(shape: Shape) {
    let values = shape.values(1_000)
    let whole = tally(values)
    let pieces = [values[..<10], values[10..<11], values[11..<640], values[640...]].map { tally($0) }
    for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
      var sum = Tally()
      for index in order { sum.merge(pieces[index]) }
      let ranks = Array(0..<1_000)
      #expect(sum.values(at: ranks) == whole.values(at: ranks))
      #expect(sum.mean.bitPattern == whole.mean.bitPattern)
      #expect(sum.standardDeviation.bitPattern == whole.standardDeviation.bitPattern)
    }
  }

  @Test("what is no amount leaves mean and spread unknown, and harms nothing else")
  func extremes() {
    let values = [1e300, -1e300, .infinity, -.infinity, .nan, 1e-300, -0.0, 5]
    let tally = tally(values)
    #expect(tally.count == 8)
    #expect(tally.mean.isNaN && tally.standardDeviation.isNaN)
    #expect(tally.values(at: Array(0..<8)).count == 8)
    #expect(tally.middles.reduce(0) { $0 + $1.count } == 8)
  }

  @Test("counts by day have the quantiles, mean and spread of the days")
  func days() {
    let counts = [0, 3, 0, 5, 1, 0, 0, 12]
    let days = counts.enumerated().flatMap { Array(repeating: Double($0.offset), count: $0.element) }
    let sample = Sample.counts(counts)
    #expect(sample.quantiles(at: Self.probabilities) == Quantiles.of(days, at: Self.probabilities))
    #expect(abs(sample.moments.mean - Moments(days).mean) < 1e-12)
    #expect(abs(sample.moments.standardDeviation - Moments(days).standardDeviation) < 1e-12)
    #expect(Sample.counts([0, 0]).quantiles(at: [0.5])[0].isNaN)
  }
}

@Suite("Outcomes without worlds")
struct TalliedOutcomeTests {
  /// 4,000 worlds of two months, every seventh of them ruined.
  private let outcome: Outcome = {
    let (cash, orders) = (Shape.aroundZero.values(8_000), Shape.counts.values(8_000))
    let ruinDay = (0..<4_000).map { $0 % 7 == 0 ? Double($0 % 50) : -1 }
    return Outcome(
      [
        .closingCash: [Array(cash[..<4_000]), Array(cash[4_000...])],
        .orders: [Array(orders[..<4_000]), Array(orders[4_000...])],
        .lowestCash: [Array(cash[..<4_000]), Array(cash[4_000...])],
      ],
      ruinDay: ruinDay, ruinCause: ruinDay.map { $0 < 0 ? .none : $0 < 9 ? .starved : .insolvent },
      quitDay: (0..<4_000).map { $0 == 11 ? 3 : -1 })
  }()

  @Test("shares of worlds, ruin days and months of ruin are exactly those of the worlds")
  func shares() throws {
    let (exact, tallied) = (Summary(outcome), Summary(outcome.tallied))
    for share in Figure.shares { #expect(exact.share(share) == tallied.share(share), "\(share.name)") }
    #expect(tallied.quit.successes == 1)
    let (a, b) = (try #require(exact.ruinDay), try #require(tallied.ruinDay))
    #expect([a.p5, a.p25, a.p50, a.p75, a.p95] == [b.p5, b.p25, b.p50, b.p75, b.p95])
    #expect(exact.ruined { $0 / 31 } == tallied.ruined { $0 / 31 })
  }

  @Test("every measure and its error are those of the worlds, within what histograms cost")
  func measures() throws {
    let (exact, tallied) = (Summary(outcome), Summary(outcome.tallied))
    let names =
      Figure.shares.map { ($0.name, nil as String?) }
      + Measure.statistics.flatMap { statistic in
        ["final_cash", "orders", "lowest_cash", "final_worth", "ruin_day"].map { ($0, statistic) }
      }
    for (metric, statistic) in names {
      let measure = try Measure(metric: metric, statistic: statistic)
      let (a, b) = (try #require(measure.value(in: exact)), try #require(measure.value(in: tallied)))
      #expect(abs(a - b) <= Tally.error * abs(a) + 1e-4, "\(measure.name): \(b) for \(a)")
      let errors = (measure.standardError(in: exact), measure.standardError(in: tallied))
      #expect((errors.0 == nil) == (errors.1 == nil), "\(measure.name)")
      if let error = errors.0, let other = errors.1 {
        #expect(abs(error - other) <= 0.05 * error + 2 * Tally.error * abs(a), "\(measure.name): \(other) for \(error)")
      }
      // How sure a spread is takes its worlds.
      guard statistic != "sd" else { continue }
      let readings = (try #require(measure.reading(in: exact)), try #require(measure.reading(in: tallied)))
      #expect((readings.0.interval == nil) == (readings.1.interval == nil), "\(measure.name)")
    }
  }

  @Test("a world in the middle has about the median's cash, and of several the lowest number")
  func middle() throws {
    let number = try #require(outcome.tallied.tallies?.middleWorld)
    let median = Summary(outcome).total(.closingCash).p50
    let cash = outcome.total(.closingCash)
    #expect(abs(cash[number] - median) <= 2 * Tally.error * abs(median) + 2)
  }

  @Test("worlds behind each other make the tallies of all, also where some are tallied already")
  func joined() {
    let whole = bytes(outcome.followed(by: outcome).tallied)
    #expect(bytes(outcome.tallied.followed(by: outcome)) == whole)
  }

  private func bytes(_ outcome: Outcome) -> [UInt8] {
    var writer = ByteWriter()
    outcome.write(to: &writer)
    return writer.bytes
  }
}
