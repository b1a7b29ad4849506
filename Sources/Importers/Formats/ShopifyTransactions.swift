import Language

extension Format {
  /// Finances › Payouts › Export › Transactions: what Shopify Payments has done with the money.
  static let shopifyTransactions = Format(
    "shopify-transactions", title: "Shopify Payments", platform: "shopify",
    columns: [
      .needed("date", "Transaction Date"), .needed("type", "Type"), .needed("amount", "Amount"), .needed("fee", "Fee"),
      .needed("net", "Net"), .known("order", "Order"), .known("status", "Payout Status"),
      .known("payoutDate", "Payout Date"), .known("payout", "Payout ID"), .known("available", "Available On"),
      .known("currency", "Currency"),
    ]
  ) { ShopifyTransactions($0) }
}

private struct ShopifyTransactions: RowReader {
  private let date, type, amount, fee, net, order, status, payoutDate, payout, available, currency: Column
  private let options: ImportOptions
  private var book: LedgerBook

  init(_ sheet: Sheet) {
    date = sheet.column("date")
    type = sheet.column("type")
    amount = sheet.column("amount")
    fee = sheet.column("fee")
    net = sheet.column("net")
    order = sheet.column("order")
    status = sheet.column("status")
    payoutDate = sheet.column("payoutDate")
    payout = sheet.column("payout")
    available = sheet.column("available")
    currency = sheet.column("currency")
    options = sheet.options
    book = LedgerBook(sheet)
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let moment = try row.neededMoment(date)
    let gross = try row.neededAmount(amount)
    let cost = try row.amount(fee) ?? .zero
    let word = row.word(type)
    let order = try row.id(order)
    let type = Self.type(word, gross)
    if type == .adjustment, word != "adjustment" { harvest.note(.unknownType(row.text(self.type))) }
    if let net = try row.amount(net), net != gross - cost { harvest.note(.netDiffers(line: row.line)) }
    let isPaid = row.word(status) == "paid"
    let sent = try row.moment(payoutDate)
    let payoutID = try row.id(payout)
    let due = try row.moment(available)
    let id = book.id(of: "\(row.text(date)) \(word) \(order) \(gross.text())")
    let entry = LedgerEntry(
      id: id, moment: moment, type: type, gross: gross, fee: cost, order: order, available: sent ?? due,
      payout: isPaid ? (payoutID.isEmpty ? sent?.day.description ?? "paid" : payoutID) : "",
      currency: row.currency(currency) ?? options.currency)
    book.take(entry, &harvest)
    // Money for which no payout has been made is open, the reserve apart: that is told by itself.
    if !isPaid { harvest.add(entry.net, to: .pending, in: entry.currency) }
  }

  /// By the names of `ShopifyPaymentsTransactionType` (shopify.dev).
  private static func type(_ word: String, _ gross: Amount) -> LedgerType {
    let word = word.replacing(" ", with: "_")
    if word.contains("reserve") { return gross.isNegative ? .reserve : .release }
    if word.contains("dispute") || word.contains("chargeback") {
      return word.contains("reversal") || word.contains("won") || !gross.isNegative ? .won : .chargeback
    }
    if word.hasPrefix("payout") { return .payout }
    if word.hasPrefix("advance") { return .other }
    switch word {
    case "charge", "sale", "payment": return .sale
    case "refund", "refund_failure", "payment_refund": return .refund
    default: return .adjustment
    }
  }
}
