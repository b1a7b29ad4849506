extension Format {
  /// Reports › Payments › Settlement report, flat file V2: tabs, amounts and dates as the marketplace writes them.
  static let amazonSettlement = Format(
    "amazon-settlement", title: "Amazon settlement", platform: "amazon",
    columns: [
      .needed("settlement", "settlement-id"), .needed("kind", "amount-type"),
      .needed("description", "amount-description"), .needed("amount", "amount"),
      .needed("transaction", "transaction-type"), .known("total", "total-amount"), .known("currency", "currency"),
      .known("posted", "posted-date-time"), .known("postedDay", "posted-date"), .known("deposit", "deposit-date"),
      .known("order", "order-id"),
    ]
  ) { AmazonSettlement($0) }
}

private struct AmazonSettlement: RowReader {
  private let settlement, kind, description, amount, transaction, total, currency, posted, postedDay, deposit,
    order: Column
  private let options: ImportOptions
  private var book: LedgerBook
  /// The currency that the first row names.
  private var money: String?

  init(_ sheet: Sheet) {
    settlement = sheet.column("settlement")
    kind = sheet.column("kind")
    description = sheet.column("description")
    amount = sheet.column("amount")
    transaction = sheet.column("transaction")
    total = sheet.column("total")
    currency = sheet.column("currency")
    posted = sheet.column("posted")
    postedDay = sheet.column("postedDay")
    deposit = sheet.column("deposit")
    order = sheet.column("order")
    options = sheet.options
    book = LedgerBook(sheet)
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let id = try row.id(settlement)
    money = row.currency(currency) ?? money ?? options.currency
    if row.isEmpty(kind), let paid = try row.amount(total) { return try takePayout(row, id, paid, &harvest) }
    let moment = try row.isEmpty(posted) ? row.neededMoment(postedDay) : row.neededMoment(posted)
    let gross = try row.neededAmount(amount)
    let words = (row.word(kind), row.word(description), row.word(transaction))
    let type = Self.type(kind: words.0, description: words.1, transaction: words.2, gross)
    if type == .adjustment { harvest.note(.unknownType(row.text(description))) }
    let order = try row.id(order)
    harvest.add(gross, to: .sum, in: money)
    let content = [id, words.2, order, words.0, words.1, gross.text()].joined(separator: " ")
    book.take(
      LedgerEntry(
        id: book.id(of: content), moment: moment, type: type, gross: gross, order: order, payout: id, currency: money),
      &harvest)
  }

  /// The first row is the payout; what it says is the platform's own total.
  private func takePayout(_ row: Row, _ id: String, _ paid: Amount, _ harvest: inout Harvest) throws(RowFault) {
    harvest.platformTotals.set(paid, .sum)
    harvest.add(paid, to: .payouts, in: money)
    PayoutEntry(id: id, sent: try row.moment(deposit), amount: paid, status: "paid", currency: money)
      .write(processor: book.processor, source: book.source, &harvest)
  }

  private static func type(kind: String, description: String, transaction: String, _ gross: Amount) -> LedgerType {
    let isRefund = transaction.contains("refund")
    switch kind {
    case "itemprice", "promotion":
      if description.contains("tax") { return .tax }
      return transaction.contains("chargeback") ? .chargeback : isRefund ? .refund : .sale
    case "itemfees": return .fee
    case "itemwithheldtax": return .tax
    case "cost of advertising": return .ads
    default: break
    }
    if description.contains("reserve amount") { return gross.isNegative ? .reserve : .release }
    if description.contains("fee") || kind.contains("fee") { return .fee }
    return .adjustment
  }
}
