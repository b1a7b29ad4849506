import Language

/// Reports of the ERPs that Chinese sellers work with. What they call profit leaves out ads or fixed costs and is never
/// taken as such: only sales, units, costs and fees are.
extension Format {
  /// 领星 › 利润报表 › 订单利润.
  static let lingxing = Format(
    "lingxing", title: "LingXing profit", platform: "lingxing",
    columns: [
      .needed("sku", "MSKU"), .needed("units", "销量"), .needed("sales", "销售额"), .known("orders", "订单量"),
      .known("refunds", "退款量"), .known("ads", "广告花费"), .known("profit", "订单毛利润"), .known("currency", "币种"),
      .known("month", "统计时间"), .known("store", "店铺"),
    ],
    sums: [.orders, .units, .sales, .ads]
  ) { LingXing($0) }

  /// 马帮 › 报表 › SKU 利润.
  static let mabang = Format(
    "mabang", title: "MaBang profit", platform: "mabang",
    columns: [
      .needed("year", "年份"), .needed("month", "月份"), .needed("sku", "SKU"), .needed("units", "商品数量"),
      .needed("sales", "销售金额"), .known("goods", "成本价格"), .known("currency", "币种"), .known("store", "店铺名称"),
    ],
    sums: [.units, .sales, .goods]
  ) { MaBang($0) }

  /// 店小秘 › 订单利润统计, by the day of shipping in Beijing (help.dianxiaomi.com, 1000).
  static let dianxiaomi = Format(
    "dianxiaomi", title: "DianXiaoMi profit", platform: "dianxiaomi", clockOffset: 480,
    columns: [
      .needed("shipped", "发货时间"), .needed("order", "订单号"), .needed("sales", "订单总金额"), .known("fees", "订单手续费"),
      .known("goods", "商品成本"), .known("shipping", "物流运费"), .known("currency", "币种"), .known("store", "店铺"),
    ],
    sums: [.sales, .fees, .goods, .shipping]
  ) { DianXiaoMi($0) }

  fileprivate static let totalWords = ["合计", "小计", "总计", "汇总"]
}

private struct LingXing: RowReader {
  private let sku, units, sales, orders, refunds, ads, profit, currency, month: Column
  private let options: ImportOptions

  init(_ sheet: Sheet) {
    sku = sheet.column("sku")
    units = sheet.column("units")
    sales = sheet.column("sales")
    orders = sheet.column("orders")
    refunds = sheet.column("refunds")
    ads = sheet.column("ads")
    profit = sheet.column("profit")
    currency = sheet.column("currency")
    month = sheet.column("month")
    options = sheet.options
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    if row.begins(with: Format.totalWords) { throw .skip(.total) }
    let sold = try row.count(units)
    let earned = try row.money(sales)
    guard sold != nil || earned != nil else { throw .skip(.noValues, row.text(sku)) }
    let (accepted, back) = (try row.count(orders), try row.count(refunds))
    let spent = try row.amount(ads)
    let left = try row.amount(profit)
    let money = row.currency(currency) ?? earned?.currency ?? options.currency
    if money == nil { harvest.note(.currency) }
    if let span = Self.span(row.text(month)) {
      harvest.note(day: span.lowerBound)
      harvest.note(day: span.upperBound)
    } else {
      harvest.note(.period)
    }
    harvest.add(accepted.map { Amount($0) }, to: .orders, in: money)
    harvest.add(sold.map { Amount($0) }, to: .units, in: money)
    harvest.add(earned?.amount, to: .sales, in: money)
    harvest.add(back.map { Amount($0) }, to: .refundsCount, in: money)
    harvest.add(spent, to: .ads, in: money)
    harvest.add(left, to: .grossProfit, in: money)
    harvest.note(.onlySums)
  }

  /// `2027-04`
  private static func span(_ text: String) -> ClosedRange<CalendarDate>? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    return MonthSpan.days(year: parts[0], month: parts[1])
  }
}

