import Statistics

/// What the products of a marketplace say of prices, of the size of the market and of its competition.
package struct ProductMarket: Sendable {
  package struct Product: Sendable {
    package let price, units, reviews: Double?

    package init(price: Double?, units: Double?, reviews: Double?) {
      (self.price, self.units, self.reviews) = (price, units, reviews)
    }
  }

  package enum Competition: String, Sendable {
    case low, moderate, strong, fierce
  }

  package let count: Int
  /// Quartiles; nil without prices.
  package let price: (p25: Double, p50: Double, p75: Double)?
  /// A month; nil where nothing is told of sales.
  package let units: Double?
  package let revenue: Double?
  /// As many equal sellers would share the market alike.
  package let effectiveSellers: Double?
  /// What the three largest sell of all.
  package let topShare: Double?
  package let medianReviews: Double?
  /// Of products with fewer than fifty reviews.
  package let fewReviews: Double?
  package let competition: Competition

  package init(_ products: [Product]) {
    count = products.count
    let prices = products.compactMap(\.price)
    let quartiles = Quantiles.of(prices, at: [0.25, 0.5, 0.75])
    price = prices.isEmpty ? nil : (quartiles[0], quartiles[1], quartiles[2])
    let sold = products.compactMap(\.units)
    let all = sold.reduce(0, +)
    units = sold.isEmpty ? nil : all
    let turnovers = products.compactMap { product -> Double? in
      guard let price = product.price, let units = product.units else { return nil }
      return price * units
    }
    revenue = turnovers.isEmpty ? nil : turnovers.reduce(0, +)
    if all > 0 {
      effectiveSellers = all * all / sold.reduce(0) { $0 + $1 * $1 }
      topShare = sold.sorted(by: >).prefix(3).reduce(0, +) / all
    } else {
      (effectiveSellers, topShare) = (nil, nil)
    }
    let reviews = products.compactMap(\.reviews)
    medianReviews = reviews.isEmpty ? nil : Quantiles.of(reviews, at: [0.5])[0]
    fewReviews = reviews.isEmpty ? nil : Double(reviews.count { $0 < 50 }) / Double(reviews.count)
    competition = Self.competition(
      reviews: medianReviews ?? 0, share: products.count >= 10 ? topShare ?? 0 : 0)
  }

  /// Shares of few products say nothing.
  private static func competition(reviews: Double, share: Double) -> Competition {
    if reviews > 1000 || share > 0.75 { return .fierce }
    if reviews > 300 || share > 0.55 { return .strong }
    return reviews > 50 ? .moderate : .low
  }
}
