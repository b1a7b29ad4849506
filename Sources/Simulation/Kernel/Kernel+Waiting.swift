/// Orders that wait were sold at the price of their day, whatever rules have made of it since.
extension Kernel {
  func wait(_ orders: OrderRun, for product: Int, _ offer: Int) {
    var entry = WaitingOrders(product: product, offer: offer, orders: orders)
    if program.rules.changesNumbers { entry.sale = products[product].sold.map { $0[orders.lane] } }
    waiting.append(entry)
  }

  /// Does something for orders that waited, with what they were sold for in the place of today's prices.
  func selling(_ entry: WaitingOrders, _ serve: () -> Void) {
    guard !entry.sale.isEmpty else { return serve() }
    let rows = products[entry.product].sold
    let lane = entry.orders.lane
    let today = rows.map { $0[lane] }
    for (row, value) in zip(rows, entry.sale) { row[lane] = value }
    serve()
    for (row, value) in zip(rows, today) { row[lane] = value }
  }
}
