import CRows
import Statistics

/// The daily figures that somebody looks back at.
struct WatchRows<Number: RowNumber> {
  let sums: [TrailingSums]
  /// The figure of today, while it is added up; the same as a sum's only figure.
  let today: MoneyRow
  let todayAlone: [UnsafePointer<Double>?]
  /// What a figure of four sums is made of.
  let parts: MoneyRow
  /// By product: what today's orders bring, cost and pay in fees; refunds and chargebacks by day.
  let sales: [SalesRows]
  /// By channel and link: orders wanted today, and the part of the product's orders that the channel brought.
  let brought: [[Row<Number>]]
  /// The same by natural traffic, where somebody takes a part of it.
  let broughtNaturally: [[Row<Number>]]

  init(_ arena: Arena, _ program: Program) {
    let watch = program.watch
    sums = watch.windows.map { TrailingSums(arena, days: min(program.days, $0)) }
    let today = arena.money()
    self.today = today
    todayAlone = [UnsafePointer(today)]
    parts = arena.money(4)
    sales =
      watch.watchesSales || watch.watchesRefunds || watch.watchesChargebacks
      ? program.products.map { _ in SalesRows(arena, program.days, watch) } : []
    brought = watch.watchesOrigins ? program.channels.map { $0.links.map { _ in arena.row() } } : []
    broughtNaturally = watch.watchesNaturalOrigins ? program.traffic.map { $0.links.map { _ in arena.row() } } : []
  }
}

/// What the orders of one product bring today.
struct SalesRows {
  let revenue: MoneyRow
  let fees: MoneyRow
  let goods: MoneyRow
  let refunds: Schedule?
  let chargebacks: Schedule?

  var schedules: [Schedule] { [refunds, chargebacks].compactMap(\.self) }

  init(_ arena: Arena, _ days: Int, _ watch: WatchProgram) {
    revenue = arena.money()
    fees = arena.money()
    goods = arena.money()
    refunds = watch.watchesRefunds ? Schedule(arena, days: days) : nil
    chargebacks = watch.watchesChargebacks ? Schedule(arena, days: days) : nil
  }
}

extension Kernel {
  func openWatch() {
    for sum in watch.sums { sum.clear() }
  }

  /// A day of orders begins.
  func beginSales() {
    for rows in watch.sales {
      for row in [rows.revenue, rows.fees, rows.goods] { row.update(repeating: 0, count: lanes) }
    }
  }

  func countRefunds(_ count: Double, _ product: Int, _ day: Int, _ lane: Int) {
    if program.watch.watchesRefunds { watch.sales[product].refunds?.add(count, day: day, lane: lane) }
  }

  func countDisputes(_ count: Double, _ product: Int, _ day: Int, _ lane: Int) {
    if program.watch.watchesChargebacks { watch.sales[product].chargebacks?.add(count, day: day, lane: lane) }
  }

  /// Of a product's orders today the channels brought the first ones, in file order, natural traffic the next; then the
  /// part of each.
  func shareOrders(_ rows: ProductRows<Number>) {
    guard program.watch.watchesOrigins else { return }
    let left = scratch.factor
    left.update(from: rows.taken, count: lanes)
    for source in rows.sources {
      if let brought = source.brought { loops.shareOut(rows.taken, left, brought, lanes) }
    }
  }

  /// The rows that a sum adds up as they stand, the same every day; none where it is added up otherwise.
  func wholeFigures(of sum: DailySum) -> [UnsafePointer<Double>?] {
    func rows(_ row: KeyPath<SalesRows, MoneyRow>, _ products: [Int]) -> [UnsafePointer<Double>?] {
      products.map { UnsafePointer(watch.sales[$0][keyPath: row]) }
    }
    switch (sum.source, sum.measure) {
    case (.channels(let indices), .spend): return indices.map { UnsafePointer(channels[$0].spent) }
    case (.products(let indices), .revenue): return rows(\.revenue, indices)
    case (.products(let indices), .goods): return rows(\.goods, indices)
    case (.products(let indices), .fees): return rows(\.fees, indices)
    default: return []
    }
  }

  /// The day's figures join those of the days before.
  func closeWatch(_ day: Int) {
    for (index, trailing) in watch.sums.enumerated() {
      guard wholeFigures[index].isEmpty else {
        trailing.close(day, with: wholeFigures[index], lanes: lanes)
        continue
      }
      watch.today.update(repeating: 0, count: lanes)
      addToday(program.watch.sums[index], day)
      trailing.close(day, with: watch.todayAlone, lanes: lanes)
    }
  }

  private func addToday(_ sum: DailySum, _ day: Int) {
    let today = watch.today
    switch sum.source {
    case .channels(let indices):
      for index in indices { addVisitors(sum.measure, channels[index], share: 1, to: today) }
    case .visitors(let products):
      for (channel, rows) in zip(program.channels, channels) {
        for link in channel.links where products.contains(link.product) {
          addVisitors(sum.measure, rows, share: Number(link.share).double, to: today)
        }
      }
    case .products(let indices):
      for index in indices { addSales(sum.measure, index, day, share: nil, to: today) }
    case .brought(let indices):
      for channel in indices {
        for (place, link) in program.channels[channel].links.enumerated() {
          addSales(sum.measure, link.product, day, share: watch.brought[channel][place], to: today)
        }
      }
    }
  }

  private func addVisitors(_ measure: DailySum.Measure, _ rows: ChannelRows<Number>, share: Double, to today: MoneyRow)
  {
    if measure == .spend {
      crows_book_scaled(rows.spent, share, today, lanes)
    } else {
      for i in 0..<lanes { today[i] += rows.clicks[i].double * share }
    }
  }

  private func addSales(
    _ measure: DailySum.Measure, _ product: Int, _ day: Int, share: Row<Number>?, to today: MoneyRow
  ) {
    if measure == .orders {
      let taken = products[product].taken
      guard let share else { return loops.book(taken, today, lanes) }
      return loops.bookPart(taken, share, today, lanes)
    }
    guard let figure = figure(measure, watch.sales[product], day) else { return }
    guard let share else { return crows_book_money(figure, today, lanes) }
    loops.bookShare(figure, share, today, lanes)
  }

  private func figure(_ measure: DailySum.Measure, _ sales: SalesRows, _ day: Int) -> MoneyRow? {
    switch measure {
    case .revenue: sales.revenue
    case .goods: sales.goods
    case .fees: sales.fees
    case .refunds: sales.refunds?.row(day)
    case .chargebacks: sales.chargebacks?.row(day)
    case .spend, .clicks, .orders: nil
    }
  }
}
