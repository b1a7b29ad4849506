import Statistics

/// One figure of a run over its worlds, as it is kept: each world's value, or how they spread.
package enum Sample: Sendable {
  case values([Double])
  /// How often each whole number from 0 on occurs.
  case counts([Int])
  case tally(Tally)

  package var count: Int {
    switch self {
    case .values(let values): values.count
    case .counts(let counts): counts.reduce(0, +)
    case .tally(let tally): tally.count
    }
  }

  /// How many values are not 0.
  package var nonzeros: Int {
    switch self {
    case .values(let values): values.count { $0 != 0 }
    case .counts(let counts): counts.dropFirst().reduce(0, +)
    case .tally(let tally): tally.nonzeros
    }
  }

  /// Mean, and the standard deviation with n − 1; NaN where there are too few values.
  package var moments: (mean: Double, standardDeviation: Double) {
    switch self {
    case .values(let values):
      let moments = Moments(values)
      return (moments.mean, moments.standardDeviation)
    case .counts(let counts):
      var sums = ExactSums()
      for (value, times) in counts.enumerated() {
        for _ in 0..<times { sums.add(Double(value)) }
      }
      return (sums.mean, sums.standardDeviation)
    case .tally(let tally): return (tally.mean, tally.standardDeviation)
    }
  }

  /// The standard error of the mean; NaN below two values.
  package var standardError: Double { moments.standardDeviation / Elementary.squareRoot(Double(count)) }

  /// Quantiles of type 7; of no values NaN.
  package func quantiles(at probabilities: [Double]) -> [Double] {
    if case .values(let values) = self { return Quantiles.of(values, at: probabilities) }
    let last = count - 1
    guard last >= 0 else { return probabilities.map { _ in .nan } }
    let places = probabilities.map { min(max($0, 0), 1) * Double(last) }
    let ranks = places.map { Int($0) }
    let found = values(at: ranks + ranks.map { min($0 + 1, last) })
    return places.indices.map { index in
      let (low, high) = (found[index], found[index + places.count])
      return low + (places[index] - Double(ranks[index])) * (high - low)
    }
  }

  /// The order statistics that enclose a quantile whatever the distribution; nil when there are too few values.
  package func quantileInterval(_ probability: Double, confidence: Double) -> ClosedRange<Double>? {
    if case .values(let values) = self {
      return QuantileInterval.of(values, probability: probability, confidence: confidence)
    }
    guard let ranks = QuantileInterval.ranks(count: count, probability: probability, confidence: confidence) else {
      return nil
    }
    let ends = values(at: [ranks.lowerBound, ranks.upperBound])
    return ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }

  /// What stands for the values, in ascending order, and how many each stands for.
  package var weighted: [(value: Double, count: Int)] {
    switch self {
    case .values(let values): values.sorted().map { ($0, 1) }
    case .counts(let counts): counts.enumerated().filter { $0.element > 0 }.map { (Double($0.offset), $0.element) }
    case .tally(let tally): tally.middles
    }
  }

  /// The values at 0-based ranks.
  private func values(at ranks: [Int]) -> [Double] {
    switch self {
    case .values(let values):
      let sorted = values.sorted()
      return ranks.map { sorted[$0] }
    case .counts(let counts):
      return ranks.map { rank in
        var before = 0
        let value = counts.firstIndex { times in
          before += times
          return rank < before
        }
        return value.map(Double.init) ?? .nan
      }
    case .tally(let tally): return tally.values(at: ranks)
    }
  }
}
