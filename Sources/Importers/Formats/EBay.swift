extension Format {
  /// Payments › Reports › Transaction report, in English or German. Tax that eBay collects is no revenue.
  static let eBay = Format(
    "ebay", title: "eBay transactions", platform: "ebay",
    columns: [
      .needed("date", "Transaction creation date", "", "Datum der Transaktionserstellung"),
      .needed("type", "Type", "", "Typ"),
      .needed("net", "Net amount", "", "Betrag abzügl. Kosten"),
      .known("order", "Order number", "", "Bestellnummer"),
      .known("currency", "Payout currency | Transaction currency", "", "Auszahlungswährung"),
      .known("payout", "Payout ID", "", "Auszahlung Nr."),
      .known("subtotal", "Item subtotal", "", "Zwischensumme Artikel"),
      .known("shipping", "Shipping and handling", "", "Verpackung und Versand"),
      .known("tax", "Seller collected tax"),
      .known("title", "Item title", "", "Artikelbezeichnung"),
    ]
  ) { EBay($0) }
}

private struct EBay: RowReader {
  private let date, type, net, order, currency, payout, subtotal, shipping, tax, title: Column
  private let options: ImportOptions
  private var book: LedgerBook

  init(_ sheet: Sheet) {
    date = sheet.column("date")
    type = sheet.column("type")
    net = sheet.column("net")
    order = sheet.column("order")
    currency = sheet.column("currency")
    payout = sheet.column("payout")
    subtotal = sheet.column("subtotal")
    shipping = sheet.column("shipping")
    tax = sheet.column("tax")
    title = sheet.column("title")
    options = sheet.options
    book = LedgerBook(sheet)
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let moment = try row.neededMoment(date)
    let net = try row.neededAmount(net)
    let word = row.word(type)
    let kind = Self.type(word, net)
    if kind == .adjustment { harvest.note(.unknownType(row.text(type))) }
    var gross = net
    if kind == .sale || kind == .refund, let goods = try row.amount(subtotal) {
      gross = goods + (try row.amount(shipping) ?? .zero) + (try row.amount(tax) ?? .zero)
    }
    let number = row.text(order)
    let isNumber = !Conventions.isUnknown(row.bytes(order))
    if isNumber { _ = try row.id(order) }
    let paid = Conventions.isUnknown(row.bytes(payout)) ? "" : try row.id(payout)
    let money = row.currency(currency) ?? options.currency
    let content = [row.text(date), word, number, row.text(title), net.text()].joined(separator: " ")
    let entry = LedgerEntry(
      id: book.id(of: content), moment: moment, type: kind, gross: gross, fee: gross - net,
      order: isNumber ? number : "", payout: paid, currency: money)
    book.take(entry, &harvest)
    harvest.add(entry.net, to: .open, in: money)
  }

  private static func type(_ word: String, _ net: Amount) -> LedgerType {
    switch word {
    case "order", "bestellung": return .sale
    case "refund", "rückerstattung": return .refund
    case "payout", "auszahlung": return .payout
    case "payment dispute", "zahlungsstreitfall": return net.isNegative ? .chargeback : .won
    case "hold", "einbehalt": return net.isNegative ? .reserve : .release
    default: return word.contains("fee") || word.contains("gebühr") ? .fee : .adjustment
    }
  }
}
