/// Suppliers that send from China.
extension Preset {
  static let aliexpress = fromChina(
    "aliexpress", "AliExpress, Standard Shipping to the US", transit: "lognormal(26, 0.43)", .aliexpressDays,
    notes: [
      "Shipping costs 0 to 5 USD an order. Buyers are protected for 60 to 90 days; unpaid orders lapse after 20 days.",
      dutyNote,
    ])

  static let aliexpressPremium = fromChina(
    "aliexpress-premium", "AliExpress, Premium Shipping to the US", transit: "lognormal(10.2, 0.30)", .premiumDays,
    notes: ["Shipping costs 6 to 12 USD an order (assumption).", dutyNote])

  package static let yunexpress = fromChina(
    "yunexpress", "An agent in China with YunExpress to the US", transit: "lognormal(11.7, 0.29)", .yunexpressDays,
    notes: ["Shipping costs 3 to 7 USD an order.", dutyNote])

  static let cj = fromChina(
    "cj", "CJ Dropshipping with CJPacket to the US", transit: "lognormal(9.5, 0.30)", .cjDays,
    notes: ["Shipping costs 4 to 8 USD an order (assumption).", dutyNote])

  private static let dutyNote =
    "Parcels from China have paid duty in the US since 2 May 2025, those of all countries since 29 August 2025; the "
    + "article still counts on duty-free parcels. What followed the 10 % of Section 122 after 24 July 2026 was not found."

  private static func fromChina(
    _ name: String, _ summary: String, transit: String, _ days: Evidence, notes: [String]
  ) -> Preset {
    Preset(
      name, .suppliers, summary, notes: notes,
      rows: [
        Row("region", "China", .assumed("it fails together with its neighbours")),
        Row("handling_days", "lognormal(2, 0.5)", .chinaHandling),
        Row("transit_days", transit, days),
        Row("lost_rate", "1.5 %", .memory),
        Row("defect_rate", "4.5 %", .assumed("3 % not as described, 1.5 % the wrong item")),
        Row("supplier_recovery", "30 %", .assumed("of proven cases 30, 60, 85 %")),
        Row("duty_rate", "10 % to 45 % likely 27.5 %", .tariffs),
        Row("price_jump_rate", "3 % per month", .memory),
        Row("price_jump", "75%: 5 % to 20 % | 25%: -20 % to -5 %", .memory),
        Row("slide_rate", "1 % per month", .memory),
        Row("slide_days", "60 days", .assumed("30 to 90 days")),
        Row("slide_factor", "2 to 4 likely 3", .memory),
        Row("closures.1.from", "2027-02-04", .newYear), Row("closures.1.days", "17 days", .newYear),
        Row("closures.2.from", "2027-10-01", .memory), Row("closures.2.days", "7 days", .memory),
        Row("closures.3.from", "2028-01-24", .newYear), Row("closures.3.days", "17 days", .newYear),
      ])
  }
}
