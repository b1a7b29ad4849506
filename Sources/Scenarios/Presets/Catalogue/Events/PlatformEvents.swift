/// What platforms, processors and ad accounts do to a store.
extension Preset {
  static let adAccountBan = event(
    "ad-account-ban", "An ad account is suspended for days or weeks",
    notes: [
      "Accounts are banned 1, 2 or 5 % a month, and 30 % of bans are for good: ad-account-ban-for-good. Accounts younger "
        + "than 60 days are banned twice as often: new-account-ban. Use all three together.",
      "All channels stop; for one of them write then: pause ads.NAME.",
    ],
    rows: [
      Row("chance", "1.4 % per month", .assumed("2 % a month, of which 70 % end")),
      Row("lasts", "3 to 30 days", .adReviews),
      Row("then", "pause ads", .assumed("all channels of one account")),
    ])

  static let adAccountBanForGood = event(
    "ad-account-ban-for-good", "An ad account is closed",
    notes: ["What is left is natural traffic. For one of several channels write then: pause ads.NAME."],
    rows: [
      Row("chance", "0.6 % per month", .assumed("2 % a month, of which 30 % are for good")),
      Row("then", "pause ads", .assumed("all channels of one account")),
    ])

  static let newAccountBan = event(
    "new-account-ban", "A young ad account is suspended, beside ad-account-ban",
    notes: ["It doubles the chance in the first 60 days."],
    rows: [
      Row("chance", "2 % per month", .assumed("young accounts twice as often")),
      Row("when", "day < 60", .assumed("young is below 60 days")),
      Row("lasts", "3 to 30 days", .adReviews),
      Row("then", "pause ads", .assumed("all channels of one account")),
    ])

  static let payoutHold = event(
    "payout-hold", "The processor reviews the store and withholds its payouts",
    notes: [
      "For stores without a hold_rate, whose holds it would double, or for a review on a day that is known: from: "
        + "2026-12-01, chance: ~. How much is withheld and for how long the store says: hold_share, hold_days. Seen: 15 to "
        + "25 % for 90 to 120 days (60 of 100 cases), 30 % for 90 days (25), all for 90 to 180 days (15)."
    ],
    rows: [
      Row("chance", "1.7 % per month", .assumed("10 % within six months, 3 to 30")),
      Row("then", "hold stores", .assumed("all stores of one processor")),
    ])

  static let marketplaceSuspension = event(
    "marketplace-suspension", "A marketplace suspends a seller whose orders go wrong, and keeps the balance",
    notes: [
      "Amazon wants less than 1 % of orders with defects in 60 days, 4 % late, 2.5 % cancelled; here disputes count. "
        + "One dispute among a few orders condemns nobody: so many orders are an assumption.",
      "All stores close; beside a store of your own write then: close stores.NAME, hold stores.NAME. Give the store "
        + "hold_days: 90 days is what balances are kept at most (assumption).",
    ],
    rows: [
      Row("chance", "20 % per month", .assumed("while the limit is exceeded")),
      Row("when", "dispute_rate(60) > 1 % and orders(60) > 150", .sellerHealth),
      Row("lasts", "7 to 90 days", .assumed("appeals take weeks")),
      Row("then", "close stores, hold stores", .assumed("the balance is kept")),
    ])

  static let parcelCards = event(
    "parcel-cards", "Cards in a marketplace's parcels lead buyers away, and the seller is suspended",
    notes: [
      "The article advises such cards. Amazon forbids them: they can end the account.",
      "It asks for natural traffic named cards, the visitors that the cards bring to a store of your own: as long as it "
        + "is closed or has not opened there are no cards, and nothing happens.",
      "All stores close; beside a store of your own write then: close stores.NAME, hold stores.NAME.",
    ],
    rows: [
      Row("chance", "3 % per month", .assumed("while cards are sent")),
      Row("when", "traffic.cards.open", .parcelCardRules),
      Row("lasts", "7 to 90 days", .assumed("appeals take weeks")),
      Row("then", "close stores, hold stores", .assumed("the balance is kept")),
    ])

  static let ipClaim = event(
    "ip-claim", "Somebody claims the product as his: it is taken off for good, and payouts are held",
    notes: [
      "The chance is for one product a year: 0.5, 1 or 3 %. Of several products write then: close products.NAME, hold "
        + "stores."
    ],
    rows: [
      Row("chance", "1 % per year", .assumed("0.5 to 3 % a product and year")),
      Row("then", "close products, hold stores", .assumed("taken off, payouts held")),
    ])

  static let bigCommerceUpgrade = event(
    "bigcommerce-upgrade", "BigCommerce moves the shop to its next plan",
    notes: [
      "Changes the cost named plan: costs: {plan: {preset: bigcommerce-core}}. Sales count before refunds. The caps are "
        + "the old ones; they were cut in June 2026."
    ],
    rows: [
      Row("when", "revenue(365) > 50,000 USD", .assumed("the old cap of the first plan")),
      Row("then", "costs.plan.amount = 105 USD per month", .bigCommercePlans),
    ])

  static let bigCommerceUpgradeTwice = event(
    "bigcommerce-upgrade-twice", "BigCommerce moves the shop to the plan after the next",
    notes: ["Stands behind bigcommerce-upgrade, which it outbids."],
    rows: [
      Row("when", "revenue(365) > 180,000 USD", .assumed("the old cap of the second plan")),
      Row("then", "costs.plan.amount = 399 USD per month", .bigCommercePlans),
    ])

  static func event(_ name: String, _ summary: String, currency: String = "USD", notes: [String] = [], rows: [Row])
    -> Preset
  {
    Preset(name, .events, summary, currency: currency, notes: notes, rows: rows)
  }
}
