import Simulation
package import Statistics

/// What becomes of the money put in, over the worlds of a run: what a decision rests on. Not starting, the other choice, gains 0
/// and never runs out of money.
package struct Outlook: Equatable, Sendable {
  /// On which side of 0 a figure lies beyond its error.
  package enum Sign: Int, Sendable {
    case negative = -1
    case zero, positive
  }

  /// What to say of one plan.
  package enum Recommendation: String, Sendable {
    /// Surely fewer than half of the worlds end with a profit.
    case doNotStart = "do_not_start"
    case coinToss = "coin_toss"
    /// Surely more than half of the worlds end with a profit, and the money surely runs out in at most a tenth of them.
    case worthATry = "worth_a_try"
    case mayBreak = "may_break"
    case tooFewWorlds = "too_few_worlds"
    /// The scenario says that nobody may choose it.
    case notAChoice = "not_a_choice"
  }

  package let ruin: Proportion
  /// Worth more at the end than was put in.
  package let profit: Proportion
  package let ending: EndingShares
  /// Of the worlds, those that end with a profit and do not run out of money on the way.
  private let earning: Proportion
  package let median: Reading
  package let mean: Reading
  /// The 95th percentile of the gain.
  package let goodCase: Double
  /// On average, where worlds draw it.
  package let moneyPutIn: Double
  /// Does it begin with more than money, or with debts? Then the money put in is what it is worth when it is entered.
  package let isRunning: Bool
  /// May it be recommended?
  package let isChoice: Bool

  /// - Parameter ending: without it every world with a profit is one that does not run out, as far as there are such.
  package init(
    ruin: Proportion, profit: Proportion, ending: EndingShares? = nil, median: Reading, mean: Reading,
    goodCase: Double, moneyPutIn: Double, isRunning: Bool = false, isChoice: Bool = true
  ) {
    self.ruin = ruin
    self.profit = profit
    self.ending = ending ?? EndingShares(out: ruin.successes, profit: profit.successes, of: ruin.trials)
    earning = ending?.profit ?? profit
    self.median = median
    self.mean = mean
    self.goodCase = goodCase
    self.moneyPutIn = moneyPutIn
    self.isRunning = isRunning
    self.isChoice = isChoice
  }

  /// - Parameter isChoice: as the scenario says that was run.
  package init(_ summary: Summary, isChoice: Bool = true) {
    let unknown = Reading(.nan)
    self.init(
      ruin: summary.ruin, profit: summary.share(.profit), ending: EndingShares(summary),
      median: Measure(.p50, of: .gain).reading(in: summary) ?? unknown,
      mean: Measure(.mean, of: .gain).reading(in: summary) ?? unknown,
      goodCase: Measure(.p95, of: .gain).value(in: summary) ?? .nan,
      moneyPutIn: summary.moneyPutIn, isRunning: summary.openingWorth != 0, isChoice: isChoice)
  }

  package var ruinInterval: ClosedRange<Double> { ruin.interval(confidence: Precision.confidence) }
  private var earningInterval: ClosedRange<Double> { earning.interval(confidence: Precision.confidence) }
  package var profitInterval: ClosedRange<Double> { profit.interval(confidence: Precision.confidence) }

  /// Of the median gain. The chance of a profit has to agree, so that the two never say different things.
  package var medianSign: Sign {
    switch Self.sign(of: median) {
    case .positive where earningInterval.lowerBound > 0.5: .positive
    case .negative where profitInterval.upperBound < 0.5: .negative
    default: .zero
    }
  }

  package var meanSign: Sign { Self.sign(of: mean) }

  private static func sign(of reading: Reading) -> Sign {
    guard let interval = reading.interval else { return .zero }
    return interval.lowerBound > 0 ? .positive : interval.upperBound < 0 ? .negative : .zero
  }

  /// Most worlds lose, and yet the average gains: a few worlds gain very much.
  package var isLottery: Bool { medianSign == .negative && meanSign == .positive }

  package var recommendation: Recommendation {
    guard isChoice else { return .notAChoice }
    guard Precision.tellsOfTails(worlds: profit.trials) else { return .tooFewWorlds }
    let earns = earningInterval
    if earns.upperBound < 0.5 { return .doNotStart }
    guard earns.lowerBound > 0.5 else { return .coinToss }
    return ruinInterval.upperBound <= 0.1 ? .worthATry : .mayBreak
  }
}
