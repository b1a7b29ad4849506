extension Format {
  /// Analytics › Orders › Download. Net sales have neither tax nor shipping; refunds are rows of their own.
  static let wooCommerce = Format(
    "woo", title: "WooCommerce orders", platform: "woo",
    columns: [
      .needed("order", "Order #"), .needed("net", "Net Sales"), .needed("date", "Date"), .needed("status", "Status"),
      .known("shown", "N. Revenue (formatted)"), .known("units", "Items sold"),
    ],
    sums: [.orders, .units, .sales, .refunds]
  ) { WooCommerce($0) }
}

private struct WooCommerce: RowReader {
  private let order, net, date, status, shown, units: Column
  private let options: ImportOptions
  private let channel: String
  private var orders: Set<String> = []
  private var refunds: [String: Int] = [:]

  init(_ sheet: Sheet) {
    order = sheet.column("order")
    net = sheet.column("net")
    date = sheet.column("date")
    status = sheet.column("status")
    shown = sheet.column("shown")
    units = sheet.column("units")
    options = sheet.options
    channel = sheet.options.owner ?? sheet.match.format.platform
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let id = try row.id(order)
    guard !id.isEmpty else { throw .refuse(.orphan) }
    let word = row.word(status)
    switch word {
    case "completed", "processing", "refunded": break
    case "cancelled": throw .skip(.cancelled, id)
    case "failed": throw .skip(.failed, id)
    default: throw .skip(.notPaid, id)
    }
    let moment = try row.neededMoment(date)
    let goods = try row.neededAmount(net)
    let money = Self.currency(in: row.text(shown)) ?? options.currency
    harvest.note(day: moment.day)
    if money == nil { harvest.note(.currency) }
    if goods.isNegative { return takeRefund(id, moment, -goods, money, &harvest) }
    guard orders.insert(id).inserted else { throw .skip(.duplicate, id) }
    let count = try row.count(units)
    harvest.note(.orderTotal)
    harvest.add(1, to: .orders, in: money)
    harvest.add(goods, to: .sales, in: money)
    harvest.add(count.map { Amount($0) }, to: .units, in: money)
    let channel = channel
    harvest.row(in: .orders) { line in
      line.text(channel)
      line.text(id)
      line.day(moment)
      line.plain(moment.seconds == nil ? "" : moment.text)
      line.amount(goods)
      line.amount(goods)
      // Discount, shipping, tax and where the tax is are not in the file.
      for _ in 0..<4 { line.plain("") }
      line.count(count)
      line.plain("paid")
      line.plain("")
      line.plain("")
      line.plain(money ?? "")
      line.plain("woo")
    }
  }

  private mutating func takeRefund(
    _ id: String, _ moment: Moment, _ amount: Amount, _ money: String?, _ harvest: inout Harvest
  ) {
    let content = "\(id) \(moment.text) \(amount.text())"
    let number = (refunds[content] ?? 0) + 1
    refunds[content] = number
    harvest.add(amount, to: .refunds, in: money)
    let channel = channel
    harvest.row(in: .refunds) { line in
      line.text(channel)
      line.text(id)
      line.text("\(moment.text) \(amount.text()) \(number)")
      line.day(moment)
      line.amount(amount)
      line.plain("")
      line.plain("")
      line.plain(money ?? "")
      line.plain("woo")
    }
  }

  private static let entities = ["&euro;": "€", "&pound;": "£", "&yen;": "¥", "&#36;": "$", "&dollar;": "$"]

  /// What the sign beside a formatted amount says; some sites write it as an entity of HTML.
  private static func currency(in text: String) -> String? {
    var text = text
    for (entity, sign) in entities { text = text.replacing(entity, with: sign) }
    let word = text.filter { !$0.isNumber && !".,- \u{2212}\u{A0}'".contains($0) }
    guard case .money(let code) = Currency.word(word) else { return nil }
    return code
  }
}
