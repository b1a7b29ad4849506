/// Tools, insurance, warehouses: what is paid every month beside the platform.
extension Preset {
  static let dsers = cost(
    "dsers", "DSers passes orders on to AliExpress", "19.90 USD per month", .dsersPlans,
    notes: [
      "There is a free plan, and one at 49.90. An order then takes 0.6 minutes: operations: {preset: with-software}."
    ])

  static let oberlo = Preset(
    "oberlo", .costs, "Oberlo, closed in 2022: gives what dsers gives",
    notes: ["The article says Oberlo was merged. It closed in 2022 and its users were sent to DSers (from memory)."],
    successor: Successor(name: "dsers", reason: "closed in 2022, its users were sent to DSers: preset dsers is used"),
    rows: [])

  static let zapier = cost(
    "zapier", "Zapier joins programs", "19.99 USD per month", .zapierPlans,
    notes: [
      "The price when a year is paid at once; about 26.6 by the month. 100 tasks are free. Tasks beyond the plan cost "
        + "1.25 times as much, and at three times the plan it stops: orders then wait."
    ])

  static let spocketPlan = cost(
    "spocket-plan", "Spocket Pro", "59.99 USD per month", .spocketPlans,
    notes: ["Starter costs 39.99, Pro by the year 24 a month."])
  static let synceePlan = cost("syncee-plan", "Syncee", "0 to 99 likely 29 USD per month", .memory)
  static let salehooPlan = cost(
    "salehoo-plan", "SaleHoo", "27 USD per month", .memory, notes: ["The directory alone costs 67 USD a year."])
  static let klaviyo = cost(
    "klaviyo", "Klaviyo sends e-mail", "20 to 45 USD per month", .klaviyoPlans,
    notes: ["Free up to 250 addresses and 500 mails; up to 150 USD."])
  static let ahrefs = cost(
    "ahrefs", "Ahrefs looks at search words", "129 USD per month", .ahrefsPlans, notes: ["29 to 249 USD by plan."])
  static let jungleScout = cost(
    "jungle-scout", "Jungle Scout looks at Amazon's sales", "29 to 129 likely 49 USD per month", .memory)
  static let helium10 = cost(
    "helium-10", "Helium 10 looks at Amazon's sales", "39 to 279 likely 99 USD per month", .memory)
  static let quickBooks = cost(
    "quickbooks", "QuickBooks Online Simple Start", "38 USD per month", .memory, notes: ["19 USD as an offer at first."]
  )

  static let insurance = cost(
    "insurance", "General and product liability", "53 USD per month", .insurer,
    notes: [
      "General liability from 28, product liability about 25 more, with cyber cover to 67. Amazon asks for 1 million "
        + "USD of cover above 10,000 USD of sales a month."
    ])

  static let warehouseMinimum = cost(
    "3pl-minimum", "The least a 3PL warehouse charges", "275 USD per month", .shipbob)
  static let warehouseSetUp = cost(
    "3pl-set-up", "Setting up with a 3PL warehouse", "500 USD once", .warehousePrices, notes: ["300 to 1,000 USD."])
}
