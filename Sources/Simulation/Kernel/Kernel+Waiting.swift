/// Orders that wait were sold at the price of their day, whatever rules have made of it since.
extension Kernel {
  func wait(_ orders: OrderRun, for product: Int, _ offer: Int) {
    var entry = WaitingOrders(product: product, offer: offer, orders: orders)
    if program.rules.changesNumbers || program.amountsMove || orders.opening != nil {
      entry.sale = products[product].sold.map { $0[orders.lane] }
    }
    waiting.append(entry)
  }

  /// Does something for orders that waited, with what they were sold for in the place of today's prices.
  func selling(_ entry: WaitingOrders, _ serve: () -> Void) {
    guard !entry.sale.isEmpty else { return serve() }
    selling(entry.product, entry.orders.lane, for: entry.sale, serve)
  }

  /// The same for orders of a product in one lane.
  /// - Parameter sale: numbers for the rows of ``ProductRows/sold``.
  func selling(_ product: Int, _ lane: Int, for sale: [Double], _ serve: () -> Void) {
    let rows = products[product].sold
    let today = rows.map { $0[lane] }
    for (row, value) in zip(rows, sale) { row[lane] = value }
    serve()
    for (row, value) in zip(rows, today) { row[lane] = value }
  }
}
