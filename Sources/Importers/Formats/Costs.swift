extension Format {
  /// A template of ours: suppliers and their apps have no documented export of costs.
  static let costs = Format(
    "costs", title: "Order costs", platform: "supplier",
    columns: [
      .needed("order", "order_id"), .needed("ordered", "order_date"), .needed("supplier", "supplier"),
      .needed("sku", "sku"), .needed("quantity", "qty"), .needed("goods", "item_cost"),
      .known("shipping", "shipping_cost"), .known("duty", "duty"), .known("currency", "currency"),
      .known("status", "status"), .known("delivered", "delivered_at"), .known("refund", "refund"),
    ],
    sums: [.orders, .units, .goods, .shipping, .duty, .recovered]
  ) { Costs($0) }
}

private struct Costs: RowReader {
  private let order, ordered, supplier, sku, quantity, goods, shipping, duty, currency, status, delivered,
    refund: Column
  private let options: ImportOptions
  private var counter = LineCounter()
  private var orders: Set<String> = []
  private var delivery: Set<String> = []

  init(_ sheet: Sheet) {
    order = sheet.column("order")
    ordered = sheet.column("ordered")
    supplier = sheet.column("supplier")
    sku = sheet.column("sku")
    quantity = sheet.column("quantity")
    goods = sheet.column("goods")
    shipping = sheet.column("shipping")
    duty = sheet.column("duty")
    currency = sheet.column("currency")
    status = sheet.column("status")
    delivered = sheet.column("delivered")
    refund = sheet.column("refund")
    options = sheet.options
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let id = try row.id(order)
    guard !id.isEmpty else { throw .refuse(.orphan) }
    let moment = try row.neededMoment(ordered)
    guard let units = try row.count(quantity), units > 0 else {
      throw .refuse(.badNumber, row.text(quantity), column: quantity.heading)
    }
    let each = try row.money(goods)
    let (freight, tax, back) = (try row.amount(shipping), try row.amount(duty), try row.amount(refund))
    var arrived = try row.moment(delivered)
    if let day = arrived?.day, day < moment.day {
      // The row is true, the date is not.
      harvest.note(.dateRefused(line: row.line, column: delivered.heading))
      arrived = nil
    }
    let money = row.currency(currency) ?? each?.currency ?? options.currency
    let name = options.owner ?? row.text(supplier)
    harvest.note(day: moment.day)
    harvest.add(each?.amount.times(Amount(units)), to: .goods, in: money)
    harvest.add(freight, to: .shipping, in: money)
    harvest.add(tax, to: .duty, in: money)
    harvest.add(back, to: .recovered, in: money)
    harvest.add(units, to: .units, in: money)
    if orders.insert(id).inserted { harvest.add(1, to: .orders, in: money) }
    if arrived != nil, delivery.insert(id).inserted { harvest.add(1, to: .delivered, in: money) }
    let code = row.text(sku)
    CostEntry(
      supplier: name, order: id, sku: code, number: counter.next(name, id, code), ordered: moment, delivered: arrived,
      quantity: units, goods: each?.amount, shipping: freight, duty: tax, recovered: back, status: row.word(status),
      currency: money
    ).write(source: "costs", &harvest)
  }
}
