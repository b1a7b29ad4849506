/// Paid channels. Every one needs a `budget` of yours.
extension Preset {
  package static let meta = Preset(
    "meta", .ads, "Meta: Facebook and Instagram",
    notes: [
      freshCreatives, intents, learningNote,
      "Accounts are banned (1, 2, 5 % a month, assumption) and new ones held to about 50 USD a day at first.",
    ],
    rows: [
      Row("cpc", "0.60 to 1.80 likely 1.30 USD per click", .metaClicks),
      Row("intent", "1.46", .freshCreative),
      Row("season_ads", "[0.90, 0.91, 0.96, 0.94, 0.99, 0.98, 0.97, 1.01, 0.98, 1.08, 1.25, 1.03]", .metaSeason),
      Row("inflation", "normal(6 %, 10 %)", .priceDrift),
    ] + creativeRows(halflife: "18 days", refresh: "21 days") + learningRows(days: "14 days") + noiseRows)

  static let tiktok = Preset(
    "tiktok", .ads, "TikTok ads to one's own store",
    notes: [
      freshCreatives, intents, learningNote,
      "An ad group needs 20 USD a day at least. A video that takes off is an event.",
    ],
    rows: [
      Row("cpc", "0.30 to 1.10 likely 0.55 USD per click", .tiktokClicks),
      Row("intent", "0.83", .freshCreative),
      Row("inflation", "12 % per year", .tiktokDrift),
    ] + creativeRows(halflife: "6 days", refresh: "7 days") + learningRows(days: "14 days") + noiseRows)

  static let googleSearch = Preset(
    "google-search", .ads, "Google Search, words that are no brand", notes: [intents],
    rows: [
      Row("cpc", "0.90 to 5.26 likely 2.69 USD per click", .searchClicks),
      Row("intent", "1.36", .searchClicks),
      Row("inflation", "13 % per year", .googleDrift),
    ] + learningRows(days: "14 days") + noiseRows)

  static let googleShopping = Preset(
    "google-shopping", .ads, "Google Shopping and Performance Max",
    notes: [
      freshCreatives, intents,
      "Few people search for one thing: give saturation where the market is small. Pets 0.40 to 0.80 USD a click.",
    ],
    rows: [
      Row("cpc", "0.40 to 1.16 likely 0.90 USD per click", .shoppingClicks),
      Row("intent", "2.4", .freshCreative),
      Row("inflation", "13 % per year", .googleDrift),
      Row("fatigue_halflife", "90 days", .memory),
      Row("fatigue_floor", "46 %", .fatigue),
      Row("creative_refresh", "90 days", .assumed("new pictures when the old are half as good")),
    ] + learningRows(days: "14 days") + noiseRows)

  static let pinterest = Preset(
    "pinterest", .ads, "Pinterest ads", notes: [freshCreatives, intents],
    rows: [
      Row("cpc", "0.40 to 1.50 likely 1.00 USD per click", .pinterestClicks),
      Row("intent", "1.04", .freshCreative),
      Row("inflation", "normal(6 %, 10 %)", .priceDrift),
    ] + creativeRows(halflife: "18 days", refresh: "21 days") + learningRows(days: "14 days") + noiseRows)

  static let influencers = Preset(
    "influencers", .ads, "Deals with influencers, as money a day for views",
    notes: [
      "A deal is paid at once, before its sales: 100, 400, 5,000 USD a post. Here it is spread over days.",
      "Of the viewers 2 to 4 % take part and 1 to 3 % of those click: 0.06 % of views. Visitors order 1.5 times in a "
        + "hundred (assumption).",
    ],
    rows: [
      Row("cpm", "2 to 15 likely 7 USD per 1000 views", .influencerPrices),
      Row("ctr", "0.06 %", .influencerPrices),
      Row("intent", "1.07", .memory),
    ] + noiseRows)

  // MARK: What channels have in common

  private static let freshCreatives =
    "Published conversions are averages over creatives of every age. intent is that of a fresh one: with the fading "
    + "below, its average over a creative's life is the published figure."
  private static let intents =
    "Orders per visitor against a store's 1.4 %: Meta 1.4, TikTok 0.8, Google Search 1.9, Shopping 2.4, Pinterest 1.0 %."
  private static let learningNote =
    "While the channel learns (50 orders within seven days) an order costs 1.2 to 1.5 times as much (assumption)."

  private static func creativeRows(halflife: String, refresh: String) -> [Row] {
    [
      Row("fatigue_halflife", halflife, .creativeLife),
      Row("fatigue_floor", "46 %", .fatigue),
      Row("creative_refresh", refresh, .creativeLife),
      Row("creative_cost", "30 USD per creative", .memory),
      Row("carryover", "72 %", .adstock),
    ]
  }

  private static func learningRows(days: String) -> [Row] {
    [Row("learning_days", days, .learning), Row("learning_factor", "0.77", .assumed("1 ÷ 1.3"))]
  }

  /// How prices and orders swing from day to day: φ = 0.6 a day is a half-life of ln 0.5 ÷ ln 0.6 days.
  private static let noiseRows = [
    Row("price_sd", "0.10 to 0.35 likely 0.20", .memory),
    Row("price_halflife", "1.36 days", .memory),
    Row("noise_sd", "0.3", .adScatter),
    Row("noise_halflife", "3 days", .memory),
  ]
}
