/// Offers, own stock and products.
extension Preset {
  static let openListing = Preset(
    "open-listing", .offers, "A listing anybody can find: it runs out and disappears",
    rows: [
      Row("stockout_rate", "3 % to 15 % likely 6 %", .memory),
      Row("stockout_days", "13 days", .assumed("mean of a lognormal of 10 days, 0.7")),
      Row("delisting_rate", "2 % per month", .memory),
    ])

  static let curatedListing = Preset(
    "curated-listing", .offers, "A listing of a supplier that was chosen with care",
    rows: [
      Row("stockout_rate", "3 % per month", .assumed("the low end")),
      Row("stockout_days", "13 days", .assumed("mean of a lognormal of 10 days, 0.7")),
      Row("delisting_rate", "1 % per month", .assumed("the low end")),
    ])

  static let hybridStock = Preset(
    "hybrid-stock", .ownStock, "Goods bought in bulk, by sea, kept in a 3PL warehouse",
    notes: [
      "Order 100 to 300 units (50 to 1,000, assumption); the unit price is 10 to 35 % lower than for single ones. "
        + "Storage is given as a pallet's 20 to 40 USD a month over some hundred units. By air it takes 7 to 12 days."
    ],
    rows: [
      Row("lead_days", "30 to 45 days", .memory),
      Row("storage", "0.20 USD per unit-month", .assumed("a pallet's 20 to 40 over some 150 units")),
      Row("fulfilment", "3.20 USD per order", .warehousePrices),
      Row("leftover_share", "30 %", .memory),
    ])

  static let chinaItem = Preset(
    "china-item", .products, "A product that comes from China in a month",
    notes: ["Late letters and returns are set so that with the supplier's faults about 8 % are refunded (4, 8, 15 %)."],
    rows: [
      Row("promised_days", "30 days", .aliexpressDays),
      Row("late_complaint", "5 %", .memory),
      Row("return_rate", "1 %", .memory),
    ] + customerRows)

  static let localItem = Preset(
    "local-item", .products, "A product that is delivered within a week",
    notes: ["Returns are set so that with the supplier's faults about 7 % are refunded (4, 8, 15 %)."],
    rows: [
      Row("promised_days", "7 days", .localDays),
      Row("late_complaint", "5 %", .memory),
      Row("return_rate", "3 %", .memory),
    ] + customerRows)

  private static let customerRows = [
    Row("repeat_rate", "3 % to 15 % likely 8 %", .memory),
    Row("repeat_days", "60 days", .memory),
    Row("elasticity", "2.62", .assumed("mean of published elasticities, from memory")),
  ]
}
