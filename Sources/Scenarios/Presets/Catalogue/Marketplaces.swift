/// Marketplaces: visitors come by themselves, and belong to the place.
extension Preset {
  static let amazon = Preset(
    "amazon", .stores, "Amazon, sent by the seller (FBM)",
    notes: [
      "15 % is the fee of most categories; 8 % for electronics, 12 % for tools, 17 % for clothing, at least 0.30 USD.",
      "Money comes seven days after delivery, on the next date of a 14-day cycle; the bank takes 3 to 5 business days "
        + "more. So the days in transit are days without money.",
      "The article says: put cards into parcels to lead customers to your own store. Amazon forbids it, and the "
        + "account can be suspended. Orders with defects must stay below 1 %, late ones below 4 %.",
      "The plan is a preset for costs: amazon-plan. Ads on Amazon are dearer in demand and convert far better.",
    ],
    rows: [
      Row("conversion", "lognormal(9 %, 0.60)", .illustrative),
      Row("commission", "15 %", .amazonFees),
      Row("payout_from", "delivery", .amazonPayouts),
      Row("payout_days", "7 days", .amazonPayouts),
      Row("payout_cycle", "14 days", .amazonPayouts),
    ])

  static let ebay = Preset(
    "ebay", .stores, "eBay",
    notes: [
      "The fee is a share of the whole payment, tax and shipping too; 6 points more for sellers below standard.",
      "New sellers wait 21 to 30 days (assumption). How many visitors order is not in our sources: give conversion.",
    ],
    rows: [
      Row("commission", "12.9 % to 14.6 % likely 13.6 %", .assumed("eBay's 2026 table was not read")),
      Row("payment_fee_fixed", "0.40 USD per order", .ebayOrderFee),
    ] + payoutRows(days: "2 days", .memory))

  static let wish = Preset(
    "wish", .stores, "Wish, as a lesson: a marketplace that stops paying",
    notes: [
      "The article calls Wish a main marketplace. It was sold to Qoo10 for 173 million USD in 2024, is open by "
        + "invitation only, and paid sellers late from July 2024 (secondary sources).",
      "Here payouts stop for a year with 5.8 % a month: 30 % within six months, the high end of what is assumed for "
        + "new stores. Its fee and conversion are not in our sources: give commission and conversion.",
    ],
    rows: [
      Row("hold_rate", "5.8 % per month", .assumed("30 % within six months")),
      Row("hold_share", "100 %", .assumed("nothing is paid")),
      Row("hold_days", "365 days", .assumed("as good as never")),
    ])

  static let shopee = Preset(
    "shopee", .stores, "Shopee (虾皮)",
    notes: [
      "The fees differ by country, and the table for 2025 and 2026 was not found. When it pays and how many visitors "
        + "order is not in our sources: give payout_days and conversion."
    ],
    rows: [
      Row("commission", "6 % to 14 % likely 8 %", .shopeeFees),
      Row("payment_fee", "2 %", .shopeeFees),
    ])

  static let tiktokShop = Preset(
    "tiktok-shop", .stores, "TikTok Shop, US",
    notes: ["New shops wait longer, and a share may be reserved by risk. The ads are a preset of their own: tiktok."],
    rows: [
      Row("conversion", "lognormal(0.8 %, 1.1)", .illustrative),
      Row("commission", "6 %", .tiktokFees),
      Row("payout_from", "delivery", .tiktokPayouts),
      Row("payout_days", "7 days", .tiktokPayouts),
    ])
}
