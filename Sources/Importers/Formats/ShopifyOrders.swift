import Language

extension Format {
  /// Orders › Export. The headings are English in every language (help.shopify.com, "Exporting orders").
  static let shopifyOrders = Format(
    "shopify-orders", title: "Shopify orders", platform: "shopify",
    columns: [
      .needed("name", "Name"), .needed("quantity", "Lineitem quantity"), .needed("title", "Lineitem name"),
      .known("total", "Total"), .known("created", "Created at"), .known("paid", "Paid at"),
      .known("currency", "Currency"), .known("subtotal", "Subtotal"), .known("shipping", "Shipping"),
      .known("taxes", "Taxes"), .known("discount", "Discount Amount"), .known("status", "Financial Status"),
      .known("cancelled", "Cancelled at"), .known("refunded", "Refunded Amount"), .known("price", "Lineitem price"),
      .known("lineDiscount", "Lineitem discount"), .known("sku", "Lineitem sku"), .known("email", "Email"),
      .known("method", "Payment Method"),
    ],
    sums: [.orders, .units, .total, .refunded, .repeatCustomers],
    screens: [.orders: "Analytics › Orders", .total: "Analytics › Total sales + Returns"]
  ) { ShopifyOrders($0) }
}

/// An order stands in one row for each of its lines; what is the order's stands in the first.
private struct ShopifyOrders: RowReader {
  private let name, quantity, title, total, created, paid, currency, subtotal, shipping, taxes, discount: Column
  private let status, refunded, price, lineDiscount, sku, email, method: Column
  private let channel: String
  private let options: ImportOptions
  private let taxesInside: Bool

  private var current: Order?
  /// Orders that have been read, and what they said.
  private var seen: [String: Int] = [:]
  private var customers: Set<UInt64> = []
  private var returning: Set<UInt64> = []
  private var taxed = (added: 0, inside: 0)
  private var refundsAbove = 0

  private struct Order {
    let name: String
    let fields: OrderFields
    let currency: String?
    var lines = 0
    var units = 0
    var goodsOfLines = Amount.zero
    /// Why its rows do not count.
    var fate: RowFault?
  }

  /// What stands in the order's first row; equal where it stands in every row.
  private struct OrderFields: Hashable {
    var moment: Moment?
    var total, subtotal, shipping, taxes, discount, refunded: Amount?
    var status = ""
    var method = ""
    var customer: UInt64?

    var isEmpty: Bool { total == nil && subtotal == nil && status.isEmpty && moment == nil }
  }

  init(_ sheet: Sheet) {
    name = sheet.column("name")
    quantity = sheet.column("quantity")
    title = sheet.column("title")
    total = sheet.column("total")
    created = sheet.column("created")
    paid = sheet.column("paid")
    currency = sheet.column("currency")
    subtotal = sheet.column("subtotal")
    shipping = sheet.column("shipping")
    taxes = sheet.column("taxes")
    discount = sheet.column("discount")
    status = sheet.column("status")
    refunded = sheet.column("refunded")
    price = sheet.column("price")
    lineDiscount = sheet.column("lineDiscount")
    sku = sheet.column("sku")
    email = sheet.column("email")
    method = sheet.column("method")
    options = sheet.options
    channel = sheet.options.owner ?? sheet.match.format.platform
    taxesInside = sheet.assumptions.taxesInside
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let key = row.bytes(name)
    guard !key.isEmpty else {
      guard current != nil, !row.isEmpty(title) || !row.isEmpty(quantity) else { throw .refuse(.orphan) }
      return try takeLine(row, &harvest)
    }
    if let current, key.elementsEqual(current.name.utf8) {
      let fields = try fields(of: row)
      if !fields.isEmpty, fields != current.fields {
        // The same again is a line of an export that repeats the order's fields; something else is another order.
        throw .refuse(.conflict, current.name)
      }
      return try takeLine(row, &harvest)
    }
    try begin(row, &harvest)
    try takeLine(row, &harvest)
  }

  /// The first row of an order.
  private mutating func begin(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    close(&harvest)
    let name = try row.id(name)
    let fields: OrderFields
    do throws(RowFault) { fields = try self.fields(of: row) } catch {
      current = Order(name: name, fields: OrderFields(), currency: nil, fate: .refuse(.orphan, name))
      throw error
    }
    var order = Order(name: name, fields: fields, currency: row.currency(currency) ?? options.currency)
    var hasher = StableHash()
    hasher.take(fields)
    if let known = seen[name] {
      order.fate = known == hasher.value || fields.isEmpty ? .skip(.duplicate, name) : .refuse(.conflict, name)
    } else {
      seen[name] = hasher.value
      if fields.isEmpty {
        order.fate = .refuse(.orphan, name)
      } else if fields.moment == nil {
        order.fate = .refuse(.badDate, name, column: created.heading)
      } else {
        order.fate = Self.fate(fields, name)
      }
    }
    current = order
  }

  private static func fate(_ fields: OrderFields, _ name: String) -> RowFault? {
    if fields.method.contains("bogus") { return .skip(.test, name) }
    switch fields.status {
    case "", "paid", "partially paid", "partially refunded", "refunded": return nil
    case "voided", "expired": return .skip(.voided, name)
    default: return .skip(.notPaid, name)
    }
  }

  private func fields(of row: Row) throws(RowFault) -> OrderFields {
    var fields = OrderFields()
    fields.moment = try row.moment(row.isEmpty(created) ? paid : created)
    fields.total = try row.amount(total)
    fields.subtotal = try row.amount(subtotal)
    fields.shipping = try row.amount(shipping)
    fields.taxes = try row.amount(taxes)
    fields.discount = try row.amount(discount)
    // Repeated rows carry a 0 where the order's fields are empty.
    fields.status = row.word(status).replacing("_", with: " ")
    fields.refunded = fields.status.isEmpty && fields.total == nil ? nil : try row.amount(refunded)
    fields.method = row.word(method)
    if fields.moment != nil || fields.total != nil {
      let address = row.bytes(email)
      if !address.isEmpty { fields.customer = options.digest(address) }
    }
    return fields
  }

