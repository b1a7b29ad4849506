extension Binomial {
  /// The chance of each count of successes, for the counts from `first` on; those left out have a chance below 1e-18 of the
  /// likeliest one's.
  ///
  /// By the ratio of neighbours from the likeliest count outwards, and divided by their sum: no factorial is needed.
  package static func weights(of trials: Int, probability: Double) -> (first: Int, weights: [Double]) {
    guard trials > 0, probability > 0 else { return (0, [1]) }
    guard probability < 1 else { return (trials, [1]) }
    let least = 1e-18
    let odds = probability / (1 - probability)
    let likeliest = min(trials, Int((Double(trials + 1) * probability).rounded(.down)))
    var above: [Double] = []
    var weight = 1.0
    var count = likeliest
    while count < trials, weight > least {
      weight *= Double(trials - count) / Double(count + 1) * odds
      above.append(weight)
      count += 1
    }
    var below: [Double] = []
    weight = 1
    count = likeliest
    while count > 0, weight > least {
      weight *= Double(count) / Double(trials - count + 1) / odds
      below.append(weight)
      count -= 1
    }
    let weights = below.reversed() + [1] + above
    let sum = weights.reduce(0, +)
    return (likeliest - below.count, weights.map { $0 / sum })
  }
}
