/// Duty, customs and holidays.
extension Preset {
  static let tariffRise = event(
    "tariff-rise", "Duty goes from the middle to the high end",
    notes: [
      "27.5 % becomes 45 %; what is free of duty stays so. US duty on goods from China changed in May and August 2025 and "
        + "in February and July 2026."
    ],
    rows: [
      Row("chance", "20 % per year", .assumed("four changes in two years, some up")),
      Row("then", "suppliers.*.duty_rate *= 1.64", .tariffs),
    ])

  static let tariffCut = event(
    "tariff-cut", "Duty goes from the middle to the low end",
    notes: ["27.5 % becomes 10 %."],
    rows: [
      Row("chance", "10 % per year", .assumed("four changes in two years, some down")),
      Row("then", "suppliers.*.duty_rate *= 0.36", .tariffs),
    ])

  static let clearanceFee = event(
    "clearance-fee", "Customs ask for papers: each parcel costs a broker",
    notes: ["0 to 3 USD a parcel. For one of several suppliers write then: suppliers.NAME.duty_per_order += 1.50 USD."],
    rows: [
      Row("chance", "20 % per year", .assumed("customs tighten now and then")),
      Row("then", "suppliers.*.duty_per_order += 1.50 USD", .assumed("0 to 3 USD a parcel")),
    ])

  static let euParcelDuty = event(
    "eu-parcel-duty", "The EU's flat duty on small parcels, July 2026 to July 2028", currency: "EUR",
    notes: ["3 EUR for each kind of goods in a parcel below 150 EUR."],
    rows: [
      Row("from", "2026-07-01", .customsNotices), Row("lasts", "731 days", .customsNotices),
      Row("then", "suppliers.*.duty_per_order += 3 EUR", .customsNotices),
    ])

  static let newYear2027 = holiday(
    "chinese-new-year-2027", "Suppliers close for Chinese New Year, 6 February 2027", from: "2027-02-04", "17 days",
    .newYear)
  static let newYear2028 = holiday(
    "chinese-new-year-2028", "Suppliers close for Chinese New Year, 26 January 2028", from: "2028-01-24", "17 days",
    .newYear)
  static let goldenWeek = holiday(
    "golden-week", "Suppliers close for Golden Week, 1 to 7 October 2027", from: "2027-10-01", "7 days", .memory)

  static let newYearShortage2027 = shortage(
    "new-year-shortage-2027", "Goods run out around Chinese New Year 2027", from: "2027-01-25")
  static let newYearShortage2028 = shortage(
    "new-year-shortage-2028", "Goods run out around Chinese New Year 2028", from: "2028-01-14")

  private static func holiday(
    _ name: String, _ summary: String, from: String, _ days: String, _ evidence: Evidence
  ) -> Preset {
    event(
      name, summary,
      notes: [
        "Presets of suppliers in China have it in their closures: this is for others. All suppliers close; for one of them "
          + "write then: close suppliers.NAME. In another year give from."
      ],
      rows: [
        Row("from", from, evidence), Row("lasts", days, evidence),
        Row("then", "close suppliers", .assumed("all of them are there")),
      ])
  }

  /// From 12 days before the holiday to 14 after work has begun again.
  private static func shortage(_ name: String, _ summary: String, from: String) -> Preset {
    event(
      name, summary,
      notes: [
        "Offers run out three times as often, from 12 days before the holiday on. It goes with the closure itself."
      ],
      rows: [
        Row("from", from, .newYearDates), Row("lasts", "41 days", .newYearDates),
        Row("then", "products.*.offers.*.stockout_rate *= 3", .memory),
      ])
  }
}
