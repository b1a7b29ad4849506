import Language

extension Format {
  /// Finance › Payments › Export: a workbook whose sheet `Order details` has a row for each order and adjustment.
  static let tiktokShop = Format(
    "tiktok-shop", title: "TikTok Shop settlement", platform: "tiktok-shop",
    columns: [
      .needed("id", "Order/adjustment ID | Order\\adjustment ID"), .needed("type", "Type | Transaction type"),
      .needed("net", "Total settlement amount"), .known("revenue", "Total revenue"), .known("fees", "Total fees"),
      .known("created", "Order created time"), .known("settled", "Order settled time"),
      .known("statement", "Statement date"), .known("currency", "Currency"),
    ]
  ) { TikTokShop($0) }
}

private struct TikTokShop: RowReader {
  private let id, type, net, revenue, fees, created, settled, statement, currency: Column
  private let options: ImportOptions
  private var book: LedgerBook

  init(_ sheet: Sheet) {
    id = sheet.column("id")
    type = sheet.column("type")
    net = sheet.column("net")
    revenue = sheet.column("revenue")
    fees = sheet.column("fees")
    created = sheet.column("created")
    settled = sheet.column("settled")
    statement = sheet.column("statement")
    currency = sheet.column("currency")
    options = sheet.options
    book = LedgerBook(sheet)
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let id = try row.id(id)
    let (made, paid) = (try row.moment(created), try row.moment(statement))
    let due = try row.moment(settled) ?? paid
    guard let moment = made ?? due else { throw .refuse(.badDate, "", column: created.heading) }
    let net = try row.neededAmount(net)
    let word = row.word(type)
    let kind: LedgerType = word == "order" ? .sale : word == "refund" ? .refund : .adjustment
    var (gross, fee) = (net, Amount.zero)
    if kind != .adjustment {
      gross = try row.neededAmount(revenue)
      fee = -(try row.amount(fees) ?? .zero)
      if gross - fee != net { harvest.note(.netDiffers(line: row.line)) }
    }
    let money = row.currency(currency) ?? options.currency
    book.take(
      LedgerEntry(
        id: book.id(of: "\(id) \(word) \(due?.day.description ?? "") \(net.text())"), moment: moment, type: kind,
        gross: gross, fee: fee, order: kind == .adjustment ? "" : id, available: paid ?? due,
        payout: paid?.day.description ?? "", currency: money),
      &harvest)
    if paid == nil { harvest.add(gross - fee, to: .pending, in: money) }
  }
}
