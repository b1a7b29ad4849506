extension Format {
  /// Balance › Payouts › Export.
  static let stripePayouts = Format(
    "stripe-payouts", title: "Stripe payouts", platform: "stripe",
    columns: [
      .needed("id", "id"), .needed("amount", "Amount"), .needed("arrives", "Arrival Date (UTC) | arrival_date"),
      .needed("status", "Status"), .known("created", "Created (UTC)"), .known("currency", "Currency"),
    ]
  ) { StripePayouts($0) }
}

private struct StripePayouts: RowReader {
  private let id, amount, arrives, status, created, currency: Column
  private let options: ImportOptions
  private let processor: String
  private var seen: Set<String> = []

  init(_ sheet: Sheet) {
    id = sheet.column("id")
    amount = sheet.column("amount")
    arrives = sheet.column("arrives")
    status = sheet.column("status")
    created = sheet.column("created")
    currency = sheet.column("currency")
    options = sheet.options
    processor = LedgerBook(sheet).processor
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let id = try row.id(id)
    guard !seen.contains(id) else { throw .skip(.duplicate, id) }
    let arrival = try row.neededMoment(arrives)
    let amount = try row.neededAmount(amount)
    let status = row.word(status).replacing(" ", with: "_")
    seen.insert(id)
    if status == "failed" { throw .skip(.failed, id) }
    if status == "canceled" || status == "cancelled" { throw .skip(.cancelled, id) }
    let money = row.currency(currency) ?? options.currency
    harvest.note(day: arrival.day)
    harvest.add(amount, to: status == "paid" ? .paid : .inTransit, in: money)
    PayoutEntry(
      id: id, sent: try row.moment(created), arrives: arrival, amount: amount,
      status: status == "paid" ? "paid" : "in_transit", currency: money
    ).write(processor: processor, source: "stripe-payouts", &harvest)
  }
}
