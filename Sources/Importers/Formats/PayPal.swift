extension Format {
  /// Activity › Download. Users choose the columns; amounts carry their signs, also fees.
  static let payPal = Format(
    "paypal", title: "PayPal activity", platform: "paypal",
    columns: [
      .needed("date", "Date", "日期", "Datum", "Date", "Fecha"),
      .needed("type", "Type", "类型", "Typ | Beschreibung", "Type", "Tipo | Descripción"),
      .needed("status", "Status", "状态", "Status", "État", "Estado"),
      .needed("currency", "Currency", "币种", "Währung", "Devise", "Divisa"),
      .needed("gross", "Gross", "总额", "Brutto", "Avant commission | Brut", "Bruto"),
      .needed("fee", "Fee", "费用", "Gebühr | Entgelt", "Commission", "Tarifa | Comisión"),
      .needed("net", "Net", "净额", "Netto", "Net", "Neto"),
      .known("time", "Time", "时间", "Uhrzeit", "Heure", "Hora"),
      .known("zone", "TimeZone | Time Zone", "时区", "Zeitzone", "Fuseau horaire", "Zona horaria"),
      .known(
        "id", "Transaction ID", "交易号", "Transaktionscode", "Numéro de transaction", "Id. de transacción"),
      .known(
        "reference", "Reference Txn ID", "", "Zugehöriger Transaktionscode", "", ""),
      .known("invoice", "Invoice Number", "", "Rechnungsnummer", "", ""),
      .known("balance", "Balance", "余额", "Guthaben", "Solde", "Saldo"),
      .known("impact", "Balance Impact", "", "Auswirkung auf Guthaben", "", ""),
    ]
  ) { PayPal($0) }
}

private struct PayPal: RowReader {
  private let date, type, status, currency, gross, fee, net, time, zone, id, reference, invoice, balance, impact: Column
  private let options: ImportOptions
  private var book: LedgerBook
  private var seen: Set<String> = []
  /// The balance of each currency after the row before.
  private var running: [String: Amount] = [:]
  private var hasBalances = false
  private var hasBroken = false

  init(_ sheet: Sheet) {
    date = sheet.column("date")
    type = sheet.column("type")
    status = sheet.column("status")
    currency = sheet.column("currency")
    gross = sheet.column("gross")
    fee = sheet.column("fee")
    net = sheet.column("net")
    time = sheet.column("time")
    zone = sheet.column("zone")
    id = sheet.column("id")
    reference = sheet.column("reference")
    invoice = sheet.column("invoice")
    balance = sheet.column("balance")
    impact = sheet.column("impact")
    options = sheet.options
    book = LedgerBook(sheet)
  }

  private static let completed: Set<String> = ["completed", "已完成", "abgeschlossen", "terminé", "completado"]
  private static let pending: Set<String> = ["pending", "待处理", "ausstehend", "en attente", "pendiente"]

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let status = row.word(status)
    guard Self.completed.contains(status) else {
      throw .skip(Self.pending.contains(status) ? .pending : .memo, row.text(self.status))
    }
    let words = row.word(type)
    if row.word(impact) == "memo" || words.contains("authori") && words.contains("hold") {
      throw .skip(.memo, row.text(type))
    }
    let stated = try row.amount(balance)
    if hasBalances, stated == nil { throw .skip(.memo, row.text(type)) }
    let id = try row.id(id)
    if !id.isEmpty, seen.contains(id) { throw .skip(.duplicate, id) }
    let moment = try moment(of: row)
    let gross = try row.neededAmount(gross)
    let cost = -(try row.amount(fee) ?? .zero)
    let net = try row.amount(net) ?? gross - cost
    if net != gross - cost { harvest.note(.netDiffers(line: row.line)) }
    let money = row.currency(currency) ?? options.currency
    let order = try row.id(invoice)
    let parent = try row.id(reference)
    if !id.isEmpty { seen.insert(id) }
    let kind = Self.type(words, gross, hasParent: !parent.isEmpty)
    if kind == .purchase { harvest.note(.ownPurchases) }
    if let stated { check(stated, net, money ?? "", row.line, &harvest) }
    let entry = LedgerEntry(
      id: id.isEmpty ? book.id(of: "\(moment.text) \(words) \(gross.text())") : id, moment: moment, type: kind,
      gross: gross, fee: cost, order: order, currency: money)
    book.take(entry, &harvest)
    harvest.add(entry.net, to: .open, in: money)
  }

  private func moment(of row: Row) throws(RowFault) -> Moment {
    let day = try row.neededMoment(date).day
    guard !row.isEmpty(time), let clock = ClockTime(row.text(time)[...]) else { return Moment(day) }
    let offset = ClockTime.zone(row.text(zone)) ?? clock.offset
    return Moment(day, seconds: clock.seconds, offset: offset).seen(in: row.conventions.zone)
  }

  /// Each balance is the one before and what the row moves, in files that go forward in time.
  private mutating func check(_ stated: Amount, _ net: Amount, _ money: String, _ line: Int, _ harvest: inout Harvest) {
    hasBalances = true
    if let before = running[money], before + net != stated, !hasBroken {
      hasBroken = true
      harvest.note(.balanceBreaks(line: line, expected: before + net, found: stated))
    }
    running[money] = stated
    harvest.balances[money] = stated
  }

  /// By the words of PayPal's types in five languages (developer.paypal.com, activity download).
  private static func type(_ words: String, _ gross: Amount, hasParent: Bool) -> LedgerType {
    func has(_ parts: String...) -> Bool { parts.contains { words.contains($0) } }
    if has("einbehaltung", "freigabe", "reserve", "hold", "retención", "réserve", "预留", "冻结") {
      return gross.isNegative ? .reserve : .release
    }
    if has("chargeback fee", "rückbuchungsgebühr") { return .chargebackFee }
    if has("chargeback", "rückbuchung", "dispute", "contracargo", "rétrofacturation", "拒付") {
      return gross.isNegative ? .chargeback : .won
    }
    if has("refund", "rückzahlung", "remboursement", "reembolso", "退款", "reversal", "stornierung") { return .refund }
    if has("withdrawal", "abbuchung", "auszahlung", "virement", "retirada", "提现", "transfer to bank") { return .payout }
    if has("currency conversion", "währungsumrechnung", "conversion de devise", "conversión de divisa", "货币兑换") {
      return .other
    }
    if has("fee", "gebühr", "frais", "tarifa") { return .fee }
    if gross.isNegative { return .purchase }
    if has("payment", "zahlung", "paiement", "pago", "付款", "checkout", "sale") { return .sale }
    return .adjustment
  }
}
