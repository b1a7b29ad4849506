/// Visitors that are not paid by the click.
extension Preset {
  static let seo = Preset(
    "seo", .traffic, "Search engines: one good article",
    notes: [
      "Half-way after nine months (6, 9, 14). Only 1.74 % of new pages reach the first ten places within a year, so "
        + "take the low end for a first article."
    ],
    rows: [
      Row("visits", "5 to 100 likely 20", .seoStudy),
      Row("ramp_days", "540 days", .seoStudy),
      Row("intent", "1.57", .assumed("2.2 % of them order")),
      Row("noise_sd", "0.3", .adScatter),
      Row("noise_halflife", "3 days", .memory),
    ])

  static let email = Preset(
    "email", .traffic, "E-mail to people who left a cart or bought",
    notes: [
      "As many visits as your shop's visitors leave addresses: give visits. Seven carts in ten are left (70.2 %)."
    ],
    rows: [
      Row("intent", "2.6 to 3.6", .mailOrders),
      Row("cost", "20 to 45 USD per month", .klaviyoPlans),
      Row("noise_sd", "0.3", .adScatter),
      Row("noise_halflife", "3 days", .memory),
    ])
}
