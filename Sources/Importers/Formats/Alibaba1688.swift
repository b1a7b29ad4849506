import Language

extension Format {
  /// 买家中心 › 已买到的货品 › 导出订单. Money in CNY, times of Beijing; further goods of an order stand in rows whose cells of
  /// the order are blank.
  static let alibaba1688 = Format(
    "1688", title: "1688 orders", platform: "1688", clockOffset: 480,
    columns: [
      .needed("order", "订单编号"), .needed("goods", "货品总价(元) | 货品总价"), .needed("shipping", "运费(元) | 运费"),
      .needed("paid", "实付款(元) | 实付款"), .known("discount", "涨价或折扣(元) | 涨价或折扣"), .known("status", "订单状态"),
      .known("created", "订单创建时间"), .known("paidAt", "订单付款时间"), .known("supplier", "卖家公司名"),
      .known("title", "货品标题"), .known("sku", "货号 | 单品货号"), .known("quantity", "数量"), .known("price", "单价(元) | 单价"),
    ],
    sums: [.orders, .goods, .shipping, .paid]
  ) { Alibaba1688($0) }
}

private struct Alibaba1688: RowReader {
  private let order, goods, shipping, paid, discount, status, created, paidAt, supplier, title, sku, quantity,
    price: Column
  private let options: ImportOptions
  private var orders: Set<String> = []
  private var current: Order?

  /// An order, and its lines as far as they have been read.
  private struct Order {
    let number: String
    let moment: Moment
    let supplier: String
    let status: String
    let goods: Amount
    let shipping: Amount?
    var lines: [(sku: String, quantity: Int, price: Amount)] = []
  }

  init(_ sheet: Sheet) {
    order = sheet.column("order")
    goods = sheet.column("goods")
    shipping = sheet.column("shipping")
    paid = sheet.column("paid")
    discount = sheet.column("discount")
    status = sheet.column("status")
    created = sheet.column("created")
    paidAt = sheet.column("paidAt")
    supplier = sheet.column("supplier")
    title = sheet.column("title")
    sku = sheet.column("sku")
    quantity = sheet.column("quantity")
    price = sheet.column("price")
    options = sheet.options
  }

  private static let currency = "CNY"

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    guard !row.isEmpty(order) else {
      guard current != nil else { throw .refuse(.orphan) }
      return try takeLine(row)
    }
    close(&harvest)
    let number = try row.id(order)
    let word = row.text(status)
    if word.contains("关闭") || word.contains("取消") { throw .skip(.cancelled, number) }
    if word.contains("等待买家付款") { throw .skip(.notPaid, number) }
    guard !orders.contains(number) else { throw .skip(.duplicate, number) }
    let moment = try row.isEmpty(created) ? row.neededMoment(paidAt) : row.neededMoment(created)
    let listed = try row.neededAmount(goods)
    let changed = try row.amount(discount) ?? .zero
    let freight = try row.amount(shipping)
    let sum = try row.neededAmount(paid)
    let each = listed + changed
    if each + (freight ?? .zero) != sum { harvest.note(.netDiffers(line: row.line)) }
    orders.insert(number)
    harvest.note(day: moment.day)
    harvest.add(1, to: .orders, in: Self.currency)
    harvest.add(each, to: .goods, in: Self.currency)
    harvest.add(freight, to: .shipping, in: Self.currency)
    harvest.add(sum, to: .paid, in: Self.currency)
    current = Order(
      number: number, moment: moment, supplier: options.owner ?? row.text(supplier), status: word, goods: each,
      shipping: freight)
    try takeLine(row)
  }

  private mutating func takeLine(_ row: Row) throws(RowFault) {
    guard let units = try row.count(quantity), units > 0, let each = try row.amount(price) else { return }
    let name = row.isEmpty(sku) ? row.text(title) : row.text(sku)
    current?.lines.append((name, units, each))
  }

  /// Lines carry the order's price and freight by what they are listed at; without lines the order is one.
  private mutating func close(_ harvest: inout Harvest) {
    guard let order = current else { return }
    current = nil
    var counter = LineCounter()
    let listed = order.lines.reduce(Amount.zero) { $0 + $1.price.times(Amount($1.quantity)) }
    var entry = CostEntry(
      supplier: order.supplier, order: order.number, sku: "", number: 1, ordered: order.moment, quantity: 1,
      goods: order.goods, shipping: order.shipping, status: order.status, currency: Self.currency)
    guard listed > .zero else { return entry.write(source: "1688", &harvest) }
    for (place, line) in order.lines.enumerated() {
      let part = Int128(order.goods.millionths) * line.price.millionths / listed.millionths
      (entry.sku, entry.quantity) = (line.sku, line.quantity)
      entry.goods = Amount(millionths: part)
      entry.number = counter.next(order.supplier, order.number, line.sku)
      // Freight is the order's: it stands with the first line.
      entry.shipping = place == 0 ? order.shipping : nil
      entry.write(source: "1688", &harvest)
    }
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    close(&harvest)
    return nil
  }
}
