extension Binomial {
  /// The chance that at least so many of `trials` succeed: the incomplete beta function (DLMF 8.17.5).
  package static func chance(ofAtLeast successes: Int, of trials: Int, probability: Double) -> Double {
    guard successes > 0 else { return 1 }
    guard successes <= trials, probability > 0 else { return 0 }
    guard probability < 1 else { return 1 }
    let beta = IncompleteBeta(Double(successes), Double(trials - successes + 1))
    return Elementary.exp(beta.logTails(probability, 1 - probability).lower)
  }
}
