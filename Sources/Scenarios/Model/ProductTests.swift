import Statistics

/// Finding a product that sells (model 5). Tests happen where `candidates` is above 0.
package struct ProductTests: Equatable, Sendable {
  package var candidates = 0.0
  package var product = ""
  package var conversion = Self.usualConversion
  package var testSpend = 150.0
  package var testDays = 4.0
  package var keepIf = ""
  package var stopIf = ""
  package var live = 1.0
  package init() {}

  /// How stores differ: Littledata, 2,800 Shopify stores of 2023, a fifth below 0.5 %, a fifth above 3.2 %. One number would
  /// make all candidates alike, and a test of them a test of luck.
  private static let usualConversion: Size = {
    let law = try? TruncatedLaw(.lognormal(LognormalLaw(median: 0.014, sigma: 0.95)), to: -.infinity...1)
    return law.map { Size(.truncated($0), text: "lognormal(1.4 %, 0.95)") } ?? Size(0.014)
  }()
}

extension ProductTests: Described {
  package static let shape = Shape<ProductTests>(fields: [
    Field(
      "candidates", \.candidates, .count(of: "products"), 0...1000, certain: true,
      "How many products you can try in all; 0: the products of the scenario are known to sell."),
    Field(
      "product", \.product, .reference(to: "products"),
      "The product whose price, offers and terms all candidates share; by default, the first one. Its store sells nothing else."
    ),
    Field(
      "conversion", \.conversion, 0...1,
      "Orders per visit of a candidate; if you give a distribution, each candidate draws a value of its own. It replaces the store's conversion."
    ),
    Field(
      "test_spend", \.testSpend, .money(per: nil), 0...1e6, live: true,
      "Ad money for testing one candidate, spread evenly over the days, and over the store's channels in line with their budgets (evenly if no channel has a budget)."
    ).paid,
    Field("test_days", \.testDays, .wholeDays, 1...365, "How many days a test lasts."),
    Field(
      "keep_if", \.keepIf, .condition,
      "The condition for keeping a candidate when its test ends, such as roas(4) >= 1.4. A kept product gets the channels' full budgets."
    ),
    Field("stop_if", \.stopIf, .condition, "The condition for dropping a kept product, such as roas(14) < 1.1."),
    Field(
      "live", \.live, .count(of: "slots"), 1...10, certain: true,
      "How many candidates are tested or sold at the same time (slots), each with channels of its own."),
  ])
}