  /// The line of the order that a row holds.
  private mutating func takeLine(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    guard var order = current else { throw .refuse(.orphan) }
    if let fate = order.fate { throw fate }
    guard !row.isEmpty(quantity) || !row.isEmpty(title) else { return }
    guard let units = try row.count(quantity), units > 0 else {
      throw .refuse(.badNumber, row.text(quantity), column: quantity.heading)
    }
    let each = try row.amount(price)
    let off = try row.amount(lineDiscount)
    order.lines += 1
    order.units += units
    if let each { order.goodsOfLines += each.times(Amount(units)) }
    if let off { order.goodsOfLines -= off }
    current = order
    let channel = channel
    harvest.row(in: .lines) { line in
      line.text(channel)
      line.text(order.name)
      line.count(order.lines)
      line.text(row.bytes(sku))
      line.text(row.text(title))
      line.count(units)
      line.amount(each)
      line.amount(off)
      line.plain(order.currency ?? "")
      line.plain("shopify-orders")
    }
  }

  /// Writes an order whose last row has been read.
  private mutating func close(_ harvest: inout Harvest) {
    guard let order = current else { return }
    current = nil
    guard order.fate == nil, let moment = order.fields.moment else { return }
    let fields = order.fields
    harvest.note(day: moment.day)
    if order.currency == nil { harvest.note(.currency) }
    let goods = fields.subtotal ?? fields.total ?? order.goodsOfLines
    if fields.total == nil { harvest.note(.orderTotal) }
    if let subtotal = fields.subtotal, let total = fields.total, let taxes = fields.taxes, taxes != .zero {
      let before = subtotal + (fields.shipping ?? .zero)
      if before + taxes == total { taxed.added += 1 } else if before == total { taxed.inside += 1 }
    }
    count(order, goods, &harvest)
    write(order, moment, goods, &harvest)
  }

  private mutating func count(_ order: Order, _ goods: Amount, _ harvest: inout Harvest) {
    let (fields, money) = (order.fields, order.currency)
    harvest.add(1, to: .orders, in: money)
    harvest.add(order.lines, to: .lines, in: money)
    harvest.add(order.units, to: .units, in: money)
    harvest.add(goods, to: .subtotal, in: money)
    harvest.add(fields.shipping, to: .shipping, in: money)
    harvest.add(fields.taxes, to: .tax, in: money)
    harvest.add(fields.total, to: .total, in: money)
    harvest.add(fields.refunded, to: .refunded, in: money)
    if let refunded = fields.refunded, let total = fields.total, refunded > total { refundsAbove += 1 }
    if let customer = fields.customer, !customers.insert(customer).inserted { returning.insert(customer) }
  }

  private func write(_ order: Order, _ moment: Moment, _ goods: Amount, _ harvest: inout Harvest) {
    let (fields, channel, taxesInside) = (order.fields, channel, taxesInside)
    harvest.row(in: .orders) { row in
      row.text(channel)
      row.text(order.name)
      row.day(moment)
      row.plain(moment.seconds == nil ? "" : moment.text)
      row.amount(goods + (fields.shipping ?? .zero))
      row.amount(goods)
      row.amount(fields.discount)
      row.amount(fields.shipping)
      row.amount(fields.taxes)
      row.plain(fields.taxes == nil ? "" : taxesInside ? "yes" : "no")
      row.count(order.units)
      row.plain(fields.status.replacing(" ", with: "_"))
      row.text(fields.method)
      row.plain(fields.customer.map(Self.hex) ?? "")
      row.plain(order.currency ?? "")
      row.plain("shopify-orders")
    }
    guard let refunded = fields.refunded, refunded > .zero else { return }
    harvest.note(.refundDates)
    harvest.row(in: .refunds) { row in
      row.text(channel)
      row.text(order.name)
      row.count(1)
      row.plain("")
      row.amount(refunded)
      row.plain("")
      row.plain("")
      row.plain(order.currency ?? "")
      row.plain("shopify-orders")
    }
  }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
  }

  mutating func headerRepeats(_ harvest: inout Harvest) { close(&harvest) }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    close(&harvest)
    if let money = harvest.totals.keys.sorted().last, email.isThere {
      harvest.add(returning.count, to: .repeatCustomers, in: money)
    }
    if refundsAbove > 0 { harvest.note(.refundAboveTotal(refundsAbove)) }
    let areInside = taxed.inside > taxed.added
    if taxed.added + taxed.inside > 0 {
      harvest.note(areInside ? .taxesInside : .taxesAdded)
      let exceptions = min(taxed.added, taxed.inside)
      if exceptions > 0 { harvest.note(.taxExceptions(exceptions)) }
    }
    return Assumptions(taxesInside: areInside)
  }

  /// A hash that is the same in every process: only equality of the fields matters.
  private struct StableHash {
    private(set) var value = 5381

    mutating func take(_ fields: OrderFields) {
      take(fields.moment?.text ?? "")
      for amount in [fields.total, fields.subtotal, fields.shipping, fields.taxes, fields.discount, fields.refunded] {
        take(Int(truncatingIfNeeded: amount?.millionths ?? -1))
      }
      take(fields.status)
      take(Int(truncatingIfNeeded: fields.customer ?? 0))
    }

    private mutating func take(_ text: String) { for byte in text.utf8 { take(Int(byte)) } }
    private mutating func take(_ number: Int) { value = (value ^ number) &* 1_099_511_628_211 }
  }
}
