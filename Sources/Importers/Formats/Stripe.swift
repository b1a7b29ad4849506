extension Format {
  /// Balance › Itemised changes, or Payments › Balance › Export. Times are UTC.
  static let stripe = Format(
    "stripe", title: "Stripe balance", platform: "stripe", clockOffset: 0,
    columns: [
      .needed("id", "balance_transaction_id | id"), .needed("gross", "gross | Amount"), .needed("fee", "fee"),
      .needed("net", "net"), .needed("currency", "currency"),
      .needed("created", "created_utc | Created (UTC) | created"),
      .needed("type", "reporting_category | Type"),
      .known("available", "available_on_utc | Available On (UTC)"),
      .known("payout", "automatic_payout_id | Transfer"), .known("description", "description"),
    ]
  ) { Stripe($0) }
}

private struct Stripe: RowReader {
  private let id, gross, fee, net, currency, created, type, available, payout, description: Column
  private let options: ImportOptions
  private var book: LedgerBook
  private var seen: Set<String> = []

  init(_ sheet: Sheet) {
    id = sheet.column("id")
    gross = sheet.column("gross")
    fee = sheet.column("fee")
    net = sheet.column("net")
    currency = sheet.column("currency")
    created = sheet.column("created")
    type = sheet.column("type")
    available = sheet.column("available")
    payout = sheet.column("payout")
    description = sheet.column("description")
    options = sheet.options
    book = LedgerBook(sheet)
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let id = try row.id(id)
    guard !seen.contains(id) else { throw .skip(.duplicate, id) }
    let moment = try row.neededMoment(created)
    let gross = try row.neededAmount(gross)
    let cost = try row.amount(fee) ?? .zero
    if let net = try row.amount(net), net != gross - cost { harvest.note(.netDiffers(line: row.line)) }
    let word = row.word(type).replacing(" ", with: "_")
    let kind = Self.type(word, gross, row.word(description))
    if kind == .adjustment, !word.contains("adjustment") { harvest.note(.unknownType(row.text(type))) }
    let entry = LedgerEntry(
      id: id, moment: moment, type: kind, gross: gross, fee: cost, available: try row.moment(available),
      payout: try row.id(payout),
      currency: row.currency(currency) ?? options.currency)
    seen.insert(id)
    book.take(entry, &harvest)
    harvest.add(entry.net, to: .open, in: entry.currency)
  }

  /// By Stripe's reporting categories (docs.stripe.com/reports/reporting-categories).
  private static func type(_ word: String, _ gross: Amount, _ description: String) -> LedgerType {
    if word.contains("reserve") { return gross.isNegative ? .reserve : .release }
    if word.hasPrefix("payout") { return .payout }
    switch word {
    case "charge", "payment": return .sale
    case "refund", "refund_failure", "payment_refund", "payment_failure_refund": return .refund
    case "dispute": return .chargeback
    case "dispute_reversal": return .won
    case "fee", "network_cost", "stripe_fee", "tax_fee", "application_fee": return .fee
    case "topup": return .other
    default:
      let isDispute = word == "adjustment" && (description.contains("chargeback") || description.contains("dispute"))
      return isDispute ? gross.isNegative ? .chargeback : .won : .adjustment
    }
  }
}
