/// Suppliers in the customer's country, and directories of them.
extension Preset {
  static let localWarehouse = near(
    "local-warehouse", "A supplier with stock in the customer's country", transit: "lognormal(4.6, 0.33)", .localDays,
    notes: ["Shipping costs 4 to 8 USD an order. A backup costs 3 to 15 % more for the goods (assumption)."])

  static let spocket = near(
    "spocket", "Spocket: suppliers in the US and the EU", transit: "lognormal(3.2, 0.36)", .vendorDays,
    notes: ["Goods cost 20 to 60 % more than from China (assumption). The plan is a preset for costs: spocket-plan."])

  static let syncee = near(
    "syncee", "Syncee: suppliers in the US and the EU", transit: "lognormal(3.2, 0.36)", .vendorDays,
    notes: ["Goods cost 20 to 60 % more than from China (assumption). The plan is a preset for costs: syncee-plan."])

  static let salehoo = near(
    "salehoo", "SaleHoo: a supplier from a checked directory", transit: "lognormal(4.6, 0.33)", .localDays,
    notes: [
      "What is paid for is a better choice of suppliers, nothing else: the plan is a preset for costs, salehoo-plan."
    ])

  static let wholesaleCentral = near(
    "wholesale-central", "Wholesale Central: a supplier from a directory", transit: "lognormal(4.6, 0.33)", .localDays,
    notes: ["A directory of wholesalers: suppliers differ, so score them (see scorecard)."])

  static let thirdPartyLogistics = Preset(
    "3pl", .suppliers, "A warehouse that sends your own goods (3PL)",
    notes: [
      "For the hybrid model: give the offer own_stock: {preset: hybrid-stock, order_quantity: …}. The warehouse's minimum "
        + "is a preset for costs: 3pl-minimum."
    ],
    rows: [
      Row("handling_days", "lognormal(1, 0.4)", .memory),
      Row("transit_days", "lognormal(4.6, 0.33)", .localDays),
      Row("lost_rate", "0.7 %", .lostParcels),
      Row("defect_rate", "3 %", .assumed("1.5 % not as described, 1.5 % the wrong item")),
    ])

  private static func near(
    _ name: String, _ summary: String, transit: String, _ days: Evidence, notes: [String]
  ) -> Preset {
    Preset(
      name, .suppliers, summary, notes: notes,
      rows: [
        Row("region", "home", .assumed("it fails together with its neighbours")),
        Row("handling_days", "lognormal(1, 0.4)", .memory),
        Row("transit_days", transit, days),
        Row("lost_rate", "0.7 %", .lostParcels),
        Row("defect_rate", "3 %", .assumed("1.5 % not as described, 1.5 % the wrong item")),
        Row("supplier_recovery", "60 %", .assumed("of proven cases 30, 60, 85 %")),
        Row("price_jump_rate", "3 % per month", .memory),
        Row("price_jump", "75%: 5 % to 20 % | 25%: -20 % to -5 %", .memory),
      ])
  }
}
