extension Format {
  /// Finances › Payouts › Export: the money that has been sent, and the only evidence of what was held back.
  static let shopifyPayouts = Format(
    "shopify-payouts", title: "Shopify payouts", platform: "shopify",
    columns: [
      .needed("date", "Payout Date"), .needed("status", "Status"), .needed("charges", "Charges"),
      .needed("fees", "Fees"), .needed("total", "Total"), .needed("reserved", "Reserved Funds"),
      .known("refunds", "Refunds"), .known("adjustments", "Adjustments"), .known("retried", "Retried Amount"),
      .known("currency", "Currency"),
    ]
  ) { ShopifyPayouts($0) }
}

private struct ShopifyPayouts: RowReader {
  private let date, status, fees, total, reserved, currency: Column
  private let options: ImportOptions
  private let processor: String
  private var occurrences: [String: Int] = [:]

  init(_ sheet: Sheet) {
    date = sheet.column("date")
    status = sheet.column("status")
    fees = sheet.column("fees")
    total = sheet.column("total")
    reserved = sheet.column("reserved")
    currency = sheet.column("currency")
    options = sheet.options
    processor = LedgerBook(sheet).processor
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let moment = try row.neededMoment(date)
    let amount = try row.neededAmount(total)
    let status = row.word(status)
    if status == "failed" || status == "cancelled" || status == "canceled" {
      throw .skip(status == "failed" ? .failed : .cancelled, amount.text())
    }
    let money = row.currency(currency) ?? options.currency
    let kept = try row.amount(reserved)
    harvest.note(day: moment.day)
    harvest.add(amount, to: status == "paid" ? .paid : status == "in transit" ? .inTransit : .scheduled, in: money)
    // Fees stand as what they take away.
    harvest.add(try row.amount(fees).map { -$0 }, to: .fees, in: money)
    var (held, released): (Amount?, Amount?)
    if let kept {
      if kept.isNegative { held = -kept } else if kept > .zero { released = kept }
    }
    harvest.add(held, to: .reserved, in: money)
    harvest.add(released, to: .released, in: money)
    let content = "\(moment.day) \(amount.text())"
    let number = (occurrences[content] ?? 0) + 1
    occurrences[content] = number
    PayoutEntry(
      id: number == 1 ? content : "\(content) \(number)", sent: moment, arrives: nil, amount: amount,
      status: status == "paid" ? "paid" : status == "in transit" ? "in_transit" : "scheduled", reserved: held,
      released: released, currency: money
    ).write(processor: processor, source: "shopify-payouts", &harvest)
  }
}
