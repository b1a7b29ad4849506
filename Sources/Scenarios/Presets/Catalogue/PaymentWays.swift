/// Ways to be paid, for stores that have more than one.
extension Preset {
  static let shopifyPayments = Preset(
    "shopify-payments", .payments, "Shopify Payments, US cards, Basic plan",
    notes: ["Orders of Friday to Sunday leave together. Reserves of 15 to 30 % for 120 days were seen after disputes."],
    rows: [
      Row("payment_fee", "2.9 %", .shopifyPricing), Row("payment_fee_fixed", "0.30 USD per order", .shopifyPricing),
    ] + payoutRows(days: "4 days", .shopifyPayouts))

  static let paypal = Preset(
    "paypal", .payments, "PayPal for a new seller: money held for three weeks",
    notes: [
      "PayPal releases about a day after a confirmed delivery with tracking, else after 21 days. Reserves such as 10 % "
        + "for 90 days are possible: give reserve_rate and reserve_days. Cards outside its checkout cost 3.49 %."
    ],
    rows: [
      Row("payment_fee", "2.99 %", .paypalPricing), Row("payment_fee_fixed", "0.49 USD per order", .paypalPricing),
      Row("payout_days", "21 days", .paypalHolds),
    ])

  static let stripe = Preset(
    "stripe", .payments, "Stripe, US cards",
    notes: ["The first payout takes 7 to 14 days (assumption). Cards from abroad cost 1.5 % more, and 1 % to convert."],
    rows: [
      Row("payment_fee", "2.9 %", .stripePricing), Row("payment_fee_fixed", "0.30 USD per order", .stripePricing),
    ] + payoutRows(days: "2 days", .memory))

  static let stripeEurope = Preset(
    "stripe-europe", .payments, "Stripe, cards of the euro area", currency: "EUR",
    rows: [
      Row("payment_fee", "1.5 %", .memory), Row("payment_fee_fixed", "0.25 EUR per order", .memory),
    ] + payoutRows(days: "2 days", .memory))
}
