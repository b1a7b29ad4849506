package import Simulation
import Statistics

/// What may be said of several plans that ran in the same worlds, beside the choice not to start at all.
///
/// Each claim follows from the signs of figures beyond their errors, so that none contradicts the figures beside it:
/// - "earns more" only of a plan whose median gains; of one whose median loses "loses less";
/// - "safer" only of a plan whose median does not lose: to earn nothing and stop is no safety;
/// - a difference that may be chance is no ranking.
package struct Verdict: Equatable, Sendable {
  /// How the plans stand against not starting.
  package enum Baseline: String, Sendable {
    /// The median of at least one of them gains: not starting is not the first thing to say.
    case none
    /// All lose, in the median and on average.
    case keep
    /// All lose in the median, and at least one gains on average.
    case lottery
    /// Whether any of them beats not starting may be chance.
    case close
  }

  /// Plans go by their places.
  package enum Claim: Equatable, Sendable {
    case earnsMore(Int)
    /// Its median is about 0, and those of the others are lower.
    case comesOutEven(Int)
    case losesLess(Int)
    /// Which of them does best in the median may be chance; do all of them lose?
    case gainTooClose([Int], allLose: Bool)
    case safer(Int)
    case runsOutLessOften(Int)
    case ruinTooClose([Int])
    /// It is praised, and yet more than half of its worlds run out of money.
    case stillRunsOut(Int)
  }

  package let outlooks: [Outlook]
  /// Places of the plans of which something may be said; where none of them is a choice, nothing is.
  package let choices: [Int]
  package let baseline: Baseline
  /// The plan that the baseline is held against.
  package let contender: Int
  /// Places of plans, the best median gain first, behind it those that are not clearly worse.
  package let earning: [Int]
  /// The same by the chance to run out of money.
  package let safest: [Int]

  /// - Parameters:
  ///   - outlooks: at least one.
  ///   - earning: the leaders by the median gain, as `leaders` finds them.
  ///   - safest: those by ruin.
  package init(_ outlooks: [Outlook], earning: [Int], safest: [Int]) {
    self.outlooks = outlooks
    self.earning = earning
    self.safest = safest
    let choices = outlooks.indices.filter { outlooks[$0].isChoice }
    self.choices = choices
    let medians = choices.map { outlooks[$0].medianSign }
    let means = choices.map { outlooks[$0].meanSign }
    let best = { (places: [Int], value: (Outlook) -> Double) in
      places.max { value(outlooks[$0]) < value(outlooks[$1]) } ?? 0
    }
    if choices.isEmpty || medians.contains(.positive) {
      baseline = .none
      contender = earning.first ?? 0
    } else if medians.allSatisfy({ $0 == .negative }), means.contains(.positive) {
      baseline = .lottery
      contender = best(choices.filter { outlooks[$0].meanSign == .positive }) { $0.mean.value }
    } else if medians.allSatisfy({ $0 == .negative }), means.allSatisfy({ $0 == .negative }) {
      baseline = .keep
      contender = earning.first ?? 0
    } else {
      baseline = .close
      let open = choices.filter { outlooks[$0].medianSign != .negative || outlooks[$0].meanSign != .negative }
      contender = best(open) { $0.median.value }
    }
  }

  /// - Parameters:
  ///   - outcomes: of the same worlds, all of which were kept.
  ///   - isChoice: may the plan at a place be recommended?
  ///   - isSame: are two of them runs of the same program?
  package init(
    of outcomes: [Outcome], isChoice: (Int) -> Bool = { _ in true }, isSame: (Int, Int) -> Bool = { _, _ in false }
  ) {
    let ruin = outcomes.map { Measure(nil, of: .ruin).estimate(in: $0) }
    let gain = outcomes.map { Measure(.p50, of: .gain).estimate(in: $0) }
    let choices = outcomes.indices.filter(isChoice)
    self.init(
      outcomes.indices.map { Outlook(Summary(outcomes[$0]), isChoice: isChoice($0)) },
      earning: Self.leaders(gain, among: choices, isSame) { $0.value },
      safest: Self.leaders(ruin, among: choices, isSame) { -$0.value })
  }

  private static func leaders(
    _ estimates: [Estimate], among choices: [Int], _ isSame: (Int, Int) -> Bool, by goodness: (Estimate) -> Double
  ) -> [Int] {
    guard var best = choices.first else { return [] }
    for index in choices where goodness(estimates[index]) > goodness(estimates[best]) { best = index }
    let close = choices.filter { index in
      index != best
        && (isSame(index, best) || !Difference(estimates[index], minus: estimates[best]).isClear)
    }
    return [best] + close
  }
}

// MARK: What may be said

extension Verdict {
  /// Plans of which most worlds surely run out of money or end with a loss.
  package var notToStart: [Int] { outlooks.indices.filter { outlooks[$0].recommendation == .doNotStart } }

  /// Places of the plans that are shown and never recommended.
  package var withheld: [Int] { outlooks.indices.filter { !outlooks[$0].isChoice } }

  /// What sets the plans apart; nothing of a single one.
  package var claims: [Claim] {
    guard choices.count > 1 else { return [] }
    let told = [gainClaim, ruinClaim].compactMap(\.self)
    var praised: [Int] = []
    for case .some(let plan) in told.map(\.praised) where !praised.contains(plan) { praised.append(plan) }
    return told + praised.filter { outlooks[$0].ruin.estimate > 0.5 }.map(Claim.stillRunsOut)
  }

  private var gainClaim: Claim? {
    guard let best = earning.first else { return nil }
    guard earning.count == 1 else {
      return .gainTooClose(earning.sorted(), allLose: earning.allSatisfy { outlooks[$0].medianSign == .negative })
    }
    switch outlooks[best].medianSign {
    case .positive: return .earnsMore(best)
    case .zero: return .comesOutEven(best)
    case .negative: return .losesLess(best)
    }
  }

  private var ruinClaim: Claim? {
    guard let best = safest.first, choices.contains(where: { outlooks[$0].ruin.successes > 0 }) else { return nil }
    guard safest.count == 1 else { return .ruinTooClose(safest.sorted()) }
    return outlooks[best].medianSign == .negative ? .runsOutLessOften(best) : .safer(best)
  }
}

extension Verdict.Claim {
  /// The one plan of which something good is said.
  package var praised: Int? {
    switch self {
    case .earnsMore(let plan), .comesOutEven(let plan), .losesLess(let plan), .safer(let plan),
      .runsOutLessOften(let plan):
      plan
    case .gainTooClose, .ruinTooClose, .stillRunsOut: nil
    }
  }
}
