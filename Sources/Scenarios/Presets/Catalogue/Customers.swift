/// Returns, the work of a store, and its market.
extension Preset {
  static let returnsChina = Preset(
    "returns-china", .returns, "Refunds and chargebacks of a store that sells from China",
    notes: ["Sending goods back to China costs 12, 20, 45 USD, so nobody should."],
    rows: disputeRows + [Row("to_supplier.return_shipping", "20 USD per order", .memory)])

  static let returnsLocal = Preset(
    "returns-local", .returns, "Refunds and chargebacks of a store with an address in the country",
    notes: ["Handling a return costs 3 to 10 USD more in a 3PL warehouse."],
    rows: disputeRows + [
      Row("return_to", "local", .assumed("an address in the country")),
      Row("to_local.return_shipping", "7 USD per order", .memory),
      Row("resale_share", "50 %", .assumed("half of the goods can be sold again")),
    ])

  private static let disputeRows = [
    Row("fraud_rate", "0.2 %", .assumed("all chargebacks come to 0.6 to 0.7 %")),
    Row("refund_days", "lognormal(4, 0.5)", .memory),
    Row("keep_it_threshold", "30 USD per order", .keepIt),
    Row("dispute_share", "7 %", .assumed("all chargebacks come to 0.6 to 0.7 %")),
    Row("dispute_days", "lognormal(45, 0.55)", .memory),
    Row("chargeback_fee", "15 USD per chargeback", .disputeFee),
    Row("win_rate", "20 %", .winRate),
    Row("dispute_decision_days", "67 days", .disputeDays),
  ]

  static let byHand = Preset(
    "by-hand", .operations, "Orders passed on by hand",
    notes: ["Some ten orders a day are easy, fifty are a full-time job (forum)."],
    rows: ticketRows + [Row("order_minutes", "4 to 8 likely 6", .memory)])

  static let withSoftware = Preset(
    "with-software", .operations, "Orders passed on by DSers and the like",
    notes: ["It still needs clicks to place and to pay. Software answers 20 to 60 % of tickets."],
    rows: ticketRows + [Row("order_minutes", "0.3 to 1 likely 0.6", .memory)])

  private static let ticketRows = [
    Row("tickets_per_order", "0.04 to 0.15 likely 0.067", .tickets),
    Row("ticket_cost", "2 USD per ticket", .ticketCost),
    Row("ticket_minutes", "4 to 15 likely 8", .memory),
  ]

  static let usRetail = Preset(
    "us-retail", .market, "US retail online through the year",
    notes: ["The fourth quarter takes 30 % of a year's sales. Cyber week itself is not in it."],
    rows: [
      Row(
        "season", "[0.929, 0.929, 0.929, 0.939, 0.939, 0.939, 0.927, 0.927, 0.927, 1.001, 1.302, 1.312]",
        .retailSeason),
      Row("demand_sd", "0.1", .searchNoise),
      Row("demand_halflife", "30 days", .memory),
      Row("ads_correlation", "50 %", .memory),
      Row("delivery_sensitivity", "1.5 %", .deliverySpeed),
    ])
}
