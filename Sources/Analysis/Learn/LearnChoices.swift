import Statistics

/// What there is to choose from: strategies in the same worlds, and not starting, which gains nothing and is never ruined.
package struct LearnChoices: Sendable {
  package struct Choice: Sendable {
    package let name: String
    package let gain: [Double]
    package let ruined: [Bool]
    /// What is said of it by itself: the best by its mean may still be no plan to start.
    package let outlook: Outlook?

    package init(_ name: String, gain: [Double], ruined: [Bool], outlook: Outlook? = nil) {
      (self.name, self.gain, self.ruined, self.outlook) = (name, gain, ruined, outlook)
    }

    package var meanGain: Double { Moments(gain).mean }
    package var ruin: Double { Double(ruined.count { $0 }) / Double(ruined.count) }
  }

  package let choices: [Choice]
  /// What a ruin counts, in money.
  package let priceOfRuin: Double
  /// For each choice and world: what it gains less the price of a ruin.
  package let utilities: [[Double]]
  /// The best of them before anything is learnt; nil: not starting.
  package let now: Int?

  package init(_ choices: [Choice], priceOfRuin: Double = 0) {
    self.choices = choices
    self.priceOfRuin = priceOfRuin
    utilities = choices.map { choice in
      priceOfRuin == 0 ? choice.gain : zip(choice.gain, choice.ruined).map { $0 - ($1 ? priceOfRuin : 0) }
    }
    now = Self.best(choices.map { ($0.meanGain, $0.ruin) }, priceOfRuin: priceOfRuin)
  }

  package var worlds: Int { choices.first?.gain.count ?? 0 }

  /// Mean utility of the choice that is best now.
  package var valueNow: Double { now.map { Moments(utilities[$0]).mean } ?? 0 }

  /// What it would be worth to know each world beforehand, its luck with it.
  package var valueOfAll: Double {
    let best = (0..<worlds).reduce(0.0) { sum, world in sum + max(0, utilities.reduce(0) { max($0, $1[world]) }) }
    return max(0, best / Double(max(1, worlds)) - valueNow)
  }

  /// The best by mean; among those that are as good the one that is ruined less, not starting first.
  private static func best(_ means: [(gain: Double, ruin: Double)], priceOfRuin: Double) -> Int? {
    var best: (place: Int?, utility: Double, ruin: Double) = (nil, 0, 0)
    for (place, mean) in means.enumerated() {
      let utility = mean.gain - priceOfRuin * mean.ruin
      // At the price where two are equal, rounding must not decide.
      let margin = 1e-9 * max(1, utility.magnitude, best.utility.magnitude)
      if utility > best.utility + margin || utility >= best.utility - margin && mean.ruin < best.ruin {
        best = (place, utility, mean.ruin)
      }
    }
    return best.place
  }

  /// The lowest price of a ruin at which the best choice is ruined no more often than so.
  ///
  /// A limit on the chance of ruin *given what was learnt* would be another question, in which to know more may be worth less
  /// than nothing (Hogan, Morris and Thompson, Management Science 27 (1981)).
  package static func priceOfRuin(keeping limit: Double, _ choices: [Choice]) -> Double {
    let means = choices.map { (gain: $0.meanGain, ruin: $0.ruin) }
    let all = means + [(gain: 0, ruin: 0)]
    var prices = [0.0]
    for one in all.indices {
      for other in all.indices where all[one].ruin > all[other].ruin {
        let price = (all[one].gain - all[other].gain) / (all[one].ruin - all[other].ruin)
        if price > 0, price.isFinite { prices.append(price) }
      }
    }
    let found = prices.sorted().first { price in
      (best(means, priceOfRuin: price).map { means[$0].ruin } ?? 0) <= limit
    }
    return found ?? 0
  }
}
