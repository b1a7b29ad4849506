import Statistics

/// Customers who pay for faster shipping (model 7).
extension Kernel {
  /// Does the order of that number buy it? The same answer whoever asks.
  func buysExpress(_ express: ExpressProgram, lane: Int, day: Int, number: Int) -> Bool {
    let word = express.stream.block(path: path(of: lane), day: day, index: number)[0]
    return Uniform.double(word) < row(express.uptake)[lane]
  }

  /// How many of some orders do; in the plan a share.
  func expressOrders(_ orders: OrderRun, _ product: Int) -> Double {
    guard let express = program.products[product].express, orders.opening == nil else { return 0 }
    if mode == .plan { return orders.count * row(express.uptake)[orders.lane] }
    return Double(
      (orders.first..<(orders.first + Int(orders.count))).count {
        buysExpress(express, lane: orders.lane, day: orders.day, number: $0)
      })
  }

  /// Tells the express orders apart among those that an offer takes today.
  func findExpress(_ product: Int, _ day: Int) {
    let rows = products[product]
    guard rows.expressSale != nil else { return }
    for lane in 0..<lanes {
      let orders = OrderRun(lane: lane, day: day, first: Int(rows.taken[lane]), count: rows.take[lane].double)
      rows.expressTake[lane] = rows.take[lane] > 0 ? Number(expressOrders(orders, product)) : 0
      rows.expressTaken[lane] += rows.expressTake[lane]
    }
  }

  /// The sale that an order is.
  func sale(_ product: Int, express: Bool) -> SaleRows {
    express ? products[product].expressSale ?? products[product].sale : products[product].sale
  }
}
