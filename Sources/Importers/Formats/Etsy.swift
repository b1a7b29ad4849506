extension Format {
  /// Finances › Payment account › Download CSV: a statement without ids. The amount of a deposit stands in its title.
  static let etsy = Format(
    "etsy", title: "Etsy statement", platform: "etsy", dayOrder: .monthFirst,
    columns: [
      .needed("date", "Date"), .needed("type", "Type"), .needed("title", "Title"), .needed("info", "Info"),
      .needed("currency", "Currency"), .needed("amount", "Amount"), .needed("fees", "Fees & Taxes"),
      .needed("net", "Net"),
    ]
  ) { Etsy($0) }
}

private struct Etsy: RowReader {
  private let date, type, title, info, currency, amount, fees, net: Column
  private let options: ImportOptions
  private var book: LedgerBook

  init(_ sheet: Sheet) {
    date = sheet.column("date")
    type = sheet.column("type")
    title = sheet.column("title")
    info = sheet.column("info")
    currency = sheet.column("currency")
    amount = sheet.column("amount")
    fees = sheet.column("fees")
    net = sheet.column("net")
    options = sheet.options
    book = LedgerBook(sheet, salesHoldTax: true)
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let moment = try row.neededMoment(date)
    let word = row.word(type)
    let (whole, part) = (try row.amount(net), try row.amount(amount))
    var gross = whole ?? part ?? .zero
    let kind: LedgerType
    switch word {
    case "sale": kind = .sale
    case "fee": kind = .fee
    case "marketing": kind = .ads
    case "refund": kind = .refund
    case "tax", "vat": kind = .tax
    case "deposit":
      kind = .payout
      guard let sent = Self.amount(in: row.text(title), row) else {
        throw .refuse(.badNumber, row.text(title), column: title.heading)
      }
      gross = -sent
    default:
      kind = .adjustment
      harvest.note(.unknownType(row.text(type)))
    }
    let order = Self.number(in: row.text(title), after: "Order #") ?? Self.number(in: row.text(info), after: "Order #")
    let money = row.currency(currency) ?? options.currency
    let entry = LedgerEntry(
      id: book.id(of: "\(moment.text) \(word) \(row.text(title)) \(row.text(info)) \(gross.text())"), moment: moment,
      type: kind, gross: gross, order: order ?? "", currency: money)
    book.take(entry, &harvest)
    harvest.add(gross, to: .open, in: money)
  }

  /// `$36.84 sent to your bank account`
  private static func amount(in title: String, _ row: Row) -> Amount? {
    guard let word = title.split(separator: " ").first(where: { $0.contains { $0.isNumber } }),
      let number = row.conventions.number(Array(word.utf8)[...], line: row.line)
    else { return nil }
    return number?.amount
  }

  private static func number(in text: String, after mark: String) -> String? {
    guard let range = text.firstRange(of: mark) else { return nil }
    let digits = text[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }
}
