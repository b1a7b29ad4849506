/// What goods of an order have cost.
struct CostEntry {
  var supplier: String
  var order: String
  var sku: String
  /// Which of several equal lines it is, from 1.
  var number: Int
  var ordered: Moment?
  var delivered: Moment?
  var quantity: Int?
  /// Of one unit.
  var goods: Amount?
  /// Of the whole line.
  var shipping, duty, recovered: Amount?
  var status = ""
  var currency: String?

  func write(source: String, _ harvest: inout Harvest) {
    if currency == nil { harvest.note(.currency) }
    harvest.row(in: .costs) { row in
      row.text(supplier)
      row.text(order)
      row.text(sku)
      row.count(number)
      row.day(ordered)
      row.day(delivered)
      row.count(quantity)
      row.amount(goods)
      row.amount(shipping)
      row.amount(duty)
      row.amount(recovered)
      row.text(status)
      row.plain(currency ?? "")
      row.plain(source)
    }
  }
}

/// Numbers equal lines of one order, which are real.
struct LineCounter {
  private var counts: [String: Int] = [:]

  mutating func next(_ supplier: String, _ order: String, _ sku: String) -> Int {
    let key = "\(supplier)\u{0}\(order)\u{0}\(sku)"
    let number = (counts[key] ?? 0) + 1
    counts[key] = number
    return number
  }
}
