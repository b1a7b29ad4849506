/// Stores of one's own: visitors must be brought, the data and the brand are yours.
extension Preset {
  package static let shopifyBasic = ownStore(
    "shopify-basic", "Shopify Basic with Shopify Payments, US cards", fee: "2.9 %", .shopifyPricing, notes: [shopifyFee]
  )

  static let shopifyGrow = ownStore(
    "shopify-grow", "Shopify Grow with Shopify Payments, US cards", fee: "2.7 %", .shopifyPricing, notes: [shopifyFee])

  static let shopifyAdvanced = ownStore(
    "shopify-advanced", "Shopify Advanced with Shopify Payments, US cards", fee: "2.5 %", .shopifyPricing,
    notes: [shopifyFee])

  private static let shopifyFee =
    "Another payment provider costs 2.0 % (Basic), 1.0 % (Grow) or 0.6 % (Advanced) more: give commission. Cards "
    + "from abroad cost 1.0 to 1.5 % more. The plan itself is a preset for costs, such as shopify-basic-plan."

  static let wooCommerce = ownStore(
    "woocommerce", "WooCommerce on one's own hosting, paid through Stripe", fee: "2.9 %", .stripePricing,
    payout: payoutRows(days: "2 days", .memory),
    notes: ["No plan to pay, but hosting and a domain: presets woocommerce-hosting and domain for costs."])

  static let bigCommerce = ownStore(
    "bigcommerce", "BigCommerce, paid through Stripe", fee: "2.9 %", .stripePricing,
    payout: payoutRows(days: "2 days", .memory),
    notes: [
      "The plan grows with sales: past the plan's cap for the last twelve months (tax and shipping counted, refunds "
        + "not taken off) the next one is due. The old caps were 50k, 180k and 400k USD (assumption); in June 2026 they "
        + "were cut. Events do that: events: [{preset: bigcommerce-upgrade}, {preset: bigcommerce-upgrade-twice}].",
      "From June 2026 outside payment providers cost up to 2.0 % of a sale: give commission.",
    ])

  private static func ownStore(
    _ name: String, _ summary: String, fee: String, _ evidence: Evidence,
    payout: [Row] = payoutRows(days: "4 days", .shopifyPayouts), notes: [String]
  ) -> Preset {
    Preset(
      name, .stores, summary, notes: notes,
      rows: [
        Row("conversion", "lognormal(1.4 %, 0.95)", .littledata),
        Row("payment_fee", fee, evidence),
        Row("payment_fee_fixed", "0.30 USD per order", evidence),
      ] + payout + holdRows)
  }
}

/// What own stores and processors have in common.
extension Preset {
  static func payoutRows(days: String, _ evidence: Evidence) -> [Row] {
    [Row("payout_days", days, evidence), Row("payout_business_days", "yes", evidence)]
  }

  /// Nobody publishes how often payouts are withheld.
  static let holdRows = [
    Row("hold_rate", "1 % per month", .memory),
    Row("hold_share", "60%: 15 % to 25 % | 25%: 30 % | 15%: 100 %", .assumed("shares seen in forum cases")),
    Row("hold_days", "uniform(90, 120)", .assumed("days seen in forum cases")),
    Row("hold_multiplier.1.above", "0.65 %", .memory),
    Row("hold_multiplier.1.times", "3", .memory),
    Row("hold_multiplier.2.above", "1 %", .memory),
    Row("hold_multiplier.2.times", "8", .memory),
  ]
}
