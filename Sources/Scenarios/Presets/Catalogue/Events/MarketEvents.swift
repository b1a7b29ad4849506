/// What competitors, customers and chance do to a store.
extension Preset {
  static let copycat = event(
    "copycat", "Somebody copies a product that sells, and takes a tenth of its buyers",
    notes: [
      "Winners are copied 10, 25 or 50 % a month, and lose 5 to 15 %. market.copycats does the same little by little, and "
        + "brand slows it down: use one of the two."
    ],
    rows: [
      Row("chance", "25 % per month", .assumed("10 to 50 % a month")),
      Row("when", "orders(30) > 30", .assumed("what sells daily is seen")),
      Row("then", "products.*.conversion_factor *= 0.9", .assumed("5 to 15 %")),
    ])

  static let viralVideo = event(
    "viral-video", "A video is seen by many: visitors for some days",
    notes: [
      "All natural traffic has them; of several sources write then: traffic.NAME.visits += 800. A source for it alone has "
        + "visits: 0.",
      "Bursts differ much: most are small, a few are huge.",
    ],
    rows: [
      Row("chance", "2 % per month", .memory), Row("lasts", "5 days", .memory),
      Row("then", "traffic.*.visits += 800", .memory),
    ])

  static let liabilityCase = event(
    "liability-case", "Somebody is hurt by what was sold, and the seller pays",
    notes: [
      "The chance is for 1,000 orders a year: 0.02, 0.05 or 0.1 %. It moves only the worst worlds.",
      "An insurance bears what exceeds its deductible: insurance: {cover: 1,000,000 USD, deductible: 1,000 USD}; the preset "
        + "insurance for costs is its price.",
    ],
    rows: [
      Row("chance", "0.05 % per year", .assumed("0.02 to 0.1 % of 1,000 orders")),
      Row("then", "pay damages 5,000 to 100,000 USD", .assumed("the usual span of a case")),
    ])
}
