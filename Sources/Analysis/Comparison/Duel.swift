package import Statistics

/// Two runs of the same worlds, world by world: in how many one does better than the other.
package struct Duel: Equatable, Sendable {
  package let wins: Int
  package let ties: Int
  package let losses: Int

  /// - Parameter other: of the same worlds. Higher is better; a world in which either has no value is a tie.
  package init(_ column: [Double], against other: [Double]) {
    var (wins, losses) = (0, 0)
    for (mine, theirs) in zip(column, other) {
      if mine > theirs { wins += 1 } else if mine < theirs { losses += 1 }
    }
    self.wins = wins
    self.losses = losses
    ties = min(column.count, other.count) - wins - losses
  }

  package var worlds: Int { wins + ties + losses }
  /// P(A beats B); ties are none.
  package var win: Proportion { Proportion(successes: wins, trials: worlds) }
  package var tie: Proportion { Proportion(successes: ties, trials: worlds) }
  package var loss: Proportion { Proportion(successes: losses, trials: worlds) }
}
