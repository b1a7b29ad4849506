import Analysis
import Simulation
import Statistics
import Testing

@Suite("How sure figures are")
struct PrecisionTests {
  /// Worlds of which so many are ruined; final cash is 1, 2, 3 …
  private func worlds(_ count: Int, ruined: Int) -> Summary {
    let cash = (1...count).map(Double.init)
    let days = (0..<count).map { $0 < ruined ? 10.0 : -1 }
    return Summary(
      Outcome([.closingCash: [cash]], ruinDay: days, ruinCause: days.map { $0 < 0 ? .none : .insolvent }))
  }

  private func error(_ summary: Summary, _ metric: String, _ statistic: String? = nil) throws -> Double? {
    try Measure(metric: metric, statistic: statistic).standardError(in: summary)
  }

  @Test("ruin has Wilson's interval")
  func ruin() {
    // 10 of 100: (0.1 + z²/200 ± z √(0.1 · 0.9/100 + z²/40000)) / (1 + z²/100), z = 1.959964.
    let interval = worlds(100, ruined: 10).ruinInterval
    #expect(abs(interval.lowerBound - 0.055_229_1) < 1e-6)
    #expect(abs(interval.upperBound - 0.174_365_6) < 1e-6)
    #expect(worlds(50, ruined: 0).ruinInterval.lowerBound == 0)
  }

  @Test("quantiles have an interval of order statistics, and none in small samples")
  func quantiles() throws {
    let summary = worlds(100, ruined: 0)
    let cash = summary.outcome.total(.closingCash)
    // The 40th and the 61st of 100 enclose the median with 96.5 %: the usual table.
    #expect(summary.quantileInterval(cash, 0.5) == 40...61)
    #expect(summary.quantileInterval([1, 2, 3], 0.05) == nil)
  }

  @Test("means have an interval that may be askew, certain where all worlds agree, and none of a single world")
  func means() throws {
    let summary = worlds(4, ruined: 0)
    let interval = try #require(summary.meanInterval([1, 2, 3, 4, 5]))
    // Two pseudo-worlds of 1 and 5: variance (10 + 8)/7, over 7.
    #expect(abs(interval.upperBound - (3 + 1.959_964 * 0.606_092)) < 1e-5)
    #expect(abs(interval.lowerBound - (3 - 1.959_964 * 0.606_092)) < 1e-5)
    let gains = (1...100).map { $0 == 50 ? 5000.0 : Double($0) }
    let askew = try #require(summary.meanInterval(gains))
    #expect(askew.upperBound - 100 > 1.2 * (100 - askew.lowerBound))
    #expect(summary.meanInterval([3, 3, 3, 3]) == 3...3)
    #expect(summary.meanInterval([3, 3, 3, 4]) == nil)
    #expect(summary.meanInterval([7]) == nil)
  }

  @Test("the standard error of a share that all worlds agree on is not zero")
  func unanimous() throws {
    let summary = worlds(100, ruined: 0)
    let error = try #require(try error(summary, "ruin"))
    #expect(abs(error - summary.ruinInterval.upperBound / 2 / 1.959_964) < 1e-6)
    #expect(summary.ruin.standardError == 0)
  }

  @Test("standard errors of means, quantiles and shares; none of spreads and of too few worlds")
  func errors() throws {
    let summary = worlds(100, ruined: 50)
    #expect(abs(try #require(try error(summary, "insolvent")) - 0.049) < 0.001)
    #expect(abs(try #require(try error(summary, "cash", "p50")) - 21 / 3.919_928) < 1e-6)
    // √(101 · 100 / 12 / 100).
    #expect(abs(try #require(try error(summary, "cash", "mean")) - 2.901_149) < 1e-6)
    #expect(try error(summary, "ruin_day", "mean") == 0)
    #expect(try error(summary, "cash", "sd") == nil)
    #expect(try error(worlds(3, ruined: 0), "cash", "p5") == nil)
    #expect(try error(worlds(3, ruined: 0), "ruin_day", "mean") == nil)
  }
}

@Suite("Profiles of laws")
struct LawProfileTests {
  private func law(_ name: String, _ arguments: Double...) throws -> Law {
    try #require(LawCatalogue.entry(named: name)).make(arguments)
  }

  @Test("the bins hold what lies between the 1st and the 99th percentile")
  func bins() throws {
    let profile = LawProfile(try law("uniform", 0, 100), bins: 49)
    #expect(abs(profile.low - 1) < 1e-12 && abs(profile.high - 99) < 1e-12)
    for probability in profile.probabilities { #expect(abs(probability - 0.02) < 1e-12) }
    let normal = LawProfile(try law("normal", 0, 1), bins: 10).probabilities
    #expect(abs(normal.reduce(0, +) - 0.98) < 1e-9)
    for (left, right) in zip(normal, normal.reversed()) { #expect(abs(left - right) < 1e-9) }
  }

  @Test("a value with a probability of its own counts in its bin, also at the edge")
  func atoms() throws {
    let mixture = Law.mixture(
      try MixtureLaw([(0.8, try law("certain", 0)), (0.2, try law("uniform", 1000, 4000))]))
    let profile = LawProfile(mixture, bins: 10)
    #expect(profile.probabilities[0] >= 0.8 && profile.probabilities[0] < 0.85)
    #expect(abs(profile.probabilities.reduce(0, +) - 0.99) < 1e-6)
    #expect(profile.bin(of: 0) == 0 && profile.bin(of: profile.high) == 9 && profile.bin(of: -1e300) == 0)
  }

  @Test("around one value for sure there is room, and observed values are bins, not spikes", arguments: [0, 12, -3])
  func degenerate(value: Double) throws {
    let profile = LawProfile(try law("certain", value), bins: 7)
    #expect(profile.low < value && profile.high > value)
    #expect(profile.probabilities.reduce(0, +) == 1)
    #expect(profile.probabilities[profile.bin(of: value)] == 1)
    let observed = LawProfile(try law("empirical", 1, 1, 1, 5), bins: 4)
    #expect(observed.probabilities.allSatisfy { $0 >= 0 && $0 <= 1 })
  }
}