private enum MonthSpan {
  static func days(year: Int, month: Int) -> ClosedRange<CalendarDate>? {
    guard Moment.years.contains(year), let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(year: year, month: month, day: CalendarDate.daysIn(month: month, of: year))
    else { return nil }
    return first...last
  }
}

private struct MaBang: RowReader {
  private let year, month, sku, units, sales, goods, currency: Column
  private let options: ImportOptions
  private var counter = LineCounter()

  init(_ sheet: Sheet) {
    year = sheet.column("year")
    month = sheet.column("month")
    sku = sheet.column("sku")
    units = sheet.column("units")
    sales = sheet.column("sales")
    goods = sheet.column("goods")
    currency = sheet.column("currency")
    options = sheet.options
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    if row.begins(with: Format.totalWords) { throw .skip(.total) }
    let numbers = [year, month].map { Int(row.text($0).filter { $0.isASCII && $0.isNumber }) ?? 0 }
    guard let span = MonthSpan.days(year: numbers[0], month: numbers[1]) else {
      throw .refuse(.badDate, "\(row.text(year)) \(row.text(month))", column: year.heading)
    }
    let sold = try row.count(units)
    let earned = try row.money(sales)
    let cost = try row.money(goods)
    let money = row.currency(currency) ?? earned?.currency ?? options.currency
    harvest.note(day: span.lowerBound)
    harvest.note(day: span.upperBound)
    harvest.add(sold.map { Amount($0) }, to: .units, in: money)
    harvest.add(earned?.amount, to: .sales, in: money)
    harvest.add(cost?.amount, to: .goods, in: money)
    guard let sold, sold > 0, let cost else { return }
    // Costs of a month's sales: one line for each month and SKU.
    let (owner, order, name) = (options.owner ?? "mabang", "\(span.lowerBound)", row.text(sku))
    CostEntry(
      supplier: owner, order: order, sku: name, number: counter.next(owner, order, name),
      ordered: Moment(span.lowerBound), quantity: sold,
      goods: Amount(millionths: cost.amount.millionths / Int128(sold)), currency: money
    ).write(source: "mabang", &harvest)
  }
}

private struct DianXiaoMi: RowReader {
  private let shipped, order, sales, fees, goods, shipping, currency: Column
  private let options: ImportOptions
  private var orders: Set<String> = []

  init(_ sheet: Sheet) {
    shipped = sheet.column("shipped")
    order = sheet.column("order")
    sales = sheet.column("sales")
    fees = sheet.column("fees")
    goods = sheet.column("goods")
    shipping = sheet.column("shipping")
    currency = sheet.column("currency")
    options = sheet.options
  }

  /// Costs are paid in China.
  private static let costCurrency = "CNY"

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    if row.begins(with: Format.totalWords) { throw .skip(.total) }
    let moment = try row.neededMoment(shipped)
    let number = try row.id(order)
    guard !number.isEmpty else { throw .refuse(.orphan) }
    guard !orders.contains(number) else { throw .skip(.duplicate, number) }
    let earned = try row.money(sales)
    let fee = try row.amount(fees)
    let (cost, freight) = (try row.amount(goods), try row.amount(shipping))
    orders.insert(number)
    let own = row.currency(currency)
    let money = earned?.currency ?? own ?? options.currency
    let paidIn = own ?? Self.costCurrency
    harvest.note(day: moment.day)
    harvest.add(earned?.amount, to: .sales, in: money)
    harvest.add(fee, to: .fees, in: money)
    harvest.add(cost, to: .goods, in: paidIn)
    harvest.add(freight, to: .shipping, in: paidIn)
    guard cost != nil || freight != nil else { return }
    CostEntry(
      supplier: options.owner ?? "dianxiaomi", order: number, sku: "", number: 1, ordered: moment, quantity: 1,
      goods: cost, shipping: freight, currency: paidIn
    ).write(source: "dianxiaomi", &harvest)
  }
}
