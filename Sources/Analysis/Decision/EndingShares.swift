import Simulation
package import Statistics

/// The three ways in which a world ends. They exclude each other: a world that runs out of money is out, whatever withheld
/// payouts and stock are worth in it; the others are told apart by their gain.
package struct EndingShares: Equatable, Sendable {
  package let out: Proportion
  /// In business to the end or closed by a rule, with no more than was put in.
  package let loss: Proportion
  package let profit: Proportion

  /// - Parameter profit: of the worlds that do not run out.
  package init(out: Int, profit: Int, of worlds: Int) {
    let out = Proportion(successes: out, trials: worlds)
    let profit = Proportion(successes: min(profit, out.trials - out.successes), trials: worlds)
    self.out = out
    self.profit = profit
    loss = Proportion(successes: out.trials - out.successes - profit.successes, trials: worlds)
  }

  package init(_ summary: Summary) {
    let endings = summary.outcome.endings
    self.init(
      out: summary.ruin.successes, profit: endings.backByMonth.reduce(0, +) - endings.ruinedInProfit,
      of: summary.outcome.paths)
  }

  /// In the order in which they are told.
  package var all: [Proportion] { [out, loss, profit] }

  /// Whole numbers of 100 worlds that sum to 100; nothing without worlds.
  package var ofHundred: (out: Int, loss: Int, profit: Int) {
    let counts = Apportionment.of(100, by: all.map(\.successes))
    return (counts[0], counts[1], counts[2])
  }
}

/// A whole number of things divided in proportion to others, by largest remainders (Hamilton): each part is its quota rounded
/// down or up, and they sum to the whole.
package enum Apportionment {
  /// Of equal remainders the first gets one more. All parts are 0 where there is nothing to go by.
  package static func of(_ whole: Int, by counts: [Int]) -> [Int] {
    let sum = counts.reduce(0, +)
    guard sum > 0 else { return counts.map { _ in 0 } }
    let quotas = counts.map { (whole * $0).quotientAndRemainder(dividingBy: sum) }
    var parts = quotas.map(\.quotient)
    let order = quotas.indices.sorted { (-quotas[$0].remainder, $0) < (-quotas[$1].remainder, $1) }
    for place in order.prefix(whole - parts.reduce(0, +)) { parts[place] += 1 }
    return parts
  }
}
