import Statistics

/// What keywords say of the price of a click, and of how much a channel of searches can take.
package struct KeywordMarket: Sendable {
  package struct Keyword: Sendable {
    package let words: String
    package let searchesLow, searchesHigh: Double
    /// The 20th and 80th percentiles of what advertisers pay.
    package let bidLow, bidHigh: Double?
    /// One price alone, as Ahrefs tells it.
    package let cpc: Double?
    package let difficulty: Double?

    package init(
      words: String, searchesLow: Double, searchesHigh: Double, bidLow: Double? = nil, bidHigh: Double? = nil,
      cpc: Double? = nil, difficulty: Double? = nil
    ) {
      (self.words, self.searchesLow, self.searchesHigh) = (words, searchesLow, searchesHigh)
      (self.bidLow, self.bidHigh, self.cpc, self.difficulty) = (bidLow, bidHigh, cpc, difficulty)
    }

    fileprivate var weight: Double { (searchesLow * searchesHigh).squareRoot() }

    /// The law of its clicks' price.
    fileprivate var law: (log: Double, deviation: Double)? {
      if let bidLow, let bidHigh, bidLow > 0, bidHigh >= bidLow {
        return (Elementary.log(bidLow * bidHigh) / 2, Elementary.log(bidHigh / bidLow) / KeywordMarket.bidWidth)
      }
      guard let cpc, cpc > 0 else { return nil }
      return (Elementary.log(cpc), KeywordMarket.usualDeviation)
    }
  }

  /// From the 20th to the 80th percentile of a normal law, in deviations.
  fileprivate static let bidWidth = 2 * Normal.quantile(0.8)
  /// Where one price is told (assumption).
  fileprivate static let usualDeviation = 0.5
  /// The share of searches that ads can reach (assumption).
  package static let reachable = [0.02, 0.05, 0.1]

  package let used: Int
  package let doubles: Int
  /// A month.
  package let searchesLow, searchesHigh: Double
  /// A lognormal law; nil where no keyword has a price.
  package let cpc: (median: Double, sigma: Double)?
  /// Mean of what is told.
  package let difficulty: Double?

  /// Keywords of the same words count once, whatever their order.
  package init(_ keywords: [Keyword]) {
    var seen: Set<[Substring]> = []
    let own = keywords.filter { seen.insert($0.words.split(separator: " ").sorted()).inserted }
    (used, doubles) = (own.count, keywords.count - own.count)
    searchesLow = own.reduce(0) { $0 + $1.searchesLow }
    searchesHigh = own.reduce(0) { $0 + $1.searchesHigh }
    cpc = Self.mixture(own)
    let hard = own.compactMap(\.difficulty)
    difficulty = hard.isEmpty ? nil : hard.reduce(0, +) / Double(hard.count)
  }

  /// One law for all: the mean and the variance of the logarithm of their mixture.
  private static func mixture(_ keywords: [Keyword]) -> (median: Double, sigma: Double)? {
    let laws = keywords.compactMap { keyword in keyword.law.map { (weight: keyword.weight, law: $0) } }
    let all = laws.reduce(0) { $0 + $1.weight }
    guard all > 0 else { return nil }
    let mean = laws.reduce(0) { $0 + $1.weight * $1.law.log } / all
    let variance =
      laws.reduce(0) {
        let away = $1.law.log - mean
        return $0 + $1.weight * ($1.law.deviation * $1.law.deviation + away * away)
      } / all
    return (Elementary.exp(mean), variance.squareRoot())
  }

  /// Quantiles of the price of a click.
  package func cpc(_ deviations: Double) -> Double? {
    cpc.map { $0.median * Elementary.exp(deviations * $0.sigma) }
  }

  /// Money a day at which half of all reachable clicks are bought.
  package var saturation: (low: Double, likely: Double, high: Double)? {
    guard let median = cpc?.median else { return nil }
    let middle = (searchesLow * searchesHigh).squareRoot()
    let days = 30.4
    return (
      searchesLow / days * Self.reachable[0] * median, middle / days * Self.reachable[1] * median,
      searchesHigh / days * Self.reachable[2] * median
    )
  }

  /// Days until one is found without ads (assumption): half a year, and six days more for each point of difficulty.
  package var rampDays: ClosedRange<Double>? {
    difficulty.map { hard in
      let days = 180 + 6 * hard
      return days / 2...days * 1.5
    }
  }
}
