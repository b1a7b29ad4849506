/// Plans of platforms.
extension Preset {
  static let shopifyBasicPlan = cost(
    "shopify-basic-plan", "Shopify Basic, paid by the month", "39 USD per month", .shopifyMonthly,
    notes: ["The article says from 29 USD: that is the price when a year is paid at once (shopify-basic-yearly)."])
  static let shopifyBasicYearly = cost(
    "shopify-basic-yearly", "Shopify Basic, paid by the year: 12 times 29", "348 USD per year", .shopifyPricing)
  static let shopifyGrowPlan = cost(
    "shopify-grow-plan", "Shopify Grow, paid by the month", "105 USD per month", .shopifyMonthly)
  static let shopifyAdvancedPlan = cost(
    "shopify-advanced-plan", "Shopify Advanced, paid by the month", "399 USD per month", .shopifyMonthly)
  static let wooHosting = cost(
    "woocommerce-hosting", "Hosting for WooCommerce", "5 to 100 likely 25 USD per month", .memory)
  static let bigCommerceCore = cost(
    "bigcommerce-core", "BigCommerce Core (before: Standard)", "39 USD per month", .bigCommercePlans,
    notes: ["The article says 29.95 USD: it is 29 by the year and 39 by the month, and the plans have new names."])
  static let bigCommerceGrowth = cost(
    "bigcommerce-growth", "BigCommerce Growth (before: Plus)", "105 USD per month", .bigCommercePlans)
  static let amazonPlan = cost(
    "amazon-plan", "Amazon's selling plan", "39.99 USD per month", .amazonFees,
    notes: ["Without it a sold item costs 0.99 USD."])
  static let domain = cost("domain", "A domain", "10 to 20 likely 14 USD per year", .domains)
  static let theme = cost("theme", "A theme for the shop", "180 USD once", .assumed("0 to 180, up to 400"))
  static let appStack = cost(
    "apps", "Apps of a shop", "0 to 400 likely 60 USD per month", .apps, notes: ["60 to 120 is usual."])
  static let samples = Preset(
    "samples", .costs, "Sample orders before anything is sold: five at 25",
    rows: [
      Row("amount", "125 USD once", .assumed("three at 15 to ten at 60")),
      Row("row", "other", .assumed("they are not a tool")),
    ])

  static func cost(
    _ name: String, _ summary: String, _ amount: String, _ evidence: Evidence, notes: [String] = []
  ) -> Preset {
    Preset(name, .costs, summary, notes: notes, rows: [Row("amount", amount, evidence)])
  }
}
