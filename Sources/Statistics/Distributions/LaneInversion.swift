/// Sequential inversion of one uniform per lane, for 32 lanes side by side: the count is how many partial sums of the
/// probabilities lie below the uniform.
///
/// In doubles: 32 bits of the uniform reach the results, so probabilities are right to 2⁻³³ and tails fade out only there.
struct LaneInversion {
  static let lanes = Stream.lanes
  static let scratchSize = 5 * lanes
  /// More steps than any mean below 10 can use: P(Poisson(10) > 64) < 2⁻⁸⁰.
  private static let mostSteps = 64

  // Parts of one allocation: with a single base pointer the compiler sees that the loops' rows do not overlap.
  let scratch: UnsafeMutablePointer<Double>

  /// uniform − (sum of the probabilities up to the current count); the lane is done when it is not positive.
  var excess: UnsafeMutablePointer<Double> { scratch }
  /// The probability of the current count.
  var probability: UnsafeMutablePointer<Double> { scratch + Self.lanes }
  /// Probability ratio at count k: (factor − step·(k − 1)) / k, which covers Poisson (step 0) and binomial.
  var factor: UnsafeMutablePointer<Double> { scratch + 2 * Self.lanes }
  var step: UnsafeMutablePointer<Double> { scratch + 3 * Self.lanes }
  var counts: UnsafeMutablePointer<Double> { scratch + 4 * Self.lanes }
  /// Runs all lanes to the end. `excess`, `probability` (both at count 0), `factor` and `step` must be set.
  func run() {
    for i in 0..<Self.lanes {
      counts[i] = 0
    }
    var k = 1
    while k <= Self.mostSteps, advance(count: Double(k)) { k += 1 }
  }

  /// Adds one where the uniform lies beyond the sum so far. False when it does so nowhere.
  private func advance(count k: Double) -> Bool {
    let inverse = 1 / k
    var open: UInt64 = 0
    for i in 0..<Self.lanes {
      let beyond = excess[i] > 0
      open |= beyond ? 1 : 0
      counts[i] += beyond ? 1 : 0
      probability[i] *= (factor[i] - step[i] * (k - 1)) * inverse
      excess[i] -= probability[i]
    }
    return open != 0
  }
}
