extension Format {
  /// Payments › Reports repository › Date range report (transactions), in the language of the marketplace.
  static let amazonDates = Format(
    "amazon-dates", title: "Amazon date range report", platform: "amazon",
    columns: [
      .needed("date", "date/time", "", "Datum/Uhrzeit", "date/heure", "fecha y hora"),
      .needed(
        "settlement", "settlement id", "", "Abrechnungsnummer", "numéro de versement | Identifiant du paiement",
        "identificador de pago"),
      .needed("type", "type", "", "Typ", "type", "tipo"),
      .needed("order", "order id", "", "Bestellnummer", "numéro de la commande", "número de pedido"),
      .needed("sales", "product sales", "", "Umsätze", "ventes de produits", "ventas de productos"),
      .needed("fees", "selling fees", "", "Verkaufsgebühren", "frais de vente", "tarifas de venta"),
      .needed("total", "total", "", "Gesamt", "total", "total"),
      .known("description", "description", "", "Beschreibung", "description", "descripción"),
      .known(
        "shipping", "shipping credits", "", "Gutschrift für Versandkosten", "crédits d'expédition", "abonos de envío"),
      .known("wrap", "gift wrap credits"),
      .known(
        "rebates", "promotional rebates", "", "Rabatte aus Werbeaktionen", "Rabais promotionnels",
        "devoluciones promocionales"),
      .known(
        "fulfilment", "fba fees", "", "Gebühren zu Versand durch Amazon", "Frais Expédié par Amazon",
        "tarifas de Logística de Amazon"),
      .known(
        "otherFees", "other transaction fees", "", "Andere Transaktionsgebühren", "autres frais de transaction",
        "tarifas de otras transacciones"),
    ]
  ) { AmazonDates($0) }
}

private struct AmazonDates: RowReader {
  private let date, settlement, type, order, sales, fees, total, description: Column
  private let shipping, wrap, rebates, fulfilment, otherFees: Column
  private let money: String?
  private var book: LedgerBook

  init(_ sheet: Sheet) {
    date = sheet.column("date")
    settlement = sheet.column("settlement")
    type = sheet.column("type")
    order = sheet.column("order")
    sales = sheet.column("sales")
    fees = sheet.column("fees")
    total = sheet.column("total")
    description = sheet.column("description")
    shipping = sheet.column("shipping")
    wrap = sheet.column("wrap")
    rebates = sheet.column("rebates")
    fulfilment = sheet.column("fulfilment")
    otherFees = sheet.column("otherFees")
    // A line above the table names it: "All amounts in USD, unless specified".
    money = Currency.named(in: sheet.above) ?? sheet.options.currency
    book = LedgerBook(sheet)
  }

  private static let orders: Set<String> = ["order", "bestellung", "commande", "pedido"]
  private static let refunds: Set<String> = ["refund", "erstattung", "remboursement", "reembolso"]
  private static let transfers: Set<String> = ["transfer", "übertrag", "transfert", "transferir"]

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let moment = try row.neededMoment(date)
    let net = try row.neededAmount(total)
    let word = row.word(type)
    let order = try row.id(order)
    let payout = try row.id(settlement)
    var (gross, fee) = (net, Amount.zero)
    let kind: LedgerType
    if Self.orders.contains(word) || Self.refunds.contains(word) {
      kind = Self.orders.contains(word) ? .sale : .refund
      gross = try sum(of: [sales, shipping, wrap, rebates], row)
      fee = -(try sum(of: [fees, fulfilment, otherFees], row))
      // What the buyer pays as tax and the marketplace withholds cancels out.
      if gross - fee != net { harvest.note(.netDiffers(line: row.line)) }
    } else if Self.transfers.contains(word) {
      kind = .payout
    } else if row.word(description).contains("advertising") {
      kind = .ads
    } else if word.contains("fee") || word.contains("gebühr") || word.contains("frais") || word.contains("tarifa") {
      kind = .fee
    } else {
      kind = .adjustment
      harvest.note(.unknownType(row.text(type)))
    }
    let content = [row.text(date), word, order, net.text()].joined(separator: " ")
    book.take(
      LedgerEntry(
        id: book.id(of: content), moment: moment, type: kind, gross: gross, fee: fee, order: order,
        payout: kind == .payout ? payout : "", currency: money),
      &harvest)
    harvest.add(gross - fee, to: .open, in: money)
  }

  private func sum(of columns: [Column], _ row: Row) throws(RowFault) -> Amount {
    var sum = Amount.zero
    for column in columns { sum += try row.amount(column) ?? .zero }
    return sum
  }
}

extension Currency {
  /// The first of its codes among the words above a table.
  static func named(in rows: [[String]]) -> String? {
    for row in rows {
      for cell in row {
        for word in cell.split(whereSeparator: { !$0.isLetter }) where codes.contains(String(word)) {
          return String(word)
        }
      }
    }
    return nil
  }
}
