import Statistics

/// How well months were foretold, each from what was known the day before it began.
package struct Backtest: Sendable {
  package struct Month: Sendable {
    /// `2027-06`
    package let month: String
    package let figure: String
    package let actual: Double
    package let p5, p50, p95: Double
    /// Its place among the worlds, between 0 and 1.
    package let place: Double
    package let crps: Double
    /// The month before, and how far that was off.
    package let naive: Double

    package init(month: String, figure: String, worlds: [Double], actual: Double, naive: Double, uniform: Double) {
      (self.month, self.figure, self.actual, self.naive) = (month, figure, actual, naive)
      let quantiles = Quantiles.of(worlds, at: [0.05, 0.5, 0.95])
      (p5, p50, p95) = (quantiles[0], quantiles[1], quantiles[2])
      place = RankedScore.place(of: actual, among: worlds, uniform: uniform)
      crps = RankedScore.crps(worlds, actual: actual)
    }

    package var isInside: Bool { actual >= p5 && actual <= p95 }
    package var naiveScore: Double { (actual - naive).magnitude }

    /// How many times the way from the middle to p5 or p95 it went.
    package var stretch: Double {
      let reach = actual > p50 ? p95 - p50 : p50 - p5
      let way = (actual - p50).magnitude
      return way == 0 ? 0 : reach > 0 ? way / reach : .infinity
    }
  }

  package enum Word: String, Sendable {
    case tooFew = "too few months"
    case narrow = "too narrow"
    case wide = "too wide"
    case right = "as it should be"
    case unclear = "cannot tell yet"
    /// Months that overlap are no trials of their own.
    case overlapping = "months overlap"
  }

  package struct Widening: Sendable, Equatable {
    package let level: Double
    package let factor: Double
  }

  package struct Figure: Sendable {
    package let figure: String
    package let months: [Month]
    /// Where the true share of months inside lies; nil where months overlap.
    package let share: ClosedRange<Double>?
    package let word: Word

    package var inside: Int { months.count(where: \.isInside) }
    package var crps: Double { Backtest.mean(months.map(\.crps)) }
    package var naiveScore: Double { Backtest.mean(months.map(\.naiveScore)) }
    /// How much closer than the month before, as a share of its distance.
    package var skill: Double { naiveScore > 0 ? 1 - crps / naiveScore : 0 }
    /// Above 2: more came than the worlds say; below −2: less.
    package var bias: Double {
      (Backtest.mean(months.map(\.place)) - 0.5) * Elementary.squareRoot(12 * Double(months.count))
    }
    package var widening: Widening? {
      for level in [0.9, 0.8] {
        if let factor = Backtest.widening(months.map(\.stretch), level: level) {
          return Widening(level: level, factor: factor)
        }
      }
      return nil
    }

    package init(_ figure: String, _ months: [Month], overlap: Bool = false) {
      (self.figure, self.months) = (figure, months)
      let inside = months.count(where: \.isInside)
      share = overlap ? nil : Proportion(successes: inside, trials: months.count).exactInterval(confidence: 0.95)
      word = overlap ? .overlapping : Backtest.word(inside: inside, of: months.count)
    }
  }

  /// Where the worlds of each month begin.
  package enum Begins: String, Sendable {
    /// With what was on its way the evening before.
    case opening
    /// With the scenario, as a shop that tests products cannot be entered later.
    case firstDayOfTests = "first_day_of_tests"
    /// With the scenario, as no file tells what a processor owed.
    case firstDayWithoutBooks = "first_day_without_books"
    /// With the scenario, as a shop that is paid abroad cannot be entered later yet.
    case firstDayPaidAbroad = "first_day_paid_abroad"
  }

  package let horizon: Int
  package let givenAds: Bool
  package let begins: Begins
  package let months: [Month]
  package let figures: [Figure]

  package static let leastToLearn = 3
  package static let leastToJudge = 4
  package static let level = 0.9

  package init(_ months: [Month], horizon: Int, givenAds: Bool, begins: Begins = .opening) {
    (self.months, self.horizon, self.givenAds, self.begins) = (months, horizon, givenAds, begins)
    var names: [String] = []
    for month in months where !names.contains(month.figure) { names.append(month.figure) }
    figures = names.map { name in Figure(name, months.filter { $0.figure == name }, overlap: horizon > 1) }
  }

  static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// Is the truth inside as often as promised?
  static func word(inside: Int, of months: Int) -> Word {
    guard months >= leastToJudge else { return .tooFew }
    let share = Proportion(successes: inside, trials: months).exactInterval(confidence: 0.95)
    if share.upperBound < level { return .narrow }
    if share.lowerBound > level { return .wide }
    return share.upperBound - share.lowerBound <= 0.3 ? .right : .unclear
  }

  /// The score that the next month stays below so often, whatever the law (Vovk, Gammerman and Shafer, "Algorithmic
  /// Learning in a Random World", 2005); nil while months are too few for that.
  static func widening(_ scores: [Double], level: Double) -> Double? {
    let place = Int((Double(scores.count + 1) * level - 1e-9).rounded(.up))
    guard place >= 1, place <= scores.count else { return nil }
    return scores.sorted()[place - 1]
  }
}
